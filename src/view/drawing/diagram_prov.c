/* A chain in the terms of W3C PROV, as PROV-JSON. */
#include "view/drawing/diagram_nodes.h"
#include "view/drawing/tree.h"
#include "view/title.h"

static void prov_id(json_writer *w, isnad_arena *arena, const char *key, const char *kind, isnad_slice name) {
  isnad_slice id = isnad_arena_printf(arena, "isnad:%s%.*s", kind, (int)name.length, name.bytes);
  json_key_string(w, key, id);
}

static void prov_entity(diagram *d, const store_article *a) {
  json_writer *w = &d->s->json;
  char iso[CLOCK_ISO_ROOM];
  json_key(w, isnad_arena_printf(d->s->arena, "isnad:%.*s", (int)a->name.length, a->name.bytes).bytes);
  json_open_object(w);
  json_key_string(w, "prov:label", a->headline.length > 0 ? a->headline : a->opening);
  json_key_text(w, "prov:type", graph_is_bare(a) ? "isnad:Headline" : "isnad:Report");
  json_key_string(w, "isnad:published", diagram_day(a, iso));
  json_key_string(w, "isnad:outlet", article_outlet(a));
  json_key_string(w, "isnad:capture", a->label);
  json_close_object(w);
}

static void prov_source(diagram *d, size_t place) {
  json_writer *w = &d->s->json;
  json_key(w, isnad_arena_printf(d->s->arena, "isnad:m%zu", place + 1).bytes);
  json_open_object(w);
  json_key_string(w, "prov:label", diagram_source_name(d->sources[place]));
  json_key_text(w, "prov:type", "isnad:Source");
  json_close_object(w);
}

/* A later edition of a page is a revision, copied words are a quotation, a source that is only cited is a primary source: kinds of derivation. */
static const char *derivation_type(diagram *d, const store_edge *edge) {
  if (isnad_slice_is(edge->kind, "declared")) return "prov:PrimarySource";
  const tree *passage = tree_get(tree_read(d->s->arena, edge->evidence), "passage");
  return tree_get(passage, "edition") != NULL ? "prov:Revision" : "prov:Quotation";
}

static void prov_derivation(diagram *d, const graph_node *child, const store_edge *edge, size_t number) {
  json_writer *w = &d->s->json;
  isnad_arena *arena = d->s->arena;
  json_key(w, isnad_arena_printf(arena, "_:d%zu", number).bytes);
  json_open_object(w);
  prov_id(w, arena, "prov:generatedEntity", "", child->article.name);
  if (edge->parent == 0)
    prov_id(w, arena, "prov:usedEntity", "m", isnad_arena_printf(arena, "%zu", diagram_source_place(d, edge) + 1));
  else
    prov_id(w, arena, "prov:usedEntity", "", graph_find(d->g, edge->parent)->article.name);
  json_key(w, "prov:type");
  json_open_object(w);
  json_key_text(w, "$", derivation_type(d, edge));
  json_key_text(w, "type", "prov:QUALIFIED_NAME");
  json_close_object(w);
  json_key_string(w, "isnad:kind", edge->kind);
  json_key_fixed(w, "isnad:weight", edge->weight, 4);
  json_close_object(w);
}

static bool speaks(const store_voice *v) {
  return isnad_slice_is(v->kind, "speaker") || isnad_slice_is(v->kind, "official") || isnad_slice_is(v->kind, "anonymous");
}

/* Media, documents and footage are entities; who speaks is an agent. */
static void prov_voices(diagram *d, bool agents) {
  json_writer *w = &d->s->json;
  for (size_t i = 0; i < d->voice_count; i++) {
    const store_voice *v = d->voices[i];
    if (speaks(v) != agents) continue;
    json_key(w, isnad_arena_printf(d->s->arena, "isnad:m%zu", d->source_count + i + 1).bytes);
    json_open_object(w);
    json_key_string(w, "prov:label", v->name.length > 0 ? v->name : v->id);
    json_key_text(w, "prov:type", agents ? "isnad:Speaker" : voice_is_medium(v) ? "isnad:Source" : "isnad:Document");
    json_key_string(w, "isnad:id", v->id);
    json_close_object(w);
  }
}

