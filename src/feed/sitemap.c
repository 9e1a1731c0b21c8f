/* Sitemaps (sitemaps.org, protocol 0.9), with the parts of Google for news and images; indexes of them; plain lists of urls. */
#include "base/buf.h"
#include "feed/text.h"
#include "feed/words.h"
#include "feed/xml.h"

typedef enum map_field { MAP_NONE, MAP_LOC, MAP_MODIFIED, MAP_TITLE, MAP_NAME, MAP_LANGUAGE, MAP_PUBLISHED, MAP_IMAGE } map_field;

typedef struct mapper {
  feed_source *source;
  isnad_arena *arena;
  isnad_sitemap all;
  isnad_sitemap_entry *items;
  size_t room;
  isnad_sitemap_entry entry;
  map_field field;
  bool in_entry;
  buf text;
} mapper;

static void begin(void *context) {
  mapper *m = context;
  m->all = (isnad_sitemap){.kind = m->source->kind, .charset = m->source->charset};
  m->field = MAP_NONE;
  m->in_entry = false;
  m->text.length = 0;
}

static map_field field_of(const xml_name *name) {
  static const struct {
    const char *name;
    xml_space space;
    map_field field;
  } rows[] = {{"loc", XML_CORE, MAP_LOC},   {"lastmod", XML_CORE, MAP_MODIFIED},  {"title", XML_NEWS, MAP_TITLE},
              {"name", XML_NEWS, MAP_NAME}, {"language", XML_NEWS, MAP_LANGUAGE}, {"publication_date", XML_NEWS, MAP_PUBLISHED},
              {"loc", XML_IMAGE, MAP_IMAGE}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (rows[i].space == name->space && word_is(isnad_slice_of(name->local), rows[i].name)) return rows[i].field;
  return MAP_NONE;
}

static bool is_entry(const xml_name *name) {
  return name->space == XML_CORE && (word_is(isnad_slice_of(name->local), "url") || word_is(isnad_slice_of(name->local), "sitemap"));
}

static void start(void *context, const xml_name *name, xml_attrs attrs, uint32_t line) {
  mapper *m = context;
  (void)attrs;
  if (is_entry(name)) {
    m->entry = (isnad_sitemap_entry){.line = line};
    m->in_entry = true;
  }
  m->field = m->in_entry ? field_of(name) : MAP_NONE;
  m->text.length = 0;
}

static isnad_feed_time time_of(mapper *m, isnad_slice text, uint32_t line) {
  isnad_feed_time time = feed_time(m->arena, text);
  if (text.length > 0 && time.when.from >= time.when.to)
    fault_add(&m->source->faults, ISNAD_FAULT_DATE, line, "no date that can be read: %.*s", (int)(text.length < 60 ? text.length : 60), text.bytes);
  return time;
}

static void first(isnad_slice *to, isnad_slice value) {
  if (to->length == 0) *to = value;
}

static void enter(mapper *m, uint32_t line) {
  isnad_slice text = m->text.failed ? (isnad_slice){NULL, 0} : isnad_arena_copy(m->arena, word_trim(buf_slice(&m->text)));
  isnad_sitemap_entry *e = &m->entry;
  switch (m->field) {
  case MAP_LOC:
    first(&e->url, feed_address(m->arena, m->source->base, text));
    if (e->url.length == 0)
      fault_add(&m->source->faults, ISNAD_FAULT_URL, line, "no address of a page: %.*s", (int)(text.length < 60 ? text.length : 60), text.bytes);
    break;
  case MAP_MODIFIED:
    e->modified = time_of(m, text, line);
    break;
  case MAP_PUBLISHED:
    e->published = time_of(m, text, line);
    break;
  case MAP_TITLE:
    first(&e->news_title, feed_text(m->arena, text, false));
    break;
  case MAP_NAME:
    first(&e->news_name, feed_text(m->arena, text, false));
    break;
  case MAP_LANGUAGE:
    first(&e->news_language, text);
    break;
  case MAP_IMAGE:
    first(&e->image, feed_address(m->arena, m->source->base, text));
    break;
  default:
    break;
  }
}

static bool grow(mapper *m) {
  if (m->all.count < m->room) return true;
  size_t room = m->room * 2 + 64;
  isnad_sitemap_entry *items = isnad_arena_grow(m->arena, m->items, m->room, room, sizeof *items);
  if (items == NULL) return false;
  m->items = items;
  m->room = room;
  return true;
}

static void keep(mapper *m) {
  uint32_t *over = &m->source->faults.all.count[ISNAD_FAULT_LIMIT];
  if (m->entry.url.length == 0) {
    fault_add(&m->source->faults, ISNAD_FAULT_EMPTY, m->entry.line, "an entry without an address");
  } else if (m->all.count == m->source->most_items) {
    if (*over == 0)
      fault_add(&m->source->faults, ISNAD_FAULT_LIMIT, m->entry.line, "more than %u addresses: those from here on are not kept",
                m->source->most_items);
    else
      ++*over;
  } else if (grow(m)) {
    m->items[m->all.count++] = m->entry;
  }
}

static void end(void *context, const xml_name *name, uint32_t line) {
  mapper *m = context;
  if (m->field != MAP_NONE) enter(m, line);
  m->field = MAP_NONE;
  if (!is_entry(name) || !m->in_entry) return;
  m->in_entry = false;
  keep(m);
}

static void text(void *context, const char *bytes, size_t length) {
  mapper *m = context;
  if (m->field != MAP_NONE) buf_add(&m->text, bytes, length);
}

/* One url a line; what is none is told. */
static void read_lines(mapper *m) {
  uint32_t line = m->source->first_line;
  begin(m);
  for (isnad_slice left = m->source->text; left.length > 0; line++) {
    const char *feed = memchr(left.bytes, '\n', left.length);
    size_t length = feed != NULL ? (size_t)(feed - left.bytes) : left.length;
    isnad_slice one = word_trim((isnad_slice){left.bytes, length});
    m->entry = (isnad_sitemap_entry){.url = feed_address(m->arena, m->source->base, one), .line = line};
    if (one.length > 0 && m->entry.url.length == 0)
      fault_add(&m->source->faults, ISNAD_FAULT_URL, line, "no address of a page: %.*s", (int)(one.length < 60 ? one.length : 60), one.bytes);
    if (m->entry.url.length > 0) keep(m);
    length += feed != NULL;
    left = (isnad_slice){left.bytes + length, left.length - length};
  }
}

isnad_status isnad_sitemap_read(isnad_sitemap *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err) {
  feed_source source;
  *out = (isnad_sitemap){0};
  isnad_status status = feed_source_open(&source, arena, bytes, options, err);
  if (status != ISNAD_OK) return status;
  mapper m = {.source = &source, .arena = arena, .text = buf_new(arena, 1024)};
  xml_handlers handlers = {begin, start, end, text, &m};
  if (source.kind == ISNAD_FEED_URL_LIST)
    read_lines(&m);
  else if (source.kind == ISNAD_FEED_SITEMAP || source.kind == ISNAD_FEED_SITEMAP_INDEX)
    status = xml_read(&source, &handlers, err);
  else
    return feed_refuse_kind(&source, "a sitemap", err);
  if (status == ISNAD_OK && isnad_arena_status(arena) != ISNAD_OK) status = isnad_arena_fail(err, arena, "feed");
  *out = m.all;
  out->items = m.items;
  out->faults = source.faults.all;
  return status;
}
