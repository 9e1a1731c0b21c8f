/* What one wording of a statement says and another does not. */
#ifndef ISNAD_CLAIM_WORDING_H
#define ISNAD_CLAIM_WORDING_H

#include "claim/terms.h"

/* The other wording: its terms, and its words (of which another spelling is no difference; may be empty). */
typedef struct wording_other {
  const claim_content *terms;
  isnad_slice words;
} wording_other;

/* The words of `text` that the other wording has not, in their order, a dozen at most, in `arena`: those that follow one another as they stand, with
 * dots between. *missing: how many they are; *numbers: how many of them are whole numbers that nothing bounds. `scratch` is reset. */
isnad_slice wording_only_in(isnad_arena *arena, isnad_arena *scratch, isnad_slice text, wording_other other, size_t *missing, size_t *numbers);

/* How much of the words, as folded, two texts share (Dice), 0 to 1. `scratch` is reset. */
double wording_shared(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* How much of the words of `part`, as folded, the other text has, 0 to 1. `scratch` is reset. */
double wording_inside(isnad_arena *scratch, isnad_slice part, isnad_slice whole);

/* Whether `a` negates a word that `b` says: a statement and its opposite share all else. `scratch` is reset. */
bool wording_negates(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* Whether the one is the other with a word for no: at most the negation and the form of its verb are other words ("we did not fear", "we feared"). */
bool wording_drops_no(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* Whether both texts have numbers in digits, and none in common. */
bool wording_numbers_part(isnad_slice a, isnad_slice b);

/* Whether the token says no of what follows: a particle; "not only" does not. */
bool wording_is_negation(const isnad_tokens *tokens, size_t at);

#endif
