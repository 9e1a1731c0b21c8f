/* Letters of folded words: the Arabic letters all take two bytes of UTF-8. */
#ifndef ISNAD_ARABIC_FORMS_H
#define ISNAD_ARABIC_FORMS_H

#include "arabic/letters.h"
#include "isnad/base.h"

enum { LETTER_BYTES = 2, ARTICLE_BYTES = 2 * LETTER_BYTES };

/* The letter at byte `at` of a form; 0: the form ends there, or another script's character stands there. */
static inline unsigned letter_at(isnad_slice form, size_t at) {
  if (at + LETTER_BYTES > form.length) return 0;
  const unsigned char *p = (const unsigned char *)form.bytes + at;
  return (p[0] & 0xE0u) == 0xC0u ? (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu) : 0;
}

/* Whether it is this letter. */
static inline bool letter_is(isnad_slice form, size_t at, unsigned letter) {
  if (at + LETTER_BYTES > form.length) return false;
  const unsigned char *p = (const unsigned char *)form.bytes + at;
  return p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

static inline bool letter_is_last(isnad_slice form, unsigned letter) {
  return form.length >= LETTER_BYTES && letter_is(form, form.length - LETTER_BYTES, letter);
}

/* Writes LETTER_BYTES bytes, and tells so many. */
static inline size_t letter_put(char *out, unsigned letter) {
  out[0] = (char)(0xC0 | letter >> 6);
  out[1] = (char)(0x80 | (letter & 0x3F));
  return LETTER_BYTES;
}

/* Whether alef and lam stand at byte `at`: the article when enough of a word is behind them, which is for the caller to say. */
static inline bool article_at(isnad_slice form, size_t at) {
  return letter_is(form, at, LETTER_ALEF) && letter_is(form, at + LETTER_BYTES, LETTER_LAM);
}

static inline size_t article_put(char *out) {
  letter_put(out, LETTER_ALEF);
  letter_put(out + LETTER_BYTES, LETTER_LAM);
  return ARTICLE_BYTES;
}

#endif
