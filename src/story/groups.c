/* Average linkage: the two groups whose reports are likeliest of one event on average over all pairs become one, as long as that average is high
 * enough. Pairs without a link count as 0, so that no chain of look-alikes glues a day together. Ties go by the reports' places in the set. */
#include "story/weaving.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/sets.h"

#include <math.h>
#include <stdlib.h>

/* An event is told for some days; what goes on longer is a thread of several. */
enum { WIDEST_EVENT = 7 * DAY_SECONDS };

/* Two groups that may be joined, as they were when this was written down. */
typedef struct offer {
  double mean;
  uint32_t a, b;             /* reports of them */
  uint32_t a_least, b_least; /* the first of either group */
} offer;

typedef struct grouping {
  isnad_arena *arena;
  uint32_t *parent, *size, *least;
  uint8_t *told;         /* of a group: a report with a body is in it */
  isnad_interval *when;  /* of a group: its dated days, {0,0}: none */
  map between;           /* (smaller root, larger root) -> sum of scores between the two groups, and the best of them (see bond) */
  uint32_t **neighbours; /* per root: roots it has links to, some of them stale */
  uint32_t *neighbour_count, *neighbour_room;
  offer *heap; /* the best first */
  size_t heap_count, heap_room;
  bool failed;
} grouping;

static uint32_t root_of(grouping *g, uint32_t i) { return set_top(g->parent, i); }

static uint64_t pair_key(uint32_t a, uint32_t b) { return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a; }

/* --- the heap --- */

static bool better(const offer *x, const offer *y) {
  if (x->mean != y->mean) return x->mean > y->mean;
  if (x->a_least != y->a_least) return x->a_least < y->a_least;
  return x->b_least < y->b_least;
}

static void push(grouping *g, offer fresh) {
  if (g->heap_count == g->heap_room) {
    size_t room = g->heap_room == 0 ? 1024 : g->heap_room * 2;
    offer *grown = isnad_arena_grow(g->arena, g->heap, g->heap_room, room, sizeof *grown);
    g->failed = grown == NULL;
    if (g->failed) return;
    g->heap = grown;
    g->heap_room = room;
  }
  size_t at = g->heap_count++;
  for (; at > 0 && better(&fresh, &g->heap[(at - 1) / 2]); at = (at - 1) / 2) g->heap[at] = g->heap[(at - 1) / 2];
  g->heap[at] = fresh;
}

static offer pop(grouping *g) {
  offer top = g->heap[0], last = g->heap[--g->heap_count];
  size_t at = 0;
  for (size_t child = 1; child < g->heap_count; child = 2 * at + 1) {
    if (child + 1 < g->heap_count && better(&g->heap[child + 1], &g->heap[child])) child++;
    if (!better(&g->heap[child], &last)) break;
    g->heap[at] = g->heap[child];
    at = child;
  }
  g->heap[at] = last;
  return top;
}

/* --- the groups --- */

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

/* A sum of scores with the best of them in its low bits. */
enum { BOND_BITS = 16 };

static uint64_t bond_of(uint32_t score) { return (uint64_t)score << BOND_BITS | score; }
static uint64_t bond_sum(uint64_t bond) { return bond >> BOND_BITS; }
static uint64_t bond_best(uint64_t bond) { return bond & ((1u << BOND_BITS) - 1); }

static uint64_t bond_join(uint64_t x, uint64_t y) {
  uint64_t best = bond_best(x) > bond_best(y) ? bond_best(x) : bond_best(y);
  return (bond_sum(x) + bond_sum(y)) << BOND_BITS | best;
}

static void add_between(grouping *g, uint32_t a, uint32_t b, uint64_t more) {
  uint64_t *sum = map_put(&g->between, pair_key(a, b));
  if (sum == NULL) {
    g->failed = true;
    return;
  }
  if (*sum == 0) {
    add_neighbour(g, a, b);
    add_neighbour(g, b, a);
  }
  *sum = bond_join(*sum, more);
}

/* The group with fewer neighbours moves its sums over. */
static void merge(grouping *g, uint32_t a, uint32_t b) {
  uint32_t keep = g->neighbour_count[a] >= g->neighbour_count[b] ? a : b, give = keep == a ? b : a;
  g->parent[give] = keep;
  g->size[keep] += g->size[give];
  g->told[keep] |= g->told[give];
  if (g->least[give] < g->least[keep]) g->least[keep] = g->least[give];
  for (uint32_t i = 0; i < g->neighbour_count[give] && !g->failed; i++) {
    uint32_t other = root_of(g, g->neighbours[give][i]);
    uint64_t *sum = map_get(&g->between, pair_key(give, g->neighbours[give][i]));
    uint64_t moved = sum != NULL ? *sum : 0;
    if (sum != NULL) *sum = 0;
    if (other != keep && moved > 0) add_between(g, keep, other, moved);
  }
}

