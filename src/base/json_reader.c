#include "base/json_reader.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

json_reader json_reader_new(isnad_arena *arena, isnad_slice text) { return (json_reader){text, 0, 0, arena, NULL}; }

static bool fail(json_reader *r, const char *problem) {
  if (r->problem == NULL) r->problem = problem;
  return false;
}

static void skip_space(json_reader *r) {
  const char *bytes = r->text.bytes;
  while (r->at < r->text.length && (bytes[r->at] == ' ' || bytes[r->at] == '\n' || bytes[r->at] == '\r' || bytes[r->at] == '\t')) r->at++;
}

static bool take(json_reader *r, char c) {
  skip_space(r);
  if (r->at >= r->text.length || r->text.bytes[r->at] != c) return false;
  r->at++;
  return true;
}

static bool take_word(json_reader *r, const char *word) {
  isnad_slice rest = {r->text.bytes + r->at, r->text.length - r->at};
  if (!isnad_slice_starts(rest, isnad_slice_of(word))) return fail(r, "not a JSON value");
  r->at += strlen(word);
  return true;
}

bool json_peek(json_reader *r, json_kind *kind) {
  if (r->problem != NULL) return false;
  skip_space(r);
  if (r->at >= r->text.length) return fail(r, "text ends where a value should be");
  char c = r->text.bytes[r->at];
  if (c == '{')
    *kind = JSON_OBJECT;
  else if (c == '[')
    *kind = JSON_ARRAY;
  else if (c == '"')
    *kind = JSON_STRING;
  else if (c == 't')
    *kind = JSON_TRUE;
  else if (c == 'f')
    *kind = JSON_FALSE;
  else if (c == 'n')
    *kind = JSON_NULL;
  else if (c == '-' || (c >= '0' && c <= '9'))
    *kind = JSON_NUMBER;
  else
    return fail(r, "not a JSON value");
  return true;
}

bool json_enter(json_reader *r, json_kind kind) {
  if (r->problem != NULL) return false;
  if (!take(r, kind == JSON_OBJECT ? '{' : '[')) return fail(r, kind == JSON_OBJECT ? "an object is expected" : "an array is expected");
  if (++r->depth > JSON_DEPTH) return fail(r, "nested too deep");
  return true;
}

static bool next(json_reader *r, char closing, bool *first) {
  if (r->problem != NULL) return false;
  if (take(r, closing)) {
    r->depth--;
    return false;
  }
  if (!*first && !take(r, ',')) return fail(r, "a comma or a closing bracket is expected");
  *first = false;
  return true;
}

bool json_next_item(json_reader *r, bool *first) { return next(r, ']', first); }

bool json_next_key(json_reader *r, isnad_slice *key, bool *first) {
  if (!next(r, '}', first) || !json_read_string(r, key)) return false;
  return take(r, ':') || fail(r, "a colon is expected");
}

static bool read_hex4(const json_reader *r, size_t at, unsigned *out) {
  if (r->text.length < 4 || at > r->text.length - 4) return false;
  *out = 0;
  for (size_t i = 0; i < 4; i++) {
    int digit = ascii_hex(r->text.bytes[at + i]);
    if (digit < 0) return false;
    *out = *out * 16 + (unsigned)digit;
  }
  return true;
}

/* At the hex digits of a \u escape: writes its character, joins surrogate pairs, moves *at past them. */
static bool unescape_unicode(const json_reader *r, size_t *at, char **to) {
  unsigned c = 0, low = 0;
  if (!read_hex4(r, *at, &c)) return false;
  *at += 4;
  bool high = c >= 0xD800 && c < 0xDC00;
  if (high && *at + 2 <= r->text.length && r->text.bytes[*at] == '\\' && r->text.bytes[*at + 1] == 'u' && read_hex4(r, *at + 2, &low) &&
      low >= 0xDC00 && low < 0xE000) {
    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    *at += 6;
  } else if (c >= 0xD800 && c < 0xE000) {
    c = 0xFFFD;
  }
  *to += utf8_put(*to, c);
  return true;
}

