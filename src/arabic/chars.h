/* What each character is to the tokenizer, and what it folds to. */
#ifndef ISNAD_ARABIC_CHARS_H
#define ISNAD_ARABIC_CHARS_H

#include "isnad/arabic.h"

typedef enum char_class {
  CHAR_SPACE,
  CHAR_LINE,
  CHAR_DROP,    /* no trace in folded text: marks, ZWNJ, bidi controls */
  CHAR_TATWEEL, /* dropped too, but remembered */
  CHAR_ARABIC,  /* a letter of the Arabic script */
  CHAR_LETTER,  /* a letter of any other script */
  CHAR_DIGIT,   /* folds to ASCII */
  CHAR_QUOTE,
  CHAR_PUNCT,
  CHAR_SYMBOL
} char_class;

enum { FOLDED_ROOM = 20 }; /* code points that one character can fold to (U+FDFA) */

typedef struct char_fold {
  char_class kind; /* of the first code point that it folds to */
  uint8_t count;
  uint32_t points[FOLDED_ROOM];
} char_fold;

/* Any code point; the slow way. */
void chars_fold(char_fold *out, uint32_t point, isnad_fold strength);

/* U+0600 to U+06FF by their low byte, MATCH strength: class in the high byte and the folded character's low byte (its high byte is 06, or 00 for
 * digits) in the low one. Equal to chars_fold for the same characters; a test holds them together. */
extern const uint16_t chars_arabic_block[256];

/* The class of an ASCII byte. */
extern const uint8_t chars_ascii[128];

/* Decodes one character of UTF-8 at text[at]; *length 1 and U+FFFD for bytes that are none. */
uint32_t chars_decode(isnad_slice text, size_t at, size_t *length);
size_t chars_encode(char out[4], uint32_t point);

#endif
