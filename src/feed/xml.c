#define XML_DTD /* expat.h declares its guard against entities that grow only so */

#include "feed/xml.h"

#include "feed/mend.h"
#include "feed/words.h"

#include <expat.h>

enum { PIECE = 1 << 20, BINDINGS = 32, PREFIX_ROOM = 24, GROWTH = 20, GROWTH_FREE = 1 << 20 };

typedef struct binding {
  char prefix[PREFIX_ROOM];
  xml_space space;
} binding;

/* One reading of the whole document. */
typedef struct reading {
  feed_source *source;
  const xml_handlers *handlers;
  XML_Parser parser;
  binding bindings[BINDINGS];
  size_t binding_count;
  uint32_t depth;
  bool rooted, mending, too_deep, must_mend;
} reading;

typedef struct space_row {
  const char *uri, *prefix; /* part of the name; the prefix that everybody uses, for documents that declare none */
  xml_space space;
} space_row;

static const space_row spaces[] = {
    {"w3.org/2005/atom", "atom", XML_ATOM},
    {"purl.org/atom/ns", "atom03", XML_ATOM},
    {"w3.org/1999/02/22-rdf-syntax-ns", "rdf", XML_RDF},
    {"purl.org/dc/elements", "dc", XML_DC},
    {"purl.org/dc/terms", "dcterms", XML_DC},
    {"purl.org/rss/1.0/modules/content", "content", XML_CONTENT},
    {"purl.org/rss/1.0/modules/syndication", "sy", XML_SYNDICATION},
    {"search.yahoo.com/mrss", "media", XML_MEDIA},
    {"itunes.com/dtds/podcast", "itunes", XML_ITUNES},
    {"rssnamespace.org/feedburner", "feedburner", XML_FEEDBURNER},
    {"w3.org/1999/xhtml", "xhtml", XML_XHTML},
    {"google.com/schemas/sitemap-news", "news", XML_NEWS},
    {"google.com/schemas/sitemap-image", "image", XML_IMAGE},
    {"sitemaps.org/schemas/sitemap", "sm", XML_CORE},
    {"purl.org/rss/1.0/modules", "", XML_OTHER},
    {"purl.org/rss/1.0", "rss", XML_CORE},
    {"my.netscape.com/rdf/simple/0.9", "rss090", XML_CORE},
    {"backend.userland.com", "rss2", XML_CORE},
};

enum { SPACES = sizeof spaces / sizeof spaces[0] };

static uint32_t line_of(const reading *r) { return (uint32_t)XML_GetCurrentLineNumber(r->parser) - 1 + r->source->first_line; }

/* --- names --- */

static void bind(reading *r, const char *prefix, const char *uri) {
  if (r->binding_count == BINDINGS || strlen(prefix) >= PREFIX_ROOM) return;
  binding *b = &r->bindings[r->binding_count++];
  strcpy(b->prefix, prefix);
  b->space = XML_OTHER;
  for (size_t i = SPACES; i > 0; i--)
    if (word_find(isnad_slice_of(uri), 0, spaces[i - 1].uri) < strlen(uri)) b->space = spaces[i - 1].space;
}

static void bind_all(reading *r, xml_attrs attrs) {
  for (; attrs[0] != NULL; attrs += 2)
    if (strncmp(attrs[0], "xmlns:", 6) == 0) bind(r, attrs[0] + 6, attrs[1]);
}

static xml_space space_of(const reading *r, const char *prefix, size_t length) {
  isnad_slice own = {prefix, length};
  for (size_t i = r->binding_count; i > 0; i--)
    if (isnad_slice_is(own, r->bindings[i - 1].prefix)) return r->bindings[i - 1].space;
  for (size_t i = 0; i < SPACES; i++)
    if (word_is(own, spaces[i].prefix)) return spaces[i].space;
  return XML_OTHER;
}

