/* What ties more words to an office: li and what owns it, ba, in and at. */
#include "note/names/name_office.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* "For the affairs of | the Near East": what an office is for, up to the adjectives of it. */
static bool take_matters(office *o) {
  size_t end = o->at + 1;
  const isnad_phrase *place = name_place(o->u, end);
  if (place != NULL && place->cut == 0) {
    office_close(o, place->first + place->count);
    return true;
  }
  bool swallowed = name_is_definite(o->f, o->at);
  if (name_word_at(o->f, o->u, end + 1) && !name_is_definite(o->f, end) && !name_is_wall(o->f, o->u, end) && name_is_definite(o->f, end + 1) &&
      !note_has_hit(o->u, end, ISNAD_TABLE_GIVEN_NAMES))
    end++; /* "for the affairs of | the industry of gold" */
  if (!name_word_at(o->f, o->u, end) || name_is_wall(o->f, o->u, end) || !name_is_definite(o->f, end)) {
    if (swallowed) office_close(o, end);
    return swallowed;
  }
  for (end++; name_word_at(o->f, o->u, end) && name_is_definite(o->f, end) && !name_is_wall(o->f, o->u, end) &&
              (name_ends_with(o->f, end, LETTER_YEH) || name_ends_with(o->f, end, LETTER_HEH));)
    end++;
  office_close(o, end);
  return true;
}

/* "The visit of the emir of X | to Y": who is at the head of one place, or a minister in it, is so for no other. */
static bool is_settled(const office *o) {
  static const char *const offices[] = {"king", "emir", "crown-prince", "president", "minister"};
  const char *kind = o->row->office;
  bool placed = o->placed || o->place != 0 || name_place(o->u, o->at - 1) != NULL;
  size_t length = kind == NULL || !placed ? 0 : strlen(kind);
  for (size_t i = 0; length > 0 && i < sizeof offices / sizeof offices[0]; i++) {
    size_t end = strlen(offices[i]);
    if (length >= end && strcmp(kind + length - end, offices[i]) == 0) return true;
  }
  return false;
}

/* "The ambassador of X | in Y": who is sent to a place. */
static bool is_envoy(const office *o) {
  const char *kind = o->row->office;
  return o->closed && kind != NULL && (strcmp(kind, "ambassador") == 0 || strcmp(kind, "consul") == 0);
}

