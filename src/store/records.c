#include "store/pack.h"
#include "store/sql.h"
#include "store/stories.h"
#include "store/taught.h"

static const char all_captures[] = "SELECT id FROM capture ORDER BY name, key";
static const char one_capture[] = "SELECT record, text_at, text FROM capture WHERE id = ?1";

static isnad_status hand_over(isnad_store *store, isnad_arena *arena, int64_t id, bool (*take)(void *, isnad_slice), void *context, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, one_capture, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, id);
  isnad_status status = store_step(store, s, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_OK : status;
  isnad_slice line;
  isnad_arena_reset(arena);
  isnad_slice json;
  status = store_unpack(&json, arena, store, store_column(s, 0), err);
  if (status == ISNAD_OK) status = store_taught(&json, arena, store, id, err);
  if (status == ISNAD_OK) status = isnad_record_join(&line, arena, json, (size_t)sqlite3_column_int64(s, 1), store_column(s, 2), err);
  if (status == ISNAD_OK && !take(context, line)) status = ISNAD_CANCELLED;
  sqlite3_reset(s);
  return status;
}

/* Only ids are sorted: the texts are fetched one at a time, so memory does not grow with the store. */
isnad_status isnad_store_records(isnad_store *store, bool (*take)(void *context, isnad_slice line), void *context, isnad_err *err) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  sqlite3_stmt *s = store_statement(store, all_captures, err);
  isnad_status status = s != NULL ? ISNAD_OK : ISNAD_STORE;
  while (status == ISNAD_OK && (status = store_step(store, s, err)) == ISNAD_OK)
    status = hand_over(store, arena, sqlite3_column_int64(s, 0), take, context, err);
  if (s != NULL) sqlite3_reset(s);
  isnad_arena_free(arena);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status store_refusals(uint64_t *out, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT count(*) FROM refusal", err);
  if (s == NULL) return ISNAD_STORE;
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK) *out = (uint64_t)sqlite3_column_int64(s, 0);
  sqlite3_reset(s);
  return status;
}

isnad_status isnad_store_size(uint64_t *captures, uint64_t *stories, isnad_store *store, isnad_err *err) {
  int64_t counts[2] = {0, 0};
  isnad_status status = store_number(&counts[0], store, "SELECT count(*) FROM capture", err);
  if (status == ISNAD_OK) status = store_number(&counts[1], store, "SELECT count(*) FROM story", err);
  *captures = (uint64_t)counts[0];
  *stories = (uint64_t)counts[1];
  return status;
}

isnad_status isnad_store_count(isnad_store_counts *out, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT (SELECT count(*) FROM capture), (SELECT count(*) FROM article), (SELECT count(*) FROM citation),"
                            " (SELECT coalesce(sum(name_count), 0) FROM article), (SELECT count(*) FROM refusal), (SELECT count(*) FROM passage),"
                            " (SELECT count(*) FROM story), (SELECT count(*) FROM edge),"
                            " (SELECT count(*) FROM article a LEFT JOIN story_member m ON m.article = a.id"
                            "   WHERE coalesce(m.published_from, a.published_from) IS NOT NULL),"
                            " (SELECT count(DISTINCT coalesce(outlet, outlet_name)) FROM article),"
                            " (SELECT count(*) FROM unwoven)";
  *out = (isnad_store_counts){0};
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  isnad_status status = store_step(store, s, err);
  if (status != ISNAD_OK) return status;
  uint64_t *const fields[] = {&out->captures, &out->articles, &out->citations, &out->names,   &out->refusals, &out->passages,
                              &out->stories,  &out->edges,    &out->dated,     &out->outlets, &out->unwoven};
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) *fields[i] = (uint64_t)sqlite3_column_int64(s, (int)i);
  sqlite3_reset(s);
  return ISNAD_OK;
}
