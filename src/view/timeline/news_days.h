/* A story that went on for days: what was news on each of them. */
#ifndef ISNAD_VIEW_NEWS_DAYS_H
#define ISNAD_VIEW_NEWS_DAYS_H

#include "view/reports.h"

typedef struct news_day {
  const summary_sentence *best; /* of the reports that came out on the day */
  isnad_interval when;          /* the day that the sentence tells, else that of its report */
  int64_t from, to;             /* days since 1970 on which its reports came out */
  uint32_t reports, origins;    /* that came out on these days; a text captured again is none */
} news_day;

/* The days of a story's reports, in order, each with the sentence that tells it best; the one of the summary on its day. What the reports of the
 * next day tell again of the day before stands there. A day on which nothing is
 * said that was not said before, and no other number, is left out. Linear in the sentences, but for the days of one story with each other. Returns
 * ISNAD_OK, ISNAD_NO_MEMORY. */
isnad_status news_days_of(news_day **out, size_t *count, isnad_arena *arena, const report_list *reports, const summary_set *set, const summary *sum,
                          isnad_err *err);

#endif
