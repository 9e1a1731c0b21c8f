/* When and where the event of a story took place, as its reports say. */
#ifndef ISNAD_VIEW_SCENE_H
#define ISNAD_VIEW_SCENE_H

#include "view/reports.h"

enum { SCENE_PLACES = 3 };

typedef struct scene {
  isnad_slice places[SCENE_PLACES]; /* canonical names, those of most reports first, then as they come */
  size_t count;
  isnad_interval day; /* {0, 0}: the openings tell none, or as many tell another */
} scene;

/* The places that the openings of reports tell behind "in": a country that acts or a team that plays is none, nor is the place of the desk. A place
 * counts when a third of the reports that tell any have it. Linear in the names and times of the reports. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
/* The day is the one that most first sentences tell, of the days up to a report's own and within DAYS_BEFORE before it. */
isnad_status scene_of(scene *out, isnad_arena *arena, const report_list *reports, isnad_err *err);

#endif
