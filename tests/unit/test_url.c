/* tests/cases/urls.tsv: addresses for fetching and for comparing. */
#include "../case_table.h"

#include "capture/url.h"

static const char *tests_folder;

static void the_table_holds(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "urls.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    isnad_slice clean = url_clean(arena, c->cells[0]), key = url_key(arena, c->cells[0]);
    wrong += case_differs("urls.tsv", c, "clean", clean, c->cells[1]);
    wrong += case_differs("urls.tsv", c, "key", key, c->cells[2]);
    wrong += case_differs("urls.tsv", c, "clean of clean", url_clean(arena, clean), clean);
    wrong += case_differs("urls.tsv", c, "key of clean", url_key(arena, clean), key);
  }
  print_message("%zu rows of urls.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* Long urls of many arguments and segments are read in their length. */
static void hostile_urls_are_bounded(void **state) {
  (void)state;
  enum { LONG = 200000 };
  isnad_arena *arena = new_arena(0);
  char *url = isnad_arena_alloc(arena, LONG + 1);
  static const char *const patterns[] = {"a&", "a/", "../", "%", "amp/", "google.com/amp/s/", "@", ":"};
  for (size_t p = 0; p < sizeof patterns / sizeof patterns[0]; p++) {
    size_t at = (size_t)sprintf(url, "https://e.com/%s", p == 0 ? "?" : "");
    for (size_t i = 0; at < LONG; i++) url[at++] = patterns[p][i % strlen(patterns[p])];
    isnad_slice whole = {url, LONG};
    assert_true(url_key(arena, whole).length <= 3 * LONG);
    assert_true(url_clean(arena, whole).length <= LONG + 1);
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_holds), cmocka_unit_test(hostile_urls_are_bounded)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
