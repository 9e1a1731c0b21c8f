/* tests/cases/robots.tsv, and what robots.txt says besides rules. */
#include "../case_table.h"

#include "capture/robots.h"

static const char *tests_folder;

static isnad_slice answer(isnad_arena *arena, const test_case *c) {
  robots r;
  if (c->cells[0].length > 1 && c->cells[0].bytes[0] == '=')
    r = robots_without_file((unsigned)strtoul(isnad_arena_printf(arena, "%.*s", (int)c->cells[0].length - 1, c->cells[0].bytes + 1).bytes, NULL, 10));
  else
    assert_int_equal(robots_read(&r, arena, c->cells[0], c->cells[1], NULL), ISNAD_OK);
  return robots_allow(&r, arena, c->cells[2]) ? S("yes") : S("no");
}

static void the_table_holds(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "robots.tsv", 5);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) wrong += case_differs("robots.tsv", &t.cases[i], "may", answer(arena, &t.cases[i]), t.cases[i].cells[3]);
  print_message("%zu rows of robots.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void delay_and_sitemaps_are_told(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  robots r;
  isnad_slice file = S("Sitemap: https://a.example/1.xml\nUser-agent: *\nCrawl-delay: 10\n\nUser-agent: isnad\nCrawl-delay: 2.5\nSitemap:\n"
                       "sitemap:https://a.example/2.xml # second\nDisallow: /x\n");
  assert_int_equal(robots_read(&r, arena, file, S("isnad"), NULL), ISNAD_OK);
  assert_true(r.delay > 2.49 && r.delay < 2.51);
  assert_int_equal(r.sitemap_count, 2);
  assert_slice(r.sitemaps[0], S("https://a.example/1.xml"));
  assert_slice(r.sitemaps[1], S("https://a.example/2.xml"));
  assert_int_equal(robots_read(&r, arena, file, S("other"), NULL), ISNAD_OK);
  assert_true(r.delay > 9.9 && r.delay < 10.1);
  isnad_arena_free(arena);
}

/* As many rules as a file can hold, for this crawler and for all; and as many addresses of maps. */
static void many_rules_cost_their_bytes(void **state) {
  (void)state;
  static const char *const files[][2] = {{"User-agent: *\nUser-agent: isnad\n", "Allow:x\n"}, {"", "Sitemap:x\n"}};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    isnad_arena *arena = new_arena(0), *taken = new_arena(ROBOTS_MEMORY);
    char *file = isnad_arena_alloc(arena, ROBOTS_MOST);
    size_t at = strlen(files[i][0]), line = strlen(files[i][1]), count = 0;
    memcpy(file, files[i][0], at);
    for (; at + line <= ROBOTS_MOST; at += line, count++) memcpy(file + at, files[i][1], line);
    robots r;
    assert_int_equal(robots_read(&r, taken, (isnad_slice){file, at}, S("isnad"), NULL), ISNAD_OK);
    assert_int_equal(r.count + r.sitemap_count, count);
    isnad_arena_free(taken);
    isnad_arena_free(arena);
  }
}

/* What is hostile costs no more than its bytes: many stars, and a file beyond the limit. */
static void hostile_files_are_bounded(void **state) {
  (void)state;
  enum { STARS = 2000, LONG = 3000 };
  isnad_arena *arena = new_arena(0);
  char *stars = isnad_arena_alloc(arena, 2 * STARS + 64), *path = isnad_arena_alloc(arena, LONG), *large = isnad_arena_alloc(arena, 2 * ROBOTS_MOST);
  robots r;
  strcpy(stars, "User-agent: *\nDisallow: /");
  for (size_t i = 0, at = strlen(stars); i < STARS; i++) {
    stars[at++] = '*';
    stars[at++] = 'a';
    if (i + 1 == STARS) stars[at] = 'b';
  }
  memset(path, 'a', LONG);
  path[0] = '/';
  assert_int_equal(robots_read(&r, arena, isnad_slice_of(stars), S("isnad"), NULL), ISNAD_OK);
  assert_true(robots_allow(&r, arena, (isnad_slice){path, LONG}));
  memset(large, '\n', 2 * ROBOTS_MOST);
  memcpy(large, "User-agent: *\nDisallow: /a\n", 27);
  memcpy(large + ROBOTS_MOST + 1, "\nDisallow: /b\n", 14);
  assert_int_equal(robots_read(&r, arena, (isnad_slice){large, 2 * ROBOTS_MOST}, S("isnad"), NULL), ISNAD_OK);
  assert_int_equal(r.count, 1);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_holds), cmocka_unit_test(delay_and_sitemaps_are_told),
                                     cmocka_unit_test(many_rules_cost_their_bytes), cmocka_unit_test(hostile_files_are_bounded)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
