#include "search/hits.h"

#include "base/map.h"
#include "store/articles.h"
#include "store/edges.h"
#include "store/packed.h"
#include "store/stories.h"

#include <stdlib.h>
#include <string.h>

static const double copy_share = 0.8; /* of the smaller text that lies in the other */

/* What became of an article that was found. */
enum { OPEN = 1, GIVEN };

typedef struct group {
  int64_t best;     /* as ranked */
  int64_t shown;    /* the one that its copies come from, as far as the days tell */
  int64_t *members; /* the others */
  size_t count;
  double score;
} group;

/* --- copies --- */

static bool is_copy(const store_copy *c, const hit_maker *m) {
  const search_fact *other = facts_of(m->found->facts, c->other);
  if (other == NULL) return false;
  if (other->bare) return true; /* a headline that a list has from it */
  return (c->own_share > c->other_share ? c->own_share : c->other_share) >= copy_share;
}

static int64_t day_of(const search_fact *f) { return f->when.from < f->when.to ? f->when.from : INT64_MAX; }

/* The earliest of those that match is the one to read; its name breaks ties. */
static bool goes_before(const hit_maker *m, int64_t a, int64_t b) {
  const search_fact *x = facts_of(m->found->facts, a), *y = facts_of(m->found->facts, b);
  if (x->bare != y->bare) return y->bare;
  if (day_of(x) != day_of(y)) return day_of(x) < day_of(y);
  return x->name < y->name;
}

static isnad_status find_members(group *g, hit_maker *m, map *state) {
  store_copy *copies = NULL;
  size_t count = 0;
  isnad_status status = store_copies_of(&copies, &count, m->scratch, m->store, g->best, m->err);
  if (status != ISNAD_OK) return status;
  g->members = isnad_arena_array(m->arena, count + 1, sizeof *g->members);
  if (g->members == NULL) return isnad_arena_fail(m->err, m->arena, "search");
  for (size_t i = 0; i < count; i++) {
    if (!is_copy(&copies[i], m)) continue;
    uint64_t *place = map_get(state, (uint64_t)copies[i].other);
    if (place != NULL && *place == GIVEN) continue; /* it is under another hit */
    g->members[g->count++] = copies[i].other;
    if (place == NULL) continue;
    *place = GIVEN;
    if (goes_before(m, copies[i].other, g->shown)) g->shown = copies[i].other;
  }
  for (size_t i = 0; i < g->count; i++)
    if (g->members[i] == g->shown) g->members[i] = g->best;
  return ISNAD_OK;
}

/* --- one hit --- */

static isnad_search_report report_of(const store_article *a) {
  return (isnad_search_report){.id = a->name,
                               .label = a->label,
                               .role = a->role,
                               .headline = a->headline.length > 0 ? a->headline : a->opening,
                               .outlet = a->outlet_name.length > 0 ? a->outlet_name : a->outlet,
                               .outlet_id = a->outlet,
                               .origin = a->origin_name.length > 0 ? a->origin_name : a->origin,
                               .published = a->published,
                               .basis = a->basis,
                               .uri = a->uri};
}

static int by_day(const void *x, const void *y) {
  const isnad_search_report *a = x, *b = y;
  int64_t p = a->published.from < a->published.to ? a->published.from : INT64_MAX,
          q = b->published.from < b->published.to ? b->published.from : INT64_MAX;
  if (p != q) return p < q ? -1 : 1;
  return isnad_slice_compare(a->id, b->id);
}

static isnad_status load_copies(isnad_search_hit *hit, hit_maker *m, const group *g) {
  isnad_search_report *copies = isnad_arena_array(m->arena, g->count + 1, sizeof *copies);
  isnad_status status = copies == NULL ? isnad_arena_fail(m->err, m->arena, "search") : ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < g->count; i++) {
    store_article article;
    status = store_article_get(&article, m->arena, m->store, g->members[i], m->err);
    if (status == ISNAD_OK) copies[hit->copy_count++] = report_of(&article);
  }
  if (hit->copy_count > 1) qsort(copies, hit->copy_count, sizeof *copies, by_day);
  hit->copies = copies;
  return status;
}

