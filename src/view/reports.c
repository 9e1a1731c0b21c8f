#include "view/reports.h"

#include "view/timeline/past.h"
#include "view/title.h"

#include <string.h>

static isnad_status fail(isnad_arena *arena, isnad_err *err) { return isnad_arena_fail(err, arena, "view"); }

isnad_status view_reports_new(report_list *out, isnad_arena *arena, size_t room, isnad_err *err) {
  *out = (report_list){.articles = isnad_arena_array(arena, room + 1, sizeof *out->articles)};
  out->items = isnad_arena_array(arena, room + 1, sizeof *out->items);
  out->notes = isnad_arena_array(arena, room + 1, sizeof *out->notes);
  return out->articles != NULL && out->items != NULL && out->notes != NULL ? ISNAD_OK : fail(arena, err);
}

/* The number that a tree keeps as text. */
static uint32_t number(const tree *t) {
  uint32_t n = 0;
  for (size_t i = 0; t != NULL && i < t->text.length && t->text.bytes[i] >= '0' && t->text.bytes[i] <= '9'; i++)
    n = n * 10 + (uint32_t)(t->text.bytes[i] - '0');
  return n;
}

static const isnad_span *body_of(size_t *count, isnad_arena *arena, const tree *article, isnad_slice text) {
  const tree *body = tree_get(article, "body");
  isnad_span *spans = isnad_arena_array(arena, tree_count(body) + 1, sizeof *spans);
  *count = 0;
  for (const tree *t = tree_item(body, 0); spans != NULL && t != NULL; t = t->next) {
    isnad_span span = {number(tree_item(t, 0)), number(tree_item(t, 1))};
    if (span.begin < span.end && span.end <= text.length) spans[(*count)++] = span;
  }
  return spans;
}

/* A name, or words that tell who is meant without one: "the Russian authorities", not "the ministry". */
static bool tells_whom(const tree *name, isnad_slice text, isnad_span span) {
  if (isnad_slice_is(tree_text(name, "form"), "name")) return true;
  return span.end <= text.length && memchr(text.bytes + span.begin, ' ', span.end - span.begin) != NULL;
}

static const isnad_span *names_of(size_t *count, isnad_arena *arena, const tree *article, isnad_slice text) {
  const tree *names = tree_get(article, "names");
  isnad_span *spans = isnad_arena_array(arena, tree_count(names) + 1, sizeof *spans);
  *count = 0;
  for (const tree *t = tree_item(names, 0); spans != NULL && t != NULL; t = t->next) {
    isnad_span span;
    if (tree_span(&span, t, "span") && tells_whom(t, text, span)) spans[(*count)++] = span;
  }
  return spans;
}

/* The times before the news of the day. */
static const isnad_span *past_of(size_t *count, isnad_arena *arena, const tree *article, isnad_slice text, int64_t now) {
  past_walk walk = past_walk_of(article, text, now);
  past_time past;
  isnad_span *spans = isnad_arena_array(arena, tree_count(tree_get(article, "times")) + 1, sizeof *spans);
  *count = 0;
  while (spans != NULL && past_next(&past, &walk)) spans[(*count)++] = past.span;
  return spans;
}

static const isnad_span *news_of(size_t *count, isnad_arena *arena, const tree *article, isnad_slice text, int64_t now) {
  const tree *times = tree_get(article, "times");
  isnad_span *spans = isnad_arena_array(arena, tree_count(times) + 1, sizeof *spans), span;
  *count = 0;
  for (const tree *t = tree_item(times, 0); spans != NULL && t != NULL; t = t->next)
    if (past_is_news(t, now) && tree_span(&span, t, "span") && span.end <= text.length) spans[(*count)++] = span;
  return spans;
}

/* What summaries and timelines read of a record. */
static const char *const read_keys[] = {"articles", "body", "headline", "names", "times", "form",      "entity", "span",
                                        "kind",     "from", "to",       "grain", "type",  "canonical", NULL};

