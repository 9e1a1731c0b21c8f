/* Days of months and months, of both calendars, as they are written. */
#include "arabic/time_written.h"
#include "base/clock.h"

enum {
  SURE_FROM = 1900,
  SURE_TO = 2100,
  LONG_MONTH = 31,
  MOST_DAYS = 5,
  CONJUNCTION = 2, /* bytes */
  EN_DASH = 0x2013,
  ARABIC_COMMA = 0x060C
};

/* A second name of the month behind a slash, in brackets, or just after it. */
static void other_name(stamp_cursor *c, const written *w) {
  stamp_cursor ahead = *c;
  unsigned month = 0;
  bool hijri = false, bracket = stamp_take(&ahead, '(');
  if (!bracket && !stamp_take(&ahead, '/') && !stamp_take(&ahead, '-')) stamp_take(&ahead, EN_DASH);
  if (!stamp_month_name(&ahead, &month, &hijri) || month != w->month || hijri != w->hijri) return;
  if (bracket && !stamp_take(&ahead, ')')) return;
  *c = ahead;
}

static bool month_word(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  if (!stamp_month_name(&ahead, &w->month, &w->hijri)) return false;
  *c = ahead;
  other_name(c, w);
  c->table = ahead.table;
  c->row = ahead.row;
  return true;
}

/* "month 9", "the ninth month". */
static bool month_number(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  if (!stamp_time_word(&ahead, TIME(MONTHWORD), NULL)) return false;
  if (stamp_time_word(&ahead, TIME(ORDINAL), &value))
    w->month = (unsigned)time_number_of(value);
  else if (!time_small_number(&ahead, 1, 12, &w->month))
    return false;
  if (w->month > 12) return false;
  w->hijri = false;
  *c = ahead;
  return true;
}

static bool day_of_month(stamp_cursor *c, unsigned *day) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  if (stamp_time_word(&ahead, TIME(ORDINAL), &value))
    *day = (unsigned)time_number_of(value);
  else if (!time_small_number(&ahead, 1, LONG_MONTH, day))
    return false;
  stamp_time_word(&ahead, TIME(SUFFIX), NULL);
  if (*day > LONG_MONTH) return false;
  *c = ahead;
  return true;
}

/* What parts a day number from its month. */
static void to_month(stamp_cursor *c) {
  if (!stamp_take(c, '/') && !stamp_take(c, '-')) stamp_take(c, EN_DASH);
  stamp_links(c);
}

/* "13 June", "the thirteenth of June", "June 13". */
static bool day_and_month(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  if (day_of_month(&ahead, &w->day)) {
    stamp_cursor by_number = ahead;
    bool dashed = stamp_mark(&ahead) == '-' || stamp_mark(&ahead) == EN_DASH;
    to_month(&ahead);
    if (month_word(&ahead, w) && !(dashed && isnad_months_rows[ahead.row].alone != ISNAD_MONTHS_ALONE_YES)) { /* "2-0" is a score */
      *c = ahead;
      return true;
    }
    time_links(&by_number);
    if (!month_number(&by_number, w)) return false;
    *c = by_number;
    return true;
  }
  ahead = *c;
  if (!month_word(&ahead, w) || !day_of_month(&ahead, &w->day) || stamp_glued(&ahead) || stamp_mark(&ahead) == ':') return false;
  *c = ahead;
  return true;
}

/* "21/9" is a day only where a weekday or a word says so. */
static bool day_by_numbers(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  bool said = w->weekday > 0;
  size_t before = ahead.at;
  stamp_links(&ahead);
  said = said || ahead.at > before;
  if (!said || !time_small_number(&ahead, 1, LONG_MONTH, &w->day) || !stamp_take(&ahead, '/') || !time_small_number(&ahead, 1, 12, &w->month))
    return false;
  w->hijri = false;
  *c = ahead;
  return true;
}

