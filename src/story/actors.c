#include "story/actors.h"

#include "base/buf.h"

#include <string.h>

#include "tables.h"

enum { PEOPLE, BODIES, PLACES, TABLES, MOST_CANDIDATES = 256, COUNTRY_CODE = 2 };

typedef struct candidate {
  isnad_slice id;
  uint32_t reports, last; /* last: the report that was counted last, + 1 */
  float weight;
} candidate;

/* --- the tables --- */

static bool add_row(actor_index *index, const char *id, size_t table, size_t row) {
  uint64_t *place = map_put(&index->rows, isnad_token_hash(isnad_slice_of(id)));
  if (place != NULL && *place == 0) *place = row * TABLES + table + 1;
  return place != NULL;
}

bool actors_index_new(actor_index *out, isnad_arena *arena) {
  bool good = map_new(&out->rows, arena, isnad_people_count + isnad_organizations_count + isnad_places_count);
  for (size_t i = 0; good && i < isnad_people_count; i++) good = add_row(out, isnad_people_rows[i].id, PEOPLE, i);
  for (size_t i = 0; good && i < isnad_organizations_count; i++) good = add_row(out, isnad_organizations_rows[i].id, BODIES, i);
  for (size_t i = 0; good && i < isnad_places_count; i++) good = add_row(out, isnad_places_rows[i].id, PLACES, i);
  return good;
}

static const isnad_places_row *place_of(uint64_t code) { return (code - 1) % TABLES == PLACES ? &isnad_places_rows[(code - 1) / TABLES] : NULL; }

bool actors_is_wide(size_t place_row) {
  const isnad_places_row *place = &isnad_places_rows[place_row];
  static const char area[] = "area.";
  return place->kind == ISNAD_PLACES_KIND_CONTINENT || (place->kind == ISNAD_PLACES_KIND_OTHER && strncmp(place->id, area, sizeof area - 1) == 0);
}

static isnad_slice id_of(const actor_index *index, uint64_t hash) {
  const uint64_t *code = map_get(&index->rows, hash);
  if (code == NULL) return (isnad_slice){NULL, 0};
  size_t row = (size_t)((*code - 1) / TABLES);
  const isnad_places_row *place = place_of(*code);
  if (place == NULL) return isnad_slice_of((*code - 1) % TABLES == PEOPLE ? isnad_people_rows[row].id : isnad_organizations_rows[row].id);
  isnad_slice id = isnad_slice_of(place->id);
  if (actors_is_wide(row)) return (isnad_slice){NULL, 0};
  if (place->kind == ISNAD_PLACES_KIND_CAPITAL && id.length > COUNTRY_CODE && id.bytes[COUNTRY_CODE] == '.') id.length = COUNTRY_CODE;
  return id;
}

isnad_slice actors_name(const actor_index *index, isnad_slice id) {
  const uint64_t *code = map_get(&index->rows, isnad_token_hash(id));
  if (code == NULL) return id;
  size_t row = (size_t)((*code - 1) / TABLES);
  const isnad_places_row *place = place_of(*code);
  if (place != NULL) return isnad_slice_of(place->name);
  return isnad_slice_of((*code - 1) % TABLES == PEOPLE ? isnad_people_rows[row].name : isnad_organizations_rows[row].name);
}

/* --- choosing --- */

static bool acts(const term *t) { return t->kind == TERM_PERSON || t->kind == TERM_COUNTRY || t->kind == TERM_PLACE || t->kind == TERM_BODY; }

typedef struct kept_terms {
  uint32_t count;
  term items[]; /* those that act */
} kept_terms;

bool actor_terms_new(actor_terms *out, isnad_arena *arena, size_t expected) {
  out->arena = arena;
  return map_new(&out->places, arena, expected);
}

bool actor_terms_keep(actor_terms *terms, const report *r) {
  uint32_t count = 0;
  uint64_t *place = map_put(&terms->places, (uint64_t)r->id);
  if (place == NULL || *place != 0) return place != NULL;
  for (uint32_t i = 0; i < r->term_count; i++) count += acts(&r->terms[i]);
  kept_terms *kept = isnad_arena_alloc(terms->arena, sizeof *kept + count * sizeof kept->items[0]);
  if (kept == NULL) return false;
  kept->count = 0;
  for (uint32_t i = 0; i < r->term_count; i++)
    if (acts(&r->terms[i])) kept->items[kept->count++] = r->terms[i];
  *place = (uint64_t)(uintptr_t)kept;
  return true;
}

bool actor_terms_take(report *r, const actor_terms *terms) {
  const uint64_t *place = map_get(&terms->places, (uint64_t)r->id);
  const kept_terms *kept = place != NULL ? (const kept_terms *)(uintptr_t)*place : NULL;
  if (kept == NULL) return false;
  r->terms = kept->items;
  r->term_count = kept->count;
  return true;
}

static void name_one(candidate *all, size_t *count, isnad_slice id, const term *t, uint32_t number) {
  size_t at = 0;
  while (at < *count && !isnad_slice_equal(all[at].id, id)) at++;
  if (at == MOST_CANDIDATES) return;
  if (at == *count) all[(*count)++] = (candidate){.id = id};
  all[at].weight += t->whole;
  all[at].reports += all[at].last != number;
  all[at].last = number;
}

static bool is_before(const candidate *a, const candidate *b) {
  if (a->reports != b->reports) return a->reports > b->reports;
  if (a->weight != b->weight) return a->weight > b->weight;
  return isnad_slice_compare(a->id, b->id) < 0;
}

isnad_slice actors_of(isnad_arena *arena, const actor_index *index, const report *told, size_t count) {
  candidate all[MOST_CANDIDATES];
  size_t found = 0;
  for (size_t i = 0; i < count; i++)
    for (uint32_t k = 0; k < told[i].term_count; k++) {
      isnad_slice id = acts(&told[i].terms[k]) ? id_of(index, told[i].terms[k].hash) : (isnad_slice){NULL, 0};
      if (id.length > 0) name_one(all, &found, id, &told[i].terms[k], (uint32_t)i + 1);
    }
  buf b = buf_new(arena, 128);
  for (size_t chosen = 0; chosen < STORY_ACTORS && chosen < found; chosen++) {
    size_t best = chosen;
    for (size_t i = chosen + 1; i < found; i++)
      if (is_before(&all[i], &all[best])) best = i;
    candidate kept = all[best];
    all[best] = all[chosen];
    all[chosen] = kept;
    if (chosen > 0) buf_add_char(&b, '|');
    buf_add_slice(&b, kept.id);
  }
  return buf_slice(&b);
}
