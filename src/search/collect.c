/* BM25 over fields: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004. The occurrences of a word count
 * by where they stand and are saturated together; the length of the body normalizes them. */
#include "search/collect.h"

#include "base/clock.h"

#include <math.h>
#include <stdlib.h>

enum { COLUMN_TITLE, COLUMN_BODY, LEAD_WORDS = 60, MOST_NEAR = 24, LAST_NEAR = 2 };

static const double title_weight = 5, lead_weight = 1.6, body_weight = 1, value_weight = 2;
static const double saturation = 1.2, length_share = 0.6, near_share = 0.6;
static const double recency_share = 0.5, half_life = 30.0 * DAY_SECONDS, origins_share = 0.08, bare_share = 0.5;

/* --- one report --- */

/* What one phrase has in the report at hand. */
typedef struct occurrences {
  double weight;
  uint32_t places[MOST_NEAR]; /* the first in headline and body; the column in the upper bits */
  size_t count;
} occurrences;

static double weight_of(int column, int offset) {
  if (column == COLUMN_TITLE) return title_weight;
  if (column == COLUMN_BODY) return offset < LEAD_WORDS ? lead_weight : body_weight;
  return value_weight;
}

static void read_phrase(occurrences *o, const Fts5ExtensionApi *api, Fts5Context *fts, int phrase) {
  Fts5PhraseIter iterator;
  int column = 0, offset = 0;
  *o = (occurrences){.weight = 0};
  if (api->xPhraseFirst(fts, phrase, &iterator, &column, &offset) != SQLITE_OK) return;
  for (; column >= 0; api->xPhraseNext(fts, &iterator, &column, &offset)) {
    o->weight += weight_of(column, offset);
    if (column <= COLUMN_BODY && o->count < MOST_NEAR) o->places[o->count++] = (uint32_t)column << 30 | (uint32_t)offset;
  }
}

/* Whether one stands right beside or one word from the other. */
static bool are_near(const occurrences *a, const occurrences *b) {
  for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
    uint32_t x = a->places[i], y = b->places[j];
    if (x != y && (x > y ? x - y : y - x) <= LAST_NEAR) return true;
    if (x < y)
      i++;
    else
      j++;
  }
  return false;
}

static double length_of(const collector *c, const search_fact *fact) {
  return 1 - length_share + length_share * (double)fact->words / c->facts->average_words;
}

static double words_score(const collector *c, const search_fact *fact, const Fts5ExtensionApi *api, Fts5Context *fts) {
  const expression *e = c->expression;
  double score = 0, length = saturation * length_of(c, fact);
  occurrences pair[2];
  int before = -1; /* the phrase whose occurrences are in pair[turn ^ 1] */
  size_t turn = 0;
  for (size_t i = 0; i < e->phrase_count; i++) {
    if (e->phrases[i].weight <= 0) continue;
    occurrences *o = &pair[turn];
    read_phrase(o, api, fts, (int)i);
    if (o->weight <= 0) continue;
    score += e->phrases[i].weight * (saturation + 1) * o->weight / (length + o->weight);
    if (before >= 0 && e->phrases[before].clause != e->phrases[i].clause && are_near(&pair[turn ^ 1], o))
      score += near_share * fmin(e->phrases[i].weight, e->phrases[before].weight);
    before = (int)i;
    turn ^= 1;
  }
  return score;
}

/* Newer reports, and those of events that several told independently, go before others that match as well. */
static double raised(const collector *c, const search_fact *fact, double score) {
  if (fact->when.from < fact->when.to) {
    double age = fact->when.from < c->facts->newest ? (double)(c->facts->newest - fact->when.from) : 0;
    score *= 1 + recency_share * exp2(-age / half_life);
  }
  if (fact->origins > 1) score *= 1 + origins_share * log2(fact->origins < 64 ? (double)fact->origins : 64);
  return fact->bare ? score * bare_share : score;
}

static bool is_within(const collector *c, const search_fact *fact) {
  if (!c->dated) return true;
  return fact->when.from < fact->when.to && fact->when.from < c->within.to && fact->when.to > c->within.from;
}

static void keep(collector *c, int64_t article, double score) {
  if (c->count == c->room) {
    size_t room = c->room == 0 ? 1024 : 2 * c->room;
    found *items = isnad_arena_grow(c->arena, c->items, c->room, room, sizeof *items);
    c->failed = items == NULL;
    if (c->failed) return;
    c->items = items;
    c->room = room;
  }
  c->items[c->count++] = (found){article, score};
}

/* --- names --- */

static uint16_t mentions_in(const search_bearers *b, int64_t article) { return b->mentions[article]; }

