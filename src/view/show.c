/* One article: what is known of it, and where on its page each value was read. */
#include "store/articles.h"
#include "store/edges.h"

#include "view/drawing/tree.h"
#include "view/edition/editions.h"
#include "view/sheet.h"

#include <stdio.h>

enum { EXCERPT = 96, SPAN_WIDTH = 15 };

typedef struct showing {
  sheet sheet;
  isnad_store *store;
  bool edited; /* an edition was written */
  store_article article;
  isnad_slice text;
  const tree *record, *said; /* the whole record, and this article's object in it */
} showing;

/* --- columns --- */

static void span_cell(sheet *s, bool known, isnad_span span) {
  char text[32] = "";
  if (known) snprintf(text, sizeof text, "[%u,%u)", span.begin, span.end);
  sheet_printf(s, "%-*s  ", SPAN_WIDTH, text);
}

static void rule(sheet *s, const tree *t) {
  isnad_slice words = tree_text(t, "rule");
  if (words.length == 0) return;
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "  ");
  sheet_words(s, words);
  sheet_style_off(s);
}

/* --- the head --- */

static isnad_status title_lines(showing *v) {
  sheet *s = &v->sheet;
  const store_article *a = &v->article;
  isnad_span span = {0, 0};
  sheet_latin(s, a->name);
  sheet_printf(s, "  ");
  sheet_latin(s, a->role);
  sheet_printf(s, "  ");
  sheet_words(s, a->label);
  isnad_status status = sheet_end(s);
  if (status != ISNAD_OK || a->headline.length == 0) return status;
  sheet_label(s, "headline");
  span_cell(s, tree_span(&span, tree_get(v->said, "headline"), "span"), span);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, a->headline);
  return sheet_end(s);
}

static isnad_status named_line(showing *v, const char *key) {
  sheet *s = &v->sheet;
  const tree *t = tree_get(v->said, key);
  isnad_span span = {0, 0};
  if (t == NULL) return ISNAD_OK;
  sheet_label(s, key);
  span_cell(s, tree_span(&span, t, "span"), span);
  sheet_words(s, tree_text(t, "name"));
  if (tree_text(t, "id").length > 0) {
    sheet_printf(s, "  ");
    sheet_words(s, tree_text(t, "id"));
  }
  rule(s, t);
  return sheet_end(s);
}

/* A date that the story taught is in the store's row and not in the record. */
static isnad_status date_line(showing *v) {
  sheet *s = &v->sheet;
  const tree *t = tree_get(v->said, "published");
  isnad_span span = {0, 0};
  sheet_label(s, "published");
  span_cell(s, tree_span(&span, t, "span"), span);
  sheet_when(s, v->article.published);
  sheet_words(s, v->article.basis);
  if (span.end > span.begin) {
    sheet_printf(s, "  ");
    sheet_excerpt(s, isnad_slice_at(v->text, span), EXCERPT);
  }
  rule(s, t);
  return sheet_end(s);
}

static isnad_status text_line(showing *v, const char *key, isnad_slice words) {
  if (words.length == 0) return ISNAD_OK;
  sheet_label(&v->sheet, key);
  span_cell(&v->sheet, false, (isnad_span){0, 0});
  sheet_words(&v->sheet, words);
  return sheet_end(&v->sheet);
}

/* --- lists --- */

static isnad_status source_line(showing *v, const tree *t) {
  sheet *s = &v->sheet;
  const tree *source = tree_get(t, "source");
  isnad_span span = {0, 0};
  bool known = tree_span(&span, t, "span");
  sheet_label(s, "source");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "kind"), 9);
  sheet_cell(s, tree_text(t, "scope"), 9);
  sheet_words(s, tree_text(source, "canonical"));
  sheet_printf(s, " : ");
  sheet_excerpt(s, isnad_slice_at(v->text, span), EXCERPT);
  rule(s, t);
  return sheet_end(s);
}

static isnad_status name_line(showing *v, const tree *t) {
  sheet *s = &v->sheet;
  isnad_span span = {0, 0};
  bool known = tree_span(&span, t, "span");
  sheet_label(s, "name");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "type"), 12);
  sheet_cell(s, tree_text(t, "entity"), 20);
  sheet_words(s, isnad_slice_at(v->text, span));
  rule(s, t);
  return sheet_end(s);
}

