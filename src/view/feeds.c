/* What is in a feed, a list of feeds, a sitemap, or which feeds a page names. */
#include "view/feed_sheet.h"

static void write_strings(json_writer *w, const char *key, const isnad_slice *items, size_t count) {
  if (count == 0) return;
  json_key(w, key);
  json_open_array(w);
  for (size_t i = 0; i < count; i++) json_string(w, items[i]);
  json_close_array(w);
}

static isnad_status feed_object(listing *l, const isnad_feed *f) {
  json_writer *w = &l->sheet.json;
  feed_sheet_open(l);
  json_key_text(w, "kind", isnad_feed_kind_name(f->kind));
  json_key_string(w, "version", f->version);
  json_key_string(w, "title", f->title);
  json_key_string(w, "description", f->description);
  json_key_string(w, "language", f->language);
  json_key_string(w, "generator", f->generator);
  json_key_string(w, "url", f->url);
  json_key_string(w, "self", f->self);
  json_key_string(w, "next", f->next);
  write_strings(w, "hubs", f->hubs, f->hub_count);
  if (f->period > 0) json_key_u64(w, "period", f->period);
  if (f->skip_hours > 0) json_key_u64(w, "skip_hours", f->skip_hours);
  if (f->skip_days > 0) json_key_u64(w, "skip_days", f->skip_days);
  feed_sheet_write_time(w, "updated", &f->updated);
  json_key_string(w, "charset", f->charset);
  json_key_u64(w, "items", f->item_count);
  feed_sheet_write_faults(w, &f->faults);
  return feed_sheet_close(l);
}

static void write_media(json_writer *w, const isnad_feed_item *item) {
  if (item->media_count == 0) return;
  json_key(w, "media");
  json_open_array(w);
  for (size_t i = 0; i < item->media_count; i++) {
    const isnad_feed_media *m = &item->media[i];
    json_open_object(w);
    json_key_string(w, "url", m->url);
    json_key_string(w, "type", m->type);
    json_key_string(w, "medium", m->medium);
    json_key_string(w, "text", m->text);
    if (m->length > 0) json_key_u64(w, "length", m->length);
    json_close_object(w);
  }
  json_close_array(w);
}

static isnad_status item_object(listing *l, const isnad_feed_item *item) {
  json_writer *w = &l->sheet.json;
  feed_sheet_open(l);
  if (item->line > 0) json_key_u64(w, "line", item->line);
  json_key_string(w, "id", item->id);
  json_key_string(w, "url", item->url);
  json_key_string(w, "title", item->title);
  json_key_string(w, "summary", item->summary);
  json_key_string(w, "content", item->content);
  json_key_string(w, "content_text", item->content_text);
  json_key_string(w, "author", item->author);
  json_key_string(w, "language", item->language);
  json_key_string(w, "source", item->source);
  json_key_string(w, "source_url", item->source_url);
  feed_sheet_write_time(w, "published", &item->published);
  feed_sheet_write_time(w, "updated", &item->updated);
  write_strings(w, "categories", item->categories, item->category_count);
  write_media(w, item);
  return feed_sheet_close(l);
}

static isnad_status item_line(listing *l, const isnad_feed_item *item) {
  sheet *s = &l->sheet;
  feed_sheet_when(s, item->published.written.length > 0 ? &item->published : &item->updated);
  size_t content = item->content.length > 0 ? item->content.length : item->content_text.length;
  sheet_printf(s, "%6zu bytes  ", content > 0 ? content : item->summary.length);
  sheet_excerpt(s, item->title.length > 0 ? item->title : item->summary, LISTED_TITLE);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "  ");
  sheet_words(s, item->url.length > 0 ? item->url : item->id);
  sheet_style_off(s);
  return sheet_end(s);
}

static isnad_status show_feed(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  isnad_feed f;
  bool json = l->sheet.view->json;
  isnad_status status = isnad_feed_read(&f, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  list_head head = {f.kind, f.version, f.title, f.charset, f.item_count, "items", &f.faults};
  status = json ? feed_object(l, &f) : feed_sheet_head(l, &head);
  for (size_t i = 0; status == ISNAD_OK && i < f.item_count; i++) status = json ? item_object(l, &f.items[i]) : item_line(l, &f.items[i]);
  return status == ISNAD_OK && !json ? feed_sheet_fault_lines(l, &f.faults) : status;
}

isnad_status isnad_view_feed(isnad_slice name, isnad_slice bytes, const isnad_feed_options *options, const isnad_view *view, isnad_err *err) {
  static const isnad_feed_options none = {0};
  listing l = {.name = name};
  isnad_arena *arena = NULL;
  isnad_status status = sheet_open(&l.sheet, view, err);
  if (status == ISNAD_OK && isnad_arena_new(&arena, 0) != ISNAD_OK)
    status = isnad_err_set(err, ISNAD_NO_MEMORY, "view", (isnad_span){0, 0}, "out of memory");
  if (options == NULL) options = &none;
  if (status == ISNAD_OK) {
    isnad_feed_kind kind = isnad_feed_sniff(bytes);
    status = kind == ISNAD_FEED_NONE   ? feed_sheet_links(&l, arena, bytes, options, err)
             : kind == ISNAD_FEED_OPML ? feed_sheet_outlines(&l, arena, bytes, options, err)
             : kind == ISNAD_FEED_SITEMAP || kind == ISNAD_FEED_SITEMAP_INDEX || kind == ISNAD_FEED_URL_LIST
                 ? feed_sheet_sitemap(&l, arena, bytes, options, err)
                 : show_feed(&l, arena, bytes, options, err);
  }
  isnad_arena_free(arena);
  return sheet_close(&l.sheet, status, "nothing is in it");
}
