#include "view/drawing/graph.h"

#include "base/sets.h"
#include "store/stories.h"

/* What the weight of an edge exceeds when some belief is left for it. */
static const double hardly = 0.01;

/* Of the words of a report: what two reports share at least to stand together in a drawing. */
static const double open_share = 0.25;

static isnad_status graph_new(graph *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  *out = (graph){.arena = arena, .store = store};
  return map_new(&out->places, arena, 16) ? ISNAD_OK : isnad_arena_fail(err, arena, "view");
}

static isnad_status add_node(graph *g, const store_article *article, isnad_err *err) {
  if (g->count == g->room) {
    graph_node *more = isnad_arena_grow(g->arena, g->nodes, g->room, g->room * 2 + 8, sizeof *more);
    if (more == NULL) return isnad_arena_fail(err, g->arena, "view");
    g->nodes = more;
    g->room = g->room * 2 + 8;
  }
  uint64_t *place = map_put(&g->places, (uint64_t)article->id);
  if (place == NULL) return isnad_arena_fail(err, g->arena, "view");
  graph_node *node = &g->nodes[g->count++];
  *place = g->count;
  *node = (graph_node){.article = *article};
  return store_edges_into(&node->edges, &node->edge_count, g->arena, g->store, article->id, err);
}

isnad_status graph_of_story(graph *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  store_article *members = NULL;
  size_t count = 0;
  isnad_status status = graph_new(out, arena, store, err);
  if (status == ISNAD_OK) status = store_story_members(&members, &count, arena, store, story, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = add_node(out, &members[i], err);
  return status;
}

isnad_status graph_copy(graph *out, isnad_arena *arena, const graph *g, isnad_err *err) {
  *out = *g;
  out->arena = arena;
  out->room = g->count;
  out->nodes = isnad_arena_array(arena, g->count + 1, sizeof *out->nodes);
  if (out->nodes == NULL) return isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; i < g->count; i++) out->nodes[i] = g->nodes[i];
  return ISNAD_OK;
}

static isnad_status add_parents(graph *g, size_t place, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < g->nodes[place].edge_count; i++) {
    const store_edge *edge = &g->nodes[place].edges[i];
    store_article parent;
    if (edge->parent == 0 || (!edge->directed && edge->weight <= hardly) || graph_find(g, edge->parent) != NULL) continue;
    status = store_article_get(&parent, g->arena, g->store, edge->parent, err);
    if (status == ISNAD_OK) status = add_node(g, &parent, err);
  }
  return status;
}

isnad_status graph_of_article(graph *out, isnad_arena *arena, isnad_store *store, const store_article *article, isnad_err *err) {
  isnad_status status = graph_new(out, arena, store, err);
  if (status == ISNAD_OK) status = add_node(out, article, err);
  for (size_t i = 0; status == ISNAD_OK && i < out->count; i++) status = add_parents(out, i, err);
  return status;
}

isnad_status graph_hear(graph *g, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < g->count; i++) {
    graph_node *n = &g->nodes[i];
    if (graph_is_bare(&n->article)) continue;
    status = voices_of(&n->voices, &n->voice_count, g->arena, g->store, n->article.id, n->article.outlet, n->article.outlet_name, err);
  }
  return status;
}

bool graph_is_behind(const graph_node *node, const store_edge *edge) {
  for (size_t i = 0; edge->parent == 0 && i < node->voice_count; i++) {
    const voice_step *step = &node->voices[i];
    if (step->to != NULL && voice_is_medium(step->from) && voice_is(step->from, edge->source, edge->source_name)) return true;
  }
  return false;
}

const graph_node *graph_held_medium(const graph *g, const graph_node *node, const store_voice *v) {
  for (size_t i = 0; i < node->edge_count; i++) {
    const store_edge *edge = &node->edges[i];
    if (edge->parent != 0 && edge->source_name.length > 0 && voice_is(v, edge->source, edge->source_name)) return graph_find(g, edge->parent);
  }
  return NULL;
}

