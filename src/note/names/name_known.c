/* Whom the article has made known, when a title stands alone: one of the trade with which it named him ("the researcher" behind "a researcher at X"),
 * the only one of a nation ("the Brazilian defender"), or the one whom it is about ("the star"). Never one of two. */
#include "note/names/name_nominal.h"
#include "note/names/name_rows.h"

#include "arabic/letters.h"

#include <string.h>

enum { ARTICLE = 4 /* folded bytes */ };

/* The first word of a title, without its article. */
static isnad_slice head_of(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, (uint32_t)at);
  return name_is_definite(f, (uint32_t)at) && form.length > ARTICLE + 2 ? (isnad_slice){form.bytes + ARTICLE, form.length - ARTICLE} : form;
}

static const isnad_titles_row *title_of(const found_name *n) { return n->title == 0 ? NULL : &isnad_titles_rows[n->title - 1]; }

static bool is_trade(const isnad_titles_row *row) {
  return row != NULL &&
         (row->kind == ISNAD_TITLES_KIND_PROFESSION || (row->kind == ISNAD_TITLES_KIND_NOMINAL && row->takes != ISNAD_TITLES_TAKES_NONE));
}

/* The country of the adjective before or behind a name: "the Dutchman Robin X". */
static const char *nation_beside(const name_finder *f, const found_name *n) {
  const note_unit *u = name_unit_of(f, n->first);
  const isnad_phrase *before = u != NULL && n->first > u->first ? name_place_adjective(u, n->first - 1) : NULL;
  return before == NULL ? nominal_country(n) : isnad_places_rows[before->row].country;
}

/* The country of a bearer, as his fullest mention or a row of his tells; NULL: unknown. */
static const char *nation_of(const name_finder *f, uint32_t entity) { return nation_beside(f, &f->found[f->entities[entity].longest]); }

static bool may_be_of(const char *here, const char *there) { return here == NULL || there == NULL || strcmp(here, there) == 0; }

typedef enum known_gender { KNOWN_NEITHER, KNOWN_MAN, KNOWN_WOMAN } known_gender;

