/* What bytes are, by content. */
#include "feed/source.h"
#include "feed/words.h"

#include <string.h>
#include <zlib.h>

enum { LOOKED_AT = 64 * 1024, JUNK_MOST = 8 * 1024, GZIP_LOOK = 4096, LISTED_LINES = 16, VERSION_REACH = 64 };

const char *isnad_feed_kind_name(isnad_feed_kind kind) {
  static const char *const names[ISNAD_FEED_KINDS] = {"none", "rss", "rdf", "atom", "json-feed", "opml", "sitemap", "sitemap-index", "url-list"};
  return (unsigned)kind < ISNAD_FEED_KINDS ? names[kind] : "none";
}

typedef struct root_row {
  const char *name;      /* of the root element without a prefix, in small letters */
  const char *must_hold; /* somewhere behind it, for names that other documents bear too; NULL: nothing */
  const char *amid;      /* how it opens when junk stands before it: no page begins so by chance */
  isnad_feed_kind kind;
} root_row;

static const root_row roots[] = {
    {"rss", NULL, "<rss ", ISNAD_FEED_RSS},
    {"rdf", "channel", "<rdf:rdf", ISNAD_FEED_RDF},
    {"feed", NULL, "<feed ", ISNAD_FEED_ATOM},
    {"entry", "tom", NULL, ISNAD_FEED_ATOM},
    {"opml", NULL, "<opml", ISNAD_FEED_OPML},
    {"urlset", NULL, "<urlset", ISNAD_FEED_SITEMAP},
    {"sitemapindex", NULL, "<sitemapindex", ISNAD_FEED_SITEMAP_INDEX},
};

enum { ROOTS = sizeof roots / sizeof roots[0] };

static size_t past(isnad_slice text, size_t at, const char *mark) {
  size_t found = word_find(text, at, mark);
  return found < text.length ? found + strlen(mark) : text.length;
}

/* The document type may hold declarations in brackets. */
static size_t past_doctype(isnad_slice text, size_t at) {
  while (at < text.length && text.bytes[at] != '>' && text.bytes[at] != '[') at++;
  if (at < text.length && text.bytes[at] == '[') at = past(text, at, "]");
  return past(text, at, ">");
}

/* The place of the first tag behind declarations, comments and instructions. */
static size_t first_tag(isnad_slice text, size_t at) {
  for (;;) {
    while (at < text.length && text.bytes[at] != '<') {
      if (!is_blank(text.bytes[at])) return at;
      at++;
    }
    if (at + 1 >= text.length) return text.length;
    if (word_at(text, at, "<!--"))
      at = past(text, at + 4, "-->");
    else if (text.bytes[at + 1] == '?')
      at = past(text, at, ">");
    else if (text.bytes[at + 1] == '!')
      at = past_doctype(text, at);
    else
      return at;
  }
}

static bool ends_name(isnad_slice text, size_t at) { return at >= text.length || is_blank(text.bytes[at]) || strchr("/>:", text.bytes[at]) != NULL; }

static isnad_feed_kind root_at(isnad_slice text, size_t at) {
  if (at >= text.length || text.bytes[at++] != '<') return ISNAD_FEED_NONE;
  size_t prefix = at;
  while (!ends_name(text, prefix)) prefix++;
  if (prefix < text.length && text.bytes[prefix] == ':') at = prefix + 1;
  for (size_t i = 0; i < ROOTS; i++) {
    size_t end = at + strlen(roots[i].name);
    if (!word_at(text, at, roots[i].name) || !ends_name(text, end)) continue;
    if (roots[i].must_hold == NULL || word_find(text, end, roots[i].must_hold) < text.length) return roots[i].kind;
  }
  return ISNAD_FEED_NONE;
}

/* A root behind what a server wrote before it. */
static isnad_feed_kind root_amid(isnad_slice text, size_t *begin) {
  isnad_slice head = {text.bytes, text.length < JUNK_MOST ? text.length : JUNK_MOST};
  size_t best = head.length;
  for (size_t i = 0; i < ROOTS; i++) {
    size_t at = roots[i].amid != NULL ? word_find(head, 0, roots[i].amid) : head.length;
    if (at < best && root_at(text, at) != ISNAD_FEED_NONE) best = at;
  }
  if (best == head.length) return ISNAD_FEED_NONE;
  *begin = best;
  return root_at(text, best);
}

static bool is_page(isnad_slice text, size_t at) {
  return word_at(text, at, "<html") || word_at(text, at, "<!doctype html") || word_at(text, at, "<head") || word_at(text, at, "<body");
}

static isnad_feed_kind of_xml(isnad_slice text, size_t *begin) {
  size_t blank = 0;
  while (blank < text.length && is_blank(text.bytes[blank])) blank++;
  isnad_slice head = {text.bytes, text.length < JUNK_MOST ? text.length : JUNK_MOST};
  size_t declared = word_find(head, 0, "<?xml ");
  if (declared < head.length) {
    *begin = declared;
  } else {
    *begin = blank;
    if (is_page(text, blank)) return ISNAD_FEED_NONE;
  }
  size_t tag = first_tag(text, *begin);
  isnad_feed_kind kind = root_at(text, tag);
  if (kind != ISNAD_FEED_NONE || is_page(text, tag)) return kind;
  return root_amid(text, begin);
}

