/* Where to look a sentence up: the reports that weigh most (check_gather.c), those whose best sentence fits, and their stories. */
#include "claim/check/check.h"
#include "claim/scan.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PAGES = 48, MOST_TIED = 120, MOST_STORIES = 8 };

/* How near the best a report, or a story, must come; and how near the sentence a story at all. */
static const double near_best = 0.5, story_near = 0.72, least_fit = 0.3, counted = 0.08;

typedef struct found_article {
  int64_t id;
  uint64_t weight;
  isnad_slice name;
} found_article;

/* --- the reports --- */

static int by_weight(const void *left, const void *right) {
  const found_article *a = left, *b = right;
  if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
  return a->name.length > 0 && b->name.length > 0 ? isnad_slice_compare(a->name, b->name) : (a->id > b->id) - (a->id < b->id);
}

static isnad_status name_them(found_article *items, size_t count, check_looking *l) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    sqlite3_stmt *row = store_statement(l->store, "SELECT name FROM article WHERE id = ?1", l->err);
    if (row == NULL) return ISNAD_STORE;
    sqlite3_bind_int64(row, 1, items[i].id);
    status = store_step(l->store, row, l->err);
    if (status == ISNAD_OK) items[i].name = store_column_copy(l->arena, row, 0);
    sqlite3_reset(row);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The heaviest, in an order that does not hang on the file. */
static isnad_status heaviest(found_article **out, size_t *count, check_looking *l, const map *weights) {
  found_article *items = isnad_arena_array(l->arena, weights->count + 1, sizeof *items);
  size_t kept = 0;
  if (items == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; i < weights->room; i++)
    if (weights->used[i]) items[kept++] = (found_article){(int64_t)weights->entries[i].key, weights->entries[i].value, {NULL, 0}};
  if (kept > 1) qsort(items, kept, sizeof *items, by_weight);
  size_t most = kept < MOST_PAGES ? kept : MOST_PAGES;
  while (most > 0 && most < kept && most < MOST_TIED && items[most].weight == items[MOST_PAGES - 1].weight) most++;
  while (most > 1 && (double)items[most - 1].weight < near_best * (double)items[0].weight) most--;
  isnad_status status = name_them(items, most, l);
  if (status == ISNAD_OK && most > 1) qsort(items, most, sizeof *items, by_weight);
  *out = items;
  *count = most < MOST_PAGES ? most : MOST_PAGES;
  return status;
}

/* Whether a number of a kind that is asked for stands in the sentence. */
static bool counts_so(const check_looking *l, const check_scene *scene) {
  const check_page *page = scene->page;
  isnad_span span = page->sentences[scene->sentence].span;
  for (size_t i = 0; i < page->number_count; i++)
    for (size_t k = 0; k < l->ask.article.figure_count; k++) {
      const check_number *n = &page->numbers[i];
      bool inside = n->span.begin >= span.begin && n->span.end <= span.end;
      if (inside && isnad_slice_equal(n->measure, l->ask.prepared.figures[k].measure)) return true;
    }
  return false;
}

/* How well the best sentence of a page fits. */
static void fit_page(check_looking *l, check_page *p) {
  p->fit = -1;
  for (size_t i = 0; i < p->sentence_count; i++) {
    check_scene scene = check_scene_at(p, i);
    size_t named = 0, own = 0;
    for (size_t k = 0; k < l->ask.name_count; k++) {
      named += check_names(&l->ask, &l->ask.names[k], &scene);
      own += check_named_in(&l->ask, &l->ask.names[k], p, i);
    }
    double words = check_share(&l->ask, &scene, 0.7), inside = check_share(&l->ask, &scene, 0);
    double asked = (double)l->ask.name_count, names = asked > 0 ? (double)named / asked : words, here = asked > 0 ? (double)own / asked : inside;
    double fit = 0.25 * names + 0.15 * here + 0.35 * words + 0.25 * inside + (counts_so(l, &scene) ? counted : 0);
    if (fit > p->fit) p->fit = fit;
  }
}

static int by_fit(const void *left, const void *right) {
  const check_page *a = *(check_page *const *)left, *b = *(check_page *const *)right;
  if (a->fit != b->fit) return a->fit > b->fit ? -1 : 1;
  return isnad_slice_compare(a->article.name, b->article.name);
}

static isnad_status gather_stories(check_looking *l) {
  l->stories = isnad_arena_array(l->arena, MOST_STORIES, sizeof *l->stories);
  if (l->stories == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; i < l->page_count && l->story_count < MOST_STORIES; i++) {
    const check_page *p = l->pages[i];
    bool known = p->article.story.length == 0 || p->fit < least_fit || p->fit < story_near * l->pages[0]->fit;
    for (size_t k = 0; k < l->story_count && !known; k++) known = isnad_slice_equal(l->stories[k].id, p->article.story);
    if (!known) l->stories[l->story_count++] = (check_story){.id = p->article.story, .fit = p->fit};
  }
  return ISNAD_OK;
}

isnad_status check_find(check_looking *l) {
  map weights;
  found_article *found = NULL;
  size_t count = 0;
  if (!map_new(&weights, l->arena, 4096)) return isnad_arena_fail(l->err, l->arena, "claim");
  isnad_status status = check_gather(&weights, l);
  if (status == ISNAD_OK) status = heaviest(&found, &count, l, &weights);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    check_page *page = NULL;
    status = check_page_of(&page, l, found[i].id);
    if (status == ISNAD_OK) fit_page(l, page);
  }
  if (status != ISNAD_OK) return status;
  if (l->page_count > 1) qsort(l->pages, l->page_count, sizeof *l->pages, by_fit);
  claim_wanted also = {l->ask.prepared.told, l->ask.prepared.told_count};
  status = gather_stories(l);
  for (size_t i = 0; status == ISNAD_OK && i < l->story_count; i++)
    status = claims_with_told(&l->stories[i].claims, l->arena, l->store, l->stories[i].id, &also, l->err);
  return status;
}
