#include "story/near.h"

#include "store/sql.h"
#include "story/weaving.h"

#include <stdlib.h>

enum { COMPARED = 200 };

typedef struct seen {
  int64_t id;
  uint32_t keys;
} seen;

static int by_keys(const void *a, const void *b) {
  const seen *x = a, *y = b;
  if (x->keys != y->keys) return x->keys > y->keys ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* Who shares keys, those that share most first. */
static isnad_status sharers(seen **out, size_t *count, isnad_arena *arena, isnad_store *store, const report *self, isnad_err *err) {
  uint64_t keys[KEYS];
  segment_range ranges[KEYS];
  segment_hits hits = {.arena = arena};
  map places;
  size_t key_count = report_keys(keys, self);
  for (size_t i = 0; i < key_count; i++) keys[i] = cell_of_all(keys[i]);
  for (size_t i = 1; i < key_count; i++)
    for (size_t k = i; k > 0 && keys[k] < keys[k - 1]; k--) {
      uint64_t kept = keys[k];
      keys[k] = keys[k - 1];
      keys[k - 1] = kept;
    }
  for (size_t i = 0; i < key_count; i++) ranges[i] = (segment_range){keys[i], keys[i]};
  isnad_status status = segments_find(&hits, store, story_index, ranges, key_count, KEY_MOST, err);
  *out = isnad_arena_array(arena, hits.count + 1, sizeof **out);
  *count = 0;
  if (status != ISNAD_OK) return status;
  if (*out == NULL || !map_new(&places, arena, hits.count)) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; i < hits.count; i++) {
    uint64_t *place = map_put(&places, hits.items[i].value);
    if (place == NULL) return isnad_arena_fail(err, arena, "story");
    if (*place == 0) (*out)[(*count)++] = (seen){(int64_t)hits.items[i].value, 0};
    if (*place == 0) *place = *count;
    (*out)[*place - 1].keys++;
  }
  if (*count > 1) qsort(*out, *count, sizeof **out, by_keys);
  return ISNAD_OK;
}

static double cosine(const report *a, const report *b) {
  double sum = 0;
  for (uint32_t i = 0, k = 0; i < a->term_count && k < b->term_count;) {
    if (a->terms[i].hash < b->terms[k].hash)
      i++;
    else if (a->terms[i].hash > b->terms[k].hash)
      k++;
    else
      sum += (double)a->terms[i++].whole * (double)b->terms[k++].whole;
  }
  return a->norm > 0 && b->norm > 0 ? sum / ((double)a->norm * (double)b->norm) : 0;
}

static isnad_status is_copy(bool *out, isnad_store *store, int64_t x, int64_t y, isnad_err *err) {
  static const char sql[] = "SELECT 1 FROM passage WHERE ((a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)) AND max(a_in_b, b_in_a) >= 0.5";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, x);
  sqlite3_bind_int64(row, 2, y);
  isnad_status status = store_step(store, row, err);
  *out = status == ISNAD_OK;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_cosine(const void *a, const void *b) {
  const near_report *x = a, *y = b;
  if (x->cosine != y->cosine) return x->cosine > y->cosine ? -1 : 1;
  return isnad_slice_compare(x->name, y->name);
}

/* A report beside `self`, with only as much of it as the comparison needs. ISNAD_END: a bare headline of a list. */
static isnad_status compare(near_report *out, isnad_arena *arena, isnad_store *store, const report *self, int64_t id, isnad_err *err) {
  static const char sql[] = "SELECT role = 'headline', name, published_from, published_to, body_hash, p.terms FROM article a"
                            " JOIN packed p ON p.article = a.id WHERE a.id = ?1";
  sqlite3_stmt *row = store_statement(store, sql, err);
  term terms[MOST_TERMS];
  report other = {.id = id, .terms = terms};
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  if (sqlite3_column_int(row, 0) != 0) {
    sqlite3_reset(row);
    return ISNAD_END;
  }
  *out = (near_report){.id = id, .name = isnad_arena_copy(arena, store_column(row, 1)), .body_hash = (uint64_t)sqlite3_column_int64(row, 4)};
  if (sqlite3_column_type(row, 2) != SQLITE_NULL) out->when = (isnad_interval){sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3)};
  other.term_count = (uint32_t)terms_unpack(terms, store_column(row, 5));
  other.norm = report_norm(terms, other.term_count);
  sqlite3_reset(row);
  out->cosine = cosine(self, &other);
  out->copy = out->body_hash == self->body_hash;
  return out->name.bytes != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
}

isnad_status near_find(near_report **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t id, size_t most, isnad_err *err) {
  report self;
  seen *found = NULL;
  size_t found_count = 0, kept = 0;
  isnad_status status = report_load(&self, arena, store, id, true, err);
  if (status == ISNAD_OK) status = sharers(&found, &found_count, arena, store, &self, err);
  near_report *all = isnad_arena_array(arena, COMPARED, sizeof *all);
  if (status == ISNAD_OK && all == NULL) status = isnad_arena_fail(err, arena, "story");
  /* Ties at the edge of what is compared are cut by whole ranks, so that they do not depend on the order of adding. */
  size_t compared = found_count < COMPARED ? found_count : COMPARED;
  while (found_count > COMPARED && compared > 0 && found[compared - 1].keys == found[COMPARED].keys) compared--;
  for (size_t i = 0; status == ISNAD_OK && i < compared; i++) {
    if (found[i].id == id) continue;
    status = compare(&all[kept], arena, store, &self, found[i].id, err);
    if (status == ISNAD_OK && !all[kept].copy) status = is_copy(&all[kept].copy, store, id, found[i].id, err);
    kept += status == ISNAD_OK;
    if (status == ISNAD_END) status = ISNAD_OK;
  }
  if (kept > 1) qsort(all, kept, sizeof *all, by_cosine);
  *out = all;
  *count = kept < most ? kept : most;
  return status;
}
