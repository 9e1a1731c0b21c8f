/* Everything of one kind as JSON lines, in an order that depends on the captures alone. */
#include "view/lists.h"

#include "store/edges.h"
#include "store/packed.h"
#include "store/stories.h"
#include "view/sheet.h"

typedef struct exporting {
  sheet sheet;
  store_story_key *keys;
  size_t key_count;
  isnad_status status;
} exporting;

static bool finish_line(exporting *e) {
  e->status = sheet_end(&e->sheet);
  return e->status == ISNAD_OK;
}

static void named(json_writer *w, const char *key, isnad_slice id, isnad_slice name) {
  if (id.length == 0 && name.length == 0) return;
  json_key(w, key);
  json_open_object(w);
  json_key_string(w, "id", id);
  json_key_string(w, "name", name);
  json_close_object(w);
}

static bool article_object(void *context, const store_article *a) {
  exporting *e = context;
  json_writer *w = &e->sheet.json;
  json_open_object(w);
  json_key_string(w, "article", a->label);
  json_key_string(w, "id", a->name);
  json_key_string(w, "uri", a->uri);
  json_key_string(w, "role", a->role);
  json_key_string(w, "headline", a->headline);
  named(w, "outlet", a->outlet, a->outlet_name);
  named(w, "origin", a->origin, a->origin_name);
  json_key_string(w, "byline", a->byline);
  sheet_json_when(&e->sheet, "published", a->published, a->basis);
  json_key_u64(w, "words", a->words);
  json_key_string(w, "story", store_key_of(e->keys, e->key_count, a->story));
  json_close_object(w);
  return finish_line(e);
}

static void span_pairs(json_writer *w, isnad_slice packed) {
  json_key(w, "spans");
  json_open_array(w);
  for (size_t i = 0; i < packed_passages(packed); i++) {
    json_open_array(w);
    json_span(w, packed_side(packed, i, true));
    json_span(w, packed_side(packed, i, false));
    json_close_array(w);
  }
  json_close_array(w);
}

static bool passage_object(void *context, const store_passage *p) {
  exporting *e = context;
  json_writer *w = &e->sheet.json;
  json_open_object(w);
  json_key_string(w, "a", p->a);
  json_key_string(w, "b", p->b);
  json_key_string(w, "kind", p->kind);
  span_pairs(w, p->spans);
  json_key_u64(w, "matched", p->matched);
  json_key_fixed(w, "identity", p->identity, 4);
  json_key(w, "containment");
  json_open_array(w);
  json_fixed(w, p->a_in_b, 4);
  json_fixed(w, p->b_in_a, 4);
  json_close_array(w);
  json_close_object(w);
  return finish_line(e);
}

static bool edge_object(void *context, const store_edge *edge) {
  exporting *e = context;
  json_writer *w = &e->sheet.json;
  json_open_object(w);
  json_key_string(w, "child", edge->child_label);
  json_key_string(w, "parent", edge->parent_label);
  named(w, "source", edge->source, edge->source_name);
  json_key_string(w, "kind", edge->kind);
  if (!edge->directed) json_key_bool(w, "directed", false);
  json_key_fixed(w, "weight", edge->weight, 4);
  if (edge->evidence.length > 0) {
    json_key(w, "evidence");
    json_raw(w, edge->evidence);
  }
  json_close_object(w);
  return finish_line(e);
}

static bool record_line(void *context, isnad_slice line) {
  exporting *e = context;
  buf_add_slice(&e->sheet.line, line);
  return finish_line(e);
}

static isnad_status export_rows(exporting *e, isnad_store *store, isnad_export what, isnad_err *err) {
  switch (what) {
  case ISNAD_EXPORT_RECORDS:
    return isnad_store_records(store, record_line, e, err);
  case ISNAD_EXPORT_ARTICLES:
    return store_articles_each(store, article_object, e, err);
  case ISNAD_EXPORT_PASSAGES:
    return store_passages_each(store, passage_object, e, err);
  case ISNAD_EXPORT_EDGES:
    return store_edges_each(store, edge_object, e, err);
  case ISNAD_EXPORT_STORIES:
  case ISNAD_EXPORT_THREADS:
  case ISNAD_EXPORT_QUOTES:
  case ISNAD_EXPORT_ENTITIES:
    break;
  }
  return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "view", (isnad_span){0, 0}, "no such export");
}

isnad_status isnad_view_export(isnad_store *store, isnad_export what, const isnad_view *view, isnad_err *err) {
  isnad_view json = *view;
  json.json = true;
  if (what == ISNAD_EXPORT_STORIES) return view_story_list(store, STORE_BY_KEY, &json, err);
  if (what == ISNAD_EXPORT_THREADS) return view_thread_list(store, true, &json, err);
  if (what == ISNAD_EXPORT_QUOTES) return isnad_view_quotes(store, (isnad_slice){NULL, 0}, (isnad_slice){NULL, 0}, &json, err);
  if (what == ISNAD_EXPORT_ENTITIES) return view_entities(store, &json, err);
  exporting e = {.status = ISNAD_OK};
  isnad_status status = sheet_open(&e.sheet, &json, err);
  if (status == ISNAD_OK) status = store_story_keys(&e.keys, &e.key_count, e.sheet.arena, store, err);
  if (status == ISNAD_OK) status = export_rows(&e, store, what, err);
  if (e.status != ISNAD_OK) status = e.status;
  return sheet_close(&e.sheet, status, "there is nothing of this kind in the store");
}
