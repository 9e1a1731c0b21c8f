#include "story/members.h"

#include "base/room.h"
#include "store/sql.h"

#include <stdlib.h>

static isnad_status no_memory(isnad_arena *arena, isnad_err *err) { return isnad_arena_fail(err, arena, "story"); }

/* --- what is in hand --- */

/* By counting: how many each has, where they begin, then each to its place. */
static bool list_links(members *m, isnad_arena *arena) {
  const links *found = &m->around->found;
  size_t count = m->around->all.count;
  m->first = isnad_arena_array(arena, count + 2, sizeof *m->first);
  m->links = arena_room(arena, 2 * found->count + 1, sizeof *m->links);
  if (m->first == NULL || m->links == NULL) return false;
  for (size_t i = 0; i < found->count; i++) {
    m->first[found->items[i].a + 2]++;
    m->first[found->items[i].b + 2]++;
  }
  for (size_t r = 2; r < count + 2; r++) m->first[r] += m->first[r - 1];
  for (size_t i = 0; i < found->count; i++) {
    const report_link *l = &found->items[i];
    m->links[m->first[l->a + 1]++] = (member_link){l->b, l->score};
    m->links[m->first[l->b + 1]++] = (member_link){l->a, l->score};
  }
  return true;
}

isnad_status members_new(members *out, isnad_arena *arena, isnad_store *store, const region *around, isnad_err *err) {
  *out = (members){.store = store, .around = around};
  if (!map_new(&out->places, arena, around->all.count) || !list_links(out, arena)) return no_memory(arena, err);
  for (size_t i = 0; i < around->all.count; i++) {
    uint64_t *place = map_put(&out->places, (uint64_t)around->all.items[i].id);
    if (place == NULL) return no_memory(arena, err);
    *place = i + 1;
  }
  return ISNAD_OK;
}

/* --- who they are --- */

static isnad_status list_ids(id_set *out, isnad_arena *arena, isnad_store *store, int64_t root, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT article FROM story_root WHERE root = ?1", err);
  if (row == NULL) return ISNAD_STORE;
  if (!id_set_new(out, arena, 4)) return no_memory(arena, err);
  sqlite3_bind_int64(row, 1, root);
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!id_set_add(out, sqlite3_column_int64(row, 0))) break;
  sqlite3_reset(row);
  return status == ISNAD_OK ? no_memory(arena, err) : status == ISNAD_END ? ISNAD_OK : status;
}

static int by_name(const void *a, const void *b) { return isnad_slice_compare(((const report *)a)->name, ((const report *)b)->name); }

/* `near` stays true when all of them are in the region. */
static isnad_status read_reports(telling *t, bool *near, const members *m, const id_set *ids, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ids->count; i++) {
    const uint64_t *place = map_get(&m->places, (uint64_t)ids->items[i]);
    *near = *near && place != NULL;
    if (place != NULL)
      t->members[i] = m->around->all.items[*place - 1];
    else
      status = report_load(&t->members[i], t->arena, t->store, ids->items[i], false, err);
  }
  t->count = ids->count;
  if (status == ISNAD_OK && t->count > 1) qsort(t->members, t->count, sizeof *t->members, by_name);
  for (size_t i = 0; status == ISNAD_OK && i < t->count && i < TELLING_MOST; i++)
    if (m->around->actors == NULL || !actor_terms_take(&t->members[i], m->around->actors))
      status = report_load_terms(&t->members[i], t->arena, t->store, err);
  return status;
}

/* --- how much each is like the others --- */

static isnad_status read_centrality(telling *t, const id_set *ids, isnad_err *err) {
  static const char *const sql[] = {"SELECT b, score FROM link WHERE a = ?1", "SELECT a, score FROM link WHERE b = ?1"};
  for (size_t i = 0; i < 2 * t->count; i++) {
    sqlite3_stmt *row = store_statement(t->store, sql[i % 2], err);
    if (row == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(row, 1, t->members[i / 2].id);
    isnad_status status;
    while ((status = store_step(t->store, row, err)) == ISNAD_OK)
      if (map_get(&ids->places, (uint64_t)sqlite3_column_int64(row, 0)) != NULL) t->central[i / 2] += sqlite3_column_int64(row, 1);
    if (status != ISNAD_END) return status;
  }
  return ISNAD_OK;
}

static void sum_centrality(telling *t, const members *m, const id_set *ids) {
  for (size_t i = 0; i < t->count; i++) {
    size_t place = (size_t)*map_get(&m->places, (uint64_t)t->members[i].id) - 1;
    for (size_t k = m->first[place]; k < m->first[place + 1]; k++) {
      const member_link *l = &m->links[k];
      if (map_get(&ids->places, (uint64_t)m->around->all.items[l->other].id) != NULL) t->central[i] += l->score;
    }
  }
}

isnad_status members_load(telling *t, const members *m, int64_t root, isnad_err *err) {
  id_set ids;
  bool near = true;
  isnad_status status = list_ids(&ids, t->arena, t->store, root, err);
  if (status != ISNAD_OK) return status;
  t->members = isnad_arena_array(t->arena, ids.count + 1, sizeof *t->members);
  t->central = isnad_arena_array(t->arena, ids.count + 1, sizeof *t->central);
  if (t->members == NULL || t->central == NULL) return no_memory(t->arena, err);
  status = read_reports(t, &near, m, &ids, err);
  if (status != ISNAD_OK) return status;
  t->when = telling_days(t);
  if (t->count < 2) return ISNAD_OK;
  if (!near) return read_centrality(t, &ids, err);
  sum_centrality(t, m, &ids);
  return ISNAD_OK;
}
