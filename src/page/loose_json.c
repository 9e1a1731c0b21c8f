#include "page/loose_json.h"

#include "base/utf8.h"

#include <string.h>

/* White space, and the commas and colons that broken JSON has at wrong places. */
static void skip_space(loose_json *r) {
  while (r->at < r->text.length && r->text.bytes[r->at] != '\0' && strchr(" \t\r\n,", r->text.bytes[r->at]) != NULL) r->at++;
}

char loose_peek(loose_json *r) {
  skip_space(r);
  return r->at < r->text.length ? r->text.bytes[r->at] : '\0';
}

/* A quotation mark in a string that nobody escaped: the string goes on when no mark of JSON follows. */
static bool closes(const loose_json *r, size_t at) {
  for (at++; at < r->text.length; at++) {
    char c = r->text.bytes[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    return c == ',' || c == ':' || c == '}' || c == ']' || c == '"' || c == '<' || c == '/';
  }
  return true;
}

bool loose_string_read(loose_json *r, loose_string *out) {
  if (loose_peek(r) != '"') return false;
  size_t begin = ++r->at;
  out->escaped = false;
  for (; r->at < r->text.length; r->at++) {
    char c = r->text.bytes[r->at];
    if (c == '\\') {
      out->escaped = true;
      r->at++;
    } else if (c == '"' && closes(r, r->at)) {
      out->raw = (isnad_slice){r->text.bytes + begin, r->at - begin};
      r->at++;
      return true;
    }
  }
  r->at = r->text.length;
  return false;
}

bool loose_skip_word(loose_json *r) {
  size_t begin = r->at;
  while (r->at < r->text.length && r->text.bytes[r->at] != '\0' && strchr(" \t\r\n,:{}[]\"", r->text.bytes[r->at]) == NULL) r->at++;
  return r->at > begin;
}

bool loose_skip_value(loose_json *r) {
  size_t open = 0;
  loose_string ignored;
  do {
    char c = loose_peek(r);
    if (c == '\0') return false;
    if (c == '"') {
      if (!loose_string_read(r, &ignored)) return false;
    } else {
      open += c == '{' || c == '[';
      open -= (c == '}' || c == ']') && open > 0;
      r->at++;
    }
  } while (open > 0);
  return true;
}

/* --- escapes --- */

static unsigned hex_at(isnad_slice s, size_t at) {
  unsigned value = 0;
  for (size_t i = at; i < at + 4; i++) {
    char c = i < s.length ? s.bytes[i] : 'x';
    unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0') : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (unsigned)((c | 0x20) - 'a') + 10 : 16;
    if (digit == 16) return 0xFFFD;
    value = value * 16 + digit;
  }
  return value;
}

/* At the hex digits of a \u escape; surrogate halves without their other half become U+FFFD. */
static size_t put_unicode(char **out, isnad_slice s, size_t at) {
  unsigned c = hex_at(s, at), low = 0;
  size_t next = at + 4;
  if (c >= 0xD800 && c < 0xDC00 && next + 6 <= s.length && s.bytes[next] == '\\' && s.bytes[next + 1] == 'u' &&
      (low = hex_at(s, next + 2)) >= 0xDC00 && low < 0xE000) {
    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    next += 6;
  } else if (c >= 0xD800 && c < 0xE000) {
    c = 0xFFFD;
  }
  *out += utf8_put(*out, c);
  return next < s.length ? next : s.length;
}

/* An escape never grows: \uXXXX gives at most three bytes. */
isnad_slice loose_unescaped(isnad_arena *arena, loose_string s) {
  if (!s.escaped) return s.raw;
  char *bytes = isnad_arena_alloc(arena, s.raw.length + 1), *out = bytes;
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  for (size_t at = 0; at < s.raw.length;) {
    char c = s.raw.bytes[at++];
    if (c != '\\' || at == s.raw.length) {
      *out++ = c;
      continue;
    }
    c = s.raw.bytes[at++];
    if (c == 'u')
      at = put_unicode(&out, s.raw, at);
    else
      *out++ = c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c;
  }
  return (isnad_slice){bytes, (size_t)(out - bytes)};
}
