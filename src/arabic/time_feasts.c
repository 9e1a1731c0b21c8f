/* Days and spans of days with a name: feasts of both calendars and Easter. */
#include "arabic/time.h"
#include "base/clock.h"

enum { EASTER_BASE = 100, LONG_FEAST = 5 };

static bool feast_in(const isnad_holidays_row *row, int64_t year, isnad_interval *out, uint8_t *off) {
  int64_t day = 0;
  unsigned length = 0;
  bool differs = false;
  switch (row->calendar) {
  case ISNAD_HOLIDAYS_CALENDAR_HIJRI:
    if (!hijri_month(year, row->month, &day, &length, &differs)) return false;
    *off = differs;
    day += (int64_t)row->day - 1;
    break;
  case ISNAD_HOLIDAYS_CALENDAR_GREGORIAN:
    day = clock_days(year, row->month, row->day);
    break;
  default:
    day = easter_day(year, row->calendar == ISNAD_HOLIDAYS_CALENDAR_PASCHA) + (int64_t)row->day - EASTER_BASE;
    break;
  }
  int64_t days = (int64_t)row->days;
  if (row->calendar == ISNAD_HOLIDAYS_CALENDAR_HIJRI && days > (int64_t)length) days = (int64_t)length; /* the whole month */
  *out = (isnad_interval){day * DAY_SECONDS, (day + days) * DAY_SECONDS};
  return true;
}

static int64_t distance(isnad_interval when, int64_t now) {
  if (when.from > now) return when.from - now;
  return when.to <= now ? now - when.to : 0;
}

/* The feast nearest to now, or the last or the next one. */
static bool nearest(const isnad_holidays_row *row, int64_t now, time_turn turn, isnad_interval *out, uint8_t *off) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  bool found = false;
  if (row->calendar != ISNAD_HOLIDAYS_CALENDAR_HIJRI)
    clock_date(clock_day_of(now), &year, &month, &day);
  else if (!hijri_of(clock_day_of(now), &year, &month))
    return false;
  for (int64_t y = year - 1; y <= year + 1; y++) {
    isnad_interval when;
    uint8_t differs = 0;
    if (!feast_in(row, y, &when, &differs)) continue;
    if (turn == TURN_PAST && when.to > now) continue;
    if (turn == TURN_NEXT && when.from <= now) continue;
    if (turn == TURN_THIS && y != year) continue;
    if (found && distance(when, now) >= distance(*out, now)) continue;
    *out = when;
    *off = differs;
    found = true;
  }
  return found;
}

/* The feast in a year that is written behind it. */
static bool feast_of_year(stamp_cursor *c, const time_context *x, const isnad_holidays_row *row, time_value *out) {
  stamp_cursor ahead = *c;
  time_value year;
  time_links(&ahead);
  if (!time_year(&ahead, x, &year) && !(time_unit_told(&ahead, x, &year) && year.grain == ISNAD_GRAIN_YEAR)) return false;
  bool hijri = row->calendar == ISNAD_HOLIDAYS_CALENDAR_HIJRI;
  int64_t number = 0;
  unsigned month = 0, day = 0;
  if (hijri ? !hijri_of(clock_day_of(year.when.from), &number, &month) : (clock_date(clock_day_of(year.when.from), &number, &month, &day), false))
    return false;
  for (int64_t y = number; y <= number + (hijri ? 1 : 0); y++)
    if (feast_in(row, y, &out->when, &out->give_or_take) && out->when.from >= year.when.from && out->when.from < year.when.to) {
      out->relative = year.relative;
      out->kind = year.kind;
      *c = ahead;
      return true;
    }
  return false;
}

bool time_holiday(stamp_cursor *c, const time_context *x, time_value *out) {
  isnad_phrase room[STAMP_ROOM];
  const isnad_phrase *hits = NULL;
  if (!stamp_may_begin(c, STAMP_HOLIDAY) || stamp_hits_at(&hits, room, c, ISNAD_TABLE_HOLIDAYS) == 0) return false;
  const isnad_holidays_row *row = &isnad_holidays_rows[hits[0].row];
  stamp_cursor ahead = *c;
  ahead.at += hits[0].count;
  ahead.table = ISNAD_TABLE_HOLIDAYS;
  ahead.row = hits[0].row;
  *out = time_of(&ahead, (isnad_interval){0, 0}, row->days > LONG_FEAST ? ISNAD_GRAIN_MONTH : ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = true;
  out->hijri = row->calendar == ISNAD_HOLIDAYS_CALENDAR_HIJRI;
  time_turn turn = TURN_NONE;
  stamp_cursor more = ahead;
  if (feast_of_year(&ahead, x, row, out)) {
    *c = ahead;
    return true;
  }
  if (time_adjective(&more, &turn) && turn <= TURN_THIS) ahead = more;
  if (!nearest(row, x->now, turn, &out->when, &out->give_or_take)) return false;
  *c = ahead;
  return true;
}