/* "2024-06-01 .. 2024-07-01", with an open end left open. */
static isnad_status time_line(showing *v, const tree *t) {
  enum { SPAN_OF_TIME = 25 };
  sheet *s = &v->sheet;
  isnad_span span = {0, 0};
  char text[96];
  isnad_slice from = tree_text(t, "from"), to = tree_text(t, "to");
  bool known = tree_span(&span, t, "span");
  snprintf(text, sizeof text, "%.*s%s%.*s", (int)from.length, from.bytes != NULL ? from.bytes : "", from.length + to.length > 0 ? " .. " : "",
           (int)to.length, to.bytes != NULL ? to.bytes : "");
  sheet_label(s, "time");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "kind"), 9);
  sheet_cell(s, isnad_slice_of(text), SPAN_OF_TIME);
  sheet_words(s, isnad_slice_at(v->text, span));
  rule(s, t);
  return sheet_end(s);
}

static isnad_status figure_line(showing *v, const tree *t) {
  enum { VALUE = 14 };
  sheet *s = &v->sheet;
  isnad_span span = {0, 0};
  char text[96];
  isnad_slice least = tree_text(t, "min"), most = tree_text(t, "max");
  bool known = tree_span(&span, t, "span"), one = isnad_slice_equal(least, most);
  snprintf(text, sizeof text, "%.*s%s%.*s", (int)least.length, least.bytes != NULL ? least.bytes : "", one ? "" : "..", one ? 0 : (int)most.length,
           most.bytes != NULL ? most.bytes : "");
  sheet_label(s, "figure");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "qualifier"), 9);
  sheet_cell(s, isnad_slice_of(text), VALUE);
  sheet_words(s, isnad_slice_at(v->text, span));
  if (tree_text(t, "sum").length > 0) {
    sheet_printf(s, "  (sum ");
    sheet_latin(s, tree_text(t, "sum"));
    sheet_printf(s, ")");
  }
  rule(s, t);
  return sheet_end(s);
}

static isnad_status quote_line(showing *v, const tree *t) {
  sheet *s = &v->sheet;
  isnad_span span = {0, 0};
  bool known = tree_span(&span, t, "span");
  isnad_slice speaker = tree_text(tree_get(t, "speaker"), "canonical");
  sheet_label(s, "quote");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "mode"), 9);
  sheet_words(s, speaker.length > 0 ? speaker : isnad_slice_of("-"));
  sheet_printf(s, " : ");
  sheet_excerpt(s, isnad_slice_at(v->text, span), EXCERPT);
  rule(s, t);
  return sheet_end(s);
}

static isnad_status part_line(showing *v, const tree *t) {
  sheet *s = &v->sheet;
  isnad_span span = {0, 0};
  double article = -1;
  if (tree_number(&article, t, "article") && article != v->article.place) return ISNAD_OK;
  bool known = tree_span(&span, t, "span");
  sheet_label(s, article < 0 ? "page part" : "part");
  span_cell(s, known, span);
  sheet_cell(s, tree_text(t, "kind"), 18);
  sheet_excerpt(s, isnad_slice_at(v->text, span), EXCERPT);
  rule(s, t);
  return sheet_end(s);
}

static isnad_status each(showing *v, const tree *list, isnad_status (*line)(showing *v, const tree *t)) {
  isnad_status status = ISNAD_OK;
  for (const tree *t = list != NULL ? list->first : NULL; status == ISNAD_OK && t != NULL; t = t->next) status = line(v, t);
  return status;
}

/* --- other editions of its page --- */

static isnad_status edition_line(void *context, const edition *e) {
  showing *v = context;
  sheet *s = &v->sheet;
  const store_article *other = e->other_first ? &e->pair.a.article : &e->pair.b.article;
  sheet_label(s, "edition");
  sheet_printf(s, "%-*s  ", SPAN_WIDTH, !e->ordered ? "another" : e->other_first ? "earlier" : "later");
  sheet_when(s, other->published);
  sheet_latin(s, other->name);
  sheet_printf(s, "  ");
  edition_summary(s, e);
  isnad_status status = sheet_end(s);
  return status == ISNAD_OK ? edition_lines(s, e) : status;
}