static known_gender gender_of(const name_finder *f, const found_name *n) {
  if (n->rule.name == NULL && n->rule.table == ISNAD_TABLE_PEOPLE)
    return isnad_people_rows[n->rule.row].gender == ISNAD_PEOPLE_GENDER_F ? KNOWN_WOMAN : KNOWN_MAN;
  const note_unit *u = name_unit_of(f, n->first);
  const isnad_phrase *given = u != NULL && n->last > n->first + 1 ? note_hit_at(u, n->first, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  if (given == NULL) return KNOWN_NEITHER;
  isnad_given_names_gender gender = isnad_given_names_rows[given->row].gender;
  return gender == ISNAD_GIVEN_NAMES_GENDER_F ? KNOWN_WOMAN : gender == ISNAD_GIVEN_NAMES_GENDER_M ? KNOWN_MAN : KNOWN_NEITHER;
}

static bool agrees(const name_finder *f, const isnad_titles_row *title, const found_name *person) {
  known_gender wanted = title->gender == ISNAD_TITLES_GENDER_F ? KNOWN_WOMAN : KNOWN_MAN, gender = gender_of(f, person);
  return gender == KNOWN_NEITHER || gender == wanted;
}

static bool is_named(const found_name *n) { return n->type == ISNAD_NAME_PERSON && n->form == ISNAD_FORM_NAME && !n->doubtful; }

/* Somebody whose title begins with the same noun, the nearest before. */
static uint32_t of_the_trade(const name_finder *f, size_t at) {
  const found_name *n = &f->found[at];
  isnad_slice head = head_of(f, n->first);
  const char *here = nominal_country(n);
  for (size_t back = 1; back <= NOMINAL_LOOK_AROUND && back <= at; back++) {
    const found_name *p = &f->found[at - back];
    const isnad_titles_row *row = p->type == ISNAD_NAME_PERSON ? title_of(p) : NULL;
    uint32_t entity = row == NULL || row->number != ISNAD_TITLES_NUMBER_S ? NO_ENTITY : name_entity_of(f, p);
    if (entity == NO_ENTITY || p->role.begin >= p->role.end) continue;
    size_t title = isnad_tokens_seek(&f->s->page->tokens, p->role.begin);
    if (row->gender != title_of(n)->gender || !isnad_slice_equal(head_of(f, title), head)) continue;
    if (may_be_of(here, nominal_country(p)) && may_be_of(here, nation_of(f, entity))) return entity;
  }
  return NO_ENTITY;
}

/* A captain and a coach are of the field. */
static bool is_of_state(const isnad_titles_row *row) {
  static const char *const field[] = {"captain", "coach", "player"};
  if (row == NULL || row->kind != ISNAD_TITLES_KIND_OFFICE || row->office == NULL) return false;
  for (size_t i = 0; i < sizeof field / sizeof field[0]; i++)
    if (strcmp(row->office, field[i]) == 0) return false;
  return true;
}

static bool held_an_office(isnad_slice id) { return isnad_slice_starts(id, isnad_slice_of("per.")) && name_offices_of(id).count > 0; }

/* The only one of the nation who was named so far. Who is in office, by the article or by the table, is meant by "the official" alone: he is nobody's
 * agent, victim or player. */
static uint32_t of_the_nation(const name_finder *f, const note_unit *u, size_t at) {
  const found_name *n = &f->found[at];
  bool official = name_has_role(u, n->first, ISNAD_NAME_PARTS_ROLE_OFFICIAL), office = false;
  const char *here = n->place == 0 ? NULL : isnad_places_rows[n->place - 1].country;
  uint32_t found = NO_ENTITY;
  for (size_t back = 1; here != NULL && back <= NOMINAL_LOOK_AROUND && back <= at; back++) {
    const found_name *p = &f->found[at - back];
    const char *there = is_named(p) ? nation_beside(f, p) : NULL;
    uint32_t entity = there == NULL || strcmp(here, there) != 0 || !agrees(f, title_of(n), p) ? NO_ENTITY : name_entity_of(f, p);
    if (entity == NO_ENTITY) continue;
    if (found != NO_ENTITY && entity != found) return NO_ENTITY;
    found = entity;
    office = office || is_of_state(title_of(p));
  }
  if (found == NO_ENTITY) return NO_ENTITY;
  return (office || held_an_office(f->entities[found].id)) == official ? found : NO_ENTITY;
}

/* The person whom the headline names, when the article names nobody else half as often; who holds an office is no hero. */
static uint32_t find_hero(const name_finder *f) {
  enum { LEAST = 3 };
  const note_unit *headline = f->s->unit_count > 0 && f->s->units[0].headline ? &f->s->units[0] : NULL;
  uint32_t *counts = headline == NULL ? NULL : isnad_arena_array(f->s->arena, f->entity_count + 1, sizeof *counts);
  uint32_t best = NO_ENTITY, second = 0, headlined = NO_ENTITY;
  for (size_t i = 0; counts != NULL && i < f->count; i++) {
    const found_name *n = &f->found[i];
    uint32_t e = is_named(n) ? name_entity_of(f, n) : NO_ENTITY;
    if (e == NO_ENTITY) continue;
    counts[e]++;
    const isnad_titles_row *row = title_of(n);
    if (n->first < headline->last) headlined = headlined == NO_ENTITY || headlined == e ? e : (uint32_t)f->entity_count;
    if (row != NULL && row->kind == ISNAD_TITLES_KIND_OFFICE) counts[e] = UINT32_MAX / 2; /* outdoes all and is refused below */
  }
  if (counts == NULL || headlined == NO_ENTITY || headlined == f->entity_count) return NO_ENTITY;
  for (uint32_t e = 0; e < f->entity_count; e++) {
    if (best == NO_ENTITY || counts[e] > counts[best]) {
      second = best == NO_ENTITY ? 0 : counts[best];
      best = e;
    } else if (counts[e] > second) {
      second = counts[e];
    }
  }
  return best == headlined && counts[best] >= LEAST && counts[best] < UINT32_MAX / 2 && counts[best] >= 2 * second ? best : NO_ENTITY;
}

static uint32_t about_whom(const name_finder *f, const note_unit *u, size_t at, nominal_hero *hero) {
  const found_name *n = &f->found[at];
  if (!name_has_role(u, n->first, ISNAD_NAME_PARTS_ROLE_STAR)) return NO_ENTITY;
  if (!hero->counted) hero->entity = find_hero(f);
  hero->counted = true;
  if (hero->entity == NO_ENTITY) return NO_ENTITY;
  const found_name *p = &f->found[f->entities[hero->entity].longest];
  return agrees(f, title_of(n), p) && may_be_of(nominal_country(n), nation_of(f, hero->entity)) ? hero->entity : NO_ENTITY;
}

/* "The dearest player", "the only player", "the Swiss victim": an adjective that tells another than the one who is known, or of the other gender. */
static bool is_told_apart(const name_finder *f, const note_unit *u, const found_name *n) {
  bool feminine = title_of(n)->gender == ISNAD_TITLES_GENDER_F;
  size_t end = n->last == n->first + 1 ? n->last + 1 : n->last; /* behind "the Welsh player" stands what he did */
  for (size_t at = n->first + 1; at < end && name_word_at(f, u, at) && name_is_definite(f, at); at++) {
    if (name_is_modifier(u, at)) continue;
    if (name_place_adjective(u, at) == NULL) return true;
    if (name_ends_with(f, at, LETTER_HEH) != feminine) return true;
  }
  return false;
}

/* A lawyer or an officer is another than the one whom the article is about, or the only one of his nation in it. */
static bool is_of_anybody(const isnad_titles_row *title) {
  static const char *const offices[] = {"player", "keeper", "official"};
  for (size_t i = 0; title->office != NULL && i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(title->office, offices[i]) == 0) return true;
  return title->office == NULL;
}

uint32_t nominal_known(name_finder *f, uint32_t index, nominal_hero *hero) {
  const found_name *n = &f->found[index];
  const isnad_titles_row *title = title_of(n);
  if (!is_trade(title) || title->number != ISNAD_TITLES_NUMBER_S || !name_is_definite(f, n->first)) return NO_ENTITY;
  const note_unit *u = name_unit_of(f, n->first);
  if (u == NULL || is_told_apart(f, u, n)) return NO_ENTITY;
  uint32_t entity = of_the_trade(f, index);
  if (entity != NO_ENTITY || !is_of_anybody(title)) return entity;
  entity = of_the_nation(f, u, index);
  return entity != NO_ENTITY ? entity : about_whom(f, u, index, hero);
}
