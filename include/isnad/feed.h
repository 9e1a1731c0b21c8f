/* isnad/feed.h - lists of pages that sites publish: feeds (RSS 0.90 to 2.0, RSS 1.0 in RDF, Atom 0.3 and 1.0, JSON Feed 1 and 1.1), lists of feeds
 * (OPML 1.0 and 2.0), sitemaps (sitemaps.org 0.9 with Google's news and video parts, indexes, plain lists of urls), and the feeds that a page names.
 *
 * Written for what sites really send: the charset is found as that of a page is; what is not well-formed XML is mended once in a stated way
 * (docs/FEEDS.md) and read as far as it can be; every fault is counted and told with its line. No entity is ever loaded from outside, entities that
 * grow are refused, depth and counts are limited. Time and memory are linear in the bytes; a gzip member is unpacked within a limit first.
 * Everything is pure: bytes in, a struct in the arena out. Slices are valid UTF-8 and live as long as the arena and the input.
 */
#ifndef ISNAD_FEED_H
#define ISNAD_FEED_H

#include "isnad/base.h"

typedef enum isnad_feed_kind {
  ISNAD_FEED_NONE,          /* none of these */
  ISNAD_FEED_RSS,           /* <rss>: 0.91, 0.92, 2.0 */
  ISNAD_FEED_RDF,           /* <rdf:RDF>: RSS 0.90, 1.0 */
  ISNAD_FEED_ATOM,          /* <feed>: 0.3, 1.0; a lone <entry> too */
  ISNAD_FEED_JSON,          /* JSON Feed */
  ISNAD_FEED_OPML,          /* <opml>: isnad_outlines_read */
  ISNAD_FEED_SITEMAP,       /* <urlset>: isnad_sitemap_read */
  ISNAD_FEED_SITEMAP_INDEX, /* <sitemapindex> */
  ISNAD_FEED_URL_LIST,      /* one url a line */
  ISNAD_FEED_KINDS
} isnad_feed_kind;

/* "rss", "rdf", "atom", "json-feed", "opml", "sitemap", "sitemap-index", "url-list", "none". Never NULL. */
ISNAD_API const char *isnad_feed_kind_name(isnad_feed_kind kind);

/* What these bytes are, by content: the root element behind byte order mark, junk, comments and document type; a JSON object that names a JSON Feed
 * version; lines that are all http or https urls. Looks at no more than the first 64 KiB; gzip and UTF-16 are looked into. HTML pages, records of our
 * own JSONL and everything else are ISNAD_FEED_NONE. Pure, no allocation. */
ISNAD_API isnad_feed_kind isnad_feed_sniff(isnad_slice bytes);

/* Where the bytes came from, and what they may cost. All zero is allowed. */
typedef struct isnad_feed_options {
  isnad_slice content_type; /* as the transfer stated it ("application/rss+xml; charset=windows-1256"), or a bare charset; may be empty or wrong */
  isnad_slice url;          /* that the bytes came from: relative urls are resolved against it. Empty: they stay as they are */
  uint32_t most_items;      /* items, outlines or urls that are kept; 0: 50,000 */
  uint32_t deepest;         /* nested elements; 0: 256. More are refused */
  size_t largest;           /* bytes that a gzip member may unpack to; 0: 64 MiB */
} isnad_feed_options;

/* --- faults --- */

typedef enum isnad_feed_fault_kind {
  ISNAD_FAULT_CHARSET,   /* bytes that are not of the charset, or the charset that was stated is not the one */
  ISNAD_FAULT_JUNK,      /* something before the document, or behind it */
  ISNAD_FAULT_AMPERSAND, /* an ampersand that begins no reference; read as itself */
  ISNAD_FAULT_ENTITY,    /* an entity that nobody declared; one of HTML's is read as in HTML, another as it is written */
  ISNAD_FAULT_CONTROL,   /* a control character that XML forbids, or a reference to one; dropped */
  ISNAD_FAULT_MARKUP,    /* a tag that is not closed, not opened or not well-formed; read as HTML would */
  ISNAD_FAULT_CUT,       /* the document ends too soon: what was complete is kept, the item in which it ends is not */
  ISNAD_FAULT_BROKEN,    /* not well-formed in a way that was not mended: what stands before is kept */
  ISNAD_FAULT_DATE,      /* a date that cannot be read */
  ISNAD_FAULT_URL,       /* an address that is none */
  ISNAD_FAULT_LIMIT,     /* more items than are kept */
  ISNAD_FAULT_EMPTY,     /* an item without title, address and content; passed over */
  ISNAD_FAULT_KINDS
} isnad_feed_fault_kind;

