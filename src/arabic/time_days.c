/* Days told by a word or a weekday, and parts of days. */
#include "arabic/time.h"

#include "base/clock.h"

enum { ON_ITS_WAY = 3, HOUR_SECONDS = 3600, WEEK_DAYS = 7, ARABIC_COMMA = 0x060C, EN_DASH = 0x2013 };

/* --- weekdays --- */

/* Words that are a weekday by themselves; others need "day" before them, or a date behind. */
static bool weekday_word(stamp_cursor *c, unsigned *weekday, bool said) {
  stamp_cursor ahead = *c;
  if (!stamp_weekday_name(&ahead, weekday)) return false;
  const isnad_weekdays_row *row = &isnad_weekdays_rows[ahead.row];
  if (row->alone == ISNAD_WEEKDAYS_ALONE_LATIN || (row->alone == ISNAD_WEEKDAYS_ALONE_NEAR && !said)) return false;
  *c = ahead;
  return true;
}

/* The day has begun where the report was written: past midnight there, it is still the day before by the clock of the stamp. */
static bool has_begun(int64_t day, const time_context *x) {
  int32_t offset = 0;
  return stamp_zone_offset(x->zone, x->now, &offset) && clock_day_of(x->now + offset) >= day;
}

/* The weekday around `today` that a turn means. Behind a verb of the present ("the cup that begins on Thursday") one of the next days is meant: news
 * of five days ago is told in the past. */
static int64_t weekday_near(int64_t today, unsigned weekday, time_turn turn, const time_context *x) {
  int64_t back = (WEEK_DAYS + (int64_t)clock_weekday(today) - (int64_t)weekday) % WEEK_DAYS, on = (WEEK_DAYS - back) % WEEK_DAYS;
  switch (turn) {
  case TURN_PAST:
  case TURN_LAST:
  case TURN_PRECEDING:
    return today - (back == 0 ? WEEK_DAYS : back);
  case TURN_NEXT:
  case TURN_FOLLOWING:
    return today + (on == 0 ? WEEK_DAYS : on);
  case TURN_BEFORE_LAST:
    return today - (back == 0 ? WEEK_DAYS : back) - WEEK_DAYS;
  case TURN_AFTER_NEXT:
    return today + (on == 0 ? WEEK_DAYS : on) + WEEK_DAYS;
  case TURN_THIS:
    return today - (int64_t)clock_weekday(today) + (int64_t)weekday;
  default:
    return x->future || (x->present && on <= ON_ITS_WAY) || (on == 1 && has_begun(today + on, x)) ? today + on : today - back;
  }
}

/* "of last week" behind a weekday. */
static bool week_told(stamp_cursor *c, const time_context *x, isnad_interval *week) {
  stamp_cursor ahead = *c;
  time_value v;
  time_links(&ahead);
  if (!time_unit_told(&ahead, x, &v) || v.grain != ISNAD_GRAIN_WEEK) return false;
  *week = v.when;
  *c = ahead;
  return true;
}

