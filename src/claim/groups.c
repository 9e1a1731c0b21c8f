#include "claim/groups.h"

#include <stdlib.h>

bool groups_new(claim_groups *out, isnad_arena *arena, size_t count) {
  out->up = isnad_arena_array(arena, 2 * count + 1, sizeof *out->up);
  out->count = count;
  if (out->up == NULL) return false;
  out->next = out->up + count;
  for (size_t i = 0; i < count; i++) out->up[i] = out->next[i] = i;
  return true;
}

size_t groups_root(claim_groups *g, size_t at) {
  while (g->up[at] != at) at = g->up[at] = g->up[g->up[at]];
  return at;
}

void groups_join(claim_groups *g, size_t a, size_t b) {
  a = groups_root(g, a);
  b = groups_root(g, b);
  if (a == b) return;
  size_t kept = g->next[a];
  g->next[a] = g->next[b];
  g->next[b] = kept;
  if (a < b)
    g->up[b] = a;
  else
    g->up[a] = b;
}

void pairs_add(claim_pairs *out, size_t a, size_t b, double score) {
  if (out->count == out->room && !out->failed) {
    claim_pair *more = isnad_arena_grow(out->arena, out->items, out->room, out->room * 2 + 256, sizeof *more);
    out->failed = more == NULL;
    if (more != NULL) {
      out->items = more;
      out->room = out->room * 2 + 256;
    }
  }
  if (!out->failed) out->items[out->count++] = (claim_pair){a, b, score};
}

static int by_score(const void *left, const void *right) {
  const claim_pair *x = left, *y = right;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

void pairs_sort(claim_pairs *pairs) {
  if (pairs->count > 1) qsort(pairs->items, pairs->count, sizeof *pairs->items, by_score);
}
