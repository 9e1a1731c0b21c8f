#include "store/taught.h"

#include "base/clock.h"
#include "base/json_writer.h"
#include "store/sql.h"

#include <string.h>

/* The first place of `needle` in `text` from `from` on; text.length when there is none. Our own JSON: a quotation mark inside a string is escaped,
 * so a key cannot be found in a text. */
static size_t find(isnad_slice text, const char *needle, size_t from) {
  size_t length = strlen(needle);
  for (size_t at = from; at + length <= text.length; at++) {
    const char *hit = memchr(text.bytes + at, needle[0], text.length - length - at + 1);
    if (hit == NULL) break;
    at = (size_t)(hit - text.bytes);
    if (memcmp(hit, needle, length) == 0) return at;
  }
  return text.length;
}

/* The inside of "published" that is kept: from its span on. Empty when it has none. */
static isnad_slice kept_evidence(isnad_slice json, size_t begin, size_t end) {
  isnad_slice object = {json.bytes + begin, end - begin};
  size_t at = find(object, ",\"span\":", 0);
  return at < object.length ? (isnad_slice){object.bytes + at, object.length - at - 1} : (isnad_slice){NULL, 0};
}

static void write_published(buf *b, isnad_interval when, isnad_slice story, isnad_slice evidence) {
  char iso[CLOCK_ISO_ROOM];
  json_writer w = json_writer_new(b);
  w.comma = true;
  json_key(&w, "published");
  json_open_object(&w);
  json_key_string(&w, "from", (isnad_slice){iso, clock_iso(iso, when.from)});
  json_key_string(&w, "to", (isnad_slice){iso, clock_iso(iso, when.to)});
  json_key_text(&w, "basis", "story");
  json_key_string(&w, "story", story);
  buf_add_slice(b, evidence);
  json_close_object(&w);
}

/* Writes the record anew with one article taught. */
static isnad_status teach(isnad_slice *json, isnad_arena *arena, isnad_slice name, isnad_interval when, isnad_slice story, isnad_err *err) {
  isnad_slice id = isnad_arena_printf(arena, "{\"id\":\"%.*s\"", (int)name.length, name.bytes);
  if (id.bytes == NULL) return isnad_arena_fail(err, arena, "store");
  size_t article = find(*json, id.bytes, 0), keywords = find(*json, ",\"keywords\":[", article), begin = find(*json, ",\"published\":{", article);
  if (keywords == json->length) return ISNAD_OK;
  size_t end = keywords;
  if (begin > keywords) begin = keywords;
  buf b = buf_new(arena, json->length + 160);
  buf_add(&b, json->bytes, begin);
  write_published(&b, when, story, kept_evidence(*json, begin, end));
  buf_add(&b, json->bytes + end, json->length - end);
  *json = buf_slice(&b);
  return buf_status(&b, "store", err);
}

isnad_status store_taught(isnad_slice *json, isnad_arena *arena, isnad_store *store, int64_t capture, isnad_err *err) {
  static const char sql[] = "SELECT a.name, m.published_from, m.published_to, t.key FROM article a JOIN story_member m ON m.article = a.id"
                            " JOIN story t ON t.id = m.story"
                            " WHERE a.capture = ?1 AND m.published_basis = 'story' AND m.published_from IS NOT NULL ORDER BY a.place";
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, capture);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    isnad_interval when = {sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2)};
    status = teach(json, arena, store_column(s, 0), when, store_column(s, 3), err);
    if (status != ISNAD_OK) break;
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}
