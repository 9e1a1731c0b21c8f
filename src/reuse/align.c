#include "reuse/align.h"

#include <stdlib.h>

enum { SEED = ALIGN_SEED, MOST_SEEDS = 8, GAP = ALIGN_GAP, LOOK_BACK = 40, RUN_POINTS = 5, GAP_POINTS = 1 };

typedef struct run {
  uint32_t i, j, length; /* words [i, i + length) of a equal words [j, j + length) of b */
  int32_t points;        /* of the best chain that ends here */
  int32_t before;        /* the run before it in that chain; -1 */
  bool used;
} run;

typedef struct aligner {
  isnad_arena *arena;
  const uint32_t *a, *b; /* folded */
  const uint32_t *a_spelled, *b_spelled;
  uint32_t a_count, b_count;
  run *runs;
  size_t count, room;
  bool failed;
} aligner;

static uint32_t seed_slot(const uint32_t *words, uint32_t mask) {
  uint64_t h = words[0] * 0x9E3779B97F4A7C15u;
  h = (h ^ (h >> 29) ^ words[1]) * 0xBF58476D1CE4E5B9u;
  h = (h ^ (h >> 32) ^ words[2]) * 0x94D049BB133111EBu;
  return (uint32_t)(h >> 33) & mask;
}

static bool same_seed(const uint32_t *x, const uint32_t *y) { return x[0] == y[0] && x[1] == y[1] && x[2] == y[2]; }

static void add_run(aligner *w, uint32_t i, uint32_t j, uint32_t length) {
  if (w->count == w->room) {
    size_t room = w->room == 0 ? 64 : w->room * 2;
    run *grown = isnad_arena_grow(w->arena, w->runs, w->room, room, sizeof *w->runs);
    if (grown == NULL) {
      w->failed = true;
      return;
    }
    w->runs = grown;
    w->room = room;
  }
  w->runs[w->count++] = (run){i, j, length, 0, -1, false};
}

static uint32_t shared_length(const aligner *w, uint32_t i, uint32_t j) {
  uint32_t n = 0;
  while (i + n < w->a_count && j + n < w->b_count && w->a[i + n] == w->b[j + n]) n++;
  return n;
}

/* Places of each 3-gram of b: heads by slot, then a chain of later places through `next`, both counted from 1. */
typedef struct seed_index {
  uint32_t *heads, *next;
  uint32_t mask;
} seed_index;

static bool index_seeds(seed_index *index, const aligner *w) {
  uint32_t room = 64;
  while (room < w->b_count * 2) room *= 2;
  index->mask = room - 1;
  index->heads = isnad_arena_array(w->arena, room, sizeof *index->heads);
  index->next = isnad_arena_array(w->arena, (size_t)w->b_count + 1, sizeof *index->next);
  if (index->heads == NULL || index->next == NULL) return false;
  for (uint32_t j = w->b_count - SEED + 1; j-- > 0;) {
    uint32_t slot = seed_slot(w->b + j, index->mask);
    index->next[j + 1] = index->heads[slot];
    index->heads[slot] = j + 1;
  }
  return true;
}

/* `reached` holds for each diagonal how far in a its last run went, so that a run is found once and not at each of its seeds. */
static void grow_from(aligner *w, const seed_index *index, uint32_t *reached, uint32_t i) {
  unsigned seen = 0;
  for (uint32_t at = index->heads[seed_slot(w->a + i, index->mask)]; at != 0 && seen < MOST_SEEDS; at = index->next[at]) {
    uint32_t j = at - 1, diagonal = j + w->a_count - i;
    if (reached[diagonal] > i) {
      seen++;
      continue;
    }
    if (!same_seed(w->a + i, w->b + j)) continue;
    seen++;
    uint32_t length = shared_length(w, i, j);
    reached[diagonal] = i + length;
    add_run(w, i, j, length);
  }
}

static bool find_runs(aligner *w) {
  seed_index index;
  uint32_t *reached = isnad_arena_array(w->arena, (size_t)w->a_count + w->b_count + 1, sizeof *reached);
  if (reached == NULL || !index_seeds(&index, w)) return false;
  for (uint32_t i = 0; i + SEED <= w->a_count; i++) grow_from(w, &index, reached, i);
  return !w->failed;
}

/* How many words of `later` are left behind `earlier`, when it can follow it in a chain; 0: it cannot. */
static uint32_t follows(const run *earlier, const run *later, uint32_t *gap) {
  uint32_t i = earlier->i + earlier->length, j = earlier->j + earlier->length;
  if (later->i < earlier->i || later->j < earlier->j) return 0;
  uint32_t trim = 0;
  if (later->i < i) trim = i - later->i;
  if (later->j < j && j - later->j > trim) trim = j - later->j;
  if (trim >= later->length) return 0;
  uint32_t a_gap = later->i + trim - i, b_gap = later->j + trim - j;
  *gap = a_gap > b_gap ? a_gap : b_gap;
  return *gap <= GAP ? later->length - trim : 0;
}

static void chain_runs(aligner *w) {
  for (size_t r = 0; r < w->count; r++) {
    run *later = &w->runs[r];
    later->points = (int32_t)later->length * RUN_POINTS;
    for (size_t back = 1; back <= LOOK_BACK && back <= r; back++) {
      const run *earlier = &w->runs[r - back];
      uint32_t gap = 0, left = follows(earlier, later, &gap);
      if (left == 0) continue;
      int32_t points = earlier->points + (int32_t)left * RUN_POINTS - (int32_t)gap * GAP_POINTS;
      if (points <= later->points) continue;
      later->points = points;
      later->before = (int32_t)(r - back);
    }
  }
}

