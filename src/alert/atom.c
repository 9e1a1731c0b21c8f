#include "alert/deliver.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"

static const isnad_span nowhere = {0, 0};

/* What XML may not hold as it is; control characters cannot stand in it at all. */
static void add_text(buf *b, isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) {
    char c = s.bytes[i];
    if (c == '&')
      buf_add_text(b, "&amp;");
    else if (c == '<')
      buf_add_text(b, "&lt;");
    else if (c == '>')
      buf_add_text(b, "&gt;");
    else if (c == '"')
      buf_add_text(b, "&quot;");
    else if ((unsigned char)c >= ' ' || c == '\n' || c == '\t')
      buf_add_char(b, c);
  }
}

static void add_element(buf *b, const char *name, isnad_slice text) {
  buf_printf(b, "<%s>", name);
  add_text(b, text);
  buf_printf(b, "</%s>", name);
}

static void add_time(buf *b, int64_t time) {
  char text[CLOCK_ISO_ROOM];
  size_t length = clock_iso(text, time);
  buf_add_text(b, "<updated>");
  buf_add(b, text, length);
  buf_add_text(b, length == 10 ? "T00:00:00Z</updated>" : "</updated>");
}

static void add_entry(buf *b, isnad_slice alert, sqlite3_stmt *s) {
  isnad_slice link = store_column(s, 4);
  buf_add_text(b, "  <entry><id>urn:isnad:alert:");
  add_text(b, alert);
  buf_printf(b, ":%lld</id>", (long long)sqlite3_column_int64(s, 0));
  add_element(b, "title", store_column(s, 2));
  add_time(b, sqlite3_column_int64(s, 1));
  if (link.length > 0) buf_add_text(b, "<link href=\"");
  add_text(b, link);
  if (link.length > 0) buf_add_text(b, "\"/>");
  buf_add_text(b, "<content type=\"text\">");
  add_text(b, store_column(s, 3));
  buf_add_text(b, "</content></entry>\n");
}

static isnad_status write_entries(buf *b, alert_run *r, const alert_event *e) {
  static const char sql[] = "SELECT id, at, title, words, link FROM alert_event WHERE alert = ?1 ORDER BY id DESC LIMIT 100";
  sqlite3_stmt *s = store_statement(r->store, sql, r->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, e->alert);
  isnad_status status;
  while ((status = store_step(r->store, s, r->err)) == ISNAD_OK) add_entry(b, e->name, s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status alert_write_feed(alert_run *r, const alert_event *e, isnad_err *err) {
  buf b = buf_new(r->arena, 8192);
  isnad_slice path = isnad_arena_printf(r->arena, "%.*s", (int)e->feed.length, e->feed.bytes);
  buf_add_text(&b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\">\n");
  buf_add_text(&b, "  <id>urn:isnad:alert:");
  add_text(&b, e->name);
  buf_add_text(&b, "</id>");
  add_element(&b, "title", e->name);
  add_time(&b, r->now);
  buf_add_text(&b, "<author><name>isnad</name></author>\n");
  isnad_status status = write_entries(&b, r, e);
  buf_add_text(&b, "</feed>\n");
  if (status == ISNAD_OK && (b.failed || path.bytes == NULL)) status = isnad_arena_fail(err, r->arena, "alert");
  if (status != ISNAD_OK) return isnad_err_set(err, status, "alert", nowhere, "the feed cannot be made");
  return file_write_atomic(path.bytes, buf_slice(&b), err);
}
