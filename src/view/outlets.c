/* Outlets: how much each wrote, how much of its words it took from reports that are held here, from whom, and who took from it. */
#include "store/sql.h"
#include "view/sheet.h"

enum { NAME_WIDTH = 26, ID_WIDTH = 22, MOST_LISTED = 30, MOST_ARTICLES = 50 };

/* The part of an article that the closest report before it holds. A bare headline is no report. */
#define TAKEN                                                                                                                                        \
  "WITH taken AS (SELECT child, max(share) AS share FROM edge WHERE directed = 1 AND kind IN ('copied', 'both', 'laundered') GROUP BY child),"       \
  " report AS (SELECT a.id, a.name, a.words, coalesce(a.outlet, a.outlet_name) AS outlet, coalesce(a.outlet_name, a.outlet) AS title,"               \
  " coalesce(t.share, 0) AS share FROM article a LEFT JOIN taken t ON t.child = a.id"                                                                \
  " WHERE a.role <> 'headline' AND coalesce(a.outlet, a.outlet_name) IS NOT NULL)"

/* The step that is believed most of each report, between two outlets. */
#define STEPS                                                                                                                                        \
  "WITH step AS (SELECT e.child, e.parent, e.share, row_number() OVER (PARTITION BY e.child ORDER BY e.weight DESC, e.share DESC, p.name) AS rank"   \
  " FROM edge e JOIN article p ON p.id = e.parent WHERE e.directed = 1 AND e.kind <> 'link')"

static const char all_outlets[] = TAKEN " SELECT outlet, min(title), count(*), sum(words), sum(words * share) FROM report GROUP BY outlet"
                                        " ORDER BY count(*) DESC, outlet";
static const char one_outlet[] = TAKEN " SELECT outlet, min(title), count(*), sum(words), sum(words * share) FROM report"
                                       " WHERE outlet = ?1 OR title = ?1 GROUP BY outlet ORDER BY count(*) DESC, outlet LIMIT 1";
static const char takes[] =
    STEPS " SELECT coalesce(p.outlet, p.outlet_name), min(coalesce(p.outlet_name, p.outlet)), count(*), sum(c.words * s.share)"
          " FROM step s JOIN article c ON c.id = s.child JOIN article p ON p.id = s.parent"
          " WHERE s.rank = 1 AND coalesce(c.outlet, c.outlet_name) = ?1 AND coalesce(p.outlet, p.outlet_name) IS NOT NULL"
          " GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?2";
static const char gives[] =
    STEPS " SELECT coalesce(c.outlet, c.outlet_name), min(coalesce(c.outlet_name, c.outlet)), count(*), sum(c.words * s.share)"
          " FROM step s JOIN article c ON c.id = s.child JOIN article p ON p.id = s.parent"
          " WHERE s.rank = 1 AND coalesce(p.outlet, p.outlet_name) = ?1 AND coalesce(c.outlet, c.outlet_name) IS NOT NULL"
          " GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?2";
static const char cites[] = "SELECT coalesce(x.source, x.source_name), min(x.source_name), count(DISTINCT x.article), 0 FROM citation x"
                            " JOIN article a ON a.id = x.article WHERE coalesce(a.outlet, a.outlet_name) = ?1 AND x.kind IN ('agency', 'outlet')"
                            " AND coalesce(x.source, x.source_name) <> ?1 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?2";
static const char newest[] = "SELECT a.name, a.label, coalesce(a.headline, a.opening), coalesce(m.published_from, a.published_from, 0),"
                             " coalesce(m.published_to, a.published_to, 0), coalesce(m.published_basis, a.published_basis), m.story FROM article a"
                             " LEFT JOIN story_member m ON m.article = a.id WHERE a.role <> 'headline'"
                             " AND coalesce(a.outlet, a.outlet_name) = ?1 ORDER BY 4 DESC, a.name LIMIT ?2";

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

