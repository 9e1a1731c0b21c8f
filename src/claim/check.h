/* What the checks of figures, statements and of days, places and offices share. */
#ifndef ISNAD_CLAIM_CHECK_H
#define ISNAD_CLAIM_CHECK_H

#include "claim/build.h"
#include "store/sql.h"

/* A story with the row of it that is most alike. */
typedef struct check_nearest {
  isnad_slice story;
  double score;
  int64_t article;
  isnad_span span;
} check_nearest;

typedef struct check_looking {
  isnad_arena *arena;
  isnad_store *store;
  check_nearest *found; /* each story once */
  size_t count, room;
  isnad_err *err;
} check_looking;

/* Compares the terms of every row of a query (story, terms, article, begin, end) with those of the sentence, and keeps of each story the row that is
 * most alike. */
isnad_status check_scan(check_looking *l, sqlite3_stmt *row, const claim_content *asked, double (*alike)(terms_overlap), double least);

/* The stories most alike first: no more than a dozen, and none that is far less alike than the best. */
void check_best_first(check_looking *l);

isnad_status check_add_answer(isnad_claim_answers *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t claim, bool agrees);
isnad_status check_add_unanswered(isnad_claim_answers *out, check_looking *l, isnad_slice words);

/* Whether a mention of the claim lies around the row. */
bool check_holds(const isnad_claim *c, const check_nearest *n);

/* Looks one thing up that the sentence tells of a name or an event. */
isnad_status check_told(isnad_claim_answers *out, check_looking *l, const isnad_prepared_told *asked);

#endif
