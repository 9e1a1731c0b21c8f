#include "reuse/weaving.h"

#include "base/map.h"
#include "base/room.h"

#include <stdlib.h>

isnad_status reuse_add_pair(reuse_pairs *pairs, uint64_t x, uint64_t y, isnad_err *err) {
  if (x == y) return ISNAD_OK;
  if (pairs->count == pairs->room) {
    size_t room = pairs->room == 0 ? 256 : pairs->room * 2;
    reuse_pair *grown = isnad_arena_grow(pairs->arena, pairs->items, pairs->room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(err, pairs->arena, "reuse");
    pairs->items = grown;
    pairs->room = room;
  }
  pairs->items[pairs->count++] = x < y ? (reuse_pair){x, y} : (reuse_pair){y, x};
  return ISNAD_OK;
}

isnad_status reuse_add_ids(reuse_ids *ids, int64_t x, int64_t y, isnad_err *err) {
  if (ids->room - ids->count < 2) {
    size_t room = ids->room == 0 ? 256 : ids->room * 2;
    int64_t *grown = isnad_arena_grow(ids->arena, ids->items, ids->room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(err, ids->arena, "reuse");
    ids->items = grown;
    ids->room = room;
  }
  ids->items[ids->count++] = x;
  ids->items[ids->count++] = y;
  return ISNAD_OK;
}

static int by_names(const void *x, const void *y) {
  const reuse_pair *p = x, *q = y;
  if (p->a != q->a) return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

void reuse_sort_pairs(reuse_pairs *pairs) {
  if (pairs->count < 2) return;
  qsort(pairs->items, pairs->count, sizeof *pairs->items, by_names);
  size_t kept = 1;
  for (size_t i = 1; i < pairs->count; i++)
    if (by_names(&pairs->items[i], &pairs->items[kept - 1]) != 0) pairs->items[kept++] = pairs->items[i];
  pairs->count = kept;
}

/* --- which hang together --- */

typedef struct tied_pair {
  uint32_t group; /* of both ends */
  reuse_pair pair;
} tied_pair;

static int by_group(const void *x, const void *y) {
  const tied_pair *p = x, *q = y;
  if (p->group != q->group) return p->group < q->group ? -1 : 1;
  return by_names(&p->pair, &q->pair);
}

static uint32_t top_of(uint32_t *up, uint32_t i) {
  while (up[i] != i) i = up[i] = up[up[i]];
  return i;
}

/* The number of a name, in the order in which names come; names without one get the next, which is its own top. */
static bool number_of(uint32_t *out, map *numbers, uint32_t *up, uint64_t name) {
  uint64_t *number = map_put(numbers, name);
  if (number == NULL) return false;
  if (*number == 0) {
    *number = numbers->count;
    up[*number] = (uint32_t)*number;
  }
  *out = (uint32_t)*number;
  return true;
}

/* Disjoint sets (Tarjan 1975), each under the least number in it. */
static bool tie(tied_pair *tied, isnad_arena *arena, const reuse_pairs *pairs) {
  map numbers;
  uint32_t *up = arena_room(arena, 2 * pairs->count + 1, sizeof *up);
  if (up == NULL || !map_new(&numbers, arena, pairs->count)) return false;
  for (size_t i = 0; i < pairs->count; i++) {
    uint32_t a = 0, b = 0;
    tied[i].pair = pairs->items[i];
    if (!number_of(&a, &numbers, up, pairs->items[i].a) || !number_of(&b, &numbers, up, pairs->items[i].b)) return false;
    tied[i].group = a;
    a = top_of(up, a);
    b = top_of(up, b);
    up[a > b ? a : b] = a < b ? a : b;
  }
  for (size_t i = 0; i < pairs->count; i++) tied[i].group = top_of(up, tied[i].group);
  return true;
}

isnad_status reuse_gather_pairs(reuse_pairs *pairs, isnad_err *err) {
  isnad_arena *arena = NULL;
  if (pairs->count < 2) return ISNAD_OK;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "reuse", (isnad_span){0, 0}, "out of memory");
  tied_pair *tied = arena_room(arena, pairs->count, sizeof *tied);
  isnad_status status = tied != NULL && tie(tied, arena, pairs) ? ISNAD_OK : isnad_arena_fail(err, arena, "reuse");
  if (status == ISNAD_OK) qsort(tied, pairs->count, sizeof *tied, by_group);
  for (size_t i = 0; status == ISNAD_OK && i < pairs->count; i++) pairs->items[i] = tied[i].pair;
  isnad_arena_free(arena);
  return status;
}
