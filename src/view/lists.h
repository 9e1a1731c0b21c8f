/* What the export shares with the other views. */
#ifndef ISNAD_VIEW_LISTS_H
#define ISNAD_VIEW_LISTS_H

#include "entity/entity.h"
#include "isnad/view.h"
#include "store/stories.h"

isnad_status view_story_list(isnad_store *store, store_story_order order, const isnad_view *view, isnad_err *err);

isnad_status view_thread_list(isnad_store *store, bool by_key, const isnad_view *view, isnad_err *err);

/* The days from the first to the last on which an article said so; {0, 0}: it has no date. */
isnad_interval view_days_of(const entity_words *words);

isnad_status view_entities(isnad_store *store, const isnad_view *view, isnad_err *err);

#endif
