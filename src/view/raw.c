/* One article's evidence in the captured bytes: they are read again from their file or archive, and each span is shown where it was captured. */
#include "feed/items.h"
#include "page/charset.h"
#include "store/articles.h"
#include "store/places.h"
#include "view/drawing/tree.h"
#include "view/sheet.h"

#include <stdio.h>

enum { EXCERPT = 120, LABEL_WIDTH = 10, SPAN_WIDTH = 15 };

static const isnad_span nowhere = {0, 0};

typedef struct looking {
  sheet sheet;
  store_article article;
  store_place at;
  isnad_slice text;   /* as it was stored */
  isnad_capture back; /* as it was read again */
  isnad_page page;
  page_decoded decoded; /* of a page of text */
  const tree *said;     /* this article's object in the record */
} looking;

/* --- from the page's text to captured bytes --- */

static uint32_t characters(isnad_slice s) {
  uint32_t count = 0;
  for (size_t i = 0; i < s.length; i++) count += ((unsigned char)s.bytes[i] & 0xC0) != 0x80;
  return count;
}

/* The captured byte of a place inside a run: where text and raw are equally long, or there is a byte for each character, it is that very byte; else
 * references or white space stand in between, and the run is taken whole. */
static uint32_t inside_run(const looking *v, const isnad_run_map *run, uint32_t at, bool end) {
  uint32_t text = run->text.end - run->text.begin, raw = run->raw.end - run->raw.begin;
  isnad_slice before = isnad_slice_at(v->text, (isnad_span){run->text.begin, at});
  if (text == raw) return run->raw.begin + (at - run->text.begin);
  if (characters(isnad_slice_at(v->text, run->text)) == raw) return run->raw.begin + characters(before);
  return end ? run->raw.end : run->raw.begin;
}

/* From the first captured byte of the span to the last one; markup may stand between. */
static bool raw_of_html(const looking *v, isnad_span span, isnad_span *raw) {
  bool found = false;
  for (size_t i = 0; i < v->page.raw_count; i++) {
    const isnad_run_map *run = &v->page.raw[i];
    if (run->text.end <= span.begin || run->text.begin >= span.end) continue;
    uint32_t begin = inside_run(v, run, span.begin > run->text.begin ? span.begin : run->text.begin, false);
    uint32_t end = inside_run(v, run, span.end < run->text.end ? span.end : run->text.end, true);
    if (!found || begin < raw->begin) raw->begin = begin;
    if (!found || end > raw->end) raw->end = end;
    found = true;
  }
  return found;
}

static bool raw_of(const looking *v, isnad_span span, isnad_span *raw) {
  if (v->page.media == ISNAD_MEDIA_HTML) return raw_of_html(v, span, raw);
  *raw = (isnad_span){page_origin(&v->decoded.origins, span.begin), page_origin(&v->decoded.origins, span.end)};
  return raw->begin < raw->end;
}

/* --- lines --- */

/* UTF-8 is shown as it is, and other encodings with their bytes beyond ASCII as \xHH. */
static void captured(looking *v, isnad_span raw) {
  static const char hex[] = "0123456789ABCDEF";
  sheet *s = &v->sheet;
  isnad_slice bytes = isnad_slice_at(v->back.bytes, raw);
  buf out = buf_new(s->arena, 0);
  if (isnad_slice_is(v->page.charset, "utf-8")) {
    sheet_excerpt(s, bytes, EXCERPT);
    return;
  }
  for (size_t i = 0; i < bytes.length && out.length < EXCERPT; i++) {
    unsigned char c = (unsigned char)bytes.bytes[i];
    if (c < 0x80) buf_add_char(&out, (char)c);
    if (c >= 0x80) buf_add_text(&out, "\\x");
    if (c >= 0x80) buf_add_char(&out, hex[c >> 4]);
    if (c >= 0x80) buf_add_char(&out, hex[c & 15]);
  }
  sheet_excerpt(s, buf_slice(&out), EXCERPT);
}

static isnad_status json_line(looking *v, const char *what, isnad_span span, isnad_span raw, const tree *t) {
  json_writer *w = &v->sheet.json;
  json_open_object(w);
  json_key_string(w, "article", v->article.label);
  json_key_text(w, "what", what);
  if (span.begin < span.end) json_key_span(w, "span", span);
  json_key_span(w, "raw", raw);
  json_key_string(w, "rule", tree_text(t, "rule"));
  if (span.begin < span.end) json_key_string(w, "words", isnad_slice_at(v->text, span));
  json_key_string(w, "captured", isnad_slice_at(v->back.bytes, raw));
  json_close_object(w);
  return sheet_end(&v->sheet);
}

