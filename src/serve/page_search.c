/* Search: what a query finds, each report with the words that matched, its copies under it; as JSON, a page, a feed. */
#include "isnad/search.h"

#include "base/json_writer.h"
#include "serve/feed.h"
#include "serve/page.h"
#include "serve/routes.h"

#include <string.h>

enum { HITS = 20, FEED_HITS = 50, COPIES = 8, BEARERS = 8 };

static const isnad_slice nothing = {NULL, 0};

isnad_status call_search(exchange *x, const isnad_view *view) {
  isnad_slice query = request_field(&x->ask, "q"), order = request_field(&x->ask, "order");
  bool newest = isnad_slice_is(order, "newest");
  isnad_search_options how = {
      .limit = view->limit, .cursor = request_field(&x->ask, "cursor"), .order = newest ? ISNAD_SEARCH_NEWEST : ISNAD_SEARCH_RELEVANCE};
  if (query.length == 0) return isnad_err_set(&x->err, ISNAD_BAD_ARGUMENT, "serve", (isnad_span){0, 0}, "say q=, what to look for");
  isnad_status status = *x->search == NULL ? isnad_search_open(x->search, x->store, &x->err) : ISNAD_OK;
  return status == ISNAD_OK ? isnad_view_search(*x->search, query, &how, view, &x->err) : status;
}

/* The hits and, apart, the last line: how many there are, the next page, what may have been meant. */
typedef struct answer {
  line_list hits;
  isnad_slice about;
} answer;

static bool ask(answer *out, exchange *x, size_t fallback) {
  size_t limit = 0;
  if (!request_number(&limit, &x->ask, "limit", fallback, 200) || limit == 0) {
    reply_problem(x, 400, "limit is a number from 1 to 200");
    return false;
  }
  isnad_status status = gather(&out->hits, x, call_search, (isnad_view){.limit = limit}, 0, 0);
  bool none = status == ISNAD_NOT_FOUND && out->hits.count > 0;
  if ((status != ISNAD_OK && !none) || out->hits.count == 0) {
    reply_failure(x, status == ISNAD_BAD_INPUT ? ISNAD_BAD_ARGUMENT : status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return false;
  }
  out->about = out->hits.items[--out->hits.count];
  return true;
}

void api_search(exchange *x, const route *self) {
  answer a;
  (void)self;
  if (!ask(&a, x, HITS)) return;
  json_writer w = json_writer_new(&x->out);
  json_open_object(&w);
  json_key_string(&w, "query", request_field(&x->ask, "q"));
  json_key(&w, "items");
  json_open_array(&w);
  for (size_t i = 0; i < a.hits.count; i++) json_raw(&w, a.hits.items[i]);
  json_close_array(&w);
  buf_add_char(&x->out, ',');
  buf_add(&x->out, a.about.bytes + 1, a.about.length - 1); /* its members and the end of the object */
}

/* --- the page --- */

/* Words with what was found in them marked. Marks are places on the page, as the span is. */
static void draw_excerpt(web *h, const tree *excerpt) {
  isnad_slice text = tree_text(excerpt, "text");
  isnad_span span = {0, 0};
  uint32_t at = 0;
  tree_span(&span, excerpt, "span");
  for (const tree *t = tree_item(tree_get(excerpt, "marks"), 0); t != NULL; t = t->next) {
    isnad_span mark;
    if (!tree_pair(&mark, t) || mark.begin < span.begin + at || mark.end > span.end) continue;
    web_text(h, isnad_slice_at(text, (isnad_span){at, mark.begin - span.begin}));
    web_element(h, "mark", NULL, isnad_slice_at(text, (isnad_span){mark.begin - span.begin, mark.end - span.begin}));
    at = mark.end - span.begin;
  }
  if (at < text.length) web_text(h, isnad_slice_at(text, (isnad_span){at, (uint32_t)text.length}));
}

static void draw_copies(web *h, const tree *hit) {
  const tree *copies = tree_get(hit, "copies");
  size_t shown = 0;
  if (copies == NULL || copies->first == NULL) return;
  web_open_class(h, "p", "source");
  web_words(h, "search.copies");
  web_text(h, isnad_slice_of(": "));
  for (const tree *t = copies->first; t != NULL && shown < COPIES; t = t->next, shown++) {
    if (shown > 0) web_text(h, word_of(h->x, "date.comma"));
    if (shown > 0) web_space(h);
    web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(t, "id")));
    web_foreign(h, tree_text(t, "outlet").length > 0 ? tree_text(t, "outlet") : word_of(h->x, "chain.report"));
    web_close(h);
  }
  web_close(h);
}