static bool weekday(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  bool said = time_word_is(&ahead, ahead.at, TIME(LINK), NULL) || time_word_is(&ahead, ahead.at, TIME(THIS), "this");
  time_turn turn = TURN_NONE;
  unsigned name = 0;
  isnad_interval week = {0, 0};
  if (time_takes(&ahead, TIME(THIS), "this")) turn = TURN_THIS;
  time_links(&ahead);
  stamp_cursor of_week = ahead;
  if (weekday_word(&of_week, &name, true) && week_told(&of_week, x, &week)) said = true;
  if (!weekday_word(&ahead, &name, said)) return false;
  *out = time_of(&ahead, week, ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = true;
  int64_t from = x->now, today = clock_day_of(x->now);
  if (week_told(&ahead, x, &week)) {
    out->when = calendar_day(clock_day_of(week.from) + (int64_t)name - 1);
  } else {
    stamp_cursor more = ahead;
    time_turn behind = TURN_NONE;
    if (time_adjective(&more, &behind) && behind < TURN_FIRST && behind != TURN_LAST) {
      ahead = more;
      turn = behind;
    }
    if ((turn == TURN_FOLLOWING || turn == TURN_PRECEDING || turn == TURN_SAME) && x->anchored) {
      from = x->anchor.from;
      today = clock_day_of(from);
      out->relative = false;
    }
    out->when = calendar_day(weekday_near(today, name, turn, x));
    out->weekday = (uint8_t)name;
  }
  *c = ahead;
  return true;
}

/* --- "today", "yesterday" with the weekday and the date that may stand by it --- */

static void check_weekday(time_value *out, unsigned name) {
  if (name != clock_weekday(clock_day_of(out->when.from))) out->contradicts = true;
}

/* A weekday, a date, or both behind a day word, perhaps in brackets. */
static void day_repeated(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  unsigned name = 0;
  bool bracket = stamp_take(&ahead, '(');
  if (!bracket && !stamp_take(&ahead, ARABIC_COMMA)) stamp_take(&ahead, ',');
  stamp_cursor whole = ahead;
  time_value date;
  if (time_date(&whole, x, &date) && (!bracket || stamp_take(&whole, ')'))) {
    if (date.contradicts) out->contradicts = true;
    if (out->relative && x->known && date.when.from != out->when.from) out->contradicts = true; /* the date counts */
    if (!out->relative || !x->known || date.when.from == out->when.from) out->relative = date.relative;
    out->when = date.when;
    *c = whole;
    return;
  }
  time_links(&ahead);
  if (!weekday_word(&ahead, &name, true) || (bracket && !stamp_take(&ahead, ')'))) return;
  check_weekday(out, name);
  *c = ahead;
}

static bool day_word(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  time_links(&ahead);
  if (!stamp_time_word(&ahead, TIME(DAY), &value)) return false;
  if (time_number_of(value) == 0 && time_word_is(&ahead, ahead.at, TIME(WHICH), NULL)) return false; /* "the day on which" */
  stamp_cursor date = ahead;
  time_value none;
  if (time_number_of(value) == 0 && time_word_is(&ahead, ahead.at, TIME(ORDINAL), NULL) && !time_date(&date, x, &none))
    return false; /* "the second day" */
  *out = time_of(&ahead, calendar_day(clock_day_of(x->now) + time_number_of(value)), ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = true;
  day_repeated(&ahead, x, out);
  *c = ahead;
  return true;
}

static bool told_day(stamp_cursor *c, const time_context *x, time_value *out) {
  time_value unit;
  stamp_cursor ahead = *c;
  if (!time_unit_told(&ahead, x, &unit) || unit.grain != ISNAD_GRAIN_DAY) return false;
  *out = unit;
  day_repeated(&ahead, x, out);
  *c = ahead;
  return true;
}

/* A day of any shape, without its part or hour. */
bool time_plain_day(stamp_cursor *c, const time_context *x, time_value *out) {
  static time_reader *const ways[] = {time_date, day_word, told_day, weekday};
  stamp_cursor best = *c;
  for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
    stamp_cursor ahead = *c;
    time_value v;
    if (!ways[i](&ahead, x, &v) || ahead.at <= best.at || v.grain != ISNAD_GRAIN_DAY) continue;
    best = ahead;
    *out = v;
  }
  if (best.at == c->at) return false;
  *c = best;
  return true;
}

/* --- parts of a day --- */

/* "18-24": hours of the day named. */
static void narrow(time_value *out, isnad_slice hours) {
  int from = time_number_of(hours), to = 0;
  for (size_t i = 0; i + 1 < hours.length; i++)
    if (hours.bytes[i] == '-') to = time_number_of((isnad_slice){hours.bytes + i + 1, hours.length - i - 1});
  out->when = (isnad_interval){out->when.from + from * HOUR_SECONDS, out->when.from + to * HOUR_SECONDS};
  out->grain = ISNAD_GRAIN_HOUR;
}

/* Hours are of a clock: without its zone only the day is known. */
static void narrow_if_known(time_value *out, const time_context *x, isnad_slice hours) {
  int32_t offset = 0;
  if (x->floating) {
    narrow(out, hours);
  } else if (stamp_zone_offset(x->zone, out->when.from, &offset)) {
    narrow(out, hours);
    out->when.from -= offset;
    out->when.to -= offset;
  }
}

/* "the night of Saturday to Sunday": from the first evening to the second morning. */
static void second_weekday(stamp_cursor *c, const time_value *out) {
  stamp_cursor ahead = *c;
  unsigned name = 0;
  if (!stamp_take(&ahead, '-') && !stamp_take(&ahead, '/') && !stamp_take(&ahead, EN_DASH) && !time_takes(&ahead, TIME(MARK), "to")) ahead = *c;
  time_links(&ahead);
  if (!weekday_word(&ahead, &name, true)) return;
  int64_t day = clock_day_of(out->when.from);
  if (clock_weekday(day + 1) == name) *c = ahead;
}

static bool part_of_day(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice hours;
  if (!stamp_time_word(&ahead, TIME(DAYPART), &hours)) return false;
  time_links(&ahead);
  if (!time_plain_day(&ahead, x, out)) return false;
  if (time_number_of(hours) >= 20) {
    second_weekday(&ahead, out);
    if (out->relative && out->when.from > x->now && !x->future) out->when = calendar_day(clock_day_of(out->when.from) - 7);
  }
  narrow_if_known(out, x, hours);
  *c = ahead;
  return true;
}

/* Part of a day behind it: "Wednesday evening". */
static void part_behind(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  isnad_slice hours;
  if (!stamp_time_word(&ahead, TIME(DAYEND), &hours)) return;
  narrow_if_known(out, x, hours);
  *c = ahead;
}

static bool tonight(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  bool night = stamp_time_word(&ahead, TIME(NIGHT), NULL);
  if (!night && !stamp_time_word(&ahead, TIME(TONIGHT), NULL)) return false;
  int64_t day = clock_day_of(x->now) - (night ? 1 : 0);
  *out = time_of(&ahead, calendar_day(day), ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = true;
  if (night && x->future) out->when = calendar_day(day + 1);
  narrow_if_known(out, x, isnad_slice_of(night ? "20-30" : "18-24"));
  if (night && out->grain == ISNAD_GRAIN_DAY) out->when.to += DAY_SECONDS; /* the night ends in the next day */
  *c = ahead;
  return true;
}

bool time_day(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  if (tonight(&ahead, x, out) || part_of_day(&ahead, x, out)) {
    *c = ahead;
    return true;
  }
  if (!time_plain_day(&ahead, x, out)) return false;
  time_clock_behind(&ahead, x, out);
  if (out->grain == ISNAD_GRAIN_DAY) part_behind(&ahead, x, out);
  *c = ahead;
  return true;
}
