/* Dated events over some reports: what was news when it was reported, and what was recalled later. */
#ifndef ISNAD_STORY_TIMELINE_H
#define ISNAD_STORY_TIMELINE_H

#include "story/summary.h"

typedef enum timeline_kind { TIMELINE_REPORTED, TIMELINE_RECALLED } timeline_kind;

/* One sentence that puts something on a day, month or year. */
typedef struct timeline_mention {
  timeline_kind kind;
  isnad_interval when;
  isnad_slice grain;       /* "day", "month", "year" ... */
  uint32_t report, origin; /* numbers that tell reports and origins apart */
  const summary_sentence *sentence;
  isnad_slice text;                                   /* of its page */
  isnad_span time;                                    /* the words of the time; {0,0}: the report's own day */
  isnad_slice story;                                  /* of news: the story, how many reports tell it, */
  uint32_t told_reports, told_origins, told_possible; /* and its independent origins, at least and at most */
} timeline_mention;

typedef struct timeline_entry {
  const timeline_mention *best;        /* the sentence that says it best */
  uint32_t reports, origins, recalled; /* recalled: reports that came back to it later */
  uint32_t first;                      /* index of its first mention in `order` */
  uint32_t count;
} timeline_entry;

typedef struct timeline {
  timeline_entry *items; /* by time */
  size_t count;
  const timeline_mention **order; /* mentions by entry */
} timeline;

/* Gathers mentions of one event: the same interval and words in common. News entries are given one mention each and take in what is recalled of them.
 * The order of `mentions` does not matter. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
isnad_status timeline_gather(timeline *out, isnad_arena *arena, timeline_mention *mentions, size_t count, isnad_err *err);

#endif
