/* What ranking asks of every report, in memory: its day, its length, its name, the origins of its story. */
#ifndef ISNAD_SEARCH_FACTS_H
#define ISNAD_SEARCH_FACTS_H

#include "isnad/search.h"
#include "store/sql.h"

typedef struct search_fact {
  uint64_t name;       /* article.name as a number: the order of names */
  isnad_interval when; /* {0, 0}: unknown */
  uint32_t words;
  uint16_t origins; /* of its story, at least; 0: it is in none */
  bool bare;        /* a headline in a list */
  bool held;        /* false: no article has this key */
} search_fact;

typedef struct search_facts {
  isnad_arena *arena;
  search_fact *items; /* by article.id */
  size_t room, count;
  int64_t newest;       /* the latest begin of a report's interval; 0: none is dated */
  double average_words; /* at least 1 */
  int64_t version;      /* of the data that they were read from */
  bool read;
} search_facts;

/* Reads them when they were not read or the store has changed since. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status facts_refresh(search_facts *f, isnad_store *store, isnad_err *err);

static inline const search_fact *facts_of(const search_facts *f, int64_t article) {
  return article >= 0 && (uint64_t)article < f->room && f->items[article].held ? &f->items[article] : NULL;
}

#endif
