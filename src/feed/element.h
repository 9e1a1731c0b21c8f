/* The elements of feeds that are read, whatever dialect names them. */
#ifndef ISNAD_FEED_ELEMENT_H
#define ISNAD_FEED_ELEMENT_H

#include "feed/xml.h"

typedef enum feed_element {
  EL_OTHER,
  /* structure */
  EL_ROOT,
  EL_CHANNEL,
  EL_ITEM,
  EL_ASIDE, /* image, textInput, items: nothing in them is read */
  EL_PERSON,
  EL_SOURCE,
  EL_MEDIA_GROUP,
  EL_SKIP_HOURS,
  EL_SKIP_DAYS,
  /* what attributes say */
  EL_ENCLOSURE,
  EL_MEDIA_CONTENT,
  EL_MEDIA_THUMBNAIL,
  EL_ITUNES_IMAGE,
  /* what a text says, attributes too */
  EL_TITLE,
  EL_TITLE_TOO, /* stands in where no title of the dialect is */
  EL_LINK,
  EL_ORIGINAL_LINK,
  EL_ID,
  EL_SUMMARY,
  EL_SUMMARY_TOO,
  EL_CONTENT,
  EL_BODY, /* a content in XHTML */
  EL_PUBLISHED,
  EL_UPDATED,
  EL_AUTHOR_NAME,
  EL_AUTHOR_TOO,
  EL_CATEGORY,
  EL_LANGUAGE,
  EL_GENERATOR,
  EL_TTL,
  EL_PERIOD,
  EL_FREQUENCY,
  EL_HOUR,
  EL_DAY,
  EL_NAME,
  EL_EMAIL,
  EL_MEDIA_TEXT
} feed_element;

/* What an element is, by its namespace and its local name in any case of letters. */
feed_element feed_element_of(const xml_name *name);

#endif
