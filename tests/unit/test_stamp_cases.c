/* cases/stamps.tsv: one written date a row. */
#include "../support.h"

#include "base/clock.h"
#include "isnad/stamp.h"

enum { CELLS = 6 };

static isnad_slice cut_at(isnad_slice *rest, char mark) {
  const char *at = memchr(rest->bytes, mark, rest->length);
  size_t length = at != NULL ? (size_t)(at - rest->bytes) : rest->length;
  isnad_slice head = {rest->bytes, length};
  length += at != NULL;
  *rest = (isnad_slice){rest->bytes + length, rest->length - length};
  return head;
}

/* The first stamp of the text, as the readers of pages look for it. */
static bool first_stamp(isnad_stamp *out, const isnad_tokens *tokens) {
  for (size_t at = 0; at < tokens->count; at++)
    if (isnad_stamp_at(out, tokens, at, tokens->count, (isnad_slice){NULL, 0})) return true;
  return false;
}

static bool right(const isnad_stamp *s, isnad_slice text, isnad_slice cells[CELLS], char got[256]) {
  char from[CLOCK_ISO_ROOM], to[CLOCK_ISO_ROOM], weekday[8];
  isnad_slice stamp = isnad_slice_at(text, s->span), begin = {from, clock_iso(from, s->when.from)}, end = {to, clock_iso(to, s->when.to)};
  snprintf(weekday, sizeof weekday, s->weekday == 0 ? "-" : "%s%u", s->weekday_contradicts ? "!" : "", (unsigned)s->weekday);
  snprintf(got, 256, "%.*s | %.*s | %.*s | %s", (int)stamp.length, stamp.bytes, (int)begin.length, from, (int)end.length, to, weekday);
  return isnad_slice_equal(stamp, cells[1]) && isnad_slice_equal(begin, cells[2]) && isnad_slice_equal(end, cells[3]) &&
         isnad_slice_equal(isnad_slice_of(weekday), cells[4]);
}

static void every_row(void **state) {
  isnad_arena *arena = new_arena(0);
  char path[1024];
  size_t rows = 0, failed = 0;
  snprintf(path, sizeof path, "%s/cases/stamps.tsv", (const char *)*state);
  isnad_slice rest = read_file(arena, path);
  while (rest.length > 0) {
    isnad_slice line = cut_at(&rest, '\n'), cells[CELLS] = {{NULL, 0}}, whole = line;
    if (line.length == 0 || line.bytes[0] == '#' || isnad_slice_starts(line, S("text\t"))) continue;
    for (size_t i = 0; i < CELLS && line.length > 0; i++) cells[i] = cut_at(&line, '\t');
    isnad_tokens tokens;
    isnad_stamp s = {0};
    char got[256] = "no stamp";
    assert_int_equal(isnad_arabic_tokens(&tokens, arena, cells[0], NULL), ISNAD_OK);
    bool found = first_stamp(&s, &tokens), wanted = !isnad_slice_equal(cells[1], S("-"));
    bool good = found ? right(&s, cells[0], cells, got) && wanted : !wanted;
    if (!good) printf("%.*s\n    got %s\n", (int)whole.length, whole.bytes, got);
    failed += !good;
    rows++;
  }
  printf("%zu rows of stamps.tsv\n", rows);
  assert_true(rows >= 150);
  assert_int_equal(failed, 0);
  isnad_arena_free(arena);
}

static void never_reads_past_its_end(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens t;
  isnad_stamp s;
  assert_int_equal(isnad_arabic_tokens(&t, arena, S("13/9/2023 10:30 GMT"), NULL), ISNAD_OK);
  for (size_t last = 0; last < t.count; last++)
    if (isnad_stamp_at(&s, &t, 0, last, (isnad_slice){NULL, 0})) assert_true(s.last <= last);
  assert_false(isnad_stamp_at(&s, &t, 0, 4, (isnad_slice){NULL, 0}));
  assert_true(isnad_stamp_at(&s, &t, 0, 5, (isnad_slice){NULL, 0}));
  assert_int_equal(s.last, 5);
  isnad_arena_free(arena);
}

static void a_zone_may_be_given(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens t;
  isnad_stamp s;
  assert_int_equal(isnad_arabic_tokens(&t, arena, S("13/9/2023 10:30"), NULL), ISNAD_OK);
  assert_true(isnad_stamp_at(&s, &t, 0, t.count, S("Asia/Riyadh")));
  assert_int_equal(s.when.from, clock_days(2023, 9, 13) * DAY_SECONDS + 7 * 3600 + 1800);
  assert_int_equal(s.when.to - s.when.from, 60);
  assert_true(isnad_stamp_at(&s, &t, 0, t.count, S("Mars/Olympus")));
  assert_int_equal(s.when.to - s.when.from, DAY_SECONDS);
  isnad_arena_free(arena);
}

static void does_not_cross_lines(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens t;
  isnad_stamp s;
  assert_int_equal(isnad_arabic_tokens(&t, arena, S("13/9/\n2023"), NULL), ISNAD_OK);
  for (size_t at = 0; at < t.count; at++) assert_false(isnad_stamp_at(&s, &t, at, t.count, (isnad_slice){NULL, 0}));
  isnad_arena_free(arena);
}

typedef struct relative {
  const char *text;
  int64_t back, grain; /* grain 0: no relative time */
} relative;

static void relative_times(void **state) {
  (void)state;
  static const relative rows[] = {{"منذ 12 دقيقة", 720, 60},
                                  {"منذ ساعة", 3600, 3600},
                                  {"منذ ساعتين", 7200, 3600},
                                  {"قبل 3 ساعات", 10800, 3600},
                                  {"قبل يومين", 172800, 86400},
                                  {"منذ أسبوع", 604800, 604800},
                                  {"منذ ١٢ دقيقة", 720, 60},
                                  {"أمس، 22:15", 86400, 86400},
                                  {"3 hours ago", 10800, 3600},
                                  {"الآن", 0, 60},
                                  {"اليوم", 0, 86400},
                                  {"منذ 2011 والحرب مستمرة", 0, 0},
                                  {"قبل الحرب", 0, 0},
                                  {"12 دقيقة", 0, 0},
                                  {"غدا", 0, 0}};
  isnad_arena *arena = new_arena(0);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    isnad_tokens t;
    int64_t back = 0, grain = 0;
    assert_int_equal(isnad_arabic_tokens(&t, arena, isnad_slice_of(rows[i].text), NULL), ISNAD_OK);
    bool read = isnad_stamp_relative(&back, &grain, &t, 0, t.count);
    if (read != (rows[i].grain > 0) || (read && (back != rows[i].back || grain != rows[i].grain)))
      fail_msg("%s: %d, %lld seconds back, %lld wide", rows[i].text, read, (long long)back, (long long)grain);
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(every_row, argc > 1 ? argv[1] : NULL), cmocka_unit_test(never_reads_past_its_end),
                                     cmocka_unit_test(a_zone_may_be_given), cmocka_unit_test(does_not_cross_lines), cmocka_unit_test(relative_times)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