/* {"version": "https://jsonfeed.org/version/1.1" ...}: the key stands anywhere among the first bytes. */
static bool is_json_feed(isnad_slice text, size_t at) {
  if (at >= text.length || text.bytes[at] != '{') return false;
  for (at = word_find(text, at, "\"version\""); at < text.length; at = word_find(text, at + 1, "\"version\"")) {
    size_t value = at + strlen("\"version\"");
    while (value < text.length && (is_blank(text.bytes[value]) || text.bytes[value] == ':')) value++;
    isnad_slice near = {text.bytes + value, text.length - value < VERSION_REACH ? text.length - value : VERSION_REACH};
    if (near.length > 0 && near.bytes[0] == '"' && word_find(near, 1, "jsonfeed.org") < word_find(near, 1, "\"")) return true;
  }
  return false;
}

static bool is_address(isnad_slice line) {
  if (!word_at(line, 0, "http://") && !word_at(line, 0, "https://")) return false;
  for (size_t i = 0; i < line.length; i++)
    if (is_blank(line.bytes[i])) return false;
  return line.length > strlen("https://");
}

/* The last line may be cut by the look, and is not judged unless it is the only one. */
static bool is_url_list(isnad_slice text) {
  size_t lines = 0;
  for (size_t at = 0; at < text.length && lines < LISTED_LINES;) {
    const char *feed = memchr(text.bytes + at, '\n', text.length - at);
    size_t end = feed != NULL ? (size_t)(feed - text.bytes) : text.length;
    isnad_slice line = word_trim((isnad_slice){text.bytes + at, end - at});
    if (line.length > 0 && !is_address(line)) return false;
    lines += line.length > 0;
    at = end + 1;
  }
  return lines > 0;
}

isnad_feed_kind feed_kind_of(isnad_slice text, size_t *begin) {
  if (text.length > LOOKED_AT) text.length = LOOKED_AT;
  size_t at = word_at(text, 0, "\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.length && is_blank(text.bytes[at])) at++;
  *begin = at;
  if (at == text.length) return ISNAD_FEED_NONE;
  if (is_json_feed(text, at)) return ISNAD_FEED_JSON;
  if (is_url_list((isnad_slice){text.bytes + at, text.length - at})) return ISNAD_FEED_URL_LIST;
  return text.bytes[at] == '{' ? ISNAD_FEED_NONE : of_xml(text, begin);
}

/* --- bytes that are not yet text --- */

static isnad_slice gzip_head(char room[GZIP_LOOK], isnad_slice bytes) {
  z_stream z = {0};
  if (inflateInit2(&z, 31) != Z_OK) return (isnad_slice){NULL, 0};
  z.next_in = (Bytef *)(uintptr_t)bytes.bytes;
  z.avail_in = (unsigned)(bytes.length < LOOKED_AT ? bytes.length : LOOKED_AT);
  z.next_out = (Bytef *)room;
  z.avail_out = GZIP_LOOK;
  int result = inflate(&z, Z_SYNC_FLUSH);
  size_t length = result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR ? GZIP_LOOK - z.avail_out : 0;
  inflateEnd(&z);
  return (isnad_slice){room, length};
}

/* Every other byte of UTF-16 is a NUL in markup. */
static isnad_slice without_nuls(char room[GZIP_LOOK], isnad_slice bytes) {
  size_t length = 0;
  for (size_t i = word_at(bytes, 0, "\xFF\xFE") || word_at(bytes, 0, "\xFE\xFF") ? 2 : 0; i < bytes.length && length < GZIP_LOOK; i++)
    if (bytes.bytes[i] != '\0') room[length++] = bytes.bytes[i];
  return (isnad_slice){room, length};
}

isnad_feed_kind isnad_feed_sniff(isnad_slice bytes) {
  char unpacked[GZIP_LOOK], room[GZIP_LOOK];
  size_t begin = 0;
  if (bytes.length > 18 && word_at(bytes, 0, "\x1F\x8B")) bytes = gzip_head(unpacked, bytes);
  bool wide =
      bytes.length > 4 && (word_at(bytes, 0, "\xFF\xFE") || word_at(bytes, 0, "\xFE\xFF") || bytes.bytes[0] == '\0' || bytes.bytes[1] == '\0');
  return feed_kind_of(wide ? without_nuls(room, bytes) : bytes, &begin);
}

isnad_status feed_refuse_kind(const feed_source *source, const char *wanted, isnad_err *err) {
  static const char *const what[ISNAD_FEED_KINDS] = {
      "no feed, list of feeds or sitemap",
      "a feed (RSS)",
      "a feed (RDF)",
      "a feed (Atom)",
      "a feed (JSON Feed)",
      "a list of feeds (OPML)",
      "a sitemap of addresses",
      "an index of sitemaps",
      "a list of urls",
  };
  return isnad_err_set(err, ISNAD_BAD_INPUT, "feed", (isnad_span){0, 0}, "this is %s, not %s", what[source->kind], wanted);
}
