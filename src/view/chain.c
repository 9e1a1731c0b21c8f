/* The tree of transmission, from the origins down to the reader. */
#include "store/stories.h"

#include "view/drawing/diagram.h"
#include "view/drawing/forest.h"
#include "view/evidence.h"
#include "view/sheet.h"
#include "view/story_read.h"
#include "view/title.h"

enum { INDENT = 2, DEEPEST_INDENT = 20, OUTLET_WIDTH = 18, NAME_WIDTH = 17 };

static void indent(sheet *s, uint32_t depth) {
  uint32_t steps = depth < DEEPEST_INDENT ? depth : DEEPEST_INDENT;
  sheet_printf(s, "%*s", (int)(steps * INDENT), "");
}

static isnad_status source_line(sheet *s, const forest_item *item) {
  indent(s, item->depth);
  sheet_printf(s, "source  ");
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, item->source->source_name.length > 0 ? item->source->source_name : item->source->source);
  sheet_style_off(s);
  sheet_printf(s, "  (cited, not in the store)");
  return sheet_end(s);
}

static void report_line(sheet *s, const store_article *a, uint32_t depth) {
  indent(s, depth);
  sheet_when(s, a->published);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, a->name, NAME_WIDTH);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(a), OUTLET_WIDTH);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, a);
}

static void edge_line(sheet *s, isnad_arena *scratch, const store_edge *edge, isnad_slice text, uint32_t depth) {
  indent(s, depth);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "    %s ", graph_leads(edge) ? "<-" : "--");
  sheet_latin(s, edge->kind);
  sheet_printf(s, " %.2f ", edge->weight);
  if (graph_is_named(edge))
    sheet_words(s, edge->parent != 0 ? edge->parent_label : edge->source_name.length > 0 ? edge->source_name : edge->source);
  else
    sheet_printf(s, "a third, not in the store");
  evidence_words(s, scratch, edge->evidence, text);
}

/* The medium that takes from `v` before the report; NULL: the report itself does. */
static const store_voice *next_medium(const graph_node *node, const store_voice *v) {
  for (size_t i = 0; i < node->voice_count; i++)
    if (voice_is_medium(node->voices[i].from) && voice_same(node->voices[i].from, v)) return node->voices[i].to;
  return NULL;
}

static void voice_name(sheet *s, const store_voice *v) { sheet_words(s, v->name.length > 0 ? v->name : v->id); }

/* From whom, through which media, by which words. */
static isnad_status voice_line(sheet *s, const graph_node *node, const voice_step *step, isnad_slice text, uint32_t depth) {
  enum { EXCERPT = 120 };
  const store_voice *via = step->to;
  indent(s, depth);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "    <~ ");
  sheet_latin(s, step->from->kind);
  sheet_printf(s, " ");
  voice_name(s, step->from);
  for (unsigned most = 0; via != NULL && most < 4; most++, via = next_medium(node, via)) {
    sheet_printf(s, " -> ");
    voice_name(s, via);
  }
  if (step->times > 1) sheet_printf(s, "  %u times", step->times);
  sheet_printf(s, "  [%u,%u) ", step->from->span.begin, step->from->span.end);
  sheet_excerpt(s, isnad_slice_at(text, step->from->span), EXCERPT);
  sheet_printf(s, " ");
  sheet_words(s, step->from->rule);
  return sheet_end(s);
}

static isnad_status report_lines(sheet *s, isnad_arena *scratch, const graph *g, const forest_item *item) {
  isnad_slice record = {NULL, 0}, text = {NULL, 0};
  const graph_node *node = item->node;
  report_line(s, &node->article, item->depth);
  isnad_status status = sheet_end(s);
  if (status == ISNAD_OK && node->edge_count + node->voice_count > 0)
    status = store_article_page(&record, &text, scratch, g->store, node->article.capture, s->err);
  for (size_t i = 0; status == ISNAD_OK && i < node->edge_count; i++) {
    edge_line(s, scratch, &node->edges[i], text, item->depth);
    status = sheet_end(s);
  }
  for (size_t i = 0; status == ISNAD_OK && i < node->voice_count; i++) status = voice_line(s, node, &node->voices[i], text, item->depth);
  return status;
}

/* --- as JSON --- */

static void voice_members(json_writer *w, const store_voice *v) {
  json_open_object(w);
  json_key_string(w, "id", v->id);
  json_key_string(w, "name", v->name);
  json_key_string(w, "kind", v->kind);
  json_close_object(w);
}

static void voice_object(json_writer *w, const graph_node *node, const voice_step *step) {
  const store_voice *via = step->to;
  json_open_object(w);
  json_key(w, "source");
  voice_members(w, step->from);
  if (via != NULL) {
    json_key(w, "via");
    json_open_array(w);
    for (unsigned most = 0; via != NULL && most < 4; most++, via = next_medium(node, via)) voice_members(w, via);
    json_close_array(w);
  }
  json_key_u64(w, "times", step->times);
  json_key_span(w, "span", step->from->span);
  json_key_string(w, "rule", step->from->rule);
  json_close_object(w);
}

