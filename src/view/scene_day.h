/* The day of an event, for the scene. */
#ifndef ISNAD_VIEW_SCENE_DAY_H
#define ISNAD_VIEW_SCENE_DAY_H

#include "view/reports.h"

/* The day that more than half of the reports tell which tell one in their opening; {0, 0}: there is none. Of at most SUMMARY_REPORTS reports.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY. */
isnad_status scene_day(isnad_interval *out, isnad_arena *arena, const report_list *reports, isnad_err *err);

/* The first day that a report tells between two places of its text, of the days up to its own and within four before it; false: none. */
bool scene_day_told(isnad_interval *out, const report_list *reports, size_t report, isnad_span within);

/* The same, in the opening of a report. */
bool scene_day_in_opening(isnad_interval *day, const report_list *list, size_t at);

#endif
