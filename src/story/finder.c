#include "story/finder.h"

#include "base/room.h"
#include "store/sql.h"

#include <stdlib.h>

static isnad_status no_memory(const finder *f, isnad_err *err) { return isnad_arena_fail(err, f->arena, "story"); }

int finder_by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static bool take_keys(report *r, isnad_arena *arena) {
  uint64_t *keys = arena_room(arena, KEYS, sizeof *keys);
  r->keys = keys;
  if (keys != NULL) r->key_count = (uint32_t)report_keys(keys, r);
  return keys != NULL;
}

isnad_status finder_report(const report **out, finder *f, int64_t id, isnad_err *err) {
  uint64_t *place = map_put(&f->loaded, (uint64_t)id);
  if (place == NULL) return no_memory(f, err);
  if (*place != 0) {
    *out = (const report *)(uintptr_t)*place;
    return ISNAD_OK;
  }
  report *r = isnad_arena_array(f->arena, 1, sizeof *r);
  if (r == NULL) return no_memory(f, err);
  *place = (uint64_t)(uintptr_t)r;
  *out = r;
  isnad_status status = report_load(r, f->arena, f->store, id, true, err);
  return status != ISNAD_OK || (take_keys(r, f->arena) && actor_terms_keep(f->actors, r)) ? status : no_memory(f, err);
}

static bool file_report(finder *f, const report *r) {
  for (size_t k = 0; k < r->key_count; k++) {
    f->own[f->own_count++] = (segment_entry){cell_of(r->keys[k], r), (uint64_t)r->id};
    f->own[f->own_count++] = (segment_entry){cell_of_all(r->keys[k]), (uint64_t)r->id};
  }
  uint64_t *place = map_put(&f->news, (uint64_t)r->id);
  if (place != NULL) *place = 1;
  return place != NULL;
}

static isnad_status is_woven(bool *out, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT NOT EXISTS(SELECT 1 FROM unwoven WHERE article = ?1)", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  *out = status == ISNAD_OK && sqlite3_column_int(row, 0) != 0;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
}

isnad_status finder_take(finder *f, const int64_t *ids, size_t count, isnad_err *err) {
  f->fresh = isnad_arena_array(f->arena, count + 1, sizeof *f->fresh);
  f->own = isnad_arena_array(f->arena, 2 * KEYS * count + 1, sizeof *f->own);
  if (f->fresh == NULL || f->own == NULL || !map_new(&f->news, f->arena, count) || !map_new(&f->loaded, f->arena, 2 * count))
    return no_memory(f, err);
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    bool woven = false;
    status = is_woven(&woven, f->store, ids[i], err);
    if (status != ISNAD_OK || woven) continue;
    status = finder_report(&f->fresh[f->fresh_count], f, ids[i], err);
    if (status != ISNAD_OK) continue;
    if (!file_report(f, f->fresh[f->fresh_count++]) || !id_set_add(f->changed, ids[i])) status = no_memory(f, err);
  }
  segments_sort(f->own, f->own_count);
  return status;
}

static size_t count_cells(const segment_entry *filed, size_t count) {
  size_t cells = 0;
  for (size_t i = 0; i < count; i++) cells += i == 0 || filed[i].key != filed[i - 1].key;
  return cells;
}

static bool index_runs(finder *f) {
  f->runs = arena_room(f->arena, count_cells(f->filed, f->filed_count), sizeof *f->runs);
  if (f->runs == NULL || !map_new(&f->keys, f->arena, f->filed_count / 16)) return false;
  for (size_t i = 0, last; i < f->filed_count; i = last) {
    uint64_t cell = f->filed[i].key, *runs = map_put(&f->keys, key_of_cell(cell));
    if (runs == NULL) return false;
    for (last = i; last < f->filed_count && f->filed[last].key == cell; last++) continue;
    if (*runs == 0) *runs = f->run_count;
    *runs += (uint64_t)1 << 32;
    f->runs[f->run_count++] = (cell_run){cell, i, last - i};
  }
  return true;
}

static bool index_ids(finder *f) {
  f->places = arena_room(f->arena, f->filed_count, sizeof *f->places);
  if (f->places == NULL || !id_set_new(&f->ids, f->arena, f->filed_count / 16)) return false;
  for (size_t i = 0; i < f->filed_count; i++) {
    if (!id_set_add(&f->ids, (int64_t)f->filed[i].value)) return false;
    f->places[i] = (uint32_t)id_set_place(&f->ids, (int64_t)f->filed[i].value);
  }
  f->fresh_ids = arena_room(f->arena, f->ids.count, 1);
  for (size_t i = 0; f->fresh_ids != NULL && i < f->ids.count; i++) f->fresh_ids[i] = map_get(&f->news, (uint64_t)f->ids.items[i]) != NULL;
  return f->fresh_ids != NULL;
}

