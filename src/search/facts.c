#include "search/facts.h"

#include "base/map.h"

#include <stdlib.h>

static uint64_t number_of(isnad_slice name) {
  uint64_t n = 0;
  for (size_t i = 1; i < name.length; i++) {
    char c = name.bytes[i];
    n = n << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return n;
}

static isnad_interval interval_at(sqlite3_stmt *s, int column) {
  if (sqlite3_column_type(s, column) == SQLITE_NULL) return (isnad_interval){0, 0};
  return (isnad_interval){sqlite3_column_int64(s, column), sqlite3_column_int64(s, column + 1)};
}

static isnad_status read_articles(search_facts *f, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT id, name, words, published_from, published_to, role FROM article INDEXED BY article_facts";
  uint64_t words = 0;
  isnad_status status;
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    int64_t id = sqlite3_column_int64(s, 0);
    if (id < 0 || (uint64_t)id >= f->room) continue;
    search_fact *fact = &f->items[id];
    isnad_slice role = store_column(s, 5);
    *fact = (search_fact){.name = number_of(store_column(s, 1)), .words = (uint32_t)sqlite3_column_int64(s, 2), .held = true};
    fact->when = interval_at(s, 3);
    fact->bare = isnad_slice_equal(role, (isnad_slice){"headline", 8});
    f->count++;
    words += fact->words;
  }
  f->average_words = f->count > 0 && words > f->count ? (double)words / (double)f->count : 1;
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_stories(map *origins, isnad_store *store, isnad_err *err) {
  isnad_status status;
  sqlite3_stmt *s = store_statement(store, "SELECT id, origins_certain FROM story", err);
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    uint64_t *place = map_put(origins, isnad_token_hash(store_column(s, 0)));
    if (place == NULL) {
      sqlite3_reset(s);
      return isnad_arena_fail(err, origins->arena, "search");
    }
    *place = (uint64_t)sqlite3_column_int64(s, 1);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_members(search_facts *f, const map *origins, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT article, story, published_from, published_to FROM story_member";
  isnad_status status;
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    int64_t id = sqlite3_column_int64(s, 0);
    if (id < 0 || (uint64_t)id >= f->room) continue;
    const uint64_t *certain = map_get(origins, isnad_token_hash(store_column(s, 1)));
    f->items[id].origins = certain == NULL ? 0 : (uint16_t)(*certain < UINT16_MAX ? *certain : UINT16_MAX);
    isnad_interval when = interval_at(s, 2);
    if (when.from < when.to) f->items[id].when = when;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static void find_newest(search_facts *f) {
  f->newest = 0;
  for (size_t i = 0; i < f->room; i++)
    if (f->items[i].held && f->items[i].when.from < f->items[i].when.to && f->items[i].when.from > f->newest) f->newest = f->items[i].when.from;
}

static isnad_status read_all(search_facts *f, isnad_store *store, isnad_err *err) {
  enum { MOST_ARTICLES = 1 << 28 };
  int64_t last = 0;
  map origins;
  isnad_status status = store_number(&last, store, "SELECT max(id) FROM article", err);
  if (status != ISNAD_OK) return status;
  if (last < 0 || last > MOST_ARTICLES) return isnad_err_set(err, ISNAD_LIMIT, "search", (isnad_span){0, 0}, "the store has too many articles");
  f->room = (size_t)last + 1;
  f->items = isnad_arena_array(f->arena, f->room, sizeof *f->items);
  if (f->items == NULL || !map_new(&origins, f->arena, f->room / 2)) return isnad_arena_fail(err, f->arena, "search");
  status = read_articles(f, store, err);
  if (status == ISNAD_OK) status = read_stories(&origins, store, err);
  if (status == ISNAD_OK) status = read_members(f, &origins, store, err);
  find_newest(f);
  return status;
}

isnad_status facts_refresh(search_facts *f, isnad_store *store, isnad_err *err) {
  int64_t version = 0;
  isnad_status status = store_version(&version, store, err);
  if (status != ISNAD_OK || (f->read && f->version == version)) return status;
  isnad_arena *arena = f->arena;
  isnad_arena_reset(arena);
  *f = (search_facts){.arena = arena, .average_words = 1};
  status = read_all(f, store, err);
  f->version = version;
  f->read = status == ISNAD_OK;
  return status;
}
