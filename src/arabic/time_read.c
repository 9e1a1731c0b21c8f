/* The longest time that begins at a place: every reader of periods is tried, then what stands around a period. */
#include "arabic/time_reading.h"

void time_consider(time_reading *best, const time_reading *next) {
  if (!next->found || (best->found && next->c.at < best->c.at)) return;
  bool forced = best->found && (best->v.contradicts || best->v.hopped);
  if (best->found && next->c.at == best->c.at && !(forced && !next->v.contradicts && !next->v.hopped)) return;
  *best = *next;
}

static void try_reader(time_reading *best, time_reader *read, const stamp_cursor *from, const time_context *x) {
  time_reading next;
  next.c = *from;
  next.found = read(&next.c, x, &next.v);
  time_consider(best, &next);
}

bool time_settle(stamp_cursor *c, time_value *out, const time_reading *best) {
  if (!best->found) return false;
  *c = best->c;
  *out = best->v;
  return true;
}

bool time_period(stamp_cursor *c, const time_context *x, time_value *out) {
  static time_reader *const readers[] = {time_holiday, time_days,  time_clock,     time_day,    time_nth,    time_part,    time_portion,
                                         time_window,  time_month, time_unit_told, time_season, time_decade, time_century, time_year};
  time_reading best = {.found = false};
  for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) try_reader(&best, readers[i], c, x);
  return time_settle(c, out, &best);
}

time_reading time_period_at(const stamp_cursor *c, const time_context *x) {
  time_reading out;
  out.c = *c;
  out.found = time_period(&out.c, x, &out.v);
  return out;
}

bool time_read(stamp_cursor *c, const time_context *x, time_value *out) {
  static time_reader *const first[] = {time_recurring, time_nested, time_vague}, *const then[] = {time_ago, time_marked};
  time_reading best = {.found = false}, plain = time_period_at(c, x), range = time_range_at(c, x, &plain);
  for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) try_reader(&best, first[i], c, x);
  time_consider(&best, &range);
  for (size_t i = 0; i < sizeof then / sizeof then[0]; i++) try_reader(&best, then[i], c, x);
  time_consider(&best, &plain);
  if (!time_settle(c, out, &best)) return false;
  time_each_year(c, out);
  return true;
}
