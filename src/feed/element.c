#include "feed/element.h"

#include "feed/words.h"

enum {
  CORE = 1 << XML_CORE | 1 << XML_ATOM | 1 << XML_RDF,
  DC = 1 << XML_DC,
  CONTENT = 1 << XML_CONTENT,
  MEDIA = 1 << XML_MEDIA,
  SY = 1 << XML_SYNDICATION,
  ITUNES = 1 << XML_ITUNES,
  FEEDBURNER = 1 << XML_FEEDBURNER,
  XHTML = 1 << XML_XHTML
};

typedef struct element_row {
  const char *name;
  unsigned spaces;
  feed_element element;
} element_row;

/* In the order of names. */
static const element_row rows[] = {
    {"author", CORE, EL_PERSON},
    {"author", ITUNES, EL_AUTHOR_TOO},
    {"body", XHTML | CORE, EL_BODY},
    {"category", CORE, EL_CATEGORY},
    {"channel", CORE, EL_CHANNEL},
    {"content", CORE, EL_CONTENT},
    {"content", MEDIA, EL_MEDIA_CONTENT},
    {"contributor", CORE, EL_ASIDE},
    {"created", CORE | DC, EL_PUBLISHED},
    {"creator", DC | CORE, EL_AUTHOR_NAME},
    {"credit", MEDIA, EL_MEDIA_TEXT},
    {"date", DC | CORE, EL_PUBLISHED},
    {"day", CORE, EL_DAY},
    {"description", CORE, EL_SUMMARY},
    {"description", DC, EL_SUMMARY_TOO},
    {"description", MEDIA, EL_MEDIA_TEXT},
    {"email", CORE, EL_EMAIL},
    {"enclosure", CORE, EL_ENCLOSURE},
    {"encoded", CONTENT | CORE, EL_CONTENT},
    {"entry", CORE, EL_ITEM},
    {"feed", CORE, EL_ROOT},
    {"generator", CORE, EL_GENERATOR},
    {"group", MEDIA, EL_MEDIA_GROUP},
    {"guid", CORE, EL_ID},
    {"hour", CORE, EL_HOUR},
    {"id", CORE, EL_ID},
    {"identifier", DC, EL_ID},
    {"image", CORE, EL_ASIDE},
    {"image", ITUNES, EL_ITUNES_IMAGE},
    {"issued", CORE | DC, EL_PUBLISHED},
    {"item", CORE, EL_ITEM},
    {"items", CORE, EL_ASIDE},
    {"language", CORE | DC, EL_LANGUAGE},
    {"lastbuilddate", CORE, EL_UPDATED},
    {"link", CORE, EL_LINK},
    {"managingeditor", CORE, EL_OTHER},
    {"modified", CORE | DC, EL_UPDATED},
    {"name", CORE, EL_NAME},
    {"origlink", FEEDBURNER, EL_ORIGINAL_LINK},
    {"pubdate", CORE, EL_PUBLISHED},
    {"published", CORE, EL_PUBLISHED},
    {"rdf", CORE, EL_ROOT},
    {"rss", CORE, EL_ROOT},
    {"skipdays", CORE, EL_SKIP_DAYS},
    {"skiphours", CORE, EL_SKIP_HOURS},
    {"source", CORE, EL_SOURCE},
    {"subject", DC, EL_CATEGORY},
    {"subtitle", CORE, EL_SUMMARY},
    {"summary", CORE, EL_SUMMARY},
    {"summary", ITUNES, EL_SUMMARY_TOO},
    {"tagline", CORE, EL_SUMMARY},
    {"textinput", CORE, EL_ASIDE},
    {"thumbnail", MEDIA, EL_MEDIA_THUMBNAIL},
    {"title", CORE, EL_TITLE},
    {"title", DC | ITUNES, EL_TITLE_TOO},
    {"title", MEDIA, EL_MEDIA_TEXT},
    {"ttl", CORE, EL_TTL},
    {"updated", CORE | DC, EL_UPDATED},
    {"updatefrequency", SY | CORE, EL_FREQUENCY},
    {"updateperiod", SY | CORE, EL_PERIOD},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

static int order(const char *name, const char *row) {
  while (*name != '\0' && to_lower(*name) == *row) name++, row++;
  return (unsigned char)to_lower(*name) - (unsigned char)*row;
}

feed_element feed_element_of(const xml_name *name) {
  size_t low = 0, high = ROWS;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (order(name->local, rows[middle].name) > 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < ROWS && order(name->local, rows[low].name) == 0; low++)
    if ((rows[low].spaces >> name->space & 1) != 0) return rows[low].element;
  return EL_OTHER;
}
