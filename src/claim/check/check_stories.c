/* Where to look a sentence up: the reports that have its rarest names and words, by the index of words and by the bearers of names, and their
 * stories. */
#include "claim/check/check.h"
#include "claim/scan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
  MOST_PAGES = 48,
  MOST_TIED = 120,
  MOST_STORIES = 8,
  COMMON_PART = 6,
  LEAST_WORDS = 3,
  LONGEST_QUERY = 200,
  NAME_RAISES = 2,
  NUMBER_RAISES = 2,
  MOST_LISTED = 4000
};

/* How near the best a report, or a story, must come; and how near the sentence a story at all. */
static const double near_best = 0.5, story_near = 0.72, least_fit = 0.3, counted = 0.08;

/* What a report has of the sentence: the sum of the rarities. */
typedef struct gathering {
  check_looking *l;
  map weights; /* article -> thousandths */
  double all;  /* what a report has that has everything */
  double reports;
} gathering;

typedef struct found_article {
  int64_t id;
  uint64_t weight;
  isnad_slice name;
} found_article;

/* --- the rarities --- */

static double rarity(const gathering *g, double reports) { return log((g->reports + 1) / (reports + 0.5)); }

static isnad_status count_reports(gathering *g) {
  int64_t most = 0;
  isnad_status status = store_number(&most, g->l->store, "SELECT max(id) FROM article", g->l->err);
  g->reports = most > 0 ? (double)most : 1;
  return status;
}

/* Articles of one thing asked for; they are weighed when it is known how many they are. */
typedef struct listing {
  int64_t *items;
  size_t count, room;
} listing;

static bool list(listing *out, check_looking *l, int64_t article) {
  if (out->count == out->room) {
    int64_t *more = isnad_arena_grow(l->arena, out->items, out->room, out->room * 2 + 256, sizeof *more);
    if (more == NULL) return false;
    out->items = more;
    out->room = out->room * 2 + 256;
  }
  out->items[out->count++] = article;
  return true;
}

