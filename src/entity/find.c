#include "entity/entity.h"

#include "entity/directory.h"
#include "entity/weaving.h"

#include <stdlib.h>
#include <string.h>

#include "tables.h"

static int by_rank(const void *a, const void *b) {
  const entity_card *x = a, *y = b;
  if (x->fit != y->fit) return x->fit > y->fit ? -1 : 1;
  if (x->articles != y->articles) return x->articles > y->articles ? -1 : 1;
  if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
  int order = isnad_slice_compare(x->canonical, y->canonical);
  return order != 0 ? order : isnad_slice_compare(x->id, y->id);
}

#define CARD_COLUMNS "e.id, e.type, e.canonical, e.country, e.parent, e.articles, e.mentions"

static void read_card(entity_card *out, isnad_arena *arena, sqlite3_stmt *s) {
  out->fit = 0;
  out->id = store_column_copy(arena, s, 0);
  out->type = store_column_copy(arena, s, 1);
  out->canonical = store_column_copy(arena, s, 2);
  out->country = store_column_copy(arena, s, 3);
  out->parent = store_column_copy(arena, s, 4);
  out->articles = (uint64_t)sqlite3_column_int64(s, 5);
  out->mentions = (uint64_t)sqlite3_column_int64(s, 6);
}

static isnad_status card_of(bool *found, entity_card *out, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  sqlite3_stmt *s = store_statement(store, "SELECT " CARD_COLUMNS " FROM entity e WHERE e.id = ?1", err);
  *found = false;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, id);
  isnad_status status = store_step(store, s, err);
  *found = status == ISNAD_OK;
  if (*found) read_card(out, arena, s);
  sqlite3_reset(s);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* The one that bears this id, if it is an id. */
static isnad_status find_id(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice id, isnad_err *err) {
  bool found = false;
  *out = isnad_arena_alloc(arena, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "entity");
  isnad_status status = card_of(&found, *out, arena, store, id, err);
  (*out)->fit = ENTITY_FITS_WHOLE;
  *count = found;
  return status;
}

static isnad_status find_words(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  isnad_tokens words;
  directory_fit *fits = NULL;
  size_t fit_count = 0;
  isnad_status status = isnad_arabic_tokens(&words, arena, name, err);
  if (status == ISNAD_OK) status = directory_find(&fits, &fit_count, arena, store, &words, err);
  if (status == ISNAD_OK && (*out = isnad_arena_array(arena, fit_count + 1, sizeof **out)) == NULL) status = isnad_arena_fail(err, arena, "entity");
  for (size_t i = 0; status == ISNAD_OK && i < fit_count; i++) {
    bool found = false;
    status = card_of(&found, &(*out)[*count], arena, store, fits[i].id, err);
    if (found) (*out)[(*count)++].fit = fits[i].fit;
  }
  if (*count > 1) qsort(*out, *count, sizeof **out, by_rank);
  return status;
}

static const char *id_of_row(const isnad_phrase *hit) {
  switch ((isnad_table)hit->table) {
  case ISNAD_TABLE_PEOPLE:
    return isnad_people_rows[hit->row].id;
  case ISNAD_TABLE_PLACES:
    return isnad_places_rows[hit->row].id;
  case ISNAD_TABLE_ORGANIZATIONS:
    return isnad_organizations_rows[hit->row].id;
  case ISNAD_TABLE_OUTLETS:
    return isnad_outlets_rows[hit->row].id;
  case ISNAD_TABLE_THINGS:
    return isnad_things_rows[hit->row].id;
  default:
    return NULL;
  }
}

/* A spelling that the tables know and no article of the store uses: whose it is bears another one there. */
static isnad_status find_spelling(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  enum { HITS = 16 };
  static const uint32_t tables =
      1u << ISNAD_TABLE_PEOPLE | 1u << ISNAD_TABLE_PLACES | 1u << ISNAD_TABLE_ORGANIZATIONS | 1u << ISNAD_TABLE_OUTLETS | 1u << ISNAD_TABLE_THINGS;
  isnad_tokens words;
  isnad_phrase hits[HITS];
  isnad_status status = isnad_arabic_tokens(&words, arena, name, err);
  size_t known = status == ISNAD_OK && words.count > 0 ? isnad_phrases_at(hits, HITS, &words, 0, tables, 0) : 0;
  if (status == ISNAD_OK && known > 0 && (*out = isnad_arena_array(arena, known, sizeof **out)) == NULL)
    return isnad_arena_fail(err, arena, "entity");
  for (size_t i = 0; status == ISNAD_OK && i < known && i < HITS; i++) {
    bool found = false;
    if (hits[i].count < words.count) continue;
    status = card_of(&found, &(*out)[*count], arena, store, isnad_slice_of(id_of_row(&hits[i])), err);
    if (found) (*out)[(*count)++].fit = ENTITY_FITS_WHOLE;
  }
  if (*count > 1) qsort(*out, *count, sizeof **out, by_rank);
  return status;
}

