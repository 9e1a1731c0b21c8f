/* Parts of periods, days and weekdays by their number in a period, seasons, decades and centuries. */
#include "arabic/time.h"

#include "base/clock.h"

enum { CENTURY = 100, DECADE = 10, THIS_CENTURY = 20 };

/* A unit with its article alone is the one that runs: "the end of the year". */
static bool running_unit(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice name;
  time_unit unit;
  if (!stamp_time_word(&ahead, TIME(THE), &name) || !calendar_unit(name, &unit) || unit < UNIT_WEEK) return false;
  *out = time_of(&ahead, calendar_holding(unit, x->now, 0), calendar_grain(unit), ISNAD_TIME_RELATIVE);
  out->relative = true;
  *c = ahead;
  return true;
}

bool time_whole(stamp_cursor *c, const time_context *x, time_value *out) {
  time_context inner = *x;
  if (++inner.depth > TIME_DEEPEST) return false;
  stamp_cursor told = *c, running = *c;
  time_value by_unit;
  bool found = time_period(&told, &inner, out) && out->has_from && out->has_to;
  if (running_unit(&running, &inner, &by_unit) && (!found || running.at > told.at)) {
    *out = by_unit;
    told = running;
    found = true;
  }
  if (found) *c = told;
  return found;
}

/* --- beginning, middle, end --- */

typedef enum which_part { PART_START, PART_EARLY, PART_MIDDLE, PART_LATE, PART_END, PART_WHOLE, PART_COUNT } which_part;

/* From and to in hundredths of the period. The start of a month is its first ten days, of a year its first month; the middle of a month is about its
 * fifteenth. */
typedef struct share {
  uint8_t from, to;
} share;

static share share_of(which_part part, isnad_grain grain) {
  static const share month[] = {{0, 33}, {0, 33}, {39, 60}, {66, 100}, {66, 100}, {0, 100}};
  static const share year[] = {{0, 9}, {0, 25}, {41, 59}, {75, 100}, {91, 100}, {0, 100}};
  static const share other[] = {{0, 33}, {0, 33}, {33, 66}, {66, 100}, {66, 100}, {0, 100}};
  if (grain == ISNAD_GRAIN_MONTH) return month[part];
  return grain == ISNAD_GRAIN_YEAR ? year[part] : other[part];
}

static void take_share(time_value *v, share s) {
  int64_t days = (v->when.to - v->when.from) / DAY_SECONDS, begin = v->when.from;
  if (days < 2) return;
  int64_t from = days * s.from / 100, to = (days * s.to + 50) / 100;
  v->when = (isnad_interval){begin + from * DAY_SECONDS, begin + (to > from ? to : from + 1) * DAY_SECONDS};
}

/* The same in whole years, for decades and centuries. */
static void take_years(time_value *v, share s) {
  int64_t year = 0, years = v->grain == ISNAD_GRAIN_DECADE ? DECADE : CENTURY;
  unsigned month = 0, day = 0;
  clock_date(clock_day_of(v->when.from), &year, &month, &day);
  int64_t from = (years * s.from + 50) / 100, to = (years * s.to + 50) / 100;
  v->when = calendar_years(year + from, to > from ? to - from : 1);
}

/* Months where the period is of months, so that quarters and halves end with a month. */
static bool take_months(time_value *v, unsigned part, unsigned of) {
  int64_t day = clock_day_of(v->when.from), year = 0, past = clock_day_of(v->when.to), end_year = 0;
  unsigned month = 0, of_month = 0, end_month = 0, end_day = 0;
  clock_date(day, &year, &month, &of_month);
  clock_date(past, &end_year, &end_month, &end_day);
  if (of_month != 1 || end_day != 1) return false;
  int64_t months = (end_year - year) * 12 + (int64_t)end_month - (int64_t)month;
  if (months < (int64_t)of || months % of != 0) return false;
  int64_t step = months / of;
  v->when.from = calendar_month(year, (int64_t)month + step * ((int64_t)part - 1)).from;
  v->when.to = calendar_month(year, (int64_t)month + step * (int64_t)part).from;
  return true;
}

static bool part_named(isnad_slice name, which_part *out) {
  static const char *const names[PART_COUNT] = {"start", "early", "middle", "late", "end", "whole"};
  for (size_t i = 0; i < PART_COUNT; i++)
    if (isnad_slice_is(name, names[i])) {
      *out = (which_part)i;
      return true;
    }
  return false;
}

bool time_part(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice name;
  which_part part;
  if (!stamp_time_word(&ahead, TIME(PART), &name) || !part_named(name, &part)) return false;
  stamp_cursor head = ahead;
  time_links(&ahead);
  if (!time_whole(&ahead, x, out)) return false;
  if (out->grain == ISNAD_GRAIN_YEAR && (part == PART_START || part == PART_END) && take_months(out, part == PART_START ? 1 : 12, 12))
    out->grain = ISNAD_GRAIN_MONTH;
  else if (out->grain == ISNAD_GRAIN_YEAR && (part == PART_EARLY || part == PART_LATE) && take_months(out, part == PART_EARLY ? 1 : 4, 4))
    out->grain = ISNAD_GRAIN_QUARTER;
  else if (out->grain == ISNAD_GRAIN_YEAR && part == PART_MIDDLE && take_months(out, 6, 12))
    out->when.to = calendar_moved(out->when.to, UNIT_MONTH, 1);
  else if (out->grain == ISNAD_GRAIN_DECADE || out->grain == ISNAD_GRAIN_CENTURY)
    take_years(out, share_of(part, out->grain));
  else
    take_share(out, share_of(part, out->grain));
  out->lone = false;
  out->table = head.table;
  out->row = head.row;
  out->rule = NULL;
  *c = ahead;
  return true;
}

