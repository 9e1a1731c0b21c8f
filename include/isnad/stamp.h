/* isnad/stamp.h - reading a written date: the one implementation that page, article and note share.
 * A day, a month by name or number and a year in any order and script, English datelines on Arabic pages, ISO 8601, clock times, Hijri with its
 * Gregorian twin. Also what kinds and grains of time there are.
 */
#ifndef ISNAD_STAMP_H
#define ISNAD_STAMP_H

#include "isnad/arabic.h"

typedef enum isnad_time_kind {
  ISNAD_TIME_ABSOLUTE, /* a date, month, year, clock time as written */
  ISNAD_TIME_RELATIVE, /* told from the article's own time, or from another time of the text */
  ISNAD_TIME_RANGE,    /* from one time to another */
  ISNAD_TIME_SINCE,    /* has a begin; the end is open or the reference */
  ISNAD_TIME_UNTIL,    /* has an end */
  ISNAD_TIME_BEFORE,
  ISNAD_TIME_AFTER,
  ISNAD_TIME_RECURRING, /* every year, each Friday */
  ISNAD_TIME_DURATION,  /* for two hours: no place on the calendar */
  ISNAD_TIME_VAGUE      /* recently, soon: an end or a begin that is not invented */
} isnad_time_kind;

typedef enum isnad_grain {
  ISNAD_GRAIN_SECOND,
  ISNAD_GRAIN_MINUTE,
  ISNAD_GRAIN_HOUR,
  ISNAD_GRAIN_DAY,
  ISNAD_GRAIN_WEEK,
  ISNAD_GRAIN_MONTH,
  ISNAD_GRAIN_QUARTER,
  ISNAD_GRAIN_SEASON,
  ISNAD_GRAIN_YEAR,
  ISNAD_GRAIN_DECADE,
  ISNAD_GRAIN_CENTURY,
  ISNAD_GRAIN_VAGUE
} isnad_grain;

typedef struct isnad_stamp {
  isnad_interval when; /* the day, or the minute when a clock time with a known zone is stated */
  uint8_t weekday;     /* 1-7 when one is written with it; else 0 */
  bool weekday_contradicts;
  uint32_t first, last; /* tokens [first, last) */
  isnad_span span;
} isnad_stamp;

/* The stamp that begins at token `at`, the longest reading. `zone` is an IANA name for clock times without one (empty: such times give their day
 * only). Day-first order for numeric dates; year-first when the first number has four digits. A day without a year is no stamp. Returns true and
 * fills `out`, or false. No allocation; never reads past `last` nor over a line break. */
ISNAD_API bool isnad_stamp_at(isnad_stamp *out, const isnad_tokens *tokens, size_t at, size_t last, isnad_slice zone);

/* Tokens [first, last) are nothing but a time told from now (12 minutes ago; two hours ago; yesterday, 22:15; just now). `back` is how many seconds
 * before now, `grain` how many seconds wide (60, 3600, 86400 ...). Returns true and fills both, or false. No allocation. */
ISNAD_API bool isnad_stamp_relative(int64_t *back, int64_t *grain, const isnad_tokens *tokens, size_t first, size_t last);

#endif
