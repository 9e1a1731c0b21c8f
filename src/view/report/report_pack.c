/* A report to take away: one zip with the report, the claims as JSON-LD, the chain as PROV-JSON, the drawings, the captures, their records, and the
 * SHA-256 of every file. */
#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/zip.h"
#include "isnad/capture.h"
#include "store/places.h"
#include "view/claim_words.h"
#include "view/report/report_doc.h"
#include "view/title.h"

typedef struct packing {
  report *r;
  zip archive;
  buf sums;         /* SHA256SUMS */
  buf listed;       /* captures.json */
  json_writer list; /* into it */
  isnad_err *err;
} packing;

static isnad_status pack(packing *p, isnad_slice name, isnad_slice bytes) {
  uint8_t digest[32];
  char hex[65];
  if (name.bytes == NULL || !hash_sha256(digest, &bytes, 1)) return isnad_arena_fail(p->err, p->r->s->arena, "view");
  hash_hex(hex, digest, sizeof digest);
  buf_printf(&p->sums, "%s  %.*s\n", hex, (int)name.length, name.bytes);
  return zip_add(&p->archive, name, bytes, p->err);
}

/* --- another view's lines as one file --- */

static bool collect(void *context, isnad_slice line) {
  buf *out = context;
  buf_add_slice(out, line);
  buf_add_char(out, '\n');
  return !out->failed;
}

static isnad_status pack_view(packing *p, const char *name, isnad_view view,
                              isnad_status (*show)(isnad_store *, isnad_slice, const isnad_view *, isnad_err *)) {
  buf out = buf_new(p->r->s->arena, 64 * 1024);
  view.line = collect;
  view.context = &out;
  view.english = p->r->s->view->english;
  isnad_status status = show(p->r->store, p->r->story.id, &view, p->err);
  return status == ISNAD_OK ? pack(p, isnad_slice_of(name), buf_slice(&out)) : status;
}

static isnad_status pack_drawing(packing *p, const char *name, void (*draw)(buf *, report *)) {
  buf out = buf_new(p->r->s->arena, 16 * 1024);
  buf_add_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  size_t head = out.length;
  draw(&out, p->r);
  if (out.length == head) return ISNAD_OK; /* nothing is dated */
  return pack(p, isnad_slice_of(name), buf_slice(&out));
}

/* --- the claims, in the words of schema.org --- */

static void key_urn(json_writer *w, isnad_arena *arena, const char *key, isnad_slice id) {
  json_key_string(w, key, isnad_arena_printf(arena, "urn:isnad:%.*s", (int)id.length, id.bytes));
}

static void appearance(json_writer *w, isnad_arena *arena, const isnad_claim_mention *m) {
  char iso[CLOCK_ISO_ROOM];
  json_open_object(w);
  json_key_text(w, "@type", "NewsArticle");
  key_urn(w, arena, "@id", m->name);
  if (m->published.from < m->published.to) json_key_string(w, "datePublished", (isnad_slice){iso, clock_iso(iso, m->published.from)});
  if (m->outlet.length > 0) {
    json_key(w, "publisher");
    json_open_object(w);
    json_key_text(w, "@type", "Organization");
    json_key_string(w, "name", m->outlet);
    json_close_object(w);
  }
  json_close_object(w);
}

static void linked_claim(json_writer *w, sheet *s, const isnad_claim *c, size_t at) {
  const isnad_claim_version *v = &c->versions[at];
  isnad_slice title = claim_title(s, c);
  bool figure = c->kind == ISNAD_CLAIM_FIGURE;
  json_open_object(w);
  json_key_text(w, "@type", "Claim");
  json_key_string(w, "@id", isnad_arena_printf(s->arena, "urn:isnad:%s:%zu", c->id, at + 1));
  json_key_string(w, "name", title);
  json_key_string(w, "text", figure ? v->mentions[0].around : v->words);
  if (c->claimant.length > 0) {
    json_key(w, "author");
    json_open_object(w);
    json_key_string(w, "name", c->claimant);
    json_close_object(w);
  }
  json_key(w, "appearance");
  json_open_array(w);
  for (size_t i = 0; i < v->count; i++) appearance(w, s->arena, &v->mentions[i]);
  json_close_array(w);
  json_key(w, "firstAppearance");
  appearance(w, s->arena, &v->mentions[0]);
  json_close_object(w);
}

static isnad_status pack_linked(packing *p) {
  buf out = buf_new(p->r->s->arena, 64 * 1024);
  json_writer w = json_writer_new(&out);
  json_open_object(&w);
  json_key_text(&w, "@context", "https://schema.org");
  buf_add_text(&out, ",\"@graph\":");
  w.comma = false;
  json_open_array(&w);
  for (size_t c = 0; c < p->r->claims.count; c++)
    for (size_t v = 0; v < p->r->claims.items[c].count; v++) linked_claim(&w, p->r->s, &p->r->claims.items[c], v);
  json_close_array(&w);
  json_close_object(&w);
  return pack(p, isnad_slice_of("claims.jsonld"), buf_slice(&out));
}

/* --- the pages --- */

