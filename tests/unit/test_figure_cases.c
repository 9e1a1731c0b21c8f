/* tests/cases/figures.tsv: each sentence is read as the one paragraph of an article. */
#include "../case_table.h"

#include "isnad/isnad.h"

static const char *tests_folder;

static isnad_slice join(isnad_arena *arena, isnad_slice told, const char *between, isnad_slice more) {
  return isnad_arena_printf(arena, "%.*s%s%.*s", (int)told.length, told.bytes, between, (int)more.length, more.bytes);
}

static isnad_slice value_of(isnad_arena *arena, const isnad_figure_note *f) {
  if (f->has_min && f->has_max && f->min == f->max && f->kind != ISNAD_FIGURE_SCORE) return isnad_arena_printf(arena, "%.15g", f->min);
  isnad_slice low = f->has_min ? isnad_arena_printf(arena, "%.15g", f->min) : isnad_slice_of("");
  isnad_slice high = f->has_max ? isnad_arena_printf(arena, "%.15g", f->max) : isnad_slice_of("");
  return join(arena, low, "..", high);
}

static isnad_slice one_figure(isnad_arena *arena, isnad_slice text, const isnad_figure_note *f) {
  isnad_slice told = join(arena, isnad_slice_at(text, f->number), "=", value_of(arena, f));
  if (f->kind != ISNAD_FIGURE_CARDINAL) told = join(arena, told, " ", isnad_slice_of(isnad_figure_kind_name(f->kind)));
  if (f->qualifier != ISNAD_EXACT) told = join(arena, told, " ", isnad_slice_of(isnad_qualifier_name(f->qualifier)));
  if (f->unit.length > 0) told = isnad_arena_printf(arena, "%.*s [%.*s]", (int)told.length, told.bytes, (int)f->unit.length, f->unit.bytes);
  if (f->thing.length > 0) told = isnad_arena_printf(arena, "%.*s {%.*s}", (int)told.length, told.bytes, (int)f->thing.length, f->thing.bytes);
  if (f->times > 1) told = isnad_arena_printf(arena, "%.*s x%u", (int)told.length, told.bytes, f->times);
  if (f->group > 0) told = isnad_arena_printf(arena, "%.*s g%u", (int)told.length, told.bytes, f->group);
  if (f->sum == ISNAD_SUM_AGREES) told = join(arena, told, " ", isnad_slice_of("agrees"));
  if (f->sum == ISNAD_SUM_DIFFERS) told = isnad_arena_printf(arena, "%.*s differs%+.6g", (int)told.length, told.bytes, f->differs_by);
  return told;
}

static bool lies_inside(isnad_span inner, isnad_span outer) {
  return outer.begin <= inner.begin && inner.begin < inner.end && inner.end <= outer.end;
}

static isnad_slice figures_of(isnad_arena *arena, isnad_slice sentence) {
  isnad_page page = {0};
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, sentence, NULL), ISNAD_OK);
  page.text = sentence;
  isnad_span body = {0, (uint32_t)sentence.length};
  isnad_article article = {.body = &body, .body_count = 1};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  isnad_slice told = {"", 0};
  for (size_t i = 0; i < article.figure_count; i++) {
    const isnad_figure_note *f = &article.figures[i];
    assert_true(lies_inside(f->number, f->span) && lies_inside(f->span, body));
    told = join(arena, told, i > 0 ? " ; " : "", one_figure(arena, sentence, f));
  }
  return told.length > 0 ? told : isnad_slice_of("-");
}

static void test_figures(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "figures.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs("figures.tsv", &t.cases[i], "figures", figures_of(arena, t.cases[i].cells[0]), t.cases[i].cells[1]);
  print_message("%zu rows of figures.tsv\n", t.count);
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_figures)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
