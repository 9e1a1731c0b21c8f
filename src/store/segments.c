#include "store/segments.h"

#include "store/sql.h"

enum { PAGE_ENTRIES = 1024, WORST_ENTRY = 20, MOST_RUNS = 64, GROWTH = 3 };

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

/* --- a cursor over the pages of one run --- */

typedef struct cursor {
  isnad_store *store;
  int64_t run, page, first; /* the page in hand */
  size_t count, at;         /* its entries; the next one */
  bool ended;
  segment_entry entries[PAGE_ENTRIES];
} cursor;

static isnad_status damaged(isnad_err *err) { return isnad_err_set(err, ISNAD_STORE, "store", (isnad_span){0, 0}, "a page of the index is damaged"); }

static isnad_status load_page(cursor *c, sqlite3_stmt *s, isnad_err *err) {
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

static isnad_status step_page(cursor *c, isnad_err *err) {
  sqlite3_stmt *s = store_statement(c->store, next_page, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, c->run);
  sqlite3_bind_int64(s, 2, c->first);
  sqlite3_bind_int64(s, 3, c->page);
  return load_page(c, s, err);
}

static isnad_status open_run(cursor *c, isnad_store *store, int64_t run, isnad_err *err) {
  c->store = store;
  c->run = run;
  c->page = c->first = -1;
  return step_page(c, err);
}

/* The last page that begins before `key`: the key's entries begin in it or right after it. */
static isnad_status seek_to(cursor *c, uint64_t key, isnad_err *err) {
  sqlite3_stmt *s = store_statement(c->store, seek_page, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, c->run);
  sqlite3_bind_int64(s, 2, (int64_t)key);
  isnad_status status = load_page(c, s, err);
  if (status != ISNAD_OK || !c->ended) return status;
  c->page = c->first = -1;
  return step_page(c, err);
}

/* --- writing --- */

typedef struct writer {
  isnad_store *store;
  int64_t run;
  size_t count;
  segment_entry entries[PAGE_ENTRIES];
  uint8_t bytes[PAGE_ENTRIES * WORST_ENTRY];
} writer;

static isnad_status flush(writer *w, isnad_err *err) {
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

static isnad_status write_entry(writer *w, segment_entry entry, isnad_err *err) {
  w->entries[w->count++] = entry;
  return w->count == PAGE_ENTRIES ? flush(w, err) : ISNAD_OK;
}

static isnad_status new_run(int64_t *run, isnad_store *store, const char *kind, int64_t entries, isnad_err *err) {
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

static isnad_status drop_run(isnad_store *store, int64_t run, isnad_err *err) {
  isnad_status status = run_on(store, delete_pages, run, err);
  return status == ISNAD_OK ? run_on(store, delete_run, run, err) : status;
}

/* --- merging --- */

typedef struct run_size {
  int64_t run, entries;
} run_size;

static isnad_status list_runs(run_size runs[MOST_RUNS], size_t *count, isnad_store *store, const char *kind, isnad_err *err) {
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

static bool before(const segment_entry *a, const segment_entry *b) { return a->key < b->key || (a->key == b->key && a->value < b->value); }

static isnad_status merge_into(writer *w, cursor *inputs, size_t count, isnad_err *err) {
  for (;;) {
    cursor *least = NULL;
    for (size_t i = 0; i < count; i++) {
      cursor *c = &inputs[i];
      if (!c->ended && (least == NULL || before(&c->entries[c->at], &least->entries[least->at]))) least = c;
    }
    if (least == NULL) return flush(w, err);
    isnad_status status = write_entry(w, least->entries[least->at++], err);
    if (status == ISNAD_OK && least->at == least->count) status = step_page(least, err);
    if (status != ISNAD_OK) return status;
  }
}

static isnad_status merge_runs(isnad_store *store, const char *kind, const run_size *runs, size_t count, int64_t entries, isnad_err *err) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  writer *out = isnad_arena_alloc(arena, sizeof *out);
  cursor *inputs = isnad_arena_array(arena, count, sizeof *inputs);
  isnad_status status = out != NULL && inputs != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
  if (status == ISNAD_OK) {
    out->store = store;
    status = new_run(&out->run, store, kind, entries, err);
  }
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = open_run(&inputs[i], store, runs[i].run, err);
  if (status == ISNAD_OK) status = merge_into(out, inputs, count, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = drop_run(store, runs[i].run, err);
  isnad_arena_free(arena);
  return status;
}

/* Keeps every run more than GROWTH times as large as all smaller ones together. */
static isnad_status settle(isnad_store *store, const char *kind, isnad_err *err) {
  run_size runs[MOST_RUNS];
  size_t count = 0, merged = 0;
  isnad_status status = list_runs(runs, &count, store, kind, err);
  int64_t below = 0, total = 0;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (i > 0 && runs[i].entries <= GROWTH * below) {
      merged = i + 1;
      total = below + runs[i].entries;
    }
    below += runs[i].entries;
  }
  return status == ISNAD_OK && merged > 1 ? merge_runs(store, kind, runs, merged, total, err) : status;
}

isnad_status segments_add(isnad_store *store, const char *kind, const segment_entry *entries, size_t count, isnad_err *err) {
  if (count == 0) return ISNAD_OK;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  writer *w = isnad_arena_alloc(arena, sizeof *w);
  isnad_status status = w != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "store");
  if (status == ISNAD_OK) {
    w->store = store;
    status = new_run(&w->run, store, kind, (int64_t)count, err);
  }
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = write_entry(w, entries[i], err);
  if (status == ISNAD_OK) status = flush(w, err);
  isnad_arena_free(arena);
  return status == ISNAD_OK ? settle(store, kind, err) : status;
}

/* --- looking up --- */

static isnad_status add_hit(segment_hits *hits, segment_entry entry, isnad_err *err) {
  if (hits->count == hits->room) {
    size_t room = hits->room == 0 ? 256 : hits->room * 2;
    segment_entry *grown = isnad_arena_grow(hits->arena, hits->items, hits->room, room, sizeof *grown);
    if (grown == NULL) return isnad_arena_fail(err, hits->arena, "store");
    hits->items = grown;
    hits->room = room;
  }
  hits->items[hits->count++] = entry;
  return ISNAD_OK;
}

/* The first entry of the page at or after `key`; c->at only moves forward. */
static void advance_to(cursor *c, uint64_t key) {
  size_t step = 1, low = c->at, high;
  if (low >= c->count || c->entries[low].key >= key) return;
  while (low + step < c->count && c->entries[low + step].key < key) {
    low += step;
    step *= 2;
  }
  high = low + step < c->count ? low + step : c->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (c->entries[middle].key < key)
      low = middle;
    else
      high = middle;
  }
  c->at = high;
}

static isnad_status find_range(segment_hits *hits, cursor *c, segment_range range, size_t most, isnad_err *err) {
  if (c->ended) return ISNAD_OK; /* an earlier range ran past the end of the run */
  bool in_hand = c->count > 0 && c->entries[c->count - 1].key >= range.first;
  isnad_status status = in_hand ? ISNAD_OK : seek_to(c, range.first, err);
  uint64_t key = 0;
  size_t taken = 0;
  while (status == ISNAD_OK && !c->ended) {
    advance_to(c, range.first);
    for (; status == ISNAD_OK && c->at < c->count && c->entries[c->at].key <= range.last; c->at++) {
      if (taken == 0 || c->entries[c->at].key != key) taken = 0;
      key = c->entries[c->at].key;
      if (most == 0 || taken++ < most) status = add_hit(hits, c->entries[c->at], err);
    }
    if (status != ISNAD_OK || c->at < c->count) return status;
    status = step_page(c, err);
  }
  return status;
}

static isnad_status find_in_run(segment_hits *hits, cursor *c, const segment_range *ranges, size_t count, size_t most, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = find_range(hits, c, ranges[i], most, err);
  return status;
}

isnad_status segments_find(segment_hits *hits, isnad_store *store, const char *kind, const segment_range *ranges, size_t count, size_t most,
                           isnad_err *err) {
  run_size runs[MOST_RUNS];
  size_t run_count = 0;
  isnad_status status = list_runs(runs, &run_count, store, kind, err);
  if (status != ISNAD_OK || count == 0) return status;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", (isnad_span){0, 0}, "out of memory");
  cursor *c = isnad_arena_alloc(arena, sizeof *c);
  if (c == NULL) status = isnad_arena_fail(err, arena, "store");
  for (size_t r = 0; status == ISNAD_OK && r < run_count; r++) {
    *c = (cursor){.store = store, .run = runs[r].run};
    status = find_in_run(hits, c, ranges, count, most, err);
  }
  isnad_arena_free(arena);
  return status;
}
