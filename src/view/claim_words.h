/* How claims are put into words and JSON: what the views of claims, of the report and of the check share. */
#ifndef ISNAD_VIEW_CLAIM_WORDS_H
#define ISNAD_VIEW_CLAIM_WORDS_H

#include "isnad/claim.h"
#include "view/sheet.h"

/* What a figure counts ("dead", "drones, downed"), or the subject of another claim. In the arena of the sheet; empty when memory is short. */
isnad_slice claim_title(sheet *s, const isnad_claim *c);

/* The same with the place: "dead in Sousse". */
isnad_slice claim_placed_title(sheet *s, const isnad_claim *c);

/* And with who states it: "dead in Sousse (civil defence)". */
isnad_slice claim_full_title(sheet *s, const isnad_claim *c);

/* How its reports stand to one another, in words: numbers that meet, but wordings of one statement. */
isnad_slice claim_verdict(sheet *s, const isnad_claim *c);

/* Whether reports tell it in ways that do not go together: they differ, correct it or deny it. */
static inline bool claim_told_differently(const isnad_claim *c) {
  return c->verdict == ISNAD_VERDICT_DIFFER || c->verdict == ISNAD_VERDICT_REVISED || c->verdict == ISNAD_VERDICT_DENIED;
}

/* A version as its first mention tells it, with what bounds its number ("more than 30,000") or what its speaker does with it ("denied: ..."). */
isnad_slice version_words(sheet *s, const isnad_claim *c, const isnad_claim_version *v);

/* "Denied by the ministry": who says that a number, or what is told, is false; without a name when he is not called. */
isnad_slice claim_denial_words(sheet *s, isnad_slice who);

/* "3 reports, 1-2 independent origins", with what makes it weak. */
isnad_slice claim_support(sheet *s, size_t reports, const isnad_origins *origins);
isnad_slice version_marks(sheet *s, const isnad_claim_version *v);

/* Whether a reader might take the neighbour for the same and should be told why it is not: another body's number, a part, two numbers of one report.
 * What counts something else, or stands in a list's headline alone, and what is told beside a part, says nothing. */
bool claim_beside_tells(const isnad_claims *claims, const isnad_claim *c, const isnad_claim_neighbour *n);

/* One claim as a JSON object, with everything that was found. */
void claim_object(sheet *s, const isnad_claims *claims, const isnad_claim *c);

/* The lines of one claim on a terminal. */
isnad_status claim_lines(sheet *s, const isnad_claims *claims, const isnad_claim *c);

/* One report that bears a version: when, which outlet (else the page), its id and place, and of a figure the words around it. */
isnad_status claim_mention_line(sheet *s, const isnad_claim *c, const isnad_claim_mention *m);

#endif
