#include "entity/entity.h"

#include "base/hash.h"
#include "entity/weaving.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

typedef struct wanted {
  isnad_tokens words;
  isnad_arena *scratch;
} wanted;

static bool holds(const isnad_tokens *name, uint64_t word) {
  for (size_t i = 0; i < name->count; i++)
    if (name->items[i].hash == word) return true;
  return false;
}

/* 0: does not fit; 1: holds all the words; 2: and no other. */
static unsigned fits(const wanted *w, isnad_slice spelling) {
  isnad_tokens name;
  isnad_arena_reset(w->scratch);
  if (isnad_arabic_tokens(&name, w->scratch, spelling, NULL) != ISNAD_OK || w->words.count == 0) return 0;
  for (size_t i = 0; i < w->words.count; i++)
    if (!holds(&name, w->words.items[i].hash)) return 0;
  return name.count == w->words.count ? 2 : 1;
}

typedef struct ranked {
  entity_card card;
  unsigned fit;
} ranked;

static int by_rank(const void *a, const void *b) {
  const ranked *x = a, *y = b;
  if (x->fit != y->fit) return x->fit > y->fit ? -1 : 1;
  if (x->card.articles != y->card.articles) return x->card.articles > y->card.articles ? -1 : 1;
  if (x->card.mentions != y->card.mentions) return x->card.mentions > y->card.mentions ? -1 : 1;
  int order = isnad_slice_compare(x->card.canonical, y->card.canonical);
  return order != 0 ? order : isnad_slice_compare(x->card.id, y->card.id);
}

#define CARD_COLUMNS "e.id, e.type, e.canonical, e.country, e.parent, e.articles, e.mentions"

static void read_card(entity_card *out, isnad_arena *arena, sqlite3_stmt *s) {
  out->id = store_column_copy(arena, s, 0);
  out->type = store_column_copy(arena, s, 1);
  out->canonical = store_column_copy(arena, s, 2);
  out->country = store_column_copy(arena, s, 3);
  out->parent = store_column_copy(arena, s, 4);
  out->articles = (uint64_t)sqlite3_column_int64(s, 5);
  out->mentions = (uint64_t)sqlite3_column_int64(s, 6);
}

