/* isnad.so: the tokenizer "isnad" and the functions ar_fold, ar_stem, ar_tokens and ar_date in any SQLite with FTS5 (docs/SEARCH.md).
 *
 *   ar_fold(text)         its folded form
 *   ar_stem(text)         the stems of its words, with blanks between them
 *   ar_tokens(text)       a JSON array of {"form","stem","span":[begin,end]}; spans are of bytes
 *   ar_date(text[, now])  "2018-02-26/2018-03-05", half-open, for a written or relative time; NULL: it is none. `now` is a date or seconds since
 * 1970; without it, the moment of the call
 *   isnad_names(packed)   the rows of packed.names of a store, of which its view `name` is made
 */
#include "search/words.h"

#include "base/clock.h"
#include "base/json_writer.h"
#include "store/mentions_table.h"

#include <time.h>

SQLITE_EXTENSION_INIT1

static void give(sqlite3_context *context, isnad_slice text) {
  sqlite3_result_text64(context, text.bytes != NULL ? text.bytes : "", text.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static isnad_slice text_of(sqlite3_value *value) {
  const char *bytes = (const char *)sqlite3_value_text(value);
  return (isnad_slice){bytes, bytes != NULL ? (size_t)sqlite3_value_bytes(value) : 0};
}

/* What a function makes of its first argument, in an arena of its own. False: NULL. */
typedef isnad_status maker(isnad_slice *out, isnad_arena *arena, isnad_slice text, sqlite3_value **values, int count);

static void call(sqlite3_context *context, int count, sqlite3_value **values, maker *make) {
  isnad_arena *arena = NULL;
  isnad_slice made = {NULL, 0};
  if (count < 1 || sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  isnad_status status = isnad_arena_new(&arena, 0);
  if (status == ISNAD_OK) status = make(&made, arena, text_of(values[0]), values, count);
  if (status == ISNAD_OK)
    give(context, made);
  else if (status != ISNAD_NOT_FOUND)
    sqlite3_result_error_nomem(context);
  isnad_arena_free(arena);
}

/* --- ar_fold, ar_stem, ar_tokens --- */

static isnad_status make_fold(isnad_slice *out, isnad_arena *arena, isnad_slice text, sqlite3_value **values, int count) {
  (void)values;
  (void)count;
  return isnad_arabic_fold(out, NULL, arena, text, ISNAD_FOLD_MATCH, NULL);
}

static isnad_status make_stem(isnad_slice *out, isnad_arena *arena, isnad_slice text, sqlite3_value **values, int count) {
  isnad_tokens tokens;
  buf b = buf_new(arena, text.length + 16);
  (void)values;
  (void)count;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, text, NULL);
  for (size_t i = 0; status == ISNAD_OK && i < tokens.count; i++) {
    char room[ISNAD_STEM_ROOM];
    if (!search_is_word(&tokens.items[i])) continue;
    if (b.length > 0) buf_add_char(&b, ' ');
    buf_add_slice(&b, tokenizer_stem(room, &tokens, i));
  }
  *out = buf_slice(&b);
  return status == ISNAD_OK ? buf_status(&b, "search", NULL) : status;
}

static isnad_status make_tokens(isnad_slice *out, isnad_arena *arena, isnad_slice text, sqlite3_value **values, int count) {
  isnad_tokens tokens;
  buf b = buf_new(arena, 4 * text.length + 64);
  json_writer w = json_writer_new(&b);
  (void)values;
  (void)count;
  isnad_status status = isnad_arabic_tokens(&tokens, arena, text, NULL);
  json_open_array(&w);
  for (size_t i = 0; status == ISNAD_OK && i < tokens.count; i++) {
    char room[ISNAD_STEM_ROOM];
    if (!search_is_word(&tokens.items[i])) continue;
    json_open_object(&w);
    json_key_string(&w, "form", isnad_token_form(&tokens, i));
    json_key_string(&w, "stem", tokenizer_stem(room, &tokens, i));
    json_key_span(&w, "span", tokens.items[i].span);
    json_close_object(&w);
  }
  json_close_array(&w);
  *out = buf_slice(&b);
  return status == ISNAD_OK ? buf_status(&b, "search", NULL) : status;
}

static void ar_fold(sqlite3_context *context, int count, sqlite3_value **values) { call(context, count, values, make_fold); }
static void ar_stem(sqlite3_context *context, int count, sqlite3_value **values) { call(context, count, values, make_stem); }
static void ar_tokens(sqlite3_context *context, int count, sqlite3_value **values) { call(context, count, values, make_tokens); }

/* --- ar_date --- */

static isnad_status read_when(isnad_interval *out, isnad_arena *arena, isnad_slice text, int64_t now) {
  isnad_search_query query;
  buf b = buf_new(arena, text.length + 8);
  buf_add_text(&b, "on:\"");
  for (size_t i = 0; i < text.length; i++) buf_add_char(&b, text.bytes[i] == '"' ? ' ' : text.bytes[i]);
  buf_add_char(&b, '"');
  if (b.failed) return ISNAD_NO_MEMORY;
  isnad_status status = isnad_search_parse(&query, arena, buf_slice(&b), now, NULL);
  if (status == ISNAD_NO_MEMORY) return status;
  if (status != ISNAD_OK || query.count > 0) return ISNAD_NOT_FOUND;
  *out = query.within;
  return ISNAD_OK;
}

static isnad_status now_of(int64_t *out, isnad_arena *arena, sqlite3_value **values, int count) {
  isnad_interval when = {0, 0};
  *out = (int64_t)time(NULL);
  if (count < 2 || sqlite3_value_type(values[1]) == SQLITE_NULL) return ISNAD_OK;
  if (sqlite3_value_numeric_type(values[1]) == SQLITE_INTEGER) {
    *out = sqlite3_value_int64(values[1]);
    return ISNAD_OK;
  }
  isnad_status status = read_when(&when, arena, text_of(values[1]), *out);
  if (status == ISNAD_OK && when.from == INT64_MIN) return ISNAD_NOT_FOUND;
  *out = when.from;
  return status;
}

/* A day as such, another moment with its time; ".." for an open side, as ISO 8601-2 has it. */
static void put_moment(buf *b, int64_t moment) {
  char iso[CLOCK_ISO_ROOM];
  if (moment == INT64_MIN || moment == INT64_MAX) {
    buf_add_text(b, "..");
    return;
  }
  size_t length = clock_iso(iso, moment);
  buf_add(b, iso, moment % DAY_SECONDS == 0 && length > 10 ? 10 : length);
}

static isnad_status make_date(isnad_slice *out, isnad_arena *arena, isnad_slice text, sqlite3_value **values, int count) {
  int64_t now = 0;
  isnad_interval when = {0, 0};
  buf b = buf_new(arena, 64);
  isnad_status status = now_of(&now, arena, values, count);
  if (status == ISNAD_OK) status = read_when(&when, arena, text, now);
  if (status != ISNAD_OK) return status;
  put_moment(&b, when.from);
  buf_add_char(&b, '/');
  put_moment(&b, when.to);
  *out = buf_slice(&b);
  return buf_status(&b, "search", NULL);
}

static void ar_date(sqlite3_context *context, int count, sqlite3_value **values) { call(context, count, values, make_date); }

/* --- the entry that SQLite looks for: it is named after the file --- */

ISNAD_API int sqlite3_isnad_init(sqlite3 *db, char **message, const sqlite3_api_routines *routines);

int sqlite3_isnad_init(sqlite3 *db, char **message, const sqlite3_api_routines *routines) {
  const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  SQLITE_EXTENSION_INIT2(routines)
  int code = sqlite3_create_function_v2(db, "ar_fold", 1, pure, NULL, ar_fold, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_create_function_v2(db, "ar_stem", 1, pure, NULL, ar_stem, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_create_function_v2(db, "ar_tokens", 1, pure, NULL, ar_tokens, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_create_function_v2(db, "ar_date", 1, SQLITE_UTF8 | SQLITE_INNOCUOUS, NULL, ar_date, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_create_function_v2(db, "ar_date", 2, pure, NULL, ar_date, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = mentions_register(db);
  if (code == SQLITE_OK) code = tokenizer_register(db);
  if (code != SQLITE_OK && message != NULL) *message = sqlite3_mprintf("isnad: this SQLite has no FTS5");
  return code;
}
