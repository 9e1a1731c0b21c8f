/* The code points that the shape of a line is read from. Words live in data/. */
#ifndef ISNAD_PAGE_CHARS_H
#define ISNAD_PAGE_CHARS_H

#include "isnad/base.h"

enum {
  CHAR_NBSP = 0x00A0,
  CHAR_GUILLEMET_OPEN = 0x00AB,
  CHAR_MIDDLE_DOT = 0x00B7,
  CHAR_COPYRIGHT = 0x00A9,
  CHAR_GUILLEMET_CLOSE = 0x00BB,
  CHAR_ARABIC_COMMA = 0x060C,
  CHAR_ARABIC_SEMICOLON = 0x061B,
  CHAR_ARABIC_QUESTION = 0x061F,
  CHAR_WAW = 0x0648,
  CHAR_ARABIC_STOP = 0x06D4,
  CHAR_EN_DASH = 0x2013,
  CHAR_EM_DASH = 0x2014,
  CHAR_BAR = 0x2015,
  CHAR_BULLET = 0x2022,
  CHAR_TRIANGLE_BULLET = 0x2023,
  CHAR_ELLIPSIS = 0x2026,
  CHAR_SINGLE_CLOSE = 0x203A,
  CHAR_HYPHEN_BULLET = 0x2043,
  CHAR_ARROW_LEFT = 0x2190,
  CHAR_ARROW_RIGHT = 0x2192,
  CHAR_IDEOGRAPHIC_SPACE = 0x3000,
  CHAR_ZERO_WIDTH_NO_BREAK = 0xFEFF
};

/* The character at byte `at` of valid UTF-8, and how many bytes it takes. */
static inline uint32_t char_at(isnad_slice text, size_t at, size_t *length) {
  const unsigned char *b = (const unsigned char *)text.bytes + at;
  if (b[0] < 0x80) return *length = 1, b[0];
  if (b[0] < 0xE0) return *length = 2, (uint32_t)(b[0] & 0x1F) << 6 | (uint32_t)(b[1] & 0x3F);
  if (b[0] < 0xF0) return *length = 3, (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (uint32_t)(b[2] & 0x3F);
  *length = 4;
  return (uint32_t)(b[0] & 0x07) << 18 | (uint32_t)(b[1] & 0x3F) << 12 | (uint32_t)(b[2] & 0x3F) << 6 | (uint32_t)(b[3] & 0x3F);
}

/* White space of every width, line breaks included (Unicode White_Space, and the no-break zero-width space that pages use as a blank). */
static inline bool char_is_space(uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == CHAR_NBSP || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == CHAR_IDEOGRAPHIC_SPACE || c == CHAR_ZERO_WIDTH_NO_BREAK;
}

/* Characters that show nothing: bidi controls and joiners. */
static inline bool char_is_invisible(uint32_t c) {
  return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0x061C || c == 0x00AD;
}

/* Bullets that are never a mark of the sentence they stand before. */
static inline bool char_is_bullet(uint32_t c) {
  return c == CHAR_BULLET || c == CHAR_TRIANGLE_BULLET || c == CHAR_HYPHEN_BULLET || c == CHAR_MIDDLE_DOT || (c >= 0x25A0 && c <= 0x25FF) ||
         c == 0x2219 || c == 0x2756 || c == 0x2666 || c == 0x27A4 || c == 0x2714 || c == 0x2713 || c == 0x204C || c == 0x204D;
}

/* Marks that are bullets only when white space follows. */
static inline bool char_is_bullet_if_spaced(uint32_t c) { return c == '-' || c == '*' || c == CHAR_EN_DASH || c == CHAR_EM_DASH || c == '+'; }

static inline bool char_is_dash(uint32_t c) { return c == '-' || c == CHAR_EN_DASH || c == CHAR_EM_DASH || c == CHAR_BAR; }

#endif
