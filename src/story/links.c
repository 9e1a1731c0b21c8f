/* Which reports look like one event: who meets whom by keys, and what becomes of pairs whose keys came to be borne by too many. */
#include "base/clock.h"
#include "base/room.h"
#include "store/sql.h"
#include "story/finder.h"

#include <stdlib.h>

static isnad_status no_memory(const finder *f, isnad_err *err) { return isnad_arena_fail(err, f->arena, "story"); }

/* --- the cells to look at --- */

/* Runs of cells, from the first (`key`) to the last (`value`): the days around a report are one run of each of its keys. */
typedef struct cells {
  isnad_arena *arena;
  segment_entry *items;
  size_t count, room;
  bool failed;
} cells;

static void add_cells(cells *c, uint64_t first, uint64_t last) {
  if (c->count == c->room) {
    size_t room = c->room * 2 + 1024;
    segment_entry *grown = isnad_arena_grow(c->arena, c->items, c->room, room, sizeof *grown);
    c->failed = c->failed || grown == NULL;
    if (grown == NULL) return;
    c->items = grown;
    c->room = room;
  }
  c->items[c->count++] = (segment_entry){first, last};
}

static isnad_status look_up(segment_hits *hits, finder *f, cells *wanted, size_t most, isnad_err *err) {
  size_t count = 0;
  segments_sort(wanted->items, wanted->count);
  segment_range *ranges = isnad_arena_array(f->arena, wanted->count + 1, sizeof *ranges);
  if (wanted->failed || ranges == NULL) return no_memory(f, err);
  for (size_t i = 0; i < wanted->count; i++) {
    const segment_entry *run = &wanted->items[i];
    if (count == 0 || run->key > ranges[count - 1].last)
      ranges[count++] = (segment_range){run->key, run->value};
    else if (run->value > ranges[count - 1].last)
      ranges[count - 1].last = run->value;
  }
  return segments_find(hits, f->store, story_index, ranges, count, most, err);
}

static void want_window(cells *days, cells *undated, const report *r) {
  int64_t day = r->when.from / DAY_SECONDS;
  for (size_t k = 0; k < r->key_count; k++) {
    uint64_t key = r->keys[k];
    add_cells(undated, cell_undated(key), cell_undated(key));
    if (report_dated(r)) add_cells(days, cell_on(key, day - WINDOW_DAYS), cell_on(key, day + WINDOW_DAYS));
  }
}

static void want_key(cells *all, uint64_t cell) {
  uint64_t whole = cell_of_all(key_of_cell(cell));
  if (cell_is_undated(cell)) add_cells(all, whole, whole);
}

/* Keys that a report without a day bears: how many bear them at all decides whether it meets anyone by them. */
static void want_all(cells *all, const finder *f, const segment_hits *hits) {
  for (size_t i = 0; i < hits->count; i++) want_key(all, hits->items[i].key);
  for (size_t i = 0; i < f->own_count; i++) want_key(all, f->own[i].key);
}

/* What the store and the new reports hold in all cells that matter. */
static isnad_status gather_filed(finder *f, isnad_err *err) {
  cells days = {.arena = f->arena}, undated = {.arena = f->arena}, all = {.arena = f->arena};
  segment_hits hits = {.arena = f->arena};
  for (size_t i = 0; i < f->fresh_count; i++) want_window(&days, &undated, f->fresh[i]);
  isnad_status status = look_up(&hits, f, &days, CELL_MOST + 1, err);
  if (status == ISNAD_OK) status = look_up(&hits, f, &undated, KEY_MOST + 1, err);
  if (status != ISNAD_OK) return status;
  want_all(&all, f, &hits);
  status = look_up(&hits, f, &all, KEY_MOST + 1, err);
  f->filed_count = hits.count + f->own_count;
  f->filed = isnad_arena_array(f->arena, f->filed_count + 1, sizeof *f->filed);
  if (status != ISNAD_OK || f->filed == NULL) return status != ISNAD_OK ? status : no_memory(f, err);
  for (size_t i = 0; i < hits.count; i++) f->filed[i] = hits.items[i];
  for (size_t i = 0; i < f->own_count; i++) f->filed[hits.count + i] = f->own[i];
  segments_sort(f->filed, f->filed_count);
  return finder_index_filed(f) ? ISNAD_OK : no_memory(f, err);
}

