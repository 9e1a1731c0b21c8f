/* Which texts share enough fingerprints to be compared word by word. Pure: works on arrays, knows no store. */
#ifndef ISNAD_REUSE_JOIN_H
#define ISNAD_REUSE_JOIN_H

#include "isnad/base.h"

/* A key and a text that has it. Texts are numbered by the caller: new ones first, then old ones. */
typedef struct join_entry {
  uint64_t key;
  uint64_t text;
} join_entry;

typedef struct join_pair {
  uint32_t a, b; /* a is new; b is old, or new and greater than a */
} join_pair;

typedef struct join_rule {
  size_t cap;                             /* a key held by more texts than this is dead: it pairs nobody */
  unsigned points_needed;                 /* a pair needs so many points from the live keys that it shares */
  unsigned (*points_of)(uint64_t key);    /* of one shared key */
} join_rule;

typedef struct join_result {
  join_pair *pairs; /* ascending */
  size_t count;
  uint32_t *shaken; /* old texts that held a key which died with these new texts: their pairs are to be judged again; ascending, distinct */
  size_t shaken_count;
} join_result;

/* Sorts entries by key, then by text (LSD radix sort on the bytes that differ). `spare` has as much room. */
void join_sort(join_entry *entries, join_entry *spare, size_t count);

/* The pairs among `texts` texts, the first `fresh` of them new, from sorted entries. Time grows with the entries and with cap times the entries that
 * are shared; memory with the entries. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status join_find(join_result *out, isnad_arena *arena, const join_entry *entries, size_t count, size_t fresh, size_t texts,
                       const join_rule *rule, isnad_err *err);

#endif
