/* ASCII bytes, whatever the locale: what addresses, headers and labels are read with. */
#ifndef ISNAD_BASE_ASCII_H
#define ISNAD_BASE_ASCII_H

#include "isnad/base.h"

static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }

static inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

/* The worth of a hexadecimal digit in either case; -1: it is none. */
static inline int ascii_hex(char c) {
  if (ascii_is_digit(c)) return c - '0';
  c = ascii_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* RFC 3986, 2.3: what an address need not encode. */
static inline bool ascii_is_unreserved(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

/* Whether a text begins with a word, which is in small letters, in any case. */
static inline bool ascii_begins(isnad_slice s, const char *word) {
  size_t at = 0;
  while (word[at] != '\0' && at < s.length && ascii_lower(s.bytes[at]) == word[at]) at++;
  return word[at] == '\0';
}

/* What stands behind the first `length` bytes; there must be so many. */
static inline isnad_slice ascii_behind(isnad_slice s, size_t length) { return (isnad_slice){s.bytes + length, s.length - length}; }

/* The first place of one of the bytes of `any`; s.length: none stands there. */
static inline size_t ascii_find(isnad_slice s, const char *any) {
  size_t at = 0;
  while (at < s.length && (s.bytes[at] == '\0' || strchr(any, s.bytes[at]) == NULL)) at++;
  return at;
}

/* Without blanks and tabs at both ends. */
static inline isnad_slice ascii_trim(isnad_slice s) {
  while (s.length > 0 && (s.bytes[0] == ' ' || s.bytes[0] == '\t')) s = ascii_behind(s, 1);
  while (s.length > 0 && (s.bytes[s.length - 1] == ' ' || s.bytes[s.length - 1] == '\t')) s.length--;
  return s;
}

#endif
