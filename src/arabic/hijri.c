/* The Umm al-Qura calendar by its table: arithmetic calendars agree with it on little more than half of the days. */
#include "arabic/calendar.h"
#include "base/clock.h"
#include "tables.h"

enum { FIRST_YEAR = 1343, LAST_YEAR = 1500, MONTHS = 12, SHORT_MONTH = 29 };

static int64_t day_of_iso(const char *iso) {
  isnad_interval when = {0, 0};
  return clock_read_iso(&when, isnad_slice_of(iso), true, 0) ? when.from / DAY_SECONDS : 0;
}

static unsigned length_of(const isnad_hijri_row *row, unsigned month) { return SHORT_MONTH + (row->lengths[month - 1] == '0'); }

bool hijri_month(int64_t year, unsigned month, int64_t *day, unsigned *length, bool *differs) {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS) return false;
  const isnad_hijri_row *row = &isnad_hijri_rows[year - FIRST_YEAR];
  *day = day_of_iso(row->start);
  for (unsigned m = 1; m < month; m++) *day += length_of(row, m);
  *length = length_of(row, month);
  *differs = row->other[month - 1] != '=';
  return true;
}

bool hijri_of(int64_t day, int64_t *year, unsigned *month) {
  size_t low = 0, high = LAST_YEAR - FIRST_YEAR + 1;
  while (low + 1 < high) {
    size_t middle = (low + high) / 2;
    if (day_of_iso(isnad_hijri_rows[middle].start) <= day)
      low = middle;
    else
      high = middle;
  }
  int64_t first = day_of_iso(isnad_hijri_rows[low].start);
  if (day < first) return false;
  *year = FIRST_YEAR + (int64_t)low;
  for (*month = 1; *month <= MONTHS; (*month)++) {
    first += length_of(&isnad_hijri_rows[low], *month);
    if (day < first) return true;
  }
  return false;
}