/* How the file of a capture ends: a line of JSONL and an HTTP response can be added to a store again as they are. */
static const char *ending_of(const isnad_capture *capture, const isnad_capture_place *place) {
  if (place->line > 0) return "jsonl";
  if (place->archived) return "http";
  return capture->media == ISNAD_MEDIA_HTML ? "html" : "txt";
}

/* One row of captures.json: which file holds which capture, and whether those are its bytes or the text that was read of them. */
static void list_capture(packing *p, const store_article *a, const store_place *at, isnad_slice file, bool raw, const char *why) {
  json_writer *w = &p->list;
  char hex[65];
  hash_hex(hex, at->sha256, sizeof at->sha256);
  json_open_object(w);
  json_key_string(w, "id", a->name);
  json_key_string(w, "uri", a->uri);
  json_key_string(w, "file", file);
  json_key_text(w, "holds", raw ? "bytes" : "text");
  json_key_text(w, "capture_sha256", hex);
  json_key_string(w, "source", at->place.file);
  if (at->place.line > 0) json_key_u64(w, "line", at->place.line);
  if (!raw) json_key_text(w, "why", why);
  json_close_object(w);
}

/* The captured bytes from where they lie; when they are there no more, or others, the text that was read of them. */
static isnad_status pack_capture(packing *p, const store_article *a, isnad_slice text) {
  isnad_arena *arena = p->r->s->arena;
  store_place at;
  isnad_capture capture;
  isnad_slice bytes = text, file;
  isnad_err why = {0};
  isnad_status status = store_capture_place(&at, arena, p->r->store, a->capture, p->err);
  if (status != ISNAD_OK) return status;
  bool raw = isnad_capture_source(&bytes, &capture, arena, &at.place, at.sha256, &why) == ISNAD_OK;
  if (!raw) bytes = text;
  file = isnad_arena_printf(arena, "captures/%.*s.%s", (int)a->name.length, a->name.bytes, raw ? ending_of(&capture, &at.place) : "text");
  list_capture(p, a, &at, file, raw, why.message);
  return pack(p, file, bytes);
}

static isnad_status pack_page(packing *p, const store_article *a) {
  isnad_arena *arena = p->r->s->arena;
  isnad_slice record = {NULL, 0}, text = {NULL, 0};
  isnad_status status = store_article_page(&record, &text, arena, p->r->store, a->capture, p->err);
  if (status == ISNAD_OK) status = pack_capture(p, a, text);
  return status == ISNAD_OK ? pack(p, isnad_arena_printf(arena, "records/%.*s.json", (int)a->name.length, a->name.bytes), record) : status;
}

static isnad_status pack_pages(packing *p) {
  map seen;
  isnad_status status = ISNAD_OK;
  if (!map_new(&seen, p->r->s->arena, p->r->g.count)) return isnad_arena_fail(p->err, p->r->s->arena, "view");
  p->listed = buf_new(p->r->s->arena, 4096);
  p->list = json_writer_new(&p->listed);
  json_open_array(&p->list);
  for (size_t i = 0; status == ISNAD_OK && i < p->r->g.count; i++) {
    const store_article *a = &p->r->g.nodes[i].article;
    uint64_t *known = map_put(&seen, (uint64_t)a->capture);
    if (known == NULL) return isnad_arena_fail(p->err, p->r->s->arena, "view");
    if (*known == 0) status = pack_page(p, a);
    *known = 1;
  }
  json_close_array(&p->list);
  return status == ISNAD_OK ? pack(p, isnad_slice_of("captures.json"), buf_slice(&p->listed)) : status;
}

static isnad_status pack_all(packing *p) {
  isnad_view html = {.html = true}, json = {.json = true}, prov = {.json = true, .chain = ISNAD_CHAIN_PROV};
  isnad_status status = pack_view(p, "report.html", html, isnad_view_report);
  if (status == ISNAD_OK) status = pack_view(p, "report.json", json, isnad_view_report);
  if (status == ISNAD_OK) status = pack_view(p, "chain.prov.json", prov, isnad_view_chain);
  if (status == ISNAD_OK) status = pack_linked(p);
  if (status == ISNAD_OK) status = pack_drawing(p, "timeline.svg", report_svg_timeline);
  if (status == ISNAD_OK) status = pack_drawing(p, "chain.svg", report_svg_chain);
  if (status == ISNAD_OK) status = pack_pages(p);
  return status == ISNAD_OK ? zip_add(&p->archive, isnad_slice_of("SHA256SUMS"), buf_slice(&p->sums), p->err) : status;
}

isnad_status isnad_view_pack(isnad_store *store, isnad_slice story, const char *path, const isnad_view *view, isnad_err *err) {
  sheet s;
  report r;
  isnad_slice bytes = {NULL, 0};
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = report_collect(&r, &s, store, story);
  if (status == ISNAD_OK) {
    packing p = {.r = &r, .archive = zip_new(s.arena), .sums = buf_new(s.arena, 4096), .err = err};
    status = pack_all(&p);
    if (status == ISNAD_OK) status = zip_finish(&bytes, &p.archive, err);
    if (status == ISNAD_OK) status = file_write_atomic(path, bytes, err);
    s.lines++;
  }
  return sheet_close(&s, status, "the story has no reports");
}