static isnad_status evidence_line(looking *v, const char *what, const tree *t) {
  sheet *s = &v->sheet;
  isnad_span span = nowhere, raw = nowhere;
  char cell[48] = "";
  bool has_span = tree_span(&span, t, "span"), known = has_span ? raw_of(v, span, &raw) : tree_span(&raw, t, "raw");
  if (!known || raw.end > v->back.bytes.length) return ISNAD_OK;
  if (s->view->json) return json_line(v, what, span, raw, t);
  sheet_label(s, what);
  if (has_span) snprintf(cell, sizeof cell, "[%u,%u)", span.begin, span.end);
  sheet_printf(s, "%-*s", SPAN_WIDTH, cell);
  snprintf(cell, sizeof cell, "[%u,%u)", raw.begin, raw.end);
  sheet_printf(s, "  raw %-*s  ", SPAN_WIDTH, cell);
  captured(v, raw);
  return sheet_end(s);
}

static isnad_status place_line(looking *v) {
  sheet *s = &v->sheet;
  const isnad_capture_place *p = &v->at.place;
  if (s->view->json) return ISNAD_OK;
  sheet_latin(s, v->article.name);
  sheet_printf(s, "  ");
  sheet_words(s, v->article.label);
  isnad_status status = sheet_end(s);
  if (status != ISNAD_OK) return status;
  sheet_printf(s, "%-*s  ", LABEL_WIDTH, "captured");
  sheet_words(s, p->file);
  if (p->line > 0) sheet_printf(s, ", line %zu", p->line);
  if (p->archived) sheet_printf(s, ", record at byte %llu", (unsigned long long)p->record.offset);
  if (p->archived && p->record.length > 0) sheet_printf(s, " of %llu bytes", (unsigned long long)p->record.length);
  if (p->archived && p->record.inner > 0) sheet_printf(s, ", %llu bytes into its member", (unsigned long long)p->record.inner);
  if (v->back.captured_at.length > 0) sheet_printf(s, ", ");
  sheet_latin(s, v->back.captured_at);
  sheet_printf(s, ": %zu bytes, the SHA-256 fits", v->back.bytes.length);
  return sheet_end(s);
}

static isnad_status show_all(looking *v) {
  static const char *const single[] = {"headline", "outlet", "byline", "origin", "published"};
  static const char *const lists[][2] = {{"sources", "source"}, {"quotes", "quote"}, {"figures", "figure"}, {"times", "time"}, {"names", "name"}};
  isnad_status status = place_line(v);
  for (size_t i = 0; status == ISNAD_OK && i < sizeof single / sizeof single[0]; i++) {
    const tree *t = tree_get(v->said, single[i]);
    if (t != NULL) status = evidence_line(v, single[i], t);
  }
  for (size_t i = 0; status == ISNAD_OK && i < sizeof lists / sizeof lists[0]; i++)
    for (const tree *t = tree_item(tree_get(v->said, lists[i][0]), 0); status == ISNAD_OK && t != NULL; t = t->next)
      status = evidence_line(v, lists[i][1], t);
  return status;
}

/* --- what is needed --- */

static isnad_status read_again(looking *v, isnad_err *err) {
  isnad_arena *arena = v->sheet.arena;
  isnad_status status = feed_item_again(&v->back, arena, &v->at.place, v->at.sha256, err);
  if (status == ISNAD_NOT_FOUND) status = isnad_capture_again(&v->back, arena, &v->at.place, v->at.sha256, err);
  if (status == ISNAD_OK) status = isnad_page_read(&v->page, arena, &v->back, err);
  if (status == ISNAD_OK && v->page.media == ISNAD_MEDIA_TEXT)
    status = page_decode(&v->decoded, arena, v->back.bytes, v->back.content_type, false, err);
  if (status != ISNAD_OK) return status;
  if (isnad_slice_equal(v->page.text, v->text)) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "view", nowhere, "the page is read otherwise than when it was stored: add it to a new store");
}

static isnad_status load(looking *v, isnad_store *store, isnad_slice what, isnad_err *err) {
  isnad_slice json = {NULL, 0};
  isnad_arena *arena = v->sheet.arena;
  isnad_status status = store_article_find(&v->article, arena, store, what, err);
  if (status == ISNAD_OK) status = store_article_page(&json, &v->text, arena, store, v->article.capture, err);
  if (status == ISNAD_OK) status = store_capture_place(&v->at, arena, store, v->article.capture, err);
  if (status != ISNAD_OK) return status;
  v->said = tree_item(tree_get(tree_read(arena, json), "articles"), v->article.place);
  return read_again(v, err);
}

isnad_status isnad_view_raw(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  looking v = {.said = NULL};
  isnad_status status = sheet_open(&v.sheet, view, err);
  if (status == ISNAD_OK) status = load(&v, store, what, err);
  if (status == ISNAD_OK) status = show_all(&v);
  return sheet_close(&v.sheet, status, "the article has no evidence that stands in the captured bytes");
}
