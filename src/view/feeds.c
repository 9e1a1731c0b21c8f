/* What is in a feed, a list of feeds, a sitemap, or which feeds a page names. */
#include "base/clock.h"
#include "isnad/feed.h"
#include "view/sheet.h"

enum { LISTED_TITLE = 160, WHEN_WIDTH = 24 };

typedef struct listing {
  sheet sheet;
  isnad_slice name;
} listing;

/* --- what all of them say --- */

static void write_faults(json_writer *w, const isnad_feed_faults *faults) {
  if (isnad_feed_fault_count(faults) == 0) return;
  if (faults->mended) json_key_bool(w, "mended", true);
  json_key(w, "faults");
  json_open_object(w);
  for (int i = 0; i < ISNAD_FAULT_KINDS; i++)
    if (faults->count[i] > 0) json_key_u64(w, isnad_feed_fault_name((isnad_feed_fault_kind)i), faults->count[i]);
  json_close_object(w);
  json_key(w, "places");
  json_open_array(w);
  for (size_t i = 0; i < faults->kept; i++) {
    json_open_object(w);
    if (faults->items[i].line > 0) json_key_u64(w, "line", faults->items[i].line);
    json_key_text(w, "fault", isnad_feed_fault_name(faults->items[i].kind));
    json_key_string(w, "message", faults->items[i].message);
    json_close_object(w);
  }
  json_close_array(w);
}

static isnad_status fault_lines(listing *l, const isnad_feed_faults *faults) {
  sheet *s = &l->sheet;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < faults->kept; i++) {
    const isnad_feed_fault *f = &faults->items[i];
    sheet_style_on(s, SHEET_DIM);
    sheet_printf(s, "  ! ");
    if (f->line > 0) sheet_printf(s, "line %u, ", f->line);
    sheet_printf(s, "%s: ", isnad_feed_fault_name(f->kind));
    sheet_words(s, f->message);
    sheet_style_off(s);
    status = sheet_end(s);
  }
  size_t all = isnad_feed_fault_count(faults);
  if (status != ISNAD_OK || all <= faults->kept) return status;
  sheet_printf(s, "  ! and %zu more", all - faults->kept);
  return sheet_end(s);
}

static void write_time(json_writer *w, const char *key, const isnad_feed_time *time) {
  if (time->written.length == 0) return;
  json_key(w, key);
  json_open_object(w);
  char room[CLOCK_ISO_ROOM];
  if (time->when.from < time->when.to) {
    bool day = time->when.to - time->when.from >= DAY_SECONDS;
    json_key_string(w, "from", (isnad_slice){room, day ? clock_iso(room, time->when.from) : clock_iso_offset(room, time->when.from, 0)});
    json_key_string(w, "to", (isnad_slice){room, day ? clock_iso(room, time->when.to) : clock_iso_offset(room, time->when.to, 0)});
  }
  json_key_string(w, "written", time->written);
  json_close_object(w);
}

static void when_cell(sheet *s, const isnad_feed_time *time) {
  char room[CLOCK_ISO_ROOM] = "";
  if (time->when.to - time->when.from >= DAY_SECONDS)
    room[clock_iso(room, time->when.from)] = '\0';
  else if (time->when.from < time->when.to)
    room[clock_iso_offset(room, time->when.from, 0)] = '\0';
  sheet_printf(s, "  %-*s", WHEN_WIDTH, room);
}

/* The first line of a listing: what it is, of how many, where. */
static isnad_status head_line(listing *l, isnad_feed_kind kind, isnad_slice version, size_t count, const char *what, isnad_slice title) {
  sheet *s = &l->sheet;
  sheet_words(s, l->name);
  sheet_printf(s, ": %s", isnad_feed_kind_name(kind));
  if (version.length > 0) sheet_printf(s, " ");
  sheet_latin(s, version);
  sheet_printf(s, ", %zu %s  ", count, what);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, title);
  sheet_style_off(s);
  return sheet_end(s);
}

static void open_object(listing *l) {
  json_open_object(&l->sheet.json);
  json_key_string(&l->sheet.json, "file", l->name);
}

static isnad_status close_object(listing *l) {
  json_close_object(&l->sheet.json);
  return sheet_end(&l->sheet);
}

static void write_strings(json_writer *w, const char *key, const isnad_slice *items, size_t count) {
  if (count == 0) return;
  json_key(w, key);
  json_open_array(w);
  for (size_t i = 0; i < count; i++) json_string(w, items[i]);
  json_close_array(w);
}

/* --- feeds --- */

static isnad_status feed_object(listing *l, const isnad_feed *f) {
  json_writer *w = &l->sheet.json;
  open_object(l);
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
  write_time(w, "updated", &f->updated);
  json_key_string(w, "charset", f->charset);
  json_key_u64(w, "items", f->item_count);
  write_faults(w, &f->faults);
  return close_object(l);
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
  open_object(l);
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
  write_time(w, "published", &item->published);
  write_time(w, "updated", &item->updated);
  write_strings(w, "categories", item->categories, item->category_count);
  write_media(w, item);
  return close_object(l);
}

