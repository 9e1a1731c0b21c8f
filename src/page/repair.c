#include "page/repair.h"

#include <string.h>

enum {
  SAMPLE = 64 * 1024, /* bytes looked at for control characters */
  CONTROL_SHARE = 20, /* text has fewer than one control character in so many bytes */
  INVALID_SHARE = 5,  /* and fewer than one ill-formed sequence in so many bytes */
  FEW = 8             /* a few of either are noise in a short text */
};

static const char replacement[] = "\xEF\xBF\xBD";
static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/* The bytes that may follow a lead byte differ only for the second one. */
static bool second_allowed(uint8_t lead, uint8_t second) {
  if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
  if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
  if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
  return continues(second);
}

static size_t length_of(uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* How many bytes at the front belong together: a whole character (then *whole), or the maximal ill-formed part. */
static size_t character(const uint8_t *at, size_t left, bool *whole) {
  size_t length = length_of(at[0]), have = 1;
  if (length > 1 && left > 1 && second_allowed(at[0], at[1])) {
    have = 2;
    while (have < length && have < left && continues(at[have])) have++;
  }
  *whole = have == length;
  return have;
}

size_t page_ill_formed_length(isnad_slice bytes) {
  bool whole = false;
  return character((const uint8_t *)bytes.bytes, bytes.length, &whole);
}

static const uint64_t every = 0x0101010101010101u;

static uint64_t eight_bytes(const uint8_t *at) {
  uint64_t w = 0;
  for (unsigned i = 0; i < 8; i++) w |= (uint64_t)at[i] << 8 * i;
  return w;
}

/* Eight bytes at once when they are ASCII and characters of two bytes, as Arabic is: each lead byte is followed by a continuation byte, and nothing
 * else is one. Returns how many of them were passed: 8, 7 when the last one is a lead byte, or 0. */
static size_t pass_eight(const uint8_t *at) {
  uint64_t w = eight_bytes(at), top = every * 0x80, high = w & top, second = (w << 1) & top, third = (w << 2) & top;
  uint64_t lead = high & second & ~third, more = high & ~second, long_lead = high & second & third;
  uint64_t overlong = lead & ~((w & every * 0x1E) + every * 0x7E);
  if ((long_lead | overlong) != 0 || more != lead << 8) return 0;
  return lead >> 63 != 0 ? 7 : 8;
}

/* Markup is ASCII in long runs: 32 bytes at once. */
static const uint8_t *pass_ascii(const uint8_t *at, const uint8_t *end) {
  uint64_t w[4];
  while (end - at >= (ptrdiff_t)sizeof w) {
    memcpy(w, at, sizeof w);
    if (((w[0] | w[1] | w[2] | w[3]) & every * 0x80) != 0) break;
    at += sizeof w;
  }
  return at;
}

size_t page_valid_length(isnad_slice bytes) {
  if (bytes.length == 0) return 0; /* there may be no pointer */
  const uint8_t *begin = (const uint8_t *)bytes.bytes, *at = begin, *end = at + bytes.length;
  bool whole = true;
  while (at < end) {
    size_t passed = 0;
    at = pass_ascii(at, end);
    while (end - at >= 8 && (passed = pass_eight(at)) > 0) at += passed;
    if (at == end) break;
    size_t length = character(at, (size_t)(end - at), &whole);
    if (!whole) break;
    at += length;
  }
  return (size_t)(at - begin);
}

static bool is_control(uint8_t c) { return c < 0x20 && (c < 0x09 || c > 0x0D) && c != 0x1B; }

/* Runs short enough for a count in one byte, which compilers turn into vectors. */
static size_t controls(isnad_slice bytes) {
  size_t count = 0, sample = bytes.length < SAMPLE ? bytes.length : SAMPLE;
  for (size_t i = 0; i < sample;) {
    size_t end = sample - i < UINT8_MAX ? sample : i + UINT8_MAX;
    uint8_t here = 0;
    for (; i < end; i++) here = (uint8_t)(here + is_control((uint8_t)bytes.bytes[i]));
    count += here;
  }
  return count;
}

bool page_is_binary(isnad_slice bytes) { return controls(bytes) > FEW + (bytes.length < SAMPLE ? bytes.length : SAMPLE) / CONTROL_SHARE; }

static bool utf16(isnad_slice bytes) {
  return bytes.length >= 2 && (memcmp(bytes.bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes.bytes, "\xFE\xFF", 2) == 0);
}

/* Copies `bytes` repaired to `out`, or only measures when `out` is NULL. Returns the length. */
static size_t repair(char *out, isnad_repairs *repairs, isnad_slice bytes) {
  size_t from = 0, to = 0;
  while (from < bytes.length) {
    isnad_slice rest = {bytes.bytes + from, bytes.length - from};
    size_t good = page_valid_length(rest);
    if (out != NULL && good > 0) memcpy(out + to, rest.bytes, good);
    from += good;
    to += good;
    if (from == bytes.length) break;
    bool whole = false;
    from += character((const uint8_t *)bytes.bytes + from, bytes.length - from, &whole);
    if (out != NULL) memcpy(out + to, replacement, 3);
    to += 3;
    repairs->invalid_utf8++;
  }
  return to;
}

static uint32_t blank_nuls(char *bytes, size_t length) {
  uint32_t count = 0;
  for (char *at = bytes; (at = memchr(at, 0, length - (size_t)(at - bytes))) != NULL; count++) *at = ' ';
  return count;
}

static isnad_status refuse(isnad_err *err, isnad_slice bytes, const char *why) {
  size_t end = bytes.length < 16 ? bytes.length : 16;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "page", (isnad_span){0, (uint32_t)end}, "not a page of text: %s", why);
}

isnad_status page_repair(isnad_slice *text, isnad_repairs *repairs, isnad_arena *arena, isnad_slice bytes, isnad_err *err) {
  *repairs = (isnad_repairs){0};
  *text = (isnad_slice){NULL, 0};
  if (bytes.length >= UINT32_MAX)
    return isnad_err_set(err, ISNAD_LIMIT, "page", (isnad_span){0, 0}, "a page must be smaller than 4 GiB, this one has %zu bytes", bytes.length);
  if (bytes.length == 0) return ISNAD_OK;
  if (utf16(bytes)) return refuse(err, bytes, "it is UTF-16");
  if (page_is_binary(bytes)) return refuse(err, bytes, "it holds binary bytes");
  if (isnad_slice_starts(bytes, isnad_slice_of(byte_order_mark))) {
    repairs->bom = 1;
    bytes.bytes += 3;
    bytes.length -= 3;
  }
  if (page_valid_length(bytes) == bytes.length && memchr(bytes.bytes, 0, bytes.length) == NULL) {
    *text = bytes;
    return ISNAD_OK;
  }
  isnad_repairs ignored = {0};
  size_t length = repair(NULL, &ignored, bytes);
  if (ignored.invalid_utf8 > FEW + bytes.length / INVALID_SHARE) return refuse(err, bytes, "it is not UTF-8");
  if (length >= UINT32_MAX) return isnad_err_set(err, ISNAD_LIMIT, "page", (isnad_span){0, 0}, "repaired, the page would have 4 GiB or more");
  char *copy = isnad_arena_alloc(arena, length);
  if (copy == NULL) return isnad_arena_fail(err, arena, "page");
  repair(copy, repairs, bytes);
  repairs->nul = blank_nuls(copy, length);
  *text = (isnad_slice){copy, length};
  return ISNAD_OK;
}
