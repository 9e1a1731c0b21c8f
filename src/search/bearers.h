/* who: and where: by bearer: a name that articles bear in any spelling stands for all reports that name its bearer. */
#ifndef ISNAD_SEARCH_BEARERS_H
#define ISNAD_SEARCH_BEARERS_H

#include "search/facts.h"

enum { MOST_BEARERS = 64, MOST_BEARER_SPELLINGS = 48 };

/* What one clause asks for. */
typedef struct search_bearers {
  uint16_t *mentions; /* by article.id: how often it names one of them */
  isnad_search_bearer *items;
  size_t count;
  isnad_slice *spellings; /* the most written first */
  size_t spelling_count;
} search_bearers;

/* Those whose spelling the words of the clause are; when nobody's is, those whose spelling holds them. `*out` is NULL when there are none, or when
 * the clause is of no field of names. A country is asked for with all places that lie in it. Costs what is found, and for a country a look at all
 * bearers. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status bearers_find(search_bearers **out, isnad_arena *arena, isnad_store *store, const search_facts *facts, const isnad_search_clause *clause,
                          isnad_err *err);

#endif
