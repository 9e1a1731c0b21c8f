/* Whether two figures answer one question. */
#ifndef ISNAD_CLAIM_FIGURE_COMPARE_H
#define ISNAD_CLAIM_FIGURE_COMPARE_H

#include "claim/rows.h"

/* What both comparisons ask: of the words that were read, of the numbers in the base unit of their measure. */
bool figure_same_scope(const claim_figure *a, const claim_figure *b);
bool figure_same_state(const claim_figure *a, const claim_figure *b);
bool figure_same_thing(const claim_figure *a, const claim_figure *b);
bool figure_is_anybody(isnad_slice thing);
bool figure_is_unlisted(isnad_slice thing);
bool figure_is_of_its_day(const claim_figure *f);
double figure_low(const claim_figure *f);
double figure_high(const claim_figure *f);

/* Whether a report tells two numbers of one kind: then neither is the only answer. */
bool figure_rivals(const claim_figure *a, const claim_figure *b);

/* Ranks, results and fractions: numbers that are compared only where nearly the same words stand around. */
bool figure_is_rank(const claim_figure *f);

/* Whether something that was read keeps two figures apart, and what. */
bool figure_kept_apart(const claim_figure *a, const claim_figure *b, isnad_claim_beside *why);

/* The same number as written: two claimants may state one, the one of them exactly. */
bool figure_same_number(const claim_figure *a, const claim_figure *b);

/* Whether they may count one thing: the same noun, or one that says merely that they are people. */
bool figure_may_be_one_thing(const claim_figure *a, const claim_figure *b);

/* Two listed nouns that cannot be one thing: neither says merely that they are people, nor are they votes and those who cast them. */
bool figure_are_two_things(const claim_figure *a, const claim_figure *b);

/* How much speaks for one answer, of two figures whose words share `o`; 0: nothing. `lone`: neither report tells that number of anything else;
 * `sole`: nor another number of that thing. */
double figure_agreement(const claim_figure *a, const claim_figure *b, bool lone, bool sole, terms_overlap o);

/* The same of two figures that count what is called otherwise, or is not called: only their number is one. */
double figure_number_agreement(const claim_figure *a, const claim_figure *b, terms_overlap o);

/* Whether two tolls of the dead are so near that one may count the attacker and the other not; whether the clause of a figure names one. */
bool figure_may_count_attacker(const claim_figure *a, const claim_figure *b);
bool figure_names_attacker(isnad_arena *scratch, const claim_figure *f);

/* Whether a price of a market may have moved between two reports: some hours lie between, and not both tell of a close. */
bool figure_has_moved(isnad_arena *scratch, const claim_figure *a, const claim_figure *b);

/* A toll that is smaller half a day later, without a word of correction. */
bool figure_shrinks(const claim_figure *a, const claim_figure *b);

/* How much speaks for two answers to one question; 0: nothing. `alone`: no other number of either report answers it; `sole`: nor is of its thing. */
double figure_difference(const claim_figure *a, const claim_figure *b, bool alone, bool sole, terms_overlap o);

/* Bounds that may both hold: "more than 21" and "more than 55"; of a toll none. */
bool figure_leaves_room(const claim_figure *a, const claim_figure *b);

/* Told so long apart that another number is that of another day. */
bool figure_is_late(const claim_figure *a, const claim_figure *b);

/* What else the two reports tell beside two figures: whether neither tells another number that could be this (alone), another number of its thing
 * (sole), or this number of anything else (lone); and the words that both have around. */
typedef struct figure_beside {
  bool alone, sole, lone;
  terms_overlap words;
} figure_beside;

/* How likely two figures of two reports answer one question, 0 to 1 (figure_likely.c); -1: something keeps them apart for good. */
double figure_likelihood(const claim_figure *a, const claim_figure *b, const figure_beside *beside);

/* What that is reckoned from, in the order of data/figure_weights.tsv, for fitting the weights anew (bench/claim_pairs.c); false: as above. */
enum { FIGURE_FEATURES = 40 };
bool figure_read_features(double *x, const claim_figure *a, const claim_figure *b, const figure_beside *beside);

/* One body counts (figure_counting.c): its number of the next day, not far from that of the day before; those whom it calls "passengers" or of a
 * nation and then only "dead"; a sum since a day that it tells again, and says that it rose. */
bool figure_is_counted_on(const claim_figure *a, const claim_figure *b);
bool figure_counts_on(const claim_figure *a, const claim_figure *b);
bool figure_sums_on(const claim_figure *a, const claim_figure *b);

/* A later report says that the number rose, and neither says who states it: of one thing, not much more than before. */
bool figure_tells_rise(const claim_figure *a, const claim_figure *b);

/* How much speaks for two speakers answering one question with two numbers (figure_contend.c); 0: nothing. And for one saying that nobody was killed
 * or hurt where the other tells how many were. */
double figure_contention(const claim_figure *a, const claim_figure *b, const figure_beside *beside);
double figure_none_against(const claim_figure *a, const claim_figure *b, terms_overlap words);

/* Whether somebody denies this number (figure_denials.c): `denial` is of its figures.denials. */
bool figure_is_denied_by(const claim_figure *f, const claim_figure *denial);

/* Whether it is the number that the denier holds against the one he denies: his own, near it. */
bool figure_stands_instead(const claim_figure *f, const claim_figure *denial);

/* Two figures that no claim joins: how much speaks for their being told of one matter, so that a reader should see both; 0: nothing
 * (figure_aside.c). `alone`: neither report tells another number of it. */
double figure_aside(const claim_figure *a, const claim_figure *b, bool alone, terms_overlap o);

/* Nothing that a clause names in the two keeps them apart: the same scope, or one that says merely that it is a whole; pieces of a list of places. */
bool figure_is_piece(const claim_figure *f);
bool figure_is_loose(const claim_figure *f);
bool figure_moves(const claim_figure *f);

#endif
