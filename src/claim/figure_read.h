/* The steps by which what a figure counts is read from its sentence (figure_context.c), each in a file of its own. */
#ifndef ISNAD_CLAIM_FIGURE_READ_H
#define ISNAD_CLAIM_FIGURE_READ_H

#include "claim/figure_words.h"

/* The kind of number, in the base unit of its dimension (figure_measure.c). */
void figure_read_measure(isnad_prepared_figure *out, const isnad_figure_note *f);

/* The thing counted (figure_thing.c): of an age whose it is, of a price the goods, of a share of votes who got it, else the noun. */
void figure_read_thing(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p);

/* The country by whose adjective the word calls people, and the row of a dual by its singular (figure_nation.c); NULL: none. */
const isnad_places_row *figure_nation_at(const claim_scan *s, size_t at);
const isnad_claim_words_row *figure_dual_at(const claim_scan *s, size_t first, size_t last);

/* Who got a share of the votes: the nearest person, as the thing. */
void figure_read_voted(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p);

/* Who has it (figure_holder.c): a party its seats, a company its profit. Its state is read before. */
void figure_read_holder(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);

/* Of what a share is one, where nobody has it (figure_holder.c). */
void figure_read_whole(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);

/* What befell it, and what a duration lasts (figure_state.c; the words for it, figure_befell.c). */
void figure_read_state(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);
void figure_read_lasting(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);

/* Where, when, and the words around (figure_around.c); who states it (figure_claimant.c). */
void figure_read_place_named(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);
void figure_read_time(isnad_prepared_figure *out, const claim_scan *s, const figure_place *p);
void figure_read_claimant(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p);
void figure_read_terms(isnad_prepared_figure *out, claim_scan *s, const figure_place *p);

/* Marks a number that the sentence says is false (figure_denied.c); of what a denial only mentions nobody is the claimant. */
void figure_read_denial(isnad_prepared_figure *out, const isnad_prepared_figure *before, const claim_scan *s, const figure_place *p);

#endif
