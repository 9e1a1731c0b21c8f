/* Stories and their members as rows, for the view. What is written into these tables is the business of the stages across articles. */
#ifndef ISNAD_STORE_STORIES_H
#define ISNAD_STORE_STORIES_H

#include "store/articles.h"

typedef struct store_story {
  isnad_slice id, title;
  isnad_slice key;          /* made of the oldest report: a function of the set of reports, unlike the id */
  isnad_interval published; /* {0,0}: unknown */
  uint32_t reports, outlets;
  uint32_t certain, possible; /* independent origins: at least, at most */
} store_story;

/* STORE_TRENDING: only stories with a text of the store's last 24 hours, by their number (no more than the independent origins) times its growth over
 * the 24 hours before. */
typedef enum store_story_order { STORE_NEWEST, STORE_LARGEST, STORE_BY_KEY, STORE_TRENDING } store_story_order;

/* All stories, ordered; ties by id. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status store_stories(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, store_story_order order, isnad_err *err);

/* The same without the first `skip`, and at most `most` of them (0: all). */
isnad_status store_stories_part(store_story **out, size_t *count, isnad_arena *arena, isnad_store *store, store_story_order order, size_t skip,
                                size_t most, isnad_err *err);

/* The stories whose key is not their id, by id: few, since they differ only after stories merged or split, or an older report came in. */
typedef struct store_story_key {
  isnad_slice id, key;
} store_story_key;
isnad_status store_story_keys(store_story_key **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err);

/* The key of the story of this id. */
isnad_slice store_key_of(const store_story_key *keys, size_t count, isnad_slice id);

/* The story of this id, or whose id begins so when only one does (at least three characters). ISNAD_NOT_FOUND: none, or several. */
isnad_status store_story_find(store_story *out, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err);

/* Its reports by time, then by name; those without a date last. */
isnad_status store_story_members(store_article **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err);

/* How many inputs of the store could not be read. */
isnad_status store_refusals(uint64_t *out, isnad_store *store, isnad_err *err);

#endif
