/* Times that come again: "every Friday", "daily since May". */
#include "arabic/time.h"

static bool every(stamp_cursor *c, isnad_grain *grain) {
  stamp_cursor ahead = *c;
  isnad_slice name;
  time_unit unit = UNIT_DAY;
  unsigned weekday = 0, month = 0;
  bool hijri = false;
  time_amount a;
  if (stamp_time_word(&ahead, TIME(RECUR), &name)) {
    if (!calendar_unit(name, &unit)) return false;
    *grain = calendar_grain(unit);
    if (unit == UNIT_DAY && stamp_weekday_name(&ahead, &weekday)) *grain = ISNAD_GRAIN_WEEK; /* "every day of Friday" */
    *c = ahead;
    return true;
  }
  bool days =
      stamp_time_word(&ahead, TIME(PAIR), NULL) && isnad_time_words_rows[ahead.row].value[0] == 'd' && time_word_is(c, c->at, TIME(PLURAL), NULL);
  if (!days && !stamp_time_word(&ahead, TIME(EACH), NULL)) return false;
  time_links(&ahead);
  if (stamp_weekday_name(&ahead, &weekday)) {
    *grain = ISNAD_GRAIN_WEEK;
  } else if (days) {
    return false;
  } else if (stamp_month_name(&ahead, &month, &hijri)) {
    *grain = ISNAD_GRAIN_YEAR;
  } else {
    if (!time_amount_at(&ahead, &a) || a.vague) return false;
    *grain = calendar_grain(a.unit);
  }
  *c = ahead;
  return true;
}

static void make_yearly(time_value *day) {
  day->kind = ISNAD_TIME_RECURRING;
  day->has_from = day->has_to = false;
  day->relative = day->contradicts = false;
}

/* A day or a month of a year that is not written. */
static bool is_yearly_day(const time_value *v) {
  return v->relative && v->kind == ISNAD_TIME_ABSOLUTE && v->grain >= ISNAD_GRAIN_DAY && v->grain <= ISNAD_GRAIN_MONTH;
}

/* "Yearly on the second Saturday of April". */
static bool yearly_on(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  time_value day;
  time_links(&ahead);
  if (!time_period(&ahead, x, &day) || !is_yearly_day(&day)) return false;
  make_yearly(&day);
  *out = day;
  *c = ahead;
  return true;
}

void time_each_year(stamp_cursor *c, time_value *v) {
  stamp_cursor ahead = *c;
  isnad_grain grain = ISNAD_GRAIN_DAY;
  if (!is_yearly_day(v)) return;
  time_links(&ahead);
  if (!every(&ahead, &grain) || grain != ISNAD_GRAIN_YEAR) return;
  make_yearly(v);
  *c = ahead;
}

/* Since when, in which time, or on which day of the year, it recurs. */
bool time_recurring(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_grain grain = ISNAD_GRAIN_DAY;
  time_value since;
  if (!every(&ahead, &grain)) return false;
  *out = time_of(&ahead, (isnad_interval){0, 0}, grain, ISNAD_TIME_RECURRING);
  out->has_from = out->has_to = false;
  stamp_cursor more = ahead;
  if (time_marked(&more, x, &since) && since.kind == ISNAD_TIME_SINCE) {
    out->when = since.when;
    out->has_from = since.has_from;
    out->relative = since.relative;
    ahead = more;
  } else if (grain == ISNAD_GRAIN_YEAR) {
    yearly_on(&ahead, x, out);
  }
  *c = ahead;
  return true;
}