static void draw_hit(web *h, const tree *hit) {
  const tree *headline = tree_get(hit, "headline"), *story = tree_get(hit, "story");
  web_open(h, "li");
  web_open(h, "h2");
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(hit, "id")));
  web_attr_text(h, "dir", "auto");
  if (headline != NULL)
    draw_excerpt(h, headline);
  else
    web_words(h, "article.untitled");
  web_close(h);
  web_close(h);
  web_open_class(h, "p", "report");
  web_when(h, hit, "published");
  web_space(h);
  draw_outlet(h, tree_text(hit, "outlet"));
  web_close(h);
  for (const tree *t = tree_item(tree_get(hit, "excerpts"), 0); t != NULL; t = t->next) {
    web_open_class(h, "p", "excerpt");
    web_attr_text(h, "dir", "auto");
    draw_excerpt(h, t);
    web_close(h);
  }
  draw_copies(h, hit);
  if (story != NULL) {
    web_open_class(h, "p", "source");
    web_link(h, NULL, url_of(h->x, "/stories/*", tree_text(story, "id")));
    web_foreign(h, tree_text(story, "title"));
    web_close(h);
    web_space(h);
    web_origins(h, tree_get(story, "origins"));
    web_close(h);
  }
  web_close(h);
}

static isnad_slice search_url(exchange *x, isnad_slice query) { return url_field(x, url_of(x, "/search", nothing), "q", query); }

/* Whom a name was taken for. */
static void draw_bearers(web *h, const tree *about) {
  size_t shown = 0;
  for (const tree *t = tree_item(tree_get(about, "bearers"), 0); t != NULL && shown < BEARERS; t = t->next) {
    if (shown++ == 0) {
      web_open_class(h, "p", "lead");
      web_words(h, "search.bearers");
      web_text(h, isnad_slice_of(": "));
    } else {
      web_text(h, word_of(h->x, "date.comma"));
      web_space(h);
    }
    web_link(h, NULL, url_of(h->x, "/entities/*", tree_text(t, "entity")));
    web_foreign(h, tree_text(t, "canonical"));
    web_close(h);
  }
  if (shown > 0) web_close(h);
}

static void draw_suggestions(web *h, const tree *about) {
  for (const tree *t = tree_item(tree_get(about, "suggestions"), 0); t != NULL; t = t->next) {
    const tree *taken = tree_get(t, "taken");
    web_open_class(h, "p", "lead");
    web_words(h, taken != NULL && taken->kind == JSON_TRUE ? "search.taken" : "search.meant");
    web_text(h, isnad_slice_of(": "));
    web_link(h, NULL, search_url(h->x, tree_text(t, "query")));
    web_foreign(h, tree_text(t, "query"));
    web_close(h);
    web_close(h);
  }
}

static void order_tabs(web *h, isnad_slice query) {
  static const char *const orders[] = {"relevance", "newest"};
  bool newest = isnad_slice_is(request_field(&h->x->ask, "order"), "newest");
  web_open_class(h, "ul", "tabs");
  for (size_t i = 0; i < 2; i++) {
    web_open(h, "li");
    web_link(h, NULL, url_field(h->x, search_url(h->x, query), "order", isnad_slice_of(orders[i])));
    if (newest == (i == 1)) web_attr_text(h, "aria-current", "true");
    web_text(h, word_behind(h->x, "search.", isnad_slice_of(orders[i])));
    web_close(h);
    web_close(h);
  }
  web_close(h);
}

static void empty_page(exchange *x) {
  frame f = {.title = word_of(x, "search.title"), .section = "search"};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "search.title");
  web_element_words(h, "p", "lead", "search.help");
  page_end(h, &f);
}

void page_search(exchange *x) {
  answer a;
  isnad_slice query = request_field(&x->ask, "q");
  if (query.length == 0) {
    empty_page(x);
    return;
  }
  if (!ask(&a, x, HITS)) return;
  const tree *about = tree_read(x->arena, a.about);
  frame f = {.title = query, .section = "search", .feeds = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, query);
  web_close(h);
  web_open_class(h, "p", "counts");
  web_count(h, "n.report", (uint64_t)tree_double(about, "total"));
  web_close(h);
  draw_bearers(h, about);
  draw_suggestions(h, about);
  if (a.hits.count > 0) {
    order_tabs(h, query);
    web_open_class(h, "ol", "hits");
    for (size_t i = 0; i < a.hits.count; i++) draw_hit(h, tree_read(x->arena, a.hits.items[i]));
    web_close(h);
  } else {
    web_element_words(h, "p", "empty", "search.none");
    web_element_words(h, "p", "lead", "search.help");
  }
  draw_next(h, "/search", nothing, tree_text(about, "next"));
  page_end(h, &f);
}

void feed_search(exchange *x) {
  answer a;
  feed f;
  isnad_slice query = request_field(&x->ask, "q");
  if (!ask(&a, x, FEED_HITS)) return;
  if (!feed_start(&f, x, query, search_url(x, query))) return;
  for (size_t i = 0; i < a.hits.count; i++) {
    const tree *hit = tree_read(x->arena, a.hits.items[i]);
    isnad_slice id = tree_text(hit, "id"), excerpt = tree_text(tree_item(tree_get(hit, "excerpts"), 0), "text");
    feed_add(&f, id, tree_text(tree_get(hit, "headline"), "text"), url_of(x, "/articles/*", id),
             excerpt.length > 0 ? excerpt : tree_text(hit, "outlet"), tree_get(hit, "published"));
  }
  feed_write(&f);
}