static bool unescape(const json_reader *r, size_t *at, char **to) {
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  char c = r->text.bytes[(*at)++];
  if (c == 'u') return unescape_unicode(r, at, to);
  const char *found = c != '\0' ? strchr(names, c) : NULL;
  if (found == NULL) return false;
  *(*to)++ = values[found - names];
  return true;
}

/* An escape never grows (6 bytes of \uXXXX give at most 3), so the raw length is room enough. */
static bool read_escaped(json_reader *r, size_t begin, size_t end, isnad_slice *out) {
  char *bytes = isnad_arena_alloc(r->arena, end - begin + 1);
  if (bytes == NULL) return fail(r, "out of memory");
  char *to = bytes;
  for (size_t at = begin; at < end;) {
    if (r->text.bytes[at] != '\\') {
      *to++ = r->text.bytes[at++];
      continue;
    }
    at++;
    if (!unescape(r, &at, &to)) {
      r->at = at;
      return fail(r, "unknown escape in a string");
    }
  }
  *out = (isnad_slice){bytes, (size_t)(to - bytes)};
  return true;
}

bool json_read_string(json_reader *r, isnad_slice *out) {
  if (r->problem != NULL) return false;
  if (!take(r, '"')) return fail(r, "a string is expected");
  size_t begin = r->at;
  bool escaped = false;
  const char *bytes = r->text.bytes;
  size_t at = begin;
  while (at < r->text.length && bytes[at] != '"') {
    if (bytes[at] == '\\') {
      escaped = true;
      at++;
    }
    at++;
  }
  if (at >= r->text.length) return fail(r, "a string is not closed");
  r->at = at + 1;
  if (!escaped) {
    *out = (isnad_slice){bytes + begin, at - begin};
    return true;
  }
  return read_escaped(r, begin, at, out);
}

static bool take_one(json_reader *r, const char *of) {
  if (r->at >= r->text.length || r->text.bytes[r->at] == '\0' || strchr(of, r->text.bytes[r->at]) == NULL) return false;
  r->at++;
  return true;
}

static bool take_digits(json_reader *r) {
  size_t begin = r->at;
  while (take_one(r, "0123456789")) continue;
  return r->at > begin;
}

bool json_read_number(json_reader *r, isnad_slice *out) {
  if (r->problem != NULL) return false;
  skip_space(r);
  size_t begin = r->at;
  take_one(r, "-");
  if (!take_one(r, "0") && !take_digits(r)) return fail(r, "a number is expected");
  if (take_one(r, ".") && !take_digits(r)) return fail(r, "digits are expected after the point");
  if (take_one(r, "eE")) {
    take_one(r, "+-");
    if (!take_digits(r)) return fail(r, "digits are expected in the exponent");
  }
  *out = (isnad_slice){r->text.bytes + begin, r->at - begin};
  return true;
}

static bool skip_object(json_reader *r) {
  isnad_slice key;
  bool first = true;
  if (!json_enter(r, JSON_OBJECT)) return false;
  while (json_next_key(r, &key, &first))
    if (!json_skip(r)) return false;
  return r->problem == NULL;
}

static bool skip_array(json_reader *r) {
  bool first = true;
  if (!json_enter(r, JSON_ARRAY)) return false;
  while (json_next_item(r, &first))
    if (!json_skip(r)) return false;
  return r->problem == NULL;
}

bool json_skip(json_reader *r) {
  json_kind kind;
  isnad_slice ignored;
  if (!json_peek(r, &kind)) return false;
  switch (kind) {
  case JSON_OBJECT:
    return skip_object(r);
  case JSON_ARRAY:
    return skip_array(r);
  case JSON_STRING:
    return json_read_string(r, &ignored);
  case JSON_NUMBER:
    return json_read_number(r, &ignored);
  case JSON_TRUE:
    return take_word(r, "true");
  case JSON_FALSE:
    return take_word(r, "false");
  default:
    return take_word(r, "null");
  }
}

bool json_at_end(json_reader *r) {
  if (r->problem != NULL) return false;
  skip_space(r);
  return r->at == r->text.length || fail(r, "something follows the JSON value");
}