static isnad_status outlet_row(sheet *s, sqlite3_stmt *row) {
  if (s->view->json) {
    outlet_object(s, row);
    return sheet_end(s);
  }
  sheet_printf(s, "%7lld reports  %5.1f%% its own  ", (long long)sqlite3_column_int64(row, 2), 100 * own_share(row));
  sheet_cell(s, store_column(row, 0), ID_WIDTH);
  sheet_words(s, store_column(row, 1));
  return sheet_end(s);
}

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

/* --- one outlet --- */

static isnad_status other_row(sheet *s, sqlite3_stmt *row, const char *is) {
  if (s->view->json) {
    json_writer *w = &s->json;
    json_open_object(w);
    json_key_text(w, "is", is);
    json_key_string(w, "outlet", store_column(row, 0));
    json_key_string(w, "name", store_column(row, 1));
    json_key_u64(w, "reports", (uint64_t)sqlite3_column_int64(row, 2));
    if (sqlite3_column_double(row, 3) > 0) json_key_fixed(w, "words", sqlite3_column_double(row, 3), 0);
    json_close_object(w);
    return sheet_end(s);
  }
  sheet_printf(s, "%-10s  %6lld reports  ", is, (long long)sqlite3_column_int64(row, 2));
  sheet_cell(s, store_column(row, 0), ID_WIDTH);
  sheet_words(s, store_column(row, 1));
  return sheet_end(s);
}

static isnad_status article_row(sheet *s, sqlite3_stmt *row, const char *is) {
  isnad_interval when = {sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4)};
  if (s->view->json) {
    json_writer *w = &s->json;
    json_open_object(w);
    json_key_text(w, "is", is);
    json_key_string(w, "article", store_column(row, 1));
    json_key_string(w, "id", store_column(row, 0));
    sheet_json_when(s, "published", when, store_column(row, 5));
    json_key_string(w, "headline", store_column(row, 2));
    json_key_string(w, "story", store_column(row, 6));
    json_close_object(w);
    return sheet_end(s);
  }
  sheet_printf(s, "%-10s  ", is);
  sheet_when(s, when);
  sheet_cell(s, store_column(row, 0), 17);
  sheet_words(s, store_column(row, 2));
  return sheet_end(s);
}

static isnad_status list_of(sheet *s, isnad_store *store, const char *sql, isnad_slice outlet, int most, const char *is,
                            isnad_status (*show)(sheet *, sqlite3_stmt *, const char *)) {
  sqlite3_stmt *row = store_statement(store, sql, s->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, outlet);
  sqlite3_bind_int(row, 2, most);
  while ((status = store_step(store, row, s->err)) == ISNAD_OK)
    if ((status = show(s, row, is)) != ISNAD_OK) break;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status find_outlet(sheet *s, isnad_slice *id, isnad_store *store, isnad_slice name) {
  sqlite3_stmt *row = store_statement(store, one_outlet, s->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, name);
  isnad_status status = store_step(store, row, s->err);
  if (status == ISNAD_OK) {
    *id = store_column_copy(s->arena, row, 0);
    status = outlet_row(s, row);
  }
  sqlite3_reset(row);
  if (status != ISNAD_END) return status;
  return isnad_err_set(s->err, ISNAD_NOT_FOUND, "view", (isnad_span){0, 0}, "no report is of the outlet %.*s",
                       (int)(name.length < 120 ? name.length : 120), name.bytes);
}

isnad_status isnad_view_outlet(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_slice id = {NULL, 0};
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = find_outlet(&s, &id, store, name);
  if (status == ISNAD_OK) status = list_of(&s, store, takes, id, MOST_LISTED, "takes_from", other_row);
  if (status == ISNAD_OK) status = list_of(&s, store, gives, id, MOST_LISTED, "gives_to", other_row);
  if (status == ISNAD_OK) status = list_of(&s, store, cites, id, MOST_LISTED, "cites", other_row);
  if (status == ISNAD_OK) status = list_of(&s, store, newest, id, MOST_ARTICLES, "report", article_row);
  return sheet_close(&s, status, "nothing is known of the outlet");
}

/* --- who is named most --- */

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
