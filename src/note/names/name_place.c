/* Places that the tables hold, and what must be seen before an ambiguous one is believed. */
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

enum { OFTEN = 20000, OTHER_LETTERS = 1000, BOUND = 40 };

found_name name_of_hit(const isnad_phrase *hit, isnad_name_type type, const char *id, const char *name) {
  found_name out = {.span = hit->span, .first = hit->first, .last = hit->first + hit->count, .type = type, .cut = hit->cut, .entity = NO_ENTITY};
  out.id = isnad_slice_of(id);
  out.canonical = isnad_slice_of(name);
  out.words = (uint8_t)hit->count;
  out.rule = (isnad_rule){NULL, (isnad_table)hit->table, hit->row};
  return out;
}

/* "Moved | from Barcelona to": in an article of matches a player's move is between clubs. */
static bool is_transfer(const name_finder *f, const note_unit *u, size_t before) {
  enum { NEAR = 3 };
  if (!f->sport || note_has_word(u, before, ISNAD_QUOTE_WORDS_ROLE_IN)) return false;
  for (size_t back = 1; back <= NEAR && before >= u->first + back; back++)
    if (name_has_role(u, before - back, ISNAD_NAME_PARTS_ROLE_TRANSFER)) return true;
  return name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_TRANSFER);
}

/* A preposition of place before the word, or one that is written on it. */
bool name_place_before(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  isnad_slice form = name_form(f, hit->first);
  if (hit->cut >= 2 && (unsigned char)form.bytes[hit->cut - 2] == (0xC0 | LETTER_BEH >> 6) &&
      (unsigned char)form.bytes[hit->cut - 1] == (0x80 | (LETTER_BEH & 0x3F)))
    return true;
  if (hit->first == u->first) return false;
  const isnad_phrase *head = note_hit_at(u, hit->first - 1, ISNAD_TABLE_PLACE_HEADS);
  if (head != NULL && head->first + head->count == hit->first) return true;
  if (name_has_role(u, hit->first - 1, ISNAD_NAME_PARTS_ROLE_WHERE)) return !is_transfer(f, u, hit->first - 1);
  return (!f->sport && name_has_role(u, hit->first - 1, ISNAD_NAME_PARTS_ROLE_BETWEEN)); /* a match is between clubs */
}

/* Behind "and" and a place an ambiguous word is one more place. */
static bool listed_with_place(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t before = hit->first;
  if (hit->cut < 2 || before == u->first) return false;
  before--;
  if (f->tokens[before].kind == ISNAD_TOKEN_PUNCT && before > u->first) before--;
  for (size_t back = 0; back < 3 && before >= u->first + back; back++) {
    const isnad_phrase *place = name_place(u, before - back);
    if (place != NULL && place->first + place->count == before + 1) return true;
  }
  return false;
}

/* The suffix of the possessor, "her", ends in alef too. */
static bool ends_in_her(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return form.length > 4 && (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_HEH >> 6) &&
         (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_HEH & 0x3F));
}

/* "an attack, a Ukrainian one" in the accusative is written like "attack" and the country: an indefinite noun in -an stands right before. */
static bool is_adjective_in_accusative(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  if (hit->count > 1 || hit->cut > 0 || hit->first == u->first || !name_ends_with(f, hit->first, LETTER_ALEF)) return false;
  size_t before = hit->first - 1;
  isnad_slice form = name_form(f, hit->first);
  bool counted = f->tokens[before].kind == ISNAD_TOKEN_NUMBER; /* "30 | Nigerians" */
  bool nisba = form.length > 8 && (unsigned char)form.bytes[form.length - 4] == (0xC0 | LETTER_YEH >> 6) &&
               (unsigned char)form.bytes[form.length - 3] == (0x80 | (LETTER_YEH & 0x3F));
  if (nisba && counted) return true;
  if (!nisba || !name_word_at(f, u, before) || name_is_definite(f, before) || name_is_wall(f, u, before)) return false;
  if (ends_in_her(f, before)) return false;
  return name_ends_with(f, before, LETTER_ALEF) && f->tokens[before].length >= 8 && name_place(u, before) == NULL;
}

/* "the Saudi villages", "a Syrian front": a country's name that is its feminine adjective too, behind a noun of the same definiteness with no
 * preposition or verb between. */