/* "the tenth of this month": the day within a month that is told. */
static bool day_of_told_month(stamp_cursor *c, const time_context *x, const written *w, time_value *out) {
  stamp_cursor ahead = *c;
  unsigned day = 0;
  time_value month;
  if (!day_of_month(&ahead, &day)) return false;
  stamp_links(&ahead);
  if (!time_unit_told(&ahead, x, &month) || month.grain != ISNAD_GRAIN_MONTH) return false;
  isnad_interval when = calendar_day(clock_day_of(month.when.from) + (int64_t)day - 1);
  if (when.from >= month.when.to) return false;
  *out = time_of(&ahead, when, ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = month.relative;
  out->contradicts = w->weekday > 0 && !written_weekday_agrees(w, when);
  *c = ahead;
  return true;
}

static void weekday_before(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  stamp_links(&ahead);
  if (!stamp_weekday_name(&ahead, &w->weekday)) return;
  time_comma(&ahead);
  stamp_links(&ahead);
  *c = ahead;
}

/* Two writings of one day, the second in the other calendar or in brackets, are one time. */
static void twin(stamp_cursor *c, const time_context *x, const time_value *v) {
  stamp_cursor ahead = *c;
  written w = {.turn = TURN_NONE};
  time_value other;
  bool bracket = stamp_take(&ahead, '(');
  if (!bracket && !stamp_take(&ahead, '/') && !stamp_take(&ahead, '-') && !time_comma(&ahead) && !stamp_take(&ahead, EN_DASH))
    if (!time_word_is(&ahead, ahead.at, TIME(LINK), NULL)) return;
  stamp_links(&ahead);
  time_before_year(&ahead);
  if (!day_and_month(&ahead, &w) || w.hijri == v->hijri) return;
  written_tail(&ahead, x, &w);
  if (!written_settle(&ahead, x, &w, &other) || (bracket && !stamp_take(&ahead, ')'))) return;
  *c = ahead;
}

static bool full_date(stamp_cursor *c, time_value *out) {
  stamp_cursor ahead = *c;
  stamp_day day;
  stamp_links(&ahead);
  if (!stamp_read_day(&ahead, &day)) return false;
  bool named = ahead.table == ISNAD_TABLE_MONTHS;
  stamp_cursor clock = ahead;
  stamp_clock none;
  if (!stamp_read_clock(&clock, &none)) stamp_time_word(&ahead, TIME(ZONE), NULL); /* a zone alone tells nothing of a day */
  *out = time_of(&ahead, calendar_day(day.days), ISNAD_GRAIN_DAY, ISNAD_TIME_ABSOLUTE);
  if (!named) out->rule = "date-in-digits";
  out->contradicts = day.weekday > 0 && day.weekday != clock_weekday(day.days);
  out->hijri = day.hijri;
  out->give_or_take = day.differs;
  *c = ahead;
  return true;
}

bool time_date(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  written w = {.turn = TURN_NONE};
  if (full_date(c, out)) return true;
  weekday_before(&ahead, &w);
  stamp_cursor at = ahead;
  if (!day_and_month(&ahead, &w)) {
    ahead = at;
    if (day_of_told_month(&ahead, x, &w, out)) {
      *c = ahead;
      return true;
    }
    ahead = at;
    if (!day_by_numbers(&ahead, &w)) return false;
    ahead.table = ISNAD_TABLE_COUNT;
  }
  stamp_cursor head = ahead;
  written_tail(&ahead, x, &w);
  if (!written_settle(&head, x, &w, out)) return false;
  if (head.table == ISNAD_TABLE_COUNT) out->rule = "date-in-digits";
  twin(&ahead, x, out);
  *c = ahead;
  return true;
}

/* --- months and years --- */

/* A bare name that is a common word too needs a word before it. */
static bool in_company(const stamp_cursor *c, const written *w, bool said) {
  const isnad_months_row *row = &isnad_months_rows[c->row];
  if (row->alone == ISNAD_MONTHS_ALONE_DATE) return false;
  return row->alone == ISNAD_MONTHS_ALONE_YES || said || w->has_year || w->turn != TURN_NONE;
}

/* A preposition, a mark or the part of a period stands before the token. */
static bool preceded(const stamp_cursor *c, size_t at) {
  if (at == 0 || (c->known != NULL && at <= c->known->first)) return false;
  return time_word_is(c, at - 1, TIME(PREPOSITION), NULL) || time_word_is(c, at - 1, TIME(MARK), NULL) || time_word_is(c, at - 1, TIME(PART), NULL) ||
         time_word_is(c, at - 1, TIME(PAIR), NULL);
}

/* "9/2021" */
static bool month_in_digits(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  size_t length = 0;
  unsigned year = 0;
  if (!time_small_number(&ahead, 1, 12, &w->month) || !stamp_take(&ahead, '/') || !stamp_number(&ahead, 4, &year, &length)) return false;
  if (length != 4 || year < SURE_FROM || year > SURE_TO || stamp_mark(&ahead) == '/') return false;
  w->year = year;
  w->has_year = true;
  w->hijri = false;
  *c = ahead;
  return true;
}

bool time_month(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  written w = {.turn = TURN_NONE};
  if (month_in_digits(&ahead, &w)) {
    if (!written_settle(&ahead, x, &w, out)) return false;
    out->rule = "month-in-digits";
    *c = ahead;
    return true;
  }
  bool said = stamp_time_word(&ahead, TIME(MONTHWORD), NULL) || preceded(&ahead, ahead.at);
  stamp_cursor head = ahead;
  bool named = month_word(&ahead, &w);
  if (!named) {
    ahead = *c;
    if (!month_number(&ahead, &w)) return false;
  }
  head = ahead;
  written_tail(&ahead, x, &w);
  if (named && !in_company(&head, &w, said)) return false;
  if (!written_settle(&head, x, &w, out)) return false;
  *c = ahead;
  return true;
}

/* --- several days of one month --- */

/* What joins two days: a dash, a comma, "to", "until", or "and" as a word of its own before digits. */
static bool joined_days(stamp_cursor *c) {
  c->cut_to = c->at + 1;
  bool joined = stamp_take(c, '-') || stamp_take(c, EN_DASH) || stamp_take(c, ARABIC_COMMA) || time_takes(c, TIME(MARK), "to") ||
                time_takes(c, TIME(MARK), "until");
  if (!joined && c->at + 1 < c->last) {
    const isnad_token *t = &c->tokens->items[c->at];
    joined = t->kind == ISNAD_TOKEN_WORD && t->length == CONJUNCTION && t[1].kind == ISNAD_TOKEN_NUMBER;
    if (joined) c->at++;
  }
  c->cut_to = c->at + 1;
  return joined;
}

/* "June 13 to 15" */
static bool month_then_days(stamp_cursor *c, written *w, unsigned *first) {
  stamp_cursor ahead = *c;
  if (!month_word(&ahead, w) || !day_of_month(&ahead, first) || !joined_days(&ahead) || !day_of_month(&ahead, &w->day)) return false;
  *c = ahead;
  return true;
}

/* "13, 14 and 15 June": the last day stands with the month. "And" may be joined to its word. */
static bool days_then_month(stamp_cursor *c, written *w, unsigned *first) {
  stamp_cursor ahead = *c;
  unsigned between = 0;
  if (!day_of_month(&ahead, first)) return false;
  for (int days = 0; days < MOST_DAYS; days++) {
    bool joined = joined_days(&ahead);
    written last = {.turn = TURN_NONE};
    if (day_and_month(&ahead, &last)) {
      *w = last;
      *c = ahead;
      return true;
    }
    if (!joined || !day_of_month(&ahead, &between)) return false;
  }
  return false;
}

bool time_days(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  written w = {.turn = TURN_NONE};
  unsigned first = 0;
  stamp_time_word(&ahead, TIME(MARK), NULL);
  stamp_time_word(&ahead, TIME(PAIR), NULL);
  if ((!month_then_days(&ahead, &w, &first) && !days_then_month(&ahead, &w, &first)) || w.day <= first) return false;
  stamp_cursor head = ahead;
  written_tail(&ahead, x, &w);
  if (!written_settle(&head, x, &w, out)) return false;
  out->when.from -= (int64_t)(w.day - first) * DAY_SECONDS;
  out->kind = ISNAD_TIME_RANGE;
  *c = ahead;
  return true;
}
