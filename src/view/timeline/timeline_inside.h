/* A timeline on its way from the reports to its lines. */
#ifndef ISNAD_VIEW_TIMELINE_INSIDE_H
#define ISNAD_VIEW_TIMELINE_INSIDE_H

#include "base/map.h"
#include "story/about.h"
#include "story/timeline.h"
#include "view/reports.h"
#include "view/sheet.h"

typedef struct telling {
  sheet sheet;
  isnad_store *store;
  timeline_mention *mentions;
  size_t count, room;
  const store_article **articles; /* by the mentions' report numbers */
  uint32_t reports;
  map stories;       /* stories that have their entry of a day, by hash of the id and the day */
  about about;       /* words of which a sentence must have one; none: any sentence */
  isnad_slice local; /* id in the article at hand that a sentence must name; empty: any */
} telling;

/* Gathers the mentions and hands out a line, or an object, for each entry: all, or as many as the view asks for, news first of all. */
isnad_status timeline_show(telling *t);

#endif
