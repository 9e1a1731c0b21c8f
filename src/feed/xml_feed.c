#include "feed/xml_feed.h"

#include "base/buf.h"
#include "feed/text.h"
#include "feed/words.h"

typedef struct frame {
  uint8_t place, element;
} frame;

typedef struct machine {
  builder b;
  feed_source *source;
  frame *frames; /* of the open elements */
  uint32_t depth;
  open_field field; /* element EL_OTHER: none is open */
  buf text;
  isnad_feed_media *medium; /* the last one, whose texts may follow */
} machine;

static void begin(void *context) {
  machine *m = context;
  feed_source *source = m->source;
  buf text = m->text;
  frame *frames = m->frames;
  text.length = 0;
  *m = (machine){.b = builder_new(source), .source = source, .frames = frames, .text = text};
}

/* --- markup inside a field: written as HTML --- */

static void add_escaped(buf *out, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    const char *as = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : NULL;
    if (as != NULL)
      buf_add_text(out, as);
    else
      buf_add_char(out, c);
  }
}

static void inner_start(machine *m, const xml_name *name, xml_attrs attrs) {
  m->field.inner = true;
  buf_add_char(&m->text, '<');
  buf_add_text(&m->text, name->local);
  for (; attrs[0] != NULL; attrs += 2) {
    if (strncmp(attrs[0], "xmlns", 5) == 0) continue;
    buf_add_char(&m->text, ' ');
    buf_add_text(&m->text, attrs[0]);
    buf_add_text(&m->text, "=\"");
    add_escaped(&m->text, attrs[1], strlen(attrs[1]));
    buf_add_char(&m->text, '"');
  }
  buf_add_char(&m->text, '>');
}

