/* Quorum linkage: two groups become one only when a fair share of all pairs between them is linked, so that no chain of look-alikes glues a day
 * together. Links are taken from the strongest on; ties go by the reports' places in the set. */
#include "story/report.h"

#include "base/clock.h"
#include "base/map.h"

#include <stdlib.h>

/* An event is told for some days; what goes on longer is a thread of several. */
enum { WIDEST_EVENT = 7 * DAY_SECONDS };

enum { QUORUM = 3 }; /* one pair in three */

typedef struct grouping {
  isnad_arena *arena;
  uint32_t *parent, *size;
  isnad_interval *when;  /* of a group: its dated days, {0,0}: none */
  map between;           /* (smaller root, larger root) -> links between the two groups */
  uint32_t **neighbours; /* per root: roots it has links to, some of them stale */
  uint32_t *neighbour_count, *neighbour_room;
  bool failed;
} grouping;

static uint32_t root_of(grouping *g, uint32_t i) {
  while (g->parent[i] != i) {
    g->parent[i] = g->parent[g->parent[i]];
    i = g->parent[i];
  }
  return i;
}

static uint64_t pair_key(uint32_t a, uint32_t b) { return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a; }

static void add_neighbour(grouping *g, uint32_t of, uint32_t other) {
  if (g->neighbour_count[of] == g->neighbour_room[of]) {
    uint32_t room = g->neighbour_room[of] == 0 ? 8 : g->neighbour_room[of] * 2;
    uint32_t *grown = isnad_arena_grow(g->arena, g->neighbours[of], g->neighbour_room[of], room, sizeof *grown);
    g->failed = grown == NULL;
    if (g->failed) return;
    g->neighbours[of] = grown;
    g->neighbour_room[of] = room;
  }
  g->neighbours[of][g->neighbour_count[of]++] = other;
}

static void count_between(grouping *g, uint32_t a, uint32_t b, uint64_t links_more) {
  uint64_t *count = map_put(&g->between, pair_key(a, b));
  if (count == NULL) {
    g->failed = true;
    return;
  }
  if (*count == 0) {
    add_neighbour(g, a, b);
    add_neighbour(g, b, a);
  }
  *count += links_more;
}

/* The group with fewer neighbours moves its counts over. */
static void merge(grouping *g, uint32_t a, uint32_t b) {
  uint32_t keep = g->neighbour_count[a] >= g->neighbour_count[b] ? a : b, give = keep == a ? b : a;
  g->parent[give] = keep;
  g->size[keep] += g->size[give];
  for (uint32_t i = 0; i < g->neighbour_count[give] && !g->failed; i++) {
    uint32_t other = root_of(g, g->neighbours[give][i]);
    uint64_t *count = map_get(&g->between, pair_key(give, g->neighbours[give][i]));
    uint64_t moved = count != NULL ? *count : 0;
    if (count != NULL) *count = 0;
    if (other != keep && moved > 0) count_between(g, keep, other, moved);
  }
}

