/* Whose office the words before a name are: that of its bearer ("the president Donald Trump"), or that of somebody who is told by him: "the lawyer of
 * Trump", "the adviser of President Trump". Where the grammar leaves it open ("the spokesman for the president X") the table of holders decides:
 * an office inside the words that he held, when he never held the one that begins them, is his. Whom it does not know keeps the words whole. */
#include "note/names/name_rows.h"
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

bool name_role_held(isnad_slice person, const char *office) {
  holder_rows held = name_offices_of(person);
  for (size_t i = 0; i < held.count; i++) {
    const char *kind = strchr(isnad_office_holders_rows[held.rows[i]].office, '.'); /* "us.president" */
    if (kind != NULL && strcmp(kind + 1, office) == 0) return true;
  }
  return false;
}

static bool is_of_the_name(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *place = name_place(u, at), *body = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  isnad_slice form = name_form(f, at);
  bool and_the = word_letter_at(form, 0, LETTER_WAW) && word_begins((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER}, LETTER_ALEF,
                                                                    LETTER_LAM); /* "the authority of tourism | and of heritage" */
  if (name_is_definite(f, at) || and_the || place != NULL || body != NULL) return false;
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  bool marbuta = text.length > 2 && (unsigned char)text.bytes[text.length - 2] == (0xC0 | LETTER_TEH_MARBUTA >> 6) &&
                 (unsigned char)text.bytes[text.length - 1] == (0x80 | (LETTER_TEH_MARBUTA & 0x3F));
  return marbuta || !name_ends_with(f, at, LETTER_HEH); /* its player: the pronoun makes it definite */
}

/* A noun without its article right before the name stands in construct with it: lawyer | Trump, director of the campaign of | Trump. */
bool name_role_is_told_by(const name_finder *f, const note_unit *u, const title_reading *t) {
  bool inside = t->row->takes == ISNAD_TITLES_TAKES_ADJ && t->complement && name_hit_uncut(u, t->last - 1, ISNAD_TABLE_ORG_HEADS) &&
                t->last > t->first + 2 && is_of_the_name(f, u, t->last - 1); /* "the minister of X in the government of | Y" */
  if (inside || (t->last > t->first + 1 && name_has_role(u, t->last - 1, ISNAD_NAME_PARTS_ROLE_CUP))) return true; /* "for the prize of | X" */
  if (t->row->takes != ISNAD_TITLES_TAKES_OF || t->row->kind == ISNAD_TITLES_KIND_RANK) return false;
  if (!t->complement) return is_of_the_name(f, u, t->last - 1);
  size_t last = t->last - 1;
  bool joined = last > t->first && isnad_arabic_proclitics(name_form(f, last)) > 0;
  bool body = last > t->first + 1 && name_hit_uncut(u, last, ISNAD_TABLE_ORG_HEADS); /* a minister in the government of | X */
  return (joined || body) && is_of_the_name(f, u, last);
}

/* "A spokesman for the leader of X, | So-and-so,": behind the comma the office inside the words has its holder. A body has none, so that behind it
 * the name is the spokesman's. */
bool name_role_speaks_for_office(const note_unit *u, uint32_t title, size_t first, size_t last) {
  const char *office = isnad_titles_rows[title].office;
  if (office == NULL || strcmp(office, "spokesman") != 0) return false;
  for (size_t at = first + 1; at < last; at++) {
    const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_TITLES);
    if (hit == NULL || hit->cut > 0 || hit->first + hit->count > last) continue;
    const isnad_titles_row *row = &isnad_titles_rows[hit->row];
    if (row->kind == ISNAD_TITLES_KIND_OFFICE && row->number == ISNAD_TITLES_NUMBER_S) return true;
  }
  return false;
}

/* An office of this kind, or of a kind of it ("leader" and "movement-leader"), was ever his. */
static bool held_kind(isnad_slice person, const char *office) {
  size_t length = strlen(office);
  holder_rows held = name_offices_of(person);
  for (size_t i = 0; i < held.count; i++) {
    const char *whole = isnad_office_holders_rows[held.rows[i]].office;
    size_t tail = strlen(whole);
    if (tail >= length && strcmp(whole + tail - length, office) == 0) return true;
  }
  return false;
}

