/* Bodies that every state has, told without their state: "the ministry of finance". Where the article names that body of one state by its full name
 * it is meant; else that of the state of which the article tells most by far. */
#include "note/names/name_rows.h"
#include "note/names/names.h"
#include "note/word.h"

#include <ctype.h>
#include <string.h>

enum { LETTERS = 26, LONGEST_ID = 96 };

static const char any[] = "org.any.";

typedef struct states {
  uint16_t told[LETTERS * LETTERS]; /* by the two letters of ISO 3166-1 */
} states;

static size_t place_of(const char *country) { return (size_t)(country[0] - 'A') * LETTERS + (size_t)(country[1] - 'A'); }

static bool is_code(const char *country) {
  return country != NULL && strlen(country) == 2 && isupper((unsigned char)country[0]) && isupper((unsigned char)country[1]);
}

/* Every place and adjective of one weighs for its country, those of the headline and of the opening more. */
static void count(states *c, const name_finder *f) {
  enum { HEADLINE = 3, OPENING = 2, MOST = 1000 };
  bool opened = false;
  for (size_t i = 0; i < f->s->unit_count; i++) {
    const note_unit *u = &f->s->units[i];
    unsigned weight = u->headline ? HEADLINE : opened ? 1 : OPENING;
    opened = opened || !u->headline;
    for (size_t at = u->first; at < u->last;) {
      const isnad_phrase *place = note_hit_at(u, at, ISNAD_TABLE_PLACES);
      const char *country = place == NULL || place->cut > 4 ? NULL : isnad_places_rows[place->row].country;
      bool sure = place != NULL && (isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO || place->cell == ISNAD_PLACES_CELL_ADJECTIVES);
      if (sure && is_code(country) && c->told[place_of(country)] < MOST) c->told[place_of(country)] = (uint16_t)(c->told[place_of(country)] + weight);
      at += place != NULL ? place->count : 1;
    }
  }
}

/* The state of which the article tells at least three times as much as of any other. */
static void find_home(name_finder *f, const states *c) {
  enum { LEAST = 3, TIMES = 3 };
  size_t best = 0;
  for (size_t i = 1; i < LETTERS * LETTERS; i++)
    if (c->told[i] > c->told[best]) best = i;
  for (size_t i = 0; i < LETTERS * LETTERS; i++)
    if (i != best && c->told[i] * TIMES > c->told[best]) return;
  if (c->told[best] < LEAST) return;
  f->home[0] = (char)('A' + best / LETTERS);
  f->home[1] = (char)('A' + best % LETTERS);
}

const char *name_home(name_finder *f) {
  if (!f->home_counted) {
    states c = {.told = {0}};
    count(&c, f);
    find_home(f, &c);
    f->home_counted = true;
  }
  return f->home[0] == '\0' ? NULL : f->home;
}

static bool told_most(char out[2], name_finder *f) {
  const char *home = name_home(f);
  if (home == NULL) return false;
  out[0] = (char)tolower((unsigned char)home[0]);
  out[1] = (char)tolower((unsigned char)home[1]);
  return true;
}

/* The entity with the same body of a state ("org.tn.interior-ministry" for "org.any.interior-ministry"); of two states nobody's. */
static uint32_t named_of_one(const name_finder *f, isnad_slice body, bool *several) {
  enum { BEFORE = 7 }; /* "org.tn." */
  uint32_t found = NO_ENTITY;
  *several = false;
  for (uint32_t e = 0; e < f->entity_count; e++) {
    isnad_slice id = f->entities[e].id;
    if (f->entities[e].merged != e || id.length != BEFORE + body.length || !isnad_slice_starts(id, isnad_slice_of("org."))) continue;
    if (memcmp(id.bytes + BEFORE, body.bytes, body.length) != 0) continue;
    *several = found != NO_ENTITY;
    found = e;
    if (*several) return NO_ENTITY;
  }
  return found;
}

static const isnad_organizations_row *row_of_state(const char state[2], isnad_slice body) {
  char id[LONGEST_ID] = "org.";
  if (body.length + 7 > sizeof id) return NULL;
  memcpy(id + 4, state, 2);
  id[6] = '.';
  memcpy(id + 7, body.bytes, body.length);
  return name_body_row((isnad_slice){id, 7 + body.length});
}

/* "The civil defence | in Sydney": the state of the place in which the fullest mention of the body is said to be. */
static bool told_behind(char out[2], const name_finder *f, const name_entity *e) {
  const found_name *n = &f->found[e->longest];
  const note_unit *u = name_unit_of(f, n->first);
  const isnad_phrase *in = u == NULL ? NULL : note_word_at(u, n->last, ISNAD_QUOTE_WORDS_ROLE_IN);
  const isnad_phrase *place = in == NULL || in->cut > 0 ? NULL : name_place(u, n->last + 1);
  const char *country = place == NULL ? NULL : isnad_places_rows[place->row].country;
  if (!is_code(country)) return false;
  out[0] = (char)tolower((unsigned char)country[0]);
  out[1] = (char)tolower((unsigned char)country[1]);
  return true;
}

static void take_row(name_entity *entity, const isnad_organizations_row *row) {
  if (row == NULL) return;
  entity->id = isnad_slice_of(row->id);
  entity->canonical = isnad_slice_of(row->name);
}

void name_states(name_finder *f) {
  for (uint32_t e = 0; e < f->entity_count; e++) {
    name_entity *entity = &f->entities[e];
    if (entity->merged != e || !isnad_slice_starts(entity->id, isnad_slice_of(any))) continue;
    isnad_slice body = {entity->id.bytes + sizeof any - 1, entity->id.length - (sizeof any - 1)};
    bool several = false;
    char state[2];
    if (told_behind(state, f, entity)) {
      take_row(entity, row_of_state(state, body));
      continue;
    }
    uint32_t named = named_of_one(f, body, &several);
    if (named != NO_ENTITY) {
      entity->merged = named;
      continue;
    }
    const isnad_organizations_row *row = !several && told_most(state, f) ? row_of_state(state, body) : NULL;
    take_row(entity, row);
  }
}
