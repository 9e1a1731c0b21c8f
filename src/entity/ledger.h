/* What new articles add to cells, spellings, offices and bearers: summed in memory and written in the order of keys, since most of them come again
 * and again, and a row written once costs a fraction of a row changed a hundred times. */
#ifndef ISNAD_ENTITY_LEDGER_H
#define ISNAD_ENTITY_LEDGER_H

#include "entity/weaving.h"

typedef struct cell_sum {
  isnad_slice id, entity, type, canonical, first_article;
  uint64_t block;
  int64_t weight, articles, mentions, first;
} cell_sum;

typedef struct bearer_row {
  isnad_slice cell, local;
  int64_t rank, article, mentions;
} bearer_row;

typedef struct spelling_sum {
  isnad_slice cell, words;
  int64_t times;
} spelling_sum;

typedef struct office_sum {
  isnad_slice cell, phrase, words, article;
  const char *office;
  int64_t times, first, last;
  isnad_span span;
} office_sum;

/* The slices are copied when they are kept. Each returns ISNAD_OK or ISNAD_NO_MEMORY. */
isnad_status ledger_add_cell(weaving *w, const cell_sum *told);
isnad_status ledger_add_bearer(weaving *w, const bearer_row *told);
isnad_status ledger_add_spelling(weaving *w, isnad_slice cell, isnad_slice words);
isnad_status ledger_add_office(weaving *w, const office_sum *told);

isnad_status ledger_new(weaving *w);
void ledger_free(weaving *w);

/* Writes what is held when it has grown large; `all`: in any case. */
isnad_status ledger_write(weaving *w, bool all);

#endif
