/* Reports with their texts and notes, as the summary and the timeline read them. */
#ifndef ISNAD_VIEW_REPORTS_H
#define ISNAD_VIEW_REPORTS_H

#include "store/articles.h"
#include "story/summary.h"
#include "view/drawing/graph.h"
#include "view/drawing/tree.h"

typedef struct report_list {
  store_article *articles;
  summary_report *items; /* the same places */
  const tree **notes;    /* the article in its record */
  size_t count;
} report_list;

/* Loads the reports of a story that have a body, by time. Copies and reports that lead to one another, to one source or one outlet are one origin. */
isnad_status view_reports_of(report_list *out, isnad_arena *arena, isnad_store *store, const graph *story, isnad_err *err);

/* Loads one more report behind those of the list; room must be there. Its origin is its own place. */
isnad_status view_report_add(report_list *list, isnad_arena *arena, isnad_store *store, const store_article *article, isnad_err *err);

/* An empty list with room. */
isnad_status view_reports_new(report_list *out, isnad_arena *arena, size_t room, isnad_err *err);

#endif
