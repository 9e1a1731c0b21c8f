/* Threads: stories that two main actors share, over weeks to years. */
#ifndef ISNAD_STORY_THREADS_H
#define ISNAD_STORY_THREADS_H

#include "isnad/store.h"
#include "story/actors.h"

enum { THREAD_ID = 17, THREAD_ACTORS = 4 };

typedef struct thread_actor {
  isnad_slice entity, name;
  uint32_t stories; /* that have it among their main actors */
} thread_actor;

typedef struct thread_story {
  isnad_slice id, title;
  isnad_interval when; /* {0,0}: unknown */
  uint32_t reports;
  uint32_t actors[STORY_ACTORS]; /* places in threads.actors, the most named first */
  uint32_t actor_count;
} thread_story;

typedef struct thread {
  char id[THREAD_ID + 1];
  uint32_t actors[THREAD_ACTORS]; /* the two that all its stories share, then those of threads of nearly the same stories */
  uint32_t actor_count;
  const uint32_t *stories; /* places in threads.stories, in the order of time; those without a day last */
  uint32_t story_count;
  isnad_interval span;
  uint32_t title; /* its place in threads.stories: the story with the most reports */
  isnad_slice title_id;
} thread;

typedef struct threads {
  thread_actor *actors;
  size_t actor_count;
  thread_story *stories;
  size_t story_count;
  thread *items; /* those of most stories first, then by id */
  size_t count;
} threads;

/* Finds the threads of at least two stories and writes them, inside a batch. A thread's id is a function of its two actors and stays as stories come.
 * Everything is a function of the set. Linear in the stories but for sorting: a tenth of a second for 15,000. Returns ISNAD_OK, ISNAD_NO_MEMORY,
 * ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status threads_write(isnad_store *store, isnad_err *err);

/* Reads the threads whose id begins so (all for an empty one) as they were written, those of most stories first, with their stories and the actors of
 * these; `skip` are left out, and no more than `limit` (0: all) follow. The same statuses. */
isnad_status threads_read(threads *out, isnad_arena *arena, isnad_store *store, isnad_slice id, size_t skip, size_t limit, isnad_err *err);

#endif
