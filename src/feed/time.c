/* Times as feeds write them. */
#include "feed/text.h"

#include "base/clock.h"
#include "feed/words.h"
#include "isnad/stamp.h"

enum { LONGEST = 160, EPOCH_DIGITS = 10, EPOCH_DIGITS_MS = 13, FIRST_YEAR = 1970, LAST_YEAR = 2200, FARTHEST = 14 * 60 };

typedef struct cursor {
  isnad_slice text;
  size_t at;
} cursor;

static void blanks(cursor *c) {
  while (c->at < c->text.length && (is_blank(c->text.bytes[c->at]) || c->text.bytes[c->at] == ',')) c->at++;
}

static char here(const cursor *c) { return c->at < c->text.length ? c->text.bytes[c->at] : '\0'; }

static bool digits(cursor *c, size_t least, size_t most, unsigned *out) {
  size_t count = 0;
  for (*out = 0; here(c) >= '0' && here(c) <= '9'; c->at++, count++)
    if (count < 6) *out = *out * 10 + (unsigned)(here(c) - '0');
  return count >= least && count <= most;
}

static isnad_slice letters(cursor *c) {
  size_t begin = c->at;
  while (to_lower(here(c)) >= 'a' && to_lower(here(c)) <= 'z') c->at++;
  if (here(c) == '.') c->at++;
  isnad_slice word = {c->text.bytes + begin, c->at - begin};
  if (word.length > 0 && word.bytes[word.length - 1] == '.') word.length--;
  return word;
}

/* A month of three letters or more of its name. */
static unsigned month_of(isnad_slice word) {
  static const char *const names[] = {"january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december"};
  for (unsigned i = 0; i < 12; i++) {
    size_t same = 0;
    while (same < word.length && names[i][same] != '\0' && to_lower(word.bytes[same]) == names[i][same]) same++;
    if (same >= 3 && same == word.length) return i + 1;
  }
  return word_is(word, "sept") ? 9 : 0;
}

/* RFC 822, 5.1, and what news sites of Arab countries write. Names that mean several zones are left out. */
static bool zone_named(isnad_slice word, int32_t *minutes) {
  static const struct {
    const char *name;
    int16_t minutes;
  } zones[] = {{"gmt", 0},    {"ut", 0},     {"utc", 0},    {"z", 0},      {"wet", 0},    {"bst", 60},   {"cet", 60},   {"west", 60}, {"cest", 120},
               {"eet", 120},  {"sast", 120}, {"eest", 180}, {"msk", 180},  {"ksa", 180},  {"trt", 180},  {"eat", 180},  {"gst", 240}, {"pkt", 300},
               {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}};
  for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
    if (word_is(word, zones[i].name)) {
      *minutes = zones[i].minutes;
      return true;
    }
  return false;
}

/* "+0300", "+03:00", "+3". */
static bool offset(cursor *c, int32_t *minutes) {
  if (here(c) != '+' && here(c) != '-') return false;
  int32_t sign = here(c) == '-' ? -1 : 1;
  unsigned hours = 0, rest = 0;
  size_t begin = ++c->at;
  if (!digits(c, 1, 4, &hours)) return false;
  if (c->at - begin > 2) {
    rest = hours % 100;
    hours /= 100;
  } else if (here(c) == ':') {
    c->at++;
    if (!digits(c, 2, 2, &rest)) return false;
  }
  *minutes = sign * (int32_t)(hours * 60 + rest);
  return rest < 60 && hours * 60 + rest <= FARTHEST;
}

/* The zone behind a clock time; false: none, or none that is known. "GMT+3" and "+0300 (AST)" are what their numbers say. */
static bool zone(cursor *c, int32_t *minutes) {
  blanks(c);
  if (here(c) == '(') c->at++;
  if (offset(c, minutes)) return true;
  isnad_slice word = letters(c);
  if (word.length == 0) return false;
  bool known = zone_named(word, minutes), universal = known && *minutes == 0;
  blanks(c);
  return (universal && offset(c, minutes)) || known;
}

static bool clock_time(cursor *c, unsigned *second, unsigned *width) {
  unsigned hour = 0, minute = 0, rest = 0;
  if (!digits(c, 1, 2, &hour) || here(c) != ':') return false;
  c->at++;
  if (!digits(c, 2, 2, &minute)) return false;
  *width = 60;
  if (here(c) == ':') {
    c->at++;
    if (!digits(c, 2, 2, &rest)) return false;
    *width = 1;
  }
  blanks(c);
  cursor ahead = *c;
  isnad_slice half = letters(&ahead);
  if (word_is(half, "am") || word_is(half, "pm")) {
    if (hour == 0 || hour > 12) return false;
    hour = hour % 12 + (word_is(half, "pm") ? 12 : 0);
    *c = ahead;
  }
  *second = hour * 3600 + minute * 60 + rest;
  return hour < 24 && minute < 60 && rest <= 60;
}