static bool is_feminine_adjective(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  enum { AND = 2 };
  if (hit->count > 1 || hit->cut > AND || hit->first == u->first) return false;
  if (!name_is_spelled(f, hit->first, hit->cut, isnad_places_rows[hit->row].adjectives, NULL)) return false;
  size_t before = hit->first - 1;
  if (hit->cut == AND) { /* "Russian police and a | Syrian one" */
    bool and = word_letter_at(name_form(f, hit->first), 0, LETTER_WAW) && name_ends_with(f, hit->first, LETTER_HEH) &&
               name_place_adjective(u, before) != NULL;
    return and&&name_ends_with(f, before, LETTER_HEH) && !name_is_definite(f, before) && name_place(u, before) == NULL;
  }
  bool dash =
      f->tokens[before].kind == ISNAD_TOKEN_PUNCT && before > u->first && name_form(f, before).length == 1 && name_form(f, before).bytes[0] == '-';
  if (dash) return name_place_adjective(u, before - 1) != NULL;
  if (!name_word_at(f, u, before)) return false;
  bool bare = !name_is_definite(f, hit->first);
  if (name_hit_uncut(u, before, ISNAD_TABLE_PLACE_HEADS) && !name_has_role(u, before, ISNAD_NAME_PARTS_ROLE_WHERE))
    return bare; /* "a | Syrian town" */
  if (name_is_wall(f, u, before)) return false;
  const isnad_phrase *verb = note_hit_at(u, before, ISNAD_TABLE_VERBS);
  if (verb != NULL && verb->cut == 0 && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES) return false;
  isnad_slice noun = name_form(f, before);
  bool with_and = noun.length > 10 && (unsigned char)noun.bytes[0] == (0xC0 | LETTER_WAW >> 6) &&
                  (unsigned char)noun.bytes[1] == (0x80 | (LETTER_WAW & 0x3F)) && memcmp(noun.bytes + 2, "\xD8\xA7\xD9\x84", 4) == 0; /* "and the" */
  bool definite = name_is_definite(f, before) || with_and;
  if (name_is_definite(f, hit->first)) return definite && !name_hit_uncut(u, before, ISNAD_TABLE_GIVEN_NAMES);
  isnad_slice word = name_form(f, before); /* "raids", the sound plural */
  bool plural = word.length > 6 && name_ends_with(f, before, LETTER_TEH) && (unsigned char)word.bytes[word.length - 4] == (0xC0 | LETTER_ALEF >> 6) &&
                (unsigned char)word.bytes[word.length - 3] == (0x80 | (LETTER_ALEF & 0x3F));
  return !definite && (plural || name_ends_with(f, before, LETTER_HEH));
}

/* "the city of X", "the south of X" in the tables: X itself is read behind the word. */
static bool described(const note_unit *u, const isnad_phrase *hit) {
  if (hit->count != 2 || isnad_places_rows[hit->row].kind == ISNAD_PLACES_KIND_COUNTRY ||
      isnad_places_rows[hit->row].kind == ISNAD_PLACES_KIND_CAPITAL)
    return false;
  const isnad_phrase *inner = name_place(u, hit->first + 1), *head = note_hit_at(u, hit->first, ISNAD_TABLE_PLACE_HEADS);
  bool city = head != NULL && isnad_place_heads_rows[head->row].keep == ISNAD_PLACE_HEADS_KEEP_NO &&
              isnad_places_rows[hit->row].kind != ISNAD_PLACES_KIND_REGION;
  return inner != NULL && inner->cut == 0 && inner->count == 1 && (city || name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_WHERE));
}

/* The club of these very words, in an article of matches. */
const isnad_phrase *name_club_at(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *body = f->sport ? note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS) : NULL;
  return body != NULL && isnad_organizations_rows[body->row].kind == ISNAD_ORGANIZATIONS_KIND_CLUB ? body : NULL;
}

/* "The coasts of | Oman": of a capital and a country that are spelled alike the country. */
static const isnad_phrase *by_the_sea(const note_unit *u, const isnad_phrase *place) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, place->first, &count);
  if (isnad_places_rows[place->row].kind != ISNAD_PLACES_KIND_CAPITAL) return place;
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES && hits[i].count == place->count &&
        isnad_places_rows[hits[i].row].kind == ISNAD_PLACES_KIND_COUNTRY)
      return &hits[i];
  return place;
}

