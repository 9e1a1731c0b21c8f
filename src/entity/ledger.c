#include "entity/ledger.h"

#include "base/hash.h"

#include <stdlib.h>

enum { MOST_BYTES = 24 << 20, EXPECTED = 4096 };

/* Items of one kind, found by the hash of their key. */
typedef struct shelf {
  map places; /* key -> index + 1 */
  void *items;
  size_t count, room;
} shelf;

struct ledger {
  isnad_arena *arena;
  shelf cells, bearers, spellings, offices;
};

static isnad_status no_memory(weaving *w) { return isnad_arena_fail(w->err, w->ledger->arena, "entity"); }

/* The place of the next item of `size` bytes; NULL without memory. */
static void *append(weaving *w, shelf *s, size_t size) {
  if (s->count == s->room) {
    size_t room = s->room * 2 + 256;
    void *grown = isnad_arena_grow(w->ledger->arena, s->items, s->room, room, size);
    if (grown == NULL) return NULL;
    s->items = grown;
    s->room = room;
  }
  return (char *)s->items + s->count++ * size;
}

/* The item of a key, made when it is new. */
static void *item_of(bool *fresh, weaving *w, shelf *s, uint64_t key, size_t size) {
  uint64_t *place = map_put(&s->places, key);
  if (place == NULL) return NULL;
  *fresh = *place == 0;
  if (!*fresh) return (char *)s->items + (*place - 1) * size;
  *place = s->count + 1;
  return append(w, s, size);
}

static isnad_slice keep(weaving *w, isnad_slice s) { return isnad_arena_copy(w->ledger->arena, s); }

/* --- adding --- */

/* Characters, as SQLite counts them. */
static size_t characters(isnad_slice s) {
  size_t count = 0;
  for (size_t i = 0; i < s.length; i++) count += ((unsigned char)s.bytes[i] & 0xC0) != 0x80;
  return count;
}

static bool is_plainer(isnad_slice a, isnad_slice b) {
  size_t x = characters(a), y = characters(b);
  return x != y ? x < y : isnad_slice_compare(a, b) < 0;
}

static bool is_earlier(int64_t a_when, isnad_slice a, int64_t b_when, isnad_slice b) {
  return a_when != b_when ? a_when < b_when : isnad_slice_compare(a, b) < 0;
}

isnad_status ledger_add_cell(weaving *w, const cell_sum *told) {
  bool fresh = false;
  cell_sum *c = item_of(&fresh, w, &w->ledger->cells, hash64(told->id), sizeof *c);
  if (c == NULL) return no_memory(w);
  if (fresh) {
    *c = *told;
    c->id = keep(w, told->id);
    c->entity = keep(w, told->entity);
    c->type = keep(w, told->type);
    c->canonical = keep(w, told->canonical);
    c->first_article = keep(w, told->first_article);
    return ISNAD_OK;
  }
  c->articles += told->articles;
  c->mentions += told->mentions;
  if (told->weight < c->weight) c->weight = told->weight;
  if (is_plainer(told->canonical, c->canonical)) c->canonical = keep(w, told->canonical);
  if (is_earlier(told->first, told->first_article, c->first, c->first_article)) {
    c->first = told->first;
    c->first_article = keep(w, told->first_article);
  }
  return ISNAD_OK;
}

isnad_status ledger_add_bearer(weaving *w, const bearer_row *told) {
  bearer_row *b = append(w, &w->ledger->bearers, sizeof *b);
  if (b == NULL) return no_memory(w);
  *b = *told;
  const uint64_t *cell = map_get(&w->ledger->cells.places, hash64(told->cell));
  b->cell = cell != NULL ? ((const cell_sum *)w->ledger->cells.items)[*cell - 1].id : keep(w, told->cell);
  b->local = isnad_slice_equal(told->local, told->cell) ? b->cell : keep(w, told->local);
  return ISNAD_OK;
}

isnad_status ledger_add_spelling(weaving *w, isnad_slice cell, isnad_slice words) {
  bool fresh = false;
  spelling_sum *s = item_of(&fresh, w, &w->ledger->spellings, hash64_seeded(words, hash64(cell)), sizeof *s);
  if (s == NULL) return no_memory(w);
  if (fresh) *s = (spelling_sum){keep(w, cell), keep(w, words), 0};
  s->times++;
  return ISNAD_OK;
}

