/* Two reports side by side: the passages that they share, and the words that differ in them, with the figures and names among those pointed out. */
#include "reuse/diff.h"
#include "reuse/held.h"
#include "reuse/judge.h"
#include "reuse/kind.h"
#include "store/articles.h"

#include "view/sheet.h"
#include "view/title.h"
#include "view/tree.h"

enum { SHOWN_WORDS = 10, LONG_RUN = 26 };

/* One side: the article, its words, and what its record names. */
typedef struct side {
  store_article article;
  held_text held;
  isnad_tokens tokens;
  reuse_text text;
  isnad_slice page;
  const tree *names, *figures;
} side;

typedef struct comparing {
  sheet sheet;
  side a, b;
  reuse_verdict verdict;
} comparing;

static isnad_status load_notes(side *s, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  isnad_slice record = {NULL, 0};
  isnad_status status = store_article_page(&record, &s->page, arena, store, s->article.capture, err);
  if (status != ISNAD_OK) return status;
  const tree *said = tree_item(tree_get(tree_read(arena, record), "articles"), s->article.place);
  s->names = tree_get(said, "names");
  s->figures = tree_get(said, "figures");
  return ISNAD_OK;
}

static isnad_status load(side *s, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  held_article held;
  isnad_status status = store_article_find(&s->article, arena, store, what, err);
  if (status == ISNAD_OK) status = held_by_id(&held, arena, store, s->article.id, err);
  if (status == ISNAD_OK) status = held_text_of(&s->held, arena, store, &held, err);
  if (status == ISNAD_OK) status = isnad_arabic_tokens(&s->tokens, arena, s->held.text, err);
  if (status == ISNAD_OK) status = reuse_text_read(&s->text, arena, &s->tokens, &s->held.place, err);
  return status == ISNAD_OK ? load_notes(s, arena, store, err) : status;
}

/* The page's bytes under words [first, last); an empty span when there is none. */
static isnad_span page_span(const side *s, uint32_t first, uint32_t last) {
  if (first >= last) return (isnad_span){0, 0};
  return (isnad_span){s->text.spans[first].begin + s->held.offset, s->text.spans[last - 1].end + s->held.offset};
}

static isnad_slice words_of(const side *s, uint32_t first, uint32_t last) { return isnad_slice_at(s->page, page_span(s, first, last)); }

static bool touches(const tree *list, const char *key, isnad_span span) {
  isnad_span at;
  for (const tree *t = list != NULL ? list->first : NULL; t != NULL; t = t->next)
    if (tree_span(&at, t, key) && at.begin < span.end && span.begin < at.end) return true;
  return false;
}

/* What kind of thing differs: a figure outranks a name. Constant; NULL for other words. */
static const char *matter_of(const comparing *c, const diff_run *run) {
  isnad_span a = page_span(&c->a, run->a, run->a_end), b = page_span(&c->b, run->b, run->b_end);
  if (touches(c->a.figures, "number", a) || touches(c->b.figures, "number", b)) return "figure";
  return touches(c->a.names, "span", a) || touches(c->b.names, "span", b) ? "name" : NULL;
}

static const char *kind_of(const comparing *c) {
  const store_article *a = &c->a.article, *b = &c->b.article;
  bool one_page = a->uri.length > 0 && isnad_slice_equal(a->uri, b->uri) && a->place == b->place;
  bool a_bare = c->a.text.headline == c->a.text.count, b_bare = c->b.text.headline == c->b.text.count;
  return reuse_kind_name(
      &(reuse_overlap){c->a.text.count, c->b.text.count, c->verdict.matched, c->verdict.a_in_b, c->verdict.b_in_a, a_bare, b_bare, one_page});
}

/* --- for people --- */

static isnad_status side_line(sheet *s, const char *letter, const side *of, double share) {
  sheet_printf(s, "%s  ", letter);
  sheet_when(s, of->article.published);
  sheet_cell(s, of->article.name, 17);
  sheet_printf(s, "%3.0f%% shared  ", 100 * share);
  sheet_cell(s, article_outlet(&of->article), 18);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, &of->article);
  return sheet_end(s);
}

/* A long run that is the same is told by its first and last words. */
static isnad_status same_line(sheet *s, const comparing *c, const diff_run *run) {
  sheet_printf(s, "     ");
  if (run->a_end - run->a <= LONG_RUN) {
    sheet_words(s, words_of(&c->a, run->a, run->a_end));
    return sheet_end(s);
  }
  sheet_words(s, words_of(&c->a, run->a, run->a + SHOWN_WORDS));
  sheet_printf(s, " ... (%u words) ... ", run->a_end - run->a - 2 * SHOWN_WORDS);
  sheet_words(s, words_of(&c->a, run->a_end - SHOWN_WORDS, run->a_end));
  return sheet_end(s);
}

static isnad_status differing_line(sheet *s, const char *letter, const side *of, uint32_t first, uint32_t last, const char *matter) {
  if (first == last) return ISNAD_OK;
  sheet_printf(s, "   %s ", letter);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, words_of(of, first, last));
  sheet_style_off(s);
  if (matter != NULL) sheet_printf(s, "   <- %s", matter);
  return sheet_end(s);
}