static bool is_man(const note_unit *u, const found_name *bearer) {
  bool listed = bearer->rule.name == NULL && bearer->rule.table == ISNAD_TABLE_PEOPLE;
  if (listed) return isnad_people_rows[bearer->rule.row].gender == ISNAD_PEOPLE_GENDER_M;
  const isnad_phrase *given = note_hit_at(u, bearer->first, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_M;
}

/* Whom the table knows is asked for the office that the words hold. Of a woman's title no man is the bearer; who is "the" spokesman is named more
 * often than his master is, and "a" spokesman hardly ever. */
bool name_role_is_master(const name_finder *f, const note_unit *u, const found_name *office, const found_name *bearer) {
  bool woman = isnad_titles_rows[office->title - 1].gender == ISNAD_TITLES_GENDER_F;
  static const char *const masters[] = {"president",    "prime-minister", "chancellor", "king",          "emir",
                                        "crown-prince", "leader",         "pope",       "vice-president"};
  for (size_t i = 0; bearer->id.length > 0 && i < sizeof masters / sizeof masters[0]; i++)
    if (held_kind(bearer->id, masters[i])) return true;
  for (size_t at = office->first + 1; bearer->id.length > 0 && at < office->last; at++) {
    const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_TITLES);
    if (hit != NULL && isnad_titles_rows[hit->row].office != NULL && held_kind(bearer->id, isnad_titles_rows[hit->row].office)) return true;
  }
  return (woman && is_man(u, bearer)) || (bearer->id.length == 0 && !name_is_definite(f, office->first));
}

/* The office inside the words that the bearer of the name held; NULL: none. */
static const isnad_phrase *own_office(const note_unit *u, const title_reading *t) {
  for (size_t at = t->first + 1; at < t->last; at++) {
    const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_TITLES);
    if (hit == NULL || hit->first + hit->count > t->last) continue;
    const isnad_titles_row *row = &isnad_titles_rows[hit->row];
    if (row->office != NULL && row->number == ISNAD_TITLES_NUMBER_S && name_role_held(t->name.id, row->office)) return hit;
  }
  return NULL;
}

/* "Did | the leader of X | deceive Trump": who is at the head of one state is not he who is known by the
 * one word right behind and was at the head of another. */
bool name_role_is_of_other_state(const note_unit *u, const title_reading *t) {
  static const char *const first[] = {"president", "prime-minister", "king", "leader", "emir", "crown-prince", "chancellor"};
  const char *office = t->row->office, *here = t->place == 0 ? NULL : isnad_places_rows[t->place - 1].country;
  const isnad_rule *rule = &t->name.rule;
  const char *own = rule->name == NULL && rule->table == ISNAD_TABLE_PEOPLE && t->name.id.length > 0 ? isnad_people_rows[rule->row].country : NULL;
  if (office == NULL || here == NULL || own == NULL || strcmp(here, own) == 0 || own_office(u, t) != NULL || t->name.words > 1) return false;
  bool head = false, led = false;
  for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) head = head || strcmp(office, first[i]) == 0;
  for (size_t i = 0; head && i < sizeof first / sizeof first[0]; i++) led = led || name_role_held(t->name.id, first[i]);
  return led;
}

/* "The deputy, | the prominent one": praise behind an office is none of it. */
static isnad_span without_praise(const name_finder *f, const note_unit *u, const title_reading *t) {
  isnad_span out = t->span;
  for (size_t last = t->last; last > t->first + 1; last--) {
    const isnad_phrase *hit = note_hit_at(u, last - 1, ISNAD_TABLE_TITLES);
    const char *office = hit == NULL || isnad_titles_rows[hit->row].kind != ISNAD_TITLES_KIND_MODIFIER ? NULL : isnad_titles_rows[hit->row].office;
    if (office == NULL || strcmp(office, "praise") != 0) break;
    out.end = f->tokens[last - 2].span.end;
  }
  return out;
}

/* "The coach of Liverpool, | the Dutch one, | So-and-so": the nation behind a club of another land is its bearer's. */
static isnad_span without_nation(isnad_span role, const note_unit *u, const name_finder *f, const title_reading *t) {
  const isnad_phrase *nation = t->last > t->first + 2 ? name_place_adjective(u, t->last - 1) : NULL;
  bool coach = t->row->office != NULL && strcmp(t->row->office, "coach") == 0; /* the head of a federation is of its land */
  if (!coach || nation == NULL || nation->count > 1 || role.end != f->tokens[t->last - 1].span.end) return role;
  for (size_t at = t->first + 1; at + 1 < t->last; at++) {
    const isnad_phrase *club = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
    if (club == NULL || club->first + club->count != t->last - 1 || club->cut > 0) continue;
    const isnad_organizations_row *row = &isnad_organizations_rows[club->row];
    bool abroad = row->kind == ISNAD_ORGANIZATIONS_KIND_CLUB && row->country != NULL && row->country[0] != '-' &&
                  strcmp(row->country, isnad_places_rows[nation->row].country) != 0;
    if (abroad) role.end = f->tokens[t->last - 2].span.end;
    break;
  }
  return role;
}

void name_role(found_name *name, const name_finder *f, const note_unit *u, const title_reading *t) {
  name->title = t->row_index + 1;
  name->place = t->place;
  name->role = without_nation(without_praise(f, u, t), u, f, t);
  bool whole = t->name.id.length == 0 || (t->row->office != NULL && name_role_held(t->name.id, t->row->office));
  const isnad_phrase *own = whole ? NULL : own_office(u, t);
  if (own == NULL) return;
  name->title = own->row + 1;
  name->role.begin = own->span.begin;
}
