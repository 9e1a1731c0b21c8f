/* Bytes of markup: white space, ASCII letters in any case. */
#ifndef ISNAD_FEED_WORDS_H
#define ISNAD_FEED_WORDS_H

#include <string.h>

#include "isnad/base.h"

static inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static inline char to_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

/* Whether `word`, in small letters, stands at `at`, in any case. */
static inline bool word_at(isnad_slice text, size_t at, const char *word) {
  for (; *word != '\0'; at++, word++)
    if (at >= text.length || to_lower(text.bytes[at]) != *word) return false;
  return true;
}

static inline bool word_is(isnad_slice text, const char *word) { return text.length == strlen(word) && word_at(text, 0, word); }

/* The first place of `word` from `from` on; text.length when there is none. */
static inline size_t word_find(isnad_slice text, size_t from, const char *word) {
  while (from < text.length && !word_at(text, from, word)) from++;
  return from < text.length ? from : text.length;
}

static inline isnad_slice word_trim(isnad_slice s) {
  while (s.length > 0 && is_blank(s.bytes[0])) s.bytes++, s.length--;
  while (s.length > 0 && is_blank(s.bytes[s.length - 1])) s.length--;
  return s;
}

#endif
