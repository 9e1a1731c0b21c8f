#include "arabic/calendar.h"

#include "base/clock.h"

enum { MONTHS = 12, YEAR_MONTHS = 12, DECADE_YEARS = 10, CENTURY_YEARS = 100, SEASON_START = 7, SCHOOL_START = 9, SCHOOL_MONTHS = 10 };
enum { EVENING = 20 * 3600, NIGHT_SECONDS = 10 * 3600, HOUR_SECONDS = 3600, FRIDAY = 5 };

typedef struct unit_name {
  const char *name;
  time_unit unit;
} unit_name;

bool calendar_unit(isnad_slice name, time_unit *unit) {
  static const unit_name names[] = {{"second", UNIT_SECOND},   {"minute", UNIT_MINUTE}, {"hour", UNIT_HOUR},       {"day", UNIT_DAY},
                                    {"night", UNIT_NIGHT},     {"week", UNIT_WEEK},     {"weekend", UNIT_WEEKEND}, {"month", UNIT_MONTH},
                                    {"quarter", UNIT_QUARTER}, {"year", UNIT_YEAR},     {"season", UNIT_SEASON},   {"schoolyear", UNIT_SCHOOL},
                                    {"decade", UNIT_DECADE},   {"halfyear", UNIT_HALF}, {"century", UNIT_CENTURY}, {"hijriyear", UNIT_HIJRI_YEAR}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (isnad_slice_is(name, names[i].name)) {
      *unit = names[i].unit;
      return true;
    }
  return false;
}

isnad_grain calendar_grain(time_unit unit) {
  static const isnad_grain grains[UNIT_COUNT] = {
      [UNIT_SECOND] = ISNAD_GRAIN_SECOND,  [UNIT_MINUTE] = ISNAD_GRAIN_MINUTE,   [UNIT_HOUR] = ISNAD_GRAIN_HOUR,
      [UNIT_DAY] = ISNAD_GRAIN_DAY,        [UNIT_NIGHT] = ISNAD_GRAIN_HOUR,      [UNIT_WEEK] = ISNAD_GRAIN_WEEK,
      [UNIT_WEEKEND] = ISNAD_GRAIN_DAY,    [UNIT_MONTH] = ISNAD_GRAIN_MONTH,     [UNIT_QUARTER] = ISNAD_GRAIN_QUARTER,
      [UNIT_HALF] = ISNAD_GRAIN_QUARTER,   [UNIT_YEAR] = ISNAD_GRAIN_YEAR,       [UNIT_SCHOOL] = ISNAD_GRAIN_YEAR,
      [UNIT_SEASON] = ISNAD_GRAIN_SEASON,  [UNIT_HIJRI_YEAR] = ISNAD_GRAIN_YEAR, [UNIT_DECADE] = ISNAD_GRAIN_DECADE,
      [UNIT_CENTURY] = ISNAD_GRAIN_CENTURY};
  return grains[unit];
}

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); }

isnad_interval calendar_day(int64_t day) { return (isnad_interval){day * DAY_SECONDS, (day + 1) * DAY_SECONDS}; }

static int64_t month_start(int64_t year, int64_t month) {
  int64_t months = year * YEAR_MONTHS + month - 1, y = floor_div(months, YEAR_MONTHS);
  return clock_days(y, (unsigned)(months - y * YEAR_MONTHS) + 1, 1) * DAY_SECONDS;
}

static isnad_interval months_from(int64_t year, int64_t month, int64_t count) {
  return (isnad_interval){month_start(year, month), month_start(year, month + count)};
}

isnad_interval calendar_month(int64_t year, int64_t month) { return months_from(year, month, 1); }

isnad_interval calendar_years(int64_t year, int64_t count) { return months_from(year, 1, count * YEAR_MONTHS); }

/* Years and months that begin with a month of their own, as sports seasons do. */
static isnad_interval year_from(int64_t year, unsigned month, unsigned first, int64_t months, int64_t steps) {
  return months_from(year - (month < first) + steps, first, months);
}

static isnad_interval hijri_year(int64_t at, int64_t steps) {
  int64_t year = 0, first = 0, next = 0;
  unsigned month = 0, length = 0;
  bool differs = false;
  if (!hijri_of(clock_day_of(at), &year, &month)) return (isnad_interval){0, 0};
  if (!hijri_month(year + steps, 1, &first, &length, &differs) || !hijri_month(year + steps, MONTHS, &next, &length, &differs))
    return (isnad_interval){0, 0};
  return (isnad_interval){first * DAY_SECONDS, (next + length) * DAY_SECONDS};
}

