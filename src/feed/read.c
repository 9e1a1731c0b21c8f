#include "base/clock.h"
#include "base/json_writer.h"
#include "feed/text.h"
#include "feed/xml_feed.h"

isnad_status isnad_feed_read(isnad_feed *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  feed_source source;
  *out = (isnad_feed){0};
  isnad_status status = feed_source_open(&source, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  if (source.kind == ISNAD_FEED_JSON) return json_feed_read(out, &source, err);
  if (source.kind != ISNAD_FEED_RSS && source.kind != ISNAD_FEED_RDF && source.kind != ISNAD_FEED_ATOM)
    return feed_refuse_kind(&source, "a feed", err);
  return xml_feed_read(out, &source, err);
}

/* --- items as captures --- */

/* An instant keeps its seconds, midnight too; what could not be read is handed on as it is written. */
static void write_time(json_writer *w, const isnad_feed_time *time) {
  char room[CLOCK_ISO_ROOM];
  int64_t width = time->when.to - time->when.from;
  if (width <= 0) {
    json_key_string(w, "published", time->written);
    return;
  }
  size_t length = width >= DAY_SECONDS ? clock_iso(room, time->when.from) : clock_iso_offset(room, time->when.from, 0);
  json_key_string(w, "published", (isnad_slice){room, length});
}

/* A content is the body of an article and seldom repeats its title: a page of both is made. */
static isnad_slice page_of(isnad_arena *arena, const isnad_feed_item *item) {
  buf out = buf_new(arena, item->content.length + item->title.length + 64);
  buf_add_text(&out, "<article>");
  if (item->title.length > 0) buf_add_text(&out, "<h1>");
  for (size_t i = 0; i < item->title.length; i++) {
    char c = item->title.bytes[i];
    if (c == '<' || c == '&')
      buf_add_text(&out, c == '<' ? "&lt;" : "&amp;");
    else
      buf_add_char(&out, c);
  }
  if (item->title.length > 0) buf_add_text(&out, "</h1>\n");
  buf_add_slice(&out, item->content);
  buf_add_text(&out, "</article>");
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

isnad_status isnad_feed_item_line(isnad_slice *line, isnad_arena *arena, const isnad_feed *feed, const isnad_feed_item *item, isnad_err *err) {
  isnad_slice text = item->content_text.length > 0 ? item->content_text : item->summary;
  if (item->title.length == 0 && text.length == 0 && item->content.length == 0)
    return isnad_err_set(err, ISNAD_NOT_FOUND, "feed", (isnad_span){0, 0}, "the item has neither title nor text");
  buf out = buf_new(arena, item->content.length + text.length + 512);
  json_writer w = json_writer_new(&out);
  json_open_object(&w);
  if (item->url.length == 0) json_key_string(&w, "id", item->id);
  json_key_string(&w, "url", item->url);
  json_key_string(&w, "title", item->title);
  if (item->content.length > 0)
    json_key_string(&w, "html", page_of(arena, item));
  else
    json_key_string(&w, "text", text);
  json_key_string(&w, "outlet", item->source.length > 0 || item->url.length > 0 ? item->source : feed->title);
  write_time(&w, item->published.written.length > 0 ? &item->published : &item->updated);
  json_close_object(&w);
  *line = buf_slice(&out);
  return buf_status(&out, "feed", err);
}
