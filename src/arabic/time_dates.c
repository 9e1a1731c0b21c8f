/* Days of months, months and years, of both calendars; what year they are of when none is written. */
#include "arabic/number.h"
#include "arabic/time.h"

#include "base/clock.h"

enum {
  FIRST_YEAR = 1000,
  LAST_YEAR = 2200,
  SURE_FROM = 1900,
  SURE_TO = 2100,
  FIRST_HIJRI = 1300,
  LAST_HIJRI = 1500,
  LONG_MONTH = 31,
  SOON_DAYS = 31,
  SLIP_DAYS = 14,
  WEEKDAY_YEARS = 7,
  EN_DASH = 0x2013,
  ARABIC_COMMA = 0x060C,
  MOST_DAYS = 5,
  CONJUNCTION = 2 /* bytes */
};

/* A day or month as written; the year in one of three ways or none. */
typedef struct written {
  unsigned weekday, day, month; /* 0: not written */
  bool hijri;
  bool has_year;
  int64_t year;
  time_turn turn; /* "last", "next" ... behind it */
  bool hopped;    /* the year was chosen for the weekday */
  bool told_year; /* year found from "of last year" */
  bool relative;
} written;

static bool take_comma(stamp_cursor *c) { return stamp_take(c, ARABIC_COMMA) || stamp_take(c, ','); }

static bool year_fits(int64_t year, bool hijri) {
  return hijri ? year >= FIRST_HIJRI && year <= LAST_HIJRI : year >= FIRST_YEAR && year <= LAST_YEAR;
}

static bool era(stamp_cursor *c, bool *hijri) {
  isnad_slice name;
  stamp_cursor ahead = *c;
  bool bracket = stamp_take(&ahead, '(');
  if (!stamp_time_word(&ahead, TIME(ERA), &name)) return false;
  stamp_take(&ahead, '.');
  if (bracket && !stamp_take(&ahead, ')')) return false;
  *hijri = isnad_slice_equal(name, isnad_slice_of("hijri"));
  *c = ahead;
  return true;
}

/* "two thousand and twenty-three" */
static bool spelled_year(stamp_cursor *c, int64_t *year) {
  number n;
  if (c->at >= c->last || !number_at(&n, c->tokens, c->at, c->last) || n.kind != NUMBER_CARDINAL) return false;
  if ((n.flags & (NUMBER_VAGUE | NUMBER_DIGITS)) != 0 || n.min < FIRST_YEAR || n.min > LAST_YEAR) return false;
  *year = (int64_t)n.min;
  c->at = n.last;
  return true;
}

/* Links and the article joined to digits before a year. */
static void before_year(stamp_cursor *c) {
  const isnad_token *t = c->at < c->last ? &c->tokens->items[c->at] : NULL;
  if (t != NULL && t->kind == ISNAD_TOKEN_WORD && (t->flags & ISNAD_TOKEN_TATWEEL) != 0 && t->length <= 4) c->at++;
}

bool time_year_number(stamp_cursor *c, int64_t *year, bool *hijri, bool *sure) {
  stamp_cursor ahead = *c;
  unsigned value = 0;
  size_t length = 0;
  *sure = stamp_time_word(&ahead, TIME(YEARWORD), NULL);
  before_year(&ahead);
  if (stamp_number(&ahead, 4, &value, &length)) {
    if (length != 4) return false;
    *year = value;
    *hijri = value >= FIRST_HIJRI && value < LAST_HIJRI;
  } else if (!*sure || !spelled_year(&ahead, year)) {
    return false;
  } else {
    *hijri = *year >= FIRST_HIJRI && *year < LAST_HIJRI;
  }
  if (era(&ahead, hijri)) *sure = true;
  if (!year_fits(*year, *hijri)) return false;
  *c = ahead;
  return true;
}

/* --- which year --- */

static bool month_of(const written *w, int64_t year, isnad_interval *out, uint8_t *give_or_take) {
  int64_t first = 0;
  unsigned length = 0;
  bool differs = false;
  if (!w->hijri) {
    *out = calendar_month(year, w->month);
    return true;
  }
  if (!hijri_month(year, w->month, &first, &length, &differs)) return false;
  *give_or_take = differs;
  *out = (isnad_interval){first * DAY_SECONDS, (first + length) * DAY_SECONDS};
  return true;
}

