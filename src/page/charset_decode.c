/* The decoders: one byte a character by a table, UTF-16, and iconv for the rest. */
#include "page/charset.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD, CHUNK = 256 };

/* --- one byte a character --- */

bool charset_points(uint16_t points[128], uint16_t row) {
  const charset *c = &charset_rows[row];
  if (c->kind == CHARSET_POINTS) return memcpy(points, c->points, 128 * sizeof *points), true;
  iconv_t by = c->kind == CHARSET_SINGLE ? iconv_open("UTF-16LE", c->iconv) : (iconv_t)-1;
  if (by == (iconv_t)-1) return false;
  for (size_t i = 0; i < 128; i++) {
    char in = (char)(0x80 + i), *from = &in;
    uint8_t out[8] = {0};
    char *to = (char *)out;
    size_t in_left = 1, out_left = sizeof out;
    bool good = iconv(by, &from, &in_left, &to, &out_left) != (size_t)-1;
    iconv(by, NULL, NULL, &to, &out_left); /* encodings with combining marks hold the letter back */
    good = good && out_left == sizeof out - 2;
    points[i] = (uint16_t)(good ? (unsigned)out[0] | (unsigned)out[1] << 8 : 0u);
  }
  iconv_close(by);
  return true;
}

static isnad_status too_large(isnad_err *err) {
  return isnad_err_set(err, ISNAD_LIMIT, "page", (isnad_span){0, 0}, "decoded, the page would have 4 GiB or more");
}

/* Room for text of at most `length` bytes, which must fit a span. */
static char *room_for(isnad_arena *arena, size_t length, isnad_status *status, isnad_err *err) {
  *status = ISNAD_OK;
  if (length >= UINT32_MAX) return *status = too_large(err), NULL;
  char *to = isnad_arena_alloc(arena, length + 1);
  if (to == NULL) *status = isnad_arena_fail(err, arena, "page");
  return to;
}

static size_t decoded_length(isnad_slice bytes, const uint16_t points[128]) {
  size_t lengths[256], length = 0;
  for (unsigned i = 0; i < 256; i++) lengths[i] = i < 128 ? 1 : points[i - 128] == 0 ? 3 : utf8_length(points[i - 128]);
  for (size_t i = 0; i < bytes.length; i++) length += lengths[(uint8_t)bytes.bytes[i]];
  return length;
}

static isnad_status decode_single(page_decoded *out, origin_list *origins, isnad_arena *arena, isnad_slice bytes, uint16_t row, isnad_err *err) {
  uint16_t points[128];
  isnad_status status;
  if (!charset_points(points, row))
    return isnad_err_set(err, ISNAD_BAD_INPUT, "page", (isnad_span){0, 0}, "this system cannot decode %s", charset_rows[row].name);
  char *to = room_for(arena, decoded_length(bytes, points), &status, err);
  if (to == NULL) return status;
  size_t at = 0, next = 0;
  for (size_t i = 0; i < bytes.length; i++) {
    if (origins != NULL && at >= next) {
      origin_add(origins, at, i, ORIGIN_SINGLE);
      next = at + ORIGIN_STEP;
    }
    uint8_t byte = (uint8_t)bytes.bytes[i];
    if (byte < 0x80) {
      to[at++] = (char)byte;
      continue;
    }
    uint32_t point = points[byte - 0x80];
    out->repairs.invalid_utf8 += point == 0;
    at += utf8_put(to + at, point == 0 ? REPLACEMENT : point);
  }
  out->text = (isnad_slice){to, at};
  return ISNAD_OK;
}

/* --- UTF-16 --- */

