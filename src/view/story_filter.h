/* Which stories a list shows: since and until a day, about words, of somebody, at some place, with so many origins. */
#ifndef ISNAD_VIEW_STORY_FILTER_H
#define ISNAD_VIEW_STORY_FILTER_H

#include "base/map.h"
#include "isnad/view.h"
#include "store/stories.h"

typedef struct story_filter {
  isnad_interval since, until;
  bool told, named, placed; /* whether the sets count */
  map about, who, where;    /* hashes of story ids */
  uint32_t least_origins;
} story_filter;

/* Returns ISNAD_OK, ISNAD_BAD_ARGUMENT (a day that is none), ISNAD_NO_MEMORY, ISNAD_STORE. */
isnad_status story_filter_new(story_filter *out, isnad_arena *arena, isnad_store *store, const isnad_view *view, isnad_err *err);

bool story_filter_keeps(const story_filter *filter, const store_story *story);

/* Whether it keeps every story. */
bool story_filter_is_open(const story_filter *filter);

#endif