static isnad_interval hull_of(isnad_interval a, isnad_interval b) {
  if (a.from == a.to) return b;
  if (b.from == b.to) return a;
  return (isnad_interval){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

/* The two groups as they are now; mean 0: they are one. */
static offer offer_now(grouping *g, uint32_t x, uint32_t y) {
  uint32_t a = root_of(g, x), b = root_of(g, y);
  if (a == b) return (offer){0};
  if (g->least[b] < g->least[a]) {
    uint32_t kept = a;
    a = b;
    b = kept;
  }
  const uint64_t *sum = map_get(&g->between, pair_key(a, b));
  double pairs = (double)g->size[a] * (double)g->size[b];
  return (offer){sum != NULL ? (double)bond_sum(*sum) / pairs : 0, a, b, g->least[a], g->least[b]};
}

/* Two events in one day's news share their subject, and many reports of each hide it: the larger the groups, the more must speak for one. */
static double needed(const grouping *g, uint32_t a, uint32_t b) { return JOIN_MEAN + JOIN_DOUBLING * log2((double)g->size[a] * (double)g->size[b]); }

/* What was told on one evening and what was told on the next are two matches more often than one: the hours of silence between two groups ask for
 * more. */
static double needed_over(isnad_interval a, isnad_interval b) {
  enum { HOUR = 3600, SILENCE = 6, EACH_HOUR = 10, MOST = 200 };
  if (a.from == a.to || b.from == b.to) return 0;
  int64_t gap = a.from > b.to ? a.from - b.to : b.from > a.to ? b.from - a.to : 0;
  double more = ((double)gap / HOUR - SILENCE) * EACH_HOUR;
  return more < 0 ? 0 : more > MOST ? MOST : more;
}

/* The average over a union lies between those over its parts: an offer that has aged never promises less than it holds, so that the best of the heap
 * is the best of all once it is found unchanged. */
static void join(grouping *g, const uint32_t *component) {
  while (g->heap_count > 0 && !g->failed) {
    offer best = pop(g), now = offer_now(g, best.a, best.b);
    if (now.mean < needed(g, now.a, now.b) || component[now.a] != component[now.b]) continue;
    if (now.mean != best.mean || now.a_least != best.a_least || now.b_least != best.b_least) {
      push(g, now);
      continue;
    }
    isnad_interval when = hull_of(g->when[now.a], g->when[now.b]);
    if (when.to - when.from > WIDEST_EVENT || now.mean < needed(g, now.a, now.b) + needed_over(g->when[now.a], g->when[now.b])) continue;
    g->when[now.a] = g->when[now.b] = when;
    merge(g, now.a, now.b);
  }
}

static bool allocate(grouping *g, size_t count, size_t link_count) {
  g->parent = isnad_arena_array(g->arena, count + 1, sizeof *g->parent);
  g->when = isnad_arena_array(g->arena, count + 1, sizeof *g->when);
  g->size = isnad_arena_array(g->arena, count + 1, sizeof *g->size);
  g->told = isnad_arena_array(g->arena, count + 1, 1);
  g->least = isnad_arena_array(g->arena, count + 1, sizeof *g->least);
  g->neighbours = isnad_arena_array(g->arena, count + 1, sizeof(uint32_t *));
  g->neighbour_count = isnad_arena_array(g->arena, count + 1, sizeof *g->neighbour_count);
  g->neighbour_room = isnad_arena_array(g->arena, count + 1, sizeof *g->neighbour_room);
  return g->parent != NULL && g->when != NULL && g->size != NULL && g->told != NULL && g->least != NULL && g->neighbours != NULL &&
         g->neighbour_count != NULL && g->neighbour_room != NULL && map_new(&g->between, g->arena, link_count);
}

static void number_roots(grouping *g, uint32_t *root, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) root[i] = g->least[root_of(g, i)];
}

/* --- cores: groups inside what strong links hold together --- */

/* The components of the links of at least CORE_LINK. Beyond them weaker links percolate through weeks of one subject. */
static uint32_t *find_components(isnad_arena *arena, size_t count, const links *found) {
  uint32_t *up = isnad_arena_array(arena, count + 1, sizeof *up);
  for (uint32_t i = 0; up != NULL && i < count; i++) up[i] = i;
  for (size_t i = 0; up != NULL && i < found->count; i++) {
    if (found->items[i].score < CORE_LINK) continue;
    set_join(up, found->items[i].a, found->items[i].b);
  }
  for (uint32_t i = 0; up != NULL && i < count; i++) up[i] = set_top(up, i);
  return up;
}

static void gather_links(grouping *g, const links *found, const uint32_t *component) {
  for (size_t i = 0; i < found->count && !g->failed; i++) {
    const report_link *l = &found->items[i];
    add_between(g, l->a, l->b, bond_of(l->score));
    if (l->score >= JOIN_MEAN && component[l->a] == component[l->b]) push(g, (offer){l->score, l->a, l->b, l->a, l->b});
  }
}

/* --- attaching: what no strong link holds goes to the heaviest group that is near on average --- */

static bool heavier(const grouping *g, uint32_t x, uint32_t y) {
  return g->size[x] != g->size[y] ? g->size[x] > g->size[y] : g->least[x] < g->least[y];
}

/* A headline says little: it must be nearer than two reports that each tell what happened. Two reports that stand alone are two events of one kind as
 * often as one: of them more is asked, too. */
static double attaches_at(const grouping *g, uint32_t a, uint32_t b) {
  if (!g->told[a] || !g->told[b]) return ATTACH_BARE_MEAN;
  return g->size[a] * g->size[b] == 1 ? ATTACH_PAIR : ATTACH_MEAN;
}

/* Who tells of an event apart from the rest (a witness, a denial, the other side) is near to one report of it and far from its copies: a single
 * report attaches by the mean and the best of its links alike. The larger the group, the sooner is one of its reports like it by chance. */
static bool attaches_alone(const grouping *g, uint32_t alone, uint32_t group, double mean) {
  const uint64_t *bond = map_get(&g->between, pair_key(alone, group));
  if (g->size[alone] > 1 || g->size[group] == 1 || !g->told[alone] || bond == NULL) return false;
  return (mean + (double)bond_best(*bond)) / 2 >= ALONE_MEAN + ALONE_DOUBLING * log2((double)g->size[group]);
}

/* The neighbour that is nearest on average among the heavier ones that `allowed` marks (NULL: all); the group itself: none. */
static uint32_t nearest_heavier(grouping *g, uint32_t group, const uint8_t *allowed) {
  offer best = {.mean = 0};
  uint32_t nearest = group;
  for (uint32_t i = 0; i < g->neighbour_count[group]; i++) {
    uint32_t other = root_of(g, g->neighbours[group][i]);
    if (other == group || !heavier(g, other, group) || (allowed != NULL && !allowed[other])) continue;
    offer now = offer_now(g, group, other);
    isnad_interval when = hull_of(g->when[group], g->when[other]);
    bool near = now.mean >= attaches_at(g, group, other) || attaches_alone(g, group, other, now.mean);
    if (!near || when.to - when.from > WIDEST_EVENT) continue;
    if (nearest != group && !better(&now, &best)) continue;
    best = now;
    nearest = other;
  }
  return nearest;
}

/* A group attaches to one that attaches to none: a rule that looks no further than the neighbours' neighbours. */
static void attach(grouping *g, uint32_t count) {
  uint8_t *roots = isnad_arena_array(g->arena, (size_t)count + 1, 1);
  uint32_t *to = isnad_arena_array(g->arena, (size_t)count + 1, sizeof *to);
  g->failed = g->failed || roots == NULL || to == NULL;
  for (uint32_t i = 0; i < count && !g->failed; i++)
    if (g->parent[i] == i) roots[i] = nearest_heavier(g, i, NULL) == i;
  for (uint32_t i = 0; i < count && !g->failed; i++) to[i] = g->parent[i] == i && !roots[i] ? nearest_heavier(g, i, roots) : i;
  for (uint32_t i = 0; i < count && !g->failed; i++)
    if (to[i] != i) g->parent[i] = to[i];
}

isnad_status groups_find(uint32_t *root, isnad_arena *arena, const reports *all, const links *found, isnad_err *err) {
  grouping g = {.arena = arena};
  uint32_t *component = find_components(arena, all->count, found);
  if (component == NULL || !allocate(&g, all->count, found->count)) return isnad_arena_fail(err, arena, "story");
  for (uint32_t i = 0; i < all->count; i++) {
    g.parent[i] = g.least[i] = i;
    g.size[i] = 1;
    g.told[i] = !all->items[i].bare;
    g.when[i] = all->items[i].when;
  }
  gather_links(&g, found, component);
  join(&g, component);
  attach(&g, (uint32_t)all->count);
  if (g.failed) return isnad_arena_fail(err, arena, "story");
  number_roots(&g, root, (uint32_t)all->count);
  return ISNAD_OK;
}
