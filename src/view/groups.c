/* Groups of articles that are copies of one another, for people who want each text once. */
#include "store/articles.h"
#include "store/edges.h"

#include "base/map.h"
#include "view/drawing/graph.h"
#include "view/sheet.h"

#include <stdlib.h>

typedef struct member {
  int64_t id;
  isnad_slice label;
  uint32_t words;
  int64_t from; /* seconds; INT64_MAX: no date */
  size_t up;    /* union-find: a member of the same group */
} member;

typedef struct grouping {
  sheet sheet;
  member *items; /* in the order of names */
  size_t count, room;
  map places; /* article -> place + 1 */
  double least;
  bool failed;
} grouping;

static bool take_article(void *context, const store_article *a) {
  grouping *g = context;
  if (graph_is_bare(a)) return true;
  if (g->count == g->room) {
    member *more = isnad_arena_grow(g->sheet.arena, g->items, g->room, g->room * 2 + 1024, sizeof *more);
    g->failed = more == NULL;
    if (g->failed) return false;
    g->items = more;
    g->room = g->room * 2 + 1024;
  }
  uint64_t *place = map_put(&g->places, (uint64_t)a->id);
  g->failed = place == NULL;
  if (g->failed) return false;
  int64_t from = a->published.from < a->published.to ? a->published.from : INT64_MAX;
  g->items[g->count] = (member){a->id, isnad_arena_copy(g->sheet.arena, a->label), a->words, from, g->count};
  *place = ++g->count;
  return true;
}

static size_t root_of(grouping *g, size_t at) {
  while (g->items[at].up != at) at = g->items[at].up = g->items[g->items[at].up].up;
  return at;
}

/* A text that lies for the most part in another is its copy, however much more the other holds. */
static bool take_pair(void *context, const store_pair *pair) {
  grouping *g = context;
  const uint64_t *a = map_get(&g->places, (uint64_t)pair->a), *b = map_get(&g->places, (uint64_t)pair->b);
  double share = pair->a_in_b > pair->b_in_a ? pair->a_in_b : pair->b_in_a;
  if (a == NULL || b == NULL || share < g->least) return true;
  size_t x = root_of(g, *a - 1), y = root_of(g, *b - 1);
  g->items[x > y ? x : y].up = x < y ? x : y;
  return true;
}

/* The one to keep goes first: the longest, then the earliest, then the one named first. */
static int by_worth(const void *x, const void *y) {
  const member *a = *(const member *const *)x, *b = *(const member *const *)y;
  if (a->words != b->words) return a->words > b->words ? -1 : 1;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  return a < b ? -1 : a > b;
}

static isnad_status group_line(sheet *s, member **group, size_t count) {
  json_writer *w = &s->json;
  if (!s->view->json) {
    sheet_printf(s, "%4zu  ", count);
    for (size_t i = 0; i < count; i++) {
      if (i > 0) sheet_printf(s, "  ");
      sheet_words(s, group[i]->label);
    }
    return sheet_end(s);
  }
  json_open_object(w);
  json_key_string(w, "keep", group[0]->label);
  json_key(w, "captures");
  json_open_array(w);
  for (size_t i = 0; i < count; i++) json_string(w, group[i]->label);
  json_close_array(w);
  json_close_object(w);
  return sheet_end(s);
}

/* Members in the order of their groups: the root is the first of its group in the order of names. */
static isnad_status show_groups(grouping *g) {
  isnad_arena *arena = g->sheet.arena;
  size_t *begins = isnad_arena_array(arena, g->count + 2, sizeof *begins);
  member **order = isnad_arena_array(arena, g->count + 1, sizeof *order);
  if (begins == NULL || order == NULL) return isnad_arena_fail(g->sheet.err, arena, "view");
  for (size_t i = 0; i < g->count; i++) begins[root_of(g, i) + 1]++;
  for (size_t i = 1; i <= g->count; i++) begins[i] += begins[i - 1];
  for (size_t i = 0; i < g->count; i++) order[begins[root_of(g, i)]++] = &g->items[i];
  isnad_status status = ISNAD_OK;
  for (size_t first = 0, last = 0; status == ISNAD_OK && first < g->count; first = last) {
    size_t root = root_of(g, (size_t)(order[first] - g->items));
    for (last = first + 1; last < g->count && root_of(g, (size_t)(order[last] - g->items)) == root; last++) continue;
    if (last - first < 2) continue;
    qsort(order + first, last - first, sizeof *order, by_worth);
    status = group_line(&g->sheet, order + first, last - first);
  }
  return status;
}

isnad_status isnad_view_groups(isnad_store *store, double least, const isnad_view *view, isnad_err *err) {
  grouping g = {.least = least};
  isnad_status status = sheet_open(&g.sheet, view, err);
  if (status == ISNAD_OK && !map_new(&g.places, g.sheet.arena, 4096)) status = isnad_arena_fail(err, g.sheet.arena, "view");
  if (status == ISNAD_OK) status = store_articles_each(store, take_article, &g, err);
  if (g.failed) status = isnad_arena_fail(err, g.sheet.arena, "view");
  if (status == ISNAD_OK) status = store_pairs_each(store, take_pair, &g, err);
  if (status == ISNAD_OK) status = show_groups(&g);
  return sheet_close(&g.sheet, status, "no two are copies of one another");
}
