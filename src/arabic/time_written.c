/* Which year a day or a month is of when none is written: the last one, unless the text looks ahead. */
#include "arabic/time_written.h"
#include "base/clock.h"

enum { SOON_DAYS = 31, SLIP_DAYS = 14, WEEKDAY_YEARS = 7, SEARCH_YEARS = 9 };

bool written_month_of(const written *w, int64_t year, isnad_interval *out, uint8_t *give_or_take) {
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
  if (!written_month_of(w, year, out, give_or_take)) return false;
  if (w->day == 0) return true;
  isnad_interval day = calendar_day(clock_day_of(out->from) + (int64_t)w->day - 1);
  bool fits = day.from < out->to;
  *out = day;
  return fits;
}

int64_t written_year_at(const written *w, int64_t at) {
  int64_t year = 0;
  unsigned month = 0, day = 0;
  if (w->hijri) return hijri_of(clock_day_of(at), &year, &month) ? year : 0;
  clock_date(clock_day_of(at), &year, &month, &day);
  return year;
}

bool written_weekday_agrees(const written *w, isnad_interval day) { return clock_weekday(clock_day_of(day.from)) == w->weekday; }

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
  for (int tries = 0; tries < SEARCH_YEARS; tries++, year += step)
    if (place_in(w, year, when, off) && may_be(w, *when, now)) return true;
  return false;
}

/* A weekday without a year names the year: the last one in which they agree, unless the date lies just behind us (a slip of the weekday). */
static bool by_weekday(written *w, const time_context *x, isnad_interval *when, uint8_t *off) {
  int64_t year = written_year_at(w, x->now);
  if (w->weekday == 0 || w->day == 0 || w->turn != TURN_NONE) return false;
  if (place_in(w, year, when, off) && x->now - when->from >= 0 && x->now - when->from < SLIP_DAYS * DAY_SECONDS) return true;
  if (place_in(w, year, when, off) && written_weekday_agrees(w, *when) && when->from - x->now < 2 * SOON_DAYS * DAY_SECONDS) return true;
  w->hopped = true;
  for (int64_t back = 0; back <= WEEKDAY_YEARS; back++)
    if (place_in(w, year + (x->future ? back : -back), when, off) && written_weekday_agrees(w, *when) && (x->future || when->from <= x->now))
      return true;
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
  int64_t from = anchored && x->anchored ? x->anchor.from : x->now, year = written_year_at(w, from);
  isnad_interval now = month && !w->hijri ? calendar_holding(UNIT_MONTH, from, 0) : calendar_holding(UNIT_DAY, from, 0);
  w->relative = from == x->now;
  if (w->turn == TURN_THIS || w->turn == TURN_SAME) return place_in(w, year, when, off);
  if (w->turn == TURN_BEFORE_LAST || w->turn == TURN_AFTER_NEXT) {
    bool back = w->turn == TURN_BEFORE_LAST;
    w->turn = back ? TURN_PAST : TURN_NEXT;
    return search(w, year + (back ? 1 : -1), back ? -1 : 1, now, when, off) &&
           place_in(w, written_year_at(w, when->from) + (back ? -1 : 1), when, off);
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

bool written_settle(stamp_cursor *c, const time_context *x, written *w, time_value *out) {
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
  out->contradicts = w->weekday > 0 && w->day > 0 && !written_weekday_agrees(w, when);
  return true;
}
