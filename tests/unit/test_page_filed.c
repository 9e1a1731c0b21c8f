/* The line of origin and the names of persons, by the table of cases. */
#include "../case_table.h"

#include "page/filed.h"

static const char *tests_folder;

/* The pieces as "kind:words", a blank between; a name's kind tells how sure it is. */
static isnad_slice describe(isnad_arena *arena, const isnad_tokens *t, const filed *line) {
  static const char *const kinds[] = {"?", "place", "medium", "credit", "name", "label", "day", "issue", "site", "domain"};
  isnad_slice out = {NULL, 0};
  for (size_t i = 0; i < line->count; i++) {
    const filed_piece *p = &line->pieces[i];
    isnad_slice words = isnad_slice_at(t->text, (isnad_span){t->items[p->first].span.begin, t->items[p->last - 1].span.end});
    const char *sure = p->kind == FILED_NAME ? (p->trust == PERSON_SURE ? "!" : "~") : p->place ? "+place" : "";
    out = isnad_arena_printf(arena, "%.*s%s%s%s:%.*s", (int)out.length, out.bytes, i > 0 ? " | " : "", kinds[p->kind], sure, (int)words.length,
                             words.bytes);
  }
  return out;
}

static void test_lines(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "filed.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    isnad_tokens tokens;
    filed line;
    assert_int_equal(isnad_arabic_tokens(&tokens, arena, c->cells[1], NULL), ISNAD_OK);
    bool read = page_filed(&line, &tokens, 0, tokens.count, isnad_slice_is(c->cells[0], "line"));
    wrong += case_differs("filed.tsv", c, "pieces", read ? describe(arena, &tokens, &line) : S("-"), c->cells[2]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* The rows of bylines.tsv stand in the order of their roles: a role is found by halves. */
static void test_roles_in_order(void **state) {
  (void)state;
  for (size_t i = 1; i < isnad_bylines_count; i++) assert_true(isnad_bylines_rows[i - 1].role <= isnad_bylines_rows[i].role);
}

static void test_mastheads(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  static const char *const lines[] = {"الراية - الأحد 3 مايو 2026 - العدد 15200", "شفق نيوز, [11.06.2026 18:02]"};
  for (size_t i = 0; i < 2; i++) {
    isnad_tokens tokens;
    filed line;
    assert_int_equal(isnad_arabic_tokens(&tokens, arena, isnad_slice_of(lines[i]), NULL), ISNAD_OK);
    assert_true(page_filed(&line, &tokens, 0, tokens.count, true));
    assert_non_null(page_filed_masthead(&line));
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  tests_folder = argv[1];
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_roles_in_order), cmocka_unit_test(test_mastheads)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
