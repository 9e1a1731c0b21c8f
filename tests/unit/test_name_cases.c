/* tests/cases/names.tsv: each sentence is read as the one paragraph of an article of 1 June 2024. What is told of a name: "~" when it is a noun
 * phrase for another name, its type, its words, "@" and the canonical name when that is another, "#" and the words of the office beside it. */
#include "../case_table.h"

#include "isnad/isnad.h"

enum { FIRST_OF_JUNE = 1717200000, DAY = 86400 };

static const char *tests_folder;

static isnad_slice tell(isnad_arena *arena, const isnad_page *page, const isnad_name_note *n) {
  isnad_slice words = isnad_slice_at(page->text, n->bare), role = isnad_slice_at(page->text, n->role);
  bool other = n->canonical.length > 0 && !isnad_slice_equal(words, n->canonical);
  return isnad_arena_printf(arena, "%s%s:%.*s%s%.*s%s%.*s", n->form == ISNAD_FORM_NOMINAL ? "~" : "", isnad_name_type_name(n->type),
                            (int)words.length, words.bytes, other ? "@" : "", other ? (int)n->canonical.length : 0, other ? n->canonical.bytes : "",
                            role.length > 0 ? "#" : "", (int)role.length, role.length > 0 ? role.bytes : "");
}

static isnad_slice names_on(isnad_arena *arena, isnad_slice sentence, int64_t day) {
  isnad_page page = {0};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, sentence, NULL), ISNAD_OK);
  page.text = sentence;
  isnad_span body = {0, (uint32_t)sentence.length};
  isnad_article article = {.body = &body, .body_count = 1, .published.when = {day, day + DAY}};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  isnad_slice told = {"", 0};
  for (size_t i = 0; i < article.name_count; i++) {
    const isnad_name_note *n = &article.names[i];
    bool resolved = n->canonical.length > 0 && !isnad_slice_equal(n->canonical, isnad_slice_at(page.text, n->bare));
    if (n->form == ISNAD_FORM_NOMINAL && !resolved) continue;
    isnad_slice one = tell(arena, &page, &article.names[i]);
    told = isnad_arena_printf(arena, "%.*s%s%.*s", (int)told.length, told.bytes, told.length > 0 ? "|" : "", (int)one.length, one.bytes);
  }
  return told.length > 0 ? told : isnad_slice_of("-");
}

static isnad_slice names(isnad_arena *arena, isnad_slice sentence) { return names_on(arena, sentence, FIRST_OF_JUNE); }

/* "President Aoun" of 2018 and of 2025: one surname, one office, two men. */
static void test_heir(void **state) {
  (void)state;
  enum { MARCH_2018 = 1520000000, OCTOBER_2025 = 1760000000 };
  static const char president[] = "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 \u0639\u0648\u0646 \u0625\u0646\u0647 "
                                  "\u0645\u062a\u0641\u0627\u0626\u0644";
  isnad_arena *arena = new_arena(0);
  isnad_slice early = names_on(arena, isnad_slice_of(president), MARCH_2018), late = names_on(arena, isnad_slice_of(president), OCTOBER_2025);
  assert_non_null(strstr(early.bytes, "\u0645\u064a\u0634\u0627\u0644 \u0639\u0648\u0646"));
  assert_non_null(strstr(late.bytes, "\u062c\u0648\u0632\u064a\u0641 \u0639\u0648\u0646"));
  isnad_arena_free(arena);
}

static void test_names(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "names.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("names.tsv", &t.cases[i], "names", names(arena, t.cases[i].cells[0]), t.cases[i].cells[1]);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_heir)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