static bool place_in(const written *w, int64_t year, isnad_interval *out, uint8_t *give_or_take) {
  if (!month_of(w, year, out, give_or_take)) return false;
  if (w->day == 0) return true;
  isnad_interval day = calendar_day(calendar_day_of(out->from) + (int64_t)w->day - 1);
  bool fits = day.from < out->to;
  *out = day;
  return fits;
}

static int64_t year_at(const written *w, int64_t at) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  if (w->hijri) return hijri_of(calendar_day_of(at), &year, &month) ? year : 0;
  clock_date(calendar_day_of(at), &year, &month, &day);
  return year;
}

static bool weekday_agrees(const written *w, isnad_interval day) { return clock_weekday(calendar_day_of(day.from)) == w->weekday; }

/* Whether the interval may be meant, told from the day (or month) of `at`. */
static bool may_be(const written *w, isnad_interval when, isnad_interval now) {
  switch (w->turn) {
  case TURN_PAST:
  case TURN_LAST:
  case TURN_PRECEDING:
    return w->day > 0 ? when.from < now.from : when.to <= now.from;
  case TURN_NEXT:
  case TURN_FOLLOWING:
    return when.from >= now.to;
  default:
    return when.from <= now.from;
  }
}

/* The last year, from `year` down, in which it may be meant; or the first from there up. */
static bool search(const written *w, int64_t year, int step, isnad_interval now, isnad_interval *when, uint8_t *off) {
  for (int tries = 0; tries < 9; tries++, year += step)
    if (place_in(w, year, when, off) && may_be(w, *when, now)) return true;
  return false;
}

/* A weekday without a year names the year: the last one in which they agree, unless the date lies just behind us (a slip of the weekday). */
static bool by_weekday(written *w, const time_context *x, isnad_interval *when, uint8_t *off) {
  int64_t year = year_at(w, x->now);
  if (w->weekday == 0 || w->day == 0 || w->turn != TURN_NONE) return false;
  if (place_in(w, year, when, off) && x->now - when->from >= 0 && x->now - when->from < SLIP_DAYS * DAY_SECONDS) return true;
  if (place_in(w, year, when, off) && weekday_agrees(w, *when) && when->from - x->now < 2 * SOON_DAYS * DAY_SECONDS) return true;
  w->hopped = true;
  for (int64_t back = 0; back <= WEEKDAY_YEARS; back++)
    if (place_in(w, year + (x->future ? back : -back), when, off) && weekday_agrees(w, *when) && (x->future || when->from <= x->now)) return true;
  w->hopped = false;
  return false;
}

static int64_t apart(isnad_interval a, isnad_interval b) { return a.from > b.from ? a.from - b.from : b.from - a.from; }

static bool closest(const written *w, int64_t year, isnad_interval now, isnad_interval *when, uint8_t *off) {
  bool found = false;
  for (int64_t y = year - 1; y <= year + 1; y++) {
    isnad_interval there;
    uint8_t differs = 0;
    if (!place_in(w, y, &there, &differs) || (found && apart(there, now) >= apart(*when, now))) continue;
    *when = there;
    *off = differs;
    found = true;
  }
  return found;
}

/* "13 June" without more: the last one, or the coming one when the sentence looks ahead or it is close. */
static bool without_year(written *w, const time_context *x, isnad_interval *when, uint8_t *off) {
  bool month = w->day == 0;
  bool anchored = w->turn == TURN_PRECEDING || w->turn == TURN_FOLLOWING || w->turn == TURN_SAME;
  int64_t from = anchored && x->anchored ? x->anchor.from : x->now, year = year_at(w, from);
  isnad_interval now = month && !w->hijri ? calendar_holding(UNIT_MONTH, from, 0) : calendar_holding(UNIT_DAY, from, 0);
  w->relative = from == x->now;
  if (w->turn == TURN_THIS || w->turn == TURN_SAME) return place_in(w, year, when, off);
  if (w->turn == TURN_BEFORE_LAST || w->turn == TURN_AFTER_NEXT) {
    bool back = w->turn == TURN_BEFORE_LAST;
    w->turn = back ? TURN_PAST : TURN_NEXT;
    return search(w, year + (back ? 1 : -1), back ? -1 : 1, now, when, off) && place_in(w, year_at(w, when->from) + (back ? -1 : 1), when, off);
  }
  if (w->turn != TURN_NONE && w->turn <= TURN_FOLLOWING) {
    bool ahead = w->turn == TURN_NEXT || w->turn == TURN_FOLLOWING;
    return search(w, year + (ahead ? -1 : 1), ahead ? 1 : -1, now, when, off);
  }
  if (by_weekday(w, x, when, off)) return true;
  if (x->nearest) return closest(w, year, now, when, off);
  if (x->future && place_in(w, year, when, off) && when->to > now.from) return true;
  if (x->future) return place_in(w, year + 1, when, off);
  if (!month && place_in(w, year, when, off) && when->from > now.from && when->from - now.from <= SOON_DAYS * DAY_SECONDS) return true;
  if (!month && place_in(w, year + 1, when, off) && when->from - now.from <= SOON_DAYS * DAY_SECONDS) return true;
  return search(w, year + 1, -1, now, when, off);
}

