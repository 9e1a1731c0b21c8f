/* Lists of feeds: OPML 1.0 and 2.0 (opml.org). */
#include "base/buf.h"
#include "feed/text.h"
#include "feed/words.h"
#include "feed/xml.h"

typedef struct outliner {
  feed_source *source;
  isnad_arena *arena;
  isnad_outlines all;
  isnad_outline *items;
  size_t room;
  uint32_t *open; /* indexes of the open outlines; UINT32_MAX for one that was not kept */
  uint32_t depth;
  bool in_title;
  buf text;
} outliner;

static void begin(void *context) {
  outliner *o = context;
  o->all = (isnad_outlines){.charset = o->source->charset};
  o->depth = 0;
  o->in_title = false;
  o->text.length = 0;
}

static isnad_slice text_of(outliner *o, xml_attrs attrs, const char *name) {
  return feed_text(o->arena, isnad_arena_copy(o->arena, xml_attr(attrs, name)), false);
}

static isnad_slice address_of(outliner *o, xml_attrs attrs, const char *name, uint32_t line) {
  isnad_slice written = xml_attr(attrs, name), url = feed_address(o->arena, o->source->base, written);
  if (written.length > 0 && url.length == 0) fault_add(&o->source->faults, ISNAD_FAULT_URL, line, "%s is no address: %.60s", name, written.bytes);
  if (url.bytes == written.bytes) url = isnad_arena_copy(o->arena, url);
  return url;
}

static isnad_outline read(outliner *o, xml_attrs attrs, uint32_t line) {
  isnad_outline out = {.text = text_of(o, attrs, "text"), .line = line, .depth = o->depth, .parent = UINT32_MAX};
  if (o->depth > 0) out.parent = o->open[o->depth - 1];
  if (out.text.length == 0) out.text = text_of(o, attrs, "title");
  out.feed_url = address_of(o, attrs, "xmlurl", line);
  out.site_url = address_of(o, attrs, "htmlurl", line);
  if (out.site_url.length == 0 && out.feed_url.length == 0) out.site_url = address_of(o, attrs, "url", line);
  out.type = isnad_arena_copy(o->arena, xml_attr(attrs, "type"));
  out.language = isnad_arena_copy(o->arena, xml_attr(attrs, "language"));
  out.category = isnad_arena_copy(o->arena, xml_attr(attrs, "category"));
  return out;
}

static bool grow(outliner *o) {
  if (o->all.count < o->room) return true;
  size_t room = o->room * 2 + 64;
  isnad_outline *items = isnad_arena_grow(o->arena, o->items, o->room, room, sizeof *items);
  if (items == NULL) return false;
  o->items = items;
  o->room = room;
  return true;
}

static void start(void *context, const xml_name *name, xml_attrs attrs, uint32_t line) {
  outliner *o = context;
  isnad_slice local = isnad_slice_of(name->local);
  if (word_is(local, "opml")) o->all.version = isnad_arena_copy(o->arena, xml_attr(attrs, "version"));
  o->in_title = word_is(local, "title") && o->all.count == 0;
  if (o->in_title) o->text.length = 0;
  if (!word_is(local, "outline")) return;
  uint32_t index = UINT32_MAX;
  if (o->all.count == o->source->most_items) {
    if (o->source->faults.all.count[ISNAD_FAULT_LIMIT] == 0)
      fault_add(&o->source->faults, ISNAD_FAULT_LIMIT, line, "more than %u outlines: those from here on are not kept", o->source->most_items);
  } else if (grow(o)) {
    index = (uint32_t)o->all.count;
    o->items[o->all.count++] = read(o, attrs, line);
  }
  o->open[o->depth++] = index;
}

static void end(void *context, const xml_name *name, uint32_t line) {
  outliner *o = context;
  (void)line;
  if (word_is(isnad_slice_of(name->local), "outline")) o->depth--;
  if (o->in_title && o->all.title.length == 0 && !o->text.failed)
    o->all.title = feed_text(o->arena, isnad_arena_copy(o->arena, buf_slice(&o->text)), false);
  o->in_title = false;
}

static void text(void *context, const char *bytes, size_t length) {
  outliner *o = context;
  if (o->in_title) buf_add(&o->text, bytes, length);
}

isnad_status isnad_outlines_read(isnad_outlines *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  feed_source source;
  *out = (isnad_outlines){0};
  isnad_status status = feed_source_open(&source, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  if (source.kind != ISNAD_FEED_OPML) return feed_refuse_kind(&source, "a list of feeds", err);
  outliner o = {.source = &source, .arena = arena, .text = buf_new(arena, 256)};
  o.open = isnad_arena_array(arena, source.deepest + 1, sizeof *o.open);
  if (o.open == NULL) return isnad_arena_fail(err, arena, "feed");
  xml_handlers handlers = {begin, start, end, text, &o};
  status = xml_read(&source, &handlers, err);
  if (status == ISNAD_OK && isnad_arena_status(arena) != ISNAD_OK) status = isnad_arena_fail(err, arena, "feed");
  *out = o.all;
  out->items = o.items;
  out->faults = source.faults.all;
  return status;
}
