/* An inverted index inside the store: sorted runs of (key, value), each cut into pages of a few kilobytes. Adding writes one run; runs of like size
 * are merged, so there are few and an entry is rewritten a logarithmic number of times (O'Neil et al., "The log-structured merge-tree", 1996).
 * Looking up a few keys reads a few pages; looking up many in one call reads each page once. */
#ifndef ISNAD_STORE_SEGMENTS_H
#define ISNAD_STORE_SEGMENTS_H

#include "isnad/store.h"

typedef struct segment_entry {
  uint64_t key; /* below 2^63 */
  uint64_t value;
} segment_entry;

typedef struct segment_range {
  uint64_t first, last; /* keys, both included */
} segment_range;

typedef struct segment_hits {
  isnad_arena *arena;
  segment_entry *items;
  size_t count, room;
} segment_hits;

/* Sorts by key, then by value. */
void segments_sort(segment_entry *entries, size_t count);

/* Adds entries, sorted by key and then by value, inside the current batch. `kind` is a string constant that names the index. */
isnad_status segments_add(isnad_store *store, const char *kind, const segment_entry *entries, size_t count, isnad_err *err);

/* Appends to `hits` every entry whose key is in one of the ranges, which ascend and do not overlap; at most `most` for one key from one run, the
 * smallest values first (0: all). Order of the hits: by run, then by key and value. */
isnad_status segments_find(segment_hits *hits, isnad_store *store, const char *kind, const segment_range *ranges, size_t count, size_t most,
                           isnad_err *err);

#endif
