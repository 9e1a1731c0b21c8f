/* A query as an expression of FTS5, and what each phrase of it weighs. */
#ifndef ISNAD_SEARCH_EXPRESSION_H
#define ISNAD_SEARCH_EXPRESSION_H

#include "search/bearers.h"
#include "search/facts.h"
#include "search/words.h"

enum { MOST_PHRASES = 160, MOST_TAKEN = 3, EXPRESSION_VALUE_WEIGHT = 4 /* of a field that is no text */ };

/* One phrase, numbered as FTS5 numbers them: in the order in which they are written. */
typedef struct search_phrase {
  double weight;   /* how rare it is; 0: it only excludes */
  uint32_t clause; /* index */
} search_phrase;

/* A word of the store that a Latin word was taken for. */
typedef struct search_taken {
  uint32_t clause;
  isnad_slice word;
} search_taken;

typedef struct expression {
  isnad_arena *arena;
  isnad_store *store;
  const search_facts *facts;
  const isnad_search_query *query;
  buf match;                                              /* the text of MATCH; empty: nothing but names and a time is asked for */
  bool match_excludes;                                    /* what it matches is not wanted: all that is wanted is told by names */
  const search_bearers *bearers[ISNAD_SEARCH_MOST_WORDS]; /* of a clause that is met by them, and is not in match; NULL: it is met by words */
  search_phrase phrases[MOST_PHRASES];
  size_t phrase_count;
  uint64_t reports[ISNAD_SEARCH_MOST_WORDS]; /* per clause: of its rarest word; UINT64_MAX: not asked (stop words, other fields) */
  search_taken taken[ISNAD_SEARCH_MOST_WORDS * MOST_TAKEN];
  size_t taken_count;
  isnad_err *err;
} expression;

/* Fills match, phrases, reports and taken. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status expression_write(expression *e);

/* Adds the phrases of one clause, joined by OR, and what the store knows of its Latin word (expression_clause.c). */
isnad_status expression_clause(expression *e, uint32_t at);

/* In how many reports a stem stands, by the store's vocabulary. */
isnad_status expression_reports(uint64_t *out, isnad_store *store, isnad_slice stem, isnad_err *err);

/* Adds a phrase of one word to the expression: "column : word". */
void expression_word(expression *e, uint32_t clause, isnad_slice stem, double weight);

/* Adds the ids of the rows that bear this name, when the clause is of a field that has ids. */
isnad_status expression_name(expression *e, uint32_t clause, isnad_slice name);

#endif
