#include "store/articles.h"

#include "store/pack.h"
#include "store/sql.h"

#define ARTICLE_COLUMNS                                                                                                                              \
  "SELECT a.id, a.capture, a.place, a.words, a.name, a.label, a.role, a.headline, a.outlet, a.outlet_name, a.origin, a.origin_name, a.byline,"       \
  " coalesce(m.published_from, a.published_from), coalesce(m.published_to, a.published_to), coalesce(m.published_basis, a.published_basis),"         \
  " a.weekday, m.story, c.uri, a.body_hash, a.opening"                                                                                               \
  " FROM article a JOIN capture c ON c.id = a.capture LEFT JOIN story_member m ON m.article = a.id"

static const isnad_span nowhere = {0, 0};

static void read_row(store_article *out, isnad_arena *arena, sqlite3_stmt *s) {
  isnad_slice *const texts[] = {&out->name,        &out->label,  &out->role,        &out->headline, &out->outlet,
                                &out->outlet_name, &out->origin, &out->origin_name, &out->byline};
  *out = (store_article){.id = sqlite3_column_int64(s, 0), .capture = sqlite3_column_int64(s, 1)};
  out->place = (uint32_t)sqlite3_column_int64(s, 2);
  out->words = (uint32_t)sqlite3_column_int64(s, 3);
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) *texts[i] = store_column_copy(arena, s, (int)i + 4);
  out->published = (isnad_interval){sqlite3_column_int64(s, 13), sqlite3_column_int64(s, 14)};
  out->basis = store_column_copy(arena, s, 15);
  out->weekday = (uint8_t)sqlite3_column_int(s, 16);
  out->story = store_column_copy(arena, s, 17);
  out->uri = store_column_copy(arena, s, 18);
  out->body_hash = (uint64_t)sqlite3_column_int64(s, 19);
  out->opening = store_column_copy(arena, s, 20);
}

isnad_status store_article_get(store_article *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err) {
  static const char sql[] = ARTICLE_COLUMNS " WHERE a.id = ?1";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, id);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no such article");
  if (status == ISNAD_OK) read_row(out, arena, s);
  sqlite3_reset(s);
  return status;
}

isnad_status store_article_page(isnad_slice *record, isnad_slice *text, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err) {
  static const char sql[] = "SELECT record, text FROM capture WHERE id = ?1";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, capture);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no such capture");
  if (status != ISNAD_OK) return status;
  status = store_unpack(record, arena, store, store_column(s, 0), err);
  *text = store_column_copy(arena, s, 1);
  sqlite3_reset(s);
  return status == ISNAD_OK && isnad_arena_status(arena) != ISNAD_OK ? isnad_arena_fail(err, arena, "store") : status;
}

isnad_status store_article_text(isnad_slice *text, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT text FROM capture WHERE id = ?1", err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, capture);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no such capture");
  if (status != ISNAD_OK) return status;
  isnad_slice found = store_column(s, 0);
  *text = isnad_arena_copy(arena, found);
  bool kept = text->length == found.length;
  sqlite3_reset(s);
  return kept ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
}

/* How many articles a constant query finds for `what`, counted up to two, and the first of them. */
static isnad_status find_by(int64_t *id, int *found, isnad_store *store, const char *sql, isnad_slice what, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, what);
  isnad_status status = ISNAD_OK;
  for (*found = 0; *found < 2 && (status = store_step(store, s, err)) == ISNAD_OK; (*found)++)
    if (*found == 0) *id = sqlite3_column_int64(s, 0);
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

enum { SHORTEST_PREFIX = 3 };

/* The queries in the order of trust. A prefix is a range of names, so that the index answers it; 'g' follows the last hexadecimal digit. */
static const char *const ways[] = {"SELECT id FROM article WHERE name = ?1", "SELECT id FROM article WHERE label = ?1 ORDER BY place LIMIT 1",
                                   "SELECT id FROM article WHERE label = ?1 || '#0'", "SELECT id FROM article WHERE label || '#' || place = ?1",
                                   "SELECT id FROM article WHERE name >= ?1 AND name < ?1 || 'g' LIMIT 2"};

isnad_status store_article_find(store_article *out, isnad_arena *arena, isnad_store *store, isnad_slice what, isnad_err *err) {
  enum { WAYS = sizeof ways / sizeof ways[0] };
  int64_t id = 0;
  int found = 0;
  for (size_t i = 0; found == 0 && i < WAYS; i++) {
    if (i == WAYS - 1 && what.length < SHORTEST_PREFIX) break;
    isnad_status status = find_by(&id, &found, store, ways[i], what, err);
    if (status != ISNAD_OK) return status;
  }
  int shown = what.length < 160 ? (int)what.length : 160;
  if (found == 0) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no article is called %.*s", shown, what.bytes);
  if (found > 1) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "%.*s may be several articles: give more of the id", shown, what.bytes);
  return store_article_get(out, arena, store, id, err);
}

static isnad_status hand_over(isnad_store *store, const char *sql, bool (*take)(void *context, const store_article *article), void *context,
                              isnad_err *err) {
  isnad_arena *arena = NULL;
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_article article;
    isnad_arena_reset(arena);
    read_row(&article, arena, s);
    if (take(context, &article)) continue;
    status = ISNAD_CANCELLED;
    break;
  }
  sqlite3_reset(s);
  isnad_arena_free(arena);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_articles_each(isnad_store *store, bool (*take)(void *context, const store_article *article), void *context, isnad_err *err) {
  static const char sql[] = ARTICLE_COLUMNS " ORDER BY a.name";
  return hand_over(store, sql, take, context, err);
}

isnad_status store_articles_by_page(isnad_store *store, bool (*take)(void *context, const store_article *article), void *context, isnad_err *err) {
  static const char sql[] = ARTICLE_COLUMNS " ORDER BY c.name, c.key, a.place";
  return hand_over(store, sql, take, context, err);
}

isnad_status store_articles_unwoven(int64_t **ids, size_t *count, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT article FROM unwoven ORDER BY article";
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = 0;
  isnad_status status;
  *ids = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      int64_t *more = isnad_arena_grow(arena, *ids, room, room * 2 + 256, sizeof **ids);
      if (more == NULL) {
        sqlite3_reset(s);
        return isnad_arena_fail(err, arena, "store");
      }
      *ids = more;
      room = room * 2 + 256;
    }
    (*ids)[(*count)++] = sqlite3_column_int64(s, 0);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_articles_any_unwoven(bool *any, isnad_store *store, isnad_err *err) {
  int64_t found = 0;
  isnad_status status = store_number(&found, store, "SELECT EXISTS(SELECT 1 FROM unwoven)", err);
  *any = found != 0;
  return status;
}

isnad_status store_articles_mark_woven(isnad_store *store, isnad_err *err) { return store_execute(store, "DELETE FROM unwoven", err); }
