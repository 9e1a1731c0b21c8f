#include "serve/chain_plan.h"

enum { MARGIN = 22, STEP = 16, APART = 2 * CHAIN_RADIUS + 2, BAND = 96 };

/* --- what is drawn --- */

static bool is_directed(const tree *from) {
  const tree *directed = tree_get(from, "directed");
  return directed != NULL && directed->kind == JSON_TRUE;
}

const tree *chain_main_step(const tree *line) {
  for (const tree *from = tree_item(tree_get(line, "from"), 0); from != NULL; from = from->next)
    if (is_directed(from) && !isnad_slice_is(tree_text(from, "kind"), "link")) return from;
  return NULL;
}

isnad_slice chain_name_of(const tree *line) {
  return tree_text(line, "id").length == 0 ? tree_text(tree_get(line, "source"), "name") : tree_text(line, "outlet");
}

static bool find_lane(chain_plan *p, size_t *out, isnad_slice name) {
  for (size_t i = 0; i < p->lanes; i++) {
    *out = i;
    if (isnad_slice_equal(p->lane_names[i], name)) return true;
  }
  if (p->lanes == CHAIN_LANES) return false;
  *out = p->lanes;
  p->lane_names[p->lanes++] = name;
  return true;
}

static void add_node(chain_plan *p, const tree *line) {
  chain_node n = {.line = line, .name = chain_name_of(line), .held = tree_text(line, "id").length > 0, .from = chain_main_step(line)};
  if (p->count == CHAIN_NODES || !find_lane(p, &n.lane, n.name)) {
    p->left_out++;
    return;
  }
  n.dated = when_interval(&n.when, tree_get(line, "published"));
  if (n.dated && (p->last == 0 || n.when.from < p->first)) p->first = n.when.from;
  if (n.dated && (p->last == 0 || n.when.from > p->last)) p->last = n.when.from;
  p->nodes[p->count++] = n;
}

static const chain_node *node_of(const chain_plan *p, const tree *from) {
  isnad_slice parent = tree_text(from, "parent"), source = tree_text(tree_get(from, "source"), "name");
  for (size_t i = 0; i < p->count; i++) {
    const chain_node *n = &p->nodes[i];
    if (parent.length > 0 && n->held && isnad_slice_equal(tree_text(n->line, "article"), parent)) return n;
    if (parent.length == 0 && !n->held && source.length > 0 && isnad_slice_equal(n->name, source)) return n;
  }
  return NULL;
}

/* --- places --- */

/* Time ends before the band of those without a date: a place in time would say what nobody knows. */
static void lay_out_time(chain_plan *p) {
  bool undated = false;
  for (size_t i = 0; i < p->count; i++) undated = undated || (p->nodes[i].held && !p->nodes[i].dated);
  p->begin = CHAIN_LABELS + MARGIN;
  p->end = CHAIN_WIDTH - MARGIN - 4 * STEP - (undated && p->last != 0 ? BAND : 0);
  if (undated) p->undated = p->last != 0 ? CHAIN_WIDTH - BAND : p->begin - MARGIN;
}

int chain_plan_at(const chain_plan *p, int64_t time) {
  double span = (double)(p->last - p->first), at = span > 0 ? (double)(time - p->first) / span : 0;
  return p->begin + (int)((at > 0 ? at : 0) * (p->end - p->begin));
}

/* Beside those that stand in its lane already. */
static void step_aside(const chain_plan *p, chain_node *n, size_t before) {
  for (size_t tries = 0, k = 0; k < before && tries <= before; k++) {
    const chain_node *other = &p->nodes[k];
    if (other->lane != n->lane || n->x - other->x >= APART || other->x - n->x >= APART) continue;
    n->x = other->x + APART;
    k = (size_t)-1; /* from the first again: the new place may be taken, too */
    tries++;
  }
}

/* A day alone does not tell the hour: who took from another of known time stands behind him all the same. Parents come before their children. */
static void place_node(chain_plan *p, size_t at) {
  chain_node *n = &p->nodes[at];
  bool banded = n->held && !n->dated;
  int most = banded || p->undated == 0 ? CHAIN_WIDTH - CHAIN_RADIUS - 4 : p->undated - 2 * CHAIN_RADIUS;
  n->x = banded ? p->undated + MARGIN : n->dated ? chain_plan_at(p, n->when.from) : p->begin;
  n->parent = n->from != NULL ? node_of(p, n->from) : NULL;
  if (n->parent == n) n->parent = NULL;
  bool comparable = n->parent != NULL && (n->parent->held && !n->parent->dated) == banded;
  if (comparable && n->x < n->parent->x + STEP) n->x = n->parent->x + STEP;
  step_aside(p, n, at);
  if (n->x > most) n->x = most;
}

void chain_plan_make(chain_plan *out, const tree_list *chain) {
  *out = (chain_plan){.count = 0};
  for (size_t i = 0; i < chain->count; i++) add_node(out, chain->items[i]);
  lay_out_time(out);
  for (size_t i = 0; i < out->count; i++) place_node(out, i);
}
