#include "arabic/stamp_cursor.h"

enum { FULL_WIDTH_COLON = 0xFF1A, RATIO = 0x2236 };

static bool take_colon(stamp_cursor *c) { return stamp_take(c, ':') || stamp_take(c, RATIO) || stamp_take(c, FULL_WIDTH_COLON); }

/* "+3", "+03:00", "+0300" */
static bool signed_offset(stamp_cursor *c, int32_t *offset) {
  stamp_cursor ahead = *c;
  unsigned hours = 0, minutes = 0;
  size_t length = 0;
  bool east = stamp_take(&ahead, '+');
  if (!east && !stamp_take(&ahead, '-')) return false;
  if (!stamp_number(&ahead, 4, &hours, &length) || length == 3) return false;
  if (length == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (stamp_mark(&ahead) == ':') {
    ahead.at++;
    if (!stamp_number(&ahead, 2, &minutes, NULL)) return false;
  }
  if (hours > 14 || minutes > 59) return false;
  *offset = (int32_t)(hours * 3600 + minutes * 60) * (east ? 1 : -1);
  *c = ahead;
  return true;
}

/* "GMT", "(+3 GMT)", "GMT+3", the name of a place's time. "local" stays unknown. */
static bool zone(stamp_cursor *c, stamp_clock *out) {
  stamp_cursor ahead = *c;
  isnad_slice name = {NULL, 0};
  int32_t offset = 0;
  bool bracket = stamp_take(&ahead, '('), before = bracket && signed_offset(&ahead, &offset);
  if (!stamp_time_word(&ahead, TIME(ZONE), &name)) return false;
  bool universal = isnad_slice_is(name, "UTC");
  bool after = !before && universal && (bracket || stamp_glued(&ahead)) && signed_offset(&ahead, &offset);
  if (bracket && !stamp_take(&ahead, ')')) return false;
  *c = ahead;
  if (isnad_slice_is(name, "local")) return true;
  out->zone = name;
  out->offset_known = universal;
  out->offset = before || after ? offset : 0;
  return true;
}

static unsigned on_24_hours(unsigned hour, isnad_slice half) {
  if (isnad_slice_is(half, "am")) return hour == 12 ? 0 : hour;
  if (isnad_slice_is(half, "midnight")) return hour == 12 ? 0 : hour;
  if (isnad_slice_is(half, "pm")) return hour < 12 ? hour + 12 : hour;
  return hour < 4 ? hour + 12 : hour; /* noon */
}

/* "10.30" is a clock time only where a word says so. */
static bool pointed_time(stamp_cursor *c, unsigned *hour, unsigned *minute) {
  if (c->at >= c->last || c->tokens->items[c->at].kind != ISNAD_TOKEN_NUMBER) return false;
  isnad_slice form = isnad_token_form(c->tokens, c->at);
  size_t point = form.length > 3 ? form.length - 3 : 0;
  if (point < 1 || point > 2 || form.bytes[point] != '.') return false;
  for (size_t i = 0; i < form.length; i++)
    if (i != point && (form.bytes[i] < '0' || form.bytes[i] > '9')) return false;
  *hour = (unsigned)(form.bytes[0] - '0');
  if (point == 2) *hour = *hour * 10 + (unsigned)(form.bytes[1] - '0');
  *minute = (unsigned)(form.bytes[point + 1] - '0') * 10 + (unsigned)(form.bytes[point + 2] - '0');
  c->at++;
  return true;
}

/* Hour and minute, and whether their writing alone makes them a clock time. */
static bool hour_minute(stamp_cursor *c, unsigned *hour, unsigned *minute, bool *sure) {
  stamp_cursor ahead = *c;
  size_t length = 0;
  *sure = false;
  *minute = 0;
  if (pointed_time(&ahead, hour, minute)) {
    *c = ahead;
    return true;
  }
  if (!stamp_number(&ahead, 2, hour, NULL)) return false;
  stamp_cursor whole = ahead;
  if ((take_colon(&ahead) || (stamp_glued(&ahead) && stamp_word(&ahead, "h"))) && stamp_number(&ahead, 2, minute, &length) && length == 2)
    *sure = true;
  *c = *sure ? ahead : whole;
  return true;
}

/* The hour in words ("ten", "the twelfth"), a bare cardinal only behind the word for the clock; or its digits with words for the minutes. */
static bool hour_word(stamp_cursor *c, bool named, unsigned *hour) {
  stamp_cursor ahead = *c;
  isnad_slice value;
  unsigned number = 0;
  if (!stamp_time_word(&ahead, TIME(HOUR), &value) && !(named && stamp_time_word(&ahead, TIME(HOURCOUNT), &value))) return false;
  for (size_t i = 0; i < value.length && value.bytes[i] >= '0' && value.bytes[i] <= '9'; i++) number = number * 10 + (unsigned)(value.bytes[i] - '0');
  *hour = number;
  *c = ahead;
  return true;
}

/* "and 18 minutes" with digits. */
static bool counted_minutes(stamp_cursor *c, int *minutes) {
  stamp_cursor ahead = *c;
  isnad_slice unit;
  unsigned value = 0;
  if (ahead.at >= ahead.last || ahead.tokens->items[ahead.at].kind != ISNAD_TOKEN_WORD || ahead.tokens->items[ahead.at].length != 2) return false;
  ahead.at++;
  if (!stamp_number(&ahead, 2, &value, NULL) || value > 59 || !stamp_time_word(&ahead, TIME(UNIT), &unit)) return false;
  if (!isnad_slice_is(unit, "minute")) return false;
  *minutes = (int)value;
  *c = ahead;
  return true;
}

/* "and a half", "less a quarter": minutes behind or before the hour. */
static bool minute_words(stamp_cursor *c, unsigned *hour, unsigned *minute) {
  isnad_slice value;
  int minutes = 0;
  if (!counted_minutes(c, &minutes)) {
    if (!stamp_time_word(c, TIME(MINUTES), &value)) return false;
    bool minus = value.length > 0 && value.bytes[0] == '-';
    for (size_t i = minus; i < value.length; i++) minutes = minutes * 10 + (value.bytes[i] - '0');
    if (minus) minutes = 60 - minutes;
    if (minus) *hour = *hour == 0 ? 23 : *hour - 1;
  }
  *minute = (unsigned)minutes;
  return true;
}

/* The half of the day; "of the evening of" before a day. */
static bool half_of_day(stamp_cursor *c, isnad_slice *half) {
  stamp_cursor ahead = *c;
  if (stamp_time_word(c, TIME(AMPM), half)) return true;
  if (!stamp_time_word(&ahead, TIME(LINK), NULL) || !stamp_time_word(&ahead, TIME(AMPM), half)) return false;
  *c = ahead;
  return true;
}

static void seconds(stamp_cursor *c, unsigned *second, stamp_clock *out) {
  stamp_cursor ahead = *c;
  isnad_slice form;
  if (!take_colon(&ahead) || ahead.at >= ahead.last || ahead.tokens->items[ahead.at].kind != ISNAD_TOKEN_NUMBER) return;
  form = isnad_token_form(ahead.tokens, ahead.at);
  if (form.length < 2 || (form.length > 2 && form.bytes[2] != '.') || form.bytes[0] < '0' || form.bytes[0] > '5') return;
  *second = (unsigned)(form.bytes[0] - '0') * 10 + (unsigned)(form.bytes[1] - '0');
  out->width = 1;
  ahead.at++;
  *c = ahead;
}

bool stamp_read_clock(stamp_cursor *c, stamp_clock *out) {
  stamp_cursor ahead = *c;
  unsigned hour = 0, minute = 0, second = 0;
  isnad_slice half;
  bool sure = false;
  *out = (stamp_clock){.width = 60};
  bool zone_before = zone(&ahead, out), named = stamp_time_word(&ahead, TIME(CLOCK), NULL);
  stamp_take(&ahead, ':');
  if (!hour_minute(&ahead, &hour, &minute, &sure) && !hour_word(&ahead, named, &hour)) return false;
  if (sure) seconds(&ahead, &second, out);
  bool told = !sure && minute_words(&ahead, &hour, &minute);
  out->hour_only = !sure && !told && minute == 0;
  bool halved = half_of_day(&ahead, &half);
  out->halved = halved || hour > 12;
  if ((!sure && !named && !halved) || hour > 24 || minute > 59 || (halved && hour > 24)) return false;
  if (halved) stamp_take(&ahead, '.');
  if (halved) hour = on_24_hours(hour, half);
  if (!zone_before && !zone(&ahead, out))
    out->offset_known = (sure && stamp_glued(&ahead) && signed_offset(&ahead, &out->offset)) || out->offset_known;
  out->second = (int32_t)(hour * 3600 + minute * 60 + second);
  *c = ahead;
  return true;
}

void stamp_zone_behind(stamp_cursor *c, stamp_clock *out) {
  if (!out->offset_known && out->zone.length == 0) zone(c, out);
}
