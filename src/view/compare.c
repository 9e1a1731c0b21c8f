/* Two reports side by side: the passages that they share, and the words that differ in them, with the figures and names among those pointed out. */
#include "view/pairing.h"
#include "view/sheet.h"
#include "view/title.h"

enum { SHOWN_WORDS = 10, LONG_RUN = 26 };

typedef struct comparing {
  sheet sheet;
  pairing pair;
} comparing;

/* --- for people --- */

static isnad_status side_line(sheet *s, const char *letter, const pairing_side *of, double share) {
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
    sheet_words(s, pairing_words(&c->pair.a, run->a, run->a_end));
    return sheet_end(s);
  }
  sheet_words(s, pairing_words(&c->pair.a, run->a, run->a + SHOWN_WORDS));
  sheet_printf(s, " ... (%u words) ... ", run->a_end - run->a - 2 * SHOWN_WORDS);
  sheet_words(s, pairing_words(&c->pair.a, run->a_end - SHOWN_WORDS, run->a_end));
  return sheet_end(s);
}

static isnad_status differing_line(sheet *s, const char *letter, const pairing_side *of, uint32_t first, uint32_t last, const char *matter) {
  if (first == last) return ISNAD_OK;
  sheet_printf(s, "   %s ", letter);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, pairing_words(of, first, last));
  sheet_style_off(s);
  if (matter != NULL) sheet_printf(s, "   <- %s", matter);
  return sheet_end(s);
}

static isnad_status run_lines(sheet *s, const comparing *c, const diff_run *run) {
  if (run->same) return same_line(s, c, run);
  const char *matter = pairing_matter(&c->pair, run);
  isnad_status status = differing_line(s, "A", &c->pair.a, run->a, run->a_end, matter);
  return status == ISNAD_OK ? differing_line(s, "B", &c->pair.b, run->b, run->b_end, matter) : status;
}

static isnad_status passage_lines(sheet *s, comparing *c, const align_passage *p, size_t number) {
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_span a = pairing_span(&c->pair.a, p->a, p->a_end), b = pairing_span(&c->pair.b, p->b, p->b_end);
  isnad_status status = diff_passage(&runs, &count, s->arena, c->pair.a.text.words, c->pair.b.text.words, p, s->err);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "passage %zu  A[%u,%u)  B[%u,%u)  %u words the same, %u spelled alike", number, a.begin, a.end, b.begin, b.end, p->matched,
               p->alike);
  status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = run_lines(s, c, &runs[i]);
  return status;
}

static isnad_status show_text(comparing *c) {
  sheet *s = &c->sheet;
  isnad_status status = side_line(s, "A", &c->pair.a, c->pair.verdict.a_in_b);
  if (status == ISNAD_OK) status = side_line(s, "B", &c->pair.b, c->pair.verdict.b_in_a);
  if (status != ISNAD_OK) return status;
  if (c->pair.verdict.count == 0)
    sheet_printf(s, "no passage is shared");
  else
    sheet_printf(s, "%s  %u words the same, %u of them spelled alike", c->pair.kind, c->pair.verdict.matched, c->pair.verdict.alike);
  status = sheet_end(s);
  for (size_t i = 0; status == ISNAD_OK && i < c->pair.verdict.count; i++) status = passage_lines(s, c, &c->pair.verdict.passages[i], i + 1);
  return status;
}

/* --- as JSON --- */

static void run_object(json_writer *w, const comparing *c, const diff_run *run) {
  json_open_object(w);
  json_key_bool(w, "same", run->same);
  if (run->a < run->a_end) json_key_span(w, "a", pairing_span(&c->pair.a, run->a, run->a_end));
  if (run->b < run->b_end) json_key_span(w, "b", pairing_span(&c->pair.b, run->b, run->b_end));
  const char *matter = run->same ? NULL : pairing_matter(&c->pair, run);
  if (matter != NULL) json_key_text(w, "matter", matter);
  json_close_object(w);
}

static isnad_status passage_object(comparing *c, const align_passage *p) {
  json_writer *w = &c->sheet.json;
  diff_run *runs = NULL;
  size_t count = 0;
  isnad_status status = diff_passage(&runs, &count, c->sheet.arena, c->pair.a.text.words, c->pair.b.text.words, p, c->sheet.err);
  if (status != ISNAD_OK) return status;
  json_open_object(w);
  json_key_span(w, "a", pairing_span(&c->pair.a, p->a, p->a_end));
  json_key_span(w, "b", pairing_span(&c->pair.b, p->b, p->b_end));
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
  json_key_string(w, "a", c->pair.a.article.label);
  json_key_string(w, "b", c->pair.b.article.label);
  if (c->pair.verdict.count > 0) json_key_text(w, "kind", c->pair.kind);
  json_key_u64(w, "matched", c->pair.verdict.matched);
  json_key_u64(w, "alike", c->pair.verdict.alike);
  json_key(w, "containment");
  json_open_array(w);
  json_fixed(w, c->pair.verdict.a_in_b, 4);
  json_fixed(w, c->pair.verdict.b_in_a, 4);
  json_close_array(w);
  json_key(w, "passages");
  json_open_array(w);
  for (size_t i = 0; status == ISNAD_OK && i < c->pair.verdict.count; i++) status = passage_object(c, &c->pair.verdict.passages[i]);
  json_close_array(w);
  json_close_object(w);
  return status == ISNAD_OK ? sheet_end(&c->sheet) : status;
}

isnad_status isnad_view_compare(isnad_store *store, isnad_slice a, isnad_slice b, const isnad_view *view, isnad_err *err) {
  comparing c = {.pair = {.kind = NULL}};
  isnad_status status = sheet_open(&c.sheet, view, err);
  if (status == ISNAD_OK) status = pairing_load(&c.pair, c.sheet.arena, store, a, b, err);
  if (status == ISNAD_OK) status = view->json ? show_json(&c) : show_text(&c);
  return sheet_close(&c.sheet, status, "nothing to compare");
}
