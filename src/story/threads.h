/* Threads: stories that two main actors share, over weeks to years. */
#ifndef ISNAD_STORY_THREADS_H
#define ISNAD_STORY_THREADS_H

#include "isnad/store.h"
#include "story/actors.h"

enum { THREAD_ID = 17, THREAD_ACTORS = 4, THREAD_WORDS = 12 };

typedef struct thread_actor {
  isnad_slice entity, name;
  uint32_t stories; /* that have it among their main actors */
} thread_actor;

/* A rare word of a title, by its stem. */
typedef struct thread_word {
  uint64_t hash;
  isnad_slice text;   /* in the title */
  const char *bearer; /* whom of the tables it names, as entities are called; NULL: nobody */
} thread_word;

typedef struct thread_story {
  isnad_slice id, key, title;
  isnad_interval when; /* {0,0}: unknown */
  uint32_t reports;
  uint32_t actors[STORY_ACTORS]; /* places in threads.actors, the most named first */
  uint32_t actor_count, word_count;
  thread_word words[THREAD_WORDS];
  uint64_t word_bits; /* a bit for each of their hashes: most stories have no word in common, and one look says so */
  bool words_read;    /* they were looked for */
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

/* What two stories share beyond the two actors of their thread. */
typedef struct thread_tie {
  uint32_t actors[STORY_ACTORS], actor_count, word_count;
  isnad_slice words[THREAD_WORDS]; /* of the later title */
  int64_t days;                    /* from one to the other; -1: not known */
} thread_tie;

/* Finds the rare words of a title, once; false: no memory. */
bool thread_words(thread_story *s, isnad_arena *arena);

bool thread_is_dated(const thread_story *s);

/* `pair`: the two actors of the thread; b is the later. Words count where they were read. */
thread_tie thread_tie_of(const threads *t, const uint32_t *pair, const thread_story *a, const thread_story *b);

/* What two stories of a pair must have to be of one thread. */
typedef enum thread_bond {
  THREAD_BOND_NEAR, /* they lie at most a month apart, or have one more actor or rare word of their headlines in common */
  THREAD_BOND_ONE,  /* both: a month at most, and one more thing that not half the news has; undated ones two */
  THREAD_BOND_TWO   /* a month at most, and two more; undated ones three */
} thread_bond;

/* The chains among stories in the order of time: out[i] is the place of the first story of i's chain. Two stories of one chain are tied by the bond,
 * or through others. NULL: no memory. */
uint32_t *thread_chains(isnad_arena *arena, threads *t, const uint32_t *pair, const uint32_t *stories, uint32_t count, thread_bond bond);

/* The place in the thread of the earlier story with which that at `at` shares most, the later of equals; `at` for the first. */
uint32_t thread_tied_to(thread_tie *out, const threads *t, const thread *one, uint32_t at);

/* Finds the threads of at least two stories among all that the store holds. */
isnad_status threads_find(threads *out, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* Finds the threads and writes them, inside a batch. A thread's id is a function of its two actors and stays as stories come.
 * Everything is a function of the set. Linear in the stories but for sorting: a tenth of a second for 15,000. Returns ISNAD_OK, ISNAD_NO_MEMORY,
 * ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status threads_write(isnad_store *store, isnad_err *err);

/* Reads the threads whose id begins so (all for an empty one) as they were written, those of most stories first, with their stories and the actors of
 * these; `skip` are left out, and no more than `limit` (0: all) follow. The same statuses. */
isnad_status threads_read(threads *out, isnad_arena *arena, isnad_store *store, isnad_slice id, size_t skip, size_t limit, isnad_err *err);

#endif
