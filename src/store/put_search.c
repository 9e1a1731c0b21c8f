/* One article into the index of words. */
#include "store/put.h"
#include "store/vocabulary.h"

isnad_status store_put_search(isnad_store *store, const isnad_prepared_search *prepared, int64_t article, isnad_err *err) {
  static const char sql[] = "INSERT INTO search(rowid,title,body,byline,outlet,source,who,place) VALUES(?1,?2,?3,?4,?5,?6,?7,?8)";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  for (int i = 0; i < ISNAD_PREPARED_COLUMNS; i++) store_bind_text(s, 2 + i, prepared->columns[i]);
  isnad_status status = store_run(store, s, err);
  return status == ISNAD_OK ? vocabulary_count(store, prepared->stems, err) : status;
}
