/* The reports around what changed: groups are found among them as they would be found among all. */
#include "store/sql.h"
#include "story/weaving.h"

#include <stdlib.h>

typedef struct raw_link {
  int64_t a, b;
  uint32_t score;
} raw_link;

typedef struct growing {
  isnad_store *store;
  isnad_arena *arena;
  id_set ids;
  uint8_t *steps; /* per place in ids */
  size_t steps_room;
  raw_link *found; /* of those whose links were read, each from its a */
  size_t found_count, found_room;
} growing;

static isnad_status no_memory(const growing *g, isnad_err *err) { return isnad_arena_fail(err, g->arena, "story"); }

static bool add_at(growing *g, int64_t id, unsigned step) {
  size_t before = g->ids.count;
  if (!id_set_add(&g->ids, id)) return false;
  if (g->ids.count == before) return true;
  if (g->ids.count > g->steps_room) {
    size_t room = g->steps_room * 2 + 256;
    uint8_t *grown = isnad_arena_grow(g->arena, g->steps, g->steps_room, room, 1);
    if (grown == NULL) return false;
    g->steps = grown;
    g->steps_room = room;
  }
  g->steps[before] = (uint8_t)step;
  return true;
}

static bool keep_link(growing *g, raw_link l) {
  if (g->found_count == g->found_room) {
    size_t room = g->found_room * 2 + 1024;
    raw_link *grown = isnad_arena_grow(g->arena, g->found, g->found_room, room, sizeof *grown);
    if (grown == NULL) return false;
    g->found = grown;
    g->found_room = room;
  }
  g->found[g->found_count++] = l;
  return true;
}

/* Follows the links of one report: strong ones stay in the step, those that could attach lead to the next. A link is kept from its first end, or from
 * its second when the first's links are never read; what is kept twice is dropped later. */
static isnad_status follow(growing *g, const char *sql, int64_t id, unsigned step, id_set *next, isnad_err *err) {
  sqlite3_stmt *row = store_statement(g->store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(row, 1, id);
  isnad_status status;
  while ((status = store_step(g->store, row, err)) == ISNAD_OK) {
    raw_link l = {sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), (uint32_t)sqlite3_column_int64(row, 2)};
    int64_t other = l.a == id ? l.b : l.a;
    bool good = keep_link(g, l);
    if (good && l.score >= CORE_LINK) good = add_at(g, other, step);
    if (good && l.score >= ATTACH_MEAN) good = id_set_add(next, other);
    if (!good) break;
  }
  sqlite3_reset(row);
  return status == ISNAD_OK ? no_memory(g, err) : status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status grow(growing *g, isnad_err *err) {
  static const char from_a[] = "SELECT a, b, score FROM link WHERE a = ?1", from_b[] = "SELECT a, b, score FROM link WHERE b = ?1";
  isnad_status status = ISNAD_OK;
  size_t at = 0;
  for (unsigned step = 0; status == ISNAD_OK && step <= LAST_STEP; step++) {
    id_set next;
    if (!id_set_new(&next, g->arena, 256)) return no_memory(g, err);
    for (; status == ISNAD_OK && at < g->ids.count; at++) {
      status = follow(g, from_a, g->ids.items[at], step, &next, err);
      if (status == ISNAD_OK) status = follow(g, from_b, g->ids.items[at], step, &next, err);
    }
    for (size_t i = 0; status == ISNAD_OK && step < LAST_STEP && i < next.count; i++)
      if (!add_at(g, next.items[i], step + 1)) status = no_memory(g, err);
  }
  return status;
}

/* --- the reports in the order of names, the links between them --- */

typedef struct placed {
  report report;
  uint8_t step;
} placed;

static int by_name(const void *a, const void *b) { return isnad_slice_compare(((const placed *)a)->report.name, ((const placed *)b)->report.name); }

static int by_ends(const void *a, const void *b) {
  const report_link *x = a, *y = b;
  if (x->a != y->a) return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static isnad_status load_reports(region *out, isnad_arena *arena, const growing *g, isnad_err *err) {
  placed *items = isnad_arena_array(arena, g->ids.count + 1, sizeof *items);
  out->all.items = isnad_arena_array(arena, g->ids.count + 1, sizeof *out->all.items);
  out->steps = isnad_arena_array(arena, g->ids.count + 1, 1);
  if (items == NULL || out->all.items == NULL || out->steps == NULL) return isnad_arena_fail(err, arena, "story");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < g->ids.count; i++) {
    status = report_load(&items[i].report, arena, g->store, g->ids.items[i], false, err);
    items[i].step = g->steps[i];
  }
  if (status == ISNAD_OK && g->ids.count > 1) qsort(items, g->ids.count, sizeof *items, by_name);
  for (size_t i = 0; status == ISNAD_OK && i < g->ids.count; i++) {
    out->all.items[i] = items[i].report;
    out->steps[i] = items[i].step;
  }
  out->all.count = g->ids.count;
  return status;
}

static isnad_status place_links(region *out, isnad_arena *arena, const growing *g, isnad_err *err) {
  map places;
  report_link *items = isnad_arena_array(arena, g->found_count + 1, sizeof *items);
  size_t count = 0, kept = 0;
  if (items == NULL || !map_new(&places, arena, out->all.count)) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; i < out->all.count; i++) {
    uint64_t *place = map_put(&places, (uint64_t)out->all.items[i].id);
    if (place == NULL) return isnad_arena_fail(err, arena, "story");
    *place = i;
  }
  for (size_t i = 0; i < g->found_count; i++) {
    const uint64_t *a = map_get(&places, (uint64_t)g->found[i].a), *b = map_get(&places, (uint64_t)g->found[i].b);
    if (a != NULL && b != NULL) items[count++] = (report_link){(uint32_t)*a, (uint32_t)*b, g->found[i].score};
  }
  if (count > 1) qsort(items, count, sizeof *items, by_ends);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || by_ends(&items[i], &items[kept - 1]) != 0) items[kept++] = items[i];
  out->found = (links){items, kept};
  return ISNAD_OK;
}

isnad_status region_load(region *out, isnad_arena *arena, isnad_store *store, const id_set *changed, isnad_err *err) {
  growing g = {.store = store, .arena = arena};
  *out = (region){0};
  if (!id_set_new(&g.ids, arena, changed->count * 2)) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; i < changed->count; i++)
    if (!add_at(&g, changed->items[i], 0)) return isnad_arena_fail(err, arena, "story");
  isnad_status status = grow(&g, err);
  if (status == ISNAD_OK) status = load_reports(out, arena, &g, err);
  return status == ISNAD_OK ? place_links(out, arena, &g, err) : status;
}
