/* Feeds in XML: RSS, RDF, Atom. */
#ifndef ISNAD_FEED_XML_FEED_H
#define ISNAD_FEED_XML_FEED_H

#include "feed/builder.h"
#include "feed/element.h"

/* Where an element stands. */
typedef enum feed_place {
  PLACE_OUTSIDE,
  PLACE_ROOT,
  PLACE_FEED,
  PLACE_ITEM,
  PLACE_PERSON,
  PLACE_SOURCE,
  PLACE_HOURS,
  PLACE_DAYS,
  PLACE_ASIDE
} feed_place;

/* How the text of a field is meant: as the dialect says, or as its type attribute does. */
typedef enum text_mode { TEXT_HTML, TEXT_PLAIN, TEXT_XHTML, TEXT_UNREAD } text_mode;

/* The field that is open: an element whose text is gathered. */
typedef struct open_field {
  feed_element element;
  uint32_t depth, line;
  text_mode mode;
  bool inner; /* an element began in it */
} open_field;

/* Enters a field's text into the item, or the feed when `place` is PLACE_FEED. */
void field_enter(builder *b, feed_place place, const open_field *field, isnad_slice text);

/* Enters what a link's attributes say. Returns false when it has none: its text is the address. */
bool field_link(builder *b, feed_place place, xml_attrs attrs, uint32_t line);

/* Enters enclosures and other media that are attributes only. The medium, for texts that follow; NULL. */
isnad_feed_media *field_media(builder *b, feed_element element, xml_attrs attrs);

/* Reads the source; *out is filled whatever ended the reading. */
isnad_status xml_feed_read(isnad_feed *out, feed_source *source, isnad_err *err);

/* Reads a JSON Feed. */
isnad_status json_feed_read(isnad_feed *out, feed_source *source, isnad_err *err);

#endif