static isnad_interval seconds_from(int64_t at, int64_t width, int64_t steps) {
  int64_t begin = (floor_div(at, width) + steps) * width;
  return (isnad_interval){begin, begin + width};
}

static isnad_interval days_from(int64_t day, int64_t count) { return (isnad_interval){day * DAY_SECONDS, (day + count) * DAY_SECONDS}; }

isnad_interval calendar_holding(time_unit unit, int64_t at, int64_t steps) {
  int64_t day = clock_day_of(at), year = 0, monday = day - (int64_t)clock_weekday(day) + 1;
  unsigned month = 0, of_month = 0;
  clock_date(day, &year, &month, &of_month);
  switch (unit) {
  case UNIT_SECOND:
    return seconds_from(at, 1, steps);
  case UNIT_MINUTE:
    return seconds_from(at, 60, steps);
  case UNIT_HOUR:
    return seconds_from(at, HOUR_SECONDS, steps);
  case UNIT_NIGHT:
    return (isnad_interval){(day + steps) * DAY_SECONDS + EVENING, (day + steps) * DAY_SECONDS + EVENING + NIGHT_SECONDS};
  case UNIT_WEEK:
    return days_from(monday + 7 * steps, 7);
  case UNIT_WEEKEND:
    return days_from(monday + FRIDAY - 1 + 7 * steps, 3);
  case UNIT_MONTH:
    return months_from(year, (int64_t)month + steps, 1);
  case UNIT_QUARTER:
    return months_from(year, (int64_t)((month - 1) / 3 * 3 + 1) + 3 * steps, 3);
  case UNIT_HALF:
    return months_from(year, (int64_t)((month - 1) / 6 * 6 + 1) + 6 * steps, 6);
  case UNIT_YEAR:
    return calendar_years(year + steps, 1);
  case UNIT_SCHOOL:
    return year_from(year, month, SCHOOL_START, SCHOOL_MONTHS, steps);
  case UNIT_SEASON:
    return year_from(year, month, SEASON_START, YEAR_MONTHS, steps);
  case UNIT_HIJRI_YEAR:
    return hijri_year(at, steps);
  case UNIT_DECADE:
    return calendar_years((floor_div(year, DECADE_YEARS) + steps) * DECADE_YEARS, DECADE_YEARS);
  case UNIT_CENTURY:
    return calendar_years((floor_div(year, CENTURY_YEARS) + steps) * CENTURY_YEARS, CENTURY_YEARS);
  default:
    return days_from(day + steps, 1);
  }
}

static int64_t months_moved(int64_t at, int64_t steps) {
  int64_t day = clock_day_of(at), year = 0;
  unsigned month = 0, of_month = 0;
  clock_date(day, &year, &month, &of_month);
  isnad_interval there = calendar_month(year, (int64_t)month + steps);
  int64_t length = (there.to - there.from) / DAY_SECONDS, kept = (int64_t)of_month < length ? (int64_t)of_month : length;
  return there.from + (kept - 1) * DAY_SECONDS + (at - day * DAY_SECONDS);
}

int64_t calendar_moved(int64_t at, time_unit unit, int64_t steps) {
  switch (unit) {
  case UNIT_SECOND:
    return at + steps;
  case UNIT_MINUTE:
    return at + steps * 60;
  case UNIT_HOUR:
    return at + steps * HOUR_SECONDS;
  case UNIT_WEEK:
  case UNIT_WEEKEND:
    return at + steps * 7 * DAY_SECONDS;
  case UNIT_MONTH:
    return months_moved(at, steps);
  case UNIT_QUARTER:
    return months_moved(at, steps * 3);
  case UNIT_HALF:
    return months_moved(at, steps * 6);
  case UNIT_YEAR:
  case UNIT_SCHOOL:
  case UNIT_SEASON:
  case UNIT_HIJRI_YEAR:
    return months_moved(at, steps * YEAR_MONTHS);
  case UNIT_DECADE:
    return months_moved(at, steps * YEAR_MONTHS * DECADE_YEARS);
  case UNIT_CENTURY:
    return months_moved(at, steps * YEAR_MONTHS * CENTURY_YEARS);
  default:
    return at + steps * DAY_SECONDS;
  }
}

int64_t easter_day(int64_t year, bool eastern) {
  if (eastern) {
    int64_t a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7, sum = d + e + 114;
    int64_t julian_gap = year / 100 - year / 400 - 2;
    return clock_days(year, (unsigned)(sum / 31), (unsigned)(sum % 31 + 1)) + julian_gap;
  }
  int64_t a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int64_t h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int64_t sum = h + l - 7 * m + 114;
  return clock_days(year, (unsigned)(sum / 31), (unsigned)(sum % 31 + 1));
}