static bool is_void(const char *name) {
  static const char *const names[] = {"br", "hr", "img", "wbr", "input"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (word_is(isnad_slice_of(name), names[i])) return true;
  return false;
}

static void inner_end(machine *m, const xml_name *name) {
  if (is_void(name->local)) return;
  buf_add_text(&m->text, "</");
  buf_add_text(&m->text, name->local);
  buf_add_char(&m->text, '>');
}

/* --- fields --- */

/* Atom says in attributes how a text is meant (RFC 4287, 3.1 and 4.1.3; Atom 0.3 by mode and media type). */
static text_mode mode_of(const machine *m, feed_element element, xml_attrs attrs) {
  isnad_slice type = xml_attr(attrs, "type"), mode = xml_attr(attrs, "mode");
  if (element == EL_BODY) return TEXT_XHTML;
  if (m->b.feed.kind != ISNAD_FEED_ATOM) return TEXT_HTML;
  if (word_is(mode, "base64")) return TEXT_UNREAD;
  if (word_is(mode, "xml") || word_is(type, "xhtml") || word_is(type, "application/xhtml+xml"))
    return word_is(mode, "escaped") ? TEXT_HTML : word_is(type, "text/plain") ? TEXT_PLAIN : TEXT_XHTML;
  if (word_is(type, "html") || word_is(type, "text/html")) return TEXT_HTML;
  if (type.length == 0 || word_at(type, 0, "text")) return word_is(mode, "escaped") && type.length == 0 ? TEXT_HTML : TEXT_PLAIN;
  return TEXT_UNREAD;
}

static void open(machine *m, feed_element element, xml_attrs attrs, uint32_t line) {
  m->field = (open_field){.element = element == EL_BODY ? EL_CONTENT : element, .depth = m->depth, .line = line, .mode = mode_of(m, element, attrs)};
  m->text.length = 0;
}

static void medium_text(machine *m, isnad_slice text) {
  if (m->medium == NULL || m->medium->text.length > 0) return;
  m->medium->text = feed_text(m->b.arena, isnad_arena_copy(m->b.arena, word_trim(text)), false);
}

static void close(machine *m) {
  isnad_slice text = m->text.failed ? (isnad_slice){NULL, 0} : buf_slice(&m->text);
  feed_place place = (feed_place)m->frames[m->depth - 1].place;
  if (m->field.element == EL_MEDIA_TEXT)
    medium_text(m, text);
  else if (place == PLACE_PERSON)
    builder_author(&m->b, isnad_arena_copy(m->b.arena, word_trim(text)));
  else if (place == PLACE_SOURCE && m->field.element == EL_TITLE && m->b.item.source.length == 0)
    m->b.item.source = feed_text(m->b.arena, isnad_arena_copy(m->b.arena, word_trim(text)), false);
  else if (place == PLACE_FEED || place == PLACE_ITEM || place == PLACE_HOURS || place == PLACE_DAYS)
    field_enter(&m->b, place, &m->field, text);
  m->field = (open_field){0};
}

/* --- places --- */

static void set_language(machine *m, xml_attrs attrs, isnad_slice *to) {
  isnad_slice language = xml_attr(attrs, "xml:lang");
  if (language.length == 0) language = xml_attr(attrs, "lang");
  if (language.length > 0 && to->length == 0) *to = isnad_arena_copy(m->b.arena, language);
}

static isnad_slice own_base(machine *m, xml_attrs attrs, isnad_slice base) {
  isnad_slice own = xml_attr(attrs, "base");
  return own.length > 0 ? isnad_url_resolve(m->b.arena, base, own) : base;
}

static feed_place enter_root(machine *m, feed_element element, const xml_name *name, xml_attrs attrs, uint32_t line) {
  builder *b = &m->b;
  isnad_slice version = xml_attr(attrs, "version");
  b->base = own_base(m, attrs, b->base);
  set_language(m, attrs, &b->feed.language);
  if (element == EL_ITEM) { /* a lone entry */
    b->feed.version = isnad_slice_of("1.0");
    builder_item(b, line);
    return PLACE_ITEM;
  }
  b->feed.version = isnad_arena_copy(b->arena, version);
  if (b->feed.kind == ISNAD_FEED_RDF) b->feed.version = isnad_slice_of("1.0");
  for (xml_attrs at = attrs; at[0] != NULL; at += 2)
    if (word_find(isnad_slice_of(at[1]), 0, "simple/0.9") < strlen(at[1])) b->feed.version = isnad_slice_of("0.90");
  if (b->feed.kind == ISNAD_FEED_ATOM && version.length == 0) b->feed.version = isnad_slice_of("1.0");
  return word_is(isnad_slice_of(name->local), "feed") ? PLACE_FEED : PLACE_ROOT;
}

static feed_place enter_item(machine *m, xml_attrs attrs, uint32_t line) {
  builder_item(&m->b, line);
  m->medium = NULL;
  m->b.item_base = own_base(m, attrs, m->b.item_base);
  set_language(m, attrs, &m->b.item.language);
  isnad_slice about = xml_attr(attrs, "about");
  if (m->b.feed.kind == ISNAD_FEED_RDF && about.length > 0) m->b.item.id = isnad_arena_copy(m->b.arena, about);
  return PLACE_ITEM;
}

static void source_url(machine *m, xml_attrs attrs) {
  isnad_slice url = xml_attr(attrs, "url");
  if (url.length > 0 && m->b.item.source_url.length == 0) m->b.item.source_url = feed_address(m->b.arena, m->b.item_base, url);
}

static bool is_medium(feed_element element) {
  return element == EL_ENCLOSURE || element == EL_MEDIA_CONTENT || element == EL_MEDIA_THUMBNAIL || element == EL_ITUNES_IMAGE;
}

/* An element inside an item that holds no text of its own. */
static bool item_structure(machine *m, feed_element element, xml_attrs attrs, uint32_t line, feed_place *place) {
  if (is_medium(element)) {
    isnad_feed_media *medium = field_media(&m->b, element, attrs);
    if (medium != NULL) m->medium = medium;
    return true;
  }
  if (element == EL_MEDIA_GROUP) return true;
  if (element == EL_LINK && field_link(&m->b, PLACE_ITEM, attrs, line)) return true;
  if (element == EL_PERSON && m->b.feed.kind == ISNAD_FEED_ATOM) return *place = PLACE_PERSON, true;
  if (element != EL_SOURCE) return false;
  source_url(m, attrs);
  if (m->b.feed.kind == ISNAD_FEED_ATOM) return *place = PLACE_SOURCE, true;
  return false;
}

static bool holds_text(feed_element element) { return element >= EL_TITLE || element == EL_PERSON || element == EL_SOURCE; }

/* An id that is said to be no address; a content that lies elsewhere; a category in an attribute. */
static bool field_attributes(machine *m, feed_element element, xml_attrs attrs) {
  if (element == EL_ID && word_is(xml_attr(attrs, "ispermalink"), "false")) m->b.id_is_link = false;
  if (element == EL_CATEGORY && xml_attr(attrs, "term").length > 0) {
    isnad_slice label = xml_attr(attrs, "label");
    builder_category(&m->b, isnad_arena_copy(m->b.arena, label.length > 0 ? label : xml_attr(attrs, "term")));
    return true;
  }
  return element == EL_CONTENT && xml_attr(attrs, "src").length > 0;
}

static feed_place in_item(machine *m, feed_element element, xml_attrs attrs, uint32_t line) {
  feed_place place = PLACE_ITEM;
  if (item_structure(m, element, attrs, line, &place)) return place;
  if (!holds_text(element)) return PLACE_ASIDE;
  if (!field_attributes(m, element, attrs)) open(m, element, attrs, line);
  return PLACE_ITEM;
}

static feed_place in_feed(machine *m, feed_element element, xml_attrs attrs, uint32_t line) {
  if (element == EL_ITEM) return enter_item(m, attrs, line);
  if (element == EL_SKIP_HOURS) return PLACE_HOURS;
  if (element == EL_SKIP_DAYS) return PLACE_DAYS;
  if (element == EL_LINK && field_link(&m->b, PLACE_FEED, attrs, line)) return PLACE_FEED;
  if (element < EL_TITLE) return PLACE_ASIDE;
  open(m, element, attrs, line);
  return PLACE_FEED;
}

static feed_place in_source(machine *m, feed_element element, xml_attrs attrs, uint32_t line) {
  isnad_slice rel = xml_attr(attrs, "rel"), href = xml_attr(attrs, "href");
  if (element == EL_TITLE) open(m, element, attrs, line);
  if (element == EL_LINK && href.length > 0 && m->b.item.source_url.length == 0 && (rel.length == 0 || word_is(rel, "alternate")))
    m->b.item.source_url = feed_address(m->b.arena, m->b.item_base, href);
  return PLACE_SOURCE;
}

static feed_place place_of(machine *m, feed_place around, feed_element element, const xml_name *name, xml_attrs attrs, uint32_t line) {
  switch (around) {
  case PLACE_OUTSIDE:
    return enter_root(m, element, name, attrs, line);
  case PLACE_ROOT:
    if (element == EL_ITEM) return enter_item(m, attrs, line);
    return element == EL_CHANNEL ? PLACE_FEED : PLACE_ASIDE;
  case PLACE_FEED:
    return in_feed(m, element, attrs, line);
  case PLACE_ITEM:
    return in_item(m, element, attrs, line);
  case PLACE_SOURCE:
    return in_source(m, element, attrs, line);
  case PLACE_PERSON:
    if (element == EL_NAME) open(m, element, attrs, line);
    return PLACE_PERSON;
  case PLACE_HOURS:
  case PLACE_DAYS:
    if (element == EL_HOUR || element == EL_DAY) open(m, element, attrs, line);
    return around;
  default:
    return PLACE_ASIDE;
  }
}

static void start(void *context, const xml_name *name, xml_attrs attrs, uint32_t line) {
  machine *m = context;
  feed_place around = m->depth > 0 ? (feed_place)m->frames[m->depth - 1].place : PLACE_OUTSIDE;
  feed_element element = EL_OTHER;
  feed_place place = around;
  m->depth++;
  if (m->field.element != EL_OTHER) {
    inner_start(m, name, attrs);
  } else {
    element = feed_element_of(name);
    place = place_of(m, around, element, name, attrs, line);
  }
  m->frames[m->depth - 1] = (frame){(uint8_t)place, (uint8_t)element};
}

static void end(void *context, const xml_name *name, uint32_t line) {
  machine *m = context;
  (void)line;
  if (m->field.element != EL_OTHER && m->field.depth == m->depth)
    close(m);
  else if (m->field.element != EL_OTHER)
    inner_end(m, name);
  else if (m->frames[m->depth - 1].element == EL_ITEM && m->frames[m->depth - 1].place == PLACE_ITEM)
    builder_item_end(&m->b);
  m->depth--;
}

static void text(void *context, const char *bytes, size_t length) {
  machine *m = context;
  if (m->field.element == EL_OTHER) return;
  if (m->field.mode == TEXT_XHTML)
    add_escaped(&m->text, bytes, length);
  else
    buf_add(&m->text, bytes, length);
}

isnad_status xml_feed_read(isnad_feed *out, feed_source *source, isnad_err *err) {
  machine m = {.source = source, .text = buf_new(source->arena, 4096)};
  m.frames = isnad_arena_array(source->arena, source->deepest + 1, sizeof *m.frames);
  if (m.frames == NULL) return isnad_arena_fail(err, source->arena, "feed");
  xml_handlers handlers = {begin, start, end, text, &m};
  isnad_status status = xml_read(source, &handlers, err);
  if (status == ISNAD_OK && isnad_arena_status(source->arena) != ISNAD_OK) status = isnad_arena_fail(err, source->arena, "feed");
  builder_finish(out, &m.b);
  return status;
}
