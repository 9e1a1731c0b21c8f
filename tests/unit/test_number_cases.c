/* tests/cases/numbers.tsv: every number that the number reader finds in a text. */
#include "../case_table.h"

#include "arabic/number.h"

static const char *tests_folder;

static isnad_slice one_number(isnad_arena *arena, isnad_slice text, const number *n) {
  isnad_slice span = isnad_slice_at(text, n->span);
  const char *kinds[] = {"", " o", " f", " d"};
  isnad_slice value = n->min < n->max ? isnad_arena_printf(arena, "%.15g..%.15g", n->min, n->max) : isnad_arena_printf(arena, "%.6g", n->min);
  if (n->min == n->max && n->kind != NUMBER_FRACTION) value = isnad_arena_printf(arena, "%.15g", n->min);
  return isnad_arena_printf(arena, "%.*s = %.*s%s%s", (int)span.length, span.bytes, (int)value.length, value.bytes, kinds[n->kind],
                            (n->flags & NUMBER_VAGUE) != 0 ? " v" : "");
}

static isnad_slice numbers_of(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  isnad_slice told = {"", 0};
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, text, NULL), ISNAD_OK);
  for (size_t at = 0; at < tokens.count;) {
    number n;
    bool found = number_at(&n, &tokens, at, tokens.count);
    assert_true(n.last > at && n.last <= tokens.count + 1);
    at = n.last;
    if (!found) continue;
    isnad_slice one = one_number(arena, text, &n);
    told = isnad_arena_printf(arena, "%.*s%s%.*s", (int)told.length, told.bytes, told.length > 0 ? " ; " : "", (int)one.length, one.bytes);
  }
  return told.length > 0 ? told : isnad_slice_of("-");
}

static void test_numbers(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "numbers.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("numbers.tsv", &t.cases[i], "numbers", numbers_of(arena, t.cases[i].cells[0]), t.cases[i].cells[1]);
  print_message("%zu rows of numbers.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* A number never reaches past the end it was given, whatever stands behind. */
static void test_ends(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_tokens tokens;
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, S("مليونين وأربعمائة ألف و500 من ثلاثة أرباع المليون و1 500 000 و3،5 مليون"), NULL), ISNAD_OK);
  for (size_t end = 0; end <= tokens.count; end++)
    for (size_t at = 0; at < end; at++) {
      number n;
      if (!number_at(&n, &tokens, at, end)) continue;
      assert_true(n.first >= at && n.last > n.first && n.last <= end);
    }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers), cmocka_unit_test(test_ends)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
