/* Persons, places and bodies: who is named most. */
#include "store/sql.h"
#include "view/sheet.h"

enum { NAME_WIDTH = 26 };

static const char most_named[] = "SELECT id, canonical, type, country, articles, mentions FROM entity WHERE ?1 = '' OR type = ?1"
                                 " ORDER BY articles DESC, mentions DESC, id LIMIT ?2 OFFSET ?3";

static isnad_status named_row(sheet *s, sqlite3_stmt *row) {
  if (s->view->json) {
    json_writer *w = &s->json;
    json_open_object(w);
    json_key_string(w, "entity", store_column(row, 0));
    json_key_string(w, "canonical", store_column(row, 1));
    json_key_string(w, "type", store_column(row, 2));
    json_key_string(w, "country", store_column(row, 3));
    json_key_u64(w, "articles", (uint64_t)sqlite3_column_int64(row, 4));
    json_key_u64(w, "mentions", (uint64_t)sqlite3_column_int64(row, 5));
    json_close_object(w);
    return sheet_end(s);
  }
  sheet_printf(s, "%6lld articles  ", (long long)sqlite3_column_int64(row, 4));
  sheet_cell(s, store_column(row, 2), 12);
  sheet_cell(s, store_column(row, 0), NAME_WIDTH);
  sheet_words(s, store_column(row, 1));
  return sheet_end(s);
}

isnad_status isnad_view_named(isnad_store *store, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_status status = sheet_open(&s, view, err);
  sqlite3_stmt *row = status == ISNAD_OK ? store_statement(store, most_named, err) : NULL;
  if (status == ISNAD_OK && row == NULL) status = ISNAD_STORE;
  if (row != NULL) {
    store_bind_words(row, 1, view->only);
    sqlite3_bind_int64(row, 2, view->limit > 0 ? (sqlite3_int64)view->limit : -1);
    sqlite3_bind_int64(row, 3, (sqlite3_int64)view->skip);
    while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK) status = named_row(&s, row);
    sqlite3_reset(row);
  }
  return sheet_close(&s, status == ISNAD_END ? ISNAD_OK : status, "no article names anybody");
}