/* Each spelling is asked; an entity counts by the one that fits best. */
static isnad_status collect(ranked **out, size_t *count, isnad_arena *arena, isnad_store *store, const wanted *w, isnad_err *err) {
  static const char sql[] = "SELECT " CARD_COLUMNS ", s.words FROM entity e JOIN entity_cell c ON c.entity = e.id"
                            " JOIN entity_spelling s ON s.cell = c.id ORDER BY e.id";
  sqlite3_stmt *s = store_statement(store, sql, err);
  isnad_status status = s == NULL ? ISNAD_STORE : ISNAD_OK;
  size_t room = 0;
  *out = NULL;
  *count = 0;
  while (status == ISNAD_OK && (status = store_step(store, s, err)) == ISNAD_OK) {
    unsigned fit = fits(w, store_column(s, 7)), canonical = fits(w, store_column(s, 2));
    if (canonical > fit) fit = canonical;
    ranked *last = *count > 0 ? &(*out)[*count - 1] : NULL;
    if (fit > 0 && last != NULL && isnad_slice_equal(last->card.id, store_column(s, 0))) {
      if (fit > last->fit) last->fit = fit;
      continue;
    }
    if (fit == 0) continue;
    if (*count == room) {
      ranked *more = isnad_arena_grow(arena, *out, room, room * 2 + 16, sizeof *more);
      if (more == NULL) return isnad_arena_fail(err, arena, "entity");
      *out = more;
      room = room * 2 + 16;
    }
    ranked *r = &(*out)[(*count)++];
    r->fit = fit;
    read_card(&r->card, arena, s);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The one that bears this id, if it is an id. */
static isnad_status find_id(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT " CARD_COLUMNS " FROM entity e WHERE e.id = ?1", err);
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, id);
  isnad_status status = store_step(store, s, err);
  if (status == ISNAD_OK && (*out = isnad_arena_alloc(arena, sizeof **out)) != NULL) {
    read_card(*out, arena, s);
    *count = 1;
  } else if (status == ISNAD_OK) {
    status = isnad_arena_fail(err, arena, "entity");
  }
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status entity_find(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  wanted w = {.scratch = NULL};
  ranked *items = NULL;
  *out = NULL;
  *count = 0;
  isnad_status status = find_id(out, count, arena, store, name, err);
  if (status != ISNAD_OK || *count > 0) return status;
  if (isnad_arena_new(&w.scratch, 0) != ISNAD_OK) return isnad_arena_fail(err, arena, "entity");
  status = isnad_arabic_tokens(&w.words, arena, name, err);
  if (status == ISNAD_OK) status = collect(&items, count, arena, store, &w, err);
  isnad_arena_free(w.scratch);
  if (status != ISNAD_OK) return status;
  if (*count > 1) qsort(items, *count, sizeof *items, by_rank);
  *out = isnad_arena_array(arena, *count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "entity");
  for (size_t i = 0; i < *count; i++) (*out)[i] = items[i].card;
  return ISNAD_OK;
}

isnad_status entity_articles(entity_naming **out, size_t *count, isnad_arena *arena, isnad_store *store, const entity_card *card, isnad_err *err) {
  static const char sql[] =
      "SELECT b.article, b.local, b.mentions FROM entity_cell c JOIN bearer b ON b.cell = c.id JOIN article a ON a.id = b.article"
      " LEFT JOIN story_member m ON m.article = a.id WHERE c.entity = ?1"
      " ORDER BY coalesce(m.published_from, a.published_from), a.label, a.name, b.local";
  sqlite3_stmt *s = store_statement(store, sql, err);
  *count = 0;
  *out = isnad_arena_array(arena, (size_t)card->articles + 1, sizeof **out);
  if (s == NULL || *out == NULL) return s == NULL ? ISNAD_STORE : isnad_arena_fail(err, arena, "entity");
  store_bind_words(s, 1, card->id);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK)
    if (*count < card->articles)
      (*out)[(*count)++] = (entity_naming){sqlite3_column_int64(s, 0), store_column_copy(arena, s, 1), (uint64_t)sqlite3_column_int64(s, 2)};
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- lists of words: columns words, times, office, first, last, article, begin, end --- */

static isnad_status read_words(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, const char *sql, isnad_slice key,
                               isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, sql, err);
  size_t room = 0;
  *out = NULL;
  *count = 0;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, key);
  isnad_status status;
  while ((status = store_step(store, s, err)) == ISNAD_OK) {
    if (*count == room) {
      entity_words *more = isnad_arena_grow(arena, *out, room, room * 2 + 16, sizeof *more);
      if (more == NULL) return isnad_arena_fail(err, arena, "entity");
      *out = more;
      room = room * 2 + 16;
    }
    entity_words *w = &(*out)[(*count)++];
    int64_t first = sqlite3_column_int64(s, 3);
    *w = (entity_words){.words = store_column_copy(arena, s, 0), .office = store_column_copy(arena, s, 2), .article = store_column_copy(arena, s, 5)};
    w->times = (uint64_t)sqlite3_column_int64(s, 1);
    w->first = first == ENTITY_UNDATED ? 0 : first;
    w->last = sqlite3_column_int64(s, 4);
    w->span = (isnad_span){(uint32_t)sqlite3_column_int64(s, 6), (uint32_t)sqlite3_column_int64(s, 7)};
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status entity_spellings(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  static const char sql[] = "SELECT s.words, sum(s.times), NULL, 0, 0, NULL, 0, 0 FROM entity_cell c JOIN entity_spelling s ON s.cell = c.id"
                            " WHERE c.entity = ?1 GROUP BY s.words ORDER BY sum(s.times) DESC, s.words";
  return read_words(out, count, arena, store, sql, id, err);
}

/* min() alone decides which row the bare columns come from, as SQLite documents. */
isnad_status entity_offices(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  static const char sql[] = "SELECT o.words, o.times, o.office, o.first, o.last, a.label, o.begin, o.end FROM entity_cell c"
                            " JOIN entity_office o ON o.cell = c.id JOIN article a ON a.name = o.article WHERE c.entity = ?1"
                            " ORDER BY o.first, a.name, o.phrase, c.id";
  return read_words(out, count, arena, store, sql, id, err);
}

isnad_status entity_holders(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice office, isnad_err *err) {
  static const char sql[] = "SELECT e.canonical, sum(o.times), e.id, min(o.first), max(o.last), e.id, 0, 0 FROM entity_office o"
                            " JOIN entity_cell c ON c.id = o.cell JOIN entity e ON e.id = c.entity WHERE o.office = ?1"
                            " GROUP BY e.id ORDER BY min(o.first), e.id";
  return read_words(out, count, arena, store, sql, office, err);
}

isnad_status entity_stories(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  static const char sql[] =
      "SELECT t.title, count(DISTINCT b.article), NULL, coalesce(t.published_from, 253402300800), coalesce(t.published_to, 0), t.id, 0, 0"
      " FROM entity_cell c JOIN bearer b ON b.cell = c.id JOIN story_member m ON m.article = b.article"
      " JOIN story t ON t.id = m.story WHERE c.entity = ?1 GROUP BY t.id ORDER BY 4, t.id";
  return read_words(out, count, arena, store, sql, id, err);
}

isnad_status entity_each(isnad_store *store, bool (*take)(void *context, const entity_card *card), void *context, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT " CARD_COLUMNS " FROM entity e ORDER BY e.id", err);
  isnad_arena *arena = NULL;
  isnad_status status = s == NULL ? ISNAD_STORE : isnad_arena_new(&arena, 0);
  while (status == ISNAD_OK && (status = store_step(store, s, err)) == ISNAD_OK) {
    entity_card card;
    isnad_arena_reset(arena);
    read_card(&card, arena, s);
    if (!take(context, &card)) status = ISNAD_CANCELLED;
  }
  if (s != NULL) sqlite3_reset(s);
  isnad_arena_free(arena);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* --- what the tables know --- */

static bool matches(const char *cell, isnad_slice asked) { return asked.length == 0 || isnad_slice_equal(isnad_slice_of(cell), asked); }

bool entity_next_office(entity_office *out, uint32_t *row, isnad_slice person, isnad_slice office) {
  for (; person.length + office.length > 0 && *row < isnad_office_holders_count; (*row)++) {
    const isnad_office_holders_row *r = &isnad_office_holders_rows[*row];
    if (!matches(r->person, person) || !matches(r->office, office)) continue;
    *out = (entity_office){r->person, r->office, r->from, r->to, (*row)++};
    return true;
  }
  return false;
}

const char *entity_office_named(isnad_arena *arena, isnad_slice words, isnad_err *err) {
  isnad_slice phrase, country;
  return office_of_words(&phrase, &country, arena, words, err);
}
