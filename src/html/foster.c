/* Moves what may not stand in a table before the table ("foster parenting", 13.2.6.1), in one pass at the end: until then it lies in the table, at
 * the place where it was read. */
#include "html/build.h"

#include <string.h>

static const uint32_t NOWHERE = UINT32_MAX;

/* A walk over the nodes in their new order: at each table, first what was fostered out of it. */
typedef struct mover {
  html_node *nodes;
  uint32_t count;
  uint32_t *roots; /* the fostered nodes that have a table, in order */
  uint32_t *next;  /* of each root: the next one of the same table, as an index into roots */
  uint32_t *place; /* of each node: its new index; until a table has one: its first root, or NOWHERE */
  uint32_t root_count, taken;
} mover;

/* A range of nodes still to be walked. */
typedef struct range_left {
  uint32_t at, end;
  uint32_t own;    /* a fostered node that is being visited; NOWHERE */
  uint32_t foster; /* the next root to visit before `at` */
} range_left;

static bool is_table(const html_node *node) { return node->kind == HTML_ELEMENT && node->tag == HTML_TABLE; }

/* The table that a fostered node stands in, two steps up at most; another node when there is none (parts of a table in a template). */
static uint32_t table_of(const html_node *nodes, uint32_t node) {
  uint32_t at = nodes[node].parent;
  for (int steps = 0; steps < 2 && !is_table(&nodes[at]) && nodes[at].parent != UINT32_MAX; steps++) at = nodes[at].parent;
  return at;
}

static bool is_moved(const mover *m, uint32_t node) {
  return (m->nodes[node].flags & HTML_NODE_FOSTERED) != 0 && is_table(&m->nodes[table_of(m->nodes, node)]);
}

static void list_roots(mover *m) {
  for (uint32_t i = 0; i < m->count; i++) {
    m->place[i] = NOWHERE;
    if (is_moved(m, i)) m->roots[m->root_count++] = i;
  }
  for (uint32_t i = m->root_count; i-- > 0;) {
    uint32_t table = table_of(m->nodes, m->roots[i]);
    m->next[i] = m->place[table];
    m->place[table] = i;
  }
}

static range_left range_from(const mover *m, uint32_t at, uint32_t end, uint32_t own) {
  return (range_left){at, end, own, at < end && (own == at || !is_moved(m, at)) ? m->place[at] : NOWHERE};
}

/* Ranges nest no deeper than tables do. */
static void walk(mover *m, range_left *left) {
  size_t depth = 1;
  left[0] = range_from(m, 0, m->count, NOWHERE);
  while (depth > 0) {
    range_left *r = &left[depth - 1];
    if (r->foster != NOWHERE) { /* before the table at r->at */
      uint32_t root = m->roots[r->foster];
      r->foster = m->next[r->foster];
      left[depth++] = range_from(m, root, m->nodes[root].end, root);
    } else if (r->at >= r->end) {
      depth--;
    } else if (r->at != r->own && is_moved(m, r->at)) {
      *r = range_from(m, m->nodes[r->at].end, r->end, r->own);
    } else {
      m->place[r->at] = m->taken++;
      *r = range_from(m, r->at + 1, r->end, r->own);
    }
  }
}

/* Parents by their new index. From the last node on, because table_of reads the old parents of the nodes before. */
static void rename_parents(mover *m) {
  for (uint32_t i = m->count; i-- > 1;) {
    uint32_t parent = is_moved(m, i) ? m->nodes[table_of(m->nodes, i)].parent : m->nodes[i].parent;
    m->nodes[i].parent = m->place[parent];
  }
}

static void put_in_place(mover *m) {
  for (uint32_t i = 0; i < m->count; i++) {
    for (uint32_t to; (to = m->place[i]) != i;) {
      html_node held = m->nodes[to];
      m->nodes[to] = m->nodes[i];
      m->nodes[i] = held;
      m->place[i] = m->place[to];
      m->place[to] = to;
    }
  }
  for (uint32_t i = 0; i < m->count; i++) m->nodes[i].end = i + 1;
  for (uint32_t i = m->count; i-- > 1;) {
    html_node *parent = &m->nodes[m->nodes[i].parent];
    if (parent->end < m->nodes[i].end) parent->end = m->nodes[i].end;
  }
}

bool move_fostered(builder *b) {
  if (b->stats.fostered == 0) return true;
  mover m = {.nodes = b->nodes, .count = b->count};
  m.roots = isnad_arena_array(b->arena, b->stats.fostered, sizeof *m.roots);
  m.next = isnad_arena_array(b->arena, b->stats.fostered, sizeof *m.next);
  m.place = isnad_arena_array(b->arena, m.count, sizeof *m.place);
  range_left *left = isnad_arena_array(b->arena, (size_t)b->depth_cap + DEPTH_RESERVE + 2, sizeof *left);
  if (m.roots == NULL || m.next == NULL || m.place == NULL || left == NULL) return false;
  list_roots(&m);
  walk(&m, left);
  rename_parents(&m);
  put_in_place(&m);
  return true;
}