/* "charset", "junk", "ampersand" ... Never NULL. */
ISNAD_API const char *isnad_feed_fault_name(isnad_feed_fault_kind kind);

typedef struct isnad_feed_fault {
  isnad_feed_fault_kind kind;
  uint32_t line;       /* of the decoded text, from 1; 0: no one line */
  isnad_slice message; /* one line for people */
} isnad_feed_fault;

enum { ISNAD_FEED_FAULTS_KEPT = 64 };

typedef struct isnad_feed_faults {
  uint32_t count[ISNAD_FAULT_KINDS]; /* all of them */
  const isnad_feed_fault *items;     /* the first ISNAD_FEED_FAULTS_KEPT, in the order of lines within each pass */
  size_t kept;
  bool mended; /* it was not well-formed, and what was read is the mended copy */
} isnad_feed_faults;

/* The sum of all kinds. */
ISNAD_API size_t isnad_feed_fault_count(const isnad_feed_faults *faults);

/* --- feeds --- */

/* A written time. `when` is known when from < to: an instant in UTC as wide as what was written (a second, a minute), or a day where no zone is known
 * (see isnad_interval). */
typedef struct isnad_feed_time {
  isnad_interval when;
  isnad_slice written; /* as it stands there; empty: none */
} isnad_feed_time;

typedef struct isnad_feed_media {
  isnad_slice url;    /* resolved */
  isnad_slice type;   /* "image/jpeg"; may be empty */
  isnad_slice medium; /* "image", "video", "audio", "document", "thumbnail"; may be empty */
  isnad_slice text;   /* its title, description or credit, as text */
  uint64_t length;    /* bytes, as stated; 0: unknown */
} isnad_feed_media;

typedef struct isnad_feed_item {
  isnad_slice id;      /* guid, Atom id, rdf:about or JSON id; else the url; else empty. Never resolved: equal ids mean one item */
  isnad_slice url;     /* of the page, resolved; a guid that is a permanent link serves where no link is. May be empty */
  isnad_slice title;   /* as text, one line: markup and references undone */
  isnad_slice summary; /* as text: paragraphs are lines */
  isnad_slice content; /* HTML, as the feed gives it (content:encoded, Atom content, content_html, or a description that is HTML); may be empty */
  isnad_slice content_text; /* a content that is no markup (Atom type="text", content_text); may be empty */
  isnad_slice author;       /* names, joined by ", "; an address of RSS ("x@y (Name)") gives the name */
  isnad_slice language;
  isnad_slice source, source_url; /* the feed it was taken from, when it says so (RSS source, Atom source) */
  isnad_feed_time published, updated;
  const isnad_slice *categories;
  size_t category_count;
  const isnad_feed_media *media; /* enclosures, media:content, media:thumbnail, JSON attachments and image; each url once */
  size_t media_count;
  uint32_t line; /* at which it begins (of JSON: 0) */
} isnad_feed_item;

typedef struct isnad_feed {
  isnad_feed_kind kind;
  isnad_slice version; /* "2.0", "0.91", "1.0", "1.1"; may be empty */
  isnad_slice title, description, language, generator;
  isnad_slice url;         /* of the site, resolved */
  isnad_slice self, next;  /* of this feed as it names itself, and of its next (older) page; resolved; may be empty */
  const isnad_slice *hubs; /* WebSub */
  size_t hub_count;
  uint32_t period;              /* seconds between looks that the feed asks for (ttl; sy:updatePeriod over updateFrequency); 0: it does not say */
  uint32_t skip_hours;          /* RSS skipHours: bit h is set when nobody need look in hour h (UTC) */
  uint32_t skip_days;           /* RSS skipDays: bit 1 Monday ... bit 7 Sunday */
  isnad_feed_time updated;      /* lastBuildDate, pubDate, Atom updated */
  isnad_slice charset;          /* that the bytes were read in */
  const isnad_feed_item *items; /* as they stand there */
  size_t item_count;
  isnad_feed_faults faults;
} isnad_feed;

