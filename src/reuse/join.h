/* Which texts share enough fingerprints to be compared word by word. Pure: works on arrays, knows no store. */
#ifndef ISNAD_REUSE_JOIN_H
#define ISNAD_REUSE_JOIN_H

#include "store/segments.h"

/* A key and, as its value, a text that has it. Texts are numbered by the caller: new ones first, then old ones. */
typedef segment_entry join_entry;

typedef struct join_pair {
  uint32_t a, b; /* a is new; b is old, or new and greater than a */
} join_pair;

typedef struct join_rule {
  size_t cap;                          /* a key held by more texts than this is dead: it pairs nobody */
  size_t rare;                         /* a key held by at most so many gives twice its points: two texts that share it hardly do so by chance */
  unsigned points_needed;              /* a pair needs so many points from the live keys that it shares */
  unsigned (*points_of)(uint64_t key); /* of one shared key */
  const uint8_t *known;                /* by new text, 1: its keys were held before, by the text that stood for it; NULL: of none */
} join_rule;

typedef struct join_result {
  join_pair *pairs; /* ascending */
  size_t count;
  uint32_t *shaken; /* old and known texts that held a key which died now, or is rare no more: their old pairs are to be judged again; ascending,
                       distinct */
  size_t shaken_count;
} join_result;

/* The pairs among `texts` texts, the first `fresh` of them new, from sorted entries. Time grows with the entries and with cap times the entries that
 * are shared; memory with the entries. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status join_find(join_result *out, isnad_arena *arena, const join_entry *entries, size_t count, size_t fresh, size_t texts,
                       const join_rule *rule, isnad_err *err);

#endif
