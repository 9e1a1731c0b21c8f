/* Articles that tell of the same things as one, whatever their day. */
#ifndef ISNAD_STORY_NEAR_H
#define ISNAD_STORY_NEAR_H

#include "isnad/store.h"

typedef struct near_report {
  int64_t id;
  isnad_slice name;
  double cosine;       /* of all terms, 0-1 */
  isnad_interval when; /* {0,0}: unknown */
  uint64_t body_hash;
  bool copy; /* it shares half of its text, or of the other's, with the article */
} near_report;

/* The nearest of those that share keys with an article, by cosine, then by name; bare headlines of lists are left out. At most `most`. Looks at the
 * 256 first holders of each key at most. */
isnad_status near_find(near_report **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t id, size_t most, isnad_err *err);

#endif
