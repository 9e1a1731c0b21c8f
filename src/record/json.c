#include "base/clock.h"
#include "base/hash.h"
#include "record/print.h"

#include <stdio.h>

/* Everything one record needs while it is written. */
typedef struct printer {
  json_writer w;
  const isnad_record *record;
} printer;

/* Room on the stack, so that a writer that runs out of memory has one place to notice it: the line itself. */
enum { HASH_ROOM = 17 };

static bool empty(isnad_span span) { return span.begin == span.end; }

static void rule(printer *p, isnad_rule rule) { print_rule(&p->w, rule); }

/* Where a record of a web archive lies: its length is left out when it is not known. */
static void record_place(printer *p, const isnad_capture_place *place) {
  json_key(&p->w, "record");
  json_open_object(&p->w);
  json_key_string(&p->w, "file", place->file);
  json_key_u64(&p->w, "offset", place->record.offset);
  if (place->record.length > 0) json_key_u64(&p->w, "length", place->record.length);
  if (place->record.inner > 0) json_key_u64(&p->w, "inner", place->record.inner);
  json_close_object(&p->w);
}

static void capture_object(printer *p) {
  const isnad_capture *c = &p->record->capture;
  const isnad_repairs *repairs = &p->record->page.repairs;
  char hex[65];
  hash_hex(hex, c->sha256, sizeof c->sha256);
  json_key(&p->w, "capture");
  json_open_object(&p->w);
  json_key_string(&p->w, "id", c->id);
  json_key_string(&p->w, "uri", c->uri);
  json_key_text(&p->w, "sha256", hex);
  json_key_u64(&p->w, "bytes", c->bytes.length);
  json_key_text(&p->w, "media_type", c->media == ISNAD_MEDIA_HTML ? "text/html" : "text/plain");
  json_key_string(&p->w, "charset", p->record->page.charset);
  json_key_string(&p->w, "charset_basis", p->record->page.charset_basis);
  json_key_string(&p->w, "captured_at", c->captured_at);
  if (c->place.archived) record_place(p, &c->place);
  json_key(&p->w, "repairs");
  json_open_object(&p->w);
  if (repairs->invalid_utf8 > 0) json_key_u64(&p->w, "invalid_utf8", repairs->invalid_utf8);
  if (repairs->nul > 0) json_key_u64(&p->w, "nul", repairs->nul);
  if (repairs->bom > 0) json_key_u64(&p->w, "bom", repairs->bom);
  json_close_object(&p->w);
  json_close_object(&p->w);
}

static void named(printer *p, const char *key, const isnad_named *n) {
  if (n->name.length == 0) return;
  json_key(&p->w, key);
  json_open_object(&p->w);
  json_key_string(&p->w, "id", n->id);
  json_key_string(&p->w, "name", n->name);
  if (!empty(n->span)) json_key_span(&p->w, "span", n->span);
  rule(p, n->rule);
  json_close_object(&p->w);
}

static void part_object(printer *p, const isnad_part *part) {
  json_open_object(&p->w);
  json_key_text(&p->w, "kind", isnad_part_kind_name(part->kind));
  json_key_span(&p->w, "span", part->span);
  if (part->article >= 0) json_key_u64(&p->w, "article", (uint64_t)part->article);
  if (part->crosshead) json_key_bool(&p->w, "crosshead", true);
  if (part->row != UINT32_MAX) rule(p, (isnad_rule){NULL, part->table, part->row});
  json_close_object(&p->w);
}

/* [text begin, text end, raw begin, raw end] of each run. */
static void raw_map(printer *p) {
  const isnad_page *page = &p->record->page;
  json_key(&p->w, "raw");
  json_open_array(&p->w);
  for (size_t i = 0; i < page->raw_count; i++) {
    const isnad_run_map *run = &page->raw[i];
    json_open_array(&p->w);
    json_u64(&p->w, run->text.begin);
    json_u64(&p->w, run->text.end);
    json_u64(&p->w, run->raw.begin);
    json_u64(&p->w, run->raw.end);
    json_close_array(&p->w);
  }
  json_close_array(&p->w);
}

/* Written even when it is empty: a page without a word is told from one whose text lies elsewhere. */
static void page_text(json_writer *w, isnad_slice text) {
  json_key(w, "text");
  json_string(w, text);
}

/* Returns the offset at which the key "text" belongs, when the record carries its text. */
static size_t page_object(printer *p, bool with_text) {
  const isnad_page *page = &p->record->page;
  bool carries = isnad_record_carries_text(p->record);
  json_key(&p->w, "page");
  json_open_object(&p->w);
  json_key_text(&p->w, "kind", page->media == ISNAD_MEDIA_HTML ? "html" : "text");
  json_key_string(&p->w, "url", page->url);
  if (p->record->article_count > 0) named(p, "outlet", &p->record->articles[0].outlet);
  json_key_string(&p->w, "language", page->language);
  size_t text_at = carries ? p->w.out->length : 0;
  if (carries && with_text) page_text(&p->w, page->text);
  if (page->media == ISNAD_MEDIA_HTML) raw_map(p);
  json_key(&p->w, "parts");
  json_open_array(&p->w);
  for (size_t i = 0; i < page->part_count; i++) part_object(p, &page->parts[i]);
  json_close_array(&p->w);
  json_close_object(&p->w);
  return text_at;
}

static void text_and_span(printer *p, isnad_span span) {
  json_open_object(&p->w);
  json_key_string(&p->w, "text", isnad_slice_at(p->record->page.text, span));
  json_key_span(&p->w, "span", span);
  json_close_object(&p->w);
}