static bool settle(stamp_cursor *c, const time_context *x, written *w, time_value *out) {
  isnad_interval when = {0, 0};
  uint8_t off = 0;
  bool dated = w->has_year;
  if (dated ? !place_in(w, w->year, &when, &off) : !without_year(w, x, &when, &off)) return false;
  *out = time_of(c, when, w->day > 0 ? ISNAD_GRAIN_DAY : ISNAD_GRAIN_MONTH, ISNAD_TIME_ABSOLUTE);
  out->relative = dated ? w->relative : w->relative || w->turn == TURN_NONE;
  if (w->turn != TURN_NONE || w->told_year) out->kind = ISNAD_TIME_RELATIVE;
  out->hopped = w->hopped;
  out->hijri = w->hijri;
  out->give_or_take = off;
  out->contradicts = w->weekday > 0 && w->day > 0 && !weekday_agrees(w, when);
  return true;
}

/* --- what is written --- */

/* "of last year", "of this year": the year of the period that follows. */
static bool year_told(stamp_cursor *c, const time_context *x, written *w) {
  stamp_cursor ahead = *c;
  time_value year;
  stamp_links(&ahead);
  if (!time_unit_told(&ahead, x, &year) || (year.grain != ISNAD_GRAIN_YEAR && year.grain != ISNAD_GRAIN_SEASON)) return false;
  w->year = year_at(w, year.when.from + (w->hijri ? 200 * (int64_t)DAY_SECONDS : 0));
  w->has_year = w->told_year = true;
  w->relative = year.relative;
  *c = ahead;
  return true;
}

/* "Ramadan 2019": the Hijri year in which that month begins within a Gregorian year. */
static bool hijri_in(const written *w, int64_t gregorian, int64_t *year) {
  isnad_interval whole = calendar_years(gregorian, 1), month;
  uint8_t off = 0;
  unsigned holding = 0;
  if (!hijri_of(calendar_day_of(whole.from), year, &holding)) return false;
  for (int tries = 0; tries < 2; tries++, (*year)++)
    if (month_of(w, *year, &month, &off) && month.from >= whole.from && month.from < whole.to) return true;
  return false;
}

/* The year behind a month, or the word that tells it. */
static void tail(stamp_cursor *c, const time_context *x, written *w) {
  stamp_cursor ahead = *c;
  bool sure = false, hijri = w->hijri;
  if (time_adjective(&ahead, &w->turn)) {
    if (w->turn < TURN_FIRST) {
      stamp_cursor more = ahead;
      int64_t year = 0;
      if (time_year_number(&more, &year, &hijri, &sure) && hijri == w->hijri) {
        w->year = year;
        w->has_year = true;
        ahead = more;
      }
      *c = ahead;
      return;
    }
    w->turn = TURN_NONE;
  }
  if (year_told(c, x, w)) return;
  ahead = *c;
  if (!take_comma(&ahead) && !stamp_take(&ahead, '-')) stamp_take(&ahead, '/');
  size_t before_links = ahead.at;
  time_links(&ahead);
  sure = ahead.at > before_links;
  bool known = false;
  if (!time_year_number(&ahead, &w->year, &hijri, &known)) return;
  if (w->hijri && !hijri) {
    int64_t year = 0;
    if (!hijri_in(w, w->year, &year)) return;
    w->year = year;
  } else if (hijri != w->hijri) {
    return;
  }
  if (!w->hijri && (w->year < SURE_FROM || w->year > SURE_TO) && !sure && !known) return;
  w->has_year = true;
  *c = ahead;
}

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
  isnad_interval when = calendar_day(calendar_day_of(month.when.from) + (int64_t)day - 1);
  if (when.from >= month.when.to) return false;
  *out = time_of(&ahead, when, ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
  out->relative = month.relative;
  out->contradicts = w->weekday > 0 && !weekday_agrees(w, when);
  *c = ahead;
  return true;
}

