/* Numbers side by side: of the tolls with which reports open (contrasts.c), and of other figures of one matter (contrast_figures.c). */
#ifndef ISNAD_CLAIM_CONTRASTS_H
#define ISNAD_CLAIM_CONTRASTS_H

#include "claim/build.h"

/* Whether two figures tell one number: "at least 7" and "at least 9" do not, though both may hold; what is rounded, or about, does. */
bool contrast_same_number(const claim_figure *a, const claim_figure *b);

/* Whether each side is stated by another than the one before: no toll that grows, but two who disagree. */
bool contrast_of_speakers(const claim_figure *const *sides, size_t count);

/* Where a figure stands among the claims; false: nowhere. */
bool contrast_find_side(isnad_contrast_side *out, const isnad_claims *claims, const claim_figure *f);

/* Sets the numbers with which reports open beside one another where they cannot all be the same; `out` has the claims in their order. */
isnad_status build_contrasts(isnad_claims *out, const claim_story *story, const claim_figures *figures, isnad_err *err);

/* Adds the figures of one matter that are no claim's versions (groups->aside); behind build_contrasts. */
isnad_status build_figure_contrasts(isnad_claims *out, const claim_story *story, const claim_figures *figures, claim_figure_groups *groups,
                                    isnad_err *err);

/* Adds quotations that two reports tell of two persons; behind build_figure_contrasts. Time grows with the square of the direct quotations, at most
 * 600. */
isnad_status build_speaker_contrasts(isnad_claims *out, const claim_story *story, const claim_statements *statements, isnad_err *err);

#endif
