#include "store/handle.h"

#include <stdint.h>

static const isnad_span nowhere = {0, 0};

sqlite3 *store_db(isnad_store *store) { return store->db; }

static statement_slot *slot_of(isnad_store *store, const char *sql) {
  size_t first = (size_t)((uintptr_t)sql * UINT64_C(0x9E3779B97F4A7C15) >> 56);
  for (size_t i = 0; i < STATEMENT_ROOM; i++) {
    statement_slot *slot = &store->statements[(first + i) % STATEMENT_ROOM];
    if (slot->sql == sql || slot->sql == NULL) return slot;
  }
  return NULL;
}

sqlite3_stmt *store_statement(isnad_store *store, const char *sql, isnad_err *err) {
  statement_slot *slot = slot_of(store, sql);
  if (slot == NULL) {
    isnad_err_set(err, ISNAD_LIMIT, "store", nowhere, "more than %d kinds of statements", STATEMENT_ROOM);
    return NULL;
  }
  if (slot->sql != NULL) {
    sqlite3_reset(slot->statement);
    return slot->statement;
  }
  if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &slot->statement, NULL) != SQLITE_OK) {
    store_error(store, "be asked", err);
    return NULL;
  }
  slot->sql = sql;
  return slot->statement;
}

void store_finalize(isnad_store *store) {
  for (size_t i = 0; i < STATEMENT_ROOM; i++) {
    sqlite3_finalize(store->statements[i].statement);
    store->statements[i] = (statement_slot){NULL, NULL};
  }
}

isnad_status store_step(isnad_store *store, sqlite3_stmt *statement, isnad_err *err) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return ISNAD_OK;
  isnad_status status = code == SQLITE_DONE ? ISNAD_END : store_error(store, sqlite3_stmt_readonly(statement) ? "be read" : "be written", err);
  sqlite3_reset(statement);
  return status;
}

isnad_status store_run(isnad_store *store, sqlite3_stmt *statement, isnad_err *err) {
  isnad_status status = store_step(store, statement, err);
  if (status == ISNAD_OK) sqlite3_reset(statement);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_execute(isnad_store *store, const char *sql, isnad_err *err) {
  return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? ISNAD_OK : store_error(store, "be used", err);
}

isnad_status store_number(int64_t *out, isnad_store *store, const char *sql, isnad_err *err) {
  *out = 0;
  sqlite3_stmt *statement = store_statement(store, sql, err);
  if (statement == NULL) return ISNAD_STORE;
  isnad_status status = store_step(store, statement, err);
  if (status == ISNAD_OK) *out = sqlite3_column_int64(statement, 0);
  sqlite3_reset(statement);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The version of the file as this connection sees it: others' commits, and its own. */
isnad_status store_version(int64_t *out, isnad_store *store, isnad_err *err) {
  isnad_status status = store_number(out, store, "PRAGMA data_version", err);
  *out = (int64_t)((uint64_t)*out << 32 ^ (uint64_t)sqlite3_total_changes64(store->db));
  return status;
}

void store_drop_kept(isnad_store *store) {
  if (store->kept != NULL) store->drop_kept(store->kept);
  store->kept = NULL;
}

isnad_status store_kept(void **out, isnad_store *store, isnad_err *err) {
  int64_t version = 0;
  isnad_status status = store_version(&version, store, err);
  if (status == ISNAD_OK && version != store->kept_version) store_drop_kept(store);
  *out = status == ISNAD_OK ? store->kept : NULL;
  return status;
}

isnad_status store_keep(isnad_store *store, void *kept, void (*drop)(void *kept), isnad_err *err) {
  store_drop_kept(store);
  isnad_status status = store_version(&store->kept_version, store, err);
  store->kept = kept;
  store->drop_kept = drop;
  return status;
}

static isnad_status status_of(int code) {
  switch (code & 0xFF) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return ISNAD_BUSY;
  case SQLITE_NOMEM:
    return ISNAD_NO_MEMORY;
  case SQLITE_INTERRUPT:
    return ISNAD_CANCELLED;
  case SQLITE_FULL:
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_READONLY:
    return ISNAD_IO;
  case SQLITE_TOOBIG:
    return ISNAD_LIMIT;
  default:
    return ISNAD_STORE;
  }
}

static const char *reason_of(int code, sqlite3 *db) {
  switch (code & 0xFF) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return "another program is writing to it";
  case SQLITE_FULL:
    return "the disk is full";
  case SQLITE_CORRUPT:
    return "the file is damaged";
  case SQLITE_NOTADB:
    return "it is not an isnad store";
  case SQLITE_READONLY:
    return "it is read-only";
  default:
    return sqlite3_errmsg(db);
  }
}

isnad_status store_error(isnad_store *store, const char *doing, isnad_err *err) {
  int code = sqlite3_extended_errcode(store->db);
  /* After a full disk or a failed write SQLite drops the whole transaction by itself: later puts must not run outside of one. */
  if (store->in_batch && sqlite3_get_autocommit(store->db)) store->in_batch = false;
  return isnad_err_set(err, status_of(code), "store", nowhere, "%s cannot %s: %s", store->path, doing, reason_of(code, store->db));
}

void store_bind_text(sqlite3_stmt *statement, int at, isnad_slice text) {
  if (text.length > 0)
    sqlite3_bind_text64(statement, at, text.bytes, text.length, SQLITE_STATIC, SQLITE_UTF8);
  else
    sqlite3_bind_null(statement, at);
}

void store_bind_words(sqlite3_stmt *statement, int at, isnad_slice text) {
  sqlite3_bind_text64(statement, at, text.length > 0 ? text.bytes : "", text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void store_bind_blob(sqlite3_stmt *statement, int at, isnad_slice bytes) {
  sqlite3_bind_blob64(statement, at, bytes.length > 0 ? bytes.bytes : "", bytes.length, SQLITE_STATIC);
}

isnad_slice store_column(sqlite3_stmt *statement, int at) {
  const void *bytes = sqlite3_column_blob(statement, at);
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  return (isnad_slice){bytes, (size_t)sqlite3_column_bytes(statement, at)};
}

isnad_slice store_column_copy(isnad_arena *arena, sqlite3_stmt *statement, int at) { return isnad_arena_copy(arena, store_column(statement, at)); }
