/* The JSON replies: what the views print, in lists with a cursor. */
#include "base/hash.h"
#include "base/json_writer.h"
#include "isnad/record.h"
#include "serve/routes.h"
#include "store/articles.h"
#include "store/stories.h"

#include <string.h>

enum { PAGE_LINES = 50, PAGE_MOST = 500 };

/* --- cursors: "offset.hash of the line before", so that a page begins behind the same line when the store has grown --- */

static bool read_hex(uint64_t *out, isnad_slice text) {
  *out = 0;
  if (text.length != 16) return false;
  for (size_t i = 0; i < text.length; i++) {
    char c = text.bytes[i];
    unsigned digit = c >= '0' && c <= '9' ? (unsigned)(c - '0') : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
    if (digit == 16) return false;
    *out = *out << 4 | digit;
  }
  return true;
}

static bool read_cursor(page_asked *out, isnad_slice text) {
  const char *dot = text.length > 0 ? memchr(text.bytes, '.', text.length) : NULL;
  if (dot == NULL || dot == text.bytes || dot - text.bytes > 9) return false;
  size_t digits = (size_t)(dot - text.bytes);
  for (size_t i = 0; i < digits; i++) {
    if (text.bytes[i] < '0' || text.bytes[i] > '9') return false;
    out->offset = out->offset * 10 + (size_t)(text.bytes[i] - '0');
  }
  return out->offset > 0 && read_hex(&out->last, (isnad_slice){dot + 1, text.length - digits - 1});
}

bool page_read(page_asked *out, exchange *x, size_t fallback) {
  *out = (page_asked){.limit = 0};
  isnad_slice cursor = request_field(&x->ask, "cursor");
  if (!request_number(&out->limit, &x->ask, "limit", fallback, PAGE_MOST) || out->limit == 0) {
    reply_problem(x, 400, "limit is a number from 1 to 500");
    return false;
  }
  if (cursor.length > 0 && !read_cursor(out, cursor)) {
    reply_problem(x, 400, "the cursor was not made by this server");
    return false;
  }
  return true;
}

static isnad_status lines_from(line_list *out, exchange *x, view_call call, isnad_view view, size_t begin, size_t most, bool skips) {
  if (!skips) return gather(out, x, call, view, begin, most);
  view.skip = begin;
  view.limit = most > 0 ? most + 1 : 0;
  return gather(out, x, call, view, 0, most);
}

/* Where the line of that hash stands now, from 1; the old place when it is gone. */
static size_t place_of(exchange *x, view_call call, isnad_view view, const page_asked *asked) {
  line_list all;
  if (gather(&all, x, call, view, 0, 0) != ISNAD_OK) return asked->offset;
  for (size_t i = 0; i < all.count; i++)
    if (hash64(all.items[i]) == asked->last) return i + 1;
  return asked->offset;
}

isnad_status page_lines(line_list *out, isnad_slice *next, exchange *x, view_call call, isnad_view view, const page_asked *asked, bool skips) {
  size_t offset = asked->offset, before = offset > 0;
  isnad_status status = lines_from(out, x, call, view, offset - before, asked->limit + before, skips);
  if (status == ISNAD_OK && before > 0 && (out->count == 0 || hash64(out->items[0]) != asked->last)) {
    offset = place_of(x, call, view, asked);
    status = lines_from(out, x, call, view, offset - 1, asked->limit + 1, skips);
  }
  *next = (isnad_slice){NULL, 0};
  if (status != ISNAD_OK) return status;
  if (before > 0 && out->count > 0) *out = (line_list){out->items + 1, out->count - 1, out->more};
  if (out->more && out->count > 0)
    *next = isnad_arena_printf(x->arena, "%zu.%016llx", offset + out->count, (unsigned long long)hash64(out->items[out->count - 1]));
  return ISNAD_OK;
}

/* --- lists and objects --- */

static void write_items(json_writer *w, const line_list *lines) {
  json_open_array(w);
  for (size_t i = 0; i < lines->count; i++) json_raw(w, lines->items[i]);
  json_close_array(w);
}

/* What the route names has to be there, or nothing found would look like an empty list. */
static isnad_status check_named(exchange *x, const route *self) {
  isnad_slice id = x->args[0].length > 0 ? x->args[0] : request_field(&x->ask, "story");
  if ((self->flags & ROUTE_STORY) != 0 && id.length > 0) {
    store_story story;
    return store_story_find(&story, x->arena, x->store, id, &x->err);
  }
  if ((self->flags & ROUTE_ARTICLE) != 0) {
    store_article article;
    return store_article_find(&article, x->arena, x->store, id, &x->err);
  }
  return ISNAD_OK;
}