static isnad_status item_line(listing *l, const isnad_feed_item *item) {
  sheet *s = &l->sheet;
  when_cell(s, item->published.written.length > 0 ? &item->published : &item->updated);
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
  status = json ? feed_object(l, &f) : head_line(l, f.kind, f.version, f.item_count, "items", f.title);
  for (size_t i = 0; status == ISNAD_OK && i < f.item_count; i++) status = json ? item_object(l, &f.items[i]) : item_line(l, &f.items[i]);
  return status == ISNAD_OK && !json ? fault_lines(l, &f.faults) : status;
}

/* --- lists of feeds --- */

static isnad_status outline_object(listing *l, const isnad_outline *o) {
  json_writer *w = &l->sheet.json;
  open_object(l);
  json_key_u64(w, "line", o->line);
  json_key_u64(w, "depth", o->depth);
  json_key_string(w, "text", o->text);
  json_key_string(w, "type", o->type);
  json_key_string(w, "feed", o->feed_url);
  json_key_string(w, "site", o->site_url);
  json_key_string(w, "language", o->language);
  json_key_string(w, "category", o->category);
  return close_object(l);
}

static isnad_status outline_line(listing *l, const isnad_outline *o) {
  sheet *s = &l->sheet;
  sheet_printf(s, "  %*s", (int)(o->depth < 32 ? 2 * o->depth : 64), "");
  sheet_words(s, o->feed_url.length > 0 ? o->feed_url : o->site_url);
  sheet_printf(s, "  ");
  sheet_words(s, o->text);
  return sheet_end(s);
}

static isnad_status show_outlines(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  isnad_outlines all;
  json_writer *w = &l->sheet.json;
  bool json = l->sheet.view->json;
  isnad_status status = isnad_outlines_read(&all, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  if (json) {
    open_object(l);
    json_key_text(w, "kind", isnad_feed_kind_name(ISNAD_FEED_OPML));
    json_key_string(w, "version", all.version);
    json_key_string(w, "title", all.title);
    json_key_string(w, "charset", all.charset);
    json_key_u64(w, "items", all.count);
    write_faults(w, &all.faults);
    status = close_object(l);
  } else {
    status = head_line(l, ISNAD_FEED_OPML, all.version, all.count, "outlines", all.title);
  }
  for (size_t i = 0; status == ISNAD_OK && i < all.count; i++) status = json ? outline_object(l, &all.items[i]) : outline_line(l, &all.items[i]);
  return status == ISNAD_OK && !json ? fault_lines(l, &all.faults) : status;
}

/* --- sitemaps --- */

static isnad_status entry_object(listing *l, const isnad_sitemap_entry *e) {
  json_writer *w = &l->sheet.json;
  open_object(l);
  json_key_u64(w, "line", e->line);
  json_key_string(w, "url", e->url);
  write_time(w, "modified", &e->modified);
  json_key_string(w, "title", e->news_title);
  json_key_string(w, "outlet", e->news_name);
  json_key_string(w, "language", e->news_language);
  write_time(w, "published", &e->published);
  json_key_string(w, "image", e->image);
  return close_object(l);
}

static isnad_status entry_line(listing *l, const isnad_sitemap_entry *e) {
  sheet *s = &l->sheet;
  when_cell(s, e->published.written.length > 0 ? &e->published : &e->modified);
  sheet_words(s, e->url);
  if (e->news_title.length > 0) sheet_printf(s, "  ");
  sheet_excerpt(s, e->news_title, LISTED_TITLE);
  return sheet_end(s);
}

static isnad_status show_sitemap(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  isnad_sitemap map;
  json_writer *w = &l->sheet.json;
  bool json = l->sheet.view->json;
  isnad_status status = isnad_sitemap_read(&map, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  if (json) {
    open_object(l);
    json_key_text(w, "kind", isnad_feed_kind_name(map.kind));
    json_key_string(w, "charset", map.charset);
    json_key_u64(w, "items", map.count);
    write_faults(w, &map.faults);
    status = close_object(l);
  } else {
    status = head_line(l, map.kind, (isnad_slice){NULL, 0}, map.count, "addresses", (isnad_slice){NULL, 0});
  }
  for (size_t i = 0; status == ISNAD_OK && i < map.count; i++) status = json ? entry_object(l, &map.items[i]) : entry_line(l, &map.items[i]);
  return status == ISNAD_OK && !json ? fault_lines(l, &map.faults) : status;
}

/* --- pages --- */

static isnad_status link_object(listing *l, const isnad_feed_link *link) {
  json_writer *w = &l->sheet.json;
  open_object(l);
  json_key_string(w, "feed", link->url);
  json_key_string(w, "title", link->title);
  json_key_string(w, "type", link->type);
  if (link->guessed) json_key_bool(w, "guessed", true);
  return close_object(l);
}

static isnad_status show_links(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
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
    status = kind == ISNAD_FEED_NONE   ? show_links(&l, arena, bytes, options, err)
             : kind == ISNAD_FEED_OPML ? show_outlines(&l, arena, bytes, options, err)
             : kind == ISNAD_FEED_SITEMAP || kind == ISNAD_FEED_SITEMAP_INDEX || kind == ISNAD_FEED_URL_LIST
                 ? show_sitemap(&l, arena, bytes, options, err)
                 : show_feed(&l, arena, bytes, options, err);
  }
  isnad_arena_free(arena);
  return sheet_close(&l.sheet, status, "nothing is in it");
}
