#include "page/charset.h"

#include "page/repair.h"

#include <string.h>

enum {
  SAMPLE = 4096,     /* bytes looked at for UTF-16 without a mark, and for control characters */
  BROKEN_SHARE = 8,  /* UTF-8 has fewer than one broken place for so many characters that are no ASCII */
  DECLARED_SHARE = 2 /* and text that says it is UTF-8 fewer than one for so many */
};

static bool starts(isnad_slice bytes, const char *mark, size_t length) { return bytes.length >= length && memcmp(bytes.bytes, mark, length) == 0; }

static void settle(page_decoded *out, uint16_t row, const char *basis) {
  out->charset = isnad_slice_of(charset_rows[row].name);
  out->basis = isnad_slice_of(basis);
}

/* --- UTF-16 without a mark: of two bytes one is nearly always 00 (Latin, marks, markup) or 06 (Arabic) --- */

static size_t high_halves(isnad_slice bytes, size_t from) {
  size_t count = 0;
  for (size_t i = from; i < bytes.length; i += 2) count += bytes.bytes[i] == 0x00 || bytes.bytes[i] == 0x06;
  return count;
}

static uint16_t utf16_pattern(isnad_slice bytes) {
  isnad_slice sample = {bytes.bytes, bytes.length < SAMPLE ? bytes.length & ~(size_t)1 : SAMPLE};
  size_t pairs = sample.length / 2, even = high_halves(sample, 0), odd = high_halves(sample, 1);
  if (pairs < 4) return CHARSET_NONE;
  if (odd * 10 >= pairs * 9 && even * 4 < pairs) return charset_named("utf-16le");
  if (even * 10 >= pairs * 9 && odd * 4 < pairs) return charset_named("utf-16be");
  return CHARSET_NONE;
}

static uint16_t utf16_mark(isnad_slice bytes) {
  if (starts(bytes, "\xFF\xFE", 2)) return charset_named("utf-16le");
  return starts(bytes, "\xFE\xFF", 2) ? charset_named("utf-16be") : CHARSET_NONE;
}

/* --- UTF-8 --- */

/* Characters that are no ASCII and broken places; a character cut at the head or the tail counts as neither. */
static void count_utf8(isnad_slice bytes, size_t *whole, size_t *broken) {
  size_t at = 0;
  *whole = *broken = 0;
  while (at < bytes.length && at < 3 && ((uint8_t)bytes.bytes[at] & 0xC0) == 0x80) at++;
  while (at < bytes.length) {
    isnad_slice rest = {bytes.bytes + at, bytes.length - at};
    size_t good = page_valid_length(rest);
    for (size_t i = 0; i < good; i++) *whole += (uint8_t)rest.bytes[i] >= 0xC2;
    at += good;
    if (at == bytes.length) break;
    rest = (isnad_slice){bytes.bytes + at, bytes.length - at};
    size_t part = page_ill_formed_length(rest);
    *broken += part < rest.length || (uint8_t)rest.bytes[0] < 0xC2;
    at += part;
  }
}

static bool is_utf8(isnad_slice bytes, uint16_t declared) {
  size_t whole, broken;
  bool says_so = declared != CHARSET_NONE && charset_rows[declared].kind == CHARSET_UTF8;
  count_utf8(bytes, &whole, &broken);
  if (broken == 0) return whole > 0 || says_so || declared == CHARSET_NONE;
  return broken * (says_so ? DECLARED_SHARE : BROKEN_SHARE) <= whole;
}

/* Where the repaired text comes from: copied but for the places that were mended. */
static isnad_status utf8_origins(page_decoded *out, isnad_arena *arena, isnad_slice bytes, isnad_err *err) {
  origin_list list = {.arena = arena};
  size_t from = out->repairs.bom > 0 ? 3 : 0, to = 0;
  while (from < bytes.length) {
    isnad_slice rest = {bytes.bytes + from, bytes.length - from};
    size_t good = page_valid_length(rest);
    origin_add(&list, to, from, ORIGIN_COPY);
    from += good;
    to += good;
    if (from == bytes.length) break;
    origin_add(&list, to, from, ORIGIN_POINT);
    from += page_ill_formed_length((isnad_slice){bytes.bytes + from, bytes.length - from});
    to += 3;
  }
  if (list.failed) return isnad_arena_fail(err, arena, "page");
  out->origins = (page_origins){.text = out->text, .raw = bytes, .runs = list.runs, .count = list.count};
  return ISNAD_OK;
}

