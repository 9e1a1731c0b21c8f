/* The reader of requests: addresses, forms, what a client accepts. */
#include "support.h"

#include "serve/request.h"

static isnad_arena *arena_of(void **state) { return *state; }

static int setup(void **state) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 1 << 20) != ISNAD_OK) return -1;
  *state = arena;
  return 0;
}

static int teardown(void **state) {
  isnad_arena_free(*state);
  return 0;
}

static void same(isnad_slice got, const char *want) {
  assert_int_equal(got.length, strlen(want));
  assert_memory_equal(got.bytes, want, got.length);
}

static void test_target(void **state) {
  request r;
  assert_null(request_read(&r, arena_of(state), isnad_slice_of("/stories/%D8%AE%D8%A8%D8%B1/claims?q=a+b%2Bc&limit=20&empty=&q=second")));
  assert_int_equal(r.part_count, 3);
  same(r.path, "/stories/%D8%AE%D8%A8%D8%B1/claims");
  same(r.parts[1], "\xD8\xAE\xD8\xA8\xD8\xB1");
  same(request_field(&r, "q"), "a b+c");
  assert_true(request_has(&r, "empty"));
  assert_false(request_has(&r, "none"));
  size_t number = 0;
  assert_true(request_number(&number, &r, "limit", 5, 100));
  assert_int_equal(number, 20);
  assert_true(request_number(&number, &r, "none", 5, 100));
  assert_int_equal(number, 5);
  assert_false(request_number(&number, &r, "limit", 5, 19));
  assert_false(request_number(&number, &r, "q", 5, 100));
}

static void test_refused(void **state) {
  static const char *const bad[] = {"",         "stories",  "/%",      "/%4",        "/%4g",          "/%00",
                                    "/a?b=%0A", "/a?b=%FF", "/%C0%80", "/%ED%A0%80", "/%F4%90%80%80", "/a/b/c/d/e"};
  request r;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) assert_non_null(request_read(&r, arena_of(state), isnad_slice_of(bad[i])));
  assert_null(request_read(&r, arena_of(state), isnad_slice_of("//a///b/")));
  assert_int_equal(r.part_count, 2);
}

static void test_form(void **state) {
  request r = {.part_count = 0};
  assert_null(request_read_form(&r, arena_of(state), isnad_slice_of("text=%D9%82%0D%0Ab&other")));
  same(request_field(&r, "text"), "\xD9\x82\r\nb");
}

static void test_negotiation(void **state) {
  (void)state;
  const unsigned page = 1u << FORMAT_JSON | 1u << FORMAT_HTML, feeds = page | 1u << FORMAT_ATOM | 1u << FORMAT_RSS | 1u << FORMAT_FEED;
  static const struct {
    const char *accept;
    format want;
  } cases[] = {{"", FORMAT_JSON},
               {"*/*", FORMAT_JSON},
               {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", FORMAT_HTML},
               {"application/json;q=0.2, text/html;q=0.1", FORMAT_JSON},
               {"text/*", FORMAT_HTML},
               {"application/atom+xml", FORMAT_ATOM},
               {"application/rss+xml;q=0.9, application/atom+xml;q=0.8", FORMAT_RSS},
               {"TEXT/HTML", FORMAT_HTML},
               {"image/png", FORMAT_COUNT},
               {"text/html;q=0, */*", FORMAT_JSON},
               {"application/json;q=0", FORMAT_COUNT}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_int_equal(request_negotiate(isnad_slice_of(cases[i].accept), feeds), cases[i].want);
  assert_int_equal(request_negotiate(isnad_slice_of("application/atom+xml"), page), FORMAT_COUNT);
  assert_int_equal(format_named(isnad_slice_of("feed")), FORMAT_FEED);
  assert_int_equal(format_named(isnad_slice_of("yaml")), FORMAT_COUNT);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_target, setup, teardown),
                                     cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
                                     cmocka_unit_test_setup_teardown(test_form, setup, teardown), cmocka_unit_test(test_negotiation)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
