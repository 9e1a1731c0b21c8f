#include "isnad/stamp.h"

#include "arabic/stamp_cursor.h"
#include "base/clock.h"

enum { ARABIC_COMMA = 0x060C, EN_DASH = 0x2013, EM_DASH = 0x2014, BULLET = 0x2022, MIDDLE_DOT = 0x00B7 };

/* What parts a day from its clock time: one mark, then small words. */
static void take_gap(stamp_cursor *c) {
  static const uint32_t marks[] = {ARABIC_COMMA, ',', '-', EN_DASH, EM_DASH, '|', '/', BULLET, MIDDLE_DOT, ';', '@'};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
    if (stamp_take(c, marks[i])) break;
  stamp_links(c);
}

static bool clock_after(stamp_cursor *c, stamp_clock *clock) {
  stamp_cursor ahead = *c;
  bool iso = stamp_glued(&ahead) && stamp_word(&ahead, "t"), bracket = !iso && stamp_take(&ahead, '(');
  if (!iso && !bracket) take_gap(&ahead);
  if (!stamp_read_clock(&ahead, clock)) return false;
  if (bracket && !stamp_take(&ahead, ')')) return false;
  *c = ahead;
  return true;
}

/* A zone may follow the day alone: "13th, September 2024 GMT". */
static void zone_alone(stamp_cursor *c) { stamp_time_word(c, TIME(ZONE), NULL); }

static bool clock_before(stamp_cursor *c, stamp_clock *clock, stamp_day *day) {
  stamp_cursor ahead = *c;
  if (!stamp_read_clock(&ahead, clock)) return false;
  take_gap(&ahead);
  if (!stamp_read_day(&ahead, day)) return false;
  *c = ahead;
  return true;
}

static isnad_interval when_of(const stamp_day *day, const stamp_clock *clock, isnad_slice zone) {
  int64_t midnight = day->days * DAY_SECONDS;
  isnad_interval whole = {midnight, midnight + DAY_SECONDS};
  if (clock == NULL) return whole;
  int32_t offset = clock->offset;
  bool known = clock->offset_known || stamp_zone_offset(clock->zone.length > 0 ? clock->zone : zone, midnight + clock->second, &offset);
  if (!known) return whole;
  int64_t from = midnight + clock->second - offset;
  return (isnad_interval){from, from + clock->width};
}

bool isnad_stamp_at(isnad_stamp *out, const isnad_tokens *tokens, size_t at, size_t last, isnad_slice zone) {
  stamp_cursor c = {.tokens = tokens, .at = at, .last = last < tokens->count ? last : tokens->count};
  stamp_day day;
  stamp_clock clock;
  bool timed = clock_before(&c, &clock, &day);
  if (!timed) {
    if (!stamp_read_day(&c, &day)) return false;
    timed = clock_after(&c, &clock);
    if (!timed) zone_alone(&c);
  }
  if (day.hijri) return false; /* the day of a Hijri date alone hangs on the sighting of the moon: no proof of when a page was made */
  *out = (isnad_stamp){.when = when_of(&day, timed ? &clock : NULL, zone), .weekday = (uint8_t)day.weekday};
  out->weekday_contradicts = day.weekday != 0 && day.weekday != clock_weekday(day.days);
  out->first = (uint32_t)at;
  out->last = (uint32_t)c.at;
  out->span = (isnad_span){tokens->items[at].span.begin, tokens->items[c.at - 1].span.end};
  return true;
}
