/* Keywords of a story or an article, as the views show them. */
#ifndef ISNAD_VIEW_KEYWORDS_H
#define ISNAD_VIEW_KEYWORDS_H

#include "isnad/store.h"
#include "story/keywords.h"
#include "view/reports.h"

/* The keywords of some articles of the store, the heaviest first. Of more than KEYWORD_READ the first are read, a list of stories reads LISTED_READ.
 */
enum { KEYWORD_READ = 48, LISTED_READ = 4 };

isnad_status view_keywords(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t article_count,
                           isnad_err *err);

/* The same of a story; the texts of `read` are not read again. */
isnad_status view_keywords_of(keyword **out, size_t *count, isnad_arena *arena, isnad_store *store, const graph *story, const report_list *read,
                              isnad_err *err);

#endif
