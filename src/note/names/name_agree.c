/* What forbids that a title and a person go together: they are of different states, or of different genders. */
#include "note/names/name_nominal.h"

#include <string.h>

/* His row among the people, whatever the word by which the article names him; NULL: no table knows him. */
static const isnad_people_row *row_of(const name_finder *f, const found_name *person) {
  uint32_t entity = name_entity_of(f, person);
  if (entity != NO_ENTITY && f->entities[entity].person > 0) return &isnad_people_rows[f->entities[entity].person - 1];
  bool listed = person->rule.name == NULL && person->rule.table == ISNAD_TABLE_PEOPLE && person->id.length > 0;
  return listed ? &isnad_people_rows[person->rule.row] : NULL;
}

const char *nominal_own_country(const name_finder *f, const found_name *person) {
  const isnad_people_row *row = row_of(f, person);
  return row == NULL ? NULL : row->country;
}

nominal_gender nominal_gender_of(const name_finder *f, const found_name *person) {
  const isnad_people_row *row = row_of(f, person);
  if (row != NULL) return row->gender == ISNAD_PEOPLE_GENDER_F ? NOMINAL_WOMAN : NOMINAL_MAN;
  uint32_t entity = name_entity_of(f, person);
  const found_name *full = entity == NO_ENTITY ? person : &f->found[f->entities[entity].longest];
  const note_unit *u = name_unit_of(f, full->first);
  const isnad_phrase *given =
      u != NULL && full->form == ISNAD_FORM_NAME && full->last > full->first + 1 ? note_hit_at(u, full->first, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  if (given == NULL) return NOMINAL_NEITHER;
  isnad_given_names_gender gender = isnad_given_names_rows[given->row].gender;
  return gender == ISNAD_GIVEN_NAMES_GENDER_F ? NOMINAL_WOMAN : gender == ISNAD_GIVEN_NAMES_GENDER_M ? NOMINAL_MAN : NOMINAL_NEITHER;
}

static bool is_feminine(uint32_t title) { return title != 0 && isnad_titles_rows[title - 1].gender == ISNAD_TITLES_GENDER_F; }

bool nominal_is_of_gender(const name_finder *f, const found_name *nominal, const found_name *person) {
  if (nominal->title == 0) return true;
  nominal_gender gender = nominal_gender_of(f, person);
  if (is_feminine(nominal->title))
    return gender == NOMINAL_WOMAN || (gender == NOMINAL_NEITHER && (person->title == 0 || is_feminine(person->title)));
  return !(gender != NOMINAL_MAN && is_feminine(person->title));
}

bool nominal_is_no_man(const name_finder *f, const found_name *nominal, const found_name *person) {
  return !is_feminine(nominal->title) || nominal_gender_of(f, person) != NOMINAL_MAN;
}

/* A captain, a coach and a star are of the country of their team, and of their own. */
static bool is_of_field(const found_name *n) {
  static const char *const field[] = {"captain", "coach", "player", "keeper"};
  const isnad_titles_row *row = n->title == 0 ? NULL : &isnad_titles_rows[n->title - 1];
  const char *office = row == NULL ? NULL : row->office;
  if (row != NULL && (row->kind == ISNAD_TITLES_KIND_NOMINAL || row->kind == ISNAD_TITLES_KIND_PROFESSION)) return true;
  for (size_t i = 0; office != NULL && i < sizeof field / sizeof field[0]; i++)
    if (strcmp(office, field[i]) == 0) return true;
  return false;
}

/* Of a name the country of its title goes before his own. Of a title whose bearer was found his own counts too: "the minister" is no minister of
 * another state. */
bool nominal_may_be_of_country(const name_finder *f, const found_name *nominal, const found_name *person) {
  const char *here = nominal_country(nominal), *there = person->place != 0 ? isnad_places_rows[person->place - 1].country : NULL;
  const char *own = nominal_own_country(f, person);
  if (here != NULL && person->place != 0 && there == NULL) return false; /* of the Arabs, of Africa */
  if (here == NULL || (there == NULL && own == NULL)) return true;
  bool either = person->form != ISNAD_FORM_NAME || there == NULL || is_of_field(nominal);
  return (there != NULL && strcmp(here, there) == 0) || (either && own != NULL && strcmp(here, own) == 0);
}
