/* What the checks of figures, statements and of days, places and offices share. */
#ifndef ISNAD_CLAIM_CHECK_H
#define ISNAD_CLAIM_CHECK_H

#include "claim/build.h"
#include "store/sql.h"

/* A row of the store that is alike, and its story. */
typedef struct check_nearest {
  isnad_slice story;
  double score;
  double inside; /* how much of what is asked it says */
  bool denies;   /* of a statement: it is a denial */
  int64_t article;
  isnad_span span;
} check_nearest;

typedef struct check_looking {
  isnad_arena *arena;
  isnad_store *store;
  const isnad_page *page;       /* of the sentence */
  const isnad_article *article; /* its notes */
  const isnad_prepared_article *prepared;
  bool asks_day;        /* it tells the day of an event */
  check_nearest *found; /* rows, the best first */
  size_t count, room;
  isnad_err *err;
} check_looking;

/* How far a claim meets what is asked. */
typedef struct check_judgement {
  isnad_claim_match match;
  isnad_slice missing;
  bool answers; /* it is about what is asked at all */
} check_judgement;

/* What is asked of a statement. */
typedef struct check_statement {
  isnad_slice words;
  claim_content content;
  bool denies;
  isnad_slice speaker, entity; /* empty: nobody is named */
} check_statement;

/* Compares the terms of every row of a query (story, terms, article, begin, end, and of statements whether they deny) with those of the sentence, and
 * keeps the rows that are alike. */
isnad_status check_scan(check_looking *l, sqlite3_stmt *row, const claim_content *asked, double (*alike)(terms_overlap), double least);

/* The rows most alike first, and none that is far less alike than the best. */
void check_best_first(check_looking *l);

/* The next story of the rows, the best first; *at counts from 0. False when there is none, or a dozen were given. */
bool check_next_story(const check_looking *l, size_t *at, isnad_slice *story);

/* Adds an answer; of a claim that answers already the better match stays. */
isnad_status check_add_answer(isnad_claim_answers *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t claim,
                              check_judgement judged);
isnad_status check_add_unanswered(isnad_claim_answers *out, check_looking *l, isnad_slice words);

/* The best row that a mention of the claim, which is of the story, lies around; NULL: none. */
const check_nearest *check_row_of(const check_looking *l, isnad_slice story, const isnad_claim *c);

/* How a claim's number stands to the one that is asked: it is the same, a bound that may hold, another. */
typedef enum check_value { CHECK_OTHER, CHECK_BOUND, CHECK_EQUAL } check_value;

/* A figure of the sentence as one of the store's. */
claim_figure check_asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p);

/* The best that a version of a figure claim says; `factor`: of the asked unit to the base unit. */
check_value check_value_in(const claim_figure *asked, const isnad_claim *c, double factor);

/* Judges a figure by its value and its matter: a claim agrees when its reports also name whom the sentence names and tell of the
 * same (check_judge.c). */
isnad_status check_judge_figure(check_judgement *out, check_looking *l, isnad_slice story, const isnad_claim *c, check_value value);

/* Judges a statement: its words, numbers, negation and speaker. */
isnad_status check_judge_statement(check_judgement *out, check_looking *l, isnad_slice story, const isnad_claims *claims, size_t at,
                                   const check_statement *asked);

/* Looks one thing up that the sentence tells of a name or an event. */
isnad_status check_told(isnad_claim_answers *out, check_looking *l, const isnad_prepared_told *asked);

#endif
