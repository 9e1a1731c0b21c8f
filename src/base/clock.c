#include "base/clock.h"

#include <stdio.h>

int64_t clock_days(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  int64_t year_of_era = year - era * 400;
  int64_t day_of_year = (153 * (int64_t)(month > 2 ? month - 3 : month + 9) + 2) / 5 + (int64_t)day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void clock_date(int64_t days, int64_t *year, unsigned *month, unsigned *day) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  int64_t day_of_era = days - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted = (5 * day_of_year + 2) / 153;
  *day = (unsigned)(day_of_year - (153 * shifted + 2) / 5 + 1);
  *month = (unsigned)(shifted < 10 ? shifted + 3 : shifted - 9);
  *year = year_of_era + era * 400 + (*month <= 2);
}

int64_t clock_day_of(int64_t seconds) { return seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0); }

/* Seconds since the midnight before, also before 1970: the day times its length need not be a number. */
static int64_t second_of_day(int64_t seconds) { return (seconds % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS; }

unsigned clock_month_length(int64_t year, unsigned month) {
  static const unsigned char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : lengths[month - 1];
}

bool clock_date_exists(int64_t year, unsigned month, unsigned day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= clock_month_length(year, month);
}

unsigned clock_weekday(int64_t days) { return (unsigned)(((days % 7) + 7 + 3) % 7) + 1; }

size_t clock_iso(char out[CLOCK_ISO_ROOM], int64_t time) {
  int64_t days = clock_day_of(time), second = second_of_day(time), year = 0;
  unsigned month = 0, day = 0;
  clock_date(days, &year, &month, &day);
  int length = second == 0 ? snprintf(out, CLOCK_ISO_ROOM, "%04lld-%02u-%02u", (long long)year, month, day)
                           : snprintf(out, CLOCK_ISO_ROOM, "%04lld-%02u-%02uT%02d:%02d:%02dZ", (long long)year, month, day, (int)(second / 3600),
                                      (int)(second / 60 % 60), (int)(second % 60));
  return length > 0 ? (size_t)length : 0;
}

size_t clock_iso_offset(char out[CLOCK_ISO_ROOM], int64_t time, int32_t offset) {
  int64_t local = time + offset, days = clock_day_of(local), second = second_of_day(local), year = 0;
  unsigned month = 0, day = 0;
  int minutes = (offset < 0 ? -offset : offset) / 60;
  char zone[8] = "Z";
  clock_date(days, &year, &month, &day);
  if (offset != 0) snprintf(zone, sizeof zone, "%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60 % 100, minutes % 60);
  int length = snprintf(out, CLOCK_ISO_ROOM, "%04lld-%02u-%02uT%02d:%02d:%02d%s", (long long)year, month, day, (int)(second / 3600),
                        (int)(second / 60 % 60), (int)(second % 60), zone);
  return length > 0 ? (size_t)length : 0;
}

typedef struct cursor {
  isnad_slice text;
  size_t at;
} cursor;

static bool number(cursor *c, size_t digits, unsigned *out) {
  if (c->text.length - c->at < digits) return false;
  *out = 0;
  for (size_t i = 0; i < digits; i++) {
    char d = c->text.bytes[c->at + i];
    if (d < '0' || d > '9') return false;
    *out = *out * 10 + (unsigned)(d - '0');
  }
  c->at += digits;
  return true;
}

static bool mark(cursor *c, char wanted) {
  if (c->at >= c->text.length || c->text.bytes[c->at] != wanted) return false;
  c->at++;
  return true;
}

static bool done(const cursor *c) { return c->at == c->text.length; }

static bool zone_offset(cursor *c, int32_t *offset) {
  unsigned hours = 0, minutes = 0;
  if (mark(c, 'Z') || mark(c, 'z')) {
    *offset = 0;
    return true;
  }
  bool east = mark(c, '+');
  if (!east && !mark(c, '-')) return false;
  if (!number(c, 2, &hours) || hours > 15) return false;
  if (mark(c, ':') || !done(c)) {
    if (!number(c, 2, &minutes) || minutes > 59) return false;
  }
  *offset = (int32_t)(hours * 3600 + minutes * 60) * (east ? 1 : -1);
  return true;
}

static bool time_of_day(cursor *c, int64_t *second, int64_t *width) {
  unsigned hour = 0, minute = 0, part = 0, ignored = 0;
  if (!number(c, 2, &hour) || hour > 24 || !mark(c, ':') || !number(c, 2, &minute) || minute > 59) return false;
  *width = 60;
  if (mark(c, ':')) {
    if (!number(c, 2, &part) || part > 60) return false;
    *width = 1;
    if (mark(c, '.')) {
      if (!number(c, 1, &ignored)) return false;
      while (number(c, 1, &ignored)) continue;
    }
  }
  if (hour == 24 && (minute > 0 || part > 0)) return false;
  *second = hour * 3600 + minute * 60 + part;
  return true;
}

static isnad_interval between_days(int64_t from, int64_t to) { return (isnad_interval){from * DAY_SECONDS, to * DAY_SECONDS}; }

bool clock_read_iso(isnad_interval *out, isnad_slice text, bool offset_known, int32_t offset) {
  cursor c = {text, 0};
  unsigned year = 0, month = 0, day = 0;
  if (!number(&c, 4, &year) || year == 0) return false;
  if (done(&c)) {
    *out = between_days(clock_days(year, 1, 1), clock_days(year + 1, 1, 1));
    return true;
  }
  if (!mark(&c, '-') || !number(&c, 2, &month) || month < 1 || month > 12) return false;
  if (done(&c)) {
    *out = between_days(clock_days(year, month, 1), clock_days(year, month, 1) + clock_month_length(year, month));
    return true;
  }
  if (!mark(&c, '-') || !number(&c, 2, &day) || !clock_date_exists(year, month, day)) return false;
  int64_t days = clock_days(year, month, day), second = 0, width = 0;
  if (done(&c)) {
    *out = between_days(days, days + 1);
    return true;
  }
  if (!mark(&c, 'T') && !mark(&c, 't') && !mark(&c, ' ')) return false;
  if (!time_of_day(&c, &second, &width)) return false;
  if (done(&c) ? !offset_known : (!zone_offset(&c, &offset) || !done(&c))) return false;
  int64_t from = days * DAY_SECONDS + second - offset;
  *out = (isnad_interval){from, from + width};
  return true;
}
