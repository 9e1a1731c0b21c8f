#include "../support.h"

#include "base/clock.h"

static bool leap(int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/* Counts every day of the years 1 to 9999 beside the calendar under test. */
static void every_day_of_ten_thousand_years(void **state) {
  (void)state;
  static const unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int64_t days = clock_days(1, 1, 1);
  unsigned weekday = 1; /* 0001-01-01 is a Monday of the proleptic Gregorian calendar */
  for (int64_t year = 1; year <= 9999; year++) {
    for (unsigned month = 1; month <= 12; month++) {
      unsigned length = lengths[month - 1] + (month == 2 && leap(year));
      if (clock_month_length(year, month) != length) fail_msg("length of %lld-%u", (long long)year, month);
      for (unsigned day = 1; day <= length; day++) {
        int64_t y = 0;
        unsigned m = 0, d = 0;
        clock_date(days, &y, &m, &d);
        if (y != year || m != month || d != day || clock_days(year, month, day) != days || clock_weekday(days) != weekday)
          fail_msg("%lld-%u-%u became %lld-%u-%u, weekday %u", (long long)year, month, day, (long long)y, m, d, clock_weekday(days));
        days++;
        weekday = weekday % 7 + 1;
      }
    }
  }
  assert_int_equal(days, clock_days(10000, 1, 1));
}

static void known_days(void **state) {
  (void)state;
  assert_int_equal(clock_days(1970, 1, 1), 0);
  assert_int_equal(clock_days(1969, 12, 31), -1);
  assert_int_equal(clock_days(2000, 2, 29), 11016);
  assert_int_equal(clock_days(2024, 9, 13), 19979);
  assert_int_equal(clock_days(1, 1, 1), -719162);
  assert_int_equal(clock_weekday(0), 4);     /* a Thursday */
  assert_int_equal(clock_weekday(19979), 5); /* a Friday */
  assert_int_equal(clock_weekday(-1), 3);
  assert_int_equal(clock_day_of(DAY_SECONDS - 1), 0);
  assert_int_equal(clock_day_of(-1), -1);
  assert_int_equal(clock_day_of(-DAY_SECONDS), -1);
  assert_int_equal(clock_day_of(-DAY_SECONDS - 1), -2);
  int64_t year = 0;
  unsigned month = 0, day = 0;
  clock_date(clock_days(-5, 2, 28) + 1, &year, &month, &day); /* before the year 1, where no page is dated but sums may lead */
  assert_int_equal(year, -5);
  assert_int_equal(month, 3);
  assert_int_equal(day, 1);
}

static void dates_that_do_not_exist(void **state) {
  (void)state;
  assert_true(clock_date_exists(2024, 2, 29));
  assert_true(clock_date_exists(2000, 2, 29));
  assert_true(clock_date_exists(9999, 12, 31));
  assert_false(clock_date_exists(1900, 2, 29));
  assert_false(clock_date_exists(2023, 2, 29));
  assert_false(clock_date_exists(2024, 4, 31));
  assert_false(clock_date_exists(2024, 0, 1));
  assert_false(clock_date_exists(2024, 13, 1));
  assert_false(clock_date_exists(2024, 1, 0));
  assert_false(clock_date_exists(0, 1, 1));
  assert_false(clock_date_exists(10000, 1, 1));
}

static const char *iso(char out[CLOCK_ISO_ROOM], int64_t time) {
  size_t length = clock_iso(out, time);
  assert_int_equal(strlen(out), length);
  return out;
}

static void times_are_written_as_iso(void **state) {
  (void)state;
  char out[CLOCK_ISO_ROOM];
  assert_string_equal(iso(out, 0), "1970-01-01");
  assert_string_equal(iso(out, 1), "1970-01-01T00:00:01Z");
  assert_string_equal(iso(out, -1), "1969-12-31T23:59:59Z");
  assert_string_equal(iso(out, -86400), "1969-12-31");
  assert_string_equal(iso(out, 19979 * (int64_t)DAY_SECONDS + 36000), "2024-09-13T10:00:00Z");
  assert_string_equal(iso(out, clock_days(9, 3, 4) * DAY_SECONDS), "0009-03-04");
  assert_true(clock_iso(out, INT64_MAX) < CLOCK_ISO_ROOM);
  assert_true(clock_iso(out, INT64_MIN) < CLOCK_ISO_ROOM);
}

static void what_was_written_is_read_back(void **state) {
  (void)state;
  uint64_t seed = 7;
  int64_t first = clock_days(1, 1, 1) * DAY_SECONDS, all = (clock_days(10000, 1, 1) - clock_days(1, 1, 1)) * DAY_SECONDS;
  for (int i = 0; i < 200000; i++) {
    int64_t time = first + (int64_t)(random_next(&seed) % (uint64_t)all);
    if (i % 4 == 0) time -= (time % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    char out[CLOCK_ISO_ROOM];
    isnad_interval got;
    isnad_slice text = {out, clock_iso(out, time)};
    if (!clock_read_iso(&got, text, false, 0)) fail_msg("%s was refused", out);
    if (got.from != time || got.to != time + (text.length == 10 ? DAY_SECONDS : 1)) fail_msg("%s read as another time", out);
  }
}

static void every_form_is_read(void **state) {
  (void)state;
  enum { UNKNOWN = INT32_MIN };
  static const struct {
    const char *text;
    int32_t offset;
    const char *from;
    int64_t width;
  } rows[] = {
      {"2024", UNKNOWN, "2024-01-01", 366 * DAY_SECONDS},
      {"2023", UNKNOWN, "2023-01-01", 365 * DAY_SECONDS},
      {"9999", UNKNOWN, "9999-01-01", 365 * DAY_SECONDS},
      {"2024-02", UNKNOWN, "2024-02-01", 29 * DAY_SECONDS},
      {"2024-12", UNKNOWN, "2024-12-01", 31 * DAY_SECONDS},
      {"2024-02-29", UNKNOWN, "2024-02-29", DAY_SECONDS},
      {"2024-09-13T10:20Z", UNKNOWN, "2024-09-13T10:20:00Z", 60},
      {"2024-09-13 10:20Z", UNKNOWN, "2024-09-13T10:20:00Z", 60},
      {"2024-09-13t10:20z", UNKNOWN, "2024-09-13T10:20:00Z", 60},
      {"2024-09-13T10:20:30Z", UNKNOWN, "2024-09-13T10:20:30Z", 1},
      {"2024-09-13T10:20:30.5Z", UNKNOWN, "2024-09-13T10:20:30Z", 1},
      {"2024-09-13T10:20:30.123456789+00:00", UNKNOWN, "2024-09-13T10:20:30Z", 1},
      {"2024-09-13T10:20:30+03:00", UNKNOWN, "2024-09-13T07:20:30Z", 1},
      {"2024-09-13T10:20:30+0300", UNKNOWN, "2024-09-13T07:20:30Z", 1},
      {"2024-09-13T10:20:30+03", UNKNOWN, "2024-09-13T07:20:30Z", 1},
      {"2024-09-13T10:20:30-03:30", UNKNOWN, "2024-09-13T13:50:30Z", 1},
      {"2024-01-01T01:00+03:00", UNKNOWN, "2023-12-31T22:00:00Z", 60},
      {"2024-12-31T23:00-03:00", UNKNOWN, "2025-01-01T02:00:00Z", 60},
      {"2024-09-13T10:20", 10800, "2024-09-13T07:20:00Z", 60},
      {"2024-09-13T10:20:30", -3600, "2024-09-13T11:20:30Z", 1},
      {"2024-09-13T10:20+01:00", 10800, "2024-09-13T09:20:00Z", 60}, /* what is written goes before what is known */
      {"2024-09-13T24:00Z", UNKNOWN, "2024-09-14", 60},
      {"2016-12-31T23:59:60Z", UNKNOWN, "2017-01-01", 1}, /* a leap second */
      {"2024-09-13", 10800, "2024-09-13", DAY_SECONDS},   /* days carry no zone */
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    isnad_interval got = {0, 0};
    char out[CLOCK_ISO_ROOM];
    if (!clock_read_iso(&got, isnad_slice_of(rows[i].text), rows[i].offset != UNKNOWN, rows[i].offset)) fail_msg("%s was refused", rows[i].text);
    clock_iso(out, got.from);
    if (strcmp(out, rows[i].from) != 0 || got.to - got.from != rows[i].width) fail_msg("%s read as %s", rows[i].text, out);
  }
}

static void bad_forms_are_refused(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      " ",
                                      "0000",
                                      "24",
                                      "202",
                                      "20245",
                                      "2024-",
                                      "2024-1",
                                      "2024-00",
                                      "2024-13",
                                      "2024-02-",
                                      "2024-02-3",
                                      "2024-02-30",
                                      "2023-02-29",
                                      "2024-02-290",
                                      "2024/02/29",
                                      "2024-02-29 ",
                                      " 2024-02-29",
                                      "20240229",
                                      "-2024-02-29",
                                      "+2024-02-29",
                                      "2024-02-29T",
                                      "2024-02-29T10",
                                      "2024-02-29T10Z",
                                      "2024-02-29T10:00", /* no offset is known */
                                      "2024-02-29T10:00:00",
                                      "2024-02-29T25:00Z",
                                      "2024-02-29T24:01Z",
                                      "2024-02-29T24:00:01Z",
                                      "2024-02-29T10:60Z",
                                      "2024-02-29T10:00:61Z",
                                      "2024-02-29T10:00:00.Z",
                                      "2024-02-29T10:00:Z",
                                      "2024-02-29T10:00.5Z",
                                      "2024-02-29T1:00Z",
                                      "2024-02-29T10:00Zx",
                                      "2024-02-29T10:00+",
                                      "2024-02-29T10:00+3",
                                      "2024-02-29T10:00+03:",
                                      "2024-02-29T10:00+03:0",
                                      "2024-02-29T10:00+03:60",
                                      "2024-02-29T10:00+16:00",
                                      "2024-02-29T10:00+03:00:00",
                                      "2024-02-29T10:00 +03:00",
                                      "2024-02-29  10:00Z",
                                      "2024-0x-29",
                                      "٢٠٢٤"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    isnad_interval got;
    if (clock_read_iso(&got, isnad_slice_of(texts[i]), false, 0)) fail_msg("\"%s\" was accepted", texts[i]);
  }
  isnad_interval got;
  assert_false(clock_read_iso(&got, S("2024\0"), false, 0));
  assert_false(clock_read_iso(&got, (isnad_slice){NULL, 0}, false, 0));
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_day_of_ten_thousand_years), cmocka_unit_test(known_days),
      cmocka_unit_test(dates_that_do_not_exist),         cmocka_unit_test(times_are_written_as_iso),
      cmocka_unit_test(what_was_written_is_read_back),   cmocka_unit_test(every_form_is_read),
      cmocka_unit_test(bad_forms_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