/* Reads a feed of RSS, RDF, Atom or JSON Feed. A feed with faults is ISNAD_OK: look into out->faults.
 * Returns ISNAD_OK; ISNAD_BAD_INPUT (no feed, or nothing of it could be read: the message tells the line; an OPML, a sitemap and an HTML page are
 * told as such); ISNAD_LIMIT (entities that grow, elements too deep, gzip too large, or the arena's limit); ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_feed_read(isnad_feed *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err);

/* An item as one line of JSONL that isnad_capture_read takes (docs/FEEDS.md): url, title, html (the title as a heading, then the content, in one
 * article element) or text, published, outlet (the feed's title only where the item has no url). The line is in the arena, without a line feed.
 * Returns ISNAD_OK; ISNAD_NOT_FOUND when it has neither title nor text; ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_feed_item_line(isnad_slice *line, isnad_arena *arena, const isnad_feed *feed, const isnad_feed_item *item,
                                            isnad_err *err);

/* --- lists of feeds: OPML --- */

typedef struct isnad_outline {
  isnad_slice text;     /* text, else title, as text */
  isnad_slice feed_url; /* xmlUrl; empty: a group */
  isnad_slice site_url; /* htmlUrl, or the url of an outline that is a link */
  isnad_slice type;     /* "rss", "atom", "link", "include"; as written */
  isnad_slice language, category;
  uint32_t depth;  /* 0: outermost */
  uint32_t parent; /* index of the outline it stands in; UINT32_MAX: none */
  uint32_t line;
} isnad_outline;

typedef struct isnad_outlines {
  isnad_slice version, title;
  isnad_slice charset;
  const isnad_outline *items; /* in document order: a group before what stands in it */
  size_t count;
  isnad_feed_faults faults;
} isnad_outlines;

/* Reads an OPML file. Returns what isnad_feed_read does. */
ISNAD_API isnad_status isnad_outlines_read(isnad_outlines *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options,
                                           isnad_err *err);

/* Writes outlines as OPML 2.0; equal outlines give equal bytes. `parent` tells the nesting and must point backwards. Returns ISNAD_OK,
 * ISNAD_BAD_ARGUMENT (a parent that does not), ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_outlines_write(isnad_slice *opml, isnad_arena *arena, const isnad_outlines *outlines, isnad_err *err);

/* --- sitemaps --- */

typedef struct isnad_sitemap_entry {
  isnad_slice url;                                  /* resolved */
  isnad_feed_time modified;                         /* lastmod */
  isnad_slice news_title, news_name, news_language; /* Google news: title of the page, name of the outlet */
  isnad_feed_time published;                        /* of Google news */
  isnad_slice image;                                /* the first */
  uint32_t line;
} isnad_sitemap_entry;

typedef struct isnad_sitemap {
  isnad_feed_kind kind; /* ISNAD_FEED_SITEMAP: pages; ISNAD_FEED_SITEMAP_INDEX: further sitemaps; ISNAD_FEED_URL_LIST: pages */
  isnad_slice charset;
  const isnad_sitemap_entry *items;
  size_t count;
  isnad_feed_faults faults;
} isnad_sitemap;

/* Reads a sitemap, an index of sitemaps or a list of urls. Returns what isnad_feed_read does. */
ISNAD_API isnad_status isnad_sitemap_read(isnad_sitemap *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options,
                                          isnad_err *err);

/* --- the feeds of a page --- */

typedef struct isnad_feed_link {
  isnad_slice url; /* resolved */
  isnad_slice title;
  isnad_slice type; /* "application/rss+xml" ...; may be empty */
  bool guessed;     /* a usual place (/feed, /rss.xml ...): nobody named it */
} isnad_feed_link;

/* The feeds that an HTML page names (link rel=alternate or feed of a feed's type, and links whose address or words say feed), as they stand there,
 * each url once; behind them, when `guess`, the usual places on its host. options->url should be the page's. Returns ISNAD_OK (also when none is
 * there), ISNAD_BAD_INPUT (binary bytes), ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_feed_links(const isnad_feed_link **out, size_t *count, isnad_arena *arena, isnad_slice html, bool guess,
                                        const isnad_feed_options *options, isnad_err *err);

/* A url reference resolved against an absolute url (RFC 3986, 5.2; white space at its ends dropped; inner spaces and what is no ASCII percent-encoded
 * in UTF-8, but for the host). Empty when there is none or the arena refuses; a reference stays as it is when `base` is no absolute http or https
 * url. */
ISNAD_API isnad_slice isnad_url_resolve(isnad_arena *arena, isnad_slice base, isnad_slice reference);

#endif
