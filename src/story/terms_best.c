/* What the terms of an article weigh, and the few that it is known by. */
#include "story/terms_best.h"

#include "base/room.h"

#include <math.h>

/* Unseen words are taken as seen FLOOR times in 100 million; those seen less than SPECIFIC times are hardly shared by chance. */
enum { FLOOR = 60, SPECIFIC = 3000 };

static const double headline_boost = 1.6, lead_boost = 1.25, figure_share = 0.6;

/* Bits of information of the word; a bare number says less than its rarity. */
static double bits_of(const counted_term *item) {
  double bits = log2(1e8 / ((double)item->frequency + FLOOR));
  return item->number ? bits * figure_share : bits;
}

static double weight_of(const counted_term *item) {
  double damped = item->count > 1 ? 1 + log2((double)item->count) * 0.5 : 1;
  return bits_of(item) * damped * (item->headline ? headline_boost : item->lead ? lead_boost : 1.0);
}

/* What the terms are chosen by. */
typedef struct ranked {
  double weight;
  uint64_t hash;
  const counted_term *item;
} ranked;

static bool is_lesser(const ranked *x, const ranked *y) { return x->weight != y->weight ? x->weight < y->weight : x->hash > y->hash; }

/* Lets the item at `at` sink to its place among those of a heap, the least of which is at the top. */
static void sink(ranked *heap, size_t count, size_t at) {
  ranked one = heap[at];
  for (size_t below; (below = 2 * at + 1) < count; at = below) {
    if (below + 1 < count && is_lesser(&heap[below + 1], &heap[below])) below++;
    if (!is_lesser(&heap[below], &one)) break;
    heap[at] = heap[below];
  }
  heap[at] = one;
}

/* Leaves the best in front, in no order: each of the others is held against the least of them. */
static size_t keep_best(ranked *all, size_t count) {
  if (count <= MOST_TERMS) return count;
  for (size_t i = MOST_TERMS / 2; i-- > 0;) sink(all, MOST_TERMS, i);
  for (size_t i = MOST_TERMS; i < count; i++) {
    if (!is_lesser(&all[0], &all[i])) continue;
    all[0] = all[i];
    sink(all, MOST_TERMS, 0);
  }
  return MOST_TERMS;
}

static void sort_by_hash(ranked *items, size_t count) {
  for (size_t i = 1; i < count; i++) {
    ranked one = items[i];
    size_t at = i;
    for (; at > 0 && items[at - 1].hash > one.hash; at--) items[at] = items[at - 1];
    items[at] = one;
  }
}

isnad_slice terms_best(isnad_arena *arena, const counted_term *items, size_t count) {
  term terms[MOST_TERMS];
  ranked *best = arena_room(arena, count + 1, sizeof *best);
  if (best == NULL) return (isnad_slice){NULL, 0};
  for (size_t i = 0; i < count; i++) best[i] = (ranked){weight_of(&items[i]), items[i].hash, &items[i]};
  size_t kept = keep_best(best, count);
  sort_by_hash(best, kept);
  for (size_t i = 0; i < kept; i++) {
    const counted_term *item = best[i].item;
    terms[i] = (term){.hash = item->hash,
                      .whole = (float)best[i].weight,
                      .headline = item->headline ? term_units((float)bits_of(item), TERM_HEADLINE_MOST) : 0,
                      .kind = (uint8_t)item->kind,
                      .specific = !item->number && item->frequency < SPECIFIC,
                      .lead = item->headline || item->lead,
                      .event = item->event};
  }
  return terms_pack(arena, terms, kept);
}
