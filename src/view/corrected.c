#include "view/corrected.h"

#include "view/pairing.h"

enum { MOST_CHANGES = 6, LONGEST_CHANGE = 6 };

/* A change as places of words in the two texts, the word beside it with them. */
typedef struct change {
  uint32_t a, a_end, b, b_end;
  bool matters; /* a figure or a name */
} change;

typedef struct changes {
  change items[MOST_CHANGES];
  size_t count;
} changes;

static const graph_node *corrected_item(const graph *g, const graph_node *node) {
  for (size_t i = 0; i < node->edge_count; i++)
    if (node->edges[i].parent != 0 && isnad_slice_is(node->edges[i].kind, "corrects")) return graph_find(g, node->edges[i].parent);
  return NULL;
}

static bool same_words(const reuse_text *a, uint32_t at, const reuse_text *b, uint32_t other, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (a->words[at + i] != b->words[other + i]) return false;
  return true;
}

static bool holds(const reuse_text *text, const reuse_text *of, uint32_t first, uint32_t last) {
  uint32_t count = last - first;
  for (uint32_t at = 0; at + count <= text->count; at++)
    if (same_words(text, at, of, first, count)) return true;
  return false;
}

static bool is_known(const changes *c, const pairing *p, const change *x) {
  for (size_t i = 0; i < c->count; i++) {
    const change *y = &c->items[i];
    bool same = y->a_end - y->a == x->a_end - x->a && y->b_end - y->b == x->b_end - x->b;
    if (same && same_words(&p->a.text, y->a, &p->a.text, x->a, x->a_end - x->a) && same_words(&p->b.text, y->b, &p->b.text, x->b, x->b_end - x->b))
      return true;
  }
  return false;
}

/* Something new stands in the place of something else; the next word says of what it is told. A correction may repeat what was wrong. */
static void add_change(changes *c, const pairing *p, const align_passage *in, const diff_run *run) {
  if (run->same || run->a == run->a_end || run->b == run->b_end || c->count == MOST_CHANGES) return;
  if (run->a_end - run->a > LONGEST_CHANGE || run->b_end - run->b > LONGEST_CHANGE) return;
  change x = {run->a, run->a_end, run->b, run->b_end, pairing_matter(p, run) != NULL};
  if (x.a_end < in->a_end && x.b_end < in->b_end) {
    x.a_end++;
    x.b_end++;
  } else if (x.a > in->a && x.b > in->b) {
    x.a--;
    x.b--;
  }
  if (holds(&p->a.text, &p->b.text, x.b, x.b_end) || is_known(c, p, &x)) return;
  c->items[c->count++] = x;
}

static isnad_status find_changes(changes *c, isnad_arena *arena, const pairing *p, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  bool matters = false;
  for (size_t i = 0; status == ISNAD_OK && i < p->verdict.count; i++) {
    diff_run *runs = NULL;
    size_t count = 0;
    status = diff_passage(&runs, &count, arena, p->a.text.words, p->b.text.words, &p->verdict.passages[i], err);
    for (size_t k = 0; status == ISNAD_OK && k < count; k++) add_change(c, p, &p->verdict.passages[i], &runs[k]);
  }
  for (size_t i = 0; i < c->count; i++) matters = matters || c->items[i].matters;
  size_t kept = 0;
  for (size_t i = 0; i < c->count; i++)
    if (!matters || c->items[i].matters) c->items[kept++] = c->items[i];
  c->count = kept;
  return status;
}

/* How a report tells what was changed. */
static void place_report(corrected *out, const changes *c, const pairing *p, const graph_node *node, const reuse_text *text) {
  for (size_t i = 0; i < c->count; i++) {
    const change *x = &c->items[i];
    bool was = holds(text, &p->a.text, x->a, x->a_end), now = holds(text, &p->b.text, x->b, x->b_end);
    if (now && !was) out[i].right[out[i].right_count++] = node;
    if (was && !now) out[i].still[out[i].still_count++] = node;
  }
}

static isnad_status place_reports(corrected *out, const changes *c, const pairing *p, const graph *g, const graph_node *item, const graph_node *node,
                                  isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < g->count; i++) {
    const graph_node *other = &g->nodes[i];
    held_text held;
    reuse_text text;
    if (other == item || other == node || graph_is_bare(&other->article)) continue;
    status = held_text_of(&held, g->arena, g->store, other->article.id, err);
    if (status == ISNAD_OK) status = held_words(&text, g->arena, &held, err);
    if (status == ISNAD_OK) place_report(out, c, p, other, &text);
  }
  return status;
}

isnad_status corrected_of(corrected **out, size_t *count, const graph *g, const graph_node *node, isnad_err *err) {
  const graph_node *item = corrected_item(g, node);
  pairing *p = isnad_arena_alloc(g->arena, sizeof *p);
  changes c = {.count = 0};
  *out = NULL;
  *count = 0;
  if (p == NULL) return isnad_arena_fail(err, g->arena, "view");
  if (item == NULL) return ISNAD_OK;
  isnad_status status = pairing_load(p, g->arena, g->store, item->article.name, node->article.name, err);
  if (status == ISNAD_OK) status = find_changes(&c, g->arena, p, err);
  if (status != ISNAD_OK || c.count == 0) return status;
  corrected *made = isnad_arena_array(g->arena, c.count, sizeof *made);
  if (made == NULL) return isnad_arena_fail(err, g->arena, "view");
  for (size_t i = 0; i < c.count; i++) {
    made[i] =
        (corrected){pairing_words(&p->a, c.items[i].a, c.items[i].a_end), pairing_words(&p->b, c.items[i].b, c.items[i].b_end), NULL, NULL, 0, 0};
    made[i].still = isnad_arena_array(g->arena, g->count, sizeof *made[i].still);
    made[i].right = isnad_arena_array(g->arena, g->count, sizeof *made[i].right);
    if (made[i].still == NULL || made[i].right == NULL) return isnad_arena_fail(err, g->arena, "view");
  }
  *out = made;
  *count = c.count;
  return place_reports(made, &c, p, g, item, node, err);
}
