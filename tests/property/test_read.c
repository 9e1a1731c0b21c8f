/* What must hold of reading any page: it survives every memory limit, its spans lie on characters inside the text, its parts follow one another,
 * and reading is the same each time. The pages are those of tests/golden, whole and cut at seeded places. */
#include "../support.h"

#include "isnad/isnad.h"

#include <glob.h>

static const char *tests_folder;

enum { LIMIT_STEPS = 160, CUTS = 6 };

static isnad_status read_page(isnad_slice *json, isnad_record *record, isnad_arena *arena, isnad_slice bytes) {
  isnad_input input = {.path = isnad_slice_of("page.txt"), .bytes = bytes};
  isnad_err err = {0};
  isnad_status status = isnad_read(record, arena, &input, &err);
  if (status == ISNAD_OK) status = isnad_record_json(json, NULL, arena, record, &err);
  if (status != ISNAD_OK) assert_true(err.status == status && err.stage != NULL && err.message[0] != '\0');
  return status;
}

static bool on_character(isnad_slice text, uint32_t at) { return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80; }

static void check_span(isnad_slice text, isnad_span span) {
  assert_true(span.begin <= span.end && span.end <= text.length);
  assert_true(on_character(text, span.begin) && on_character(text, span.end));
}

static void check_record(const isnad_record *record) {
  const isnad_page *page = &record->page;
  for (size_t i = 0; i < page->part_count; i++) {
    check_span(page->text, page->parts[i].span);
    check_span(page->text, page->parts[i].value);
    if (i > 0) assert_true(page->parts[i].span.begin >= page->parts[i - 1].span.end);
    assert_true(page->parts[i].article < (int32_t)record->article_count);
  }
  for (size_t i = 0; i < record->article_count; i++) {
    const isnad_article *a = &record->articles[i];
    check_span(page->text, a->headline);
    for (size_t k = 0; k < a->body_count; k++) check_span(page->text, a->body[k]);
    for (size_t k = 0; k < a->source_count; k++) check_span(page->text, a->sources[k].span);
    for (size_t k = 0; k < a->name_count; k++) check_span(page->text, a->names[k].span);
    for (size_t k = 0; k < a->keyword_count; k++) check_span(page->text, a->keywords[k]);
  }
}

static void check_limits(isnad_slice bytes, isnad_slice whole, size_t used) {
  for (size_t step = 0; step <= LIMIT_STEPS; step++) {
    isnad_arena *arena = new_arena(1 + used * step / LIMIT_STEPS);
    isnad_slice json;
    isnad_record record;
    isnad_status status = read_page(&json, &record, arena, bytes);
    if (status != ISNAD_OK && status != ISNAD_LIMIT) fail_msg("limit %zu of %zu: %s", 1 + used * step / LIMIT_STEPS, used, isnad_status_name(status));
    if (status == ISNAD_OK) assert_true(isnad_slice_equal(json, whole));
    isnad_arena_free(arena);
  }
}

static void check_page(isnad_slice bytes, bool limits) {
  isnad_arena *arena = new_arena(0), *again = new_arena(0);
  isnad_slice json, second;
  isnad_record record, other;
  if (read_page(&json, &record, arena, bytes) == ISNAD_OK) {
    check_record(&record);
    assert_int_equal(read_page(&second, &other, again, bytes), ISNAD_OK);
    assert_true(isnad_slice_equal(json, second));
    if (limits) check_limits(bytes, json, isnad_arena_used(arena));
  }
  isnad_arena_free(arena);
  isnad_arena_free(again);
}

static void test_pages(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  glob_t pages;
  uint64_t random = 20240913;
  assert_int_equal(glob(isnad_arena_printf(arena, "%s/golden/*/page.txt", tests_folder).bytes, 0, NULL, &pages), 0);
  assert_true(pages.gl_pathc >= 12);
  for (size_t i = 0; i < pages.gl_pathc; i++) {
    isnad_slice bytes = read_file(arena, pages.gl_pathv[i]);
    check_page(bytes, true);
    for (size_t k = 0; k < CUTS; k++) { /* a page cut in mid-character at both ends */
      random = random * 6364136223846793005u + 1442695040888963407u;
      size_t begin = (size_t)(random >> 33) % (bytes.length / 2), end = bytes.length - (size_t)(random >> 13) % (bytes.length / 2);
      check_page((isnad_slice){bytes.bytes + begin, end - begin}, false);
    }
  }
  globfree(&pages);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
