/* What one wording of a statement says and another does not. */
#ifndef ISNAD_CLAIM_WORDING_H
#define ISNAD_CLAIM_WORDING_H

#include "claim/terms.h"

/* The words of `text` whose terms the other statement does not have, joined by blanks, a dozen at most, in `arena`. *missing: how many they are;
 * *numbers: how many of them are whole numbers that nothing bounds. `scratch` is reset. */
isnad_slice wording_only_in(isnad_arena *arena, isnad_arena *scratch, isnad_slice text, const claim_content *other, size_t *missing, size_t *numbers);

/* How much of the words, as folded, two texts share (Dice), 0 to 1. `scratch` is reset. */
double wording_shared(isnad_arena *scratch, isnad_slice a, isnad_slice b);

/* Whether `a` negates a word that `b` says: a statement and its opposite share all else. `scratch` is reset. */
bool wording_negates(isnad_arena *scratch, isnad_slice a, isnad_slice b);

#endif
