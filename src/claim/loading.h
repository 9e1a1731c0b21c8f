/* How the rows of a story's reports are read from the store, one table after the other (rows.c, rows_figures.c). */
#ifndef ISNAD_CLAIM_LOADING_H
#define ISNAD_CLAIM_LOADING_H

#include "claim/rows.h"
#include "store/sql.h"

typedef struct claim_loading {
  const claim_story *story;
  void *items;
  size_t count, room, size;
  map names;  /* of claimants -> place in contents + 1 */
  map places; /* hash of an id -> row in the table of places + 1 */
  claim_content *contents;
  bool *media; /* by place in contents: the name is that of a medium */
} claim_loading;

/* Runs a query of one article's rows for each report, in their order; `take` reads a row and returns false when memory is short. */
isnad_status loading_all(claim_loading *l, const char *sql, bool (*take)(void *, sqlite3_stmt *, size_t), isnad_err *err);

/* Room for one more item of l->size bytes; NULL when the arena refuses. */
void *loading_next(claim_loading *l);

/* The span in columns `at` and `at` + 1. */
isnad_span loading_span(sqlite3_stmt *row, int at);

/* A mention of a report, without its claimant. */
isnad_claim_mention loading_mention(const claim_story *s, size_t report, isnad_span span, isnad_span clause);

/* Whether the words stand in the article's headline. */
bool loading_in_headline(const claim_story *s, size_t report, isnad_span span);

/* The content words of a name, and whether it is a medium's; each name is read once. */
bool loading_name(claim_content *out, bool *medium, claim_loading *l, isnad_slice name);

/* Adds what reports tell of nobody being hurt, as noughts (rows_none.c). */
isnad_status claim_load_none(claim_figures *all, const claim_story *story, isnad_err *err);

/* What the figures of a story say of one another (rows_settle.c). */
void claim_settle_figures(claim_figures *all);

#endif
