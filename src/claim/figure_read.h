/* The steps by which what a figure counts is read from its sentence (figure_context.c), each in a file of its own. */
#ifndef ISNAD_CLAIM_FIGURE_READ_H
#define ISNAD_CLAIM_FIGURE_READ_H

#include "claim/figure_words.h"

/* The kind of number, in the base unit of its dimension (figure_measure.c). */
void figure_read_measure(isnad_prepared_figure *out, const isnad_figure_note *f);

/* The thing counted (figure_thing.c): of an age whose it is, of a price the goods, of a share of votes who got it, else the noun. */
void figure_read_thing(isnad_prepared_figure *out, const claim_scan *s, const isnad_figure_note *f, const figure_place *p);

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

/* Whether the sentence says that the number is false (figure_denied.c): it does not, a denial only mentions it, it denies it, it has another one in
 * its place ("six, and not seven"). */
typedef enum figure_denial { FIGURE_STANDS, FIGURE_BESIDE_DENIAL, FIGURE_IS_DENIED, FIGURE_IS_REFUSED } figure_denial;
figure_denial figure_denial_of(const isnad_prepared_figure *f, const claim_scan *s, const figure_place *p);

#endif
