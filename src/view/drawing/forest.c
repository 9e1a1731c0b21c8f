#include "view/drawing/forest.h"

/* Places 0 .. nodes-1 are reports, the rest are sources that are not held. Links are places plus 1; 0: none. */
typedef struct forest {
  const graph *g;
  size_t nodes, places;
  const store_edge **sources; /* by place minus nodes */
  uint32_t *first, *next;     /* child of a place; sibling of a place */
  uint32_t *parent;
  bool *walked;
  forest_item *items, *stack;
  uint32_t *stack_place;
  size_t count, waiting;
} forest;

static size_t place_of_source(forest *f, const store_edge *edge) {
  for (size_t i = f->nodes; i < f->places; i++)
    if (graph_same_source(f->sources[i - f->nodes], edge)) return i;
  f->sources[f->places - f->nodes] = edge;
  return f->places++;
}

static bool make_room(forest *f) {
  isnad_arena *arena = f->g->arena;
  size_t most = 3 * f->nodes; /* a report names one that it has its news from, and one behind */
  f->sources = isnad_arena_array(arena, 2 * f->nodes, sizeof *f->sources);
  f->first = isnad_arena_array(arena, most, sizeof *f->first);
  f->next = isnad_arena_array(arena, most, sizeof *f->next);
  f->parent = isnad_arena_array(arena, most, sizeof *f->parent);
  f->walked = isnad_arena_array(arena, most, sizeof *f->walked);
  f->items = isnad_arena_array(arena, most, sizeof *f->items);
  f->stack = isnad_arena_array(arena, most, sizeof *f->stack);
  f->stack_place = isnad_arena_array(arena, most, sizeof *f->stack_place);
  return f->sources != NULL && f->first != NULL && f->next != NULL && f->parent != NULL && f->walked != NULL && f->items != NULL &&
         f->stack != NULL && f->stack_place != NULL;
}

/* The medium from which the one that `edge` names has its news, as the report says: "the channel said, citing the agency". NULL: it does not. */
static const store_voice *behind(const graph_node *node, const store_edge *edge) {
  for (size_t i = 0; i < node->voice_count; i++) {
    const voice_step *step = &node->voices[i];
    if (step->to != NULL && voice_is_medium(step->from) && voice_is(step->to, edge->source, edge->source_name)) return step->from;
  }
  return NULL;
}

/* A source that is not held stands under the one behind it, the first report that tells so decides. */
static void link_source(forest *f, const graph_node *node, size_t place, const store_edge *edge) {
  const store_voice *v = behind(node, edge);
  const graph_node *held = v != NULL ? graph_held_medium(f->g, node, v) : NULL;
  if (v == NULL || f->parent[place] != 0) return;
  if (held != NULL && held != node) f->parent[place] = (uint32_t)(held - f->g->nodes) + 1;
  for (size_t i = 0; held == NULL && i < node->edge_count; i++) {
    const store_edge *e = &node->edges[i];
    if (e->parent != 0 || !voice_is(v, e->source, e->source_name)) continue;
    size_t other = place_of_source(f, e);
    if (other != place && f->parent[other] == 0) f->parent[place] = (uint32_t)other + 1;
    return;
  }
}

/* Linked from the last to the first, so that children stand in the order of the nodes. */
static void link_places(forest *f) {
  for (size_t i = 0; i < f->nodes; i++) {
    const store_edge *edge = graph_main_edge(f->g, &f->g->nodes[i]);
    if (edge == NULL) continue;
    const graph_node *parent = edge->parent != 0 ? graph_find(f->g, edge->parent) : NULL;
    size_t place = parent != NULL ? (size_t)(parent - f->g->nodes) : place_of_source(f, edge);
    if (place != i) f->parent[i] = (uint32_t)place + 1;
    if (parent == NULL) link_source(f, &f->g->nodes[i], place, edge);
  }
  for (size_t i = f->places; i-- > 0;) {
    if (f->parent[i] == 0) continue;
    f->next[i] = f->first[f->parent[i] - 1];
    f->first[f->parent[i] - 1] = (uint32_t)i + 1;
  }
}

static void push(forest *f, size_t place, uint32_t depth) {
  if (f->walked[place]) return;
  f->walked[place] = true;
  bool report = place < f->nodes;
  f->stack[f->waiting] = (forest_item){report ? &f->g->nodes[place] : NULL, report ? NULL : f->sources[place - f->nodes], depth};
  f->stack_place[f->waiting++] = (uint32_t)place;
}

/* Children are pushed in order and then turned round, so that the first is taken first. */
static void walk_from(forest *f, size_t root) {
  push(f, root, 0);
  while (f->waiting > 0) {
    forest_item item = f->stack[--f->waiting];
    uint32_t place = f->stack_place[f->waiting];
    f->items[f->count++] = item;
    size_t low = f->waiting;
    for (uint32_t child = f->first[place]; child != 0; child = f->next[child - 1]) push(f, child - 1, item.depth + 1);
    for (size_t high = f->waiting; low + 1 < high; low++, high--) {
      forest_item kept = f->stack[low];
      uint32_t kept_place = f->stack_place[low];
      f->stack[low] = f->stack[high - 1];
      f->stack_place[low] = f->stack_place[high - 1];
      f->stack[high - 1] = kept;
      f->stack_place[high - 1] = kept_place;
    }
  }
}

isnad_status forest_walk(forest_item **out, size_t *count, const graph *g, isnad_err *err) {
  forest f = {.g = g, .nodes = g->count, .places = g->count};
  if (!make_room(&f)) return isnad_arena_fail(err, g->arena, "view");
  link_places(&f);
  for (size_t i = f.nodes; i < f.places; i++)
    if (f.parent[i] == 0) walk_from(&f, i);
  for (size_t i = 0; i < f.nodes; i++)
    if (f.parent[i] == 0) walk_from(&f, i);
  for (size_t i = 0; i < f.places; i++)
    if (!f.walked[i]) walk_from(&f, i);
  *out = f.items;
  *count = f.count;
  return ISNAD_OK;
}
