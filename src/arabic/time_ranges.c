/* From one time to another: "from 3 to 5 p.m.", "between 2011 and 2015", "the 13th and the 14th of June". */
#include "arabic/time_reading.h"
#include "base/clock.h"

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, CONJUNCTION = 2, HALF_DAY = DAY_SECONDS / 2, WEEK_DAYS = 7 };

static bool range_sign(stamp_cursor *c) {
  if (stamp_take(c, '-') || stamp_take(c, EN_DASH) || stamp_take(c, EM_DASH)) return true;
  c->cut_to = c->at + 1;
  return time_takes(c, TIME(MARK), "to") || time_takes(c, TIME(MARK), "until");
}

/* "and" as a word of its own, or joined to the word that begins the second time. */
static bool range_and(stamp_cursor *c) {
  if (c->at >= c->last || c->tokens->items[c->at].kind != ISNAD_TOKEN_WORD) return false;
  if (c->tokens->items[c->at].length == CONJUNCTION && c->at + 1 < c->last) c->at++;
  c->cut_to = c->at + 1;
  return true;
}

/* The first time lacks what the second tells: "from 13 to 15 June" is read as days; here years ("2011 and 2015") and months. */
static void borrow_year(time_value *first, const time_value *second, const time_context *x) {
  if (!first->relative || second->relative || first->grain != second->grain || !x->known) return;
  while (first->when.from >= second->when.from) {
    first->when.from = calendar_moved(first->when.from, UNIT_YEAR, -1);
    first->when.to = calendar_moved(first->when.to, UNIT_YEAR, -1);
  }
}

/* The period with which a range begins. Most often no word stands before it, and it was read already: `plain`. */
static bool first_period(stamp_cursor *c, const time_context *x, const stamp_cursor *begin, const time_reading *plain, time_value *out) {
  if (c->at != begin->at || c->cut_to != begin->cut_to) return time_period(c, x, out);
  return time_settle(c, out, plain);
}

/* The range that begins at the cursor, where `plain` is the period that does. */
static bool range_at(stamp_cursor *c, const time_context *x, const time_reading *plain, time_value *out) {
  stamp_cursor ahead = *c;
  time_value first, second;
  bool between = time_takes(&ahead, TIME(MARK), "between"), from = !between && time_takes(&ahead, TIME(MARK), "from");
  bool pair = stamp_time_word(&ahead, TIME(PAIR), NULL);
  stamp_cursor head = ahead;
  time_links(&ahead);
  if (!first_period(&ahead, x, c, plain, &first) || !first.has_from) return false;
  if (between || pair ? !range_and(&ahead) : !range_sign(&ahead)) return false;
  time_context later = *x;
  if (!time_period(&ahead, &later, &second) || !second.has_to) return false;
  if ((first.lone || second.lone) && !between && !from && !pair && first.grain != second.grain) return false;
  if (first.grain == ISNAD_GRAIN_YEAR && first.when.from >= second.when.from) return false;
  borrow_year(&first, &second, x);
  if (first.weekday > 0 && second.weekday > 0) { /* "Saturday and Sunday next": the first is the one before the second */
    int64_t apart = (WEEK_DAYS + (int64_t)second.weekday - (int64_t)first.weekday) % WEEK_DAYS;
    first.when.from = second.when.from - apart * DAY_SECONDS;
  }
  if (first.unhalved && !second.unhalved && first.when.from + HALF_DAY < second.when.from)
    first.when.from += HALF_DAY; /* "from three to five p.m." */
  if (second.when.to <= first.when.from && second.relative && second.grain <= ISNAD_GRAIN_MONTH) {
    time_unit step = first.weekday > 0 && second.weekday > 0 ? UNIT_WEEK : UNIT_YEAR;
    second.when.to = calendar_moved(second.when.to, second.grain < ISNAD_GRAIN_DAY ? UNIT_DAY : step, 1);
  }
  if (second.when.to <= first.when.from) return false;
  *out = second;
  out->when.from = first.when.from;
  out->has_from = true;
  out->kind = ISNAD_TIME_RANGE;
  out->relative = first.relative || second.relative;
  out->contradicts = first.contradicts || second.contradicts;
  out->lone = false;
  if (between || from || pair) {
    out->table = head.table;
    out->row = head.row;
    out->rule = NULL;
  }
  *c = ahead;
  return true;
}

time_reading time_range_at(const stamp_cursor *c, const time_context *x, const time_reading *plain) {
  time_reading out;
  out.c = *c;
  out.found = range_at(&out.c, x, plain, &out.v);
  return out;
}
