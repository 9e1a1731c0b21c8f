#include "store/vocabulary.h"

#include "base/map.h"
#include "base/room.h"
#include "store/stems.h"

#include <stdlib.h>

typedef struct counted_stem {
  isnad_slice stem;
  uint64_t hash;
} counted_stem;

struct vocabulary {
  isnad_arena *arena;
  map reports; /* hash of a stem -> in how many articles it stands */
  counted_stem *items;
  size_t count, room;
};

static bool start(struct vocabulary *v) { return isnad_arena_new(&v->arena, 0) == ISNAD_OK && map_new(&v->reports, v->arena, 32768); }

static struct vocabulary *vocabulary_of(isnad_store *store) {
  if (store->vocabulary != NULL) return store->vocabulary;
  store->vocabulary = calloc(1, sizeof *store->vocabulary);
  if (store->vocabulary != NULL && !start(store->vocabulary)) vocabulary_drop(store);
  return store->vocabulary;
}

void vocabulary_drop(isnad_store *store) {
  if (store->vocabulary == NULL) return;
  isnad_arena_free(store->vocabulary->arena);
  free(store->vocabulary);
  store->vocabulary = NULL;
}

static bool keep_stem(struct vocabulary *v, uint64_t hash, isnad_slice stem) {
  if (v->count == v->room) {
    size_t room = v->room == 0 ? 16384 : 2 * v->room;
    counted_stem *items = arena_grow_room(v->arena, v->items, v->room, room, sizeof *items);
    if (items == NULL) return false;
    v->items = items;
    v->room = room;
  }
  v->items[v->count++] = (counted_stem){isnad_arena_copy(v->arena, stem), hash};
  return true;
}

isnad_status vocabulary_count(isnad_store *store, isnad_slice stems, isnad_err *err) {
  struct vocabulary *v = vocabulary_of(store);
  bool good = v != NULL;
  uint64_t hash = 0;
  isnad_slice stem;
  for (size_t at = 0; good && stems_next(&hash, &stem, &at, stems);) {
    uint64_t *reports = map_put(&v->reports, hash);
    good = reports != NULL && ((*reports)++ > 0 || keep_stem(v, hash, stem));
  }
  return good ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
}

static int by_stem(const void *x, const void *y) { return isnad_slice_compare(((const counted_stem *)x)->stem, ((const counted_stem *)y)->stem); }

isnad_status vocabulary_write(isnad_store *store, isnad_err *err) {
  static const char sql[] = "INSERT INTO search_term VALUES(?1,?2) ON CONFLICT(term) DO UPDATE SET reports = reports + excluded.reports";
  struct vocabulary *v = store->vocabulary;
  isnad_status status = ISNAD_OK;
  if (v == NULL) return ISNAD_OK;
  if (v->count > 0) qsort(v->items, v->count, sizeof *v->items, by_stem);
  for (size_t i = 0; status == ISNAD_OK && i < v->count; i++) {
    sqlite3_stmt *s = store_statement(store, sql, err);
    if (s == NULL) return ISNAD_STORE;
    store_bind_words(s, 1, v->items[i].stem);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)*map_get(&v->reports, v->items[i].hash));
    status = store_run(store, s, err);
  }
  vocabulary_drop(store);
  return status;
}
