/* Today's stories, and the list of all. */
#include "base/clock.h"
#include "serve/page.h"
#include "serve/routes.h"

#include <stdio.h>

enum { LEADING = 5, NEWEST = 40, NAMED = 14, OUTLETS = 10, LIST = 50 };

static const isnad_slice nothing = {NULL, 0};

void draw_story_counts(web *h, const tree *story) {
  web_open_class(h, "p", "counts");
  web_count(h, "n.report", (uint64_t)tree_double(story, "reports"));
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.outlet", (uint64_t)tree_double(story, "outlets"));
  web_element(h, "span", "sep", nothing);
  web_origins(h, tree_get(story, "origins"));
  web_close(h);
}

void draw_story_item(web *h, const tree *story, const char *level) {
  web_open_class(h, "article", "item");
  web_open(h, level);
  web_link(h, NULL, url_of(h->x, "/stories/*", tree_text(story, "id")));
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(story, "title"));
  web_close(h);
  web_close(h);
  web_open_class(h, "p", "when");
  web_when(h, story, "published");
  web_close(h);
  draw_story_counts(h, story);
  web_close(h);
}

/* --- days --- */

static int64_t day_of_story(const tree *story) {
  isnad_interval when;
  return when_interval(&when, tree_get(story, "published")) ? when.from / DAY_SECONDS : -1;
}

static void day_heading(web *h, int64_t day) {
  char key[8];
  web_open_class(h, "h3", "day");
  if (day < 0) {
    web_words(h, "date.none");
  } else {
    char from[CLOCK_ISO_ROOM], to[CLOCK_ISO_ROOM], json[160];
    isnad_slice begin = {from, clock_iso(from, day * DAY_SECONDS)}, end = {to, clock_iso(to, (day + 1) * DAY_SECONDS)};
    int length =
        snprintf(json, sizeof json, "{\"d\":{\"from\":\"%.*s\",\"to\":\"%.*s\"}}", (int)begin.length, begin.bytes, (int)end.length, end.bytes);
    snprintf(key, sizeof key, "%u", clock_weekday(day));
    web_text(h, word_behind(h->x, "weekday.", isnad_slice_of(key)));
    web_space(h);
    web_when(h, tree_read(h->x->arena, isnad_arena_copy(h->x->arena, (isnad_slice){json, (size_t)length})), "d");
  }
  web_close(h);
}

static void stories_by_day(web *h, const tree_list *list) {
  int64_t shown = -2;
  for (size_t i = 0; i < list->count; i++) {
    int64_t day = day_of_story(list->items[i]);
    if (day != shown) {
      if (shown != -2) web_close(h);
      web_open_class(h, "div", "dayblock");
      day_heading(h, day);
      shown = day;
    }
    draw_story_item(h, list->items[i], "h4");
  }
  if (shown != -2) web_close(h);
}

/* --- the first page --- */

/* The pages say of a story in a list no more than a line. */
static isnad_status call_trending(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.brief = true;
  asked.trending = true;
  return isnad_view_stories(x->store, &asked, &x->err);
}

static isnad_status call_largest(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.brief = true;
  asked.largest = true;
  return isnad_view_stories(x->store, &asked, &x->err);
}

static isnad_status call_newest(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.brief = true;
  return isnad_view_stories(x->store, &asked, &x->err);
}

/* In the order that the address asks for. */
static isnad_status call_lines(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.brief = true;
  return call_stories(x, &asked);
}

static void leading(web *h) {
  tree_list list;
  isnad_status status = gather_trees(&list, h->x, call_trending, (isnad_view){.limit = LEADING}, 0, LEADING);
  bool grew = status == ISNAD_OK && list.count > 1;
  if (!grew) status = gather_trees(&list, h->x, call_largest, (isnad_view){.limit = LEADING}, 0, LEADING);
  if (status != ISNAD_OK || list.count == 0) return;
  page_section(h, "trending", grew ? "home.trending" : "list.largest");
  web_open_class(h, "div", "leading");
  for (size_t i = 0; i < list.count; i++) draw_story_item(h, list.items[i], "h3");
  web_close(h);
  web_close(h);
}

