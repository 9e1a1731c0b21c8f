#include "isnad/stamp.h"

#include "arabic/stamp_cursor.h"
#include "base/clock.h"

typedef struct unit_length {
  const char *name;
  int64_t seconds;
} unit_length;

static int64_t seconds_of(isnad_slice unit) {
  static const unit_length units[] = {{"second", 1},
                                      {"minute", 60},
                                      {"hour", 3600},
                                      {"day", DAY_SECONDS},
                                      {"week", 7 * DAY_SECONDS},
                                      {"month", 30 * DAY_SECONDS},
                                      {"year", 365 * DAY_SECONDS}};
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
    if (isnad_slice_is(unit, units[i].name)) return units[i].seconds;
  return 0;
}

/* "12 minutes", "an hour", "two hours" in one word. */
static bool amount(stamp_cursor *c, int64_t *back, int64_t *grain) {
  unsigned count = 1;
  isnad_slice unit;
  bool counted = stamp_number(c, 4, &count, NULL);
  if (!counted && stamp_time_word(c, TIME(DUAL), &unit))
    count = 2;
  else if (!stamp_time_word(c, TIME(UNIT), &unit))
    return false;
  *grain = seconds_of(unit);
  *back = (int64_t)count * *grain;
  return *grain > 0;
}

static bool ago(stamp_cursor *c, int64_t *back, int64_t *grain) {
  stamp_cursor ahead = *c;
  bool before = stamp_time_word(&ahead, TIME(AGO), NULL);
  if (!amount(&ahead, back, grain) || (!before && !stamp_time_word(&ahead, TIME(AGO), NULL))) return false;
  *c = ahead;
  return true;
}

static int64_t days_back(isnad_slice value) {
  int64_t n = 0;
  bool minus = value.length > 0 && value.bytes[0] == '-';
  for (size_t i = minus; i < value.length && value.bytes[i] >= '0' && value.bytes[i] <= '9'; i++) n = n * 10 + (value.bytes[i] - '0');
  return minus ? n : -n;
}

/* "yesterday, 22:15" */
static bool named_day(stamp_cursor *c, int64_t *back, int64_t *grain) {
  isnad_slice value;
  stamp_clock clock;
  unsigned weekday = 0;
  stamp_time_word(c, TIME(DAYPART), NULL);
  if (!stamp_time_word(c, TIME(DAY), &value)) return false;
  stamp_weekday_name(c, &weekday);
  if (!stamp_take(c, 0x060C) && !stamp_take(c, ',') && !stamp_take(c, '|')) stamp_take(c, '-');
  stamp_read_clock(c, &clock);
  *back = days_back(value) * DAY_SECONDS;
  *grain = DAY_SECONDS;
  return *back >= 0;
}

bool isnad_stamp_relative(int64_t *back, int64_t *grain, const isnad_tokens *tokens, size_t first, size_t last) {
  stamp_cursor c = {.tokens = tokens, .at = first, .last = last};
  bool read = false;
  if (stamp_time_word(&c, TIME(NOW), NULL)) {
    *back = 0;
    *grain = 60;
    read = true;
  } else {
    read = ago(&c, back, grain) || named_day(&c, back, grain);
  }
  while (read && c.at < last && stamp_mark(&c) != 0) c.at++;
  return read && c.at == last;
}
