/* Clock times with their day, and a time that was run, which is none. */
#include "arabic/time.h"

#include "base/clock.h"

enum { CLOCK_DIGITS = 2, HOUR_SECONDS = 3600, ARABIC_COMMA = 0x060C, EN_DASH = 0x2013 };

static void at_clock(time_value *out, const time_context *x, const stamp_clock *clock) {
  int64_t midnight = calendar_day(clock_day_of(out->when.from)).from, local = midnight + clock->second;
  int32_t offset = clock->offset;
  isnad_slice zone = clock->zone.length > 0 ? clock->zone : x->zone;
  bool known = clock->offset_known || stamp_zone_offset(zone, local, &offset);
  if (!known && clock->zone.length == 0 && x->floating) {
    known = true;
    offset = 0;
  }
  out->unhalved = known && !clock->halved;
  out->when = known ? (isnad_interval){local - offset, local - offset + (clock->hour_only ? HOUR_SECONDS : clock->width)}
                    : calendar_day(clock_day_of(out->when.from));
  if (known) out->grain = clock->width == 1 ? ISNAD_GRAIN_SECOND : clock->hour_only ? ISNAD_GRAIN_HOUR : ISNAD_GRAIN_MINUTE;
}

static void take_gap(stamp_cursor *c) {
  if (!stamp_take(c, ARABIC_COMMA) && !stamp_take(c, ',') && !stamp_take(c, '-') && !stamp_take(c, EN_DASH)) stamp_take(c, '|');
  time_links(c);
}

/* Whether a colon and a number are typed onto the number at the cursor, before it. */
static bool is_behind_colon(const stamp_cursor *c) {
  const isnad_token *t = c->tokens->items;
  if (c->at < 2 || (t[c->at].flags & ISNAD_TOKEN_GLUED) == 0 || (t[c->at - 1].flags & ISNAD_TOKEN_GLUED) == 0) return false;
  stamp_cursor mark = *c;
  mark.at--;
  return stamp_mark(&mark) == ':' && t[c->at - 2].kind == ISNAD_TOKEN_NUMBER;
}

/* "2:08:14" with no word for the hour, no half of the day and no zone, or what is left of it: how long a race was run, more often than when
 * something was. */
static bool is_run_time(const stamp_cursor *c, const stamp_clock *clock) {
  stamp_cursor first = *c;
  unsigned value = 0;
  size_t digits = 0;
  bool bare = !clock->offset_known && clock->zone.length == 0 && !clock->halved;
  return bare && stamp_number(&first, CLOCK_DIGITS, &value, &digits) && (clock->width == 1 || is_behind_colon(c));
}

/* "at ten on Friday evening": the clock, then its day. */
bool time_clock(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  stamp_clock clock;
  if (!stamp_read_clock(&ahead, &clock)) return false;
  stamp_cursor head = ahead, day = ahead;
  take_gap(&day);
  if (time_plain_day(&day, x, out)) {
    ahead = day;
    stamp_zone_behind(&ahead, &clock);
  } else if (is_run_time(c, &clock)) {
    return false;
  } else {
    *out = time_of(&head, calendar_day(clock_day_of(x->now)), ISNAD_GRAIN_DAY, ISNAD_TIME_RELATIVE);
    out->relative = true;
    out->rule = "clock";
  }
  at_clock(out, x, &clock);
  *c = ahead;
  return true;
}

void time_clock_behind(stamp_cursor *c, const time_context *x, time_value *out) {
  stamp_cursor ahead = *c;
  stamp_clock clock;
  bool bracket = stamp_take(&ahead, '(');
  if (!bracket) take_gap(&ahead);
  if (!stamp_read_clock(&ahead, &clock) || (bracket && !stamp_take(&ahead, ')'))) return;
  at_clock(out, x, &clock);
  *c = ahead;
}
