/* What each character is to the tokenizer, and what it folds to.
 *
 * The rules are in chars.c and are written to be read. For speed they are also run once at build time over the characters that nearly all news is
 * made of (tools/compile_chars.c), which gives the tables that chars_entry looks into.
 */
#ifndef ISNAD_ARABIC_CHARS_H
#define ISNAD_ARABIC_CHARS_H

#include "isnad/arabic.h"

/* Letters come last: a class of CHAR_ARABIC or more is a letter, and a run of letters of one class is a word. */
typedef enum char_class {
  CHAR_DROP,    /* no trace in folded text: ZWNJ, bidi controls, bytes that are no UTF-8 */
  CHAR_MARK,    /* none either, but it belongs to the letter before it: diacritics */
  CHAR_TATWEEL, /* dropped too, but remembered */
  CHAR_SPACE,
  CHAR_LINE,
  CHAR_DIGIT, /* folds to ASCII */
  CHAR_QUOTE,
  CHAR_PUNCT,
  CHAR_SYMBOL,
  CHAR_RARE, /* not in the tables: ask chars_fold */
  CHAR_ARABIC,
  CHAR_LATIN,
  CHAR_GREEK,
  CHAR_CYRILLIC,
  CHAR_HEBREW,
  CHAR_LETTER /* a letter of any other script */
} char_class;

enum {
  CHAR_MOST_POINTS = 4,            /* code points that one character can fold to (U+FDF2) */
  CHAR_MOST_BYTES = 8,             /* and bytes */
  CHAR_MOST_GROWTH = 5,            /* folded bytes beyond the source bytes; only characters that begin with byte CHAR_GROWING grow */
  CHAR_GROWING = 0xEF,             /* U+F000 to U+FFFF: the presentation forms */
  CHAR_NOT_UTF8 = 0x7FFFFFFF,      /* what chars_decode gives for a byte that is no UTF-8 */
  CHAR_TABLE_LOW = 0x800,          /* the tables hold U+0000 to U+07FF, all of one or two bytes, */
  CHAR_TABLE_PUNCTUATION = 0x2000, /* and U+2000 to U+207F */
  CHAR_TABLE_SIZE = CHAR_TABLE_LOW + 0x80
};

typedef struct char_fold {
  char_class kind; /* of the first code point that it folds to */
  uint8_t count;
  uint32_t points[CHAR_MOST_POINTS];
} char_fold;

/* Any code point, by rule: the slow way. */
void chars_fold(char_fold *out, uint32_t point, isnad_fold strength);

/* A letter with the hamza or madda that stands behind it (U+0653 to U+0655) made one character; 0 when they make none. */
uint32_t chars_composed(uint32_t base, uint32_t mark);

/* Decodes one character of UTF-8 at text[at]; *length 1 and CHAR_NOT_UTF8 for bytes that are none. */
uint32_t chars_decode(isnad_slice text, size_t at, size_t *length);
size_t chars_encode(char out[4], uint32_t point);

/* An entry: up to three folded bytes (bits 0-23), how many they are (24-25), the class (28-31). */
extern const uint32_t chars_match[CHAR_TABLE_SIZE];
extern const uint32_t chars_name[CHAR_TABLE_SIZE];

static inline size_t chars_entry_length(uint32_t entry) { return entry >> 24 & 3; }
static inline char_class chars_entry_class(uint32_t entry) { return (char_class)(entry >> 28); }

/* Writes three bytes, of which the first chars_entry_length count: writing a fixed number costs less than asking how many. */
static inline void chars_entry_put(char *out, uint32_t entry) {
  out[0] = (char)(entry & 0xFF);
  out[1] = (char)(entry >> 8 & 0xFF);
  out[2] = (char)(entry >> 16 & 0xFF);
}

/* The entry of the character at `p`, where `left` bytes are left, and its *length; class CHAR_RARE for what the tables do not hold. */
static inline uint32_t chars_entry(const uint32_t *table, const unsigned char *p, size_t left, size_t *length) {
  if (p[0] < 0x80) {
    *length = 1;
    return table[p[0]];
  }
  if (p[0] >= 0xC2 && p[0] <= 0xDF && left >= 2 && (p[1] & 0xC0) == 0x80) {
    *length = 2;
    return table[(p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)];
  }
  if (p[0] == 0xE2 && left >= 3 && (p[1] & 0xFE) == 0x80 && (p[2] & 0xC0) == 0x80) {
    *length = 3;
    return table[CHAR_TABLE_LOW + ((p[1] & 1u) << 6 | (p[2] & 0x3Fu))];
  }
  *length = 0;
  return (uint32_t)CHAR_RARE << 28;
}

/* Folds the run of plain Arabic letters at `p`, the inner loop of all reading, and returns its bytes; `out` is written as far as `p` is read. */
static inline size_t chars_arabic_run(char *out, const uint32_t *table, const unsigned char *p, size_t left) {
  size_t at = 0;
  for (; left - at >= 2; at += 2) {
    uint32_t pair = p[at] | (uint32_t)p[at + 1] << 8;
    if ((pair & 0xC0FC) != 0x80D8) break; /* not U+0600 to U+06FF */
    uint32_t entry = table[(pair & 0x1F) << 6 | (pair >> 8 & 0x3F)];
    if (entry >> 24 != ((uint32_t)CHAR_ARABIC << 4 | 2)) break;
    out[at] = (char)(entry & 0xFF);
    out[at + 1] = (char)(entry >> 8 & 0xFF);
  }
  return at;
}

/* Puts the folded bytes of the character at text[at] to `out` (room for CHAR_MOST_BYTES) and tells its class and its source *length. */
char_class chars_rare(char *out, size_t *folded, isnad_slice text, size_t at, size_t *length, isnad_fold strength);

/* Room that the folded form of a text can need, with slack for chars_entry_put. */
size_t chars_folded_room(isnad_slice text);

#endif
