/* Entities from new articles: bearers under their cells, then the blocks that were touched, then the entities whose cells changed. */
#include "entity/ledger.h"

#include "base/hash.h"

#include <string.h>

#include "tables.h"

isnad_status weaving_touch_entity(weaving *w, isnad_slice id) {
  uint64_t *place = map_put(&w->simple, hash64(id));
  if (place == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
  if (*place != 0) return ISNAD_OK;
  if (w->simple_count == w->simple_room) {
    size_t room = w->simple_room == 0 ? 256 : w->simple_room * 2;
    w->simple_ids = isnad_arena_grow(w->arena, w->simple_ids, w->simple_room, room, sizeof *w->simple_ids);
    if (w->simple_ids == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
    w->simple_room = room;
  }
  w->simple_ids[w->simple_count] = isnad_arena_copy(w->arena, id);
  *place = ++w->simple_count;
  return ISNAD_OK;
}

/* --- the table entity --- */

typedef struct where {
  const char *name, *country, *parent;
} where;

/* What the tables say of an id: names, places with their country, bodies with their parent. */
static where table_says(const weaving *w, isnad_slice id) {
  uint32_t person = weaving_person_row(w, id);
  if (person > 0) return (where){isnad_people_rows[person - 1].name, isnad_people_rows[person - 1].country, NULL};
  const uint64_t *row = map_get(&w->bodies, hash64(id));
  if (row != NULL) {
    const isnad_organizations_row *body = &isnad_organizations_rows[*row - 1];
    return (where){body->name, body->country, body->parent};
  }
  row = map_get(&w->places, hash64(id));
  if (row == NULL) return (where){NULL, NULL, NULL};
  return (where){isnad_places_rows[*row - 1].name, isnad_places_rows[*row - 1].country, NULL};
}

/* The sum of an entity's cells, and the cell that most articles have: the first seen of several. */
typedef struct summed {
  isnad_slice canonical, type, id;
  int64_t articles, mentions, most, first;
} summed;

static void add_cell(summed *sum, isnad_arena *arena, sqlite3_stmt *s) {
  int64_t articles = sqlite3_column_int64(s, 2), first = sqlite3_column_int64(s, 4);
  sum->articles += articles;
  sum->mentions += sqlite3_column_int64(s, 3);
  bool later = articles < sum->most || (articles == sum->most && first > sum->first);
  bool tied = articles == sum->most && first == sum->first && isnad_slice_compare(store_column(s, 5), sum->id) > 0;
  if (sum->id.length > 0 && (later || tied)) return;
  sum->canonical = store_column_copy(arena, s, 0);
  sum->type = store_column_copy(arena, s, 1);
  sum->id = store_column_copy(arena, s, 5);
  sum->most = articles;
  sum->first = first;
}

static isnad_status write_row(weaving *w, isnad_slice id, const summed *sum) {
  static const char sql[] = "INSERT INTO entity(id,type,canonical,country,parent,articles,mentions) VALUES(?1,?2,?3,?4,?5,?6,?7)"
                            " ON CONFLICT DO UPDATE SET canonical = excluded.canonical, articles = excluded.articles, mentions = excluded.mentions";
  where says = table_says(w, id);
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, id);
  store_bind_words(s, 2, sum->type);
  store_bind_words(s, 3, says.name != NULL ? isnad_slice_of(says.name) : sum->canonical);
  store_bind_text(s, 4, says.country != NULL ? isnad_slice_of(says.country) : (isnad_slice){NULL, 0});
  store_bind_text(s, 5, says.parent != NULL ? isnad_slice_of(says.parent) : (isnad_slice){NULL, 0});
  sqlite3_bind_int64(s, 6, sum->articles);
  sqlite3_bind_int64(s, 7, sum->mentions);
  return store_run(w->store, s, w->err);
}

static isnad_status remove_row(weaving *w, isnad_slice id) {
  sqlite3_stmt *s = store_statement(w->store, "DELETE FROM entity WHERE id = ?1", w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, id);
  return store_run(w->store, s, w->err);
}

/* An entity is the sum of its cells, called after the one that most articles have. */
isnad_status weaving_refresh(weaving *w, isnad_slice entity) {
  static const char sql[] = "SELECT canonical, type, articles, mentions, first, id FROM entity_cell WHERE entity = ?1";
  summed sum = {.articles = 0};
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, entity);
  isnad_arena_reset(w->scratch);
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK) add_cell(&sum, w->scratch, s);
  if (status != ISNAD_END) return status;
  return sum.id.length > 0 ? write_row(w, entity, &sum) : remove_row(w, entity);
}

/* --- all of it --- */

static isnad_status index_rows(weaving *w) {
  bool room = map_new(&w->bodies, w->arena, isnad_organizations_count) && map_new(&w->places, w->arena, isnad_places_count) &&
              map_new(&w->touched, w->arena, 1024) && map_new(&w->simple, w->arena, 1024) && map_new(&w->weights, w->arena, 1024);
  for (size_t i = 0; room && i < isnad_organizations_count; i++) {
    uint64_t *place = map_put(&w->bodies, hash64(isnad_slice_of(isnad_organizations_rows[i].id)));
    room = place != NULL;
    if (room) *place = i + 1;
  }
  for (size_t i = 0; room && i < isnad_places_count; i++) {
    uint64_t *place = map_put(&w->places, hash64(isnad_slice_of(isnad_places_rows[i].id)));
    room = place != NULL;
    if (room) *place = i + 1;
  }
  return room ? weaving_read_tables(w) : isnad_arena_fail(w->err, w->arena, "entity");
}

static isnad_status weave(weaving *w, const int64_t *articles, size_t count) {
  isnad_status status = index_rows(w);
  if (status == ISNAD_OK) status = ledger_new(w);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = weaving_take_article(w, articles[i]);
  if (status == ISNAD_OK) status = ledger_write(w, true);
  for (size_t i = 0; status == ISNAD_OK && i < w->touched.room; i++)
    if (w->touched.used[i]) status = weaving_group(w, w->touched.entries[i].key);
  for (size_t i = 0; status == ISNAD_OK && i < w->simple_count; i++) status = weaving_refresh(w, w->simple_ids[i]);
  return status;
}

isnad_status isnad_entity_weave(isnad_store *store, const int64_t *articles, size_t count, isnad_err *err) {
  weaving w = {.store = store, .err = err};
  if (count == 0) return ISNAD_OK;
  isnad_status status = isnad_arena_new(&w.arena, 0);
  if (status == ISNAD_OK) status = isnad_arena_new(&w.scratch, 0);
  status = status == ISNAD_OK ? weave(&w, articles, count) : isnad_err_set(err, status, "entity", (isnad_span){0, 0}, "out of memory");
  ledger_free(&w);
  isnad_arena_free(w.scratch);
  isnad_arena_free(w.arena);
  return status;
}