static isnad_status load_story(isnad_search_hit *hit, hit_maker *m, isnad_slice story) {
  static const char sql[] = "SELECT title, reports, origins_certain, origins_possible FROM story WHERE id = ?1";
  sqlite3_stmt *s = store_statement(m->store, sql, m->err);
  if (story.length == 0) return ISNAD_OK;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, story);
  isnad_status status = store_step(m->store, s, m->err);
  if (status == ISNAD_OK) {
    hit->story = story;
    hit->story_title = store_column_copy(m->arena, s, 0);
    hit->story_reports = (uint32_t)sqlite3_column_int64(s, 1);
    hit->certain = (uint32_t)sqlite3_column_int64(s, 2);
    hit->possible = (uint32_t)sqlite3_column_int64(s, 3);
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The store is read as it is: spans that do not lie in the text, or do not follow one another, are left out. */
static size_t spans_of(isnad_span *out, isnad_slice packed, size_t text_length) {
  size_t count = 0;
  for (size_t i = 0; i < packed_spans(packed); i++) {
    isnad_span span = packed_span(packed, i);
    if (span.begin < span.end && span.end <= text_length && (count == 0 || out[count - 1].end <= span.begin)) out[count++] = span;
  }
  return count;
}

/* The place of the headline in the page's text. */
static isnad_span headline_span(isnad_slice text, isnad_slice headline) {
  if (headline.length == 0) return (isnad_span){0, 0};
  for (size_t at = 0; at + headline.length <= text.length; at++) {
    const char *first = memchr(text.bytes + at, headline.bytes[0], text.length - headline.length - at + 1);
    if (first == NULL) break;
    at = (size_t)(first - text.bytes);
    if (memcmp(first, headline.bytes, headline.length) == 0) return (isnad_span){(uint32_t)at, (uint32_t)(at + headline.length)};
  }
  return (isnad_span){0, 0};
}

static isnad_status load_text(isnad_search_hit *hit, hit_maker *m, int64_t article) {
  static const char sql[] = "SELECT c.text, a.body, a.headline FROM article a JOIN capture c ON c.id = a.capture WHERE a.id = ?1";
  sqlite3_stmt *s = store_statement(m->store, sql, m->err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, article);
  isnad_status status = store_step(m->store, s, m->err);
  if (status != ISNAD_OK) return status == ISNAD_END ? ISNAD_OK : status;
  isnad_slice text = store_column(s, 0), packed = store_column(s, 1);
  isnad_span *body = isnad_arena_array(m->scratch, packed.length / 8 + 1, sizeof *body);
  if (body == NULL) {
    status = isnad_arena_fail(m->err, m->scratch, "search");
  } else {
    size_t count = spans_of(body, packed, text.length);
    status = excerpt_make(hit, m->arena, m->scratch, m->words, text, headline_span(text, store_column(s, 2)), body, count, m->excerpt, m->err);
  }
  sqlite3_reset(s);
  return status;
}

static isnad_status load_hit(isnad_search_hit *hit, hit_maker *m, const group *g) {
  store_article article;
  *hit = (isnad_search_hit){.score = g->score};
  isnad_status status = store_article_get(&article, m->arena, m->store, g->shown, m->err);
  if (status != ISNAD_OK) return status;
  hit->report = report_of(&article);
  status = load_story(hit, m, article.story);
  if (status == ISNAD_OK) status = load_copies(hit, m, g);
  return status == ISNAD_OK ? load_text(hit, m, g->shown) : status;
}

/* --- the page --- */

static bool mark_found(map *state, const hit_maker *m) {
  if (!map_new(state, m->scratch, m->found->count + 1)) return false;
  for (size_t i = 0; i < m->found->count; i++) {
    uint64_t *place = map_put(state, (uint64_t)m->found->items[i].article);
    if (place == NULL) return false;
    *place = OPEN;
  }
  return true;
}

isnad_status hits_make(isnad_search_page *page, bool *more, hit_maker *m) {
  map state;
  isnad_search_hit *hits = isnad_arena_array(m->arena, m->limit + 1, sizeof *hits);
  isnad_status status = ISNAD_OK;
  size_t passed = 0;
  *more = false;
  if (hits == NULL || !mark_found(&state, m)) return isnad_arena_fail(m->err, m->arena, "search");
  for (size_t i = 0; status == ISNAD_OK && i < m->found->count && passed < MOST_HITS; i++) {
    uint64_t *place = map_get(&state, (uint64_t)m->found->items[i].article);
    if (*place == GIVEN) continue;
    if (page->count == m->limit) {
      *more = true;
      break;
    }
    *place = GIVEN;
    group g = {.best = m->found->items[i].article, .shown = m->found->items[i].article, .score = m->found->items[i].score};
    status = find_members(&g, m, &state);
    if (status == ISNAD_OK && passed++ >= m->skip) status = load_hit(&hits[page->count++], m, &g);
  }
  page->hits = hits;
  return status;
}
