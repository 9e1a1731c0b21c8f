/* Calendar time without time zones of the machine: days of the proleptic Gregorian calendar and ISO 8601. */
#ifndef ISNAD_BASE_CLOCK_H
#define ISNAD_BASE_CLOCK_H

#include "isnad/base.h"

enum { DAY_SECONDS = 86400 };

/* Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", 2013). */
int64_t clock_days(int64_t year, unsigned month, unsigned day);
void clock_date(int64_t days, int64_t *year, unsigned *month, unsigned *day);

/* The day that holds an instant, also before 1970. */
int64_t clock_day_of(int64_t seconds);

unsigned clock_month_length(int64_t year, unsigned month);
bool clock_date_exists(int64_t year, unsigned month, unsigned day);

/* 1 Monday ... 7 Sunday. */
unsigned clock_weekday(int64_t days);

/* Writes "2024-09-13" when the time is a midnight, else "2024-09-13T10:00:00Z"; returns the length. */
enum { CLOCK_ISO_ROOM = 40 };
size_t clock_iso(char out[CLOCK_ISO_ROOM], int64_t time);

/* Writes the instant as local time with its offset in seconds east of UTC: "2024-09-13T13:00:00+03:00"; "Z" for 0. Returns the length. */
size_t clock_iso_offset(char out[CLOCK_ISO_ROOM], int64_t time, int32_t offset);

/* Reads ISO 8601: a year, a month, a day, or a time of day to the minute or second with Z or an offset (T and Z in either case, as RFC 3339 allows).
 * A time without an offset is refused unless `offset_known`, in which case `offset` seconds east of UTC hold. The interval is as wide as what was
 * written. */
bool clock_read_iso(isnad_interval *out, isnad_slice text, bool offset_known, int32_t offset);

#endif
