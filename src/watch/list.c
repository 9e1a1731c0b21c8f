/* The feeds of a store, from outside of a run. */
#include "watch/inside.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

/* One change of the list: in the caller's batch, or in one of its own. */
static isnad_status begin(bool *own, isnad_store *store, isnad_err *err) {
  *own = sqlite3_get_autocommit(store_db(store)) != 0;
  return *own ? isnad_store_begin(store, err) : ISNAD_OK;
}

static isnad_status ended(isnad_store *store, bool own, isnad_status status, isnad_err *err) {
  if (!own) return status;
  if (status == ISNAD_OK) return isnad_store_commit(store, err);
  isnad_store_rollback(store);
  return status;
}

isnad_status isnad_watch_feed(bool *fresh, isnad_store *store, isnad_slice url, isnad_slice title, isnad_err *err) {
  isnad_arena *arena = NULL;
  isnad_slice clean = {NULL, 0};
  bool own = false;
  *fresh = false;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "watch", nowhere, "out of memory");
  isnad_status status = isnad_fetch_url(&clean, arena, url, err);
  if (status == ISNAD_OK) status = begin(&own, store, err);
  if (status == ISNAD_OK) status = ended(store, own, watch_note_feed(fresh, store, clean, title, false, 0, err), err);
  isnad_arena_free(arena);
  return status;
}

isnad_status isnad_watch_drop(isnad_store *store, isnad_slice url, isnad_err *err) {
  static const char sql[] = "UPDATE watch_feed SET state = 'dropped' WHERE url IN (?1, ?2) AND state <> 'dropped'";
  isnad_arena *arena = NULL;
  isnad_slice clean = url;
  bool own = false;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "watch", nowhere, "out of memory");
  if (isnad_fetch_url(&clean, arena, url, NULL) != ISNAD_OK) clean = url;
  isnad_status status = begin(&own, store, err);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(store, sql, err) : NULL;
  if (s != NULL) {
    store_bind_words(s, 1, url);
    store_bind_words(s, 2, clean);
    status = store_run(store, s, err);
    if (status == ISNAD_OK && sqlite3_changes(store_db(store)) == 0)
      status = isnad_err_set(err, ISNAD_NOT_FOUND, "watch", nowhere, "no feed of this address is watched");
    status = ended(store, own, status, err);
  } else if (status == ISNAD_OK) {
    status = ended(store, own, ISNAD_STORE, err);
  }
  isnad_arena_free(arena);
  return status;
}

isnad_status isnad_watch_each(isnad_store *store, bool (*take)(void *context, const isnad_watched *feed), void *context, isnad_err *err) {
  static const char sql[] = "SELECT url, title, kind, state, error, due, looked, changed, interval, looks, failures,"
                            " (SELECT count(*) FROM watch_item i WHERE i.feed = f.id),"
                            " (SELECT count(*) FROM watch_item i WHERE i.feed = f.id AND i.state = 'held') FROM watch_feed f ORDER BY url";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    isnad_watched f = {.url = store_column(s, 0), .title = store_column(s, 1), .kind = store_column(s, 2), .state = store_column(s, 3)};
    f.error = store_column(s, 4);
    f.due = sqlite3_column_int64(s, 5);
    f.looked = sqlite3_column_int64(s, 6);
    f.changed = sqlite3_column_int64(s, 7);
    f.interval = sqlite3_column_int64(s, 8);
    f.looks = (uint64_t)sqlite3_column_int64(s, 9);
    f.failures = (uint64_t)sqlite3_column_int64(s, 10);
    f.items = (uint64_t)sqlite3_column_int64(s, 11);
    f.held = (uint64_t)sqlite3_column_int64(s, 12);
    if (take(context, &f)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}