/* Elements without a prefix are what their names say in any vocabulary: default namespaces are often wrong. */
static xml_name name_of(const reading *r, const char *full) {
  const char *colon = strchr(full, ':');
  if (colon == NULL) return (xml_name){XML_CORE, full, full};
  return (xml_name){space_of(r, full, (size_t)(colon - full)), colon + 1, full};
}

isnad_slice xml_attr(xml_attrs attrs, const char *local) {
  const char *prefixed = NULL;
  for (; attrs[0] != NULL; attrs += 2) {
    const char *colon = strchr(attrs[0], ':');
    if (colon == NULL && word_is(isnad_slice_of(attrs[0]), local)) return word_trim(isnad_slice_of(attrs[1]));
    if (colon != NULL && prefixed == NULL && strncmp(attrs[0], "xmlns", 5) != 0 && word_is(isnad_slice_of(colon + 1), local)) prefixed = attrs[1];
  }
  return word_trim(isnad_slice_of(prefixed));
}

/* --- what expat tells --- */

static void on_start(void *context, const XML_Char *full, const XML_Char **attrs) {
  reading *r = context;
  r->rooted = true;
  if (++r->depth > r->source->deepest) {
    r->too_deep = true;
    XML_StopParser(r->parser, XML_FALSE);
    return;
  }
  bind_all(r, (xml_attrs)attrs);
  xml_name name = name_of(r, full);
  r->handlers->start(r->handlers->context, &name, (xml_attrs)attrs, line_of(r));
}

static void on_end(void *context, const XML_Char *full) {
  reading *r = context;
  r->depth--;
  xml_name name = name_of(r, full);
  r->handlers->end(r->handlers->context, &name, line_of(r));
}

static void on_text(void *context, const XML_Char *bytes, int length) {
  const reading *r = context;
  r->handlers->text(r->handlers->context, bytes, (size_t)length);
}

/* Entities of a document type that lies elsewhere would be dropped without a word: the mended copy has no such type. */
static void on_doctype(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public, int subset) {
  reading *r = context;
  (void)name;
  (void)public;
  (void)subset;
  if (system == NULL || r->mending) return;
  r->must_mend = true;
  XML_StopParser(r->parser, XML_FALSE);
}

static void on_entity(void *context, const XML_Char *name, int parameter, const XML_Char *value, int length, const XML_Char *base,
                      const XML_Char *system, const XML_Char *public, const XML_Char *notation) {
  reading *r = context;
  (void)value;
  (void)length;
  (void)base;
  (void)public;
  (void)notation;
  if (system != NULL)
    fault_add(&r->source->faults, ISNAD_FAULT_ENTITY, line_of(r), "the %sentity %.40s lies outside the document and is not loaded",
              parameter ? "parameter " : "", name);
}

static void on_skipped(void *context, const XML_Char *name, int parameter) {
  reading *r = context;
  if (!parameter) fault_add(&r->source->faults, ISNAD_FAULT_ENTITY, line_of(r), "the entity %.40s is not declared", name);
}

/* --- one reading --- */

static bool open_parser(reading *r) {
  r->parser = XML_ParserCreate("UTF-8");
  if (r->parser == NULL) return false;
  XML_SetUserData(r->parser, r);
  XML_SetElementHandler(r->parser, on_start, on_end);
  XML_SetCharacterDataHandler(r->parser, on_text);
  XML_SetStartDoctypeDeclHandler(r->parser, on_doctype);
  XML_SetEntityDeclHandler(r->parser, on_entity);
  XML_SetSkippedEntityHandler(r->parser, on_skipped);
  XML_SetHashSalt(r->parser, 0x69736E6164u); /* the same everywhere; expat would ask the system for one */
  return XML_SetBillionLaughsAttackProtectionMaximumAmplification(r->parser, GROWTH) &&
         XML_SetBillionLaughsAttackProtectionActivationThreshold(r->parser, GROWTH_FREE);
}

