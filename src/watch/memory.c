/* What the fetcher learns of hosts, kept in the store. */
#include "watch/inside.h"

static void fail(watch *w, isnad_status status) {
  if (w->status == ISNAD_OK) w->status = status;
}

static bool robots(void *context, isnad_arena *arena, isnad_slice origin, isnad_kept_robots *out) {
  static const char sql[] = "SELECT status, until, fetched, text FROM watch_robots WHERE origin = ?1";
  watch *w = context;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return false;
  store_bind_words(s, 1, origin);
  bool known = store_step(w->store, s, w->err) == ISNAD_OK;
  if (known)
    *out = (isnad_kept_robots){(unsigned)sqlite3_column_int(s, 0), sqlite3_column_double(s, 1), sqlite3_column_double(s, 2),
                               store_column_copy(arena, s, 3)};
  sqlite3_reset(s);
  return known && isnad_arena_status(arena) == ISNAD_OK;
}

static void keep_robots(void *context, isnad_slice origin, const isnad_kept_robots *kept) {
  static const char sql[] = "INSERT OR REPLACE INTO watch_robots VALUES(?1,?2,?3,?4,?5)";
  watch *w = context;
  isnad_status status = watch_begin(w);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(w->store, sql, w->err) : NULL;
  if (s != NULL) {
    store_bind_words(s, 1, origin);
    sqlite3_bind_int(s, 2, (int)kept->status);
    sqlite3_bind_double(s, 3, kept->until);
    sqlite3_bind_double(s, 4, kept->fetched);
    store_bind_blob(s, 5, kept->text);
    status = store_run(w->store, s, w->err);
  }
  fail(w, s != NULL || status != ISNAD_OK ? status : ISNAD_STORE);
}

static bool host(void *context, isnad_slice name, isnad_kept_host *out) {
  static const char sql[] = "SELECT not_before, failures, delay FROM watch_host WHERE name = ?1";
  watch *w = context;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return false;
  store_bind_words(s, 1, name);
  bool known = store_step(w->store, s, w->err) == ISNAD_OK;
  if (known) *out = (isnad_kept_host){sqlite3_column_double(s, 0), (unsigned)sqlite3_column_int(s, 1), sqlite3_column_double(s, 2)};
  sqlite3_reset(s);
  return known;
}

static void keep_host(void *context, isnad_slice name, const isnad_kept_host *kept) {
  static const char sql[] = "INSERT OR REPLACE INTO watch_host VALUES(?1,?2,?3,?4)";
  watch *w = context;
  isnad_status status = watch_begin(w);
  sqlite3_stmt *s = status == ISNAD_OK ? store_statement(w->store, sql, w->err) : NULL;
  if (s != NULL) {
    store_bind_words(s, 1, name);
    sqlite3_bind_double(s, 2, kept->not_before);
    sqlite3_bind_int(s, 3, (int)kept->failures);
    sqlite3_bind_double(s, 4, kept->delay);
    status = store_run(w->store, s, w->err);
  }
  fail(w, s != NULL || status != ISNAD_OK ? status : ISNAD_STORE);
}

isnad_fetch_memory watch_memory(watch *w) {
  return (isnad_fetch_memory){.robots = robots, .keep_robots = keep_robots, .host = host, .keep_host = keep_host, .context = w};
}
