#include "store/segment_runs.h"

#include "store/sql.h"

static const char select_runs[] = "SELECT run, entries FROM segment_run WHERE kind = ?1 ORDER BY entries, run";
static const char insert_run[] = "INSERT INTO segment_run(kind, entries) VALUES(?1, ?2)";
static const char delete_run[] = "DELETE FROM segment_run WHERE run = ?1";
static const char insert_page[] = "INSERT INTO segment(run, first, entries, bytes) VALUES(?1, ?2, ?3, ?4)";
static const char delete_pages[] = "DELETE FROM segment WHERE run = ?1";
static const char seek_page[] = "SELECT id, first, entries, bytes FROM segment WHERE run = ?1 AND first < ?2 ORDER BY first DESC, id DESC LIMIT 1";
static const char next_page[] = "SELECT id, first, entries, bytes FROM segment WHERE run = ?1 AND (first, id) > (?2, ?3) ORDER BY first, id LIMIT 1";

/* --- pages: differences of keys and, inside a key, of values, as LEB128 --- */

static size_t put_number(uint8_t *at, uint64_t n) {
  size_t length = 0;
  for (; n >= 0x80; n >>= 7) at[length++] = (uint8_t)(n | 0x80);
  at[length++] = (uint8_t)n;
  return length;
}

static bool get_number(uint64_t *n, const uint8_t **at, const uint8_t *end) {
  *n = 0;
  for (unsigned shift = 0; *at < end && shift < 64; shift += 7) {
    uint8_t byte = *(*at)++;
    *n |= (uint64_t)(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

static size_t encode_page(uint8_t *bytes, const segment_entry *entries, size_t count) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    uint64_t step = i == 0 ? 0 : entries[i].key - entries[i - 1].key;
    bool same = i > 0 && step == 0;
    length += put_number(bytes + length, step);
    length += put_number(bytes + length, same ? entries[i].value - entries[i - 1].value : entries[i].value);
  }
  return length;
}

static bool decode_page(segment_entry *entries, size_t count, uint64_t first, isnad_slice bytes) {
  const uint8_t *at = (const uint8_t *)bytes.bytes, *end = at + bytes.length;
  segment_entry last = {first, 0};
  for (size_t i = 0; i < count; i++) {
    uint64_t step, value;
    if (!get_number(&step, &at, end) || !get_number(&value, &at, end)) return false;
    last = (segment_entry){last.key + step, i > 0 && step == 0 ? last.value + value : value};
    entries[i] = last;
  }
  return at == end;
}

/* --- a run_cursor over the pages of one run --- */

static isnad_status damaged(isnad_err *err) { return isnad_err_set(err, ISNAD_STORE, "store", (isnad_span){0, 0}, "a page of the index is damaged"); }

static isnad_status load_page(run_cursor *c, sqlite3_stmt *s, isnad_err *err) {
  isnad_status status = store_step(c->store, s, err);
  c->at = c->count = 0;
  c->ended = status == ISNAD_END;
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_OK : status;
  c->page = sqlite3_column_int64(s, 0);
  c->first = sqlite3_column_int64(s, 1);
  int64_t count = sqlite3_column_int64(s, 2);
  bool good = count > 0 && count <= PAGE_ENTRIES && decode_page(c->entries, (size_t)count, (uint64_t)c->first, store_column(s, 3));
  sqlite3_reset(s);
  c->count = good ? (size_t)count : 0;
  return good ? ISNAD_OK : damaged(err);
}

isnad_status run_next_page(run_cursor *c, isnad_err *err) {
  sqlite3_stmt *s = store_statement(c->store, next_page, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, c->run);
  sqlite3_bind_int64(s, 2, c->first);
  sqlite3_bind_int64(s, 3, c->page);
  return load_page(c, s, err);
}

isnad_status run_open(run_cursor *c, isnad_store *store, int64_t run, isnad_err *err) {
  c->store = store;
  c->run = run;
  c->page = c->first = -1;
  return run_next_page(c, err);
}

isnad_status run_seek(run_cursor *c, uint64_t key, isnad_err *err) {
  sqlite3_stmt *s = store_statement(c->store, seek_page, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, c->run);
  sqlite3_bind_int64(s, 2, (int64_t)key);
  isnad_status status = load_page(c, s, err);
  if (status != ISNAD_OK || !c->ended) return status;
  c->page = c->first = -1;
  return run_next_page(c, err);
}

/* --- writing --- */

isnad_status run_flush(run_writer *w, isnad_err *err) {
  if (w->count == 0) return ISNAD_OK;
  sqlite3_stmt *s = store_statement(w->store, insert_page, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, w->run);
  sqlite3_bind_int64(s, 2, (int64_t)w->entries[0].key);
  sqlite3_bind_int64(s, 3, (int64_t)w->count);
  store_bind_blob(s, 4, (isnad_slice){(const char *)w->bytes, encode_page(w->bytes, w->entries, w->count)});
  w->count = 0;
  return store_run(w->store, s, err);
}

isnad_status run_write(run_writer *w, segment_entry entry, isnad_err *err) {
  w->entries[w->count++] = entry;
  return w->count == PAGE_ENTRIES ? run_flush(w, err) : ISNAD_OK;
}

isnad_status run_begin(int64_t *run, isnad_store *store, const char *kind, int64_t entries, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, insert_run, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, isnad_slice_of(kind));
  sqlite3_bind_int64(s, 2, entries);
  isnad_status status = store_run(store, s, err);
  *run = sqlite3_last_insert_rowid(store_db(store));
  return status;
}

static isnad_status run_on(isnad_store *store, const char *sql, int64_t run, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, run);
  return store_run(store, s, err);
}

isnad_status run_drop(isnad_store *store, int64_t run, isnad_err *err) {
  isnad_status status = run_on(store, delete_pages, run, err);
  return status == ISNAD_OK ? run_on(store, delete_run, run, err) : status;
}

/* --- all of an index --- */

isnad_status runs_list(run_size runs[MOST_RUNS], size_t *count, isnad_store *store, const char *kind, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, select_runs, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, isnad_slice_of(kind));
  isnad_status status = ISNAD_OK;
  *count = 0;
  while (*count < MOST_RUNS && (status = store_step(store, s, err)) == ISNAD_OK)
    runs[(*count)++] = (run_size){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1)};
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}