/* "At | the university", "in the hospital", and not "in the presence of", "with his first change": where one may serve. */
static bool is_seat_behind_ba(const office *o) {
  if (name_hit_uncut(o->u, o->at, ISNAD_TABLE_STOPS)) return false;
  isnad_slice form = name_form(o->f, o->at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  const isnad_phrase *head = note_hit_at(o->u, o->at, ISNAD_TABLE_ORG_HEADS), *place = note_hit_at(o->u, o->at, ISNAD_TABLE_PLACE_HEADS);
  return word_begins(rest, LETTER_ALEF, LETTER_LAM) || (head != NULL && head->cut > 0) || (place != NULL && place->cut > 0) ||
         name_place(o->u, o->at) != NULL || name_place(o->u, o->at + 1) != NULL;
}

/* "The head of the list | in Manouba, So-and-so": a full name behind the comma. */
static bool bears_behind_comma(const office *o, size_t comma) {
  person_reading bearer;
  return o->closed && comma + 1 < o->u->last && name_is_comma(o->f, comma) && office_known_person(&bearer, o, comma + 1) && bearer.words > 1;
}

/* "The coordinator | for the process of the peace": where the noun at a token ends with its complement that has the article. */
static size_t construct_end(const office *o, size_t at) {
  size_t next = at + 1;
  bool complement = !name_is_definite(o->f, at) && name_word_at(o->f, o->u, next) && name_is_definite(o->f, next) &&
                    !name_is_wall(o->f, o->u, next) && name_place_adjective(o->u, next) == NULL &&
                    !office_known_person(&(person_reading){0}, o, next) && !note_has_hit(o->u, next, ISNAD_TABLE_TITLES);
  return complement ? next + 1 : next;
}

/* "The chief executive | of the network X, So-and-so": a medium behind li owns the office when its bearer follows; else one speaks to it. */
static bool is_owner(const office *o, const isnad_phrase *outlet) {
  if (outlet == NULL || outlet->cut == 0 || o->row->kind != ISNAD_TITLES_KIND_OFFICE) return false;
  if (o->construct && !o->any && isnad_outlets_rows[outlet->row].kind == ISNAD_OUTLETS_KIND_PLATFORM) return true;
  return outlet->count > 1 && office_known_person(&(person_reading){0}, o, outlet->first + outlet->count);
}

/* li + name closes an office at once (secretary general of the League); in, at, with only when the person's name follows. */
bool office_take_tied(office *o) {
  const isnad_phrase *place = name_place(o->u, o->at), *org = note_hit_at(o->u, o->at, ISNAD_TABLE_ORGANIZATIONS);
  bool li = office_joins_with(o, o->at, LETTER_LAM);
  const isnad_phrase *outlet = note_hit_at(o->u, o->at, ISNAD_TABLE_OUTLETS);
  bool owned = is_owner(o, outlet); /* "the chief executive of | Twitter"; a paper is spoken to */
  bool island = org != NULL && org->count == 1 && !o->f->sport && isnad_organizations_rows[org->row].common == ISNAD_ORGANIZATIONS_COMMON_YES;
  if (island) org = NULL; /* "the minister's visit | to the island" */
  const isnad_phrase *hit = org != NULL && org->cut > 0 ? org : place != NULL && place->cut > 0 ? place : owned && li ? outlet : NULL;
  if (hit != NULL && ((li && !o->served && !(hit == place && is_settled(o))) ||
                      (office_joins_with(o, o->at, LETTER_BEH) &&
                       (is_envoy(o) || office_person_within(o, hit->first + hit->count) || bears_behind_comma(o, hit->first + hit->count))))) {
    if (hit->table == ISNAD_TABLE_PLACES && o->place == 0) o->place = hit->row + 1;
    office_close(o, hit->first + hit->count);
    o->served = li;
    return true;
  }
  if (note_has_word(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false; /* "that he" with ba is no seat of an office */
  if (li && name_has_role(o->u, o->at, ISNAD_NAME_PARTS_ROLE_MATTERS)) return take_matters(o);
  if (li && office_take_purpose(o)) return true;
  bool definite = word_begins(isnad_slice_of(o->row->phrase), LETTER_ALEF, LETTER_LAM); /* whatever is written on it in the text */
  if (li && !is_settled(o) && (o->closed || (!o->any && definite)) && (office_take_master(o) || office_take_owner(o))) return true;
  if ((o->closed && office_take_house(o)) || office_take_employer(o)) return true;
  bool rank = o->row->kind == ISNAD_TITLES_KIND_RANK; /* "the team, | led by So-and-so" is no lieutenant general */
  bool ba = office_joins_with(o, o->at, LETTER_BEH) && is_seat_behind_ba(o) && (o->any || o->construct || !name_is_definite(o->f, o->first));
  const isnad_phrase *people = note_hit_at(o->u, o->at, ISNAD_TABLE_TITLES);
  if (li && people != NULL && isnad_titles_rows[people->row].number == ISNAD_TITLES_NUMBER_P) return false; /* "told | the journalists" */
  if (office_title_at(o->u, o->at) != NULL) return false;                                                   /* "player" begins with a lam too */
  if (!rank && (li || ba) && o->at + 1 < o->u->last && office_person_within(o, o->at + 1)) {
    o->noun = li;
    office_close(o, li ? construct_end(o, o->at) : o->at + 1);
    return true;
  }
  const isnad_phrase *preposition = note_word_at(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  bool in = name_hit_uncut(o->u, o->at, ISNAD_TABLE_STOPS) && preposition != NULL && preposition->cut == 0 && o->f->tokens[o->at].length <= 6 &&
            o->at + 1 < o->u->last;
  const isnad_phrase *after = in ? name_place(o->u, o->at + 1) : NULL;
  if (office_take_post(o)) return true;
  bool inside = in && note_has_word(o->u, o->at, ISNAD_QUOTE_WORDS_ROLE_IN);
  if (in && (o->closed || (o->construct && !o->any)) && office_take_seat(o)) return true;
  if (in && o->closed && inside && office_take_service(o)) return true;
  if (office_take_employer(o) || office_take_party(o)) return true;
  if (!in || !(office_person_within(o, o->at + 2) || (after != NULL && office_person_within(o, after->first + after->count)))) return false;
  if (office_known_person(&(person_reading){0}, o, o->at + 1)) return false;
  o->at++;
  if (office_take_name(o) || (inside && office_take_owned(o))) return true;
  bool of_office = inside || (o->body && name_has_role(o->u, o->at - 1, ISNAD_NAME_PARTS_ROLE_AGAINST)); /* no "coach of X | from the use of" */
  if (!of_office || !name_is_definite(o->f, o->at)) return false;
  office_close(o, o->at + 1); /* "the leader of the alliance X against | the violence" */
  return true;
}
