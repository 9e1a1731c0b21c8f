/* cases/times.tsv: each text is read as the one paragraph of an article published at `at`; and the calendars by themselves. */
#include "../case_table.h"

#include "arabic/calendar.h"
#include "base/clock.h"
#include "isnad/isnad.h"

static const char *tests_folder;

enum { COLUMNS = 4 };

/* "2024-09-16", "2024-09-12/2024-09-15", or "-". */
static isnad_interval moment(isnad_slice at) {
  isnad_interval from = {0, 0}, to = {0, 0};
  isnad_slice rest = at, first = case_cut(&rest, '/');
  if (at.length < 2) return from;
  assert_true(clock_read_iso(&from, first, true, 0));
  if (rest.length == 0) return from;
  assert_true(clock_read_iso(&to, rest, true, 0));
  return (isnad_interval){from.from, to.from};
}

static isnad_slice end_of(isnad_arena *arena, bool known, int64_t at) {
  char iso[CLOCK_ISO_ROOM];
  if (!known) return S("-");
  size_t length = clock_iso(iso, at);
  return isnad_arena_printf(arena, "%.*s", (int)length, iso);
}

static isnad_slice told(isnad_arena *arena, const isnad_article *article, isnad_slice text) {
  isnad_slice all = {"", 0};
  for (size_t i = 0; i < article->time_count; i++) {
    const isnad_time_note *t = &article->times[i];
    isnad_slice words = isnad_slice_at(text, t->span), from = end_of(arena, t->has_from, t->when.from), to = end_of(arena, t->has_to, t->when.to);
    all =
        isnad_arena_printf(arena, "%.*s%s%.*s = %s %.*s %.*s%s", (int)all.length, all.bytes, i > 0 ? " ; " : "", (int)words.length, words.bytes,
                           isnad_time_kind_name(t->kind), (int)from.length, from.bytes, (int)to.length, to.bytes, t->weekday_contradicts ? " !" : "");
  }
  return all.length > 0 ? all : S("-");
}

static isnad_slice times(isnad_arena *arena, isnad_slice text, isnad_interval at) {
  isnad_page page = {0};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, text, NULL), ISNAD_OK);
  page.text = text;
  isnad_span body = {0, (uint32_t)text.length};
  isnad_article article = {.body = &body, .body_count = 1};
  article.published = (isnad_published){.when = at, .basis = ISNAD_BASIS_META, .rule = {.name = "at"}};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  for (size_t i = 0; i < article.time_count; i++) {
    assert_true(article.times[i].span.begin < article.times[i].span.end && article.times[i].span.end <= text.length);
    if (article.times[i].has_from && article.times[i].has_to) assert_true(article.times[i].when.from < article.times[i].when.to);
    if (i > 0) assert_true(article.times[i - 1].span.end <= article.times[i].span.begin);
  }
  return told(arena, &article, text);
}

static void test_times(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "times.tsv", COLUMNS);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("times.tsv", &t.cases[i], "times", times(arena, t.cases[i].cells[0], moment(t.cases[i].cells[1])), t.cases[i].cells[2]);
  printf("%zu rows of times.tsv\n", t.count);
  assert_true(t.count >= 750);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* Published pairs of Hijri and Gregorian days. */
static void test_hijri(void **state) {
  (void)state;
  static const struct {
    int64_t year;
    unsigned month, day;
    int64_t gregorian;
    unsigned of_month, of_day;
  } pairs[] = {{1444, 9, 1, 2023, 3, 23},  {1445, 1, 1, 2023, 7, 19},   {1445, 2, 28, 2023, 9, 13}, {1445, 9, 1, 2024, 3, 11},
               {1445, 10, 1, 2024, 4, 10}, {1445, 12, 10, 2024, 6, 16}, {1446, 1, 1, 2024, 7, 7},   {1446, 9, 1, 2025, 3, 1},
               {1446, 12, 10, 2025, 6, 6}, {1447, 1, 1, 2025, 6, 26}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    int64_t first = 0, year = 0;
    unsigned length = 0, month = 0;
    bool differs = true;
    assert_true(hijri_month(pairs[i].year, pairs[i].month, &first, &length, &differs));
    assert_int_equal(first + pairs[i].day - 1, clock_days(pairs[i].gregorian, pairs[i].of_month, pairs[i].of_day));
    assert_true(hijri_of(first + pairs[i].day - 1, &year, &month));
    assert_int_equal(year, pairs[i].year);
    assert_int_equal(month, pairs[i].month);
  }
}

/* Months follow each other without a gap, and every day finds its own month. */
static void test_hijri_table(void **state) {
  (void)state;
  int64_t expected = 0;
  for (int64_t year = 1343; year <= 1500; year++)
    for (unsigned month = 1; month <= 12; month++) {
      int64_t first = 0, found_year = 0;
      unsigned length = 0, found_month = 0;
      bool differs = false;
      assert_true(hijri_month(year, month, &first, &length, &differs));
      assert_true(length == 29 || length == 30);
      if (expected != 0) assert_int_equal(first, expected);
      expected = first + length;
      assert_true(hijri_of(expected - 1, &found_year, &found_month));
      assert_true(found_year == year && found_month == month);
    }
  int64_t none = 0;
  unsigned month = 0;
  bool differs = false;
  assert_false(hijri_month(1342, 1, &none, &month, &differs));
  assert_false(hijri_month(1501, 1, &none, &month, &differs));
  assert_false(hijri_of(expected, &none, &month));
}

static void test_easter(void **state) {
  (void)state;
  assert_int_equal(easter_day(2013, false), clock_days(2013, 3, 31));
  assert_int_equal(easter_day(2019, false), clock_days(2019, 4, 21));
  assert_int_equal(easter_day(2024, false), clock_days(2024, 3, 31));
  assert_int_equal(easter_day(2024, true), clock_days(2024, 5, 5));
  assert_int_equal(easter_day(2019, true), clock_days(2019, 4, 28));
}

/* Chains of words that may hold periods inside periods take bounded time and end. */
static void test_chains_end(void **state) {
  (void)state;
  static const char *const words[] = {"مطلع ", "نهاية ", "آخر يوم من ",     "منذ ", "قبل ",    "من ",
                                      "يوم ",  "بين ",   "الربع الأول من ", "13 ",  "2019 - ", "و"};
  isnad_arena *arena = new_arena(0);
  for (size_t w = 0; w < sizeof words / sizeof words[0]; w++) {
    size_t length = strlen(words[w]), room = 20000 - 20000 % length;
    char *text = isnad_arena_alloc(arena, room);
    for (size_t at = 0; at < room; at += length) memcpy(text + at, words[w], length);
    times(arena, (isnad_slice){text, room}, moment(S("2024-09-16")));
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_times), cmocka_unit_test(test_hijri), cmocka_unit_test(test_hijri_table),
                                     cmocka_unit_test(test_easter), cmocka_unit_test(test_chains_end)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