/* Text as it should be: nothing to mend, nothing to copy. */
static bool is_clean(isnad_slice bytes, bool valid) {
  return valid && bytes.length > 0 && !starts(bytes, "\xEF\xBB\xBF", 3) && memchr(bytes.bytes, 0, bytes.length) == NULL && !page_is_binary(bytes);
}

static isnad_status decode_utf8(page_decoded *out, isnad_arena *arena, isnad_slice bytes, bool valid, isnad_err *err) {
  if (is_clean(bytes, valid)) {
    out->text = bytes;
    out->origins = (page_origins){.text = bytes, .raw = bytes};
    settle(out, charset_named("utf-8"), "valid");
    return charset_undo(out, arena, err);
  }
  isnad_status status = page_repair(&out->text, &out->repairs, arena, bytes, err);
  if (status != ISNAD_OK) return status;
  settle(out, charset_named("utf-8"), out->repairs.bom > 0 ? "bom" : out->repairs.invalid_utf8 > 0 ? "repaired" : "valid");
  out->origins = (page_origins){.text = out->text, .raw = bytes};
  if (out->text.length > 0 && (out->repairs.invalid_utf8 > 0 || out->repairs.bom > 0)) status = utf8_origins(out, arena, bytes, err);
  return status == ISNAD_OK ? charset_undo(out, arena, err) : status;
}

/* --- everything else --- */

static void blank_nuls(page_decoded *out) {
  char *at = (char *)out->text.bytes, *end = at + out->text.length; /* decoders write to memory of their own */
  for (; at < end && (at = memchr(at, 0, (size_t)(end - at))) != NULL; at++) {
    *at = ' ';
    out->repairs.nul++;
  }
}

static isnad_status decode_by(page_decoded *out, isnad_arena *arena, isnad_slice bytes, uint16_t row, const char *basis, isnad_err *err) {
  isnad_status status = charset_decode(out, arena, bytes, row, true, err);
  if (status != ISNAD_OK) return status;
  settle(out, row, basis);
  blank_nuls(out);
  return ISNAD_OK;
}

/* Seven bits, but shifted to Japanese by escapes: valid UTF-8 only to the letter. */
static bool is_shifted(isnad_slice bytes, uint16_t declared) {
  return declared != CHARSET_NONE && declared == charset_named("iso-2022-jp") && bytes.length > 0 && memchr(bytes.bytes, 0x1B, bytes.length) != NULL;
}

static isnad_status decode_legacy(page_decoded *out, isnad_arena *arena, isnad_slice bytes, uint16_t declared, isnad_err *err) {
  if (page_is_binary(bytes)) return page_repair(&out->text, &out->repairs, arena, bytes, err); /* which says so */
  charset_guess found = charset_find(bytes, declared);
  return decode_by(out, arena, bytes, found.row, found.basis, err);
}

isnad_status page_decode(page_decoded *out, isnad_arena *arena, isnad_slice bytes, isnad_slice content_type, bool markup, isnad_err *err) {
  *out = (page_decoded){0};
  if (bytes.length >= UINT32_MAX)
    return isnad_err_set(err, ISNAD_LIMIT, "page", (isnad_span){0, 0}, "a page must be smaller than 4 GiB, this one has %zu bytes", bytes.length);
  if (bytes.length == 0) {
    settle(out, charset_named("utf-8"), "valid");
    return ISNAD_OK;
  }
  uint16_t utf16 = utf16_mark(bytes), pattern = utf16 == CHARSET_NONE ? utf16_pattern(bytes) : CHARSET_NONE;
  if (utf16 != CHARSET_NONE) return decode_by(out, arena, bytes, utf16, "bom", err);
  if (pattern != CHARSET_NONE) return decode_by(out, arena, bytes, pattern, "pattern", err);
  bool marked = starts(bytes, "\xEF\xBB\xBF", 3), valid = page_valid_length(bytes) == bytes.length;
  uint16_t declared = charset_of_content_type(content_type);
  if ((valid || marked) && (declared == CHARSET_NONE || !is_shifted(bytes, declared))) return decode_utf8(out, arena, bytes, valid, err);
  if (declared == CHARSET_NONE && markup) declared = charset_of_markup(bytes);
  if (is_shifted(bytes, declared)) return decode_by(out, arena, bytes, declared, "declared", err);
  return valid || is_utf8(bytes, declared) ? decode_utf8(out, arena, bytes, valid, err) : decode_legacy(out, arena, bytes, declared, err);
}
