/* A story: what happened in a few sentences, when, what is counted and said and how well it is sourced, who took it from whom. */
#include "serve/page.h"

enum { FIGURES = 12, STATEMENTS = 10, SENTENCES = 5, EVENTS = 24, SHOWN_EVENTS = 5 };

static const isnad_slice nothing = {NULL, 0};

void draw_outlet(web *h, isnad_slice name) {
  if (name.length == 0) return;
  web_link(h, "outlet", url_of(h->x, "/outlets/*", name));
  web_foreign(h, name);
  web_close(h);
}

void draw_report_link(web *h, const tree *t) {
  isnad_slice id = tree_text(t, "id"), headline = tree_text(t, "headline");
  web_link(h, NULL, url_of(h->x, "/articles/*", id.length > 0 ? id : tree_text(t, "article")));
  web_attr_text(h, "dir", "auto");
  if (headline.length > 0)
    web_text(h, headline);
  else
    web_words(h, "article.untitled");
  web_close(h);
}

/* --- summary --- */

static void sentence(web *h, const tree *said, const tree_list *reports) {
  const tree *report = report_of(reports, tree_text(said, "id"));
  web_open(h, "li");
  web_open(h, "p");
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(said, "words"));
  web_close(h);
  web_open_class(h, "p", "source");
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(said, "id")));
  web_foreign(h, tree_text(report, "outlet").length > 0 ? tree_text(report, "outlet") : word_of(h->x, "chain.report"));
  web_close(h);
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.origin", (uint64_t)tree_double(said, "origins"));
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.report", (uint64_t)tree_double(said, "reports"));
  web_close(h);
  web_close(h);
}

static void summary(web *h, const tree *sum, const tree_list *reports) {
  const tree *sentences = tree_get(sum, "sentences");
  size_t shown = 0;
  if (sentences == NULL || sentences->first == NULL) return;
  page_section(h, "summary", "story.summary");
  web_open_class(h, "ol", "sentences");
  for (const tree *t = sentences->first; t != NULL && shown < SENTENCES; t = t->next, shown++) sentence(h, t, reports);
  web_close(h);
  web_close(h);
}

/* --- timeline --- */

void draw_event(web *h, const tree *event) {
  bool recalled = isnad_slice_is(tree_text(event, "told"), "recalled");
  const tree *teller = tree_item(tree_get(event, "tellers"), 0);
  web_open_class(h, "li", recalled ? "recalled" : "");
  web_open_class(h, "p", "when");
  web_when(h, event, "when");
  if (recalled) {
    web_space(h);
    web_element_words(h, "span", "tag", "story.recalled");
  }
  web_close(h);
  web_open(h, "p");
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(event, "words"));
  web_close(h);
  web_open_class(h, "p", "source");
  if (teller != NULL) {
    web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(teller, "id")));
    web_foreign(h, tree_text(teller, "outlet").length > 0 ? tree_text(teller, "outlet") : word_of(h->x, "chain.report"));
    web_close(h);
    web_element(h, "span", "sep", nothing);
  }
  web_count(h, "n.report", (uint64_t)tree_double(event, "reports"));
  web_element(h, "span", "sep", nothing);
  web_origins(h, tree_get(event, "origins"));
  web_close(h);
  web_close(h);
}

void draw_events(web *h, const tree_list *events) {
  web_open_class(h, "ol", "events");
  for (size_t i = 0; i < events->count; i++) draw_event(h, events->items[i]);
  web_close(h);
}

/* What led up to it stands folded before what happened. */
static void earlier_events(web *h, const tree_list *events) {
  web_open(h, "details");
  web_open(h, "summary");
  web_words(h, "story.earlier");
  web_space(h);
  web_number(h, events->count);
  web_close(h);
  draw_events(h, events);
  web_close(h);
}

static void timeline(web *h) {
  tree_list events;
  if (gather_trees(&events, h->x, call_events, (isnad_view){.limit = 0}, 0, EVENTS) != ISNAD_OK || events.count == 0) return;
  size_t earlier = events.count > SHOWN_EVENTS + 1 ? events.count - SHOWN_EVENTS : 0;
  page_section(h, "timeline", "story.timeline");
  if (earlier > 0) earlier_events(h, &(tree_list){events.items, earlier, false});
  draw_events(h, &(tree_list){events.items + earlier, events.count - earlier, false});
  web_close(h);
}

