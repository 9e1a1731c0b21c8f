#include "arabic/calendar.h"
#include "arabic/stamp_cursor.h"
#include "base/clock.h"

enum {
  FIRST_YEAR = 1900,
  LAST_YEAR = 2100,
  FIRST_HIJRI = 1300,
  LAST_HIJRI = 1500,
  ARABIC_COMMA = 0x060C,
  EN_DASH = 0x2013,
  EM_DASH = 0x2014,
  RIGHT_SLASH = 0x2044
};

typedef struct written_day {
  unsigned year, month, day;
  bool hijri;
} written_day;

static bool year_fits(const written_day *d) {
  return d->hijri ? d->year >= FIRST_HIJRI && d->year <= LAST_HIJRI : d->year >= FIRST_YEAR && d->year <= LAST_YEAR;
}

static bool exists(const written_day *d) {
  if (!year_fits(d)) return false;
  return d->hijri ? d->month >= 1 && d->month <= 12 && d->day >= 1 && d->day <= 30 : clock_date_exists(d->year, d->month, d->day);
}

static bool take_dash(stamp_cursor *c) { return stamp_take(c, '-') || stamp_take(c, EN_DASH) || stamp_take(c, EM_DASH); }

static bool take_slash(stamp_cursor *c) { return stamp_take(c, '/') || stamp_take(c, '\\') || stamp_take(c, RIGHT_SLASH); }

static void take_comma(stamp_cursor *c) {
  if (!stamp_take(c, ARABIC_COMMA)) stamp_take(c, ',');
}

/* A second name of the same month: with a slash, in brackets, or just after the first. */
static void take_other_name(stamp_cursor *c, unsigned month, bool hijri) {
  stamp_cursor ahead = *c;
  unsigned other = 0;
  bool other_hijri = false, bracket = stamp_take(&ahead, '(');
  if (!bracket && !take_slash(&ahead)) take_dash(&ahead);
  if (!stamp_month_name(&ahead, &other, &other_hijri) || other != month || other_hijri != hijri) return;
  if (bracket && !stamp_take(&ahead, ')')) return;
  *c = ahead;
}

static bool month_name(stamp_cursor *c, written_day *d) {
  if (!stamp_month_name(c, &d->month, &d->hijri)) return false;
  stamp_take(c, '.');
  take_other_name(c, d->month, d->hijri);
  return true;
}

/* The era is believed over the look of the year. */
static void take_era(stamp_cursor *c, written_day *d) {
  isnad_slice era;
  if (!stamp_time_word(c, TIME(ERA), &era)) return;
  d->hijri = isnad_slice_is(era, "hijri");
  stamp_take(c, '.');
}

/* A year of four digits; its calendar shows in its century when nothing else tells. */
static bool take_year(stamp_cursor *c, written_day *d) {
  size_t length = 0;
  if (!stamp_number(c, 4, &d->year, &length) || length != 4) return false;
  take_era(c, d);
  return true;
}

/* "13 September 2023", "13th of September, 2023", day and year joined to the month by small words. */
static bool day_month_year(stamp_cursor *c, written_day *out) {
  stamp_cursor ahead = *c;
  written_day d = {0};
  if (!stamp_number(&ahead, 2, &d.day, NULL)) return false;
  stamp_time_word(&ahead, TIME(SUFFIX), NULL);
  if (!take_slash(&ahead)) take_dash(&ahead);
  take_comma(&ahead);
  stamp_links(&ahead);
  if (!month_name(&ahead, &d)) return false;
  if (!take_slash(&ahead)) take_dash(&ahead);
  take_comma(&ahead);
  stamp_links(&ahead);
  if (!take_year(&ahead, &d) || !exists(&d)) return false;
  *out = d;
  *c = ahead;
  return true;
}

/* "Sep 13, 2024" */
static bool month_day_year(stamp_cursor *c, written_day *out) {
  stamp_cursor ahead = *c;
  written_day d = {0};
  if (!month_name(&ahead, &d) || !stamp_number(&ahead, 2, &d.day, NULL)) return false;
  stamp_time_word(&ahead, TIME(SUFFIX), NULL);
  take_comma(&ahead);
  if (!take_year(&ahead, &d) || !exists(&d)) return false;
  *out = d;
  *c = ahead;
  return true;
}

static bool separator(stamp_cursor *c, uint32_t *mark) {
  uint32_t here = stamp_mark(c);
  if (*mark != 0 && here != *mark) return false;
  if (here != '/' && here != '\\' && here != '-' && here != '.' && here != EN_DASH && here != RIGHT_SLASH) return false;
  *mark = here;
  c->at++;
  return true;
}

