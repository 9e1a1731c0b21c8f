/* What stands around every page: head, navigation, search, foot. */
#include "serve/assets.h"
#include "serve/page.h"

#include <string.h>

static void asset_link(web *h, const char *name) {
  const web_asset *a = asset_find(name, strlen(name));
  web_attr_printf(h, strcmp(name, "isnad.js") == 0 ? "src" : "href", "/assets/%s?v=%s", name, a != NULL ? a->tag : "0");
}

/* The address of this page in another format, or in the other language. */
static isnad_slice this_page(exchange *x, const char *name, const char *value) {
  isnad_slice url = x->ask.path.length > 0 ? x->ask.path : isnad_slice_of("/");
  for (size_t i = 0; i < x->ask.field_count; i++) {
    const field *f = &x->ask.fields[i];
    char field_name[16];
    bool known = f->name.length < sizeof field_name && !isnad_slice_is(f->name, name) && !isnad_slice_is(f->name, "format");
    if (!known || f->name.length == 0) continue;
    memcpy(field_name, f->name.bytes, f->name.length);
    field_name[f->name.length] = '\0';
    bool plain = strspn(field_name, "abcdefghijklmnopqrstuvwxyz-") == f->name.length;
    if (plain) url = url_field(x, url, field_name, f->value);
  }
  return value != NULL ? url_field(x, url, name, isnad_slice_of(value)) : url;
}

static void feed_links(web *h, const frame *f) {
  static const char *const kinds[][2] = {{"atom", "application/atom+xml"}, {"rss", "application/rss+xml"}, {"feed", "application/feed+json"}};
  for (size_t i = 0; f->feeds && i < 3; i++) {
    web_void(h, "link");
    web_attr_text(h, "rel", "alternate");
    web_attr_text(h, "type", kinds[i][1]);
    web_attr(h, "href", this_page(h->x, "format", kinds[i][0]));
  }
}

/* Those that every page needs are asked for at once, so that no line moves when they come. */
static void fonts(web *h) {
  static const char *const early[] = {"plex-arabic-400.woff2", "naskh-arabic-700.woff2"};
  if (asset_find(early[0], strlen(early[0])) == NULL) return;
  web_void(h, "link");
  web_attr_text(h, "rel", "stylesheet");
  asset_link(h, "fonts.css");
  for (size_t i = 0; i < sizeof early / sizeof early[0]; i++) {
    web_void(h, "link");
    web_attr_text(h, "rel", "preload");
    web_attr_text(h, "as", "font");
    web_attr_text(h, "type", "font/woff2");
    web_attr_printf(h, "href", "/assets/%s", early[i]);
    web_attr_text(h, "crossorigin", "anonymous");
  }
}

static void head(web *h, const frame *f) {
  web_open(h, "head");
  web_void(h, "meta");
  web_attr_text(h, "charset", "utf-8");
  web_void(h, "meta");
  web_attr_text(h, "name", "viewport");
  web_attr_text(h, "content", "width=device-width, initial-scale=1");
  web_void(h, "meta");
  web_attr_text(h, "name", "color-scheme");
  web_attr_text(h, "content", "light dark");
  web_open(h, "title");
  web_text(h, f->title);
  web_text(h, isnad_slice_of(" | "));
  web_words(h, "site.name");
  web_close(h);
  web_void(h, "link");
  web_attr_text(h, "rel", "stylesheet");
  asset_link(h, "isnad.css");
  fonts(h);
  web_void(h, "link");
  web_attr_text(h, "rel", "icon");
  web_attr_text(h, "type", "image/svg+xml");
  asset_link(h, "icon.svg");
  feed_links(h, f);
  web_open(h, "script");
  asset_link(h, "isnad.js");
  web_flag(h, "defer");
  web_close(h);
  web_close(h);
}

static void nav_item(web *h, const frame *f, const char *section, const char *path, const char *words) {
  web_open(h, "li");
  web_link(h, NULL, url_of(h->x, path, (isnad_slice){NULL, 0}));
  if (f->section != NULL && strcmp(f->section, section) == 0) web_attr_text(h, "aria-current", "page");
  web_words(h, words);
  web_close(h);
  web_close(h);
}

static void hidden_language(web *h) {
  if (!h->x->english) return;
  web_void(h, "input");
  web_attr_text(h, "type", "hidden");
  web_attr_text(h, "name", "lang");
  web_attr_text(h, "value", "en");
}

static void search_form(web *h) {
  web_open_class(h, "form", "search");
  web_attr_text(h, "action", "/search");
  web_attr_text(h, "role", "search");
  hidden_language(h);
  web_void(h, "input");
  web_attr_text(h, "type", "search");
  web_attr_text(h, "name", "q");
  web_attr_text(h, "id", "q");
  web_attr_text(h, "dir", "auto");
  web_attr_text(h, "enterkeyhint", "search");
  web_attr(h, "aria-label", word_of(h->x, "nav.search"));
  web_attr(h, "placeholder", word_of(h->x, "search.hint"));
  web_attr(h, "value", request_field(&h->x->ask, "q"));
  web_open(h, "button");
  web_words(h, "search.button");
  web_close(h);
  web_close(h);
}