/* --- claims --- */

static void all_claims(web *h) {
  web_open_class(h, "p", "next");
  web_link(h, NULL, url_of(h->x, "/stories/*/claims", h->x->args[0]));
  web_words(h, "story.claims_all");
  web_close(h);
  web_close(h);
}

static size_t count_statements(const tree_list *claims) {
  size_t count = 0;
  for (size_t i = 0; i < claims->count; i++) count += isnad_slice_is(tree_text(claims->items[i], "kind"), "statement");
  return count;
}

static void claims(web *h, const tree_list *list) {
  size_t statements = count_statements(list);
  if (list->count > statements) {
    page_section(h, "claims", "story.claims");
    if (draw_claims(h, list, FIGURES) > 0) all_claims(h);
    web_close(h);
  }
  if (statements > 0) {
    page_section(h, "quotes", "story.quotes");
    if (draw_statements(h, list, STATEMENTS) > 0) all_claims(h);
    web_close(h);
  }
}

/* --- the page --- */

static void contents(web *h) {
  static const char *const ids[] = {"summary", "timeline", "claims", "quotes", "chain", "reports"};
  web_open_class(h, "nav", "contents");
  web_attr(h, "aria-label", word_of(h->x, "story.contents"));
  web_open(h, "ul");
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
    web_open(h, "li");
    web_open(h, "a");
    web_attr_printf(h, "href", "#%s", ids[i]);
    web_text(h, word_behind(h->x, "story.", isnad_slice_of(ids[i])));
    web_close(h);
    web_close(h);
  }
  web_close(h);
  web_close(h);
}

/* Each leads to what else holds it. */
static void keywords(web *h, const tree *list) {
  if (list == NULL || list->first == NULL) return;
  web_open_class(h, "ul", "keywords");
  web_attr(h, "aria-label", word_of(h->x, "story.keywords"));
  for (const tree *t = list->first; t != NULL; t = t->next) {
    web_open(h, "li");
    web_link(h, "tag", url_field(h->x, url_of(h->x, "/search", nothing), "q", t->text));
    web_foreign(h, t->text);
    web_close(h);
    web_close(h);
  }
  web_close(h);
}

static void story_head(web *h, const tree *story) {
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(story, "title"));
  web_close(h);
  web_open_class(h, "p", "when");
  web_when(h, story, "published");
  web_close(h);
  draw_story_counts(h, story);
  web_element_words(h, "p", "help", "story.origins_help");
  keywords(h, tree_get(story, "keywords"));
  web_close(h);
}

void page_story(exchange *x) {
  tree_list reports, list = {NULL, 0, false};
  const tree *story = gather_one(x, call_stories, (isnad_view){.only = x->args[0]});
  isnad_status status = story == NULL ? ISNAD_NOT_FOUND : gather_trees(&reports, x, call_story, (isnad_view){.limit = 0}, 0, 0);
  if (status != ISNAD_OK) {
    reply_failure(x, status);
    return;
  }
  frame f = {.title = tree_text(story, "title"), .section = "stories", .feeds = true, .live = true, .data = true};
  const tree *sum = gather_split(&reports, "summary");
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "div", "story");
  story_head(h, story);
  contents(h);
  summary(h, sum, &reports);
  timeline(h);
  if (gather_trees(&list, x, call_claims, (isnad_view){.limit = 0}, 0, 0) == ISNAD_OK) claims(h, &list);
  draw_chain_and_reports(h, &reports);
  web_close(h);
  page_end(h, &f);
}

void page_claims(exchange *x) {
  tree_list list = {NULL, 0, false};
  isnad_slice next;
  const tree *story = gather_one(x, call_stories, (isnad_view){.only = x->args[0], .brief = true});
  if (story == NULL) {
    reply_failure(x, ISNAD_NOT_FOUND);
    return;
  }
  if (!page_list(&list, &next, x, call_claims, false, 60)) return;
  frame f = {.title = tree_text(story, "title"), .section = "stories", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "div", "story");
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_link(h, NULL, url_of(x, "/stories/*", tree_text(story, "id")));
  web_attr_text(h, "dir", "auto");
  web_text(h, tree_text(story, "title"));
  web_close(h);
  web_close(h);
  web_close(h);
  claims(h, &list);
  draw_next(h, "/stories/*/claims", x->args[0], next);
  web_close(h);
  page_end(h, &f);
}
