#include "watch/rhythm.h"

#include <stdlib.h>

static int newest_first(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x < y) - (x > y);
}

/* The newest times, those in the future left out. */
static size_t take_times(int64_t out[RHYTHM_TIMES], const rhythm_look *look) {
  size_t count = 0;
  for (size_t i = 0; i < look->time_count; i++) {
    if ((double)look->times[i] > look->now) continue;
    if (count < RHYTHM_TIMES) out[count++] = look->times[i];
  }
  qsort(out, count, sizeof *out, newest_first);
  return count;
}

static double from_times(const rhythm_look *look, const int64_t *times, size_t count) {
  double span = (double)(times[0] - times[count - 1]), gap = span / (double)(count - 1), silence = look->now - (double)times[0];
  return gap > silence / 8 ? gap : silence / 8;
}

/* More than half of the feed was new: the next look might be too late. */
static double from_change(const rhythm_look *look) {
  double last = look->interval > 0 ? look->interval : 4 * look->least;
  if (look->fresh * 2 > look->items) return last / 3;
  return look->fresh > 0 ? last * 0.7 : last * 1.4;
}

double rhythm_next(const rhythm_look *look) {
  enum { ENOUGH = 4 };
  int64_t times[RHYTHM_TIMES];
  size_t count = take_times(times, look);
  bool told = count >= ENOUGH && times[0] > times[count - 1];
  double next = told ? from_times(look, times, count) : from_change(look), asked = look->asked < look->most ? look->asked : look->most;
  if (look->interval > 0 && next > 2 * look->interval) next = 2 * look->interval; /* a single quiet hour is no new habit */
  if (next < asked) next = asked;
  double window = told ? (double)(times[0] - times[count - 1]) / 3 : next;
  if (next > window && look->items > 0) next = window;
  if (next < look->least) next = look->least;
  return next < look->most ? next : look->most;
}