static void weekday_before(stamp_cursor *c, written *w) {
  stamp_cursor ahead = *c;
  stamp_links(&ahead);
  if (!stamp_weekday_name(&ahead, &w->weekday)) return;
  take_comma(&ahead);
  stamp_links(&ahead);
  *c = ahead;
}

/* Two writings of one day, the second in the other calendar or in brackets, are one time. */
static void twin(stamp_cursor *c, const time_context *x, const time_value *v) {
  stamp_cursor ahead = *c;
  written w = {.turn = TURN_NONE};
  time_value other;
  bool bracket = stamp_take(&ahead, '(');
  if (!bracket && !stamp_take(&ahead, '/') && !stamp_take(&ahead, '-') && !take_comma(&ahead) && !stamp_take(&ahead, EN_DASH))
    if (!time_word_is(&ahead, ahead.at, TIME(LINK), NULL)) return;
  stamp_links(&ahead);
  before_year(&ahead);
  if (!day_and_month(&ahead, &w) || w.hijri == v->hijri) return;
  tail(&ahead, x, &w);
  if (!settle(&ahead, x, &w, &other) || (bracket && !stamp_take(&ahead, ')'))) return;
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
  tail(&ahead, x, &w);
  if (!settle(&head, x, &w, out)) return false;
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
    if (!settle(&ahead, x, &w, out)) return false;
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
  tail(&ahead, x, &w);
  if (named && !in_company(&head, &w, said)) return false;
  if (!settle(&head, x, &w, out)) return false;
  *c = ahead;
  return true;
}

static bool second_year(stamp_cursor *c, int64_t first, int64_t *last) {
  stamp_cursor ahead = *c;
  unsigned value = 0;
  size_t length = 0;
  if (!stamp_take(&ahead, '-') && !stamp_take(&ahead, '/') && !stamp_take(&ahead, EN_DASH)) return false;
  if (!stamp_number(&ahead, 4, &value, &length) || (length != 4 && length != 2)) return false;
  *last = length == 2 ? first / 100 * 100 + value : value;
  if (*last <= first || *last > first + 60) return false;
  *c = ahead;
  return true;
}

bool time_year(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  int64_t year = 0, last = 0, day = 0, end = 0;
  bool hijri = false, sure = false, differs = false;
  unsigned length = 0;
  (void)x;
  if (!time_year_number(&ahead, &year, &hijri, &sure)) return false;
  stamp_cursor head = ahead;
  bool worded = ahead.table == ISNAD_TABLE_TIME_WORDS && sure;
  if (hijri) {
    if (!sure || !hijri_month(year, 1, &day, &length, &differs) || !hijri_month(year, 12, &end, &length, &differs)) return false;
    *out = time_of(&head, (isnad_interval){day * DAY_SECONDS, (end + length) * DAY_SECONDS}, ISNAD_GRAIN_YEAR, ISNAD_TIME_ABSOLUTE);
    out->hijri = true;
  } else {
    bool two = second_year(&ahead, year, &last);
    if (!two && !sure && (year < SURE_FROM || year > SURE_TO)) return false;
    *out = time_of(&head, calendar_years(year, two ? last - year + 1 : 1), ISNAD_GRAIN_YEAR, two ? ISNAD_TIME_RANGE : ISNAD_TIME_ABSOLUTE);
    out->lone = !sure && !two;
    bool ignored = false;
    era(&ahead, &ignored);
  }
  if (!worded) out->rule = "year-in-digits";
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
  tail(&ahead, x, &w);
  if (!settle(&head, x, &w, out)) return false;
  out->when.from -= (int64_t)(w.day - first) * DAY_SECONDS;
  out->kind = ISNAD_TIME_RANGE;
  *c = ahead;
  return true;
}
