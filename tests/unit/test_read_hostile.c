/* Texts that cost a reader much: each is read whole, with bounded memory that grows no faster than the text. Time is measured by bench_hostile. */
#include "../hostile.h"
#include "../support.h"

#include "isnad/isnad.h"

enum { SIZE = 10 * 1024, MEMORY_A_BYTE = 1500, MEMORY = 1024 * 1024 };

static size_t memory_of(const hostile_text *h, size_t size) {
  isnad_arena *arena = new_arena(0);
  isnad_slice text = hostile_repeated(h, size), json;
  isnad_input input = {.path = isnad_slice_of("page.txt"), .bytes = text};
  isnad_record record;
  isnad_err err = {0};
  if (isnad_read(&record, arena, &input, &err) != ISNAD_OK) fail_msg("%s: %s", h->name, err.message);
  assert_int_equal(isnad_record_json(&json, NULL, arena, &record, NULL), ISNAD_OK);
  size_t used = isnad_arena_used(arena);
  if (used > MEMORY_A_BYTE * text.length + MEMORY) fail_msg("%s: %zu bytes of memory for %zu", h->name, used, text.length);
  free((void *)(uintptr_t)text.bytes);
  isnad_arena_free(arena);
  return used;
}

static void memory_is_linear(void **state) {
  FILE *table = fopen(*state, "r");
  hostile_text h;
  size_t count = 0;
  assert_non_null(table);
  for (; hostile_next(&h, table); count++) {
    size_t once = memory_of(&h, SIZE), twice = memory_of(&h, 2 * (size_t)SIZE);
    if (twice > 2 * once + once / 4 + MEMORY / 4) fail_msg("%s: %zu bytes of memory, and %zu at twice the size", h.name, once, twice);
  }
  fclose(table);
  assert_true(count > 100);
}

/* A channel's export: a thousand short items, each an article with lists of its own, are read within what a page may cost. */
static void many_items_are_read(void **state) {
  enum { ITEMS = 1000, ROOM = 512 };
  static const char item[] = "الكويت في %d مايو / كونا / أعلنت وزارة الصحة الكويتية اليوم تسجيل %d إصابة جديدة، وفق بيان نشرته.\n\n"
                             "وقال الوزير إن المستشفيات تعمل بطاقتها المعتادة.\n\nالمصدر: كونا\n\n";
  (void)state;
  isnad_arena *arena = new_arena(0);
  char *page = malloc((size_t)ITEMS * ROOM);
  size_t length = 0;
  assert_non_null(page);
  for (int i = 0; i < ITEMS; i++) length += (size_t)snprintf(page + length, ROOM, item, i % 28 + 1, i);
  isnad_result result;
  isnad_read_one(&result, arena, &(isnad_input){.path = isnad_slice_of("page.txt"), .bytes = {page, length}}, true);
  if (result.status != ISNAD_OK) fail_msg("%s", result.err.message);
  assert_int_equal(result.record.article_count, ITEMS);
  isnad_arena_free(arena);
  free(page);
}

int main(int argc, char **argv) {
  char path[4096];
  snprintf(path, sizeof path, "%s/cases/hostile.tsv", argc > 1 ? argv[1] : "tests");
  const struct CMUnitTest tests[] = {cmocka_unit_test_prestate(memory_is_linear, path), cmocka_unit_test(many_items_are_read)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
