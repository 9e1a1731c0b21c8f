#include "capture/digest.h"

#include "base/ascii.h"
#include "capture/warc_header.h"

#include <string.h>

enum { MOST_BITS = 8 };

/* RFC 4648, 6; lower case is read as well. */
static int base32_digit(char c) {
  if (c >= 'a' && c <= 'z') return c - 'a';
  if (c >= 'A' && c <= 'Z') return c - 'A';
  return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

/* Reads digits of `bits` bits each; true when they make exactly `wanted` bytes. */
static bool read_digits(unsigned char *out, size_t wanted, isnad_slice text, unsigned bits, int (*digit)(char c)) {
  unsigned held = 0, count = 0;
  size_t length = 0;
  for (size_t i = 0; i < text.length; i++) {
    int value = digit(text.bytes[i]);
    if (value < 0) return false;
    held = (held << bits | (unsigned)value) & 0xFFFF;
    count += bits;
    if (count < MOST_BITS) continue;
    count -= MOST_BITS;
    if (length == wanted) return false;
    out[length++] = (unsigned char)(held >> count & 0xFF);
  }
  return length == wanted && count < bits;
}

static const EVP_MD *kind_of(isnad_slice name) {
  if (header_same(name, "sha1") || header_same(name, "sha-1")) return EVP_sha1();
  if (header_same(name, "sha256") || header_same(name, "sha-256")) return EVP_sha256();
  if (header_same(name, "sha512") || header_same(name, "sha-512")) return EVP_sha512();
  return header_same(name, "md5") ? EVP_md5() : NULL;
}

bool digest_begin(digest *d, isnad_slice stated) {
  const char *colon = stated.length > 0 ? memchr(stated.bytes, ':', stated.length) : NULL;
  d->kind = NULL;
  d->result = stated.length > 0 ? ISNAD_DIGEST_UNKNOWN : ISNAD_DIGEST_NONE;
  if (colon == NULL) return true;
  isnad_slice name = {stated.bytes, (size_t)(colon - stated.bytes)}, digits = {colon + 1, stated.length - name.length - 1};
  while (digits.length > 0 && digits.bytes[digits.length - 1] == '=') digits.length--;
  const EVP_MD *kind = kind_of(name);
  if (kind == NULL) return true;
  size_t size = (size_t)EVP_MD_get_size(kind);
  if (!read_digits(d->wanted, size, digits, 4, ascii_hex) && !read_digits(d->wanted, size, digits, 5, base32_digit)) return true;
  if (d->context == NULL) d->context = EVP_MD_CTX_new();
  if (d->context == NULL || EVP_DigestInit_ex(d->context, kind, NULL) != 1) return false;
  d->kind = kind;
  return true;
}

void digest_add(digest *d, isnad_slice bytes) {
  if (d->kind != NULL && bytes.length > 0 && EVP_DigestUpdate(d->context, bytes.bytes, bytes.length) != 1) d->kind = NULL;
}

isnad_digest_check digest_end(digest *d) {
  unsigned char got[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  if (d->kind == NULL || EVP_DigestFinal_ex(d->context, got, &length) != 1) return d->result;
  d->kind = NULL;
  d->result = memcmp(got, d->wanted, length) == 0 ? ISNAD_DIGEST_GOOD : ISNAD_DIGEST_WRONG;
  return d->result;
}

void digest_free(digest *d) { EVP_MD_CTX_free(d->context); }

bool digest_sha1_text(char out[DIGEST_TEXT], const isnad_slice *parts, size_t count) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  unsigned char bytes[20];
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  bool good = context != NULL && EVP_DigestInit_ex(context, EVP_sha1(), NULL) == 1;
  for (size_t i = 0; good && i < count; i++) good = parts[i].length == 0 || EVP_DigestUpdate(context, parts[i].bytes, parts[i].length) == 1;
  good = good && EVP_DigestFinal_ex(context, bytes, NULL) == 1;
  EVP_MD_CTX_free(context);
  memcpy(out, "sha1:", 5);
  size_t at = 5;
  for (size_t bit = 0; bit < 160; bit += 5) { /* twenty bytes are 32 digits without a rest */
    unsigned pair = (unsigned)bytes[bit / 8] << 8 | (bit / 8 + 1 < sizeof bytes ? bytes[bit / 8 + 1] : 0u);
    out[at++] = digits[pair >> (11 - bit % 8) & 31];
  }
  out[at] = '\0';
  return good;
}
