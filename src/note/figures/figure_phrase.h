/* What the readers of counted nouns, units and ranks share: figure_phrase.c, and the units of figure_unit.c. */
#ifndef ISNAD_NOTE_FIGURE_PHRASE_H
#define ISNAD_NOTE_FIGURE_PHRASE_H

#include "note/figures/figure.h"

enum { FIGURE_OLDEST = 125 }; /* years: no more is an age */

/* Whether counted.tsv lists the word so; a word may be listed twice ("drone" and "marched"). */
bool figure_is_kind(const figure_scan *f, size_t at, isnad_counted_kind kind);

bool figure_is_verb(const figure_scan *f, size_t at);
bool figure_is_place(const figure_scan *f, size_t at);

/* Whether a time expression covers the word, or it is a weekday. */
bool figure_is_told_time(const figure_scan *f, size_t at);

/* Whether the word may be a noun that is counted; with the article only when `definite_too`. */
bool figure_is_noun(const figure_scan *f, size_t at, bool definite_too);

/* A relative adjective, by its ending; a word that begins with a letter that joins it to the one before; a word with the article that may own. */
bool figure_is_relative(const figure_scan *f, size_t at);
bool figure_is_joined(const figure_scan *f, size_t at);
bool figure_is_owner(const figure_scan *f, size_t at);

/* The token behind the phrase of the noun at `at`: owner and adjectives. */
size_t figure_phrase_end(const figure_scan *f, size_t at, bool dual);

/* The source byte at which a definite noun begins, without a letter joined to it. */
uint32_t figure_noun_begin(const figure_scan *f, size_t at);

/* Makes [at, end) what the figure counts; widens its span over tokens, or back over the noun at `noun`. */
void figure_set_noun(figure_scan *f, figure_item *item, size_t at, size_t end);
void figure_cover(const figure_scan *f, figure_item *item, size_t first, size_t last);
void figure_cover_noun(const figure_scan *f, figure_item *item, size_t noun);

/* Whether words with this effect lead to the number at `at`, over others that may stand between. */
bool figure_told_before(const figure_scan *f, size_t at, isnad_bounds_effect effect);

/* Takes the share, measure, time or money that stands at `at` or beside the number; false for none. */
bool figure_take_measure(figure_scan *f, figure_item *item, size_t at);
void figure_take_unit(figure_scan *f, figure_item *item, const isnad_phrase *hit);

#endif
