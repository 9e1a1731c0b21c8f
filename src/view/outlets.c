/* The outlets: how much each wrote, and how much of its words it took from reports that are held here. */
#include "view/outlet_row.h"

static double own_share(sqlite3_stmt *row) {
  double words = sqlite3_column_double(row, 3);
  return words > 0 ? 1 - sqlite3_column_double(row, 4) / words : 1;
}

static void outlet_object(sheet *s, sqlite3_stmt *row) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_text(w, "is", "outlet");
  json_key_string(w, "outlet", store_column(row, 0));
  json_key_string(w, "name", store_column(row, 1));
  json_key_u64(w, "reports", (uint64_t)sqlite3_column_int64(row, 2));
  json_key_u64(w, "words", (uint64_t)sqlite3_column_int64(row, 3));
  json_key_fixed(w, "own", own_share(row), 4);
  json_close_object(w);
}

isnad_status outlet_row(sheet *s, sqlite3_stmt *row) {
  if (s->view->json) {
    outlet_object(s, row);
    return sheet_end(s);
  }
  sheet_printf(s, "%7lld report%s%5.1f%% its own  ", (long long)sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 2) == 1 ? "   " : "s  ", 100 * own_share(row));
  sheet_cell(s, store_column(row, 0), OUTLET_ID_WIDTH);
  sheet_words(s, store_column(row, 1));
  return sheet_end(s);
}

static const char all_outlets[] = OUTLET_SUMS OUTLET " IS NOT NULL GROUP BY " OUTLET " ORDER BY count(*) DESC, " OUTLET;

isnad_status isnad_view_outlets(isnad_store *store, const isnad_view *view, isnad_err *err) {
  sheet s;
  size_t at = 0;
  isnad_status status = sheet_open(&s, view, err);
  sqlite3_stmt *row = status == ISNAD_OK ? store_statement(store, all_outlets, err) : NULL;
  if (status == ISNAD_OK && row == NULL) status = ISNAD_STORE;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK) {
    bool asked = at >= view->skip && (view->limit == 0 || at - view->skip < view->limit);
    if (asked) status = outlet_row(&s, row);
    at++;
  }
  if (row != NULL) sqlite3_reset(row);
  return sheet_close(&s, status == ISNAD_END ? ISNAD_OK : status, "no report names its outlet");
}
