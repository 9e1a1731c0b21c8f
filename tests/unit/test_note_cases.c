/* tests/cases/citations.tsv and source_ids.tsv: each sentence is read as the one paragraph of an article. */
#include "../case_table.h"

#include <string.h>

#include "isnad/isnad.h"

static const char *tests_folder;

static isnad_article note(isnad_arena *arena, isnad_page *page, isnad_slice sentence) {
  isnad_span *body = isnad_arena_alloc(arena, sizeof *body);
  assert_non_null(body);
  *body = (isnad_span){0, (uint32_t)sentence.length};
  *page = (isnad_page){.text = sentence};
  assert_int_equal(isnad_arabic_tokens(&page->tokens, arena, sentence, NULL), ISNAD_OK);
  isnad_article article = {.body = body, .body_count = 1};
  assert_int_equal(isnad_note_article(&article, arena, page, NULL), ISNAD_OK);
  return article;
}

/* The ids that tables give to the sources, and behind > that of the platform on which one wrote. */
static isnad_slice ids(isnad_arena *arena, isnad_slice sentence) {
  isnad_page page;
  isnad_article article = note(arena, &page, sentence);
  isnad_slice told = {"", 0};
  for (size_t i = 0; i < article.source_count; i++) {
    isnad_slice id = article.sources[i].named.id, via = article.sources[i].via.id;
    if (id.length > 0 && id.bytes[0] == '@') id = (isnad_slice){"", 0};
    if (id.length == 0 && via.length == 0) continue;
    told = isnad_arena_printf(arena, "%.*s%s%.*s%s%.*s", (int)told.length, told.bytes, told.length > 0 ? "|" : "", (int)id.length,
                              id.length > 0 ? id.bytes : "", via.length > 0 ? ">" : "", (int)via.length, via.length > 0 ? via.bytes : "");
  }
  return told.length > 0 ? told : isnad_slice_of("-");
}

static isnad_slice citations(isnad_arena *arena, isnad_slice sentence) {
  isnad_page page;
  isnad_article article = note(arena, &page, sentence);
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

static void test_ids(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "source_ids.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("source_ids.tsv", &t.cases[i], "ids", ids(arena, t.cases[i].cells[0]), t.cases[i].cells[1]);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* The words of a medium that the tables know: its name, without its noun and the adjective of its country. */
static void test_spans(void **state) {
  (void)state;
  static const char *const rows[][2] = {{"قال المدرب لصحيفة تايمز البريطانية \"يتمتع كل اللاعبين بالصحة\".", "تايمز"},
                                        {"قال الوزير خلال حديث مع شبكة سي بي إس الأميركية: \"الحل قريب\".", "سي بي إس"},
                                        {"ذكرت صحيفة الرياض السعودية أن السوق أغلق.", "الرياض السعودية"},
                                        {"ذكرت صحيفة \"هآرتس\" أن السوق أغلق.", "هآرتس"}};
  isnad_arena *arena = new_arena(0);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    isnad_page page;
    isnad_article article = note(arena, &page, isnad_slice_of(rows[i][0]));
    assert_int_equal(article.source_count, 1);
    assert_slice(isnad_slice_at(page.text, article.sources[0].named.span), isnad_slice_of(rows[i][1]));
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_citations), cmocka_unit_test(test_ids), cmocka_unit_test(test_spans)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