static isnad_status list_rows(listing *out, check_looking *l, sqlite3_stmt *row) {
  isnad_status status;
  while ((status = store_step(l->store, row, l->err)) == ISNAD_OK)
    if (!list(out, l, sqlite3_column_int64(row, 0))) {
      sqlite3_reset(row);
      return isnad_arena_fail(l->err, l->arena, "claim");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_number(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* Adds the rarity of one thing to each of its articles once. */
static isnad_status weigh(gathering *g, listing *articles, double raise) {
  double weight = raise * rarity(g, (double)articles->count);
  if (weight <= 0) return ISNAD_OK;
  g->all += weight;
  if (articles->count > 1) qsort(articles->items, articles->count, sizeof *articles->items, by_number);
  for (size_t i = 0; i < articles->count; i++) {
    if (i > 0 && articles->items[i] == articles->items[i - 1]) continue;
    uint64_t *sum = map_put(&g->weights, (uint64_t)articles->items[i]);
    if (sum == NULL) return isnad_arena_fail(g->l->err, g->l->arena, "claim");
    *sum += (uint64_t)(weight * 1000);
  }
  return ISNAD_OK;
}

/* --- words --- */

static isnad_status reports_of(uint64_t *out, check_looking *l, isnad_slice form) {
  char room[ISNAD_STEM_ROOM];
  sqlite3_stmt *row = store_statement(l->store, "SELECT reports FROM search_term WHERE term = ?1", l->err);
  *out = 0;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_arabic_stem(room, form));
  isnad_status status = store_step(l->store, row, l->err);
  if (status == ISNAD_OK) *out = (uint64_t)sqlite3_column_int64(row, 0);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The reports that have a word, in any form. */
static isnad_status list_word(listing *out, check_looking *l, isnad_slice form) {
  char query[LONGEST_QUERY];
  static const char head[] = "{title body} : \"";
  size_t used = sizeof head - 1;
  if (form.length == 0 || form.length + sizeof head + 2 > sizeof query || memchr(form.bytes, '"', form.length) != NULL) return ISNAD_OK;
  memcpy(query, head, used);
  memcpy(query + used, form.bytes, form.length);
  query[used + form.length] = '"';
  sqlite3_stmt *row = store_statement(l->store, "SELECT rowid FROM search WHERE search MATCH ?1", l->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, (isnad_slice){query, used + form.length + 1});
  return list_rows(out, l, row);
}

/* Those that have another wording of it. */
static isnad_status list_wordings(listing *out, check_looking *l, uint64_t stem) {
  isnad_status status = ISNAD_OK;
  for (uint64_t rows = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, stem); status == ISNAD_OK && rows != 0; rows >>= 16) {
    isnad_slice rest = isnad_slice_of(isnad_check_words_rows[(rows & UINT16_MAX) - 1].form);
    while (status == ISNAD_OK && rest.length > 0 && out->count < MOST_LISTED) status = list_word(out, l, check_next_form(&rest));
  }
  return status;
}

static isnad_status gather_word(gathering *g, size_t token, double raise) {
  listing articles = {NULL, 0, 0};
  isnad_status status = list_word(&articles, g->l, isnad_token_form(g->l->ask.tokens, token));
  if (status == ISNAD_OK && articles.count < MOST_LISTED) status = list_wordings(&articles, g->l, check_stem(g->l->ask.tokens, token));
  return status == ISNAD_OK && articles.count > 0 ? weigh(g, &articles, raise) : status;
}

/* Words that half of the reports have find nothing; of a sentence of such words the rarest are taken. */
static isnad_status gather_words(gathering *g) {
  const check_ask *ask = &g->l->ask;
  isnad_status status = ISNAD_OK;
  size_t taken = ask->name_count;
  for (int common = 0; common < 2; common++)
    for (size_t i = 0; status == ISNAD_OK && i < ask->word_count; i++) {
      uint64_t reports = 0;
      for (size_t t = ask->words[i].first; status == ISNAD_OK && t < ask->words[i].last; t++) {
        status = reports_of(&reports, g->l, isnad_token_form(ask->tokens, t));
        bool rare = (double)reports * COMMON_PART < g->reports;
        if (status != ISNAD_OK || rare == (common == 1) || (common == 1 && taken >= LEAST_WORDS)) continue;
        status = gather_word(g, t, 1);
        taken++;
      }
    }
  return status;
}

/* The numbers as they are written. */
static isnad_status gather_numbers(gathering *g) {
  const check_ask *ask = &g->l->ask;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ask->article.figure_count; i++) {
    isnad_span span = ask->article.figures[i].number;
    for (size_t t = isnad_tokens_seek(ask->tokens, span.begin); t < ask->tokens->count && ask->tokens->items[t].span.begin < span.end; t++)
      if (status == ISNAD_OK && ask->tokens->items[t].kind == ISNAD_TOKEN_NUMBER) status = gather_word(g, t, 1);
  }
  return status;
}

/* The reports that have the very number of the very thing, in whatever words. */
static isnad_status gather_figures(gathering *g) {
  const check_ask *ask = &g->l->ask;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ask->article.figure_count; i++) {
    listing articles = {NULL, 0, 0};
    const isnad_prepared_figure *f = &ask->prepared.figures[i];
    const isnad_figure_note *note = &ask->article.figures[i];
    if (!note->has_min || !note->has_max || (f->thing.length == 0 && f->state.length == 0)) continue;
    sqlite3_stmt *row =
        store_statement(g->l->store, "SELECT article FROM figure WHERE measure = ?1 AND thing IS ?2 AND min = ?3 AND max = ?4", g->l->err);
    if (row == NULL) return ISNAD_STORE;
    store_bind_words(row, 1, f->measure);
    store_bind_text(row, 2, f->thing);
    sqlite3_bind_double(row, 3, note->min);
    sqlite3_bind_double(row, 4, note->max);
    status = list_rows(&articles, g->l, row);
    if (status == ISNAD_OK && articles.count > 0) status = weigh(g, &articles, NUMBER_RAISES);
  }
  return status;
}

/* --- names --- */

static isnad_status gather_name(gathering *g, const check_name *n) {
  listing articles = {NULL, 0, 0};
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < n->id_count; i++) {
    sqlite3_stmt *row =
        store_statement(g->l->store, "SELECT b.article FROM entity_cell c JOIN bearer b ON b.cell = c.id WHERE c.entity = ?1", g->l->err);
    if (row == NULL) return ISNAD_STORE;
    store_bind_words(row, 1, n->ids[i]);
    status = list_rows(&articles, g->l, row);
  }
  if (status == ISNAD_OK) status = list_word(&articles, g->l, isnad_token_form(g->l->ask.tokens, n->last - 1));
  return status == ISNAD_OK && articles.count > 0 ? weigh(g, &articles, n->adjective ? 1 : NAME_RAISES) : status;
}

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
static isnad_status heaviest(found_article **out, size_t *count, gathering *g) {
  check_looking *l = g->l;
  found_article *items = isnad_arena_array(l->arena, g->weights.count + 1, sizeof *items);
  size_t kept = 0;
  if (items == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; i < g->weights.room; i++)
    if (g->weights.used[i]) items[kept++] = (found_article){(int64_t)g->weights.entries[i].key, g->weights.entries[i].value, {NULL, 0}};
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
  gathering g = {.l = l};
  found_article *found = NULL;
  size_t count = 0;
  if (!map_new(&g.weights, l->arena, 4096)) return isnad_arena_fail(l->err, l->arena, "claim");
  isnad_status status = count_reports(&g);
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.name_count; i++) status = gather_name(&g, &l->ask.names[i]);
  if (status == ISNAD_OK) status = gather_words(&g);
  if (status == ISNAD_OK) status = gather_numbers(&g);
  if (status == ISNAD_OK) status = gather_figures(&g);
  if (status == ISNAD_OK) status = heaviest(&found, &count, &g);
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
