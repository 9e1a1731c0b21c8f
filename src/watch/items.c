/* Pages: how one is noted, and which are due. */
#include "watch/inside.h"

#include <string.h>

/* --- noting --- */

isnad_status watch_insert_item(bool *fresh, watch *w, int64_t feed, isnad_slice key, isnad_slice url, isnad_slice title, const char *state) {
  static const char sql[] = "INSERT INTO watch_item(key, feed, url, host, title, state, seen, due) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                            " ON CONFLICT(key) DO NOTHING";
  bool waits = strcmp(state, "waiting") == 0;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, key);
  sqlite3_bind_null(s, 2);
  if (feed != 0) sqlite3_bind_int64(s, 2, feed);
  store_bind_words(s, 3, url);
  store_bind_words(s, 4, isnad_fetch_host(url));
  store_bind_text(s, 5, title);
  store_bind_words(s, 6, isnad_slice_of(state));
  sqlite3_bind_int64(s, 7, watch_now(w));
  sqlite3_bind_null(s, 8);
  if (waits) sqlite3_bind_int64(s, 8, watch_now(w));
  isnad_status status = store_run(w->store, s, w->err);
  *fresh = status == ISNAD_OK && sqlite3_changes(store_db(w->store)) > 0;
  return status;
}

isnad_status watch_note_item(bool *fresh, watch *w, int64_t feed, isnad_slice url, isnad_slice title) {
  isnad_slice clean;
  *fresh = false;
  isnad_status status = isnad_fetch_url(&clean, w->arena, url, NULL);
  if (status == ISNAD_BAD_INPUT) return ISNAD_OK; /* nothing that could be asked for */
  isnad_slice key = status == ISNAD_OK ? isnad_fetch_key(w->arena, clean) : (isnad_slice){NULL, 0};
  if (key.length == 0) return isnad_arena_fail(w->err, w->arena, "watch");
  return watch_insert_item(fresh, w, feed, key, clean, title, "waiting");
}

/* --- which are due --- */

static isnad_status ask_host(watch *w, isnad_slice host) {
  static const char sql[] = "SELECT key, url, CASE WHEN state = 'held' THEN etag END, CASE WHEN state = 'held' THEN last_modified END FROM watch_item"
                            " WHERE host = ?1 AND due <= ?2 ORDER BY due LIMIT ?3";
  unsigned load = isnad_fetcher_load(w->fetcher, host);
  if (load >= WATCH_PER_HOST) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, host);
  sqlite3_bind_int64(s, 2, watch_now(w));
  sqlite3_bind_int(s, 3, 2 * WATCH_PER_HOST);
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK && load < WATCH_PER_HOST) {
    isnad_slice key = store_column(s, 0);
    isnad_fetch_request request = {
        .kind = ISNAD_FETCH_A_PAGE, .url = store_column(s, 1), .etag = store_column(s, 2), .last_modified = store_column(s, 3)};
    if (watch_is_asked(w, 0, key)) continue;
    if (!watch_ask_item(w, key, &request)) break;
    load++;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* A few of each host at a time, so that one with thousands of pages does not stand in the way of the others. */
isnad_status watch_top_up_items(watch *w) {
  static const char sql[] = "SELECT host, min(due) FROM watch_item WHERE due <= ?1 GROUP BY host ORDER BY 2";
  sqlite3_stmt *s = watch_has_room_for_pages(w) ? store_statement(w->store, sql, w->err) : NULL;
  if (s == NULL) return watch_has_room_for_pages(w) ? ISNAD_STORE : ISNAD_OK;
  sqlite3_bind_int64(s, 1, watch_now(w));
  isnad_status status;
  while ((status = store_step(w->store, s, w->err)) == ISNAD_OK && watch_has_room_for_pages(w)) {
    status = ask_host(w, store_column(s, 0));
    if (status != ISNAD_OK) break;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status watch_is_idle(bool *idle, watch *w) {
  static const char sql[] = "SELECT EXISTS(SELECT 1 FROM watch_item WHERE due <= ?1) OR"
                            " EXISTS(SELECT 1 FROM watch_feed WHERE state = 'active' AND due <= ?1)";
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  *idle = false;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, watch_now(w));
  isnad_status status = store_step(w->store, s, w->err);
  if (status == ISNAD_OK) *idle = sqlite3_column_int(s, 0) == 0 && w->pending_count == 0;
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}
