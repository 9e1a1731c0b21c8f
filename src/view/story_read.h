/* One story as several views need it: its reports with their edges, their texts and sentences, its keywords. Each is read once. */
#ifndef ISNAD_VIEW_STORY_READ_H
#define ISNAD_VIEW_STORY_READ_H

#include "store/stories.h"
#include "story/keywords.h"
#include "view/drawing/graph.h"
#include "view/reports.h"
#include "view/sheet.h"

typedef struct story_read {
  isnad_arena *arena;
  isnad_store *store;
  store_story row;
  graph g; /* as the store has it: who hears its voices (graph_hear) takes a copy */
  bool loaded, summed, keyed;
  report_list reports;   /* with `loaded` */
  summary_set sentences; /* with `summed` */
  summary sum;
  keyword *keywords; /* with `keyed` */
  size_t keyword_count;
} story_read;

/* A story by its id, which may be short. It lives as long as the sheet, or as the desk of its view when there is one. */
isnad_status story_read_open(story_read **out, sheet *s, isnad_store *store, isnad_slice id);

/* Reads the reports that have a body, and chooses the sentences that tell the story. */
isnad_status story_read_summary(story_read *r, isnad_err *err);

isnad_status story_read_keywords(story_read *r, isnad_err *err);

#endif
