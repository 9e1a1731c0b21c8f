/* A query from its text to a page of hits. */
#include "search/collect.h"
#include "search/hits.h"
#include "search/spelling.h"

#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { USUAL_LIMIT = 20, MOST_LIMIT = 200, USUAL_EXCERPT = 280, LEAST_EXCERPT = 60, MOST_EXCERPT = 4000 };

static const isnad_span nowhere = {0, 0};

struct isnad_search {
  isnad_store *store;
  search_facts facts;
  isnad_arena *scratch; /* of one query */
};

/* --- open and close --- */

static isnad_status check_index(isnad_store *store, isnad_err *err) {
  int64_t tables = 0;
  isnad_status status =
      store_number(&tables, store, "SELECT count(*) FROM sqlite_schema WHERE name IN ('search', 'search_term', 'article_facts')", err);
  if (status != ISNAD_OK || tables == 3) return status;
  return isnad_err_set(err, ISNAD_STORE, "search", nowhere, "the store has no index of words: add its captures to a new one");
}

isnad_status isnad_search_open(isnad_search **out, isnad_store *store, isnad_err *err) {
  isnad_search *s = calloc(1, sizeof *s);
  *out = NULL;
  if (s == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "search", nowhere, "out of memory");
  s->store = store;
  isnad_status status = ISNAD_OK;
  if (isnad_arena_new(&s->scratch, 0) != ISNAD_OK || isnad_arena_new(&s->facts.arena, 0) != ISNAD_OK)
    status = isnad_err_set(err, ISNAD_NO_MEMORY, "search", nowhere, "out of memory");
  if (status == ISNAD_OK) status = check_index(store, err);
  if (status == ISNAD_OK) status = collect_register(store, err);
  if (status == ISNAD_OK) status = facts_refresh(&s->facts, store, err);
  if (status != ISNAD_OK)
    isnad_search_close(s);
  else
    *out = s;
  return status;
}

void isnad_search_close(isnad_search *s) {
  if (s == NULL) return;
  isnad_arena_free(s->scratch);
  isnad_arena_free(s->facts.arena);
  free(s);
}

/* --- cursors: how many hits were handed out, and for which question --- */

static uint32_t question(const isnad_search_query *q, const isnad_search_options *o) {
  uint64_t hash = isnad_token_hash(q->text) ^ (uint64_t)o->order * UINT64_C(0x9E3779B97F4A7C15);
  hash ^= isnad_token_hash((isnad_slice){(const char *)&q->within, q->dated ? sizeof q->within : 0});
  return (uint32_t)(hash ^ hash >> 32);
}

static isnad_slice write_cursor(isnad_arena *arena, size_t given, uint32_t asked) { return isnad_arena_printf(arena, "%zu-%08x", given, asked); }

static isnad_status read_cursor(size_t *given, isnad_slice cursor, uint32_t asked, isnad_err *err) {
  char text[32];
  unsigned long number = 0;
  unsigned of = 0;
  int read = 0;
  *given = 0;
  if (cursor.length == 0) return ISNAD_OK;
  if (cursor.length < sizeof text) {
    memcpy(text, cursor.bytes, cursor.length);
    text[cursor.length] = '\0';
    if (text[0] >= '0' && text[0] <= '9' && sscanf(text, "%6lu-%8x%n", &number, &of, &read) == 2 && (size_t)read == cursor.length && of == asked) {
      *given = number;
      return ISNAD_OK;
    }
  }
  return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "search", nowhere, "the cursor is not one of this query");
}

/* --- the answer --- */

static isnad_status narrow(isnad_search_query *q, isnad_interval within, isnad_err *err) {
  if (within.from == 0 && within.to == 0) return ISNAD_OK;
  if (!q->dated) q->within = (isnad_interval){INT64_MIN, INT64_MAX};
  q->dated = true;
  if (within.from > q->within.from) q->within.from = within.from;
  if (within.to < q->within.to) q->within.to = within.to;
  return q->within.from < q->within.to ? ISNAD_OK : isnad_err_set(err, ISNAD_BAD_INPUT, "search", nowhere, "the time ends before it begins");
}