/* Longest common subsequence of two gaps of at most 64 words. */
static uint32_t common_words(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count) {
  uint64_t row = ~(uint64_t)0;
  for (uint32_t i = 0; i < a_count; i++) {
    uint64_t same = 0;
    for (uint32_t j = 0; j < b_count; j++)
      if (a[i] == b[j]) same |= (uint64_t)1 << j;
    uint64_t hit = row & same;
    row = (row + hit) | (row - hit);
  }
  uint32_t common = 0;
  for (uint32_t j = 0; j < b_count; j++) common += (row >> j & 1) == 0;
  return common;
}

/* Puts the chain that ends at `last` into `out`, cut short where it would enter words that a better chain has taken. */
typedef struct taken_words {
  uint8_t *a, *b;
} taken_words;

static bool any_taken(const taken_words *taken, const run *r) {
  for (uint32_t n = 0; n < r->length; n++)
    if (taken->a[r->i + n] || taken->b[r->j + n]) return true;
  return false;
}

static uint32_t spelled_alike(const aligner *w, const run *r, uint32_t length) {
  uint32_t alike = 0;
  for (uint32_t n = 0; n < length; n++) alike += w->a_spelled[r->i + n] == w->b_spelled[r->j + n];
  return alike;
}

static align_passage walk_back(aligner *w, const taken_words *taken, int32_t last) {
  const run *r = &w->runs[last];
  align_passage p = {r->i, r->i + r->length, r->j, r->j + r->length, r->length, spelled_alike(w, r, r->length)};
  w->runs[last].used = true;
  for (int32_t at = r->before; at >= 0; at = w->runs[at].before) {
    run *earlier = &w->runs[at];
    if (earlier->used || any_taken(taken, earlier)) break;
    earlier->used = true;
    uint32_t i = earlier->i + earlier->length, j = earlier->j + earlier->length;
    uint32_t over_a = i > p.a ? i - p.a : 0, over_b = j > p.b ? j - p.b : 0, over = over_a > over_b ? over_a : over_b;
    p.matched += earlier->length - over;
    p.alike += spelled_alike(w, earlier, earlier->length - over);
    if (over == 0) p.matched += common_words(w->a + i, p.a - i, w->b + j, p.b - j);
    p.a = earlier->i;
    p.b = earlier->j;
  }
  return p;
}

static void take_words(const taken_words *taken, const align_passage *p) {
  for (uint32_t i = p->a; i < p->a_end; i++) taken->a[i] = 1;
  for (uint32_t j = p->b; j < p->b_end; j++) taken->b[j] = 1;
}

typedef struct chain_end {
  int32_t points;
  int32_t at;
} chain_end;

static int by_points(const void *x, const void *y) {
  const chain_end *a = x, *b = y;
  if (a->points != b->points) return a->points < b->points ? 1 : -1;
  return a->at < b->at ? -1 : a->at > b->at;
}

static int by_place(const void *x, const void *y) {
  const align_passage *a = x, *b = y;
  if (a->a != b->a) return a->a < b->a ? -1 : 1;
  return a->b < b->b ? -1 : a->b > b->b;
}

static bool take_chains(aligner *w, align_passage **out, size_t *count, uint32_t least) {
  chain_end *ends = isnad_arena_array(w->arena, w->count, sizeof *ends);
  taken_words taken = {isnad_arena_array(w->arena, w->a_count, 1), isnad_arena_array(w->arena, w->b_count, 1)};
  *out = isnad_arena_array(w->arena, w->count, sizeof **out);
  if (ends == NULL || taken.a == NULL || taken.b == NULL || *out == NULL) return false;
  for (size_t r = 0; r < w->count; r++) ends[r] = (chain_end){w->runs[r].points, (int32_t)r};
  qsort(ends, w->count, sizeof *ends, by_points);
  for (size_t e = 0; e < w->count; e++) {
    if (w->runs[ends[e].at].used || any_taken(&taken, &w->runs[ends[e].at])) continue;
    align_passage p = walk_back(w, &taken, ends[e].at);
    if (p.matched < least) continue;
    take_words(&taken, &p);
    (*out)[(*count)++] = p;
  }
  if (*count > 1) qsort(*out, *count, sizeof **out, by_place);
  return true;
}

isnad_status align_texts(align_passage **out, size_t *count, isnad_arena *arena, const align_words *a, const align_words *b, uint32_t least,
                         isnad_err *err) {
  *out = NULL;
  *count = 0;
  if (a->count < SEED || b->count < SEED) return ISNAD_OK;
  aligner w = {
      .arena = arena, .a = a->folded, .b = b->folded, .a_spelled = a->spelled, .b_spelled = b->spelled, .a_count = a->count, .b_count = b->count};
  if (!find_runs(&w)) return isnad_arena_fail(err, arena, "reuse");
  if (w.count == 0) return ISNAD_OK;
  chain_runs(&w);
  return take_chains(&w, out, count, least) ? ISNAD_OK : isnad_arena_fail(err, arena, "reuse");
}
