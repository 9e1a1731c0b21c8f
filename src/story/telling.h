/* A story that is written anew: the reports that have one root, and how they become rows. */
#ifndef ISNAD_STORY_TELLING_H
#define ISNAD_STORY_TELLING_H

#include "story/actors.h"
#include "story/names.h"
#include "story/report.h"

enum { TELLING_MOST = 64 /* reports from whom the actors are learned: the first by name have their terms */ };

/* The reports in the order of names. */
typedef struct telling {
  isnad_store *store;
  isnad_arena *arena;
  report *members;
  int64_t *central; /* of each: the sum of its links inside the story */
  size_t count;
  isnad_interval when;
  const actor_index *actors;
} telling;

/* The hull of the dated days; {0, 0}: none is dated. */
isnad_interval telling_days(const telling *t);

/* Writes the story and its members; nothing when all of them are list items. */
isnad_status telling_write(const telling *t, story_names *names, int64_t root, isnad_err *err);

#endif
