/* One outlet: how much of its words is its own, from whom it takes, who takes from it, whom it names, its latest reports. Each list costs what the
 * outlet wrote, by keys in the order in which its articles lie; rows of articles are read for those alone that are shown. */
#include "base/hash.h"
#include "base/map.h"
#include "isnad/arabic.h"
#include "view/outlet_row.h"

#include <stdlib.h>

#include "tables.h"

enum { MOST_LISTED = 30, MOST_ARTICLES = 50 };

/* --- which one --- */

static const char by_id[] = OUTLET_SUMS OUTLET " = ?1";
static const char by_name[] = "SELECT " OUTLET " FROM article a WHERE a.role <> 'headline'"
                              " AND coalesce(a.outlet_name, a.outlet) = ?1 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1";

/* A name that is no id, but one that a row of the table bears. */
static isnad_status find_listed(isnad_slice *id, sheet *s, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hit;
  isnad_status status = isnad_arabic_tokens(&tokens, s->arena, name, s->err);
  if (status != ISNAD_OK || isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_OUTLETS, 0) == 0 || hit.count != tokens.count) return status;
  *id = isnad_slice_of(isnad_outlets_rows[hit.row].id);
  return ISNAD_OK;
}

/* Else the outlet that most reports name so. Empty: there is none. */
static isnad_status find_named(isnad_slice *id, sheet *s, isnad_store *store, isnad_slice name) {
  sqlite3_stmt *row = store_statement(store, by_name, s->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, name);
  isnad_status status = store_step(store, row, s->err);
  if (status == ISNAD_OK) *id = store_column_copy(s->arena, row, 0);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Sums without a group are one row, also of nothing. */
static isnad_status show_sums(bool *found, sheet *s, isnad_store *store, isnad_slice id) {
  sqlite3_stmt *row = store_statement(store, by_id, s->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, id);
  isnad_status status = store_step(store, row, s->err);
  *found = status == ISNAD_OK && sqlite3_column_int64(row, 2) > 0;
  if (*found) status = outlet_row(s, row);
  sqlite3_reset(row);
  return status;
}

/* An id, a name of the table, a name as reports have it: the first that an outlet is called by. */
static isnad_status find_outlet(sheet *s, isnad_slice *id, isnad_store *store, isnad_slice name) {
  bool found = false;
  *id = name;
  isnad_status status = show_sums(&found, s, store, name);
  if (status == ISNAD_OK && !found) status = find_listed(id, s, name);
  if (status == ISNAD_OK && !found && !isnad_slice_equal(*id, name)) status = show_sums(&found, s, store, *id);
  if (status == ISNAD_OK && !found) {
    *id = (isnad_slice){NULL, 0};
    status = find_named(id, s, store, name);
    if (status == ISNAD_OK && id->length > 0) status = show_sums(&found, s, store, *id);
  }
  if (status != ISNAD_OK || found) return status;
  return isnad_err_set(s->err, ISNAD_NOT_FOUND, "view", (isnad_span){0, 0}, "no report is of the outlet %.*s",
                       (int)(name.length < 120 ? name.length : 120), name.bytes);
}

/* --- another outlet beside it --- */

typedef struct other {
  isnad_slice id, name;
  uint64_t reports;
  double words;
  int64_t last; /* the last article that counted */
} other;

static isnad_status other_line(sheet *s, const other *o, const char *is) {
  if (s->view->json) {
    json_writer *w = &s->json;
    json_open_object(w);
    json_key_text(w, "is", is);
    json_key_string(w, "outlet", o->id);
    json_key_string(w, "name", o->name);
    json_key_u64(w, "reports", o->reports);
    if (o->words > 0) json_key_fixed(w, "words", o->words, 0);
    json_close_object(w);
    return sheet_end(s);
  }
  sheet_printf(s, "%-10s  %6llu report%s", is, (unsigned long long)o->reports, o->reports == 1 ? "   " : "s  ");
  sheet_cell(s, o->id, OUTLET_ID_WIDTH);
  sheet_words(s, o->name);
  return sheet_end(s);
}

/* --- from whom, to whom --- */

/* The step that is believed most of each report, among those that `FROM ... WHERE` finds. */
#define STEPS(from)                                                                                                                                  \
  "WITH step AS (SELECT e.child, e.parent, e.share, row_number() OVER (PARTITION BY e.child ORDER BY e.weight DESC, e.share DESC, p.name) AS rank"   \
  " FROM " from " JOIN edge e ON e.child = a.id JOIN article p ON p.id = e.parent"                                                                   \
  " WHERE e.directed = 1 AND e.kind <> 'link' AND e.parent IS NOT NULL AND "

static const char takes[] =
    STEPS("article a") OUTLET " = ?1)"
                              " SELECT coalesce(p.outlet, p.outlet_name), min(coalesce(p.outlet_name, p.outlet)), count(*), sum(c.words * s.share)"
                              " FROM step s JOIN article c ON c.id = s.child JOIN article p ON p.id = s.parent"
                              " WHERE s.rank = 1 AND coalesce(p.outlet, p.outlet_name) IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?2";
static const char gives[] =
    STEPS("(SELECT DISTINCT g.child AS id FROM article a JOIN edge g ON g.parent = a.id WHERE " OUTLET
          " = ?1) a") "1)"
                      " SELECT coalesce(c.outlet, c.outlet_name), min(coalesce(c.outlet_name, c.outlet)), count(*), sum(c.words * s.share)"
                      " FROM step s JOIN article c ON c.id = s.child JOIN article p ON p.id = s.parent"
                      " WHERE s.rank = 1 AND coalesce(p.outlet, p.outlet_name) = ?1 AND coalesce(c.outlet, c.outlet_name) IS NOT NULL"
                      " GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?2";

static isnad_status show_steps(sheet *s, isnad_store *store, const char *sql, isnad_slice outlet, const char *is) {
  sqlite3_stmt *row = store_statement(store, sql, s->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, outlet);
  sqlite3_bind_int(row, 2, MOST_LISTED);
  while ((status = store_step(store, row, s->err)) == ISNAD_OK) {
    other o = {store_column(row, 0), store_column(row, 1), (uint64_t)sqlite3_column_int64(row, 2), sqlite3_column_double(row, 3), 0};
    if ((status = other_line(s, &o, is)) != ISNAD_OK) break;
  }
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- whom it names as its source --- */

typedef struct other_list {
  other *items;
  size_t count, room;
  map places; /* hash of an id: its place + 1 */
} other_list;

static other *other_of(other_list *list, isnad_arena *arena, isnad_slice id) {
  uint64_t *place = map_put(&list->places, hash64(id));
  if (place == NULL || *place > 0) return place == NULL ? NULL : &list->items[*place - 1];
  if (list->count == list->room) {
    other *more = isnad_arena_grow(arena, list->items, list->room, list->room * 2 + 64, sizeof *more);
    if (more == NULL) return NULL;
    list->items = more;
    list->room = list->room * 2 + 64;
  }
  *place = list->count + 1;
  list->items[list->count] = (other){.id = isnad_arena_copy(arena, id), .last = -1};
  return &list->items[list->count++];
}

/* The citations of one article follow one another. */
static isnad_status count_cited(other_list *list, sheet *s, isnad_store *store, isnad_slice outlet) {
  static const char sql[] = "SELECT x.article, coalesce(x.source, x.source_name), x.source_name FROM article a JOIN citation x ON x.article = a.id"
                            " WHERE " OUTLET " = ?1 AND x.kind IN ('agency', 'outlet') AND coalesce(x.source, x.source_name) <> ?1";
  sqlite3_stmt *row = store_statement(store, sql, s->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, outlet);
  while ((status = store_step(store, row, s->err)) == ISNAD_OK) {
    other *o = other_of(list, s->arena, store_column(row, 1));
    if (o == NULL) break;
    int64_t article = sqlite3_column_int64(row, 0);
    o->reports += article != o->last;
    o->last = article;
    if (o->name.bytes == NULL || isnad_slice_compare(store_column(row, 2), o->name) < 0) o->name = store_column_copy(s->arena, row, 2);
  }
  sqlite3_reset(row);
  if (status == ISNAD_OK) return isnad_arena_fail(s->err, s->arena, "view"); /* it ended early */
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_reports(const void *a, const void *b) {
  const other *x = a, *y = b;
  if (x->reports != y->reports) return x->reports > y->reports ? -1 : 1;
  return isnad_slice_compare(x->id, y->id);
}

static isnad_status show_cited(sheet *s, isnad_store *store, isnad_slice outlet) {
  other_list list = {.count = 0};
  if (!map_new(&list.places, s->arena, 256)) return isnad_arena_fail(s->err, s->arena, "view");
  isnad_status status = count_cited(&list, s, store, outlet);
  if (list.count > 1) qsort(list.items, list.count, sizeof *list.items, by_reports);
  for (size_t i = 0; status == ISNAD_OK && i < list.count && i < MOST_LISTED; i++) status = other_line(s, &list.items[i], "cites");
  return status;
}

/* --- its latest reports --- */

/* Those of the day of the last one that is shown are all read: their names decide. */
#define DAYS "FROM article a LEFT JOIN story_member m ON m.article = a.id WHERE a.role <> 'headline' AND " OUTLET " = ?1"
static const char newest[] = "SELECT a.name, a.label, coalesce(a.headline, a.opening), coalesce(m.published_from, a.published_from, 0),"
                             " coalesce(m.published_to, a.published_to, 0), coalesce(m.published_basis, a.published_basis), m.story"
                             " FROM (SELECT a.id " DAYS " AND coalesce(m.published_from, 0) >= coalesce((SELECT coalesce(m.published_from, 0) " DAYS
                             " ORDER BY 1 DESC LIMIT 1 OFFSET ?2 - 1), 0)) n"
                             " JOIN article a ON a.id = n.id LEFT JOIN story_member m ON m.article = a.id ORDER BY 4 DESC, a.name LIMIT ?2";

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

static isnad_status show_newest(sheet *s, isnad_store *store, isnad_slice outlet) {
  sqlite3_stmt *row = store_statement(store, newest, s->err);
  isnad_status status;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, outlet);
  sqlite3_bind_int(row, 2, MOST_ARTICLES);
  while ((status = store_step(store, row, s->err)) == ISNAD_OK)
    if ((status = article_row(s, row, "report")) != ISNAD_OK) break;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status isnad_view_outlet(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err) {
  sheet s;
  isnad_slice id = {NULL, 0};
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = find_outlet(&s, &id, store, name);
  if (status == ISNAD_OK) status = show_steps(&s, store, takes, id, "takes_from");
  if (status == ISNAD_OK) status = show_steps(&s, store, gives, id, "gives_to");
  if (status == ISNAD_OK) status = show_cited(&s, store, id);
  if (status == ISNAD_OK) status = show_newest(&s, store, id);
  return sheet_close(&s, status, "nothing is known of the outlet");
}
