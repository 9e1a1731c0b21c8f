#include "base/hash.h"

#include <openssl/evp.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash64(isnad_slice bytes) { return XXH3_64bits(bytes.bytes, bytes.length); }

uint64_t hash64_seeded(isnad_slice bytes, uint64_t seed) { return XXH3_64bits_withSeed(bytes.bytes, bytes.length, seed); }

bool hash_sha256(uint8_t out[32], const isnad_slice *parts, size_t count) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  bool good = context != NULL && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1;
  for (size_t i = 0; good && i < count; i++) good = EVP_DigestUpdate(context, parts[i].bytes, parts[i].length) == 1;
  good = good && EVP_DigestFinal_ex(context, out, NULL) == 1;
  EVP_MD_CTX_free(context);
  return good;
}

void hash_hex(char *out, const uint8_t *bytes, size_t count) {
  static const char hex[] = "0123456789abcdef";
  for (size_t i = 0; i < count; i++) {
    out[2 * i] = hex[bytes[i] >> 4];
    out[2 * i + 1] = hex[bytes[i] & 15];
  }
  out[2 * count] = '\0';
}