static enum XML_Error parse(reading *r, isnad_slice text) {
  for (size_t at = 0;;) {
    size_t length = text.length - at < PIECE ? text.length - at : PIECE;
    bool last = at + length == text.length;
    if (XML_Parse(r->parser, text.bytes + at, (int)length, last) != XML_STATUS_OK) return XML_GetErrorCode(r->parser);
    if (last) return XML_ERROR_NONE;
    at += length;
  }
}

static bool is_end(enum XML_Error error) {
  return error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN || error == XML_ERROR_UNCLOSED_CDATA_SECTION ||
         error == XML_ERROR_PARTIAL_CHAR;
}

static isnad_status refuse(const reading *r, enum XML_Error error, isnad_err *err) {
  isnad_span nowhere = {0, 0};
  unsigned line = line_of(r);
  if (error == XML_ERROR_NO_MEMORY) return isnad_err_set(err, ISNAD_NO_MEMORY, "feed", nowhere, "out of memory");
  if (r->too_deep)
    return isnad_err_set(err, ISNAD_LIMIT, "feed", nowhere, "line %u: elements are nested more than %u deep", line, r->source->deepest);
  if (error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH)
    return isnad_err_set(err, ISNAD_LIMIT, "feed", nowhere, "line %u: entities grow to more than %d times the document", line, GROWTH);
  if (error == XML_ERROR_RECURSIVE_ENTITY_REF) return isnad_err_set(err, ISNAD_LIMIT, "feed", nowhere, "line %u: an entity holds itself", line);
  return ISNAD_OK;
}

/* What an error means that refuses nothing. *mend: the document is to be mended and read anew. */
static void judge(reading *r, enum XML_Error error, bool *mend) {
  fault_list *faults = &r->source->faults;
  uint32_t line = line_of(r);
  *mend = false;
  if (error == XML_ERROR_NONE) return;
  if (error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT)
    fault_add(faults, ISNAD_FAULT_JUNK, line, "something stands behind the document");
  else if (error == XML_ERROR_NO_ELEMENTS || (r->mending && is_end(error))) {
    if (faults->all.count[ISNAD_FAULT_CUT] == 0) fault_add(faults, ISNAD_FAULT_CUT, line, "the document ends too soon");
  } else if (r->mending)
    fault_add(faults, ISNAD_FAULT_BROKEN, line, "not well-formed (%s), and not mended: nothing behind is read", XML_ErrorString(error));
  else
    *mend = true;
}

static isnad_status read_once(feed_source *source, const xml_handlers *handlers, isnad_slice text, bool *mend, bool *rooted, isnad_err *err) {
  reading r = {.source = source, .handlers = handlers, .mending = !*mend};
  if (!open_parser(&r)) {
    XML_ParserFree(r.parser);
    return isnad_err_set(err, ISNAD_NO_MEMORY, "feed", (isnad_span){0, 0}, "out of memory");
  }
  handlers->begin(handlers->context);
  enum XML_Error error = parse(&r, text);
  isnad_status status = refuse(&r, error, err);
  if (status == ISNAD_OK) judge(&r, error, mend);
  *rooted = r.rooted;
  XML_ParserFree(r.parser);
  return status;
}

isnad_status xml_read(feed_source *source, const xml_handlers *handlers, isnad_err *err) {
  fault_list before = source->faults;
  bool mend = true, rooted = false;
  isnad_status status = read_once(source, handlers, source->text, &mend, &rooted, err);
  if (status != ISNAD_OK || !mend) goto done;
  isnad_slice mended;
  source->faults.all = before.all;
  size_t known = isnad_feed_fault_count(&before.all);
  status = feed_mend(&mended, source, err);
  if (status != ISNAD_OK) return status;
  source->faults.all.mended = isnad_feed_fault_count(&source->faults.all) > known;
  mend = false;
  status = read_once(source, handlers, mended, &mend, &rooted, err);
done:
  if (status == ISNAD_OK && !rooted) return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", (isnad_span){0, 0}, "no element can be read");
  return status;
}
