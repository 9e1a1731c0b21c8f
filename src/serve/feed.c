/* Feeds: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1 of lists and of what changes: the stories, one story, threads, a thread, a name, a search. */
#include "serve/feed.h"

#include "base/clock.h"
#include "base/json_writer.h"

enum { MOST_ITEMS = 50 };

static const isnad_slice nothing = {NULL, 0};

bool feed_start(feed *f, exchange *x, isnad_slice title, isnad_slice page) {
  *f = (feed){.x = x, .title = title, .page = page};
  f->items = isnad_arena_array(x->arena, MOST_ITEMS, sizeof *f->items);
  return f->items != NULL;
}

void feed_add(feed *f, isnad_slice id, isnad_slice title, isnad_slice url, isnad_slice summary, const tree *published) {
  isnad_interval when = {0, 0};
  if (f->count == MOST_ITEMS || id.length == 0) return;
  when_interval(&when, published);
  f->items[f->count++] = (feed_item){id, title.length > 0 ? title : word_of(f->x, "article.untitled"), url, summary, when.from};
  if (when.from > f->updated) f->updated = when.from;
}

/* The whole address of a path here. */
static isnad_slice absolute(const feed *f, isnad_slice path) {
  isnad_slice host = f->x->host.length > 0 ? f->x->host : isnad_slice_of("localhost");
  return isnad_arena_printf(f->x->arena, "http://%.*s%.*s", (int)host.length, host.bytes, (int)path.length, path.bytes);
}

static isnad_slice rfc3339(exchange *x, int64_t time) {
  char text[CLOCK_ISO_ROOM];
  size_t length = clock_iso(text, time);
  return isnad_arena_printf(x->arena, "%.*s%s", (int)length, text, length > 10 ? "" : "T00:00:00Z");
}

