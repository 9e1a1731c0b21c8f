/* What an article says: its sources and its statements, as rows. */
#include "store/put.h"

static const char insert_citation[] = "INSERT INTO citation VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)";

static const char insert_quote[] = "INSERT INTO quote VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)";

void store_bind_span(sqlite3_stmt *statement, int at, isnad_span span) {
  sqlite3_bind_int64(statement, at, span.begin);
  sqlite3_bind_int64(statement, at + 1, span.end);
}

static isnad_status put_citation(isnad_store *store, const isnad_source_note *source, int64_t article, size_t place, isnad_err *err) {
  char room[STORE_RULE_ROOM];
  sqlite3_stmt *s = store_statement(store, insert_citation, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  sqlite3_bind_int64(s, 2, (sqlite3_int64)place);
  store_bind_span(s, 3, source->span);
  store_bind_words(s, 5, isnad_slice_of(isnad_source_kind_name(source->kind)));
  store_bind_words(s, 6, isnad_slice_of(isnad_scope_name(source->scope)));
  store_bind_text(s, 7, source->named.id);
  store_bind_words(s, 8, source->named.name);
  store_bind_words(s, 9, store_rule_text(room, source->named.rule));
  return store_run(store, s, err);
}

/* The platform on which a source wrote is the way by which its words came: a row of its own, behind those of the sources. */
isnad_status store_put_citations(isnad_store *store, const isnad_article *a, int64_t article, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  size_t place = a->source_count;
  for (size_t i = 0; status == ISNAD_OK && i < a->source_count; i++) {
    const isnad_source_note *source = &a->sources[i];
    status = put_citation(store, source, article, i, err);
    if (status != ISNAD_OK || source->via.name.length == 0) continue;
    isnad_source_note way = {.span = source->via.span, .named = source->via, .kind = ISNAD_SOURCE_SOCIAL, .scope = source->scope};
    status = put_citation(store, &way, article, place++, err);
  }
  return status;
}

static void bind_known_span(sqlite3_stmt *statement, int at, isnad_span span) {
  if (span.begin < span.end) {
    store_bind_span(statement, at, span);
    return;
  }
  sqlite3_bind_null(statement, at);
  sqlite3_bind_null(statement, at + 1);
}

isnad_status store_put_quotes(isnad_store *store, const isnad_article *a, const isnad_prepared_quote *prepared, int64_t article, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < a->quote_count; i++) {
    const isnad_quote_note *quote = &a->quotes[i];
    char room[STORE_RULE_ROOM];
    sqlite3_stmt *s = store_statement(store, insert_quote, err);
    if (s == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(s, 1, article);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)i);
    store_bind_span(s, 3, quote->span);
    store_bind_words(s, 5, isnad_slice_of(isnad_quote_mode_name(quote->mode)));
    store_bind_text(s, 6, quote->entity);
    store_bind_text(s, 7, quote->canonical);
    bind_known_span(s, 8, quote->speaker);
    sqlite3_bind_int(s, 10, quote->implicit);
    sqlite3_bind_int(s, 11, quote->anonymous);
    bind_known_span(s, 12, quote->verb);
    store_bind_text(s, 14, quote->via >= 0 ? a->sources[quote->via].named.name : (isnad_slice){NULL, 0});
    store_bind_words(s, 15, store_rule_text(room, quote->rule));
    store_bind_blob(s, 16, prepared != NULL ? prepared[i].terms : (isnad_slice){NULL, 0});
    sqlite3_bind_int(s, 17, prepared != NULL && prepared[i].denies);
    status = store_run(store, s, err);
  }
  return status;
}
