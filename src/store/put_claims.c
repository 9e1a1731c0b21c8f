/* What the claim stage reads of a record, into the tables figure and told. */
#include "store/put.h"

#include "isnad/note.h"

#include <string.h>

isnad_slice store_rule_text(char room[STORE_RULE_ROOM], isnad_rule rule) {
  if (rule.name != NULL) return isnad_slice_of(rule.name);
  const char *file = isnad_table_file(rule.table);
  size_t length = strlen(file) < STORE_RULE_ROOM - 12 ? strlen(file) : STORE_RULE_ROOM - 12, at = STORE_RULE_ROOM;
  uint32_t line = isnad_table_line(rule.table, rule.row);
  do room[--at] = (char)('0' + line % 10);
  while ((line /= 10) > 0);
  room[--at] = ':';
  at -= length;
  memcpy(room + at, file, length);
  return (isnad_slice){room + at, STORE_RULE_ROOM - at};
}

static void bind_bound(sqlite3_stmt *s, int at, bool known, double value) {
  if (known)
    sqlite3_bind_double(s, at, value);
  else
    sqlite3_bind_null(s, at);
}

static void bind_note(sqlite3_stmt *s, const isnad_figure_note *f) {
  store_bind_span(s, 3, f->span);
  store_bind_span(s, 5, f->number);
  store_bind_words(s, 7, isnad_slice_of(isnad_figure_kind_name(f->kind)));
  store_bind_words(s, 8, isnad_slice_of(isnad_qualifier_name(f->qualifier)));
  bind_bound(s, 9, f->has_min, f->min);
  bind_bound(s, 10, f->has_max, f->max);
  store_bind_text(s, 11, f->unit);
  store_bind_text(s, 12, f->thing.length > 0 ? f->thing : f->unit);
  sqlite3_bind_int64(s, 13, f->times);
  sqlite3_bind_int64(s, 14, f->group);
  sqlite3_bind_int(s, 15, (int)f->sum);
  sqlite3_bind_double(s, 16, f->differs_by);
}

static void bind_question(sqlite3_stmt *s, const isnad_prepared_figure *p) {
  bool told = p->when.from < p->when.to;
  store_bind_words(s, 17, p->measure);
  sqlite3_bind_double(s, 18, p->factor);
  store_bind_text(s, 19, p->thing);
  store_bind_text(s, 20, p->state);
  store_bind_text(s, 21, p->scope);
  store_bind_text(s, 22, p->place);
  sqlite3_bind_null(s, 23);
  sqlite3_bind_null(s, 24);
  if (told) {
    sqlite3_bind_int64(s, 23, p->when.from);
    sqlite3_bind_int64(s, 24, p->when.to);
  }
  store_bind_text(s, 25, p->claimant);
  store_bind_text(s, 26, p->name);
  sqlite3_bind_int(s, 27, p->anonymous);
  sqlite3_bind_int(s, 28, p->rises);
  store_bind_span(s, 29, p->clause);
  store_bind_blob(s, 31, p->terms);
  store_bind_text(s, 33, p->holder);
}

static isnad_status put_figures(isnad_store *store, const isnad_article *a, const isnad_prepared_figure *prepared, int64_t article, isnad_err *err) {
  static const char sql[] =
      "INSERT INTO figure VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,?26,"
      "?27,?28,?29,?30,?31,?32,?33)";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; prepared != NULL && status == ISNAD_OK && i < a->figure_count; i++) {
    char room[STORE_RULE_ROOM];
    sqlite3_stmt *s = store_statement(store, sql, err);
    if (s == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(s, 1, article);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)i);
    bind_note(s, &a->figures[i]);
    bind_question(s, &prepared[i]);
    store_bind_words(s, 32, store_rule_text(room, a->figures[i].rule));
    status = store_run(store, s, err);
  }
  return status;
}

static isnad_status put_told(isnad_store *store, const isnad_prepared_article *prepared, int64_t article, isnad_err *err) {
  static const char sql[] = "INSERT INTO told VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)";
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < prepared->told_count; i++) {
    const isnad_prepared_told *t = &prepared->told[i];
    sqlite3_stmt *s = store_statement(store, sql, err);
    if (s == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(s, 1, article);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)i);
    store_bind_words(s, 3, isnad_slice_of(t->kind));
    store_bind_span(s, 4, t->span);
    store_bind_words(s, 6, t->subject);
    store_bind_words(s, 7, t->subject_name);
    store_bind_words(s, 8, t->value);
    store_bind_words(s, 9, t->value_name);
    store_bind_blob(s, 10, t->terms);
    status = store_run(store, s, err);
  }
  return status;
}

isnad_status store_put_claims(isnad_store *store, const isnad_article *a, const isnad_prepared_article *prepared, int64_t article, isnad_err *err) {
  isnad_status status = put_figures(store, a, prepared->figures, article, err);
  return status == ISNAD_OK ? put_told(store, prepared, article, err) : status;
}
