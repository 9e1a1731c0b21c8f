/* Which reports look like one event: candidates share rare terms inside a window of time, and are then compared whole. */
#include "base/clock.h"
#include "story/score.h"

#include <stdlib.h>

/* KEYS: the heaviest terms of a report that bring candidates. NEAREST: of one key's reports on either side of the window, the nearest in time. */
enum { KEYS = 14, NEAREST = 200, FEWEST_KEYS = 2, WINDOW_DAYS = 4, LINK_LEAST = 50 };

typedef struct posting {
  uint64_t hash;
  int64_t from; /* INT64_MIN: undated */
  uint32_t report;
} posting;

typedef struct finder {
  const reports *all;
  isnad_arena *arena;
  posting *postings; /* by hash, time, report */
  size_t count;
  uint8_t *seen; /* per report: keys shared with the one at hand */
  uint32_t *touched;
  size_t touched_count;
  links *out;
  size_t room;
  bool failed;
} finder;

static int by_hash_and_time(const void *a, const void *b) {
  const posting *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  return (x->report > y->report) - (x->report < y->report);
}

/* The KEYS heaviest terms; ties by hash, so that the choice is the report's own. */
static size_t heaviest(const report *r, uint64_t keys[KEYS]) {
  float weights[KEYS];
  size_t count = 0;
  for (uint32_t i = 0; i < r->term_count; i++) {
    size_t at = count < KEYS ? count : KEYS;
    while (at > 0 && weights[at - 1] < r->terms[i].whole) at--;
    if (at == KEYS) continue;
    if (count < KEYS) count++;
    for (size_t k = count - 1; k > at; k--) {
      weights[k] = weights[k - 1];
      keys[k] = keys[k - 1];
    }
    weights[at] = r->terms[i].whole;
    keys[at] = r->terms[i].hash;
  }
  return count;
}

static int64_t time_of(const report *r) { return r->when.from < r->when.to ? r->when.from : INT64_MIN; }

static bool make_postings(finder *f) {
  f->postings = isnad_arena_array(f->arena, f->all->count * KEYS + 1, sizeof *f->postings);
  if (f->postings == NULL) return false;
  for (uint32_t i = 0; i < f->all->count; i++) {
    uint64_t keys[KEYS];
    size_t count = heaviest(&f->all->items[i], keys);
    for (size_t k = 0; k < count; k++) f->postings[f->count++] = (posting){keys[k], time_of(&f->all->items[i]), i};
  }
  if (f->count > 1) qsort(f->postings, f->count, sizeof *f->postings, by_hash_and_time);
  return true;
}

/* The first posting of `hash` at or after `from`. */
static size_t lower_bound(const finder *f, uint64_t hash, int64_t from) {
  size_t low = 0, high = f->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const posting *p = &f->postings[middle];
    if (p->hash < hash || (p->hash == hash && p->from < from))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void touch(finder *f, uint32_t self, uint32_t other) {
  if (other <= self) return;
  if (f->seen[other] == 0) f->touched[f->touched_count++] = other;
  if (f->seen[other] < UINT8_MAX) f->seen[other]++;
}

/* The postings of one key from `first` on while their time is at most `last`, at most NEAREST of them. */
static void touch_run(finder *f, uint32_t self, uint64_t hash, int64_t first, int64_t last) {
  size_t at = lower_bound(f, hash, first);
  for (size_t taken = 0; at < f->count && f->postings[at].hash == hash && f->postings[at].from <= last && taken < NEAREST; at++, taken++)
    touch(f, self, f->postings[at].report);
}

/* Candidates are looked for forwards in time and among the undated; the later of two dated reports finds nothing that the earlier did not. */
static void touch_key(finder *f, uint32_t self, uint64_t hash) {
  const int64_t window = (int64_t)WINDOW_DAYS * DAY_SECONDS;
  int64_t from = time_of(&f->all->items[self]);
  touch_run(f, self, hash, INT64_MIN, INT64_MIN);
  if (from == INT64_MIN)
    touch_run(f, self, hash, INT64_MIN + 1, INT64_MAX);
  else
    touch_run(f, self, hash, from - window, from + window);
}

static void add_link(finder *f, uint32_t a, uint32_t b, uint32_t score) {
  if (f->out->count == f->room) {
    size_t room = f->room == 0 ? 4096 : f->room * 2;
    report_link *items = isnad_arena_grow(f->arena, f->out->items, f->room, room, sizeof *items);
    f->failed = items == NULL;
    if (f->failed) return;
    f->out->items = items;
    f->room = room;
  }
  f->out->items[f->out->count++] = (report_link){a, b, score};
}

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static void link_report(finder *f, uint32_t self) {
  uint64_t keys[KEYS];
  size_t count = heaviest(&f->all->items[self], keys);
  f->touched_count = 0;
  for (size_t k = 0; k < count; k++) touch_key(f, self, keys[k]);
  if (f->touched_count > 1) qsort(f->touched, f->touched_count, sizeof *f->touched, by_number);
  for (size_t i = 0; i < f->touched_count; i++) {
    uint32_t other = f->touched[i];
    bool enough = f->seen[other] >= FEWEST_KEYS;
    f->seen[other] = 0;
    if (!enough || f->failed) continue;
    unsigned score = score_reports(&f->all->items[self], &f->all->items[other]);
    if (score >= LINK_LEAST) add_link(f, self, other, score);
  }
}

isnad_status links_find(links *out, isnad_arena *arena, const reports *all, isnad_err *err) {
  *out = (links){NULL, 0};
  finder f = {.all = all, .arena = arena, .out = out};
  f.seen = isnad_arena_array(arena, all->count + 1, sizeof *f.seen);
  f.touched = isnad_arena_array(arena, all->count + 1, sizeof *f.touched);
  if (f.seen == NULL || f.touched == NULL || !make_postings(&f)) return isnad_arena_fail(err, arena, "story");
  for (uint32_t i = 0; i < all->count && !f.failed; i++) link_report(&f, i);
  return f.failed ? isnad_arena_fail(err, arena, "story") : ISNAD_OK;
}