static void named_aside(web *h) {
  tree_list list;
  if (gather_trees(&list, h->x, call_named, (isnad_view){.limit = NAMED}, 0, NAMED) != ISNAD_OK || list.count == 0) return;
  page_section(h, "named", "home.named");
  web_open_class(h, "ul", "tally");
  for (size_t i = 0; i < list.count; i++) {
    web_open(h, "li");
    web_link(h, NULL, url_of(h->x, "/entities/*", tree_text(list.items[i], "entity")));
    web_foreign(h, tree_text(list.items[i], "canonical"));
    web_close(h);
    web_space(h);
    web_number(h, (uint64_t)tree_double(list.items[i], "articles"));
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

static void outlets_aside(web *h) {
  tree_list list;
  if (gather_trees(&list, h->x, call_outlets, (isnad_view){.limit = OUTLETS}, 0, OUTLETS) != ISNAD_OK || list.count == 0) return;
  page_section(h, "outlets", "home.outlets");
  web_open_class(h, "ul", "tally");
  for (size_t i = 0; i < list.count; i++) {
    web_open(h, "li");
    draw_outlet(h, tree_text(list.items[i], "name"));
    web_space(h);
    web_number(h, (uint64_t)tree_double(list.items[i], "reports"));
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

void page_home(exchange *x) {
  tree_list newest;
  frame f = {.title = word_of(x, "home.title"), .section = "stories", .feeds = true, .live = true};
  isnad_status status = gather_trees(&newest, x, call_newest, (isnad_view){.limit = NEWEST}, 0, NEWEST);
  if (status != ISNAD_OK && status != ISNAD_NOT_FOUND) {
    reply_failure(x, status);
    return;
  }
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", "quiet", "home.title");
  if (newest.count == 0) web_element_words(h, "p", "empty", "home.empty");
  web_open_class(h, "div", "front");
  web_open_class(h, "div", "column");
  if (newest.count > 0) leading(h);
  if (newest.count > 0) {
    page_section(h, "newest", "home.newest");
    stories_by_day(h, &newest);
    web_open_class(h, "p", "next");
    web_link(h, NULL, url_of(x, "/stories", nothing));
    web_words(h, "home.all");
    web_close(h);
    web_close(h);
    web_close(h);
  }
  web_close(h);
  web_open_class(h, "aside", "column");
  named_aside(h);
  outlets_aside(h);
  web_close(h);
  web_close(h);
  page_end(h, &f);
}

/* --- the list --- */

static void order_tabs(web *h) {
  static const char *const orders[] = {"newest", "largest", "trending"};
  isnad_slice now = request_field(&h->x->ask, "order");
  web_open_class(h, "ul", "tabs");
  web_attr(h, "aria-label", word_of(h->x, "list.order"));
  for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
    bool here = now.length == 0 ? i == 0 : isnad_slice_is(now, orders[i]);
    web_open(h, "li");
    web_link(h, NULL, url_field(h->x, url_of(h->x, "/stories", nothing), "order", isnad_slice_of(orders[i])));
    if (here) web_attr_text(h, "aria-current", "true");
    web_text(h, word_behind(h->x, "list.", isnad_slice_of(orders[i])));
    web_close(h);
    web_close(h);
  }
  web_close(h);
}

bool page_list(tree_list *out, isnad_slice *next, exchange *x, view_call call, bool skips, size_t most) {
  page_asked asked;
  line_list lines = {NULL, 0, false};
  *next = nothing;
  if (!page_read(&asked, x, most)) return false;
  isnad_status status = page_lines(&lines, next, x, call, (isnad_view){.json = true}, &asked, skips);
  if (status != ISNAD_OK && status != ISNAD_NOT_FOUND) {
    reply_failure(x, status);
    return false;
  }
  *out = (tree_list){isnad_arena_array(x->arena, lines.count + 1, sizeof *out->items), 0, lines.more};
  for (size_t i = 0; out->items != NULL && i < lines.count; i++) out->items[out->count++] = tree_read(x->arena, lines.items[i]);
  return true;
}

void page_stories(exchange *x) {
  tree_list list;
  isnad_slice next;
  if (!page_list(&list, &next, x, call_lines, true, LIST)) return;
  frame f = {.title = word_of(x, "list.title"), .section = "stories", .feeds = true, .live = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "list.title");
  order_tabs(h);
  isnad_slice order = request_field(&x->ask, "order");
  if (order.length == 0 || isnad_slice_is(order, "newest")) {
    stories_by_day(h, &list);
  } else {
    web_open_class(h, "div", "dayblock");
    for (size_t i = 0; i < list.count; i++) draw_story_item(h, list.items[i], "h2");
    web_close(h);
  }
  if (list.count == 0) web_element_words(h, "p", "empty", "home.empty");
  draw_next(h, "/stories", nothing, next);
  page_end(h, &f);
}
