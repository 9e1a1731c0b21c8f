/* What the checks of figures, statements and of days, places and offices share. */
#ifndef ISNAD_CLAIM_CHECK_H
#define ISNAD_CLAIM_CHECK_H

#include "claim/build.h"
#include "store/sql.h"

/* A row of the store that is alike, and its story. */
typedef struct check_nearest {
  isnad_slice story;
  double score;
  int64_t article;
  isnad_span span;
} check_nearest;

typedef struct check_looking {
  isnad_arena *arena;
  isnad_store *store;
  check_nearest *found; /* rows, the best first */
  size_t count, room;
  isnad_err *err;
} check_looking;

/* Compares the terms of every row of a query (story, terms, article, begin, end) with those of the sentence, and keeps the rows that are alike. */
isnad_status check_scan(check_looking *l, sqlite3_stmt *row, const claim_content *asked, double (*alike)(terms_overlap), double least);

/* The rows most alike first, and none that is far less alike than the best. */
void check_best_first(check_looking *l);

/* The next story of the rows, the best first; *at counts from 0. False when there is none, or a dozen were given. */
bool check_next_story(const check_looking *l, size_t *at, isnad_slice *story);

isnad_status check_add_answer(isnad_claim_answers *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t claim, bool agrees);
isnad_status check_add_unanswered(isnad_claim_answers *out, check_looking *l, isnad_slice words);

/* Whether a mention of the claim, which is of the story, lies around one of its rows. */
bool check_holds(const check_looking *l, isnad_slice story, const isnad_claim *c);

/* Looks one thing up that the sentence tells of a name or an event. */
isnad_status check_told(isnad_claim_answers *out, check_looking *l, const isnad_prepared_told *asked);

#endif