isnad_status ledger_add_office(weaving *w, const office_sum *told) {
  bool fresh = false;
  office_sum *o = item_of(&fresh, w, &w->ledger->offices, hash64_seeded(told->phrase, hash64(told->cell)), sizeof *o);
  if (o == NULL) return no_memory(w);
  if (fresh) {
    *o = *told;
    o->cell = keep(w, told->cell);
    o->phrase = keep(w, told->phrase);
    o->words = keep(w, told->words);
    o->article = keep(w, told->article);
    return ISNAD_OK;
  }
  o->times += told->times;
  if (told->last > o->last) o->last = told->last;
  bool same = told->first == o->first && isnad_slice_equal(told->article, o->article);
  if (!(same ? told->span.begin < o->span.begin : is_earlier(told->first, told->article, o->first, o->article))) return ISNAD_OK;
  o->first = told->first;
  o->span = told->span;
  o->words = keep(w, told->words);
  o->article = keep(w, told->article);
  return ISNAD_OK;
}

/* --- writing --- */

static int by_cell_id(const void *a, const void *b) { return isnad_slice_compare(((const cell_sum *)a)->id, ((const cell_sum *)b)->id); }

static int by_bearer(const void *a, const void *b) {
  const bearer_row *x = a, *y = b;
  int order = isnad_slice_compare(x->cell, y->cell);
  if (order != 0) return order;
  if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
  return isnad_slice_compare(x->local, y->local);
}

static int by_spelling(const void *a, const void *b) {
  const spelling_sum *x = a, *y = b;
  int order = isnad_slice_compare(x->cell, y->cell);
  return order != 0 ? order : isnad_slice_compare(x->words, y->words);
}

static int by_office(const void *a, const void *b) {
  const office_sum *x = a, *y = b;
  int order = isnad_slice_compare(x->cell, y->cell);
  return order != 0 ? order : isnad_slice_compare(x->phrase, y->phrase);
}

static isnad_status write_cell(weaving *w, const void *item) {
  static const char sql[] =
      "INSERT INTO entity_cell(id,entity,type,canonical,block,weight,articles,mentions,first,first_article) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)"
      " ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, mentions = mentions + excluded.mentions,"
      " weight = min(weight, excluded.weight),"
      " canonical = iif((length(excluded.canonical), excluded.canonical) < (length(canonical), canonical), excluded.canonical, canonical),"
      " first_article = iif((excluded.first, excluded.first_article) < (first, first_article), excluded.first_article, first_article),"
      " first = min(first, excluded.first)";
  const cell_sum *c = item;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, c->id);
  store_bind_words(s, 2, c->entity);
  store_bind_words(s, 3, c->type);
  store_bind_words(s, 4, c->canonical);
  sqlite3_bind_int64(s, 5, (int64_t)c->block);
  sqlite3_bind_int64(s, 6, c->weight);
  sqlite3_bind_int64(s, 7, c->articles);
  sqlite3_bind_int64(s, 8, c->mentions);
  sqlite3_bind_int64(s, 9, c->first);
  store_bind_words(s, 10, c->first_article);
  return store_run(w->store, s, w->err);
}

static isnad_status write_bearer(weaving *w, const void *item) {
  static const char sql[] = "INSERT INTO bearer(cell,rank,article,local,mentions) VALUES(?1,?2,?3,?4,?5)";
  const bearer_row *b = item;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, b->cell);
  sqlite3_bind_int64(s, 2, b->rank);
  sqlite3_bind_int64(s, 3, b->article);
  store_bind_words(s, 4, b->local);
  sqlite3_bind_int64(s, 5, b->mentions);
  return store_run(w->store, s, w->err);
}

static isnad_status write_spelling(weaving *w, const void *item) {
  static const char sql[] = "INSERT INTO entity_spelling(cell,words,times) VALUES(?1,?2,?3) ON CONFLICT DO UPDATE SET times = times + excluded.times";
  const spelling_sum *sp = item;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, sp->cell);
  store_bind_words(s, 2, sp->words);
  sqlite3_bind_int64(s, 3, sp->times);
  return store_run(w->store, s, w->err);
}

