/* Days that are written without words for it: in an address, or as a number and a month without a year. */
#include "article/words.h"

#include "base/clock.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2100, MOST_DAYS = 31 };

static bool digits(isnad_slice s, size_t at, size_t count, int64_t *value) {
  *value = 0;
  if (at + count > s.length) return false;
  for (size_t i = at; i < at + count; i++) {
    if (s.bytes[i] < '0' || s.bytes[i] > '9') return false;
    *value = *value * 10 + (s.bytes[i] - '0');
  }
  return true;
}

/* "/2018/02/18/", "/2018-02-18", "/20180218": year, month and day with one mark or none between. */
static bool date_at(isnad_slice url, size_t at, int64_t *days) {
  int64_t year = 0, month = 0, day = 0;
  if (!digits(url, at, 4, &year) || at + 4 >= url.length) return false;
  char mark = url.bytes[at + 4];
  size_t gap = mark == '/' || mark == '-' || mark == '_' ? 1 : 0;
  size_t end = at + 8 + 2 * gap;
  if (!digits(url, at + 4 + gap, 2, &month) || !digits(url, at + 6 + 2 * gap, 2, &day)) return false;
  if (gap > 0 && url.bytes[at + 7] != mark) return false;
  if (end < url.length && url.bytes[end] >= '0' && url.bytes[end] <= '9') return false;
  if (year < FIRST_YEAR || year > LAST_YEAR || !clock_date_exists(year, (unsigned)month, (unsigned)day)) return false;
  *days = clock_days(year, (unsigned)month, (unsigned)day);
  return true;
}

bool article_day_of_url(isnad_slice url, int64_t *days) {
  for (size_t at = 1; at < url.length; at++) {
    char before = url.bytes[at - 1];
    if ((before == '/' || before == '-' || before == '_' || before == '=') && date_at(url, at, days)) return true;
  }
  return false;
}

static bool day_number(const isnad_tokens *t, size_t at, int64_t *day) {
  isnad_slice form = isnad_token_form(t, at);
  *day = 0;
  if (t->items[at].kind != ISNAD_TOKEN_NUMBER || form.length > 2) return false;
  return digits(form, 0, form.length, day) && *day >= 1 && *day <= MOST_DAYS;
}

bool article_day_and_month(const isnad_tokens *tokens, size_t first, size_t last, int64_t *day, unsigned *month) {
  isnad_phrase hit;
  for (size_t at = first; at + 1 < last; at++) {
    if (!day_number(tokens, at, day) || isnad_phrases_at(&hit, 1, tokens, at + 1, 1u << ISNAD_TABLE_MONTHS, 0) == 0) continue;
    const isnad_months_row *row = &isnad_months_rows[hit.row];
    if (row->calendar != ISNAD_MONTHS_CALENDAR_GREGORIAN) return false;
    *month = row->month;
    return *month >= 1;
  }
  return false;
}