static void source_members(json_writer *w, const store_edge *edge) {
  json_key(w, "source");
  json_open_object(w);
  json_key_string(w, "id", edge->source);
  json_key_string(w, "name", edge->source_name);
  json_close_object(w);
}

static void edge_object(json_writer *w, const store_edge *edge) {
  json_open_object(w);
  json_key_string(w, "parent", edge->parent_label);
  if (edge->parent == 0 && graph_is_named(edge)) source_members(w, edge);
  json_key_string(w, "kind", edge->kind);
  json_key_bool(w, "directed", graph_leads(edge));
  json_key_fixed(w, "weight", edge->weight, 4);
  if (edge->evidence.length > 0) {
    json_key(w, "evidence");
    json_raw(w, edge->evidence);
  }
  json_close_object(w);
}

static isnad_status item_object(sheet *s, const forest_item *item) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_u64(w, "depth", item->depth);
  if (item->node == NULL) {
    source_members(w, item->source);
  } else {
    const store_article *a = &item->node->article;
    json_key_string(w, "article", a->label);
    json_key_string(w, "id", a->name);
    sheet_json_when(s, "published", a->published, a->basis);
    json_key_string(w, "outlet", article_outlet(a));
    json_key_string(w, "headline", a->headline);
    json_key(w, "from");
    json_open_array(w);
    for (size_t i = 0; i < item->node->edge_count; i++) edge_object(w, &item->node->edges[i]);
    json_close_array(w);
    if (item->node->voice_count > 0) {
      json_key(w, "voices");
      json_open_array(w);
      for (size_t i = 0; i < item->node->voice_count; i++) voice_object(w, item->node, &item->node->voices[i]);
      json_close_array(w);
    }
  }
  json_close_object(w);
  return sheet_end(s);
}

/* --- both --- */

static isnad_status show_items(sheet *s, const graph *g) {
  forest_item *items = NULL;
  size_t count = 0;
  isnad_status status = forest_walk(&items, &count, g, s->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    isnad_arena_reset(s->scratch);
    if (s->view->json)
      status = item_object(s, &items[i]);
    else
      status = items[i].node == NULL ? source_line(s, &items[i]) : report_lines(s, s->scratch, g, &items[i]);
  }
  return status;
}

/* A whole id of a story; articles are looked for by label too, which takes longer when there is none. */
static bool looks_like_story(isnad_slice what) {
  if (what.length != 17 || what.bytes[0] != 's') return false;
  for (size_t i = 1; i < what.length; i++)
    if ((what.bytes[i] < '0' || what.bytes[i] > '9') && (what.bytes[i] < 'a' || what.bytes[i] > 'f')) return false;
  return true;
}

/* Its voices are heard in a copy: other views of the story read its edges without them. */
static isnad_status copy_of_story(graph *g, sheet *s, isnad_store *store, isnad_slice id) {
  story_read *story = NULL;
  isnad_status status = story_read_open(&story, s, store, id);
  return status == ISNAD_OK ? graph_copy(g, s->arena, &story->g, s->err) : status;
}

static isnad_status find_graph(graph *g, sheet *s, isnad_store *store, isnad_slice what) {
  isnad_arena *arena = s->arena;
  isnad_err *err = s->err;
  store_article article;
  store_story story;
  isnad_err other = {0};
  if (looks_like_story(what) && store_story_find(&story, arena, store, what, &other) == ISNAD_OK) return copy_of_story(g, s, store, story.id);
  isnad_err none = {0};
  isnad_status status = store_article_find(&article, arena, store, what, &none);
  if (status == ISNAD_OK) return graph_of_article(g, arena, store, &article, err);
  isnad_err_set(err, status, none.stage, none.span, "%s", none.message);
  if (status != ISNAD_NOT_FOUND) return status;
  status = store_story_find(&story, arena, store, what, &other);
  if (status == ISNAD_OK) return copy_of_story(g, s, store, story.id);
  if (status != ISNAD_NOT_FOUND) return isnad_err_set(err, status, other.stage, other.span, "%s", other.message);
  return isnad_err_set(err, status, "view", (isnad_span){0, 0}, "%s; %s", none.message, other.message);
}

isnad_status isnad_view_chain(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  sheet s;
  graph g;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = find_graph(&g, &s, store, what);
  if (status == ISNAD_OK) status = graph_hear(&g, err);
  if (status == ISNAD_OK) status = view->chain == ISNAD_CHAIN_TREE ? show_items(&s, &g) : diagram_show(&s, &g);
  return sheet_close(&s, status, "the story has no reports");
}
