#include "search/bearers.h"

#include "entity/entity.h"

#include "tables.h"

/* The types of names that the index has in the columns of these fields, too. */
static bool is_of_field(const entity_card *card, isnad_search_field field) {
  static const char *const who[] = {"person", "organization", "outlet"}, *const where[] = {"place", "facility"};
  const char *const *types = field == ISNAD_FIELD_WHO ? who : where;
  size_t count = field == ISNAD_FIELD_WHO ? sizeof who / sizeof who[0] : sizeof where / sizeof where[0];
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_is(card->type, types[i])) return true;
  return false;
}

typedef struct finding {
  search_bearers *out;
  isnad_arena *arena;
  isnad_store *store;
  const search_facts *facts;
  isnad_err *err;
} finding;

/* --- the reports that name them --- */

/* Rows of article and mentions. */
static isnad_status count_mentions(finding *f, const char *sql, isnad_slice key) {
  sqlite3_stmt *s = store_statement(f->store, sql, f->err);
  isnad_status status;
  if (s == NULL) return ISNAD_STORE;
  store_bind_words(s, 1, key);
  while ((status = store_step(f->store, s, f->err)) == ISNAD_OK) {
    int64_t article = sqlite3_column_int64(s, 0), mentions = sqlite3_column_int64(s, 1);
    if (article < 0 || (uint64_t)article >= f->facts->room) continue;
    uint16_t *sum = &f->out->mentions[article];
    *sum = (uint16_t)(*sum + mentions < UINT16_MAX ? *sum + mentions : UINT16_MAX);
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

static isnad_status add_articles(finding *f, isnad_slice id) {
  static const char sql[] = "SELECT b.article, b.mentions FROM entity_cell c JOIN bearer b ON b.cell = c.id WHERE c.entity = ?1";
  return count_mentions(f, sql, id);
}

/* The code of a country by the id of its row; empty: it is none. */
static isnad_slice country_of(isnad_slice id) {
  for (size_t i = 0; i < isnad_places_count; i++)
    if (isnad_places_rows[i].kind == ISNAD_PLACES_KIND_COUNTRY && isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id))
      return isnad_slice_of(isnad_places_rows[i].country);
  return (isnad_slice){NULL, 0};
}

static isnad_status add_places_within(finding *f, isnad_slice country) {
  static const char sql[] = "SELECT b.article, b.mentions FROM entity e CROSS JOIN entity_cell c CROSS JOIN bearer b" /* in this order */
                            " WHERE e.type = 'place' AND e.country = ?1 AND c.entity = e.id AND b.cell = c.id";
  return country.length > 0 ? count_mentions(f, sql, country) : ISNAD_OK;
}

/* --- what they are called --- */

static isnad_status add_spellings(finding *f, isnad_slice id) {
  entity_words *words = NULL;
  size_t count = 0;
  isnad_status status = entity_spellings(&words, &count, f->arena, f->store, id, f->err);
  for (size_t i = 0; status == ISNAD_OK && i < count && f->out->spelling_count < MOST_BEARER_SPELLINGS; i++)
    f->out->spellings[f->out->spelling_count++] = words[i].words;
  return status;
}

static isnad_status add_bearer(finding *f, const isnad_search_clause *clause, const entity_card *card) {
  f->out->items[f->out->count++] =
      (isnad_search_bearer){.words = clause->words, .id = card->id, .name = card->canonical, .type = card->type, .reports = card->articles};
  isnad_status status = add_articles(f, card->id);
  if (status == ISNAD_OK && clause->field == ISNAD_FIELD_WHERE) status = add_places_within(f, country_of(card->id));
  return status == ISNAD_OK ? add_spellings(f, card->id) : status;
}

/* --- the whole --- */

/* Those of the field that fit as well as the best of them does. */
static size_t choose(entity_card *cards, size_t count, isnad_search_field field) {
  size_t kept = 0;
  for (size_t i = 0; i < count && kept < MOST_BEARERS; i++)
    if (is_of_field(&cards[i], field) && (kept == 0 || cards[i].fit == cards[0].fit)) cards[kept++] = cards[i];
  return kept;
}

isnad_status bearers_find(search_bearers **out, isnad_arena *arena, isnad_store *store, const search_facts *facts, const isnad_search_clause *clause,
                          isnad_err *err) {
  entity_card *cards = NULL;
  size_t count = 0;
  *out = NULL;
  if ((clause->field != ISNAD_FIELD_WHO && clause->field != ISNAD_FIELD_WHERE) || clause->prefix) return ISNAD_OK;
  isnad_status status = entity_find(&cards, &count, arena, store, clause->words, err);
  count = status == ISNAD_OK ? choose(cards, count, clause->field) : 0;
  if (count == 0) return status;
  finding f = {.out = isnad_arena_alloc(arena, sizeof *f.out), .arena = arena, .store = store, .facts = facts, .err = err};
  if (f.out == NULL) return isnad_arena_fail(err, arena, "search");
  f.out->mentions = isnad_arena_array(arena, facts->room + 1, sizeof *f.out->mentions);
  f.out->items = isnad_arena_array(arena, count, sizeof *f.out->items);
  f.out->spellings = isnad_arena_array(arena, MOST_BEARER_SPELLINGS, sizeof *f.out->spellings);
  if (f.out->mentions == NULL || f.out->items == NULL || f.out->spellings == NULL) return isnad_arena_fail(err, arena, "search");
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = add_bearer(&f, clause, &cards[i]);
  *out = f.out;
  return status;
}