/* An instant whose local time is known is written in it. */
static void key_time(printer *p, const char *key, const isnad_published *when, int64_t at) {
  char iso[CLOCK_ISO_ROOM];
  bool instant = when->has_offset && when->when.to - when->when.from < DAY_SECONDS;
  size_t length = instant ? clock_iso_offset(iso, at, when->offset) : clock_iso(iso, at);
  json_key_string(&p->w, key, (isnad_slice){iso, length});
}

static void date_object(printer *p, const isnad_published *when) {
  bool known = when->when.from < when->when.to;
  json_open_object(&p->w);
  if (known) {
    key_time(p, "from", when, when->when.from);
    key_time(p, "to", when, when->when.to);
  }
  if (!known) json_key_u64(&p->w, "weekday", when->weekday);
  json_key_text(&p->w, "basis", isnad_basis_name(when->basis));
  if (!empty(when->span)) json_key_span(&p->w, "span", when->span);
  if (!empty(when->raw)) json_key_span(&p->w, "raw", when->raw);
  rule(p, when->rule);
  json_close_object(&p->w);
}

static void published(printer *p, const char *key, const isnad_published *when) {
  if (when->when.from >= when->when.to && when->weekday == 0) return;
  json_key(&p->w, key);
  date_object(p, when);
}

static void stated_object(printer *p, const char *name, const isnad_stated *s) {
  json_open_object(&p->w);
  json_key_string(&p->w, name, s->text);
  if (!empty(s->span)) json_key_span(&p->w, "span", s->span);
  if (!empty(s->raw)) json_key_span(&p->w, "raw", s->raw);
  rule(p, s->rule);
  json_close_object(&p->w);
}

static void stated(printer *p, const char *key, const char *name, const isnad_stated *s) {
  if (s->text.length == 0) return;
  json_key(&p->w, key);
  stated_object(p, name, s);
}

/* What only HTML pages state. */
static void statements(printer *p, const isnad_article *a) {
  published(p, "updated", &a->updated);
  if (a->other_date_count > 0) {
    json_key(&p->w, "other_dates");
    json_open_array(&p->w);
    for (size_t i = 0; i < a->other_date_count; i++) date_object(p, &a->other_dates[i]);
    json_close_array(&p->w);
  }
  if (a->author_count > 0) {
    json_key(&p->w, "authors");
    json_open_array(&p->w);
    for (size_t i = 0; i < a->author_count; i++) stated_object(p, "name", &a->authors[i]);
    json_close_array(&p->w);
  }
  stated(p, "title", "text", &a->title);
  stated(p, "section", "name", &a->section);
  stated(p, "image", "url", &a->image);
}

static void article_notes(printer *p, const isnad_article *a) {
  json_key(&p->w, "keywords");
  json_open_array(&p->w);
  for (size_t i = 0; i < a->keyword_count; i++) text_and_span(p, a->keywords[i]);
  json_close_array(&p->w);
  print_notes(&p->w, &p->record->page, a);
}

static void article_object(printer *p, const isnad_article *a) {
  json_open_object(&p->w);
  json_key_text(&p->w, "id", a->id);
  char hash[HASH_ROOM];
  snprintf(hash, sizeof hash, "%016llx", (unsigned long long)a->body_hash);
  json_key_text(&p->w, "body_hash", hash);
  json_key_text(&p->w, "role", isnad_article_role_name(a->role));
  if (!empty(a->headline)) {
    json_key(&p->w, "headline");
    text_and_span(p, a->headline);
  }
  json_key(&p->w, "body");
  json_open_array(&p->w);
  for (size_t i = 0; i < a->body_count; i++) json_span(&p->w, a->body[i]);
  json_close_array(&p->w);
  named(p, "outlet", &a->outlet);
  named(p, "byline", &a->byline);
  named(p, "origin", &a->origin);
  published(p, "published", &a->published);
  statements(p, a);
  article_notes(p, a);
  json_close_object(&p->w);
}

bool isnad_record_carries_text(const isnad_record *record) { return record->capture.item || !record->page.text_is_capture; }

isnad_status isnad_record_json(isnad_slice *out, size_t *text_at, isnad_arena *arena, const isnad_record *record, isnad_err *err) {
  buf b = buf_new(arena, 4096 + record->page.part_count * 96);
  printer p = {json_writer_new(&b), record};
  json_open_object(&p.w);
  json_key_u64(&p.w, "schema", 1);
  capture_object(&p);
  size_t at = page_object(&p, text_at == NULL);
  json_key(&p.w, "articles");
  json_open_array(&p.w);
  for (size_t i = 0; i < record->article_count; i++) article_object(&p, &record->articles[i]);
  json_close_array(&p.w);
  json_close_object(&p.w);
  *out = buf_slice(&b);
  if (text_at != NULL) *text_at = at;
  return buf_status(&b, "record", err);
}

isnad_status isnad_record_join(isnad_slice *out, isnad_arena *arena, isnad_slice json, size_t text_at, isnad_slice text, isnad_err *err) {
  *out = json;
  if (text_at == 0 || text_at > json.length) return ISNAD_OK;
  buf b = buf_new(arena, json.length + text.length + text.length / 8 + 64);
  json_writer w = json_writer_new(&b);
  buf_add(&b, json.bytes, text_at);
  w.comma = true; /* "kind" always stands before it */
  page_text(&w, text);
  buf_add(&b, json.bytes + text_at, json.length - text_at);
  *out = buf_slice(&b);
  return buf_status(&b, "record", err);
}
