/* The members of stories that are written anew: from the region around what changed, where most of them are in hand, else from the store. */
#ifndef ISNAD_STORY_MEMBERS_H
#define ISNAD_STORY_MEMBERS_H

#include "story/telling.h"
#include "story/weaving.h"

/* A link as it is seen from one of its ends. */
typedef struct member_link {
  uint32_t other; /* place in the region */
  uint32_t score;
} member_link;

typedef struct members {
  isnad_store *store;
  const region *around;
  map places;         /* id -> place in around->all + 1 */
  size_t *first;      /* of each report, and one more: its links in `links` */
  member_link *links; /* of all reports, each link from both ends */
} members;

/* `around` must outlive it. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status members_new(members *out, isnad_arena *arena, isnad_store *store, const region *around, isnad_err *err);

/* Fills t->members, central, count and when with the reports that have the root; t->store and t->arena are given. */
isnad_status members_load(telling *t, const members *m, int64_t root, isnad_err *err);

#endif
