/* The feeds that a page names. */
#include "feed/text.h"
#include "feed/words.h"
#include "html/html.h"
#include "page/charset.h"

enum { MOST = 256 };

typedef struct finder {
  isnad_arena *arena;
  const html_tree *tree;
  isnad_slice base;
  isnad_feed_link *links;
  size_t count, room;
} finder;

static bool known(const finder *f, isnad_slice url) {
  for (size_t i = 0; i < f->count; i++)
    if (isnad_slice_equal(f->links[i].url, url)) return true;
  return false;
}

static void add(finder *f, isnad_slice reference, isnad_slice title, isnad_slice type, bool guessed) {
  isnad_slice url = feed_address(f->arena, f->base, reference);
  if (url.length == 0 || f->count == MOST || known(f, url)) return;
  if (f->count == f->room) {
    size_t room = f->room * 2 + 8;
    isnad_feed_link *links = isnad_arena_grow(f->arena, f->links, f->room, room, sizeof *links);
    if (links == NULL) return;
    f->links = links;
    f->room = room;
  }
  f->links[f->count++] = (isnad_feed_link){url, feed_plain(f->arena, title, false), word_trim(type), guessed};
}

/* A word among those that blanks part. */
static bool has_word(isnad_slice list, const char *word) {
  for (size_t at = word_find(list, 0, word); at < list.length; at = word_find(list, at + 1, word)) {
    size_t end = at + strlen(word);
    if ((at == 0 || is_blank(list.bytes[at - 1])) && (end == list.length || is_blank(list.bytes[end]))) return true;
  }
  return false;
}

static bool is_feed_type(isnad_slice type) {
  static const char *const types[] = {"application/rss", "application/atom", "application/feed+json",
                                      "application/rdf", "text/rss",         "application/x-rss"};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (word_at(word_trim(type), 0, types[i])) return true;
  return false;
}

/* Types that say only that it is XML or JSON: the address must say the rest. */
static bool is_loose_type(isnad_slice type) {
  type = word_trim(type);
  return word_at(type, 0, "text/xml") || word_at(type, 0, "application/xml") || word_at(type, 0, "application/json");
}

static bool ends(isnad_slice s, const char *word) {
  size_t length = strlen(word);
  return s.length >= length && word_at(s, s.length - length, word);
}

/* An address that says that it is a feed. */
static bool says_feed(isnad_slice url) {
  static const char *const tails[] = {"/feed",    "/rss",     "/atom",     ".rss",     ".atom",   "rss.xml",
                                      "feed.xml", "atom.xml", "index.rdf", "rss.aspx", "rss.php", "feed.json"};
  size_t query = 0;
  while (query < url.length && url.bytes[query] != '?' && url.bytes[query] != '#') query++;
  isnad_slice path = {url.bytes, query};
  if (path.length > 0 && path.bytes[path.length - 1] == '/') path.length--;
  if (word_find(url, 0, "comments/feed") < url.length) return false;
  if (word_find(url, 0, "feed=rss") < url.length || word_find(url, 0, "feeds.feedburner.com/") < url.length) return true;
  if (word_find(url, 0, "/rss/") < url.length) return true;
  for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
    if (ends(path, tails[i])) return true;
  return false;
}

static isnad_slice attr(const finder *f, uint32_t node, html_attr_name name) {
  isnad_slice value = {NULL, 0};
  return html_attr(f->tree, node, name, &value) ? word_trim(value) : (isnad_slice){NULL, 0};
}

static void take_link(finder *f, uint32_t node) {
  isnad_slice rel = attr(f, node, HTML_ATTR_REL), type = attr(f, node, HTML_ATTR_TYPE), href = attr(f, node, HTML_ATTR_HREF);
  bool alternate = has_word(rel, "alternate") && (is_feed_type(type) || (is_loose_type(type) && says_feed(href)));
  if (alternate || (has_word(rel, "feed") && !has_word(rel, "stylesheet"))) add(f, href, attr(f, node, HTML_ATTR_TITLE), type, false);
}

/* Links of the page itself: their words serve as title. */
static void take_anchor(finder *f, uint32_t node) {
  isnad_slice href = attr(f, node, HTML_ATTR_HREF), words = attr(f, node, HTML_ATTR_TITLE);
  if (!says_feed(href)) return;
  for (uint32_t i = node + 1; words.length == 0 && i < f->tree->nodes[node].end; i++)
    if (f->tree->nodes[i].kind == HTML_TEXT) words = word_trim(html_node_text(f->tree, i));
  add(f, href, words, attr(f, node, HTML_ATTR_TYPE), false);
}

static void take_base(finder *f) {
  for (uint32_t i = 0; i < f->tree->count; i++)
    if (f->tree->nodes[i].kind == HTML_ELEMENT && f->tree->nodes[i].tag == HTML_BASE && attr(f, i, HTML_ATTR_HREF).length > 0) {
      f->base = isnad_url_resolve(f->arena, f->base, attr(f, i, HTML_ATTR_HREF));
      return;
    }
}

static void take_all(finder *f, html_tag tag, void (*take)(finder *f, uint32_t node)) {
  for (uint32_t i = 0; i < f->tree->count; i++)
    if (f->tree->nodes[i].kind == HTML_ELEMENT && f->tree->nodes[i].tag == tag) take(f, i);
}

static void add_guesses(finder *f) {
  static const char *const places[] = {"/feed",      "/rss",     "/rss.xml",  "/feed.xml",  "/atom.xml",
                                       "/index.xml", "/rss.php", "/rss.aspx", "/feed/rss2", "/feeds/posts/default"};
  for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
    add(f, isnad_slice_of(places[i]), (isnad_slice){NULL, 0}, (isnad_slice){NULL, 0}, true);
}

isnad_status isnad_feed_links(const isnad_feed_link **out, size_t *count, isnad_arena *arena, isnad_slice html, bool guess,
                              const isnad_feed_options *options, isnad_err *err) {
  static const isnad_feed_options none = {0};
  const isnad_feed_options *o = options != NULL ? options : &none;
  page_decoded decoded;
  html_tree tree;
  *out = NULL;
  *count = 0;
  isnad_status status = page_decode(&decoded, arena, html, o->content_type, true, err);
  if (status == ISNAD_OK) status = html_parse(&tree, arena, decoded.text, NULL, err);
  if (status != ISNAD_OK) return status;
  finder f = {.arena = arena, .tree = &tree, .base = o->url};
  take_base(&f);
  take_all(&f, HTML_LINK, take_link);
  take_all(&f, HTML_A, take_anchor);
  f.base = o->url;
  if (guess && feed_address(arena, o->url, isnad_slice_of("/")).length > 0) add_guesses(&f);
  if (isnad_arena_status(arena) != ISNAD_OK) return isnad_arena_fail(err, arena, "feed");
  *out = f.links;
  *count = f.count;
  return ISNAD_OK;
}
