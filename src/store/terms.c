#include "store/terms.h"

#include "store/sql.h"

isnad_status store_terms_each(isnad_store *store, bool (*take)(void *context, const store_terms *of), void *context, isnad_err *err) {
  static const char sql[] = "SELECT a.id, a.name, m.story, p.terms FROM article a JOIN packed p ON p.article = a.id"
                            " LEFT JOIN story_member m ON m.article = a.id ORDER BY a.name";
  sqlite3_stmt *row = store_statement(store, sql, err);
  isnad_status status = row != NULL ? ISNAD_OK : ISNAD_STORE;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK) {
    store_terms of = {sqlite3_column_int64(row, 0), store_column(row, 1), store_column(row, 2), store_column(row, 3)};
    if (!take(context, &of)) status = ISNAD_CANCELLED;
  }
  if (row != NULL) sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}
