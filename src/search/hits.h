/* A page of hits out of all that were found: copies under one hit, each hit with its story and its excerpts. */
#ifndef ISNAD_SEARCH_HITS_H
#define ISNAD_SEARCH_HITS_H

#include "search/collect.h"
#include "search/excerpt.h"

enum { MOST_HITS = 2000 }; /* that are handed out in all, page by page */

typedef struct hit_maker {
  isnad_arena *arena, *scratch;
  isnad_store *store;
  const collector *found; /* sorted */
  const excerpt_words *words;
  size_t skip, limit; /* hits of the pages before; of this one */
  size_t excerpt;
  isnad_err *err;
} hit_maker;

/* Fills hits and count; *more: another page follows. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status hits_make(isnad_search_page *page, bool *more, hit_maker *m);

#endif
