#include "capture/http_message.h"

#include "base/ascii.h"
#include "capture/unpack.h"
#include "capture/warc_header.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

enum { MOST_CODINGS = 4 };

/* --- chunks (RFC 9112, 7.1) --- */

/* The size line at *at: hexadecimal digits, then perhaps blanks or an extension. False when no such line stands there whole. */
static bool read_size(isnad_slice body, size_t *at, size_t *size) {
  size_t i = *at;
  *size = 0;
  for (int digit; i < body.length && (digit = ascii_hex(body.bytes[i])) >= 0; i++) {
    if (*size > SIZE_MAX >> 8) return false;
    *size = *size * 16 + (size_t)digit;
  }
  if (i == *at || i == body.length || memchr(" \t;\r\n", body.bytes[i], 5) == NULL) return false;
  const char *feed = memchr(body.bytes + i, '\n', body.length - i);
  if (feed == NULL) return false;
  *at = (size_t)(feed - body.bytes) + 1;
  return true;
}

/* Joins chunks up to the last one or to where they break off. */
static size_t join(char *out, isnad_slice body, bool *cut) {
  size_t length = 0, size = 0, at = 0;
  *cut = true;
  while (read_size(body, &at, &size)) {
    if (size == 0) {
      *cut = false;
      break;
    }
    size_t there = size < body.length - at ? size : body.length - at;
    memcpy(out + length, body.bytes + at, there);
    length += there;
    at += there;
    if (there < size) break;
    if (at < body.length && body.bytes[at] == '\r') at++;
    if (at < body.length && body.bytes[at] == '\n') at++;
  }
  return length;
}

static bool names_coding(isnad_slice list, const char *coding) {
  size_t length = strlen(coding);
  for (size_t at = 0; at + length <= list.length; at++)
    if (header_same((isnad_slice){list.bytes + at, length}, coding)) return true;
  return false;
}

isnad_status http_body_joined(isnad_slice *out, bool *cut, isnad_arena *arena, const http_message *message, isnad_err *err) {
  size_t at = 0, size = 0;
  *out = message->body;
  *cut = false;
  if (!names_coding(http_field(message, "Transfer-Encoding"), "chunked") || !read_size(message->body, &at, &size)) return ISNAD_OK;
  char *bytes = isnad_arena_alloc(arena, message->body.length);
  if (bytes == NULL) return isnad_arena_fail(err, arena, "capture");
  *out = (isnad_slice){bytes, join(bytes, message->body, cut)};
  return ISNAD_OK;
}

/* --- packing --- */

/* The codings of a field, in the order in which they were applied. Returns how many, or MOST_CODINGS + 1. */
static size_t split(isnad_slice out[MOST_CODINGS], isnad_slice list) {
  size_t count = 0;
  for (size_t at = 0; at < list.length;) {
    size_t end = at;
    while (end < list.length && list.bytes[end] != ',') end++;
    isnad_slice one = {list.bytes + at, end - at};
    while (one.length > 0 && (one.bytes[0] == ' ' || one.bytes[0] == '\t')) one = (isnad_slice){one.bytes + 1, one.length - 1};
    while (one.length > 0 && (one.bytes[one.length - 1] == ' ' || one.bytes[one.length - 1] == '\t')) one.length--;
    if (one.length > 0 && count == MOST_CODINGS) return MOST_CODINGS + 1;
    if (one.length > 0) out[count++] = one;
    at = end + 1;
  }
  return count;
}

static isnad_status undo(isnad_slice *body, bool *cut, isnad_arena *arena, isnad_slice coding, size_t largest, isnad_err *err) {
  if (body->length == 0 || header_same(coding, "identity") || header_same(coding, "none") || header_same(coding, "utf-8")) return ISNAD_OK;
  if (header_same(coding, "gzip") || header_same(coding, "x-gzip")) return unpack_gzip(body, cut, arena, largest, err);
  if (header_same(coding, "deflate")) return unpack_deflate(body, cut, arena, largest, err);
  if (header_same(coding, "zstd")) return unpack_zstd(body, cut, arena, largest, err);
  if (header_same(coding, "br")) return unpack_brotli(body, cut, arena, largest, err);
  int shown = coding.length < 40 ? (int)coding.length : 40;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the body is packed as %.*s, which is not known", shown, coding.bytes);
}

isnad_status http_body(isnad_slice *out, bool *cut, isnad_arena *arena, const http_message *message, size_t largest, isnad_err *err) {
  isnad_slice codings[MOST_CODINGS];
  size_t count = split(codings, http_field(message, "Content-Encoding"));
  if (count > MOST_CODINGS) return isnad_err_set(err, ISNAD_LIMIT, "capture", nowhere, "the body is packed more than %d times", MOST_CODINGS);
  isnad_status status = http_body_joined(out, cut, arena, message, err);
  while (status == ISNAD_OK && count > 0) {
    bool short_of = false;
    status = undo(out, &short_of, arena, codings[--count], largest, err);
    *cut = *cut || short_of;
  }
  if (status == ISNAD_OK && out->length > largest)
    return isnad_err_set(err, ISNAD_LIMIT, "capture", nowhere, "larger than the allowed %zu bytes", largest);
  return status;
}