/* The sums do not depend on the order; the first article is the one with the least (day, name). */
static isnad_status write_office(weaving *w, const void *item) {
  static const char sql[] =
      "INSERT INTO entity_office(cell,phrase,words,office,times,first,last,article,begin,end) VALUES(?1,?2,?3,?4,?10,?5,?9,?6,?7,?8)"
      " ON CONFLICT DO UPDATE SET times = times + excluded.times, last = max(last, excluded.last),"
      " words = iif((excluded.first, excluded.article, excluded.begin) < (first, article, begin), excluded.words, words),"
      " begin = iif((excluded.first, excluded.article, excluded.begin) < (first, article, begin), excluded.begin, begin),"
      " end = iif((excluded.first, excluded.article, excluded.begin) < (first, article, begin), excluded.end, end),"
      " article = iif((excluded.first, excluded.article) < (first, article), excluded.article, article), first = min(first, excluded.first)";
  const office_sum *o = item;
  sqlite3_stmt *s = store_statement(w->store, sql, w->err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, o->cell);
  store_bind_words(s, 2, o->phrase);
  store_bind_words(s, 3, o->words);
  store_bind_text(s, 4, o->office != NULL ? isnad_slice_of(o->office) : (isnad_slice){NULL, 0});
  sqlite3_bind_int64(s, 5, o->first);
  store_bind_words(s, 6, o->article);
  sqlite3_bind_int64(s, 7, o->span.begin);
  sqlite3_bind_int64(s, 8, o->span.end);
  sqlite3_bind_int64(s, 9, o->last);
  sqlite3_bind_int64(s, 10, o->times);
  return store_run(w->store, s, w->err);
}

static isnad_status write_shelf(weaving *w, shelf *s, size_t size, int (*order)(const void *, const void *),
                                isnad_status (*write)(weaving *, const void *)) {
  isnad_status status = ISNAD_OK;
  if (s->count > 1) qsort(s->items, s->count, size, order);
  for (size_t i = 0; status == ISNAD_OK && i < s->count; i++) status = write(w, (const char *)s->items + i * size);
  return status;
}

static isnad_status begin(weaving *w) {
  struct ledger *l = w->ledger;
  isnad_arena *arena = l->arena;
  isnad_arena_reset(arena);
  *l = (struct ledger){.arena = arena};
  bool room =
      map_new(&l->cells.places, arena, EXPECTED) && map_new(&l->spellings.places, arena, EXPECTED) && map_new(&l->offices.places, arena, EXPECTED);
  return room ? ISNAD_OK : no_memory(w);
}

isnad_status ledger_new(weaving *w) {
  w->ledger = isnad_arena_array(w->arena, 1, sizeof *w->ledger);
  if (w->ledger == NULL) return isnad_arena_fail(w->err, w->arena, "entity");
  isnad_status status = isnad_arena_new(&w->ledger->arena, 0);
  return status == ISNAD_OK ? begin(w) : isnad_err_set(w->err, status, "entity", (isnad_span){0, 0}, "out of memory");
}

void ledger_free(weaving *w) {
  if (w->ledger != NULL) isnad_arena_free(w->ledger->arena);
}

isnad_status ledger_write(weaving *w, bool all) {
  struct ledger *l = w->ledger;
  if (!all && isnad_arena_used(l->arena) < MOST_BYTES) return ISNAD_OK;
  if (isnad_arena_status(l->arena) != ISNAD_OK) return no_memory(w);
  /* bearers hold the ids of their cells, which sorting moves but does not change */
  isnad_status status = write_shelf(w, &l->cells, sizeof(cell_sum), by_cell_id, write_cell);
  if (status == ISNAD_OK) status = write_shelf(w, &l->bearers, sizeof(bearer_row), by_bearer, write_bearer);
  if (status == ISNAD_OK) status = write_shelf(w, &l->spellings, sizeof(spelling_sum), by_spelling, write_spelling);
  if (status == ISNAD_OK) status = write_shelf(w, &l->offices, sizeof(office_sum), by_office, write_office);
  return status == ISNAD_OK ? begin(w) : status;
}
