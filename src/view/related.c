/* What else to read beside an article: near in what it tells, each event once, no copies, the recent first among equals. */
#include "store/articles.h"
#include "story/near.h"

#include "base/clock.h"
#include "view/sheet.h"
#include "view/title.h"

#include <math.h>
#include <stdlib.h>

/* NEAR: how many are looked at; MONTH: after so many days an article is worth half. LEAST: less in common is no relation. */
enum { NEAR = 120, SHOWN = 10, MONTH = 30 };
static const double least_worth = 0.13;

typedef struct choice {
  const near_report *near;
  double worth;
  store_article article; /* of those that were looked at closer */
} choice;

static int by_worth(const void *a, const void *b) {
  const choice *x = a, *y = b;
  if (x->worth != y->worth) return x->worth > y->worth ? -1 : 1;
  return isnad_slice_compare(x->near->name, y->near->name);
}

static double worth_of(const near_report *n, isnad_interval when) {
  if (n->when.from == n->when.to || when.from == when.to) return n->cosine / 2;
  return n->cosine / (1 + fabs((double)(n->when.from - when.from)) / DAY_SECONDS / MONTH);
}

/* One report of each event, and none whose text was chosen already; under one headline stands the same report again. */
static bool is_new(const choice *chosen, size_t count, const store_article *of, const choice *next) {
  isnad_slice headline = next->article.headline;
  if (headline.length > 0 && isnad_slice_equal(headline, of->headline)) return false;
  for (size_t i = 0; i < count; i++)
    if ((headline.length > 0 && isnad_slice_equal(headline, chosen[i].article.headline)) || chosen[i].near->body_hash == next->near->body_hash ||
        (next->article.story.length > 0 && isnad_slice_equal(chosen[i].article.story, next->article.story)))
      return false;
  return true;
}

static isnad_status choose(choice **out, size_t *count, isnad_arena *arena, isnad_store *store, const store_article *of, size_t most,
                           isnad_err *err) {
  near_report *near = NULL;
  size_t near_count = 0, all_count = 0;
  isnad_status status = near_find(&near, &near_count, arena, store, of->id, NEAR, err);
  choice *all = isnad_arena_array(arena, near_count + 1, sizeof *all);
  *out = isnad_arena_array(arena, near_count + 1, sizeof **out);
  *count = 0;
  if (status == ISNAD_OK && (all == NULL || *out == NULL)) status = isnad_arena_fail(err, arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < near_count; i++) {
    all[all_count] = (choice){.near = &near[i], .worth = worth_of(&near[i], of->published)};
    all_count += !near[i].copy && all[all_count].worth >= least_worth;
  }
  if (status == ISNAD_OK && all_count > 1) qsort(all, all_count, sizeof *all, by_worth);
  for (size_t i = 0; status == ISNAD_OK && i < all_count && *count < most; i++) {
    status = store_article_get(&all[i].article, arena, store, all[i].near->id, err);
    if (status == ISNAD_OK && is_new(*out, *count, of, &all[i])) (*out)[(*count)++] = all[i];
  }
  return status;
}

static void related_line(sheet *s, const choice *c) {
  sheet_when(s, c->article.published);
  sheet_printf(s, "%.2f  ", c->worth);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, c->article.name, 17);
  sheet_style_off(s);
  sheet_cell(s, article_outlet(&c->article), 18);
  sheet_style_on(s, SHEET_BOLD);
  article_title(s, &c->article);
}

static void related_object(sheet *s, const store_article *of, const choice *c) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_string(w, "article", of->label);
  json_key_string(w, "related", c->article.label);
  json_key_string(w, "id", c->article.name);
  json_key_string(w, "story", c->article.story);
  sheet_json_when(s, "published", c->article.published, c->article.basis);
  json_key_string(w, "outlet", article_outlet(&c->article));
  json_key_string(w, "headline", c->article.headline);
  json_key_fixed(w, "weight", c->worth, 4);
  json_close_object(w);
}

isnad_status isnad_view_related(isnad_store *store, isnad_slice what, const isnad_view *view, isnad_err *err) {
  sheet s;
  store_article article;
  choice *chosen = NULL;
  size_t count = 0;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = store_article_find(&article, s.arena, store, what, err);
  if (status == ISNAD_OK) status = choose(&chosen, &count, s.arena, store, &article, view->limit > 0 ? view->limit : SHOWN, err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    if (view->json)
      related_object(&s, &article, &chosen[i]);
    else
      related_line(&s, &chosen[i]);
    status = sheet_end(&s);
  }
  return sheet_close(&s, status, "no other article tells of the same things");
}
