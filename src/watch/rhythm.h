/* How often a feed is worth a look. */
#ifndef ISNAD_WATCH_RHYTHM_H
#define ISNAD_WATCH_RHYTHM_H

#include "isnad/base.h"

typedef struct rhythm_look {
  double least, most;   /* bounds of the interval, seconds */
  double interval;      /* until now; 0: this was the first look */
  double asked;         /* seconds between looks that the feed or its server asks for; 0: neither does */
  size_t items, fresh;  /* in the feed; of them new at this look */
  const int64_t *times; /* when items were published, as far as that is told; any order; sorted by the call */
  size_t time_count;
  double now;
} rhythm_look;

enum { RHYTHM_TIMES = 32 };

/* Seconds until the next look. Where items bear times: the mean distance of the newest ones, more when the feed sleeps, and never so much that
 * items could scroll out of the feed unseen. Else the last interval, shortened when something was new and lengthened when nothing was. What the feed
 * asks for is the least, but for that of scrolling out. */
double rhythm_next(const rhythm_look *look);

#endif
