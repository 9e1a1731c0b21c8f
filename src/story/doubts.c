/* Pairs that may have lost what brought them together, or that are copies: judged one by one by the rule. */
#include "story/finder.h"

#include "store/sql.h"

#include <stdlib.h>

/* Most of the one text stands in the other, and it is more than a paragraph of background. */
static const double copy_share = 0.7;
enum { COPY_WORDS = 40, COPY_SCORE = 900 };

static isnad_status no_memory(const finder *f, isnad_err *err) { return isnad_arena_fail(err, f->arena, "story"); }

static isnad_status doubt(finder *f, int64_t x, int64_t y, isnad_err *err) {
  if (f->doubt_count == f->doubt_room) {
    size_t room = f->doubt_room * 2 + 256;
    pair_of_ids *grown = isnad_arena_grow(f->arena, f->doubts, f->doubt_room, room, sizeof *grown);
    if (grown == NULL) return no_memory(f, err);
    f->doubts = grown;
    f->doubt_room = room;
  }
  f->doubts[f->doubt_count++] = (pair_of_ids){x < y ? x : y, x < y ? y : x};
  return ISNAD_OK;
}

static isnad_status doubt_rows(finder *f, const char *sql, int64_t id, isnad_err *err) {
  sqlite3_stmt *row = store_statement(f->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status;
  while ((status = store_step(f->store, row, err)) == ISNAD_OK)
    if ((status = doubt(f, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), err)) != ISNAD_OK) break;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status finder_doubt_links(finder *f, int64_t id, bool copies, isnad_err *err) {
  static const char all_a[] = "SELECT a, b FROM link WHERE a = ?1", all_b[] = "SELECT a, b FROM link WHERE b = ?1",
                    copied_a[] = "SELECT a, b FROM link WHERE a = ?1 AND copied = 1",
                    copied_b[] = "SELECT a, b FROM link WHERE b = ?1 AND copied = 1";
  isnad_status status = doubt_rows(f, copies ? copied_a : all_a, id, err);
  return status == ISNAD_OK ? doubt_rows(f, copies ? copied_b : all_b, id, err) : status;
}

isnad_status finder_doubt_copies(finder *f, const int64_t *ids, size_t count, isnad_err *err) {
  static const char as_a[] = "SELECT a, b FROM passage WHERE a = ?1 AND max(a_in_b, b_in_a) >= 0.7",
                    as_b[] = "SELECT a, b FROM passage WHERE b = ?1 AND max(a_in_b, b_in_a) >= 0.7";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    status = doubt_rows(f, as_a, ids[i], err);
    if (status == ISNAD_OK) status = doubt_rows(f, as_b, ids[i], err);
    if (status == ISNAD_OK) status = finder_doubt_links(f, ids[i], true, err);
  }
  return status;
}

/* --- judging --- */