/* "3 Feb 2025", "Feb 3, 2025". A year of two digits is of 1970 to 2069. */
static bool calendar_day(cursor *c, int64_t *days) {
  unsigned day = 0, month = 0, year = 0;
  if (here(c) >= '0' && here(c) <= '9') {
    if (!digits(c, 1, 2, &day)) return false;
    if (here(c) == '-') c->at++;
    blanks(c);
    month = month_of(letters(c));
  } else {
    month = month_of(letters(c));
    blanks(c);
    if (!digits(c, 1, 2, &day)) return false;
  }
  if (here(c) == '-') c->at++;
  blanks(c);
  size_t begin = c->at;
  if (month == 0 || !digits(c, 2, 4, &year) || c->at - begin == 3) return false;
  if (c->at - begin == 2) year += year < 70 ? 2000 : 1900;
  if (year < FIRST_YEAR || year > LAST_YEAR || !clock_date_exists(year, month, day)) return false;
  *days = clock_days(year, month, day);
  return true;
}

static bool of_rfc822(isnad_interval *out, isnad_slice text) {
  cursor c = {text, 0}, ahead;
  int64_t days = 0;
  int32_t minutes = 0;
  unsigned second = 0, width = 0;
  blanks(&c);
  ahead = c;
  if (letters(&ahead).length > 0 && (here(&ahead) == ',' || here(&ahead) == ' ')) {
    cursor day = ahead;
    blanks(&day);
    if (here(&day) >= '0' && here(&day) <= '9' && month_of((isnad_slice){text.bytes + c.at, ahead.at - c.at}) == 0) c = day; /* a weekday */
  }
  if (!calendar_day(&c, &days)) return false;
  *out = (isnad_interval){days * DAY_SECONDS, (days + 1) * DAY_SECONDS};
  blanks(&c);
  if (c.at == text.length) return true;
  if (!clock_time(&c, &second, &width)) return false;
  if (!zone(&c, &minutes)) return true;
  int64_t from = days * DAY_SECONDS + second - (int64_t)minutes * 60;
  *out = (isnad_interval){from, from + width};
  return true;
}

/* "1738576800": seconds since 1970, or thousandths of them. */
static bool of_epoch(isnad_interval *out, isnad_slice text) {
  if (text.length != EPOCH_DIGITS && text.length != EPOCH_DIGITS_MS) return false;
  uint64_t number = feed_number(text, 9999999999999u);
  if (number == 0) return false;
  int64_t from = (int64_t)(text.length == EPOCH_DIGITS_MS ? number / 1000 : number);
  *out = (isnad_interval){from, from + 1};
  return true;
}

/* ISO 8601 of a day or finer. Fractions of seconds are cut; a blank may stand for the T, and before the offset. */
static bool of_iso(isnad_interval *out, isnad_slice text) {
  char room[LONGEST];
  size_t length = 0;
  for (size_t i = 0; i < text.length && length < sizeof room; i++) {
    char c = text.bytes[i];
    if (c == '.' && i == 19) {
      while (i + 1 < text.length && text.bytes[i + 1] >= '0' && text.bytes[i + 1] <= '9') i++;
      continue;
    }
    if (is_blank(c) && i == 10) c = 'T';
    if (!is_blank(c)) room[length++] = c;
  }
  isnad_slice tidy = {room, length};
  if (length < 10 || room[4] != '-') return false;
  if (clock_read_iso(out, tidy, false, 0)) return true;
  return length > 10 && clock_read_iso(out, (isnad_slice){room, 10}, false, 0) && clock_read_iso(&(isnad_interval){0}, tidy, true, 0);
}

/* The clock time of a day that stood in words: nothing is changed where its zone is not known. */
static void add_clock(isnad_interval *day, isnad_slice text) {
  unsigned second = 0, width = 0;
  int32_t minutes = 0;
  size_t colon = 0;
  while (colon < text.length && text.bytes[colon] != ':') colon++;
  size_t begin = colon;
  while (begin > 0 && text.bytes[begin - 1] >= '0' && text.bytes[begin - 1] <= '9') begin--;
  cursor c = {text, begin};
  if (day->to - day->from != DAY_SECONDS || !clock_time(&c, &second, &width) || !zone(&c, &minutes)) return;
  day->from += (int64_t)second - (int64_t)minutes * 60;
  day->to = day->from + width;
}

static bool of_words(isnad_interval *out, isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  isnad_stamp stamp;
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return false;
  for (size_t at = 0; at < tokens.count; at++)
    if (isnad_stamp_at(&stamp, &tokens, at, tokens.count, (isnad_slice){NULL, 0})) {
      *out = stamp.when;
      add_clock(out, text);
      return true;
    }
  return false;
}

isnad_feed_time feed_time(isnad_arena *arena, isnad_slice written) {
  isnad_feed_time time = {.written = feed_plain(arena, written, false)};
  isnad_slice text = time.written;
  if (text.length == 0 || text.length > LONGEST) return time;
  isnad_interval when;
  if (of_rfc822(&when, text) || of_iso(&when, text) || of_epoch(&when, text) || of_words(&when, arena, text)) time.when = when;
  return time;
}