/* Whether each group of names is met and none that is not wanted; `*score` gains by how often they are named. */
static bool bearers_meet(double *score, const collector *c, const search_fact *fact, int64_t article) {
  const expression *e = c->expression;
  double length = saturation * length_of(c, fact);
  for (size_t i = 0, last = 0; i < e->query->count; i = last) {
    bool met = false, excluded = e->query->clauses[i].excluded;
    for (last = i; last < e->query->count && e->query->clauses[last].group == e->query->clauses[i].group; last++) {
      uint16_t mentions = e->bearers[last] != NULL ? mentions_in(e->bearers[last], article) : 0;
      double weight = value_weight * mentions;
      if (mentions == 0) continue;
      met = true;
      *score += EXPRESSION_VALUE_WEIGHT * (saturation + 1) * weight / (length + weight);
    }
    if (e->bearers[i] != NULL && met == excluded) return false;
  }
  return true;
}

static void judge(collector *c, int64_t article, const search_fact *fact, double score) {
  if (is_within(c, fact) && bearers_meet(&score, c, fact, article)) keep(c, article, raised(c, fact, score));
}

/* --- through FTS5 --- */

static const char pointer_kind[] = "isnad_collector";

static void hit(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *result, int count, sqlite3_value **values) {
  collector *c = count == 1 ? sqlite3_value_pointer(values[0], pointer_kind) : NULL;
  int64_t article = api->xRowid(fts);
  (void)result;
  if (c == NULL || c->failed) return;
  const search_fact *fact = facts_of(c->facts, article);
  if (fact != NULL && c->unwanted != NULL)
    c->unwanted[article] = 1;
  else if (fact != NULL)
    judge(c, article, fact, words_score(c, fact, api, fts));
}

isnad_status collect_register(isnad_store *store, isnad_err *err) {
  fts5_api *api = tokenizer_fts5(store_db(store));
  if (api != NULL && api->xCreateFunction(api, "isnad_hit", NULL, hit, NULL) == SQLITE_OK) return ISNAD_OK;
  return store_error(store, "be searched", err);
}

static isnad_status run_match(collector *c, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT isnad_hit(search, ?2) FROM search WHERE search MATCH ?1";
  isnad_status status;
  sqlite3_stmt *s = store_statement(store, sql, err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, buf_slice(&c->expression->match));
  sqlite3_bind_pointer(s, 2, c, pointer_kind, NULL);
  while ((status = store_step(store, s, err)) == ISNAD_OK) continue;
  sqlite3_clear_bindings(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

static bool asks_for_bearers(const expression *e) {
  for (size_t i = 0; i < e->query->count; i++)
    if (e->bearers[i] != NULL) return true;
  return false;
}

/* Nothing but names and a time is asked for. */
static void run_facts(collector *c) {
  double score = asks_for_bearers(c->expression) ? 0 : 1;
  for (size_t i = 0; i < c->facts->room && !c->failed; i++) {
    const search_fact *fact = facts_of(c->facts, (int64_t)i);
    if (fact != NULL && (c->unwanted == NULL || !c->unwanted[i])) judge(c, (int64_t)i, fact, score);
  }
}

isnad_status collect_run(collector *c, isnad_store *store, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  bool words = c->expression->match.length > 0, excludes = c->expression->match_excludes;
  if (excludes) c->unwanted = isnad_arena_array(c->arena, c->facts->room + 1, sizeof *c->unwanted);
  if (excludes && c->unwanted == NULL) return isnad_arena_fail(err, c->arena, "search");
  if (words) status = run_match(c, store, err);
  if (status == ISNAD_OK && (!words || excludes)) run_facts(c);
  return c->failed ? isnad_arena_fail(err, c->arena, "search") : status;
}

/* --- order --- */

typedef struct ranked {
  double key;
  uint64_t name;
  found item;
} ranked;

static int by_rank(const void *x, const void *y) {
  const ranked *a = x, *b = y;
  if (a->key != b->key) return a->key > b->key ? -1 : 1;
  return a->name < b->name ? -1 : a->name > b->name;
}

void collect_sort(collector *c, isnad_search_order order) {
  ranked *list = isnad_arena_array(c->arena, c->count + 1, sizeof *list);
  c->failed = list == NULL;
  if (c->failed) return;
  for (size_t i = 0; i < c->count; i++) {
    const search_fact *fact = facts_of(c->facts, c->items[i].article);
    double key = order == ISNAD_SEARCH_NEWEST ? (double)fact->when.from : c->items[i].score;
    list[i] = (ranked){key, fact->name, c->items[i]};
  }
  qsort(list, c->count, sizeof *list, by_rank);
  for (size_t i = 0; i < c->count; i++) c->items[i] = list[i].item;
}