static const isnad_tokens *tokens_of(isnad_arena *arena, const summary_report *r) {
  isnad_tokens *tokens = isnad_arena_alloc(arena, sizeof *tokens);
  bool cut = tokens != NULL && isnad_arabic_tokens_in(tokens, arena, r->text, r->body, r->body_count, NULL) == ISNAD_OK;
  return cut ? tokens : NULL;
}

isnad_status view_report_add(report_list *list, isnad_arena *arena, isnad_store *store, const store_article *article, isnad_err *err) {
  isnad_slice json = {NULL, 0}, text = {NULL, 0};
  isnad_status status = store_article_page(&json, &text, arena, store, article->capture, err);
  if (status != ISNAD_OK) return status;
  const tree *notes = tree_item(tree_get(tree_read_only(arena, json, read_keys), "articles"), article->place);
  summary_report *r = &list->items[list->count];
  *r = (summary_report){.text = text, .headline = article->headline, .origin = (uint32_t)list->count, .same = (uint32_t)list->count};
  r->body = body_of(&r->body_count, arena, notes, text);
  r->names = names_of(&r->name_count, arena, notes, r->text);
  if (article->published.from < article->published.to) r->from = article->published.from;
  r->past = past_of(&r->past_count, arena, notes, text, r->from);
  r->news = news_of(&r->news_count, arena, notes, text, r->from);
  r->tokens = r->body != NULL ? tokens_of(arena, r) : NULL;
  if (r->tokens == NULL || r->names == NULL || r->past == NULL || r->news == NULL) return fail(arena, err);
  list->articles[list->count] = *article;
  list->notes[list->count++] = notes;
  return ISNAD_OK;
}

/* --- origins --- */

static uint32_t top(summary_report *items, uint32_t at) {
  while (items[at].origin != at) at = items[at].origin;
  return at;
}

static void unite(summary_report *items, uint32_t a, uint32_t b) {
  a = top(items, a);
  b = top(items, b);
  if (a < b)
    items[b].origin = a;
  else
    items[a].origin = b;
}

static bool same_outlet(const store_article *a, const store_article *b) {
  isnad_slice x = article_outlet(a), y = article_outlet(b);
  return x.length > 0 && isnad_slice_equal(x, y);
}

/* Whether an edge ties two reports: one leads to the other, or both to a source that is not held. */
static bool tied(const graph *g, const report_list *list, size_t a, size_t b) {
  const graph_node *x = graph_find(g, list->articles[a].id), *y = graph_find(g, list->articles[b].id);
  for (size_t i = 0; x != NULL && i < x->edge_count; i++) {
    if (x->edges[i].parent == list->articles[b].id) return true;
    for (size_t k = 0; y != NULL && k < y->edge_count; k++)
      if (x->edges[i].parent == 0 && y->edges[k].parent == 0 && x->edges[i].source.length > 0 &&
          isnad_slice_equal(x->edges[i].source, y->edges[k].source))
        return true;
  }
  for (size_t k = 0; y != NULL && k < y->edge_count; k++)
    if (y->edges[k].parent == list->articles[a].id) return true;
  return false;
}

static void find_origins(report_list *list, const graph *g) {
  for (uint32_t i = 0; i < list->count; i++)
    for (uint32_t k = i + 1; k < list->count; k++) {
      bool same = list->articles[i].body_hash == list->articles[k].body_hash;
      if (same && list->items[k].same == k) list->items[k].same = list->items[i].same;
      if (same || same_outlet(&list->articles[i], &list->articles[k]) || tied(g, list, i, k)) unite(list->items, i, k);
    }
  for (uint32_t i = 0; i < list->count; i++) list->items[i].origin = top(list->items, i);
}

isnad_status view_reports_of(report_list *out, isnad_arena *arena, isnad_store *store, const graph *story, isnad_err *err) {
  isnad_status status = view_reports_new(out, arena, story->count < SUMMARY_REPORTS ? story->count : SUMMARY_REPORTS, err);
  for (size_t i = 0; status == ISNAD_OK && i < story->count && out->count < SUMMARY_REPORTS; i++)
    if (!graph_is_bare(&story->nodes[i].article)) status = view_report_add(out, arena, store, &story->nodes[i].article, err);
  if (status == ISNAD_OK) find_origins(out, story);
  return status;
}