/* --- who meets whom --- */

typedef struct meeting {
  finder *f;
  const report *self;
  uint8_t *seen; /* per place of an id: keys shared with the one at hand */
  uint32_t *touched;
  size_t touched_count;
} meeting;

static void touch(meeting *m, uint32_t place) {
  const finder *f = m->f;
  int64_t other = f->ids.items[place];
  if (other == m->self->id || (f->fresh_ids[place] && other > m->self->id)) return;
  if (m->seen[place] == 0) m->touched[m->touched_count++] = place;
  if (m->seen[place] < UINT8_MAX) m->seen[place]++;
}

static void touch_run(meeting *m, cell_run run, size_t most) {
  for (size_t i = run.first; run.count <= most && i < run.first + run.count; i++) touch(m, m->f->places[i]);
}

static void touch_days(meeting *m, key_runs of, uint64_t key) {
  const cell_run *runs = m->f->runs;
  int64_t day = m->self->when.from / DAY_SECONDS;
  uint64_t own = cell_of(key, m->self), end = cell_on(key, day + WINDOW_DAYS);
  size_t first = finder_run_among(m->f, of, cell_on(key, day - WINDOW_DAYS)), last = first;
  for (; last < of.end && runs[last].cell <= end; last++)
    if (runs[last].cell == own && runs[last].count > CELL_MOST) return;
  for (size_t r = first; r < last; r++) touch_run(m, runs[r], CELL_MOST);
}

/* Of a key's cells those without a day come first, and all that bear it last. */
static void touch_key(meeting *m, uint64_t key) {
  const finder *f = m->f;
  key_runs of = finder_key(f, key);
  if (of.first == of.end) return;
  cell_run undated = f->runs[of.first], all = f->runs[of.end - 1];
  bool any = all.cell == cell_of_all(key);
  if (!report_dated(m->self)) {
    if (any) touch_run(m, all, KEY_MOST);
    return;
  }
  if (undated.cell == cell_undated(key) && (!any || all.count <= KEY_MOST)) touch_run(m, undated, KEY_MOST);
  touch_days(m, of, key);
}

static isnad_status compare_touched(meeting *m, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; i < m->touched_count; i++) {
    uint32_t place = m->touched[i];
    bool enough = m->seen[place] >= FEWEST_KEYS;
    m->seen[place] = 0;
    if (!enough || status != ISNAD_OK) continue;
    const report *other = NULL;
    status = finder_report(&other, m->f, m->f->ids.items[place], err);
    if (status != ISNAD_OK) continue;
    unsigned score = score_reports(m->self, other);
    if (score >= LINK_LEAST) status = finder_add_link(m->f, m->self, other, score, err); /* a pair meets once */
  }
  m->touched_count = 0;
  return status;
}

static isnad_status meet(finder *f, isnad_err *err) {
  meeting m = {.f = f};
  m.seen = isnad_arena_array(f->arena, f->ids.count + 1, 1);
  m.touched = isnad_arena_array(f->arena, f->ids.count + 1, sizeof *m.touched);
  if (m.seen == NULL || m.touched == NULL) return no_memory(f, err);
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < f->fresh_count; i++) {
    m.self = f->fresh[i];
    for (size_t k = 0; k < m.self->key_count; k++) touch_key(&m, m.self->keys[k]);
    status = compare_touched(&m, err);
  }
  return status;
}

/* --- cells that filled up --- */

/* The links of the members that were there before are in doubt. */
static isnad_status doubt_members(finder *f, uint64_t cell, isnad_err *err) {
  cell_run run = finder_run(f, cell);
  isnad_status status = ISNAD_OK;
  for (size_t i = run.first; status == ISNAD_OK && i < run.first + run.count; i++)
    if (!f->fresh_ids[f->places[i]]) status = finder_doubt_links(f, (int64_t)f->filed[i].value, false, err);
  return status;
}

