/* tests/cases/citations.tsv: each sentence is read as the one paragraph of an article. */
#include "../case_table.h"

#include <string.h>

#include "isnad/isnad.h"

static const char *tests_folder;

static isnad_slice citations(isnad_arena *arena, isnad_slice sentence) {
  isnad_page page = {0};
  isnad_tokens tokens;
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, sentence, NULL), ISNAD_OK);
  page.text = sentence;
  page.tokens = tokens;
  isnad_span body = {0, (uint32_t)sentence.length};
  isnad_article article = {.body = &body, .body_count = 1};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  isnad_slice told = {"", 0};
  for (size_t i = 0; i < article.source_count; i++) {
    const isnad_source_note *s = &article.sources[i];
    assert_null(memchr(s->named.name.bytes, '"', s->named.name.length)); /* the span holds the marks, the name does not */
    isnad_slice name = isnad_slice_at(page.text, s->named.span);
    const char *outlet = s->kind == ISNAD_SOURCE_OUTLET && s->named.id.length > 0 ? s->named.name.bytes : NULL;
    told = isnad_arena_printf(arena, "%.*s%s%s:%.*s", (int)told.length, told.bytes, i > 0 ? "|" : "", isnad_source_kind_name(s->kind),
                              outlet != NULL ? (int)strlen(outlet) : (int)name.length, outlet != NULL ? outlet : name.bytes);
  }
  return told.length > 0 ? told : isnad_slice_of("-");
}

static void test_citations(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "citations.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("citations.tsv", &t.cases[i], "citations", citations(arena, t.cases[i].cells[0]), t.cases[i].cells[1]);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_citations)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
