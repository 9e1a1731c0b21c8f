/* What the readers of a query share. */
#ifndef ISNAD_SEARCH_QUERY_H
#define ISNAD_SEARCH_QUERY_H

#include "search/words.h"

typedef struct query_reader {
  isnad_arena *arena;
  isnad_search_query *out;
  isnad_tokens tokens;
  size_t at;
  int64_t now;
  isnad_search_clause *clauses;
  isnad_err *err;
} query_reader;

/* One line of complaint about tokens [first, last). */
isnad_status query_complain(const query_reader *r, size_t first, size_t last, const char *why);

/* The token at `at` and the one before it stand without a space between them. */
bool query_glued(const query_reader *r, size_t at);

/* Whether a date of ISO 8601 (2018-03, 2018-03-05) begins at the cursor; it is taken. */
bool query_iso(query_reader *r, isnad_interval *out);

/* A relative time among the words ("yesterday", "the last week"), which is not part of a name; it is taken. */
bool query_relative(query_reader *r, isnad_interval *out);

/* Reads the time behind since:, until: or on: and narrows the query by it. */
isnad_status query_time(query_reader *r, const isnad_search_words_row *row);

/* Reports of this time only, besides what was asked before. */
isnad_status query_narrow(query_reader *r, isnad_interval to, size_t first);

#endif
