/* Units of time on the calendar, the Umm al-Qura calendar and Easter. Moments are seconds since 1970-01-01 of the clock that the text is read by. */
#ifndef ISNAD_ARABIC_CALENDAR_H
#define ISNAD_ARABIC_CALENDAR_H

#include "isnad/stamp.h"

typedef enum time_unit {
  UNIT_SECOND,
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_NIGHT, /* from a day's evening to the next morning */
  UNIT_WEEK,  /* Monday to Sunday, ISO 8601 */
  UNIT_WEEKEND,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_HALF,
  UNIT_YEAR,
  UNIT_SCHOOL, /* September to June */
  UNIT_SEASON, /* of sports: July to June */
  UNIT_HIJRI_YEAR,
  UNIT_DECADE,
  UNIT_CENTURY,
  UNIT_COUNT
} time_unit;

/* The unit with this name in the tables; false: none. */
bool calendar_unit(isnad_slice name, time_unit *unit);
isnad_grain calendar_grain(time_unit unit);

/* The unit that lies `steps` units behind the one that holds `at`. */
isnad_interval calendar_holding(time_unit unit, int64_t at, int64_t steps);

/* `at` moved by so many units; the 31st becomes the last day of a shorter month. */
int64_t calendar_moved(int64_t at, time_unit unit, int64_t steps);

isnad_interval calendar_day(int64_t day);
isnad_interval calendar_month(int64_t year, int64_t month); /* month may lie outside 1-12 */
isnad_interval calendar_years(int64_t year, int64_t count);

/* --- Umm al-Qura (data/hijri.tsv) --- */

/* The first day of a month and how long it is; *differs when the two published tables do not begin it on one day. False outside 1343-1500 AH. */
bool hijri_month(int64_t year, unsigned month, int64_t *day, unsigned *length, bool *differs);

/* The Hijri year and month that hold a day. False outside the table. */
bool hijri_of(int64_t day, int64_t *year, unsigned *month);

/* Easter Sunday of a Gregorian year: of the western churches, or of those that keep the Julian calendar (algorithms of Meeus, 1991). */
int64_t easter_day(int64_t year, bool eastern);

#endif