static isnad_status run_lines(sheet *s, const comparing *c, const diff_run *run) {
  if (run->same) return same_line(s, c, run);
  const char *matter = matter_of(c, run);
  isnad_status status = differing_line(s, "A", &c->a, run->a, run->a_end, matter);
  return status == ISNAD_OK ? differing_line(s, "B", &c->b, run->b, run->b_end, matter) : status;
}

static isnad_status passage_lines(sheet *s, comparing *c, const align_passage *p, size_t number) {
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_span a = page_span(&c->a, p->a, p->a_end), b = page_span(&c->b, p->b, p->b_end);
  isnad_status status = diff_passage(&runs, &count, s->arena, c->a.text.words, c->b.text.words, p, s->err);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "passage %zu  A[%u,%u)  B[%u,%u)  %u words the same, %u spelled alike", number, a.begin, a.end, b.begin, b.end, p->matched,
               p->alike);
  status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = run_lines(s, c, &runs[i]);
  return status;
}

static isnad_status show_text(comparing *c) {
  sheet *s = &c->sheet;
  isnad_status status = side_line(s, "A", &c->a, c->verdict.a_in_b);
  if (status == ISNAD_OK) status = side_line(s, "B", &c->b, c->verdict.b_in_a);
  if (status != ISNAD_OK) return status;
  if (c->verdict.count == 0)
    sheet_printf(s, "no passage is shared");
  else
    sheet_printf(s, "%s  %u words the same, %u of them spelled alike", kind_of(c), c->verdict.matched, c->verdict.alike);
  status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < c->verdict.count; i++) status = passage_lines(s, c, &c->verdict.passages[i], i + 1);
  return status;
}

/* --- as JSON --- */

static void run_object(json_writer *w, const comparing *c, const diff_run *run) {
  json_open_object(w);
  json_key_bool(w, "same", run->same);
  if (run->a < run->a_end) json_key_span(w, "a", page_span(&c->a, run->a, run->a_end));
  if (run->b < run->b_end) json_key_span(w, "b", page_span(&c->b, run->b, run->b_end));
  const char *matter = run->same ? NULL : matter_of(c, run);
  if (matter != NULL) json_key_text(w, "matter", matter);
  json_close_object(w);
}

static isnad_status passage_object(comparing *c, const align_passage *p) {
  json_writer *w = &c->sheet.json;
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_status status = diff_passage(&runs, &count, c->sheet.arena, c->a.text.words, c->b.text.words, p, c->sheet.err);
  if (status != ISNAD_OK) return status;
  json_open_object(w);
  json_key_span(w, "a", page_span(&c->a, p->a, p->a_end));
  json_key_span(w, "b", page_span(&c->b, p->b, p->b_end));
  json_key_u64(w, "matched", p->matched);
  json_key_u64(w, "alike", p->alike);
  json_key(w, "runs");
  json_open_array(w);
  for (size_t i = 0; i < count; i++) run_object(w, c, &runs[i]);
  json_close_array(w);
  json_close_object(w);
  return ISNAD_OK;
}

static isnad_status show_json(comparing *c) {
  json_writer *w = &c->sheet.json;
  isnad_status status = ISNAD_OK;
  json_open_object(w);
  json_key_string(w, "a", c->a.article.label);
  json_key_string(w, "b", c->b.article.label);
  if (c->verdict.count > 0) json_key_text(w, "kind", kind_of(c));
  json_key_u64(w, "matched", c->verdict.matched);
  json_key_u64(w, "alike", c->verdict.alike);
  json_key(w, "containment");
  json_open_array(w);
  json_fixed(w, c->verdict.a_in_b, 4);
  json_fixed(w, c->verdict.b_in_a, 4);
  json_close_array(w);
  json_key(w, "passages");
  json_open_array(w);
  for (size_t i = 0; status == ISNAD_OK && i < c->verdict.count; i++) status = passage_object(c, &c->verdict.passages[i]);
  json_close_array(w);
  json_close_object(w);
  return status == ISNAD_OK ? sheet_end(&c->sheet) : status;
}

isnad_status isnad_view_compare(isnad_store *store, isnad_slice a, isnad_slice b, const isnad_view *view, isnad_err *err) {
  comparing c = {.verdict = {0}};
  isnad_status status = sheet_open(&c.sheet, view, err);
  if (status == ISNAD_OK) status = load(&c.a, c.sheet.arena, store, a, err);
  if (status == ISNAD_OK) status = load(&c.b, c.sheet.arena, store, b, err);
  if (status == ISNAD_OK) status = reuse_judge(&c.verdict, c.sheet.arena, &c.a.text, &c.b.text, false, err);
  if (status == ISNAD_OK) status = view->json ? show_json(&c) : show_text(&c);
  return sheet_close(&c.sheet, status, "nothing to compare");
}
