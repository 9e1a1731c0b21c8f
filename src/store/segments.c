#include "store/segment_runs.h"

enum { GROWTH = 3 };

/* --- merging --- */

static bool before(const segment_entry *a, const segment_entry *b) { return a->key < b->key || (a->key == b->key && a->value < b->value); }

static isnad_status merge_into(run_writer *w, run_cursor *inputs, size_t count, isnad_err *err) {
  for (;;) {
    run_cursor *least = NULL;
    for (size_t i = 0; i < count; i++) {
      run_cursor *c = &inputs[i];
      if (!c->ended && (least == NULL || before(&c->entries[c->at], &least->entries[least->at]))) least = c;
    }
    if (least == NULL) return run_flush(w, err);
    isnad_status status = run_write(w, least->entries[least->at++], err);
    if (status == ISNAD_OK && least->at == least->count) status = run_next_page(least, err);
    if (status != ISNAD_OK) return status;
  }
}

static isnad_status merge_runs(isnad_store *store, const char *kind, const run_size *runs, size_t count, int64_t entries, isnad_err *err) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  run_writer *out = isnad_arena_alloc(arena, sizeof *out);
  run_cursor *inputs = isnad_arena_array(arena, count, sizeof *inputs);
  isnad_status status = out != NULL && inputs != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
  if (status == ISNAD_OK) {
    out->store = store;
    status = run_begin(&out->run, store, kind, entries, err);
  }
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = run_open(&inputs[i], store, runs[i].run, err);
  if (status == ISNAD_OK) status = merge_into(out, inputs, count, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = run_drop(store, runs[i].run, err);
  isnad_arena_free(arena);
  return status;
}

/* Keeps every run more than GROWTH times as large as all smaller ones together. */
static isnad_status settle(isnad_store *store, const char *kind, isnad_err *err) {
  run_size runs[MOST_RUNS];
  size_t count = 0, merged = 0;
  isnad_status status = runs_list(runs, &count, store, kind, err);
  int64_t below = 0, total = 0;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (i > 0 && runs[i].entries <= GROWTH * below) {
      merged = i + 1;
      total = below + runs[i].entries;
    }
    below += runs[i].entries;
  }
  return status == ISNAD_OK && merged > 1 ? merge_runs(store, kind, runs, merged, total, err) : status;
}

isnad_status segments_add(isnad_store *store, const char *kind, const segment_entry *entries, size_t count, isnad_err *err) {
  if (count == 0) return ISNAD_OK;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  run_writer *w = isnad_arena_alloc(arena, sizeof *w);
  isnad_status status = w != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
  if (status == ISNAD_OK) {
    w->store = store;
    status = run_begin(&w->run, store, kind, (int64_t)count, err);
  }
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = run_write(w, entries[i], err);
  if (status == ISNAD_OK) status = run_flush(w, err);
  isnad_arena_free(arena);
  return status == ISNAD_OK ? settle(store, kind, err) : status;
}

/* --- looking up --- */

static isnad_status add_hit(segment_hits *hits, segment_entry entry, isnad_err *err) {
  if (hits->count == hits->room) {
    size_t room = hits->room == 0 ? 256 : hits->room * 2;
    segment_entry *grown = isnad_arena_grow(hits->arena, hits->items, hits->room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(err, hits->arena, "store");
    hits->items = grown;
    hits->room = room;
  }
  hits->items[hits->count++] = entry;
  return ISNAD_OK;
}

/* The first entry of the page at or after `key`; c->at only moves forward. */
static void advance_to(run_cursor *c, uint64_t key) {
  size_t step = 1, low = c->at, high;
  if (low >= c->count || c->entries[low].key >= key) return;
  while (low + step < c->count && c->entries[low + step].key < key) {
    low += step;
    step *= 2;
  }
  high = low + step < c->count ? low + step : c->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (c->entries[middle].key < key)
      low = middle;
    else
      high = middle;
  }
  c->at = high;
}

static isnad_status find_range(segment_hits *hits, run_cursor *c, segment_range range, size_t most, isnad_err *err) {
  if (c->ended) return ISNAD_OK; /* an earlier range ran past the end of the run */
  bool in_hand = c->count > 0 && c->entries[c->count - 1].key >= range.first;
  isnad_status status = in_hand ? ISNAD_OK : run_seek(c, range.first, err);
  uint64_t key = 0;
  size_t taken = 0;
  while (status == ISNAD_OK && !c->ended) {
    advance_to(c, range.first);
    for (; status == ISNAD_OK && c->at < c->count && c->entries[c->at].key <= range.last; c->at++) {
      if (taken == 0 || c->entries[c->at].key != key) taken = 0;
      key = c->entries[c->at].key;
      if (most == 0 || taken++ < most) status = add_hit(hits, c->entries[c->at], err);
    }
    if (status != ISNAD_OK || c->at < c->count) return status;
    status = run_next_page(c, err);
  }
  return status;
}

static isnad_status find_in_run(segment_hits *hits, run_cursor *c, const segment_range *ranges, size_t count, size_t most, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = find_range(hits, c, ranges[i], most, err);
  return status;
}

isnad_status segments_find(segment_hits *hits, isnad_store *store, const char *kind, const segment_range *ranges, size_t count, size_t most,
                           isnad_err *err) {
  run_size runs[MOST_RUNS];
  size_t run_count = 0;
  isnad_status status = runs_list(runs, &run_count, store, kind, err);
  if (status != ISNAD_OK || count == 0) return status;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  run_cursor *c = isnad_arena_alloc(arena, sizeof *c);
  if (c == NULL) status = isnad_arena_fail(err, arena, "store");
  for (size_t r = 0; status == ISNAD_OK && r < run_count; r++) {
    *c = (run_cursor){.store = store, .run = runs[r].run};
    status = find_in_run(hits, c, ranges, count, most, err);
  }
  isnad_arena_free(arena);
  return status;
}