static int by_score(const void *a, const void *b) {
  const report_link *x = a, *y = b;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static isnad_interval hull_of(isnad_interval a, isnad_interval b) {
  if (a.from == a.to) return b;
  if (b.from == b.to) return a;
  return (isnad_interval){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

static void join_if_quorum(grouping *g, uint32_t a, uint32_t b) {
  const uint64_t *count = map_get(&g->between, pair_key(a, b));
  uint64_t pairs = (uint64_t)g->size[a] * g->size[b];
  isnad_interval when = hull_of(g->when[a], g->when[b]);
  if (count == NULL || *count * QUORUM < pairs || when.to - when.from > WIDEST_EVENT) return;
  g->when[a] = g->when[b] = when;
  merge(g, a, b);
}

static bool allocate(grouping *g, size_t count, size_t link_count) {
  g->parent = isnad_arena_array(g->arena, count + 1, sizeof *g->parent);
  g->when = isnad_arena_array(g->arena, count + 1, sizeof *g->when);
  g->size = isnad_arena_array(g->arena, count + 1, sizeof *g->size);
  g->neighbours = isnad_arena_array(g->arena, count + 1, sizeof(uint32_t *));
  g->neighbour_count = isnad_arena_array(g->arena, count + 1, sizeof *g->neighbour_count);
  g->neighbour_room = isnad_arena_array(g->arena, count + 1, sizeof *g->neighbour_room);
  return g->parent != NULL && g->when != NULL && g->size != NULL && g->neighbours != NULL && g->neighbour_count != NULL &&
         g->neighbour_room != NULL && map_new(&g->between, g->arena, link_count);
}

/* Full reports first; between them the quorum holds. */
static void join_reports(grouping *g, const reports *all, const report_link *sorted, size_t count) {
  for (size_t i = 0; i < count && !g->failed; i++) {
    if (all->items[sorted[i].a].bare || all->items[sorted[i].b].bare) continue;
    uint32_t a = root_of(g, sorted[i].a), b = root_of(g, sorted[i].b);
    if (a != b) join_if_quorum(g, a, b);
  }
}

/* A bare headline says too little to vote: it goes where its strongest link leads, and no further headline follows it there by that link alone. */
static void join_headlines(grouping *g, const reports *all, const report_link *sorted, size_t count, uint8_t *placed) {
  for (size_t i = 0; i < count && !g->failed; i++) {
    uint32_t x = sorted[i].a, y = sorted[i].b;
    bool x_bare = all->items[x].bare, y_bare = all->items[y].bare;
    if (x_bare == y_bare) continue;
    uint32_t bare = x_bare ? x : y, full = x_bare ? y : x;
    uint32_t a = root_of(g, bare), b = root_of(g, full);
    isnad_interval when = hull_of(g->when[a], g->when[b]);
    if (placed[bare] || a == b || when.to - when.from > WIDEST_EVENT) continue;
    g->when[a] = g->when[b] = when;
    placed[bare] = 1;
    merge(g, a, b);
  }
  for (size_t i = 0; i < count && !g->failed; i++) {
    uint32_t a = root_of(g, sorted[i].a), b = root_of(g, sorted[i].b);
    bool both_bare = all->items[sorted[i].a].bare && all->items[sorted[i].b].bare;
    if (both_bare && !placed[sorted[i].a] && !placed[sorted[i].b] && a != b) join_if_quorum(g, a, b);
  }
}

isnad_status groups_find(uint32_t *group, isnad_arena *arena, const reports *all, const links *found, isnad_err *err) {
  grouping g = {.arena = arena};
  report_link *sorted = isnad_arena_array(arena, found->count + 1, sizeof *sorted);
  uint8_t *placed = isnad_arena_array(arena, all->count + 1, 1);
  if (sorted == NULL || placed == NULL || !allocate(&g, all->count, found->count)) return isnad_arena_fail(err, arena, "story");
  for (uint32_t i = 0; i < all->count; i++) {
    g.parent[i] = i;
    g.size[i] = 1;
    g.when[i] = all->items[i].when;
  }
  for (size_t i = 0; i < found->count && !g.failed; i++) {
    sorted[i] = found->items[i];
    count_between(&g, sorted[i].a, sorted[i].b, 1);
  }
  if (found->count > 1) qsort(sorted, found->count, sizeof *sorted, by_score);
  join_reports(&g, all, sorted, found->count);
  join_headlines(&g, all, sorted, found->count, placed);
  if (g.failed) return isnad_arena_fail(err, arena, "story");
  for (uint32_t i = 0; i < all->count; i++) group[i] = UINT32_MAX;
  for (uint32_t i = 0; i < all->count; i++) {
    uint32_t root = root_of(&g, i);
    if (group[root] == UINT32_MAX) group[root] = i; /* the smallest index comes first */
    if (i != root) group[i] = group[root];
  }
  return ISNAD_OK;
}
