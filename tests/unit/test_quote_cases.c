/* tests/cases/quotes.tsv, speakers.tsv, quote_verbs.tsv, claimants.tsv and scopes.tsv: each text is an article of its own, a paragraph a line,
 * perhaps with a headline. */
#include "../case_table.h"

#include "isnad/isnad.h"

static const char *tests_folder;

enum { MOST_PARAGRAPHS = 16 };

static size_t paragraphs(isnad_span out[MOST_PARAGRAPHS], isnad_slice text, size_t from) {
  size_t count = 0;
  for (size_t i = from, begin = from; i <= text.length && count < MOST_PARAGRAPHS; i++) {
    if (i < text.length && text.bytes[i] != '\n') continue;
    if (i > begin) out[count++] = (isnad_span){(uint32_t)begin, (uint32_t)i};
    begin = i + 1;
  }
  return count;
}

static isnad_slice told(isnad_arena *arena, isnad_slice text, const isnad_article *article) {
  isnad_slice out = {"", 0};
  for (size_t i = 0; i < article->quote_count; i++) {
    const isnad_quote_note *q = &article->quotes[i];
    isnad_slice words = isnad_slice_at(text, q->span);
    isnad_slice who = q->full.length > 0 ? q->full : q->canonical;
    out = isnad_arena_printf(arena, "%.*s%s%s:%s%s%.*s:%.*s", (int)out.length, out.bytes, i > 0 ? "|" : "", isnad_quote_mode_name(q->mode),
                             q->implicit ? "~" : "", q->anonymous ? "?" : "", (int)who.length, who.length > 0 ? who.bytes : "", (int)words.length,
                             words.bytes);
  }
  return out.length > 0 ? out : isnad_slice_of("-");
}

static bool holds(isnad_span outer, isnad_span inner) { return outer.begin < inner.begin && inner.end <= outer.end; }

/* What must hold of all quotes: spans inside the text, and no two of one mode that overlap, but for a report inside a report. */
static void check_spans(isnad_slice text, const isnad_article *article) {
  for (size_t i = 0; i < article->quote_count; i++) {
    const isnad_quote_note *q = &article->quotes[i];
    assert_true(q->span.begin < q->span.end && q->span.end <= text.length);
    assert_true(q->via < (int32_t)article->source_count);
    for (size_t k = 0; k < i; k++)
      if (article->quotes[k].mode == q->mode)
        assert_true(article->quotes[k].span.end <= q->span.begin || q->span.end <= article->quotes[k].span.begin ||
                    (q->mode == ISNAD_QUOTE_INDIRECT && holds(article->quotes[k].span, q->span)));
  }
}

/* "12:who claims it", | between the figures. */
static isnad_slice claims(isnad_arena *arena, isnad_slice text, const isnad_article *article) {
  isnad_slice out = {"", 0};
  for (size_t i = 0; i < article->figure_count; i++) {
    const isnad_figure_note *f = &article->figures[i];
    isnad_slice number = isnad_slice_at(text, f->number);
    assert_true(f->claimant < (int32_t)article->name_count);
    isnad_slice who = f->claimant >= 0 ? article->names[f->claimant].canonical : isnad_slice_of("-");
    out = isnad_arena_printf(arena, "%.*s%s%.*s:%.*s", (int)out.length, out.bytes, i > 0 ? "|" : "", (int)number.length, number.bytes,
                             (int)who.length, who.bytes);
  }
  return out.length > 0 ? out : isnad_slice_of("-");
}

/* "sentence:whose", | between the citations. */
static isnad_slice scopes(isnad_arena *arena, isnad_slice text, const isnad_article *article) {
  isnad_slice out = {"", 0};
  (void)text;
  for (size_t i = 0; i < article->source_count; i++) {
    const isnad_source_note *n = &article->sources[i];
    out = isnad_arena_printf(arena, "%.*s%s%s:%.*s", (int)out.length, out.bytes, i > 0 ? "|" : "", isnad_scope_name(n->scope),
                             (int)n->named.name.length, n->named.name.bytes);
  }
  return out.length > 0 ? out : isnad_slice_of("-");
}

typedef isnad_slice teller(isnad_arena *arena, isnad_slice text, const isnad_article *article);

static isnad_slice notes(isnad_arena *arena, isnad_slice headline, isnad_slice body, teller *tell) {
  bool headed = !isnad_slice_equal(headline, isnad_slice_of("-"));
  isnad_slice text = body;
  if (headed) text = isnad_arena_printf(arena, "%.*s\n%.*s", (int)headline.length, headline.bytes, (int)body.length, body.bytes);
  isnad_page page = {.text = text};
  isnad_span spans[MOST_PARAGRAPHS];
  assert_int_equal(isnad_arabic_tokens(&page.tokens, arena, text, NULL), ISNAD_OK);
  isnad_article article = {.body = spans, .body_count = paragraphs(spans, text, headed ? headline.length + 1 : 0)};
  if (headed) article.headline = (isnad_span){0, (uint32_t)headline.length};
  assert_int_equal(isnad_note_article(&article, arena, &page, NULL), ISNAD_OK);
  check_spans(text, &article);
  return tell(arena, text, &article);
}

static int run_table(const char *name, const char *what, teller *tell) {
  isnad_arena *arena = new_arena(0);
  case_table t = read_cases(arena, tests_folder, name, 4);
  int wrong = 0;
  for (size_t i = 0; i < t.count; i++)
    wrong += case_differs(name, &t.cases[i], what, notes(arena, t.cases[i].cells[0], t.cases[i].cells[1], tell), t.cases[i].cells[2]);
  isnad_arena_free(arena);
  return wrong;
}

static void test_quotes(void **state) {
  (void)state;
  assert_int_equal(run_table("quotes.tsv", "quotes", told), 0);
}

static void test_speakers(void **state) {
  (void)state;
  assert_int_equal(run_table("speakers.tsv", "quotes", told), 0);
}

static void test_verbs(void **state) {
  (void)state;
  assert_int_equal(run_table("quote_verbs.tsv", "quotes", told), 0);
}

static void test_claims(void **state) {
  (void)state;
  assert_int_equal(run_table("claimants.tsv", "claims", claims), 0);
}

static void test_scopes(void **state) {
  (void)state;
  assert_int_equal(run_table("scopes.tsv", "scopes", scopes), 0);
}

int main(int argc, char **argv) {
  tests_folder = argc > 1 ? argv[1] : "tests";
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_quotes), cmocka_unit_test(test_speakers), cmocka_unit_test(test_verbs),
                                     cmocka_unit_test(test_claims), cmocka_unit_test(test_scopes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
