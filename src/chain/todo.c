/* Which articles are weighed anew when some were touched. The edges into an article depend on its passages, on the day, outlet and citations of
 * whoever shares them, and on the members of its story. Days that pages state and citations never change; what else changed is handed in, but for the
 * neighbours of a report whose day was taught. */
#include "chain/chain.h"
#include "store/sql.h"

/* CROSS: from what is in hand to what it touches. Left to itself SQLite, which does not know how few these are, walks all articles and passages. */
static const char make_tables[] = "CREATE TEMP TABLE IF NOT EXISTS chain_todo (id INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS chain_now (id INTEGER PRIMARY KEY);"
                                  "CREATE TEMP TABLE IF NOT EXISTS chain_context (id INTEGER PRIMARY KEY);"
                                  "DELETE FROM chain_todo";

static const char add_neighbours[] =
    "INSERT OR IGNORE INTO chain_todo SELECT p.b FROM chain_todo t CROSS JOIN article a ON a.id = t.id CROSS JOIN passage p ON p.a = t.id"
    " WHERE a.published_from IS NULL UNION SELECT p.a FROM chain_todo t CROSS JOIN article a ON a.id = t.id CROSS JOIN passage p ON p.b = t.id"
    " WHERE a.published_from IS NULL";

static const char fill_context[] =
    "DELETE FROM chain_context; INSERT INTO chain_context SELECT id FROM chain_now;"
    "INSERT OR IGNORE INTO chain_context SELECT p.b FROM chain_now n CROSS JOIN passage p ON p.a = n.id;"
    "INSERT OR IGNORE INTO chain_context SELECT p.a FROM chain_now n CROSS JOIN passage p ON p.b = n.id;"
    "INSERT OR IGNORE INTO chain_context SELECT o.article FROM chain_now n CROSS JOIN story_member m ON m.article = n.id CROSS JOIN story_member o"
    " ON o.story = m.story";

isnad_status chain_todo_begin(isnad_store *store, const isnad_ids *touched, isnad_err *err) {
  isnad_status status = store_execute(store, make_tables, err);
  for (size_t i = 0; status == ISNAD_OK && i < touched->count; i++) {
    sqlite3_stmt *s = store_statement(store, "INSERT OR IGNORE INTO chain_todo VALUES (?1)", err);
    if (s == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(s, 1, touched->items[i]);
    status = store_run(store, s, err);
  }
  return status == ISNAD_OK ? store_execute(store, add_neighbours, err) : status;
}

static isnad_status take_part(isnad_store *store, int64_t last, size_t most, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "INSERT INTO chain_now SELECT id FROM chain_todo WHERE id > ?1 ORDER BY id LIMIT ?2", err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, last);
  sqlite3_bind_int64(s, 2, (sqlite3_int64)most);
  return store_run(store, s, err);
}

isnad_status chain_todo_next(isnad_store *store, int64_t *last, size_t most, isnad_err *err) {
  int64_t before = *last;
  isnad_status status = store_execute(store, "DELETE FROM chain_now", err);
  if (status == ISNAD_OK) status = take_part(store, *last, most, err);
  if (status == ISNAD_OK) status = store_number(last, store, "SELECT coalesce(max(id), 0) FROM chain_now", err);
  if (status == ISNAD_OK && *last <= before) return ISNAD_END;
  return status == ISNAD_OK ? store_execute(store, fill_context, err) : status;
}

isnad_status chain_todo_end(isnad_store *store, isnad_err *err) {
  return store_execute(store, "DELETE FROM chain_todo; DELETE FROM chain_now; DELETE FROM chain_context", err);
}
