#include "store/quotes.h"

#include "store/sql.h"

#define QUOTES                                                                                                                                       \
  "SELECT a.name, a.label, coalesce(a.outlet_name, a.outlet), coalesce(m.published_from, a.published_from), coalesce(m.published_to, "               \
  "a.published_to),"                                                                                                                                 \
  " coalesce(m.published_basis, a.published_basis), q.begin, q.end, q.mode, q.entity, q.speaker, q.implicit, q.anonymous, q.via, q.rule,"            \
  " CAST(substr(CAST(c.text AS BLOB), q.begin + 1, q.end - q.begin) AS TEXT),"                                                                       \
  " CAST(substr(CAST(c.text AS BLOB), q.verb_begin + 1, q.verb_end - q.verb_begin) AS TEXT)"                                                         \
  " FROM quote q JOIN article a ON a.id = q.article JOIN capture c ON c.id = a.capture LEFT JOIN story_member m ON m.article = a.id"

static const char all_quotes[] =
    QUOTES " ORDER BY coalesce(m.published_from, a.published_from) IS NULL, coalesce(m.published_from, a.published_from), a.name, q.place";

static store_quote quote_of(sqlite3_stmt *s) {
  return (store_quote){.article = store_column(s, 0),
                       .label = store_column(s, 1),
                       .outlet = store_column(s, 2),
                       .published = {sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 4)},
                       .basis = store_column(s, 5),
                       .span = {(uint32_t)sqlite3_column_int64(s, 6), (uint32_t)sqlite3_column_int64(s, 7)},
                       .mode = store_column(s, 8),
                       .entity = store_column(s, 9),
                       .speaker = store_column(s, 10),
                       .implicit = sqlite3_column_int(s, 11) != 0,
                       .anonymous = sqlite3_column_int(s, 12) != 0,
                       .via = store_column(s, 13),
                       .rule = store_column(s, 14),
                       .words = store_column(s, 15),
                       .verb = store_column(s, 16)};
}

isnad_status store_quotes_each(isnad_store *store, bool (*take)(void *context, const store_quote *quote), void *context, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, all_quotes, err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    store_quote quote = quote_of(s);
    if (take(context, &quote)) continue;
    sqlite3_reset(s);
    return ISNAD_CANCELLED;
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_quote_at(isnad_store *store, int64_t article, int64_t place, bool (*take)(void *context, const store_quote *quote), void *context,
                            isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, QUOTES " WHERE q.article = ?1 AND q.place = ?2", err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  sqlite3_bind_int64(s, 2, place);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK) {
    store_quote quote = quote_of(s);
    if (!take(context, &quote)) status = ISNAD_CANCELLED;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
}
