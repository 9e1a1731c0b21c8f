/* When and where the event of a story took place, as its reports say. */
#ifndef ISNAD_VIEW_SCENE_H
#define ISNAD_VIEW_SCENE_H

#include "view/reports.h"

enum { SCENE_PLACES = 3 };

typedef struct scene {
  isnad_slice places[SCENE_PLACES]; /* canonical names: the place, what it lies in */
  size_t count;
  isnad_interval day; /* {0, 0}: the openings tell none, or as many tell another */
} scene;

/* The place that the headlines and first lines of reports tell behind "in", the closer before the wider: a country that acts or a team that plays is
 * none, nor is a continent or the place of the desk. None where reports do not agree: more than half of those that tell any must tell it, what lies
 * in it or what it lies in, and of three reports and more at least two. Linear in the names and times of the reports but for the places told. Returns
 * ISNAD_OK, ISNAD_NO_MEMORY. The day is the one that most first sentences tell, of the days up to a report's own and within DAYS_BEFORE before it. */
isnad_status scene_of(scene *out, isnad_arena *arena, const report_list *list, isnad_err *err);

#endif
