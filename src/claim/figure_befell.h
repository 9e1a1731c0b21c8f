/* The words that tell what befell the thing which a figure counts. */
#ifndef ISNAD_CLAIM_FIGURE_BEFELL_H
#define ISNAD_CLAIM_FIGURE_BEFELL_H

#include "claim/figure_words.h"

/* How far before a number such a word may stand, in tokens. */
enum { FIGURE_BEFORE = 16 };

/* The word at or soon behind `at`, the token behind the noun of the number. NULL: there is none. */
const claim_word *figure_befell_behind(const claim_scan *s, size_t at, const isnad_prepared_figure *f);

/* "2,300 were treated, and 40 of them died": what the verb right behind says, whatever they are called. */
const claim_word *figure_befell_them(const claim_scan *s, const figure_place *p, const isnad_prepared_figure *f);

/* The nearest word before the number, not over another figure unless the two are joined by "and" or this one is a part of that. */
const claim_word *figure_befell_before(const claim_scan *s, const figure_place *p, const isnad_prepared_figure *f, bool part);

/* "The number of families whom the rescuers evacuated rose to 67": a verb that takes the noun up with a pronoun, behind "who". Gives the figure its
 * state when it has none. */
void figure_befell_relative(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);

#endif
