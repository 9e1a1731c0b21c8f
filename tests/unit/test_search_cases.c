/* Every row of cases/search.tsv: what a query must find among the documents of tests/search, and what it must not. */
#include "search_support.h"

static const char *folder;

static bool is_absent(isnad_slice cell) { return isnad_slice_equal(cell, S("-")); }

/* How many of the documents named in a cell are (or are not) in the answer, against what is wanted. */
static int misses(const test_case *c, const isnad_search_page *page, isnad_slice cell, bool wanted) {
  int missed = 0;
  for (isnad_slice rest = cell; rest.length > 0 && !is_absent(cell);) {
    isnad_slice label = case_cut(&rest, ' ');
    if (holds_document(page, label, wanted) == wanted) continue;
    print_error("search.tsv:%u: %.*s: %.*s is %s\n", c->line, (int)c->cells[0].length, c->cells[0].bytes, (int)label.length, label.bytes,
                wanted ? "not found" : "found");
    missed++;
  }
  return missed;
}

static int run_case(const test_case *c, isnad_search *search) {
  isnad_arena *arena = new_arena(0);
  isnad_search_page page;
  isnad_err err = {0};
  int missed = 0;
  if (ask(&page, arena, search, c->cells[0], &err) != ISNAD_OK) {
    print_error("search.tsv:%u: %.*s: %s\n", c->line, (int)c->cells[0].length, c->cells[0].bytes, err.message);
    missed = 1;
  } else {
    missed = misses(c, &page, c->cells[1], true) + misses(c, &page, c->cells[2], false);
  }
  isnad_arena_free(arena);
  return missed;
}

static void every_row(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table table = read_cases(arena, folder, "search.tsv", 4);
  isnad_store *store = search_store("cases.db", isnad_arena_printf(arena, "%s/search/documents.jsonl", folder).bytes);
  isnad_search *search = open_search(store);
  int missed = 0;
  for (size_t i = 0; i < table.count; i++) missed += run_case(&table.cases[i], search);
  print_message("%zu queries\n", table.count);
  assert_int_equal(missed, 0);
  isnad_search_close(search);
  isnad_store_close(store);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_row)};
  if (argc < 2) return 2;
  folder = argv[1];
  return cmocka_run_group_tests(tests, enter_folder_of_its_own, leave_folder);
}
