/* A body, a table's name, an office or a person that begin at one token: which of them is meant. */
#include "note/names/names.h"

bool name_begins_office(const note_unit *u, size_t at) {
  const isnad_phrase *title = at < u->last && name_has_table(u, at, 1u << ISNAD_TABLE_TITLES) ? note_hit_at(u, at, ISNAD_TABLE_TITLES) : NULL;
  return title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE &&
         isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
}

/* "The house of | president So-and-so", "the office of | the prime minister So-and-so": the office behind the noun, or among the words of the head,
 * has its bearer, so that it is read for itself: where it begins. 0: there is none. What is called after somebody is not his. */
size_t name_office_in(const name_finder *f, const note_unit *u, const found_name *body) {
  title_reading office;
  const isnad_phrase *head = note_hit_at(u, body->first, ISNAD_TABLE_ORG_HEADS);
  bool placed = body->type == ISNAD_NAME_ORGANIZATION || body->type == ISNAD_NAME_FACILITY;
  bool house = name_has_role(u, body->first, ISNAD_NAME_PARTS_ROLE_HOUSE); /* the bridge, the church of the archangel */
  size_t end = placed && head != NULL && !house ? head->first + head->count : 0, at = body->first + 1;
  while (at < end && !name_begins_office(u, at)) at++;
  if (end == 0 || !name_begins_office(u, at)) return 0;
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  bool held = !name_title_is_style(&isnad_titles_rows[title->row]) && name_title(&office, f, u, title) && office.person && !office.name.doubtful;
  return held ? at : 0;
}

/* "Opra | Winfrey": a full name of the table, of which a head noun is the first word. */
bool name_is_full_row(const person_reading *person, const found_name *body) {
  return person->id.length > 0 && person->words > 1 && !person->doubtful && person->last == body->last;
}

/* "The app | BBC Arabic": the words of a body stop inside a name that a table holds. */
bool name_cuts_row(const note_unit *u, const found_name *body) {
  for (size_t at = body->first + 1; at < body->last; at++) {
    const isnad_phrase *outlet = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
    if (outlet != NULL && outlet->cut == 0 && outlet->count > 1 && outlet->first + outlet->count > body->last) return true;
  }
  return false;
}

/* Where the names inside a body begin: behind its head noun, of which the last word may be a head too ("the board of | directors"). */
size_t name_inside_of(const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS), *inner = note_hit_at(u, at + 1, ISNAD_TABLE_ORG_HEADS);
  bool both = head != NULL && head->count > 1 && name_has_role(u, at + 1, ISNAD_NAME_PARTS_ROLE_ABSTRACT) && inner != NULL && inner->cut == 0 &&
              inner->first + inner->count == head->first + head->count;
  return both ? at + head->count : at + 1;
}

bool name_is_storms(const name_finder *f, const note_unit *u, size_t at) {
  size_t before = at;
  if (before > u->first && f->tokens[before - 1].kind == ISNAD_TOKEN_QUOTE) before--;
  if (before == u->first) return false;
  if (name_has_role(u, before - 1, ISNAD_NAME_PARTS_ROLE_STORM)) return true;
  return before > u->first + 1 && name_place_adjective(u, before - 1) == NULL && name_is_definite(f, before - 1) &&
         name_has_role(u, before - 2, ISNAD_NAME_PARTS_ROLE_STORM);
}
