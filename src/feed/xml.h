/* XML by expat, for documents that may not be well-formed: read as they are, else mended once and read anew. Names are given without their prefixes,
 * namespaces as what they are for here. Nothing is loaded from outside. */
#ifndef ISNAD_FEED_XML_H
#define ISNAD_FEED_XML_H

#include "feed/source.h"

typedef enum xml_space {
  XML_CORE, /* none, RSS, sitemaps, and those that nobody knows at the root */
  XML_ATOM,
  XML_RDF,
  XML_DC,
  XML_CONTENT,
  XML_MEDIA,
  XML_SYNDICATION,
  XML_ITUNES,
  XML_FEEDBURNER,
  XML_XHTML,
  XML_NEWS,
  XML_IMAGE,
  XML_OTHER
} xml_space;

typedef struct xml_name {
  xml_space space;
  const char *local, *full; /* NUL-terminated, as expat gives them */
} xml_name;

/* Attributes as expat gives them: names and values by turns, then NULL. */
typedef const char *const *xml_attrs;

typedef struct xml_handlers {
  void (*begin)(void *context); /* a reading begins, perhaps once more: what was read before does not count */
  void (*start)(void *context, const xml_name *name, xml_attrs attrs, uint32_t line);
  void (*end)(void *context, const xml_name *name, uint32_t line);
  void (*text)(void *context, const char *bytes, size_t length);
  void *context;
} xml_handlers;

/* Reads source->text; faults go to source->faults. Returns ISNAD_OK, though the document may have ended too soon or be broken: what stood before was
 * handed out, and elements that are open then are not ended. ISNAD_BAD_INPUT: no element at all. ISNAD_LIMIT: nested too deep, or entities that
 * grow. ISNAD_NO_MEMORY. */
isnad_status xml_read(feed_source *source, const xml_handlers *handlers, isnad_err *err);

/* The value of the attribute with this local name, one without a prefix first; empty when it is not there. */
isnad_slice xml_attr(xml_attrs attrs, const char *local);

#endif