/* "45 times | on average", "on average | 90 seconds": something is counted by a word that is a common noun too. */
static bool is_counted(const name_finder *f, const note_unit *u, size_t at) {
  enum { BEFORE = 4, BEHIND = 2, NUMBER = 1u << ISNAD_TABLE_NUMBERS };
  size_t first = at >= u->first + BEFORE ? at - BEFORE : u->first, last = at + BEHIND < u->last ? at + BEHIND : u->last - 1;
  for (size_t i = first; i <= last; i++)
    if (f->tokens[i].kind == ISNAD_TOKEN_NUMBER || name_has_table(u, i, NUMBER)) return true;
  return false;
}

/* Where one spelling has several bearers the one whose country the article has named is meant; else the first row, which is the best known. */
bool name_of_place(found_name *out, const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *hit = name_place(u, at);
  if (hit == NULL) return false;
  bool idiom = name_is_idiom(u, at) || (at > u->first && (name_is_definite(f, at) || name_ends_with(f, at, LETTER_HEH)) &&
                                        name_is_idiom(u, at - 1)); /* "the term, | the middle one", "factions, | Syrian ones" */
  if (described(u, hit) || idiom || (hit->count == 1 && name_is_whole_word(f, at, hit->cut))) return false;
  if (hit->first > u->first && name_has_role(u, hit->first - 1, ISNAD_NAME_PARTS_ROLE_COAST)) hit = by_the_sea(u, hit);
  const isnad_places_row *row = &isnad_places_rows[hit->row];
  const isnad_phrase *club = name_club_at(f, u, at);
  if (club != NULL && club->count == hit->count && club->cut == hit->cut && !name_place_before(f, u, hit)) return false;
  *out = name_of_hit(hit, ISNAD_NAME_PLACE, row->id, row->name);
  if ((hit->count == 1 && name_bears_tanwin(f, at)) || is_adjective_in_accusative(f, u, hit) || is_feminine_adjective(f, u, hit) ||
      name_hit_uncut(u, at, ISNAD_TABLE_MONTHS))
    return false;
  bool town = row->kind == ISNAD_PLACES_KIND_CITY || row->kind == ISNAD_PLACES_KIND_REGION;
  isnad_slice whole = name_form(f, at), behind = {whole.bytes + hit->cut, whole.length - hit->cut};
  bool brief = hit->cut == 2 && behind.length <= 8; /* "with | matters" */
  bool other_letters = town && hit->count == 1 && isnad_arabic_frequency(brief ? isnad_token_hash(behind) : f->tokens[at].hash) > OTHER_LETTERS &&
                       !name_is_spelled(f, at, hit->cut, row->name, row->spellings);
  if (other_letters && (brief || !name_place_before(f, u, hit))) return false; /* "matters" is not the river Amur: they differ by a madda */
  bool twofold = hit->count == 1 && name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_TWOFOLD);
  out->doubtful = twofold && !name_place_before(f, u, hit); /* "always" */
  if (twofold && hit->cut == 0 && name_is_definite(f, at) && is_counted(f, u, at)) return false;
  if (row->common == ISNAD_PLACES_COMMON_NO) return true;
  bool great = row->kind == ISNAD_PLACES_KIND_COUNTRY || row->kind == ISNAD_PLACES_KIND_SEA || row->kind == ISNAD_PLACES_KIND_CAPITAL;
  bool definite_country = great && name_is_definite(f, at);
  isnad_slice form = name_form(f, at), rest = {form.bytes + hit->cut, form.length - hit->cut};
  bool everyday =
      !great && hit->count == 1 && (name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_TWOFOLD) || isnad_arabic_frequency(isnad_token_hash(rest)) > OFTEN);
  bool bound = hit->cut > 0 && !great && hit->count == 1 && isnad_arabic_frequency(f->tokens[at].hash) > BOUND;
  out->doubtful = everyday || bound || !(hit->count > 1 || name_place_before(f, u, hit) || listed_with_place(f, u, hit) || definite_country);
  return true;
}
