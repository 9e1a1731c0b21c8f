/* What stands under an answer of a check that agrees. */
#ifndef ISNAD_VIEW_CHECK_AGAINST_H
#define ISNAD_VIEW_CHECK_AGAINST_H

#include "isnad/claim.h"
#include "view/sheet.h"

/* Who denies the number of the answer, and what other speakers say instead; no line when nothing is told against it. */
isnad_status check_against(sheet *s, const isnad_claim_answer *a);

/* Whether somebody denies in the passage what the answer tells. */
bool check_denies(const isnad_claim_answer *a, const isnad_claim_passage *p);

#endif
