#include "store/places.h"

#include "store/sql.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

isnad_status store_capture_place(store_place *out, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err) {
  static const char sql[] = "SELECT file, line, archived, offset, length, inner, sha256 FROM capture WHERE id = ?1";
  sqlite3_stmt *s = store_statement(store, sql, err);
  *out = (store_place){.sha256 = {0}};
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, capture);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_END) return isnad_err_set(err, ISNAD_NOT_FOUND, "store", nowhere, "no such capture");
  if (status != ISNAD_OK) return status;
  isnad_slice digest = store_column(s, 6);
  out->place = (isnad_capture_place){.file = store_column_copy(arena, s, 0), .line = (size_t)sqlite3_column_int64(s, 1)};
  out->place.archived = sqlite3_column_int(s, 2) != 0;
  out->place.record.offset = (uint64_t)sqlite3_column_int64(s, 3);
  out->place.record.length = (uint64_t)sqlite3_column_int64(s, 4);
  out->place.record.inner = (uint64_t)sqlite3_column_int64(s, 5);
  if (digest.length == sizeof out->sha256) memcpy(out->sha256, digest.bytes, sizeof out->sha256);
  sqlite3_reset(s);
  return isnad_arena_status(arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
}
