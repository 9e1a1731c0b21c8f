/* The case tables of the Arabic layer: folding, tokens, proclitics, sentences. */
#include "../case_table.h"

#include "isnad/arabic.h"

static const char *tests_folder;

static isnad_slice fold(isnad_arena *arena, isnad_slice text, isnad_fold strength) {
  isnad_slice folded = {NULL, 0};
  assert_int_equal(isnad_arabic_fold(&folded, NULL, arena, text, strength, NULL), ISNAD_OK);
  return folded;
}

static isnad_tokens tokens_of(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  assert_int_equal(isnad_arabic_tokens(&tokens, arena, text, NULL), ISNAD_OK);
  return tokens;
}

static void test_fold(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_fold.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    const test_case *c = &t.cases[i];
    wrong += case_differs("arabic_fold.tsv", c, "match", fold(arena, c->cells[0], ISNAD_FOLD_MATCH), c->cells[1]);
    wrong += case_differs("arabic_fold.tsv", c, "name", fold(arena, c->cells[0], ISNAD_FOLD_NAME), c->cells[2]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static isnad_slice join(isnad_arena *arena, isnad_slice a, const char *between, isnad_slice b) {
  if (a.length == 0) return b;
  return isnad_arena_printf(arena, "%.*s%s%.*s", (int)a.length, a.bytes, between, (int)b.length, b.bytes);
}

static isnad_slice describe_token(isnad_arena *arena, const isnad_tokens *tokens, size_t at) {
  const isnad_token *t = &tokens->items[at];
  if (t->kind == ISNAD_TOKEN_LINE) return S("L");
  isnad_slice form = isnad_token_form(tokens, at), source = isnad_slice_at(tokens->text, t->span);
  isnad_slice text = isnad_arena_printf(arena, "%c%s%s%s:%.*s", "WNQPS"[t->kind], (t->flags & ISNAD_TOKEN_ARABIC) != 0 ? "a" : "",
                                        (t->flags & ISNAD_TOKEN_GLUED) != 0 ? "g" : "", (t->flags & ISNAD_TOKEN_TATWEEL) != 0 ? "t" : "",
                                        (int)form.length, form.bytes);
  return isnad_slice_equal(form, source) ? text : join(arena, text, "=", source);
}

static void test_tokens(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_tokens.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_tokens tokens = tokens_of(arena, t.cases[i].cells[0]);
    isnad_slice got = {NULL, 0};
    for (size_t k = 0; k < tokens.count; k++) got = join(arena, got, " ", describe_token(arena, &tokens, k));
    wrong += case_differs("arabic_tokens.tsv", &t.cases[i], "tokens", got, t.cases[i].cells[1]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

/* prefix + rest; "~" for an article that was swallowed, "." for one that was cut. */
static isnad_slice describe_cut(isnad_arena *arena, isnad_slice word, isnad_cut cut) {
  static const char *const marks[] = {"+", ".", "~"};
  if (cut.bytes == 0) return word;
  return isnad_arena_printf(arena, "%.*s%s%.*s", (int)cut.bytes, word.bytes, marks[cut.article], (int)(word.length - cut.bytes),
                            word.bytes + cut.bytes);
}

static void test_cuts(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_cuts.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_slice word = t.cases[i].cells[0], got = {NULL, 0};
    isnad_cut cuts[ISNAD_MOST_CUTS];
    size_t count = isnad_arabic_cuts(cuts, word);
    for (size_t k = 0; k < count; k++) got = join(arena, got, " ", describe_cut(arena, word, cuts[k]));
    wrong += case_differs("arabic_cuts.tsv", &t.cases[i], "the readings", got, t.cases[i].cells[1]);
    isnad_cut best = {(uint8_t)isnad_arabic_proclitics(word), ISNAD_CUT_PLAIN};
    wrong += case_differs("arabic_cuts.tsv", &t.cases[i], "the cut", describe_cut(arena, word, best), t.cases[i].cells[2]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static void test_sentences(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_sentences.tsv", 3);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_tokens tokens = tokens_of(arena, t.cases[i].cells[0]);
    const isnad_span *spans = NULL;
    size_t count = 0;
    assert_int_equal(isnad_arabic_sentences(&spans, &count, arena, &tokens, 0, tokens.count, NULL), ISNAD_OK);
    isnad_slice got = {NULL, 0};
    for (size_t k = 0; k < count; k++) got = join(arena, got, " | ", isnad_slice_at(tokens.text, spans[k]));
    wrong += case_differs("arabic_sentences.tsv", &t.cases[i], "the sentences", got, t.cases[i].cells[1]);
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

static isnad_slice stem_of(isnad_arena *arena, isnad_slice text) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice stem = isnad_arabic_stem(room, fold(arena, text, ISNAD_FOLD_MATCH));
  return isnad_arena_printf(arena, "%.*s", (int)stem.length, stem.bytes);
}

static void test_stems(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, "arabic_stems.tsv", 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++) {
    isnad_slice a = stem_of(arena, t.cases[i].cells[0]), b = stem_of(arena, t.cases[i].cells[1]);
    isnad_slice got = isnad_arena_printf(arena, "%s", isnad_slice_equal(a, b) ? "same" : "other");
    bool differs = case_differs("arabic_stems.tsv", &t.cases[i], "stems", got, t.cases[i].cells[2]);
    if (differs) print_message("  stems: %.*s, %.*s\n", (int)a.length, a.bytes, (int)b.length, b.bytes);
    wrong += differs;
  }
  assert_int_equal(wrong, 0);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fold),      cmocka_unit_test(test_tokens), cmocka_unit_test(test_cuts),
      cmocka_unit_test(test_sentences), cmocka_unit_test(test_stems),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