/* --- quarters and halves --- */

static bool lone_year(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  time_links(&ahead);
  if (!time_whole(&ahead, x, out)) return false;
  *c = ahead;
  return true;
}

bool time_portion(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  time_turn turn = TURN_NONE;
  if (!stamp_time_word(&ahead, TIME(PORTION), &value) || value.length < 3) return false;
  unsigned part = (unsigned)(value.bytes[0] - '0'), of = (unsigned)(value.bytes[2] - '0');
  stamp_cursor head = ahead, more = ahead;
  if (lone_year(&more, x, out)) {
    ahead = more;
  } else if (of == 4 && x->label && part == of) { /* "the last quarter" as sites print it */
    *out = time_of(&head, calendar_holding(UNIT_QUARTER, x->now, -1), ISNAD_GRAIN_QUARTER, ISNAD_TIME_RELATIVE);
    out->relative = true;
    *c = ahead;
    return true;
  } else {
    if (of != 4) return false;
    *out = time_of(&head, calendar_holding(UNIT_YEAR, x->now, 0), ISNAD_GRAIN_YEAR, ISNAD_TIME_RELATIVE);
    out->relative = true;
    time_value now = *out;
    take_months(&now, part, of);
    bool next = time_adjective(&ahead, &turn) && turn == TURN_NEXT;
    if (now.when.from > x->now && !x->future && !next) out->when = calendar_holding(UNIT_YEAR, x->now, -1);
    if (turn == TURN_PAST && now.when.to > x->now) out->when = calendar_holding(UNIT_YEAR, x->now, -1);
  }
  if (!take_months(out, part, of)) take_share(out, (share){(uint8_t)(100 * (part - 1) / of), (uint8_t)(100 * part / of)});
  if (out->grain >= ISNAD_GRAIN_YEAR && of == 4) out->grain = ISNAD_GRAIN_QUARTER;
  out->lone = false;
  out->table = head.table;
  out->row = head.row;
  out->rule = NULL;
  *c = ahead;
  return true;
}

/* --- seasons --- */

/* Spring begins in March; winter is of the year in which it begins. */
static isnad_interval season_of(unsigned season, int64_t year) {
  return (isnad_interval){calendar_month(year, 3 * (int64_t)season).from, calendar_month(year, 3 * (int64_t)season + 3).from};
}

bool time_season(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  time_value year;
  time_turn turn = TURN_NONE;
  int64_t of = 0;
  unsigned month = 0, day = 0;
  if (!stamp_time_word(&ahead, TIME(SEASON), &value)) return false;
  unsigned season = (unsigned)time_number_of(value);
  stamp_cursor head = ahead;
  clock_date(clock_day_of(x->now), &of, &month, &day);
  bool relative = true;
  if (time_adjective(&ahead, &turn) && turn < TURN_FIRST && turn != TURN_LAST) {
    isnad_interval now = season_of(season, of);
    if (turn == TURN_PAST && now.to > x->now) of--;
    if (turn == TURN_NEXT && now.from <= x->now) of++;
    if (turn == TURN_BEFORE_LAST) of -= now.to > x->now ? 2 : 1;
  } else {
    ahead = head;
    time_links(&ahead);
    if (!time_year(&ahead, x, &year) && !time_unit_told(&ahead, x, &year)) return false;
    if (year.grain != ISNAD_GRAIN_YEAR || year.hijri) return false;
    relative = year.relative;
    clock_date(clock_day_of(year.when.from), &of, &month, &day);
  }
  *out = time_of(&head, season_of(season, of), ISNAD_GRAIN_SEASON, relative ? ISNAD_TIME_RELATIVE : ISNAD_TIME_ABSOLUTE);
  out->relative = relative;
  *c = ahead;
  return true;
}

/* --- decades and centuries --- */

/* Hijri centuries lie outside the table; a century before our era is told behind its number. */
bool time_century(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  (void)x;
  if (!stamp_time_word(&ahead, TIME(CENTURY), &value)) return false;
  stamp_cursor head = ahead;
  if (stamp_time_word(&ahead, TIME(ERA), &value)) {
    if (isnad_slice_is(value, "hijri")) return false;
    value = isnad_slice_of(isnad_time_words_rows[head.row].value);
  }
  *out = time_of(&head, calendar_years((time_number_of(isnad_slice_of(isnad_time_words_rows[head.row].value)) - 1) * (int64_t)CENTURY, CENTURY),
                 ISNAD_GRAIN_CENTURY, ISNAD_TIME_ABSOLUTE);
  *c = ahead;
  return true;
}

bool time_decade(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  time_value century;
  if (!stamp_time_word(&ahead, TIME(DECADE), &value)) return false;
  stamp_cursor head = ahead, more = ahead;
  time_links(&more);
  int64_t decade = time_number_of(value), base = (THIS_CENTURY - 1) * CENTURY;
  unsigned month = 0, day = 0;
  bool relative = false, told = time_century(&more, x, &century) || time_unit_told(&more, x, &century);
  if (told && century.grain == ISNAD_GRAIN_CENTURY) {
    clock_date(clock_day_of(century.when.from), &base, &month, &day);
    relative = century.relative;
    ahead = more;
  } else if (decade < 2 * DECADE) {
    return false;
  }
  *out = time_of(&head, calendar_years(base + decade, DECADE), ISNAD_GRAIN_DECADE, ISNAD_TIME_ABSOLUTE);
  out->relative = relative;
  *c = ahead;
  return true;
}