static uint32_t unit_at(isnad_slice bytes, size_t at, bool big) {
  uint8_t first = (uint8_t)bytes.bytes[at], second = (uint8_t)bytes.bytes[at + 1];
  return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

/* The character at `at` and how many bytes it takes; half a pair is U+FFFD. */
static uint32_t utf16_at(isnad_slice bytes, size_t at, bool big, size_t *length, uint32_t *broken) {
  uint32_t c = unit_at(bytes, at, big);
  *length = 2;
  if (c < 0xD800 || c >= 0xE000) return c;
  uint32_t low = c < 0xDC00 && at + 3 < bytes.length ? unit_at(bytes, at + 2, big) : 0;
  if (low < 0xDC00 || low >= 0xE000) return ++*broken, REPLACEMENT;
  *length = 4;
  return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
}

static isnad_status decode_utf16(page_decoded *out, origin_list *origins, isnad_arena *arena, isnad_slice bytes, bool big, isnad_err *err) {
  isnad_status status;
  size_t begin = bytes.length >= 2 && unit_at(bytes, 0, big) == 0xFEFF ? 2 : 0, at = 0, next = 0, length;
  out->repairs.bom = begin > 0;
  char *to = room_for(arena, bytes.length / 2 * 3 + 3, &status, err);
  if (to == NULL) return status;
  for (size_t i = begin; i + 1 < bytes.length; i += length) {
    if (origins != NULL && at >= next) {
      origin_add(origins, at, i, ORIGIN_UTF16);
      next = at + ORIGIN_STEP;
    }
    at += utf8_put(to + at, utf16_at(bytes, i, big, &length, &out->repairs.invalid_utf8));
  }
  if (bytes.length % 2 != 0) {
    if (origins != NULL) origin_add(origins, at, bytes.length - 1, ORIGIN_POINT);
    at += utf8_put(to + at, REPLACEMENT);
    out->repairs.invalid_utf8++;
  }
  out->text = (isnad_slice){to, at};
  return ISNAD_OK;
}

/* --- iconv --- */

typedef struct stream {
  iconv_t by;
  const char *from;
  size_t left;
  char *to;
  size_t at, room;
} stream;

/* Decodes up to CHUNK bytes; what cannot be read is passed over, byte by byte. */
static void decode_chunk(stream *s, uint32_t *broken) {
  size_t take = s->left < CHUNK ? s->left : CHUNK, in_left = take, out_left = s->room - s->at;
  char *in = (char *)s->from, *out = s->to + s->at;
  bool bad = iconv(s->by, &in, &in_left, &out, &out_left) == (size_t)-1 && (errno == EILSEQ || (errno == EINVAL && take == s->left));
  s->at = s->room - out_left;
  size_t passed = take - in_left;
  if (bad || passed == 0) {
    s->at += utf8_put(s->to + s->at, REPLACEMENT);
    ++*broken;
    passed++;
  }
  s->from += passed;
  s->left -= passed;
}

/* No character of these encodings takes more than three bytes of UTF-8 for one of its own, but for pairs that HKSCS makes of two. */
static isnad_status decode_multi(page_decoded *out, origin_list *origins, isnad_arena *arena, isnad_slice bytes, uint16_t row, isnad_err *err) {
  isnad_status status;
  stream s = {.by = iconv_open("UTF-8", charset_rows[row].iconv), .from = bytes.bytes, .left = bytes.length, .room = bytes.length * 3 + 16};
  if (s.by == (iconv_t)-1)
    return isnad_err_set(err, ISNAD_BAD_INPUT, "page", (isnad_span){0, 0}, "this system cannot decode %s", charset_rows[row].name);
  s.to = room_for(arena, s.room, &status, err);
  while (s.to != NULL && s.left > 0) {
    if (origins != NULL) origin_add(origins, s.at, (size_t)(s.from - bytes.bytes), ORIGIN_MULTI);
    decode_chunk(&s, &out->repairs.invalid_utf8);
  }
  iconv_close(s.by);
  out->text = (isnad_slice){s.to, s.at};
  out->origins.iconv = charset_rows[row].iconv;
  return status;
}

isnad_status charset_decode(page_decoded *out, isnad_arena *arena, isnad_slice bytes, uint16_t row, bool with_origins, isnad_err *err) {
  origin_list list = {.arena = arena}, *origins = with_origins ? &list : NULL;
  isnad_status status;
  switch (charset_rows[row].kind) {
  case CHARSET_UTF16LE:
  case CHARSET_UTF16BE:
    status = decode_utf16(out, origins, arena, bytes, charset_rows[row].kind == CHARSET_UTF16BE, err);
    break;
  case CHARSET_MULTI:
    status = decode_multi(out, origins, arena, bytes, row, err);
    break;
  default:
    status = decode_single(out, origins, arena, bytes, row, err);
  }
  if (status != ISNAD_OK) return status;
  if (list.failed) return isnad_arena_fail(err, arena, "page");
  out->origins.text = out->text;
  out->origins.raw = bytes;
  out->origins.runs = list.runs;
  out->origins.count = list.count;
  return ISNAD_OK;
}