static isnad_status doubt_filled(finder *f, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < f->own_count; i++) {
    uint64_t cell = f->own[i].key;
    if (i > 0 && cell == f->own[i - 1].key) continue;
    bool all = cell == cell_of_all(key_of_cell(cell));
    size_t most = all ? KEY_MOST : CELL_MOST, old = 0;
    if (cell_is_undated(cell)) continue; /* how many bear the key at all decides */
    cell_run run = finder_run(f, cell);
    if (run.count <= most) continue;
    for (size_t k = run.first; k < run.first + run.count; k++) old += !f->fresh_ids[f->places[k]];
    if (old <= most && old > 0) status = doubt_members(f, all ? cell_undated(key_of_cell(cell)) : cell, err);
  }
  return status;
}

/* --- one round of new reports --- */

static isnad_status update_some(finder *f, const int64_t *ids, size_t count, isnad_err *err) {
  isnad_status status = finder_take(f, ids, count, err);
  if (status == ISNAD_OK) status = gather_filed(f, err);
  if (status == ISNAD_OK) status = meet(f, err);
  if (status == ISNAD_OK) status = finder_write_links(f, err);
  if (status == ISNAD_OK) status = doubt_filled(f, err);
  if (status == ISNAD_OK) status = segments_add(f->store, story_index, f->own, f->own_count, err);
  if (status == ISNAD_OK) status = finder_doubt_copies(f, ids, count, err);
  return status == ISNAD_OK ? finder_judge_doubts(f, err) : status;
}

/* --- rounds --- */

typedef struct dated_id {
  int64_t from, id;
} dated_id;

static int by_id(const void *x, const void *y) {
  int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
  return (a > b) - (a < b);
}

static int by_day(const void *x, const void *y) {
  const dated_id *p = x, *q = y;
  if (p->from != q->from) return p->from < q->from ? -1 : 1;
  return (p->id > q->id) - (p->id < q->id);
}

static isnad_status day_of(int64_t *from, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT published_from FROM article WHERE id = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status = store_step(store, row, err);
  *from = status == ISNAD_OK ? sqlite3_column_int64(row, 0) : 0;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
}

/* A round of reports of the same weeks meets few of other rounds. Nothing else depends on who comes with whom. */
static isnad_status order_by_day(int64_t *out, isnad_arena *arena, isnad_store *store, const isnad_ids *fresh, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  dated_id *items = arena_room(arena, fresh->count, sizeof *items);
  if (items == NULL) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; status == ISNAD_OK && i < fresh->count; i++) {
    items[i].id = fresh->items[i];
    status = day_of(&items[i].from, store, items[i].id, err);
  }
  if (status == ISNAD_OK && fresh->count > 1) qsort(items, fresh->count, sizeof *items, by_day);
  for (size_t i = 0; status == ISNAD_OK && i < fresh->count; i++) out[i] = items[i].id;
  return status;
}

static isnad_status update_round(id_set *changed, actor_terms *actors, isnad_store *store, int64_t *ids, size_t count, isnad_err *err) {
  finder f = {.store = store, .changed = changed, .actors = actors};
  isnad_status status = isnad_arena_new(&f.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "story", (isnad_span){0, 0}, "out of memory");
  if (count > 1) qsort(ids, count, sizeof *ids, by_id); /* as they lie in the file */
  status = update_some(&f, ids, count, err);
  isnad_arena_free(f.arena);
  return status;
}

isnad_status links_update(id_set *changed, actor_terms *actors, isnad_store *store, const isnad_ids *fresh, isnad_err *err) {
  enum { AT_ONCE = 8192 };
  int64_t *ids = arena_room(changed->arena, fresh->count + 1, sizeof *ids);
  if (ids == NULL) return isnad_arena_fail(err, changed->arena, "story");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; i < fresh->count; i++) ids[i] = fresh->items[i];
  if (fresh->count > AT_ONCE) status = order_by_day(ids, changed->arena, store, fresh, err);
  for (size_t at = 0; status == ISNAD_OK && at < fresh->count; at += AT_ONCE)
    status = update_round(changed, actors, store, ids + at, fresh->count - at < AT_ONCE ? fresh->count - at : AT_ONCE, err);
  return status;
}
