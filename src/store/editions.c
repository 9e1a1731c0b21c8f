#include "store/editions.h"

#include "base/clock.h"
#include "store/sql.h"

isnad_status store_editions_of(store_edition **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  static const char sql[] = "SELECT o.id, d.captured_at FROM article a JOIN capture c ON c.id = a.capture"
                            " JOIN capture d ON coalesce(d.url, d.uri) = coalesce(c.url, c.uri)"
                            " JOIN article o ON o.capture = d.id AND o.place = a.place AND o.role = a.role"
                            " WHERE a.id = ?1 ORDER BY d.captured_at IS NULL, d.captured_at, o.name LIMIT ?2";
  *count = 0;
  *out = isnad_arena_array(arena, STORE_MOST_EDITIONS, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "store");
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  sqlite3_bind_int(s, 2, STORE_MOST_EDITIONS);
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_edition *e = &(*out)[(*count)++];
    *e = (store_edition){.article = sqlite3_column_int64(s, 0)};
    if (!clock_read_iso(&e->captured, store_column(s, 1), true, 0)) e->captured = (isnad_interval){0, 0};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}
