/* How figures are read: number, what bounds it, what it counts, and how the figures of an enumeration hang together. docs/FIGURES.md tells the
 * method. */
#ifndef ISNAD_NOTE_FIGURE_H
#define ISNAD_NOTE_FIGURE_H

#include "arabic/number.h"
#include "note/scan.h"
#include "tables.h"

/* One figure under way. Tokens are those of the page. */
typedef struct figure_item {
  isnad_figure_note note;
  size_t first, last; /* the number with its proclitics and signs, [first, last) */
  size_t after;       /* behind its noun */
  size_t unit;        /* index of the paragraph */
  size_t names;       /* names joined by "and" that follow, 0: none */
  double scale;       /* of the number, for the number before it that shares it */
  bool small;         /* has no scale of its own */
  bool bare;          /* nothing of its own says what it counts */
  bool counted;       /* its noun is a thing counted: no measure, money or time */
  bool open;          /* a preposition or the end of a clause follows: the noun may have been left out */
  bool and;           /* joined to what stands before it by "and" */
  bool each;          /* "for each of" the names that follow */
  bool part;          /* "of the whole" that follows */
  bool lent;          /* its noun is another figure's */
  bool to;            /* the next figure is the other end of a change */
} figure_item;

typedef struct figure_scan {
  note_scan *s;
  const note_unit *unit;
  const isnad_tokens *tokens;
  size_t unit_index;
  size_t passed;      /* tokens of the unit before it were looked at for words of results: "won", "the score" */
  size_t score_last;  /* behind the last of them in the sentence; 0: none */
  figure_item *items; /* of the whole article */
  size_t count, room;
} figure_scan;

/* --- small questions (figure_words.c) --- */

/* The longest hit of a table that begins at `at`, in the paragraph; NULL. */
const isnad_phrase *figure_hit(const figure_scan *f, size_t at, isnad_table table);

/* The longest phrase of number_bounds.tsv that ends right before token `at`; NULL. */
const isnad_phrase *figure_hit_before(const figure_scan *f, size_t at);

isnad_bounds_effect figure_effect(const isnad_phrase *hit);
isnad_bounds_side figure_side(const isnad_phrase *hit);

/* Whether a phrase with this effect begins at `at`. */
bool figure_says(const figure_scan *f, size_t at, isnad_bounds_effect effect);

/* Whether the token is this one ASCII mark, or ends a sentence, or is a word with the article. */
bool figure_is_mark(const figure_scan *f, size_t at, char mark);
bool figure_ends(const figure_scan *f, size_t at);
bool figure_is_definite(const figure_scan *f, size_t at);
bool figure_is_percent(const figure_scan *f, size_t at);
bool figure_is_word(const figure_scan *f, size_t at);
bool figure_is_glued(const figure_scan *f, size_t at);

/* Whether the word at `at` begins with a proclitic that is not part of it; `and` alone when told so. */
bool figure_has_proclitic(const figure_scan *f, size_t at);
bool figure_has_and(const figure_scan *f, size_t at);

/* Folded last letter of a word, 0 for none. */
unsigned figure_last_letter(const figure_scan *f, size_t at, size_t from_end);

/* Whether the paragraph holds nothing but these tokens and marks. */
bool figure_stands_alone(const figure_scan *f, size_t first, size_t last);

/* A unit, a currency or a thing counted that begins at `at`, without proclitics, in this cell; NULL. */
const isnad_phrase *figure_unit_hit(const figure_scan *f, size_t at, isnad_table table, bool dual);

/* A phrase with this effect among the last `window` tokens before `at`, in the same sentence (figure_range.c). */
bool figure_was_said(const figure_scan *f, size_t at, size_t window, isnad_bounds_effect effect);

enum { FIGURE_SCORE_WINDOW = 12 }; /* words before a result among which a word of matches stands */

/* --- the steps --- */

/* A result told in words that begins at `at`: "by two goals to one", "by a clean three". Gives its figure, and returns the token behind it; `at`:
 * none begins there (figure_result.c). */
size_t figure_result_at(figure_scan *f, size_t at, figure_item *item);

/* Whether a number counts nothing: part of a date, a clock time, a name, a make, a telephone, a list (figure_reject.c). */
bool figure_counts_nothing(const figure_scan *f, const number *n);

/* The first token that belongs to the number: its joined article or preposition. */
size_t figure_number_first(const figure_scan *f, const number *n, bool *definite);

/* Reads what the number counts, behind it, before it, or from the figure before; sets kind, unit, thing, span and after (figure_noun.c). */
void figure_read_noun(figure_scan *f, figure_item *item, const number *n);

/* "And a half" behind a unit that begins at token `unit`; item->after is where it may stand. */
void figure_add_half(figure_scan *f, figure_item *item, size_t unit);

/* "Rank 11", "the 75th anniversary" in digits: takes the noun before it and makes the figure an ordinal. */
bool figure_read_place(figure_scan *f, figure_item *item, const number *n);

/* The nouns of an ordinal. False when nothing is ranked. */
bool figure_read_ranked(figure_scan *f, figure_item *item, const number *n);

/* Reads the second number of a range or a score and joins it; *n becomes the number whose noun follows (figure_range.c). */
void figure_read_range(figure_scan *f, figure_item *item, number *n);

/* A dual counted noun with its adjectives; "two or three days", whose unit may stand behind the second number. */
void figure_read_dual_noun(figure_scan *f, figure_item *item, const isnad_phrase *hit);
void figure_read_dual_zero(figure_scan *f, figure_item *item); /* "two degrees below zero" */
void figure_read_dual_range(figure_scan *f, figure_item *item);

/* Reads what bounds the value, before and behind (figure_bounds.c). */
void figure_read_bounds(const figure_scan *f, figure_item *item);

/* Joins a figure to the one right before it, of whose value it is a smaller part: "two hours | and 8 minutes". False: it is a figure of its own
 * (figure_compound.c). */
bool figure_joins_last(figure_scan *f, const figure_item *item);

bool figure_leads_smaller(const figure_scan *f, const figure_item *item);

/* A time that was run, "2:08:14", which no time expression covers: gives its figure in seconds, and returns the token behind it; `at`: none. */
size_t figure_run_time_at(figure_scan *f, size_t at, figure_item *item);

/* Enumerations, distribution, sums, shares: over all figures of the article (figure_group.c). */
void figure_group_all(figure_scan *f);

#endif
