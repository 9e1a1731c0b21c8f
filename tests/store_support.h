/* What the tests of the store share: made-up captures, put in through the whole reading half, and the export as one text. */
#ifndef ISNAD_TESTS_STORE_SUPPORT_H
#define ISNAD_TESTS_STORE_SUPPORT_H

#include "support.h"

#include "base/buf.h"
#include "isnad/isnad.h"

static inline isnad_store *open_store(const char *path, isnad_store_mode mode) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  if (isnad_store_open(&store, path, mode, &err) != ISNAD_OK) fail_msg("%s: %s", path, err.message);
  return store;
}

/* Line `n` of a made-up JSONL file: every capture has its own text, some cite an agency, some have no date. */
static inline isnad_slice made_line(isnad_arena *arena, unsigned n) {
  static const char *const sources[] = {"وكالة رويترز", "قناة الجزيرة", "وكالة الأناضول", "مصدر أمني"};
  buf b = buf_new(arena, 8192);
  buf_printf(&b, "{\"id\":\"c-%06u\",\"title\":\"الخبر رقم %u عن السوق\"", n, n);
  if (n % 3 != 0) buf_printf(&b, ",\"published\":\"2021-%02u-%02u\"", 1 + n % 12, 1 + n % 28);
  buf_add_text(&b, ",\"outlet\":\"alarabia\",\"text\":\"");
  for (unsigned i = 0; i < 12; i++)
    buf_printf(&b, "قال %s إن %u شاحنة وصلت إلى بغداد يوم الأحد في القافلة %u.\\n", sources[(n + i) % 4], n * 7 + i, n ^ i);
  buf_add_text(&b, "\"}");
  return buf_slice(&b);
}

/* Reads one unit of input as `isnad add` does. `full`, when not NULL, is the record as `isnad read` prints it. */
static inline isnad_prepared prepare_input(isnad_arena *arena, const isnad_input *input, isnad_slice *full) {
  isnad_record *record = isnad_arena_alloc(arena, sizeof *record);
  isnad_err err = {0};
  if (isnad_read(record, arena, input, &err) != ISNAD_OK) fail_msg("%s: %s", err.stage, err.message);
  isnad_prepared prepared = {.record = record};
  assert_int_equal(isnad_record_json(&prepared.json, &prepared.text_at, arena, record, NULL), ISNAD_OK);
  if (full != NULL) assert_int_equal(isnad_record_json(full, NULL, arena, record, NULL), ISNAD_OK);
  isnad_prepared_article *articles = isnad_arena_array(arena, record->article_count, sizeof *articles);
  for (size_t i = 0; i < record->article_count; i++) articles[i] = (isnad_prepared_article){.prints = S("prints\0of"), .terms = S("terms\0of")};
  prepared.articles = articles;
  return prepared;
}

static inline isnad_prepared prepare_made(isnad_arena *arena, unsigned n, isnad_slice *full) {
  isnad_input input = {.path = S("made.jsonl"), .line = n + 1, .bytes = made_line(arena, n)};
  return prepare_input(arena, &input, full);
}

static inline bool put_made(isnad_store *store, unsigned n) {
  isnad_arena *arena = new_arena(0);
  isnad_prepared prepared = prepare_made(arena, n, NULL);
  bool fresh = false;
  assert_int_equal(isnad_store_put(store, &fresh, &prepared, NULL), ISNAD_OK);
  isnad_arena_free(arena);
  return fresh;
}

static inline void add_made(isnad_store *store, unsigned first, unsigned last) {
  assert_int_equal(isnad_store_begin(store, NULL), ISNAD_OK);
  for (unsigned n = first; n < last; n++) put_made(store, n);
  assert_int_equal(isnad_store_commit(store, NULL), ISNAD_OK);
}

static inline bool add_line(void *context, isnad_slice line) {
  buf_add_slice(context, line);
  buf_add_char(context, '\n');
  return true;
}

static inline isnad_slice export_of(isnad_arena *arena, isnad_store *store) {
  buf b = buf_new(arena, 0);
  assert_int_equal(isnad_store_records(store, add_line, &b, NULL), ISNAD_OK);
  return buf_slice(&b);
}

static inline isnad_slice export_file(isnad_arena *arena, const char *path) {
  isnad_store *store = open_store(path, ISNAD_STORE_READ);
  isnad_slice lines = export_of(arena, store);
  isnad_store_close(store);
  return lines;
}

static inline uint64_t captures_in(const char *path) {
  isnad_store_counts counts;
  isnad_store *store = open_store(path, ISNAD_STORE_READ);
  assert_int_equal(isnad_store_count(&counts, store, NULL), ISNAD_OK);
  isnad_store_close(store);
  return counts.captures;
}

#endif