graph_node *graph_find(const graph *g, int64_t article) {
  const uint64_t *place = map_get(&g->places, (uint64_t)article);
  return place != NULL ? &g->nodes[*place - 1] : NULL;
}

bool graph_leads(const store_edge *edge) { return edge->parent == 0 || edge->directed; }

bool graph_is_named(const store_edge *edge) { return edge->parent != 0 || edge->source.length > 0 || edge->source_name.length > 0; }

bool graph_same_source(const store_edge *a, const store_edge *b) {
  if (a->source.length > 0 || b->source.length > 0) return isnad_slice_equal(a->source, b->source);
  return isnad_slice_equal(a->source_name, b->source_name);
}

/* Cited for a sentence or two, not held, and no other report shares its words: that is told beside the report, which hangs on nobody for it. */
bool graph_is_narrow(const store_edge *edge) {
  return edge->parent == 0 && isnad_slice_is(edge->kind, "declared") && !isnad_slice_is(edge->scope, "article") && edge->share < open_share;
}

/* Who speaks in a report did not carry it. */
static bool is_speaker(const store_edge *edge) { return edge->parent == 0 && isnad_slice_is(edge->role, "speaker"); }

/* Not directed, and believed to some degree: it names its source, or shares a good part of the text; a few common sentences are background. */
static bool is_shared(const store_edge *edge) {
  return edge->weight > hardly && (!isnad_slice_is(edge->kind, "copied") || edge->share >= open_share);
}

/* An open edge serves when no other does: its ends belong together, whoever had it first. */
const store_edge *graph_main_edge(const graph *g, const graph_node *node) {
  const store_edge *open = NULL;
  for (size_t i = 0; i < node->edge_count; i++) {
    const store_edge *edge = &node->edges[i];
    if (!graph_is_named(edge) || is_speaker(edge) || graph_is_behind(node, edge) || graph_is_narrow(edge)) continue;
    if (edge->parent != 0 && graph_find(g, edge->parent) == NULL) continue;
    if (graph_leads(edge)) return edge;
    if (open == NULL && is_shared(edge)) open = edge;
  }
  return open;
}

bool graph_is_bare(const store_article *article) { return isnad_slice_is(article->role, "headline"); }

/* Which reports are one text, and how many texts there are. */
typedef struct classes {
  uint32_t *up; /* base/sets.h */
  size_t count;
} classes;

static void unite(classes *c, size_t a, size_t b) {
  c->count -= set_top(c->up, (uint32_t)a) != set_top(c->up, (uint32_t)b);
  set_join(c->up, (uint32_t)a, (uint32_t)b);
}

static bool unite_equal(classes *c, const graph *g) {
  map first;
  if (!map_new(&first, g->arena, g->count)) return false;
  for (size_t i = 0; i < g->count; i++) {
    c->up[i] = (uint32_t)i;
    if (graph_is_bare(&g->nodes[i].article)) continue;
    c->count++;
    uint64_t *place = map_put(&first, g->nodes[i].article.body_hash);
    if (place == NULL) return false;
    if (*place > 0) unite(c, i, *place - 1);
    *place = i + 1;
  }
  return true;
}

static void unite_copies(classes *c, const graph *g, size_t child) {
  const graph_node *node = &g->nodes[child];
  for (size_t i = 0; i < node->edge_count; i++) {
    const graph_node *parent = node->edges[i].parent != 0 ? graph_find(g, node->edges[i].parent) : NULL;
    if (parent == NULL || graph_is_bare(&parent->article) || isnad_slice_is(node->edges[i].kind, "declared")) continue;
    unite(c, child, (size_t)(parent - g->nodes));
  }
}

size_t graph_independent(const graph *g) {
  classes c = {isnad_arena_array(g->arena, g->count, sizeof *c.up), 0};
  if (c.up == NULL || !unite_equal(&c, g)) return 0;
  for (size_t i = 0; i < g->count; i++)
    if (!graph_is_bare(&g->nodes[i].article)) unite_copies(&c, g, i);
  return c.count;
}
