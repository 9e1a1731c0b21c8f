/* Which name each story bears that is written anew; see names.c for the rule. */
#ifndef ISNAD_STORY_NAMES_H
#define ISNAD_STORY_NAMES_H

#include "base/map.h"
#include "isnad/store.h"

typedef struct story_heir {
  int64_t root;
  isnad_slice name;
} story_heir;

typedef struct story_names {
  isnad_arena *arena;
  map roots; /* root -> place in `heirs` + 1 */
  map taken; /* hashes of the names that heirs keep */
  story_heir *heirs;
  size_t count, room;
  bool first; /* no story was there before: none bears a name yet */
} story_names;

isnad_status names_new(story_names *out, isnad_arena *arena, bool first, isnad_err *err);

/* Finds the heirs: from the temporary table story_was (story, article, began) and the new table story_root. */
isnad_status names_inherit(story_names *n, isnad_store *store, isnad_err *err);

/* The name of the story that is built on `root`: the one it is heir to, else its key, else, when another bears that, one made of it. */
isnad_status names_choose(isnad_slice *out, story_names *n, isnad_store *store, isnad_slice key, int64_t root, isnad_err *err);

/* After all stories are written: old names that none bears lead to the heirs. Empties story_was. */
isnad_status names_retire(story_names *n, isnad_store *store, isnad_err *err);

#endif
