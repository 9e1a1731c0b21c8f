/* Years: in digits, in words, told, of either calendar; and the year behind a month. */
#include "arabic/number.h"
#include "arabic/time_written.h"
#include "base/clock.h"

enum {
  FIRST_YEAR = 1000,
  LAST_YEAR = 2200,
  SURE_FROM = 1900,
  SURE_TO = 2100,
  FIRST_HIJRI = 1300,
  LAST_HIJRI = 1500,
  EN_DASH = 0x2013,
  ARABIC_COMMA = 0x060C
};

bool time_comma(stamp_cursor *c) { return stamp_take(c, ARABIC_COMMA) || stamp_take(c, ','); }

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
  *hijri = isnad_slice_is(name, "hijri");
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
void time_before_year(stamp_cursor *c) {
  const isnad_token *t = c->at < c->last ? &c->tokens->items[c->at] : NULL;
  if (t != NULL && t->kind == ISNAD_TOKEN_WORD && (t->flags & ISNAD_TOKEN_TATWEEL) != 0 && t->length <= 4) c->at++;
}

bool time_year_number(stamp_cursor *c, int64_t *year, bool *hijri, bool *sure) {
  stamp_cursor ahead = *c;
  unsigned value = 0;
  size_t length = 0;
  *sure = stamp_time_word(&ahead, TIME(YEARWORD), NULL);
  time_before_year(&ahead);
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

/* "of last year", "of this year": the year of the period that follows. */
static bool year_told(stamp_cursor *c, const time_context *x, written *w) {
  stamp_cursor ahead = *c;
  time_value year;
  stamp_links(&ahead);
  if (!time_unit_told(&ahead, x, &year) || (year.grain != ISNAD_GRAIN_YEAR && year.grain != ISNAD_GRAIN_SEASON)) return false;
  w->year = written_year_at(w, year.when.from + (w->hijri ? 200 * (int64_t)DAY_SECONDS : 0));
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
  if (!hijri_of(clock_day_of(whole.from), year, &holding)) return false;
  for (int tries = 0; tries < 2; tries++, (*year)++)
    if (written_month_of(w, *year, &month, &off) && month.from >= whole.from && month.from < whole.to) return true;
  return false;
}

/* The year behind a month, or the word that tells it. */
void written_tail(stamp_cursor *c, const time_context *x, written *w) {
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
  if (!time_comma(&ahead) && !stamp_take(&ahead, '-')) stamp_take(&ahead, '/');
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