/* Is the word a whole part of the id: "putin" of "per.vladimir-putin"? */
static bool is_part(isnad_slice id, isnad_slice word) {
  for (size_t at = 0; at + word.length <= id.length; at++) {
    bool begins = at == 0 || id.bytes[at - 1] == '.' || id.bytes[at - 1] == '-';
    bool ends = at + word.length == id.length || id.bytes[at + word.length] == '.' || id.bytes[at + word.length] == '-';
    if (begins && ends && memcmp(id.bytes + at, word.bytes, word.length) == 0) return true;
  }
  return false;
}

/* "Putin", "Kim Jong-un": the ids of the tables are the Latin names of those they stand for. Reads all entities of the store. */
static isnad_status find_latin(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  isnad_tokens words;
  isnad_status status = isnad_arabic_tokens(&words, arena, name, err);
  size_t room = 0;
  for (size_t i = 0; status == ISNAD_OK && i < words.count; i++)
    if (isnad_token_is_word(&words, i) && (words.items[i].flags & ISNAD_TOKEN_ARABIC) != 0) return ISNAD_OK;
  sqlite3_stmt *s = status == ISNAD_OK && words.count > 0 ? store_statement(store, "SELECT " CARD_COLUMNS " FROM entity e ORDER BY e.id", err) : NULL;
  while (s != NULL && (status = store_step(store, s, err)) == ISNAD_OK) {
    isnad_slice id = store_column(s, 0);
    bool all = true;
    for (size_t i = 0; all && i < words.count; i++) all = !isnad_token_is_word(&words, i) || is_part(id, isnad_token_form(&words, i));
    if (!all) continue;
    if (*count == room) {
      entity_card *more = isnad_arena_grow(arena, *out, room, room * 2 + 4, sizeof *more);
      if (more == NULL) return isnad_arena_fail(err, arena, "entity");
      *out = more;
      room = room * 2 + 4;
    }
    read_card(&(*out)[*count], arena, s);
    (*out)[(*count)++].fit = ENTITY_FITS_WHOLE;
  }
  if (s != NULL) sqlite3_reset(s);
  if (*count > 1) qsort(*out, *count, sizeof **out, by_rank);
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status entity_find(entity_card **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice name, isnad_err *err) {
  *out = NULL;
  *count = 0;
  isnad_status status = find_id(out, count, arena, store, name, err);
  if (status == ISNAD_OK && *count == 0) status = find_words(out, count, arena, store, name, err);
  if (status == ISNAD_OK && *count == 0) status = find_spelling(out, count, arena, store, name, err);
  return status != ISNAD_OK || *count > 0 ? status : find_latin(out, count, arena, store, name, err);
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
                            " ORDER BY o.times DESC, o.first, a.name, o.phrase, c.id";
  return read_words(out, count, arena, store, sql, id, err);
}

isnad_status entity_holders(entity_words **out, size_t *count, isnad_arena *arena, isnad_store *store, isnad_slice office, isnad_err *err) {
  static const char sql[] = "SELECT e.canonical, sum(o.times), e.id, min(o.first), max(o.last), e.id, 0, 0 FROM entity_office o"
                            " JOIN entity_cell c ON c.id = o.cell JOIN entity e ON e.id = c.entity WHERE o.office = ?1"
                            " GROUP BY e.id ORDER BY min(o.first), e.id";
  return read_words(out, count, arena, store, sql, office, err);
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

static const char *title_of(const char *office) {
  for (uint32_t i = 0; i < isnad_offices_count; i++)
    if (strcmp(isnad_offices_rows[i].id, office) == 0) return isnad_offices_rows[i].name;
  return NULL;
}

static const char *name_of(const char *person) {
  for (uint32_t i = 0; i < isnad_people_count; i++)
    if (strcmp(isnad_people_rows[i].id, person) == 0) return isnad_people_rows[i].name;
  return NULL;
}

bool entity_next_office(entity_office *out, uint32_t *row, isnad_slice person, isnad_slice office) {
  for (; person.length + office.length > 0 && *row < isnad_office_holders_count; (*row)++) {
    const isnad_office_holders_row *r = &isnad_office_holders_rows[*row];
    if (!matches(r->person, person) || !matches(r->office, office)) continue;
    *out = (entity_office){r->person, r->office, r->from, r->to, title_of(r->office), name_of(r->person), (*row)++};
    return true;
  }
  return false;
}

const char *entity_office_named(isnad_arena *arena, isnad_slice words, isnad_err *err) {
  isnad_slice phrase, country;
  return office_of_words(&phrase, &country, arena, words, err);
}
