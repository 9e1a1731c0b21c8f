/* What the export shares with the other views. */
#ifndef ISNAD_VIEW_LISTS_H
#define ISNAD_VIEW_LISTS_H

#include "isnad/view.h"
#include "store/stories.h"

isnad_status view_story_list(isnad_store *store, store_story_order order, const isnad_view *view, isnad_err *err);

isnad_status view_thread_list(isnad_store *store, bool by_key, const isnad_view *view, isnad_err *err);

isnad_status view_entities(isnad_store *store, const isnad_view *view, isnad_err *err);

#endif