static void masthead(web *h, const frame *f) {
  web_open_class(h, "header", "masthead");
  web_link(h, "skip", isnad_slice_of("#main"));
  web_words(h, "site.skip");
  web_close(h);
  web_open_class(h, "div", "brand");
  web_link(h, "wordmark", url_of(h->x, "/", (isnad_slice){NULL, 0}));
  web_words(h, "site.name");
  web_close(h);
  web_space(h);
  web_element_words(h, "span", "tagline", "site.tagline");
  web_close(h);
  web_open(h, "nav");
  web_attr(h, "aria-label", word_of(h->x, "nav.label"));
  web_open(h, "ul");
  nav_item(h, f, "stories", "/stories", "nav.stories");
  nav_item(h, f, "threads", "/threads", "nav.threads");
  nav_item(h, f, "entities", "/entities", "nav.entities");
  nav_item(h, f, "outlets", "/outlets", "nav.outlets");
  nav_item(h, f, "read", "/read", "nav.read");
  web_close(h);
  web_close(h);
  search_form(h);
  web_link(h, "language", this_page(h->x, "lang", h->x->english ? NULL : "en"));
  web_attr(h, "lang", word_of(h->x, "nav.other_lang"));
  web_words(h, "nav.other");
  web_close(h);
  web_close(h);
}

web page_begin(exchange *x, const frame *f) {
  web made = web_new(x), *h = &made;
  buf_add_text(h->out, "<!DOCTYPE html>\n");
  web_open(h, "html");
  web_attr_text(h, "lang", x->english ? "en" : "ar");
  web_attr_text(h, "dir", x->english ? "ltr" : "rtl");
  head(h, f);
  web_open(h, "body");
  if (f->live) web_attr(h, "data-live", word_of(x, "home.live"));
  masthead(h, f);
  web_open(h, "main");
  web_attr_text(h, "id", "main");
  return made;
}

static void format_link(web *h, const char *name, const char *shown, bool first) {
  if (first)
    web_space(h);
  else
    web_element(h, "span", "sep", (isnad_slice){NULL, 0});
  web_link(h, NULL, this_page(h->x, "format", name));
  web_latin(h, isnad_slice_of(shown));
  web_close(h);
}

void page_end(web *h, const frame *f) {
  web_close(h); /* main */
  web_open_class(h, "footer", "foot");
  web_element_words(h, "p", NULL, "foot.method");
  web_open(h, "p");
  if (f->data) {
    web_words(h, "foot.data");
    format_link(h, "json", "JSON", true);
    if (f->feeds) web_element(h, "span", "sep", (isnad_slice){NULL, 0});
  }
  if (f->feeds) {
    web_words(h, "foot.feed");
    format_link(h, "atom", "Atom", true);
    format_link(h, "rss", "RSS", false);
    format_link(h, "feed", "JSON Feed", false);
  }
  web_close(h);
  web_open(h, "p");
  web_latin(h, isnad_arena_printf(h->x->arena, "isnad %s", h->x->facts->version));
  web_close(h);
  web_close(h);
  while (h->depth > 0) web_close(h);
  buf_add_char(h->out, '\n');
}

void page_section(web *h, const char *id, const char *words) {
  web_open(h, "section");
  web_attr_text(h, "id", id);
  web_attr_printf(h, "aria-labelledby", "h-%s", id);
  web_open(h, "h2");
  web_attr_printf(h, "id", "h-%s", id);
  web_words(h, words);
  web_close(h);
}

void page_problem(exchange *x, unsigned code, const char *detail) {
  char id[16] = "error.500";
  if (code >= 400 && code < 600) {
    memcpy(id, "error.", 6);
    id[6] = (char)('0' + code / 100);
    id[7] = (char)('0' + code / 10 % 10);
    id[8] = (char)('0' + code % 10);
    id[9] = '\0';
  }
  isnad_slice title = word_of(x, id);
  frame f = {.title = title};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "article", "problem");
  web_open(h, "p");
  web_latin(h, isnad_arena_printf(x->arena, "%u %s", code, reason_of(code)));
  web_close(h);
  web_element(h, "h1", NULL, title);
  if (detail != NULL) {
    web_open_class(h, "p", "detail");
    web_attr_text(h, "dir", "auto");
    web_attr_text(h, "lang", "en");
    web_text(h, isnad_slice_of(detail));
    web_close(h);
  }
  web_open(h, "p");
  web_link(h, NULL, url_of(x, "/", (isnad_slice){NULL, 0}));
  web_words(h, "error.home");
  web_close(h);
  web_close(h);
  web_close(h);
  page_end(h, &f);
}

void draw_next(web *h, const char *path, isnad_slice part, isnad_slice next) {
  if (next.length == 0) return;
  isnad_slice url = url_of(h->x, path, part);
  static const char *const kept[] = {"order", "type", "part", "q", "who", "about", "story"};
  for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++)
    if (request_has(&h->x->ask, kept[i])) url = url_field(h->x, url, kept[i], request_field(&h->x->ask, kept[i]));
  web_open_class(h, "p", "next");
  web_link(h, NULL, url_field(h->x, url, "cursor", next));
  web_attr_text(h, "rel", "next");
  web_words(h, "nav.more");
  web_close(h);
  web_close(h);
}
