/* Lists of feeds, sitemaps, and the feeds of a page. */
#include "view/feed_sheet.h"

/* --- lists of feeds --- */

static isnad_status outline_object(listing *l, const isnad_outline *o) {
  json_writer *w = &l->sheet.json;
  feed_sheet_open(l);
  json_key_u64(w, "line", o->line);
  json_key_u64(w, "depth", o->depth);
  json_key_string(w, "text", o->text);
  json_key_string(w, "type", o->type);
  json_key_string(w, "feed", o->feed_url);
  json_key_string(w, "site", o->site_url);
  json_key_string(w, "language", o->language);
  json_key_string(w, "category", o->category);
  return feed_sheet_close(l);
}

static isnad_status outline_line(listing *l, const isnad_outline *o) {
  sheet *s = &l->sheet;
  sheet_printf(s, "  %*s", (int)(o->depth < 32 ? 2 * o->depth : 64), "");
  sheet_words(s, o->feed_url.length > 0 ? o->feed_url : o->site_url);
  sheet_printf(s, "  ");
  sheet_words(s, o->text);
  return sheet_end(s);
}

isnad_status feed_sheet_outlines(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  isnad_outlines all;
  bool json = l->sheet.view->json;
  isnad_status status = isnad_outlines_read(&all, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  list_head head = {ISNAD_FEED_OPML, all.version, all.title, all.charset, all.count, "outlines", &all.faults};
  status = feed_sheet_head(l, &head);
  for (size_t i = 0; status == ISNAD_OK && i < all.count; i++) status = json ? outline_object(l, &all.items[i]) : outline_line(l, &all.items[i]);
  return status == ISNAD_OK && !json ? feed_sheet_fault_lines(l, &all.faults) : status;
}

/* --- sitemaps --- */

static isnad_status entry_object(listing *l, const isnad_sitemap_entry *e) {
  json_writer *w = &l->sheet.json;
  feed_sheet_open(l);
  json_key_u64(w, "line", e->line);
  json_key_string(w, "url", e->url);
  feed_sheet_write_time(w, "modified", &e->modified);
  json_key_string(w, "title", e->news_title);
  json_key_string(w, "outlet", e->news_name);
  json_key_string(w, "language", e->news_language);
  feed_sheet_write_time(w, "published", &e->published);
  json_key_string(w, "image", e->image);
  return feed_sheet_close(l);
}

static isnad_status entry_line(listing *l, const isnad_sitemap_entry *e) {
  sheet *s = &l->sheet;
  feed_sheet_when(s, e->published.written.length > 0 ? &e->published : &e->modified);
  sheet_words(s, e->url);
  if (e->news_title.length > 0) sheet_printf(s, "  ");
  sheet_excerpt(s, e->news_title, LISTED_TITLE);
  return sheet_end(s);
}

isnad_status feed_sheet_sitemap(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  isnad_sitemap map;
  bool json = l->sheet.view->json;
  isnad_status status = isnad_sitemap_read(&map, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  list_head head = {map.kind, {NULL, 0}, {NULL, 0}, map.charset, map.count, "addresses", &map.faults};
  status = feed_sheet_head(l, &head);
  for (size_t i = 0; status == ISNAD_OK && i < map.count; i++) status = json ? entry_object(l, &map.items[i]) : entry_line(l, &map.items[i]);
  return status == ISNAD_OK && !json ? feed_sheet_fault_lines(l, &map.faults) : status;
}

/* --- pages --- */

static isnad_status link_object(listing *l, const isnad_feed_link *link) {
  json_writer *w = &l->sheet.json;
  feed_sheet_open(l);
  json_key_string(w, "feed", link->url);
  json_key_string(w, "title", link->title);
  json_key_string(w, "type", link->type);
  if (link->guessed) json_key_bool(w, "guessed", true);
  return feed_sheet_close(l);
}

isnad_status feed_sheet_links(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  const isnad_feed_link *links = NULL;
  size_t count = 0;
  isnad_status status = isnad_feed_links(&links, &count, arena, bytes, options->url.length > 0, options, err);
  if (status == ISNAD_OK && count == 0)
    return isnad_err_set(err, ISNAD_NOT_FOUND, "feed", (isnad_span){0, 0}, "no feed, list of feeds or sitemap, and no page that names one");
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    sheet *s = &l->sheet;
    if (s->view->json) {
      status = link_object(l, &links[i]);
      continue;
    }
    sheet_words(s, links[i].url);
    sheet_printf(s, links[i].guessed ? "  (a usual place; nobody names it)" : "  ");
    sheet_words(s, links[i].title);
    status = sheet_end(s);
  }
  return status;
}