static size_t between(size_t value, size_t usual, size_t least, size_t most) {
  if (value == 0) return usual;
  return value < least ? least : value > most ? most : value;
}

/* Whom the names were taken for, one clause after another. */
static isnad_status tell_bearers(isnad_search_page *page, isnad_arena *arena, const expression *e) {
  size_t count = 0;
  for (size_t i = 0; i < page->query.count; i++) count += e->bearers[i] != NULL ? e->bearers[i]->count : 0;
  isnad_search_bearer *all = isnad_arena_array(arena, count + 1, sizeof *all);
  if (all == NULL) return isnad_arena_fail(e->err, arena, "search");
  page->bearers = all;
  for (size_t i = 0; i < page->query.count; i++)
    for (size_t k = 0; e->bearers[i] != NULL && k < e->bearers[i]->count; k++) {
      isnad_search_bearer b = e->bearers[i]->items[k];
      all[page->bearer_count++] =
          (isnad_search_bearer){b.words, isnad_arena_copy(arena, b.id), isnad_arena_copy(arena, b.name), isnad_arena_copy(arena, b.type), b.reports};
    }
  return isnad_arena_status(arena) == ISNAD_OK ? ISNAD_OK : isnad_arena_fail(e->err, arena, "search");
}

static isnad_status make_page(isnad_search_page *page, isnad_arena *arena, isnad_search *s, expression *e, const isnad_search_options *o,
                              isnad_err *err) {
  collector c = {.arena = s->scratch, .facts = &s->facts, .expression = e, .within = page->query.within, .dated = page->query.dated};
  hit_maker m = {.arena = arena, .scratch = s->scratch, .store = s->store, .found = &c, .err = err};
  excerpt_words *words = NULL;
  bool more = false;
  uint32_t asked = question(&page->query, o);
  isnad_status status = read_cursor(&m.skip, o->cursor, asked, err);
  if (status == ISNAD_OK) status = collect_run(&c, s->store, err);
  if (status == ISNAD_OK) collect_sort(&c, o->order);
  if (c.failed) status = isnad_arena_fail(err, s->scratch, "search");
  if (status == ISNAD_OK) status = excerpt_prepare(&words, e);
  m.words = words;
  m.limit = between(o->limit, USUAL_LIMIT, 1, MOST_LIMIT);
  m.excerpt = between(o->excerpt, USUAL_EXCERPT, LEAST_EXCERPT, MOST_EXCERPT);
  page->total = c.count;
  if (status == ISNAD_OK) status = hits_make(page, &more, &m);
  if (status == ISNAD_OK && more) page->next = write_cursor(arena, m.skip + page->count, asked);
  if (status == ISNAD_OK) status = tell_bearers(page, arena, e);
  return status == ISNAD_OK ? spelling_suggest(page, arena, e) : status;
}

isnad_status isnad_search_run(isnad_search_page *out, isnad_arena *arena, isnad_search *s, isnad_slice query, const isnad_search_options *options,
                              isnad_err *err) {
  static const isnad_search_options usual = {0};
  const isnad_search_options *o = options != NULL ? options : &usual;
  *out = (isnad_search_page){0};
  isnad_arena_reset(s->scratch);
  isnad_status status = facts_refresh(&s->facts, s->store, err);
  int64_t now = o->now != 0 ? o->now : s->facts.newest;
  if (status == ISNAD_OK) status = isnad_search_parse(&out->query, arena, isnad_arena_copy(arena, query), now, err);
  if (status == ISNAD_OK) status = narrow(&out->query, o->within, err);
  if (status != ISNAD_OK) return status;
  expression *e = isnad_arena_alloc(s->scratch, sizeof *e);
  if (e == NULL) return isnad_arena_fail(err, s->scratch, "search");
  *e = (expression){.arena = s->scratch, .store = s->store, .facts = &s->facts, .query = &out->query, .err = err};
  status = expression_write(e);
  return status == ISNAD_OK ? make_page(out, arena, s, e, o, err) : status;
}