/* What a speaker said is attributed to him, in the medium that reported it or the report; a document or a medium behind is a primary source. */
static void prov_step(diagram *d, const graph_node *node, const voice_step *step, size_t number) {
  json_writer *w = &d->s->json;
  bool agent = speaks(step->from);
  json_key(w, isnad_arena_printf(d->s->arena, "_:%c%zu", agent ? 'a' : 'p', number).bytes);
  json_open_object(w);
  prov_id(w, d->s->arena, agent ? "prov:entity" : "prov:generatedEntity", "", diagram_voice_id(d, node, step->to));
  prov_id(w, d->s->arena, agent ? "prov:agent" : "prov:usedEntity", "", diagram_voice_id(d, node, step->from));
  if (!agent) {
    json_key(w, "prov:type");
    json_open_object(w);
    json_key_text(w, "$", "prov:PrimarySource");
    json_key_text(w, "type", "prov:QUALIFIED_NAME");
    json_close_object(w);
  }
  json_close_object(w);
}

/* A source that an edge names is an entity, whoever it is. */
static void prov_steps(diagram *d, bool agents) {
  size_t number = 0;
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t k = 0; k < d->g->nodes[i].voice_count; k++) {
      const voice_step *step = &d->g->nodes[i].voices[k];
      number++;
      if (speaks(step->from) == agents) prov_step(d, &d->g->nodes[i], step, number);
    }
}

/* --- outlets: agents to whom their reports are attributed --- */

/* The first report of the same outlet stands for it: its place; the count when it has none. */
static size_t outlet_place(const graph *g, size_t of) {
  isnad_slice name = article_outlet(&g->nodes[of].article);
  if (name.length == 0) return g->count;
  for (size_t i = 0; i < of; i++)
    if (isnad_slice_equal(article_outlet(&g->nodes[i].article), name)) return i;
  return of;
}

static void prov_outlets(diagram *d) {
  json_writer *w = &d->s->json;
  for (size_t i = 0; i < d->g->count; i++) {
    if (outlet_place(d->g, i) != i) continue;
    json_key(w, isnad_arena_printf(d->s->arena, "isnad:o%zu", i + 1).bytes);
    json_open_object(w);
    json_key_string(w, "prov:label", article_outlet(&d->g->nodes[i].article));
    json_key_text(w, "prov:type", "isnad:Outlet");
    json_key_string(w, "isnad:id", d->g->nodes[i].article.outlet);
    json_close_object(w);
  }
}

static void prov_publishers(diagram *d) {
  json_writer *w = &d->s->json;
  for (size_t i = 0; i < d->g->count; i++) {
    size_t place = outlet_place(d->g, i);
    if (place == d->g->count) continue;
    json_key(w, isnad_arena_printf(d->s->arena, "_:o%zu", i + 1).bytes);
    json_open_object(w);
    prov_id(w, d->s->arena, "prov:entity", "", d->g->nodes[i].article.name);
    prov_id(w, d->s->arena, "prov:agent", "o", isnad_arena_printf(d->s->arena, "%zu", place + 1));
    json_close_object(w);
  }
}

isnad_status diagram_prov(diagram *d) {
  json_writer *w = &d->s->json;
  size_t number = 0;
  json_open_object(w);
  json_key(w, "prefix");
  json_open_object(w);
  json_key_text(w, "isnad", "urn:isnad:");
  json_close_object(w);
  json_key(w, "entity");
  json_open_object(w);
  for (size_t i = 0; i < d->g->count; i++) prov_entity(d, &d->g->nodes[i].article);
  for (size_t i = 0; i < d->source_count; i++) prov_source(d, i);
  prov_voices(d, false);
  json_close_object(w);
  json_key(w, "agent");
  json_open_object(w);
  prov_voices(d, true);
  prov_outlets(d);
  json_close_object(w);
  json_key(w, "wasAttributedTo");
  json_open_object(w);
  prov_steps(d, true);
  prov_publishers(d);
  json_close_object(w);
  json_key(w, "wasDerivedFrom");
  json_open_object(w);
  for (size_t i = 0; i < d->g->count; i++)
    for (size_t e = 0; e < d->g->nodes[i].edge_count; e++) {
      const store_edge *edge = &d->g->nodes[i].edges[e];
      if (diagram_drawn(d, &d->g->nodes[i], edge) && graph_leads(edge)) prov_derivation(d, &d->g->nodes[i], edge, ++number);
    }
  prov_steps(d, false);
  json_close_object(w);
  json_close_object(w);
  return sheet_end(d->s);
}