static int by_pair(const void *a, const void *b) {
  const pair_of_ids *x = a, *y = b;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void sort_doubts(finder *f) {
  size_t kept = 0;
  if (f->doubt_count > 1) qsort(f->doubts, f->doubt_count, sizeof *f->doubts, by_pair);
  for (size_t i = 0; i < f->doubt_count; i++)
    if (kept == 0 || by_pair(&f->doubts[i], &f->doubts[kept - 1]) != 0) f->doubts[kept++] = f->doubts[i];
  f->doubt_count = kept;
}

static isnad_status is_copy(bool *out, finder *f, const report *x, const report *y, isnad_err *err) {
  sqlite3_stmt *row = store_statement(f->store, "SELECT max(a_in_b, b_in_a), matched FROM passage WHERE a = ?1 AND b = ?2", err);
  const report *a = isnad_slice_compare(x->name, y->name) < 0 ? x : y, *b = a == x ? y : x;
  double gap = 0;
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->id);
  sqlite3_bind_int64(row, 2, b->id);
  isnad_status status = store_step(f->store, row, err);
  *out =
      status == ISNAD_OK && sqlite3_column_double(row, 0) >= copy_share && sqlite3_column_int64(row, 1) >= COPY_WORDS && reports_time_fit(x, y, &gap);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The cells that decide whether two reports meet on a key. */
static size_t deciding_cells(uint64_t out[2], uint64_t key, const report *x, const report *y) {
  bool dated = report_dated(x) && report_dated(y);
  out[0] = dated ? cell_of(key, x) : cell_of_all(key);
  out[1] = dated ? cell_of(key, y) : out[0];
  return out[0] == out[1] ? 1 : 2;
}

static size_t shared_keys(uint64_t out[KEYS], const report *x, const report *y) {
  size_t count = 0;
  for (size_t i = 0; i < x->key_count; i++)
    for (size_t k = 0; k < y->key_count; k++)
      if (x->keys[i] == y->keys[k]) {
        out[count++] = x->keys[i];
        break;
      }
  return count;
}

/* How many hold each cell that decides about a doubtful pair. */
static isnad_status count_cells(map *counts, finder *f, isnad_err *err) {
  segment_range *ranges = isnad_arena_array(f->arena, f->doubt_count * KEYS * 2 + 1, sizeof *ranges);
  uint64_t *wanted = isnad_arena_array(f->arena, f->doubt_count * KEYS * 2 + 1, sizeof *wanted);
  size_t count = 0, kept = 0;
  isnad_status status = ISNAD_OK;
  if (ranges == NULL || wanted == NULL || !map_new(counts, f->arena, f->doubt_count * 4)) return no_memory(f, err);
  for (size_t i = 0; i < f->doubt_count && status == ISNAD_OK; i++) {
    const report *x = NULL, *y = NULL;
    uint64_t keys[KEYS];
    status = finder_report(&x, f, f->doubts[i].a, err);
    if (status == ISNAD_OK) status = finder_report(&y, f, f->doubts[i].b, err);
    size_t shared = status == ISNAD_OK ? shared_keys(keys, x, y) : 0;
    for (size_t k = 0; k < shared; k++) count += deciding_cells(wanted + count, keys[k], x, y);
  }
  if (count > 1) qsort(wanted, count, sizeof *wanted, finder_by_value);
  for (size_t i = 0; i < count; i++)
    if (i == 0 || wanted[i] != wanted[i - 1]) ranges[kept++] = (segment_range){wanted[i], wanted[i]};
  segment_hits hits = {.arena = f->arena};
  if (status == ISNAD_OK) status = segments_find(&hits, f->store, story_index, ranges, kept, KEY_MOST + 1, err);
  for (size_t i = 0; i < hits.count && status == ISNAD_OK; i++) {
    uint64_t *held = map_put(counts, hits.items[i].key);
    if (held == NULL) return no_memory(f, err);
    ++*held;
  }
  return status;
}

static bool few_hold(const map *counts, uint64_t key, const report *x, const report *y) {
  uint64_t cells[2];
  size_t count = deciding_cells(cells, key, x, y), most = report_dated(x) && report_dated(y) ? CELL_MOST : KEY_MOST;
  for (size_t i = 0; i < count; i++) {
    const uint64_t *held = map_get(counts, cells[i]);
    if (held != NULL && *held > most) return false;
  }
  return true;
}

static isnad_status judge(finder *f, const map *counts, const pair_of_ids *pair, isnad_err *err) {
  const report *x = NULL, *y = NULL;
  uint64_t keys[KEYS];
  isnad_status status = finder_report(&x, f, pair->a, err);
  if (status == ISNAD_OK) status = finder_report(&y, f, pair->b, err);
  if (status != ISNAD_OK) return status;
  size_t shared = shared_keys(keys, x, y), met = 0;
  for (size_t k = 0; k < shared; k++) met += few_hold(counts, keys[k], x, y);
  unsigned score = met >= FEWEST_KEYS ? score_reports(x, y) : 0;
  bool copied = false;
  status = is_copy(&copied, f, x, y, err);
  if (status != ISNAD_OK) return status;
  copied = copied && score < COPY_SCORE;
  if (copied) score = COPY_SCORE;
  return finder_put_link(f, x, y, score >= LINK_LEAST ? score : 0, copied, err);
}

isnad_status finder_judge_doubts(finder *f, isnad_err *err) {
  map counts;
  if (f->doubt_count == 0) return ISNAD_OK;
  sort_doubts(f);
  isnad_status status = count_cells(&counts, f, err);
  for (size_t i = 0; status == ISNAD_OK && i < f->doubt_count; i++) status = judge(f, &counts, &f->doubts[i], err);
  return status;
}
