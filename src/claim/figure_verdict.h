/* How the versions of a figure claim stand to one another. */
#ifndef ISNAD_CLAIM_FIGURE_VERDICT_H
#define ISNAD_CLAIM_FIGURE_VERDICT_H

#include "claim/rows.h"

/* Of the claim's versions, made of the `count` figures `members`; the claim's reports are counted before. */
isnad_verdict figure_verdict(const claim_figures *all, const isnad_claim *c, const isnad_claim_version *versions, const size_t *members,
                             size_t count);

#endif
