/* Keywords of a story or an article, as the views show them. */
#ifndef ISNAD_VIEW_KEYWORDS_H
#define ISNAD_VIEW_KEYWORDS_H

#include "isnad/store.h"
#include "story/keywords.h"

/* The keywords of some articles of the store, the heaviest first. Of more than 48 the first 48 are read. */
isnad_status view_keywords(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t article_count,
                           isnad_err *err);

#endif
