/* What may be read at one place of a text, several ways, and the longest of them. */
#ifndef ISNAD_ARABIC_TIME_READING_H
#define ISNAD_ARABIC_TIME_READING_H

#include "arabic/time.h"

typedef struct time_reading {
  stamp_cursor c;
  time_value v;
  bool found;
} time_reading;

/* Keeps the longest of several readings; the first of equal ones, unless its weekday fits only by force ("the third Tuesday of September"). */
void time_consider(time_reading *best, const time_reading *next);

/* Goes to the end of the best reading, if there is one. */
bool time_settle(stamp_cursor *c, time_value *out, const time_reading *best);

/* The longest period that begins at the cursor; the range that does, where `plain` is that period. */
time_reading time_period_at(const stamp_cursor *c, const time_context *x);
time_reading time_range_at(const stamp_cursor *c, const time_context *x, const time_reading *plain);

#endif
