/* Numbers as Arabic text writes them: digits of every set with their separators, number words in every case, gender, dual and construct form, and
 * mixtures of both, read to a value.
 *
 * The grammar: an additive number is a chain of parts joined by "and" that fall in size (a million and three hundred and twenty thousand); a scale
 * word multiplies what stands before it and is smaller; one and only one lower digit may stand before a ten. docs/FIGURES.md tells it in full.
 */
#ifndef ISNAD_ARABIC_NUMBER_H
#define ISNAD_ARABIC_NUMBER_H

#include "isnad/arabic.h"

typedef enum number_kind {
  NUMBER_CARDINAL,
  NUMBER_ORDINAL,  /* first, second, the twenty-first */
  NUMBER_FRACTION, /* half, two thirds: less than one and of no scale */
  NUMBER_DECADE    /* "a man in his forties": min 40, max 49 */
} number_kind;

/* How a number is written. */
enum {
  NUMBER_VAGUE = 1,     /* tens, hundreds of thousands, a few: min and max are its usual bounds */
  NUMBER_DIGITS = 2,    /* begins with digits */
  NUMBER_BARE = 4,      /* nothing but digits without a separator: may be a year, a telephone, a make */
  NUMBER_DEFINITE = 8,  /* its first word has the article */
  NUMBER_AND = 16,      /* "and" stands before it, joined or as a word of its own */
  NUMBER_SCALED = 32,   /* a scale word is in it */
  NUMBER_CONSTRUCT = 64 /* its last word is a dual that has lost its noon: the counted noun must follow */
};

#define NUMBER_NO_ROW UINT32_MAX

typedef struct number {
  number_kind kind;
  unsigned flags;
  double min, max;    /* equal unless the number is vague or a decade */
  double scale;       /* the scale word that ends it ("ten thousand": 1000); 1 when none does */
  size_t first, last; /* tokens [first, last); an article or preposition joined to digits by tatweel stands before first */
  isnad_span span;    /* source bytes, proclitics left out */
  uint32_t row;       /* of numbers.tsv, its first word; NUMBER_NO_ROW for digits */
} number;

/* Reads the longest number that begins at token `at` and ends at or before token `end`. False when none does; out->last then is the first token
 * behind words that only look like a number ("half-final"), or at + 1. Time is linear in the tokens read. */
bool number_at(number *out, const isnad_tokens *tokens, size_t at, size_t end);

/* --- pieces: for number.c --- */

/* One word or numeral of a number. */
typedef struct number_piece {
  int kind; /* isnad_numbers_kind, or PIECE_NUMERAL */
  double value;
  size_t first, last;
  uint32_t row;
  uint32_t begin; /* source byte behind the proclitics */
  uint8_t cut;    /* folded bytes of proclitics */
  bool joined;    /* by "and" alone */
  bool prefixed;  /* by another proclitic: cannot go on a number */
  bool definite;
  bool bare; /* digits alone */
} number_piece;

enum { PIECE_NUMERAL = -1 };

/* The piece at token `at` (a free-standing "and" is passed over); false for none. */
bool number_piece_at(number_piece *out, const isnad_tokens *tokens, size_t at, size_t end);

/* The value of the digits at token `at`, with groups set apart by spaces or by Arabic commas; *last is the token behind them. False for what is no
 * number: dates, versions, leading zeros. `bare` tells that it has no separator. */
bool number_digits_at(double *value, size_t *last, bool *bare, const isnad_tokens *tokens, size_t at, size_t end);

/* A decimal as the tables write it ("0.25"). */
double number_decimal(const char *text);

/* Whether a scale word stands at token `at`. */
bool number_scale_follows(const isnad_tokens *tokens, size_t at, size_t end);

#endif
