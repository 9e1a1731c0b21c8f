/* Two reports side by side, the words that they share marked, passage by passage. */
#include "serve/page.h"

#include <string.h>

typedef struct side {
  const char *key; /* "a" or "b" in the comparison */
  const tree *line;
  isnad_slice text;
} side;

static bool load_side(side *out, exchange *x, const char *key) {
  isnad_slice kept = x->args[0];
  tree_list list;
  x->args[0] = request_field(&x->ask, key);
  isnad_status status = gather_trees(&list, x, call_article, (isnad_view){.limit = 0}, 0, 1);
  x->args[0] = kept;
  if (status != ISNAD_OK || list.count == 0 || list.items[0] == NULL) {
    reply_failure(x, status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return false;
  }
  *out = (side){key, list.items[0], tree_text(list.items[0], "text")};
  return true;
}

/* --- the text: shared runs, what differs inside a passage, and the rest --- */

static void plain(web *h, const side *s, uint32_t begin, uint32_t end) {
  if (begin < end) web_text(h, isnad_slice_at(s->text, (isnad_span){begin, end}));
}

static void number_of(web *h, const side *s, unsigned number) {
  web_open_class(h, "a", "number");
  web_attr_printf(h, "id", "%s%u", s->key, number);
  web_attr_printf(h, "href", "#%s%u", s->key[0] == 'a' ? "b" : "a", number);
  web_latin(h, isnad_arena_printf(h->x->arena, "%u", number));
  web_close(h);
}

/* What of [*at, end) lies in the passages; `stop`: the end of the part that is being drawn. */
static void draw_runs(web *h, const side *s, const tree *passage, uint32_t *at, uint32_t stop) {
  for (const tree *run = tree_item(tree_get(passage, "runs"), 0); run != NULL; run = run->next) {
    isnad_span span;
    const tree *same = tree_get(run, "same");
    if (!tree_span(&span, run, s->key) || span.end <= *at || span.begin >= stop) continue;
    uint32_t begin = span.begin > *at ? span.begin : *at, end = span.end < stop ? span.end : stop;
    plain(h, s, *at, begin);
    web_element(h, "mark", same != NULL && same->kind == JSON_TRUE ? "same" : "differs", isnad_slice_at(s->text, (isnad_span){begin, end}));
    *at = end;
  }
}

static void draw_part(web *h, const side *s, const tree *passages, isnad_span part) {
  uint32_t at = part.begin;
  unsigned number = 0;
  web_open(h, "p");
  web_attr_text(h, "dir", "auto");
  for (const tree *p = tree_item(passages, 0); p != NULL; p = p->next) {
    isnad_span span;
    number++;
    if (!tree_span(&span, p, s->key) || span.end <= at || span.begin >= part.end) continue;
    plain(h, s, at, span.begin);
    if (span.begin > at) at = span.begin;
    if (span.begin >= part.begin) number_of(h, s, number);
    draw_runs(h, s, p, &at, part.end);
  }
  plain(h, s, at, part.end);
  web_close(h);
}

static void draw_side(web *h, const side *s, const tree *passages) {
  const tree *said = tree_get(s->line, "read");
  isnad_slice headline = tree_text(tree_get(said, "headline"), "text");
  web_open_class(h, "section", "side");
  web_attr(h, "aria-label", headline);
  web_open(h, "h2");
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(said, "id")));
  web_attr_text(h, "dir", "auto");
  web_text(h, headline.length > 0 ? headline : word_of(h->x, "article.untitled"));
  web_close(h);
  web_close(h);
  web_open_class(h, "p", "report");
  web_when(h, s->line, "published");
  web_space(h);
  draw_outlet(h, tree_text(tree_get(said, "outlet"), "name"));
  web_close(h);
  for (const tree *part = tree_item(tree_get(s->line, "parts"), 0); part != NULL; part = part->next) {
    isnad_span span;
    if (tree_span(&span, part, "span") && span.end <= s->text.length) draw_part(h, s, passages, span);
  }
  web_close(h);
}

/* --- the head --- */

static void share(web *h, const tree *pair, size_t index, const char *words) {
  double part = 0;
  if (!tree_value(&part, tree_item(tree_get(pair, "containment"), index))) return;
  web_element(h, "span", "sep", (isnad_slice){NULL, 0});
  web_latin(h, isnad_arena_printf(h->x->arena, "%.0f%%", part * 100));
  web_space(h);
  web_words(h, words);
}

static void counts(web *h, const tree *pair) {
  web_open_class(h, "p", "counts");
  if (tree_double(pair, "matched") > 0) {
    web_text(h, word_behind(h->x, "copy.", tree_text(pair, "kind")));
    web_element(h, "span", "sep", (isnad_slice){NULL, 0});
    web_number(h, (uint64_t)tree_double(pair, "matched"));
    web_space(h);
    web_words(h, "compare.shared");
    share(h, pair, 0, "compare.of_a");
    share(h, pair, 1, "compare.of_b");
  } else {
    web_words(h, "compare.none");
  }
  web_close(h);
  web_open_class(h, "p", "legend");
  web_element(h, "mark", "same", word_of(h->x, "compare.same"));
  web_space(h);
  web_element(h, "mark", "differs", word_of(h->x, "compare.differs"));
  web_close(h);
}

void page_compare(exchange *x) {
  side a, b;
  tree_list list;
  isnad_status status = gather_trees(&list, x, call_compare, (isnad_view){.limit = 0}, 0, 1);
  if (status != ISNAD_OK || list.count == 0) {
    reply_failure(x, status != ISNAD_OK ? status : ISNAD_NOT_FOUND);
    return;
  }
  if (!load_side(&a, x, "a") || !load_side(&b, x, "b")) return;
  const tree *passages = tree_get(list.items[0], "passages");
  frame f = {.title = word_of(x, "compare.title"), .section = "stories", .data = true};
  web made = page_begin(x, &f), *h = &made;
  web_element_words(h, "h1", NULL, "compare.title");
  counts(h, list.items[0]);
  web_open_class(h, "div", "sides");
  draw_side(h, &a, passages);
  draw_side(h, &b, passages);
  web_close(h);
  page_end(h, &f);
}
