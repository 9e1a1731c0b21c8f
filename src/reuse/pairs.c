#include "reuse/weaving.h"

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