static isnad_slice rfc822(exchange *x, int64_t time) {
  static const char days[7][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  int64_t day = time / DAY_SECONDS, second = time % DAY_SECONDS, year = 0;
  unsigned month = 1, date = 1;
  if (time < 0) return nothing;
  clock_date(day, &year, &month, &date);
  return isnad_arena_printf(x->arena, "%s, %02u %s %04lld %02d:%02d:%02d GMT", days[clock_weekday(day) - 1], date, months[month - 1], (long long)year,
                            (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

/* --- Atom --- */

static void atom_link(web *h, const char *rel, const char *type, isnad_slice url) {
  web_open(h, "link");
  web_attr_text(h, "rel", rel);
  if (type != NULL) web_attr_text(h, "type", type);
  web_attr(h, "href", url);
  web_close(h);
}

static void write_atom(web *h, const feed *f) {
  exchange *x = f->x;
  web_open(h, "feed");
  web_attr_text(h, "xmlns", "http://www.w3.org/2005/Atom");
  web_attr_text(h, "xml:lang", x->english ? "en" : "ar");
  web_element(h, "id", NULL, absolute(f, f->page));
  web_element(h, "title", NULL, f->title);
  web_element(h, "updated", NULL, rfc3339(x, f->updated));
  web_open(h, "author");
  web_element_words(h, "name", NULL, "site.name");
  web_close(h);
  atom_link(h, "self", "application/atom+xml", absolute(f, x->ask.target));
  atom_link(h, "alternate", "text/html", absolute(f, f->page));
  for (size_t i = 0; i < f->count; i++) {
    const feed_item *item = &f->items[i];
    web_open(h, "entry");
    web_element(h, "id", NULL, isnad_arena_printf(x->arena, "urn:isnad:%.*s", (int)item->id.length, item->id.bytes));
    web_element(h, "title", NULL, item->title);
    web_element(h, "updated", NULL, rfc3339(x, item->time));
    atom_link(h, "alternate", "text/html", absolute(f, item->url));
    if (item->summary.length > 0) web_element(h, "summary", NULL, item->summary);
    web_close(h);
  }
  web_close(h);
}

/* --- RSS --- */

static void write_rss(web *h, const feed *f) {
  exchange *x = f->x;
  web_open(h, "rss");
  web_attr_text(h, "version", "2.0");
  web_open(h, "channel");
  web_element(h, "title", NULL, f->title);
  web_element(h, "link", NULL, absolute(f, f->page));
  web_element_words(h, "description", NULL, "site.tagline");
  web_element(h, "language", NULL, isnad_slice_of(x->english ? "en" : "ar"));
  web_element(h, "lastBuildDate", NULL, rfc822(x, f->updated));
  for (size_t i = 0; i < f->count; i++) {
    const feed_item *item = &f->items[i];
    web_open(h, "item");
    web_element(h, "title", NULL, item->title);
    web_element(h, "link", NULL, absolute(f, item->url));
    web_open(h, "guid");
    web_attr_text(h, "isPermaLink", "false");
    web_text(h, item->id);
    web_close(h);
    if (item->time > 0) web_element(h, "pubDate", NULL, rfc822(x, item->time));
    if (item->summary.length > 0) web_element(h, "description", NULL, item->summary);
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

/* --- JSON Feed --- */

static void write_json(exchange *x, const feed *f) {
  json_writer w = json_writer_new(&x->out);
  json_open_object(&w);
  json_key_text(&w, "version", "https://jsonfeed.org/version/1.1");
  json_key_string(&w, "title", f->title);
  json_key_string(&w, "home_page_url", absolute(f, f->page));
  json_key_string(&w, "feed_url", absolute(f, x->ask.target));
  json_key_text(&w, "language", x->english ? "en" : "ar");
  json_key(&w, "items");
  json_open_array(&w);
  for (size_t i = 0; i < f->count; i++) {
    const feed_item *item = &f->items[i];
    json_open_object(&w);
    json_key_string(&w, "id", item->id);
    json_key_string(&w, "url", absolute(f, item->url));
    json_key_string(&w, "title", item->title);
    json_key_string(&w, "content_text", item->summary.length > 0 ? item->summary : item->title);
    if (item->time > 0) json_key_string(&w, "date_published", rfc3339(x, item->time));
    json_close_object(&w);
  }
  json_close_array(&w);
  json_close_object(&w);
}

void feed_write(const feed *f) {
  exchange *x = f->x;
  if (x->wanted == FORMAT_FEED) {
    write_json(x, f);
    return;
  }
  web made = web_new(x), *h = &made;
  buf_add_text(&x->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  if (x->wanted == FORMAT_RSS)
    write_rss(h, f);
  else
    write_atom(h, f);
}

/* --- what they hold --- */

/* "3 reports, 2 outlets" in words. */
static isnad_slice story_words(exchange *x, const tree *story) {
  return isnad_arena_printf(x->arena, "%.0f %.*s, %.0f %.*s", tree_double(story, "reports"), (int)word_of(x, "outlet.reports").length,
                            word_of(x, "outlet.reports").bytes, tree_double(story, "outlets"), (int)word_of(x, "outlet.title").length,
                            word_of(x, "outlet.title").bytes);
}

static void add_story(feed *f, const tree *story) {
  isnad_slice id = tree_text(story, "id");
  feed_add(f, id, tree_text(story, "title"), url_of(f->x, "/stories/*", id), story_words(f->x, story), tree_get(story, "published"));
}

static void add_report(feed *f, const tree *report) {
  isnad_slice id = tree_text(report, "id").length > 0 ? tree_text(report, "id") : tree_text(report, "article");
  feed_add(f, id, tree_text(report, "headline"), url_of(f->x, "/articles/*", id), tree_text(report, "outlet"), tree_get(report, "published"));
}

static bool gathered(tree_list *list, exchange *x, view_call call, isnad_view view, size_t most) {
  isnad_status status = gather_trees(list, x, call, view, 0, most);
  if (status == ISNAD_OK || status == ISNAD_NOT_FOUND) return true;
  reply_failure(x, status);
  return false;
}

void feed_stories(exchange *x) {
  tree_list list;
  feed f;
  if (!gathered(&list, x, call_stories, (isnad_view){.limit = MOST_ITEMS, .brief = true}, MOST_ITEMS)) return;
  if (!feed_start(&f, x, word_of(x, "home.title"), url_of(x, "/stories", nothing))) return;
  for (size_t i = 0; i < list.count; i++) add_story(&f, list.items[i]);
  feed_write(&f);
}

/* The newest reports of a list that goes forward in time. */
static void add_last_reports(feed *f, const tree_list *list) {
  for (size_t i = list->count; i-- > 0;)
    if (tree_get(list->items[i], "headline") != NULL) add_report(f, list->items[i]);
}

void feed_story(exchange *x) {
  tree_list list;
  feed f;
  const tree *story = gather_one(x, call_stories, (isnad_view){.only = x->args[0], .brief = true});
  if (story == NULL) {
    reply_failure(x, ISNAD_NOT_FOUND);
    return;
  }
  if (!gathered(&list, x, call_story, (isnad_view){.limit = 0}, 0)) return;
  if (!feed_start(&f, x, tree_text(story, "title"), url_of(x, "/stories/*", tree_text(story, "id")))) return;
  gather_split(&list, "summary");
  add_last_reports(&f, &list);
  feed_write(&f);
}

void feed_threads(exchange *x) {
  tree_list list;
  feed f;
  if (!gathered(&list, x, call_threads, (isnad_view){.limit = MOST_ITEMS}, MOST_ITEMS)) return;
  if (!feed_start(&f, x, word_of(x, "threads.title"), url_of(x, "/threads", nothing))) return;
  for (size_t i = 0; i < list.count; i++) {
    isnad_slice id = tree_text(list.items[i], "id");
    feed_add(&f, id, tree_text(list.items[i], "title"), url_of(x, "/threads/*", id), nothing, tree_get(list.items[i], "span"));
  }
  feed_write(&f);
}

void feed_thread(exchange *x) {
  tree_list list;
  feed f;
  if (!gathered(&list, x, call_thread, (isnad_view){.limit = 0}, 1)) return;
  if (list.count == 0) {
    reply_failure(x, ISNAD_NOT_FOUND);
    return;
  }
  const tree *stories = tree_get(list.items[0], "stories");
  size_t count = 0, at = 0;
  for (const tree *t = tree_item(stories, 0); t != NULL; t = t->next) count++;
  if (!feed_start(&f, x, tree_text(list.items[0], "title"), url_of(x, "/threads/*", x->args[0]))) return;
  for (const tree *t = tree_item(stories, 0); t != NULL; t = t->next) {
    if (++at + MOST_ITEMS <= count) continue;
    const tree *story = gather_one(x, call_stories, (isnad_view){.only = tree_text(t, "id"), .brief = true});
    if (story != NULL) add_story(&f, story);
  }
  feed_write(&f);
}

void feed_entity(exchange *x) {
  tree_list list;
  feed f;
  isnad_status status = gather_trees(&list, x, call_who, (isnad_view){.each = MOST_ITEMS}, 0, 0);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  isnad_slice name = list.count > 0 ? tree_text(list.items[0], "canonical") : nothing;
  if (!feed_start(&f, x, name.length > 0 ? name : x->args[0], url_of(x, "/entities/*", x->args[0]))) return;
  for (size_t i = 0; i < list.count; i++)
    if (isnad_slice_is(tree_text(list.items[i], "is"), "article")) add_report(&f, list.items[i]);
  feed_write(&f);
}
