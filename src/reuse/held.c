#include "reuse/held.h"

#include "base/hash.h"
#include "store/sql.h"

#define PRINTS "SELECT a.id, a.name, p.prints FROM article a JOIN packed p ON p.article = a.id WHERE "
#define TEXT                                                                                                                                         \
  "SELECT a.body, c.text, coalesce(c.url, c.uri), a.place, a.headline_begin, a.headline_end, a.id, coalesce(a.outlet, a.outlet_name)"                \
  " FROM article a JOIN capture c ON c.id = a.capture WHERE "

static const char prints_by_id[] = PRINTS "a.id = ?1", prints_by_name[] = PRINTS "a.name = ?1";
static const char text_by_id[] = TEXT "a.id = ?1", text_by_name[] = TEXT "a.name = ?1";

void held_name(char out[HELD_NAME + 1], uint64_t name) {
  uint8_t bytes[8];
  for (unsigned i = 0; i < 8; i++) bytes[i] = (uint8_t)(name >> (56 - 8 * i));
  out[0] = 'a';
  hash_hex(out + 1, bytes, sizeof bytes);
}

uint64_t held_name_number(isnad_slice name) {
  uint64_t number = 0;
  for (size_t i = 1; i < name.length; i++) {
    char c = name.bytes[i];
    number = number << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return number;
}

static isnad_status read_row(held_article *out, isnad_arena *arena, isnad_store *store, sqlite3_stmt *s, isnad_err *err) {
  isnad_status status = store_step(store, s, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  out->id = sqlite3_column_int64(s, 0);
  out->name = held_name_number(store_column(s, 1));
  status = reuse_prints_unpack(&out->prints, arena, store_column(s, 2), err);
  sqlite3_reset(s);
  return status;
}

isnad_status held_by_id(held_article *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, prints_by_id, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, id);
  return read_row(out, arena, store, s, err);
}

/* A statement that asks for an article by its name. */
static sqlite3_stmt *asked_by_name(isnad_store *store, const char *sql, uint64_t name, isnad_err *err) {
  char text[HELD_NAME + 1];
  sqlite3_stmt *s = store_statement(store, sql, err);
  held_name(text, name);
  if (s != NULL) sqlite3_bind_text(s, 1, text, HELD_NAME, SQLITE_TRANSIENT);
  return s;
}

isnad_status held_by_name(held_article *out, isnad_arena *arena, isnad_store *store, uint64_t name, isnad_err *err) {
  sqlite3_stmt *s = asked_by_name(store, prints_by_name, name, err);
  return s != NULL ? read_row(out, arena, store, s, err) : ISNAD_STORE;
}

static uint32_t u32_at(isnad_slice bytes, size_t at) {
  const uint8_t *b = (const uint8_t *)bytes.bytes + at;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static isnad_span reach_of(const isnad_span *spans, size_t count, isnad_span reach) {
  for (size_t i = 0; i < count; i++) {
    if (reach.end == 0 || spans[i].begin < reach.begin) reach.begin = spans[i].begin;
    if (spans[i].end > reach.end) reach.end = spans[i].end;
  }
  return reach;
}

static isnad_status cut_out(held_text *out, isnad_arena *arena, isnad_slice body, isnad_slice text, isnad_span headline, isnad_err *err) {
  size_t count = body.length / 8;
  isnad_span *spans = isnad_arena_array(arena, count, sizeof *spans);
  if (spans == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (size_t i = 0; i < count; i++) spans[i] = (isnad_span){u32_at(body, 8 * i), u32_at(body, 8 * i + 4)};
  isnad_span reach = reach_of(spans, count, headline);
  for (size_t i = 0; i < count; i++) spans[i] = (isnad_span){spans[i].begin - reach.begin, spans[i].end - reach.begin};
  if (headline.end > 0) headline = (isnad_span){headline.begin - reach.begin, headline.end - reach.begin};
  *out = (held_text){.place = {headline, spans, count}, .offset = reach.begin};
  isnad_slice part = isnad_slice_at(text, reach);
  out->text = isnad_arena_copy(arena, part);
  return out->text.length == part.length ? ISNAD_OK : isnad_arena_fail(err, arena, "reuse");
}

static bool comes_before(isnad_span a, isnad_span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }

static bool add_statement(held_text *out, isnad_arena *arena, isnad_span span) {
  if (span.begin < out->offset || span.end - out->offset > out->text.length) return true;
  isnad_span *more = isnad_arena_grow(arena, out->statements, out->statement_count, out->statement_count + 1, sizeof *more);
  if (more == NULL) return false;
  out->statements = more;
  isnad_span own = {span.begin - out->offset, span.end - out->offset};
  size_t at = out->statement_count++;
  for (; at > 0 && comes_before(own, more[at - 1]); at--) more[at] = more[at - 1]; /* they come nearly in order */
  more[at] = own;
  return true;
}

static isnad_status read_statements(held_text *out, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err) {
  static const char sql[] = "SELECT begin, end FROM quote WHERE article = ?1 AND mode <> 'indirect'";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  while ((status = store_step(store, s, err)) == ISNAD_OK)
    if (!add_statement(out, arena, (isnad_span){(uint32_t)sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1)})) {
      sqlite3_reset(s);
      return isnad_arena_fail(err, arena, "reuse");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status read_text(held_text *out, isnad_arena *arena, isnad_store *store, sqlite3_stmt *s, isnad_err *err) {
  isnad_status status = store_step(store, s, err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_NOT_FOUND : status;
  isnad_span headline = {(uint32_t)sqlite3_column_int64(s, 4), (uint32_t)sqlite3_column_int64(s, 5)};
  status = cut_out(out, arena, store_column(s, 0), store_column(s, 1), headline, err);
  out->page = hash64_seeded(store_column(s, 2), (uint64_t)sqlite3_column_int64(s, 3));
  out->id = sqlite3_column_int64(s, 6);
  isnad_slice outlet = store_column(s, 7);
  out->outlet = outlet.length > 0 ? hash64(outlet) : 0;
  sqlite3_reset(s);
  return status == ISNAD_OK ? read_statements(out, arena, store, out->id, err) : status;
}

isnad_status held_text_of(held_text *out, isnad_arena *arena, isnad_store *store, int64_t id, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, text_by_id, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, id);
  return read_text(out, arena, store, s, err);
}

isnad_status held_text_by_name(held_text *out, isnad_arena *arena, isnad_store *store, uint64_t name, isnad_err *err) {
  sqlite3_stmt *s = asked_by_name(store, text_by_name, name, err);
  return s != NULL ? read_text(out, arena, store, s, err) : ISNAD_STORE;
}

isnad_status held_rare(reuse_text *text, isnad_arena *arena, const held_text *held, isnad_err *err) {
  isnad_tokens tokens;
  if (text->rare != NULL) return ISNAD_OK;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, held->text, err);
  return status == ISNAD_OK ? reuse_text_rare(text, arena, &tokens, err) : status;
}

isnad_status held_words(reuse_text *out, isnad_arena *arena, const held_text *held, isnad_err *err) {
  isnad_tokens tokens;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, held->text, err);
  if (status == ISNAD_OK) status = reuse_text_read(out, arena, &tokens, &held->place, err);
  return status == ISNAD_OK ? reuse_text_say(out, arena, held->statements, held->statement_count, err) : status;
}