void api_list(exchange *x, const route *self) {
  page_asked asked;
  line_list lines = {NULL, 0, false};
  isnad_slice next = {NULL, 0};
  isnad_view view = {.json = true};
  if (!page_read(&asked, x, PAGE_LINES)) return;
  isnad_status status = check_named(x, self);
  if (status == ISNAD_OK) status = page_lines(&lines, &next, x, self->list, view, &asked, (self->flags & ROUTE_SKIPS) != 0);
  if (status == ISNAD_NOT_FOUND && (self->flags & ROUTE_EMPTY) != 0) status = check_named(x, self);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  json_writer w = json_writer_new(&x->out);
  json_open_object(&w);
  json_key(&w, "items");
  write_items(&w, &lines);
  json_key_string(&w, "next", next);
  json_close_object(&w);
}

void api_object(exchange *x, const route *self) {
  line_list lines;
  isnad_status status = gather(&lines, x, self->list, (isnad_view){.json = true}, 0, 1);
  if (status == ISNAD_OK && lines.count == 0) status = ISNAD_NOT_FOUND;
  if (status == ISNAD_OK)
    buf_add_slice(&x->out, lines.items[0]);
  else
    reply_failure(x, status);
}

/* Its line of the list, its summary, its reports. */
void api_story(exchange *x, const route *self) {
  line_list head, reports;
  isnad_status status = gather(&head, x, call_stories, (isnad_view){.json = true, .only = x->args[0]}, 0, 1);
  if (status == ISNAD_OK) status = gather(&reports, x, self->list, (isnad_view){.json = true}, 0, 0);
  if (status == ISNAD_OK && head.count == 0) status = ISNAD_NOT_FOUND;
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  static const char about[] = "{\"is\":", summary[] = "{\"is\":\"summary\""; /* what is said of the story stands before its reports */
  json_writer w = json_writer_new(&x->out);
  json_open_object(&w);
  json_key(&w, "story");
  json_raw(&w, head.items[0]);
  while (reports.count > 0 && isnad_slice_starts(reports.items[0], isnad_slice_of(about))) {
    if (isnad_slice_starts(reports.items[0], isnad_slice_of(summary))) {
      json_key(&w, "summary");
      json_raw(&w, reports.items[0]);
    }
    reports = (line_list){reports.items + 1, reports.count - 1, false};
  }
  json_key(&w, "reports");
  write_items(&w, &reports);
  json_close_object(&w);
}

/* The record of a page that was sent: text, HTML, or one line of JSON (docs of isnad read). Nothing is stored. */
void api_read(exchange *x, const route *self) {
  (void)self;
  isnad_record *record = isnad_arena_alloc(x->arena, sizeof *record);
  isnad_input input = {.path = isnad_slice_of("posted"), .bytes = x->body, .standard_input = true};
  isnad_slice json = {NULL, 0};
  if (x->body.length == 0) {
    reply_problem(x, 400, "the body is empty: send a text, an HTML page, or a JSON object with text, html or title");
    return;
  }
  if (isnad_slice_starts(x->body_type, isnad_slice_of("application/json"))) input.line = 1;
  isnad_status status = record == NULL ? isnad_arena_fail(&x->err, x->arena, "serve") : isnad_read(record, x->arena, &input, &x->err);
  if (status == ISNAD_OK) status = isnad_record_json(&json, NULL, x->arena, record, &x->err);
  if (status == ISNAD_OK)
    buf_add_slice(&x->out, json);
  else
    reply_failure(x, status);
}

void api_index(exchange *x, const route *self) {
  static const char *const links[] = {"stories", "threads", "timeline", "articles/{id}", "chain/{id}", "claims", "quotes",  "compare",     "entities",
                                      "outlets", "search",  "check",    "read",          "stats",      "health", "metrics", "openapi.json"};
  (void)self;
  json_writer w = json_writer_new(&x->out);
  json_open_object(&w);
  json_key_text(&w, "name", "isnad");
  json_key_text(&w, "version", x->facts->version);
  json_key(&w, "links");
  json_open_array(&w);
  for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) json_string(&w, isnad_arena_printf(x->arena, "/%s", links[i]));
  json_close_array(&w);
  json_close_object(&w);
}

/* Captures as JSON lines into the store. Who may do that was asked before. */
void api_add(exchange *x, const route *self) {
  (void)self;
  isnad_slice summary = {NULL, 0};
  if (x->facts->add == NULL) {
    reply_problem(x, 403, "this server only reads: it was started without --allow-add");
    return;
  }
  isnad_status status = x->facts->add(x->facts->context, &summary, x->arena, x->body, &x->err);
  if (status == ISNAD_OK)
    buf_add_slice(&x->out, summary);
  else
    reply_failure(x, status);
}
