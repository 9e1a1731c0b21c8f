/* The names by which pages state things for machines. */
#include "page/meta_names.h"

#include <string.h>

/* Names of meta elements: OpenGraph (ogp.me), schema.org and Dublin Core terms, those of Parse.ly, Sailthru and Chartbeat, and what the systems
 * of large publishers write. */
static const meta_name meta_names[] = {
    {"og:title", ISNAD_META_TITLE, ISNAD_META_OPEN_GRAPH},
    {"twitter:title", ISNAD_META_TITLE, ISNAD_META_NAMED},
    {"dc.title", ISNAD_META_TITLE, ISNAD_META_NAMED},
    {"parsely-title", ISNAD_META_TITLE, ISNAD_META_NAMED},
    {"sailthru.title", ISNAD_META_TITLE, ISNAD_META_NAMED},
    {"og:description", ISNAD_META_DESCRIPTION, ISNAD_META_OPEN_GRAPH},
    {"description", ISNAD_META_DESCRIPTION, ISNAD_META_NAMED},
    {"twitter:description", ISNAD_META_DESCRIPTION, ISNAD_META_NAMED},
    {"article:published_time", ISNAD_META_PUBLISHED, ISNAD_META_OPEN_GRAPH},
    {"og:article:published_time", ISNAD_META_PUBLISHED, ISNAD_META_OPEN_GRAPH},
    {"og:published_time", ISNAD_META_PUBLISHED, ISNAD_META_OPEN_GRAPH},
    {"article:published", ISNAD_META_PUBLISHED, ISNAD_META_OPEN_GRAPH},
    {"datepublished", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"pubdate", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"publishdate", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"publish-date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"publish_date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"publication_date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dc.date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dc.date.issued", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dc.date.created", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dcterms.date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dcterms.created", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"dcterms.issued", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"parsely-pub-date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"sailthru.date", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"cxenseparse:recs:publishtime", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"cxenseparse:publishtime", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"bt:pubdate", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"article.published", ISNAD_META_PUBLISHED, ISNAD_META_NAMED},
    {"article:modified_time", ISNAD_META_UPDATED, ISNAD_META_OPEN_GRAPH},
    {"og:updated_time", ISNAD_META_UPDATED, ISNAD_META_OPEN_GRAPH},
    {"article:modified", ISNAD_META_UPDATED, ISNAD_META_OPEN_GRAPH},
    {"datemodified", ISNAD_META_UPDATED, ISNAD_META_NAMED},
    {"last-modified", ISNAD_META_UPDATED, ISNAD_META_NAMED},
    {"lastmod", ISNAD_META_UPDATED, ISNAD_META_NAMED},
    {"dc.date.modified", ISNAD_META_UPDATED, ISNAD_META_NAMED},
    {"dcterms.modified", ISNAD_META_UPDATED, ISNAD_META_NAMED},
    {"author", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"article:author", ISNAD_META_AUTHOR, ISNAD_META_OPEN_GRAPH},
    {"article:author_name", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"og:article:author", ISNAD_META_AUTHOR, ISNAD_META_OPEN_GRAPH},
    {"parsely-author", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"sailthru.author", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"dc.creator", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"dcterms.creator", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"byl", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"cxenseparse:author", ISNAD_META_AUTHOR, ISNAD_META_NAMED},
    {"twitter:data1", ISNAD_META_AUTHOR_MAYBE, ISNAD_META_NAMED},
    {"article:section", ISNAD_META_SECTION, ISNAD_META_OPEN_GRAPH},
    {"parsely-section", ISNAD_META_SECTION, ISNAD_META_NAMED},
    {"section", ISNAD_META_SECTION, ISNAD_META_NAMED},
    {"og:image", ISNAD_META_IMAGE, ISNAD_META_OPEN_GRAPH},
    {"og:image:url", ISNAD_META_IMAGE, ISNAD_META_OPEN_GRAPH},
    {"twitter:image", ISNAD_META_IMAGE, ISNAD_META_NAMED},
    {"og:url", ISNAD_META_CANONICAL, ISNAD_META_OPEN_GRAPH},
    {"og:locale", ISNAD_META_LANGUAGE, ISNAD_META_OPEN_GRAPH},
    {"content-language", ISNAD_META_LANGUAGE, ISNAD_META_NAMED},
    {"language", ISNAD_META_LANGUAGE, ISNAD_META_NAMED},
    {"og:site_name", ISNAD_META_SITE, ISNAD_META_OPEN_GRAPH},
    {"application-name", ISNAD_META_SITE, ISNAD_META_NAMED},
    {"publisher", ISNAD_META_SITE, ISNAD_META_NAMED},
    {"news_keywords", ISNAD_META_KEYWORDS, ISNAD_META_NAMED},
    {"keywords", ISNAD_META_KEYWORDS, ISNAD_META_NAMED},
    {"article:tag", ISNAD_META_KEYWORDS, ISNAD_META_OPEN_GRAPH},
};

/* Properties of microdata (schema.org) that stand on elements of the body, or on meta elements. */
static const meta_name item_names[] = {
    {"headline", ISNAD_META_TITLE, ISNAD_META_MICRODATA},        {"datepublished", ISNAD_META_PUBLISHED, ISNAD_META_MICRODATA},
    {"datecreated", ISNAD_META_PUBLISHED, ISNAD_META_MICRODATA}, {"datemodified", ISNAD_META_UPDATED, ISNAD_META_MICRODATA},
    {"author", ISNAD_META_AUTHOR, ISNAD_META_MICRODATA},         {"articlesection", ISNAD_META_SECTION, ISNAD_META_MICRODATA},
    {"inlanguage", ISNAD_META_LANGUAGE, ISNAD_META_MICRODATA},
};

bool meta_is_word(isnad_slice a, const char *lower) {
  size_t length = strlen(lower);
  if (a.length != length) return false;
  for (size_t i = 0; i < length; i++) {
    char c = a.bytes[i];
    if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != lower[i]) return false;
  }
  return true;
}

static const meta_name *find_name(const meta_name *names, size_t count, isnad_slice name) {
  for (size_t i = 0; i < count; i++)
    if (meta_is_word(name, names[i].name)) return &names[i];
  return NULL;
}

#define FIND(names, name) find_name(names, sizeof names / sizeof names[0], name)

const meta_name *meta_name_of(isnad_slice name) { return FIND(meta_names, name); }

const meta_name *meta_item_of(isnad_slice name) { return FIND(item_names, name); }
