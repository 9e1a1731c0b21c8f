/* What the files that find and read threads share. Internal to the stage.
 *   thread_load.c   stories and their main actors out of the store
 *   thread_pairs.c  which two actors tie stories to each other, and how closely
 *   thread_ties.c   what ties two stories of a pair
 *   threads.c       from pairs to threads, each told once
 *   thread_read.c   threads as they were written */
#ifndef ISNAD_STORY_THREAD_FIND_H
#define ISNAD_STORY_THREAD_FIND_H

#include "base/map.h"
#include "story/threads.h"

typedef struct sqlite3_stmt sqlite3_stmt;

typedef struct finding {
  threads *out;
  isnad_arena *arena;
  actor_index index;
  map actor_places; /* hash of entity -> place + 1 */
  size_t actor_room, story_room, thread_room;
} finding;

/* Room for one more item behind `count`; false: no memory. */
bool thread_more(isnad_arena *arena, void **items, size_t count, size_t *room, size_t size);

/* Ids between bars, as actors of the story; each once. False: no memory. */
bool thread_take_actors(finding *f, thread_story *s, isnad_slice ids);

/* A story, out of a row of id, title, from, to, reports, actors, key. False: no memory. */
bool thread_take_story(finding *f, sqlite3_stmt *row);

/* All stories of the store, by key. */
isnad_status thread_load(finding *f, isnad_store *store, isnad_err *err);

typedef struct meeting {
  uint64_t key;
  uint32_t story, a, b;
} meeting;

/* Stories of a pair in the order of time, all of them or a chain; `key` tells it from all others. */
typedef struct run {
  const meeting *first;
  uint32_t count;
  uint64_t key;
} run;

/* How much more two stories of a pair must share to be of one thread, by the ids of the two, the number of stories that have both, and how closely
 * they go together: n*n / (stories of the one * stories of the other). */
thread_bond thread_bond_of(isnad_slice x, isnad_slice y, size_t stories, double association);

/* The chains of all pairs that meet more than by chance, the longest first. NULL: no memory. */
run *thread_runs(size_t *count, const finding *f);

#endif
