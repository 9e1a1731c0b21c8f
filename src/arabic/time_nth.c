/* The first Sunday of a month, the last day of a year. */
#include "arabic/time.h"
#include "base/clock.h"

static bool weekday_in(stamp_cursor *c, unsigned *weekday) {
  stamp_cursor ahead = *c;
  time_links(&ahead);
  if (!stamp_weekday_name(&ahead, weekday)) return false;
  *c = ahead;
  return true;
}

/* Which day or week, and the word that numbers it, before or behind. */
typedef struct numbered {
  unsigned weekday; /* 0: days, or weeks */
  bool week;
  int nth; /* -1: the last */
} numbered;

static bool numbered_unit(stamp_cursor *c, numbered *n) {
  isnad_slice name;
  stamp_cursor ahead = *c;
  if (weekday_in(&ahead, &n->weekday)) {
    *c = ahead;
    return true;
  }
  ahead = *c;
  if (!stamp_time_word(&ahead, TIME(UNIT), &name) && !stamp_time_word(&ahead, TIME(THE), &name) && !stamp_time_word(&ahead, TIME(DAY), NULL))
    return false;
  time_unit unit = UNIT_DAY;
  if (ahead.table == ISNAD_TABLE_TIME_WORDS && isnad_time_words_rows[ahead.row].role != TIME(DAY) && !calendar_unit(name, &unit)) return false;
  if (unit != UNIT_DAY && unit != UNIT_WEEK) return false;
  n->week = unit == UNIT_WEEK;
  *c = ahead;
  return true;
}

static bool number_behind(stamp_cursor *c, numbered *n) {
  isnad_slice value;
  time_turn turn;
  stamp_cursor ahead = *c;
  if (stamp_time_word(&ahead, TIME(ORDINAL), &value)) {
    n->nth = time_number_of(value);
  } else {
    if (!time_adjective(&ahead, &turn) || (turn != TURN_LAST && turn != TURN_FIRST)) return false;
    n->nth = turn == TURN_LAST ? -1 : 1;
  }
  *c = ahead;
  return true;
}

static bool numbered_head(stamp_cursor *c, numbered *n) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  if (stamp_time_word(&ahead, TIME(NTH), &value)) {
    n->nth = time_number_of(value);
    if (!numbered_unit(&ahead, n)) return false;
  } else if (!numbered_unit(&ahead, n) || !number_behind(&ahead, n)) {
    return false;
  }
  *c = ahead;
  return true;
}

static bool pick(const numbered *n, isnad_interval in, isnad_interval *out) {
  int64_t first = clock_day_of(in.from), last = clock_day_of(in.to - 1), day;
  unsigned weekday = n->week ? 1 : n->weekday;
  int64_t width = n->week ? 7 : 1;
  if (weekday == 0) {
    day = n->nth > 0 ? first + n->nth - 1 : last;
  } else if (n->nth > 0) {
    day = first + (7 + (int64_t)weekday - (int64_t)clock_weekday(first)) % 7 + 7 * (n->nth - 1);
  } else {
    int64_t from = last - (width - 1);
    day = from - (7 + (int64_t)clock_weekday(from) - (int64_t)weekday) % 7;
  }
  *out = (isnad_interval){day * DAY_SECONDS, (day + width) * DAY_SECONDS};
  return day >= first && day <= last;
}

bool time_nth(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  numbered n = {0, false, 0};
  time_value in;
  if (!numbered_head(&ahead, &n)) return false;
  stamp_cursor head = ahead;
  ahead.cut_to = ahead.at + 1;
  time_links(&ahead);
  ahead.cut_to = ahead.at + 1;
  if (!time_whole(&ahead, x, &in) || in.grain < ISNAD_GRAIN_WEEK || !pick(&n, in.when, &out->when)) return false;
  isnad_interval when = out->when;
  *out = in;
  out->when = when;
  out->grain = n.week ? ISNAD_GRAIN_WEEK : ISNAD_GRAIN_DAY;
  out->lone = false;
  out->table = head.table;
  out->row = head.row;
  out->rule = NULL;
  *c = ahead;
  return true;
}