static isnad_status edition_object(void *context, const edition *e) {
  showing *v = context;
  json_writer *w = &v->sheet.json;
  if (!v->edited) json_key(w, "editions");
  if (!v->edited) json_open_array(w);
  v->edited = true;
  json_open_object(w);
  json_key_string(w, "id", (e->other_first ? &e->pair.a : &e->pair.b)->article.name);
  edition_members(&v->sheet, e);
  json_close_object(w);
  return ISNAD_OK;
}

static isnad_status show_text(showing *v) {
  static const char *const keys[] = {"outlet", "byline", "origin"};
  isnad_status status = title_lines(v);
  for (size_t i = 0; status == ISNAD_OK && i < sizeof keys / sizeof keys[0]; i++) status = named_line(v, keys[i]);
  if (status == ISNAD_OK) status = date_line(v);
  if (status == ISNAD_OK) status = text_line(v, "story", v->article.story);
  if (status == ISNAD_OK) status = text_line(v, "page", v->article.uri);
  if (status == ISNAD_OK) status = editions_each(&v->sheet, v->store, &v->article, edition_line, v);
  if (status == ISNAD_OK) status = each(v, tree_get(v->said, "sources"), source_line);
  if (status == ISNAD_OK) status = each(v, tree_get(v->said, "quotes"), quote_line);
  if (status == ISNAD_OK) status = each(v, tree_get(v->said, "figures"), figure_line);
  if (status == ISNAD_OK) status = each(v, tree_get(v->said, "times"), time_line);
  if (status == ISNAD_OK) status = each(v, tree_get(v->said, "names"), name_line);
  return status == ISNAD_OK ? each(v, tree_get(tree_get(v->record, "page"), "parts"), part_line) : status;
}

/* --- as JSON: the article as it was read, with what the other reports taught before it --- */

static isnad_status show_json(showing *v) {
  sheet *s = &v->sheet;
  json_writer *w = &s->json;
  const tree *capture = tree_get(v->record, "capture");
  json_open_object(w);
  json_key_string(w, "article", v->article.label);
  sheet_json_when(s, "published", v->article.published, v->article.basis);
  json_key_string(w, "story", v->article.story);
  if (s->view->text) json_key_string(w, "text", v->text);
  if (capture != NULL) {
    json_key(w, "capture");
    json_raw(w, capture->raw);
  }
  json_key(w, "read");
  json_raw(w, v->said->raw);
  json_key(w, "parts");
  json_open_array(w);
  for (const tree *t = tree_item(tree_get(tree_get(v->record, "page"), "parts"), 0); t != NULL; t = t->next) {
    double article = -1;
    if (tree_number(&article, t, "article") && article == v->article.place) json_raw(w, t->raw);
  }
  json_close_array(w);
  isnad_status status = editions_each(s, v->store, &v->article, edition_object, v);
  if (v->edited) json_close_array(w);
  json_close_object(w);
  return status == ISNAD_OK ? sheet_end(s) : status;
}

static isnad_status load(showing *v, isnad_store *store, isnad_slice what, isnad_err *err) {
  isnad_slice json = {NULL, 0};
  isnad_arena *arena = v->sheet.arena;
  isnad_status status = store_article_find(&v->article, arena, store, what, err);
  if (status == ISNAD_OK) status = store_article_page(&json, &v->text, arena, store, v->article.capture, err);
  if (status != ISNAD_OK) return status;
  v->record = tree_read(arena, json);
  v->said = tree_item(tree_get(v->record, "articles"), v->article.place);
  if (isnad_slice_equal(tree_text(v->said, "id"), v->article.name)) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_STORE, "view", (isnad_span){0, 0}, "the record of %.*s cannot be read", (int)v->article.name.length,
                       v->article.name.bytes);
}

isnad_status isnad_view_article(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  showing v = {.store = store};
  isnad_status status = sheet_open(&v.sheet, view, err);
  if (status == ISNAD_OK) status = load(&v, store, what, err);
  if (status == ISNAD_OK) status = view->json ? show_json(&v) : show_text(&v);
  return sheet_close(&v.sheet, status, "nothing is known of the article");
}