static bool three_numbers(stamp_cursor *c, unsigned parts[3], size_t lengths[3]) {
  stamp_cursor ahead = *c;
  uint32_t mark = 0;
  if (stamp_pointed(c, parts, lengths)) return true;
  for (int i = 0; i < 3; i++)
    if ((i > 0 && !separator(&ahead, &mark)) || !stamp_number(&ahead, 4, &parts[i], &lengths[i])) return false;
  *c = ahead;
  return true;
}

/* Year first when four digits stand first, else day first; month first only where the day would be no month. */
static bool numeric(stamp_cursor *c, written_day *out, bool *short_year) {
  stamp_cursor ahead = *c;
  unsigned n[3];
  size_t lengths[3];
  if (!three_numbers(&ahead, n, lengths)) return false;
  bool year_first = lengths[0] == 4;
  *short_year = !year_first && lengths[2] == 2;
  if (lengths[1] > 2 || (year_first ? lengths[2] > 2 : lengths[0] > 2 || (lengths[2] != 4 && !*short_year))) return false;
  written_day d = {.year = year_first ? n[0] : n[2], .month = n[1], .day = year_first ? n[2] : n[0]};
  if (*short_year) d.year += 2000;
  d.hijri = d.year < LAST_HIJRI;
  if (d.month > 12 && d.day <= 12) d = (written_day){.year = d.year, .month = d.day, .day = d.month, .hijri = d.hijri};
  take_era(&ahead, &d);
  if (!exists(&d)) return false;
  *out = d;
  *c = ahead;
  return true;
}

static bool one_day(stamp_cursor *c, written_day *d, bool *short_year) {
  *short_year = false;
  return day_month_year(c, d) || month_day_year(c, d) || numeric(c, d, short_year);
}

static bool weekday(stamp_cursor *c, unsigned *out) {
  stamp_cursor ahead = *c;
  bool bracket = stamp_take(&ahead, '(');
  stamp_links(&ahead);
  if (!stamp_weekday_name(&ahead, out)) return false;
  stamp_take(&ahead, '.');
  if (bracket && !stamp_take(&ahead, ')')) return false;
  *c = ahead;
  return true;
}

/* A preposition that tatweel joins to a number. */
static void take_clitic(stamp_cursor *c) {
  if (c->at + 1 >= c->last) return;
  const isnad_token *token = &c->tokens->items[c->at];
  if (token->kind == ISNAD_TOKEN_WORD && token->length <= 2 && (token->flags & ISNAD_TOKEN_TATWEEL) != 0) c->at++;
}

/* What may stand between two writings of one day. */
static void take_join(stamp_cursor *c) {
  take_comma(c);
  if (!take_slash(c) && !take_dash(c) && !stamp_take(c, '|')) stamp_take(c, '=');
  stamp_links(c);
  take_clitic(c);
  stamp_take(c, ':');
}

/* The other calendar's writing of the same day. */
static bool twin(stamp_cursor *c, bool hijri, written_day *out) {
  stamp_cursor ahead = *c;
  written_day d;
  bool short_year = false, bracket = stamp_take(&ahead, '(');
  if (!bracket)
    take_join(&ahead);
  else
    stamp_links(&ahead);
  if (!one_day(&ahead, &d, &short_year) || d.hijri == hijri || short_year) return false;
  if (bracket && !stamp_take(&ahead, ')')) return false;
  *out = d;
  *c = ahead;
  return true;
}

static bool weekday_after(stamp_cursor *c, unsigned *out) {
  stamp_cursor ahead = *c;
  if (stamp_mark(&ahead) != '(') take_join(&ahead);
  if (!weekday(&ahead, out)) return false;
  *c = ahead;
  return true;
}

static bool hijri_day(const written_day *d, stamp_day *out) {
  int64_t first = 0;
  unsigned length = 0;
  if (!hijri_month(d->year, d->month, &first, &length, &out->differs) || d->day > length) return false;
  out->days = first + d->day - 1;
  out->hijri = true;
  return true;
}

bool stamp_read_day(stamp_cursor *c, stamp_day *out) {
  stamp_cursor ahead = *c;
  written_day d, other;
  bool short_year = false, bracket = false;
  *out = (stamp_day){0};
  if (weekday(&ahead, &out->weekday) && !(bracket = stamp_take(&ahead, '('))) take_join(&ahead);
  if (!one_day(&ahead, &d, &short_year) || (bracket && !stamp_take(&ahead, ')'))) return false;
  if (short_year && out->weekday == 0) return false;
  if (twin(&ahead, d.hijri, &other) && d.hijri) d = other;
  if (d.hijri && !hijri_day(&d, out)) return false;
  if (!d.hijri) out->days = clock_days(d.year, d.month, d.day);
  if (out->weekday == 0) weekday_after(&ahead, &out->weekday);
  *c = ahead;
  return true;
}
