/* Threads: stories that the same actors tie together; and what happened, by a name or by words. */
#include "serve/page.h"

#include <string.h>

enum { LIST = 20, ACTORS = 6, SHARES = 4, STORIES = 200, EVENTS = 60 };

static const isnad_slice nothing = {NULL, 0};

static void actors(web *h, const tree *list, size_t most) {
  size_t shown = 0;
  for (const tree *t = tree_item(list, 0); t != NULL && shown < most; t = t->next, shown++) {
    if (shown > 0) web_text(h, word_of(h->x, "date.comma"));
    if (shown > 0) web_space(h);
    web_link(h, NULL, url_of(h->x, "/entities/*", tree_text(t, "entity")));
    web_foreign(h, tree_text(t, "canonical"));
    web_close(h);
  }
}

void page_threads(exchange *x) {
  tree_list list;
  isnad_slice next;
  if (!page_list(&list, &next, x, call_threads, false, LIST)) return;
  frame f = {.title = word_of(x, "threads.title"), .section = "threads", .feeds = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "threads.title");
  web_element_words(h, "p", "lead", "threads.lead");
  web_open_class(h, "div", "threads");
  for (size_t i = 0; i < list.count; i++) {
    const tree *thread = list.items[i];
    web_open_class(h, "article", "item");
    web_open(h, "h2");
    web_link(h, NULL, url_of(x, "/threads/*", tree_text(thread, "id")));
    web_attr_text(h, "dir", "auto");
    web_text(h, tree_text(thread, "title"));
    web_close(h);
    web_close(h);
    web_open_class(h, "p", "counts");
    web_when(h, thread, "span");
    web_element(h, "span", "sep", nothing);
    web_count(h, "n.story", tree_count(tree_get(thread, "stories")));
    web_close(h);
    web_open_class(h, "p", "source");
    web_words(h, "threads.actors");
    web_text(h, isnad_slice_of(": "));
    actors(h, tree_get(thread, "actors"), ACTORS);
    web_close(h);
    web_close(h);
  }
  web_close(h);
  draw_next(h, "/threads", nothing, next);
  page_end(h, &f);
}

static void story_in_thread(web *h, const tree *member) {
  const tree *story = gather_one(h->x, call_stories, (isnad_view){.only = tree_text(member, "id"), .brief = true});
  const tree *shares = tree_get(member, "shares");
  web_open(h, "li");
  if (story != NULL) draw_story_item(h, story, "h2");
  if (shares != NULL) {
    web_open_class(h, "p", "source");
    web_words(h, "threads.shares");
    web_text(h, isnad_slice_of(": "));
    actors(h, shares, SHARES);
    web_close(h);
  }
  web_close(h);
}

void page_thread(exchange *x) {
  tree_list list;
  isnad_status status = gather_trees(&list, x, call_thread, (isnad_view){.limit = 0}, 0, 1);
  if (status != ISNAD_OK || list.count == 0 || list.items[0] == NULL) {
    reply_failure(x, status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return;
  }
  const tree *thread = list.items[0], *stories = tree_get(thread, "stories");
  frame f = {.title = tree_text(thread, "title"), .section = "threads", .feeds = true, .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_open_class(h, "header", "head");
  web_open(h, "h1");
  web_attr_text(h, "dir", "auto");
  web_text(h, f.title);
  web_close(h);
  web_open_class(h, "p", "counts");
  web_when(h, thread, "span");
  web_element(h, "span", "sep", nothing);
  web_count(h, "n.story", tree_count(stories));
  web_close(h);
  web_open_class(h, "p", "source");
  web_words(h, "threads.actors");
  web_text(h, isnad_slice_of(": "));
  actors(h, tree_get(thread, "actors"), ACTORS);
  web_close(h);
  web_close(h);
  web_open_class(h, "ol", "line");
  size_t shown = 0;
  for (const tree *t = tree_item(stories, 0); t != NULL && shown < STORIES; t = t->next, shown++) story_in_thread(h, t);
  web_close(h);
  page_end(h, &f);
}

void page_timeline(exchange *x) {
  tree_list list;
  isnad_slice next;
  if (!page_list(&list, &next, x, call_events, false, EVENTS)) return;
  frame f = {.title = word_of(x, "timeline.title"), .section = "stories", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "timeline.title");
  isnad_slice about = request_has(&x->ask, "who") ? request_field(&x->ask, "who") : request_field(&x->ask, "about");
  if (about.length > 0) web_element(h, "p", "lead", about);
  draw_events(h, &list);
  page_end(h, &f);
}