bool finder_index_filed(finder *f) { return index_runs(f) && index_ids(f); }

key_runs finder_key(const finder *f, uint64_t key) {
  const uint64_t *runs = map_get(&f->keys, key);
  size_t first = runs != NULL ? (size_t)(*runs & UINT32_MAX) : 0;
  return (key_runs){first, runs != NULL ? first + (size_t)(*runs >> 32) : 0};
}

/* The days of a key lie side by side: steps that double, then halves. */
size_t finder_run_among(const finder *f, key_runs of, uint64_t cell) {
  size_t low = of.first, step = 1;
  if (low == of.end || f->runs[low].cell >= cell) return low;
  for (; low + step < of.end && f->runs[low + step].cell < cell; step *= 2) low += step;
  size_t high = low + step < of.end ? low + step : of.end;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (f->runs[middle].cell < cell)
      low = middle;
    else
      high = middle;
  }
  return high;
}

cell_run finder_run(const finder *f, uint64_t cell) {
  key_runs of = finder_key(f, key_of_cell(cell));
  size_t at = finder_run_among(f, of, cell);
  return at < of.end && f->runs[at].cell == cell ? f->runs[at] : (cell_run){cell, 0, 0};
}

/* --- writing --- */

/* Whether the link is there as it is to be. */
static isnad_status stands(bool *out, finder *f, const report *a, const report *b, unsigned score, bool copied, isnad_err *err) {
  sqlite3_stmt *row = store_statement(f->store, "SELECT score, copied FROM link WHERE a = ?1 AND b = ?2", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->id);
  sqlite3_bind_int64(row, 2, b->id);
  isnad_status status = store_step(f->store, row, err);
  *out = status == ISNAD_OK ? sqlite3_column_int64(row, 0) == (int64_t)score && (sqlite3_column_int(row, 1) != 0) == copied : score == 0;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status write_link(finder *f, const report *a, const report *b, unsigned score, bool copied, isnad_err *err) {
  static const char put[] = "INSERT OR REPLACE INTO link (a, b, score, copied) VALUES (?1, ?2, ?3, ?4)",
                    drop[] = "DELETE FROM link WHERE a = ?1 AND b = ?2 AND ?3 = 0 AND ?4 = 0";
  sqlite3_stmt *row = store_statement(f->store, score > 0 ? put : drop, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, a->id);
  sqlite3_bind_int64(row, 2, b->id);
  sqlite3_bind_int64(row, 3, score);
  sqlite3_bind_int(row, 4, copied);
  return store_run(f->store, row, err);
}

isnad_status finder_add_link(finder *f, const report *x, const report *y, unsigned score, isnad_err *err) {
  const report *a = isnad_slice_compare(x->name, y->name) < 0 ? x : y, *b = a == x ? y : x;
  if (f->met_count == f->met_room) {
    size_t room = f->met_room * 2 + 1024;
    fresh_link *grown = arena_grow_room(f->arena, f->met, f->met_room, room, sizeof *grown);
    if (grown == NULL) return no_memory(f, err);
    f->met = grown;
    f->met_room = room;
  }
  f->met[f->met_count++] = (fresh_link){a, b, score};
  return id_set_add(f->changed, a->id) && id_set_add(f->changed, b->id) ? ISNAD_OK : no_memory(f, err);
}

static int by_ends(const void *x, const void *y) {
  const fresh_link *p = x, *q = y;
  if (p->a->id != q->a->id) return p->a->id < q->a->id ? -1 : 1;
  return (p->b->id > q->b->id) - (p->b->id < q->b->id);
}

isnad_status finder_write_links(finder *f, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  if (f->met_count > 1) qsort(f->met, f->met_count, sizeof *f->met, by_ends);
  for (size_t i = 0; status == ISNAD_OK && i < f->met_count; i++) status = write_link(f, f->met[i].a, f->met[i].b, f->met[i].score, false, err);
  return status;
}

isnad_status finder_put_link(finder *f, const report *x, const report *y, unsigned score, bool copied, isnad_err *err) {
  const report *a = isnad_slice_compare(x->name, y->name) < 0 ? x : y, *b = a == x ? y : x;
  bool same = false;
  isnad_status status = stands(&same, f, a, b, score, copied, err);
  if (status != ISNAD_OK || same) return status;
  status = write_link(f, a, b, score, copied, err);
  if (status != ISNAD_OK) return status;
  return id_set_add(f->changed, a->id) && id_set_add(f->changed, b->id) ? ISNAD_OK : no_memory(f, err);
}
