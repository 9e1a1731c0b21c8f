/* All reports that a query matches, each with its score. */
#ifndef ISNAD_SEARCH_COLLECT_H
#define ISNAD_SEARCH_COLLECT_H

#include "search/expression.h"

typedef struct found {
  int64_t article;
  double score;
} found;

typedef struct collector {
  isnad_arena *arena;
  const search_facts *facts;
  const expression *expression;
  isnad_interval within; /* of the reports; open sides are INT64_MIN and INT64_MAX */
  bool dated;
  found *items;
  size_t count, room;
  uint8_t *unwanted; /* by article.id, when what the words match is not wanted; else NULL */
  bool failed;
} collector;

/* Makes the function that scores known on the store's connection. */
isnad_status collect_register(isnad_store *store, isnad_err *err);

/* Fills items, in no order. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status collect_run(collector *c, isnad_store *store, isnad_err *err);

/* The order of an answer: by score or by day, ties by name. */
void collect_sort(collector *c, isnad_search_order order);

#endif
