/* The reports that have the names, words and numbers of a sentence, by the index of words and the bearers of names: each weighs the sum of the
 * rarities of what it has. */
#include "claim/check/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
  MOST_ASKED = 10,
  LEAST_WORDS = 3,
  COMMON_PART = 6,
  LONGEST_QUERY = 2048,
  NAME_RAISES = 2,
  NUMBER_RAISES = 2,
  MOST_LISTED = 8000,
  FEW_REPORTS = 1000
};

typedef struct gathering {
  check_looking *l;
  map *weights; /* article -> thousandths */
  double reports;
} gathering;

static double rarity(const gathering *g, double reports) { return log((g->reports + 1) / (reports + 0.5)); }

static isnad_status count_reports(gathering *g) {
  int64_t most = 0;
  isnad_status status = store_number(&most, g->l->store, "SELECT max(id) FROM article", g->l->err);
  g->reports = most > 0 ? (double)most : 1;
  return status;
}

/* --- lists --- */

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
    if (out->count >= MOST_LISTED || !list(out, l, sqlite3_column_int64(row, 0))) {
      bool full = out->count >= MOST_LISTED;
      sqlite3_reset(row);
      return full ? ISNAD_OK : isnad_arena_fail(l->err, l->arena, "claim");
    }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static int by_number(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* Adds a weight to each of the articles once. */
static isnad_status add_weight(gathering *g, listing *articles, double weight) {
  if (weight <= 0) return ISNAD_OK;
  if (articles->count > 1) qsort(articles->items, articles->count, sizeof *articles->items, by_number);
  for (size_t i = 0; i < articles->count; i++) {
    if (i > 0 && articles->items[i] == articles->items[i - 1]) continue;
    uint64_t *sum = map_put(g->weights, (uint64_t)articles->items[i]);
    if (sum == NULL) return isnad_arena_fail(g->l->err, g->l->arena, "claim");
    *sum += (uint64_t)(weight * 1000);
  }
  return ISNAD_OK;
}

static isnad_status weigh(gathering *g, listing *articles, double raise) {
  return add_weight(g, articles, raise * rarity(g, (double)articles->count));
}

/* --- words --- */

static isnad_status reports_of(double *out, check_looking *l, isnad_slice form) {
  char room[ISNAD_STEM_ROOM];
  sqlite3_stmt *row = store_statement(l->store, "SELECT reports FROM search_term WHERE term = ?1", l->err);
  *out = 0;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_arabic_stem(room, form));
  isnad_status status = store_step(l->store, row, l->err);
  if (status == ISNAD_OK) *out = (double)sqlite3_column_int64(row, 0);
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Words in the syntax of the index, joined by "or"; a word that does not fit is left out. */
typedef struct query {
  char bytes[LONGEST_QUERY];
  size_t used, words;
} query;

static void begin_query(query *q) {
  static const char head[] = "{title body} : (";
  memcpy(q->bytes, head, sizeof head - 1);
  q->used = sizeof head - 1;
  q->words = 0;
}

static void add_to_query(query *q, isnad_slice form) {
  static const char joint[] = " OR ";
  if (form.length == 0 || q->used + form.length + sizeof joint + 3 > sizeof q->bytes || memchr(form.bytes, '"', form.length) != NULL) return;
  if (q->words++ > 0) {
    memcpy(q->bytes + q->used, joint, sizeof joint - 1);
    q->used += sizeof joint - 1;
  }
  q->bytes[q->used++] = '"';
  memcpy(q->bytes + q->used, form.bytes, form.length);
  q->used += form.length;
  q->bytes[q->used++] = '"';
}

/* The reports that have one of the words, in any form. */
static isnad_status list_query(listing *out, check_looking *l, query *q) {
  if (q->words == 0) return ISNAD_OK;
  q->bytes[q->used++] = ')';
  sqlite3_stmt *row = store_statement(l->store, "SELECT rowid FROM search WHERE search MATCH ?1", l->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_text(row, 1, (isnad_slice){q->bytes, q->used});
  return list_rows(out, l, row);
}

static isnad_status list_word(listing *out, check_looking *l, isnad_slice form) {
  query q;
  begin_query(&q);
  add_to_query(&q, form);
  return list_query(out, l, &q);
}

/* Those that have another wording of it; of the forms of a row that have one stem one is asked for. */
static isnad_status list_wordings(listing *out, check_looking *l, uint64_t stem) {
  enum { MOST_STEMS = 48 };
  query q;
  uint64_t known[MOST_STEMS] = {stem};
  size_t count = 1;
  begin_query(&q);
  for (uint64_t rows = check_rows(&l->table, ISNAD_CHECK_WORDS_ROLE_SAME, 0, stem); rows != 0; rows >>= 16) {
    isnad_slice rest = isnad_slice_of(isnad_check_words_rows[(rows & UINT16_MAX) - 1].form);
    while (rest.length > 0 && count < MOST_STEMS) {
      isnad_slice form = check_next_form(&rest);
      uint64_t own = check_word_stem(l->scratch, form);
      size_t k = 0;
      while (k < count && known[k] != own) k++;
      if (k < count) continue;
      known[count++] = own;
      add_to_query(&q, form);
    }
  }
  isnad_arena_reset(l->scratch);
  return list_query(out, l, &q);
}

/* The word itself weighs as it is rare; another wording of it as all of them together are. */
static isnad_status gather_word(gathering *g, size_t token) {
  listing exact = {NULL, 0, 0}, wide = {NULL, 0, 0};
  isnad_status status = list_word(&exact, g->l, isnad_token_form(g->l->ask.tokens, token));
  if (status == ISNAD_OK) status = list_wordings(&wide, g->l, check_stem(g->l->ask.tokens, token));
  if (status != ISNAD_OK || exact.count + wide.count == 0) return status;
  for (size_t i = 0; i < exact.count && wide.count > 0; i++)
    if (!list(&wide, g->l, exact.items[i])) return isnad_arena_fail(g->l->err, g->l->arena, "claim");
  double all = wide.count > 0 ? rarity(g, (double)wide.count) : 0, own = rarity(g, (double)(exact.count > 0 ? exact.count : wide.count));
  if (all < 0) all = 0;
  status = add_weight(g, &wide, all);
  return status == ISNAD_OK ? add_weight(g, &exact, own - all) : status;
}

typedef struct rare_word {
  size_t token;
  double reports;
} rare_word;

static int by_reports(const void *left, const void *right) {
  const rare_word *a = left, *b = right;
  if (a->reports != b->reports) return a->reports < b->reports ? -1 : 1;
  return (a->token > b->token) - (a->token < b->token);
}

/* The rarest words. Where a store is large, those that a sixth of the reports have find nothing, unless there are no others. */
static isnad_status gather_words(gathering *g) {
  const check_ask *ask = &g->l->ask;
  rare_word words[CHECK_MOST_WORDS];
  size_t count = 0, taken = ask->name_count;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ask->word_count; i++)
    for (size_t t = ask->words[i].first; status == ISNAD_OK && t < ask->words[i].last && count < CHECK_MOST_WORDS; t++) {
      words[count].token = t;
      status = reports_of(&words[count++].reports, g->l, isnad_token_form(ask->tokens, t));
    }
  if (status == ISNAD_OK && count > 1) qsort(words, count, sizeof words[0], by_reports);
  for (size_t i = 0; status == ISNAD_OK && i < count && i < MOST_ASKED; i++) {
    bool common = g->reports >= FEW_REPORTS && words[i].reports * COMMON_PART >= g->reports;
    if (common && taken >= LEAST_WORDS) break;
    status = gather_word(g, words[i].token);
    taken++;
  }
  return status;
}

/* --- numbers --- */

/* The numbers as they are written. */
static isnad_status gather_numbers(gathering *g) {
  const check_ask *ask = &g->l->ask;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ask->article.figure_count; i++) {
    isnad_span span = ask->article.figures[i].number;
    for (size_t t = isnad_tokens_seek(ask->tokens, span.begin); t < ask->tokens->count && ask->tokens->items[t].span.begin < span.end; t++)
      if (status == ISNAD_OK && ask->tokens->items[t].kind == ISNAD_TOKEN_NUMBER) status = gather_word(g, t);
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
    sqlite3_stmt *row = store_statement(
        g->l->store, "SELECT article FROM figure WHERE measure IN (?1, 'denied.' || ?1) AND thing IS ?2 AND min = ?3 AND max = ?4", g->l->err);
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

isnad_status check_gather(map *weights, check_looking *l) {
  gathering g = {.l = l, .weights = weights};
  isnad_status status = count_reports(&g);
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.name_count; i++) status = gather_name(&g, &l->ask.names[i]);
  if (status == ISNAD_OK) status = gather_words(&g);
  if (status == ISNAD_OK) status = gather_numbers(&g);
  return status == ISNAD_OK ? gather_figures(&g) : status;
}
