/* One part of a person's name: a given name, a tie with what it ties, a family name, or a word that nobody knows. */
#include "note/names/name_part.h"
#include "note/names/name_chain.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

static const isnad_phrase *parts_row(const note_unit *u, size_t at) {
  const isnad_phrase *hit = note_hit_at(u, at, ISNAD_TABLE_NAME_PARTS);
  return hit != NULL && hit->cut == 0 && isnad_name_parts_rows[hit->row].role < ISNAD_NAME_PARTS_ROLE_WHERE ? hit
                                                                                                            : NULL; /* those behind tie nothing */
}

static bool is_surname_first(isnad_family_names_origin origin) {
  return origin == ISNAD_FAMILY_NAMES_ORIGIN_KOREAN || origin == ISNAD_FAMILY_NAMES_ORIGIN_CHINESE;
}

static bool is_ali(const name_finder *f, size_t at) {
  static const char ali[] = "\xD8\xB9\xD9\x84\xD9\x8A";
  return isnad_slice_equal(name_form(f, at), (isnad_slice){ali, sizeof ali - 1});
}

/* The spelling tells the name Ali from the preposition written with alef maksura. */
static bool is_preposition(const name_finder *f, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  const unsigned char *p = (const unsigned char *)text.bytes + text.length - 2;
  bool maksura = text.length >= 6 && p[0] == (0xC0 | LETTER_ALEF_MAKSURA >> 6) && p[1] == (0x80 | (LETTER_ALEF_MAKSURA & 0x3F));
  return maksura && is_ali(f, at);
}

bool name_is_ali(const name_finder *f, size_t at) { return is_ali(f, at) && !is_preposition(f, at); }

/* "Alan" is written like "now" but for the place of the madda. */
static bool is_alan(const name_finder *f, const note_unit *u, size_t at) {
  isnad_slice text = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given == NULL || given->cut > 0 || text.length < 2) return false;
  bool madda = (unsigned char)text.bytes[0] == (0xC0 | LETTER_ALEF_MADDA >> 6) && (unsigned char)text.bytes[1] == (0x80 | (LETTER_ALEF_MADDA & 0x3F));
  return madda && name_is_spelled(f, at, 0, isnad_given_names_rows[given->row].name, NULL);
}

/* "van" is written like "for indeed" but for the hamza. */
static bool is_particle(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *tie = parts_row(u, at);
  if (tie == NULL || isnad_name_parts_rows[tie->row].role != ISNAD_NAME_PARTS_ROLE_PARTICLE) return false;
  const char *form = isnad_name_parts_rows[tie->row].form;
  isnad_slice word = isnad_slice_at(f->s->page->text, f->tokens[at].span);
  return strncmp(form, word.bytes, word.length) == 0 && (form[word.length] == '\0' || form[word.length] == ' '); /* the first of its words */
}

/* "Fahd | Khamis": a day without its article, right behind a given name, that is a name too. */
static bool is_day_name(const name_finder *f, const note_unit *u, size_t at) {
  return at > u->first && !name_is_definite(f, at) && note_has_hit(u, at - 1, ISNAD_TABLE_GIVEN_NAMES) &&
         (name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) || name_hit_uncut(u, at, ISNAD_TABLE_FAMILY_NAMES));
}

/* "Khalid | Sultan | al-Rashidi": an office that is a given name too, right before a surname that describes nothing. */
bool name_is_office_given(const name_finder *f, const note_unit *u, size_t at) {
  enum { SELDOM = 3000 };
  size_t next = at + 1;
  if (name_is_definite(f, at) || !name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) || !name_word_at(f, u, next) || !name_is_definite(f, next))
    return false;
  if (!name_ends_with(f, next, LETTER_YEH) || name_place_adjective(u, next) != NULL || name_place(u, next) != NULL) return false;
  if (note_has_hit(u, next, ISNAD_TABLE_ORG_HEADS) || note_has_hit(u, next, ISNAD_TABLE_TITLES) || note_has_hit(u, next, ISNAD_TABLE_ORGANIZATIONS))
    return false;
  return name_hit_uncut(u, next, ISNAD_TABLE_FAMILY_NAMES) || isnad_arabic_frequency(f->tokens[next].hash) < SELDOM;
}

/* "Tamir | Mursi", "Izzat | Ghunaym": a sure given name that is written like a verb, spelled as the table has it and before more of a name. */
static bool is_given_and_verb(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  size_t next = name_next(f, u, at);
  if (given == NULL || given->cut > 0 || given->count > 1 || next >= u->last) return false;
  const isnad_given_names_row *row = &isnad_given_names_rows[given->row];
  bool arab = row->origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB || row->origin == ISNAD_GIVEN_NAMES_ORIGIN_TURKISH;
  if (!arab || row->common != ISNAD_GIVEN_NAMES_COMMON_NO || !name_is_spelled(f, at, 0, row->name, row->spellings)) return false;
  const isnad_phrase *family = note_hit_at(u, next, ISNAD_TABLE_FAMILY_NAMES), *other = note_hit_at(u, next, ISNAD_TABLE_GIVEN_NAMES);
  bool surname = family != NULL && family->cut == 0 && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO;
  bool father = other != NULL && other->cut == 0 && isnad_given_names_rows[other->row].common == ISNAD_GIVEN_NAMES_COMMON_NO;
  return surname || father || name_has_role(u, next, ISNAD_NAME_PARTS_ROLE_ABD) || name_hit_uncut(u, at, ISNAD_TABLE_PEOPLE);
}

/* "Muhammad Amin | Binhashim": an office that is a given name too, before a surname that is nothing else. */
static bool is_office_before_surname(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *family = note_hit_at(u, at + 1, ISNAD_TABLE_FAMILY_NAMES);
  return !name_is_definite(f, at) && family != NULL && family->cut == 0 &&
         isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO && !name_hit_uncut(u, at + 1, ISNAD_TABLE_ORG_HEADS) &&
         !note_has_hit(u, at + 1, ISNAD_TABLE_PLACES);
}

/* "Said | Khalaf al-Huwaytat, one of the inhabitants", "said | Tamir Ramadan, the head of": a given name, whatever word it is too, between a verb
 * that reports and a comma behind which stands what he is. */
bool name_is_who_speaks(const name_finder *f, const note_unit *u, size_t at) {
  enum { MOST = 4, SHORTEST = 6 };
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  if (at == u->first || given == NULL || given->cut > 0 || f->tokens[at].length < SHORTEST || !name_is_verb(f, u, at - 1) || name_is_definite(f, at))
    return false;
  size_t end = at + 1;
  while (end < at + MOST && name_word_at(f, u, end) && !name_is_wall(f, u, end) && !name_hit_uncut(u, end, ISNAD_TABLE_TITLES)) end++;
  if (end < at + 2 || end + 1 >= u->last || !name_is_comma(f, end)) return false;
  const isnad_phrase *title = note_hit_at(u, end + 1, ISNAD_TABLE_TITLES);
  return (title != NULL && title->cut == 0) || name_has_role(u, end + 1, ISNAD_NAME_PARTS_ROLE_ONEOF);
}

bool name_ends_chain(const name_finder *f, const note_unit *u, size_t at, bool first) {
  bool stop = name_hit_uncut(u, at, ISNAD_TABLE_STOPS), time = !first && name_hit_uncut(u, at, ISNAD_TABLE_TIME_WORDS);
  bool ali = (stop || time) && ((is_ali(f, at) && !is_preposition(f, at)) || is_alan(f, u, at));
  bool given = first && name_has_table(u, at, 1u << ISNAD_TABLE_GIVEN_NAMES);
  if (given && (stop || name_is_verb(f, u, at)) && name_is_who_speaks(f, u, at)) return false;
  if ((stop && !ali && !is_particle(f, u, at)) || name_is_idiom(u, at)) return true;
  if (first && at > u->first && name_is_idiom(u, at - 1)) return true; /* "from ground | to air", "the president, | the guest" */
  if (name_hit_uncut(u, at, ISNAD_TABLE_WEEKDAYS) && !first && !is_day_name(f, u, at)) return true;
  if (time && !ali && !name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_ORDINAL)) return true;
  if (first)
    return name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_GENERIC) || name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_SPORT) ||
           (name_is_verb(f, u, at) && !is_given_and_verb(f, u, at));
  isnad_slice form = name_form(f, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM) && form.length > 8) return true; /* "So-and-so | to the festival" */
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES), *place = name_place(u, at), *outlet = note_hit_at(u, at, ISNAD_TABLE_OUTLETS);
  if (outlet != NULL && outlet->cut > 0 && outlet->count > 1) return true; /* "So-and-so | to the BBC" */
  bool father = title != NULL && title->count == 1 && name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) &&
                (name_has_role(u, at + 1, ISNAD_NAME_PARTS_ROLE_SON) || name_is_office_given(f, u, at) ||
                 is_office_before_surname(f, u, at)); /* "Muhammad Amin | bin Umar" */
  bool last = title != NULL && title->count == 1 && !name_is_definite(f, at) && (at + 1 >= u->last || f->tokens[at + 1].kind == ISNAD_TOKEN_PUNCT) &&
              (name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES) || name_hit_uncut(u, at, ISNAD_TABLE_FAMILY_NAMES)); /* "Khurshid Ahmad | Shah:" */
  if (title != NULL && title->cut == 0 && !father && !last) {
    const isnad_titles_row *row = &isnad_titles_rows[title->row];
    if (row->takes == ISNAD_TITLES_TAKES_OF || row->kind == ISNAD_TITLES_KIND_OFFICE || row->kind == ISNAD_TITLES_KIND_PROFESSION) return true;
  }
  bool great = place != NULL && place->cut == 0 && isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_NO &&
               (isnad_places_rows[place->row].kind == ISNAD_PLACES_KIND_COUNTRY || isnad_places_rows[place->row].kind == ISNAD_PLACES_KIND_CAPITAL);
  return great && !name_hit_uncut(u, at, ISNAD_TABLE_GIVEN_NAMES);
}

/* Behind a preposition that is written on it a name of three letters is too often the end of a longer word. */
static bool may_be_cut(const name_finder *f, size_t at, const isnad_phrase *hit) {
  enum { LETTER_BYTES = 2, SHORT = 4 * LETTER_BYTES };
  const unsigned char *p = (const unsigned char *)name_form(f, at).bytes;
  bool like = hit->cut > 0 && p[0] == (0xC0 | LETTER_KAF >> 6) && p[1] == (0x80 | (LETTER_KAF & 0x3F)) && f->tokens[at].length - hit->cut <= SHORT;
  if (like && hit->count == 1) return false; /* "lazy" is not "like Sally" */
  if (hit->cut == 0 || hit->count > 1 || f->tokens[at].length - hit->cut >= SHORT) return true;
  return (unsigned char)name_form(f, at).bytes[1] == (0x80 | (LETTER_WAW & 0x3F)) && hit->cut == LETTER_BYTES;
}

/* "I" is not "Anna", "from him" not "Minna": folding makes them one, and the word is seen far oftener than the name. */
static bool is_other_word(const name_finder *f, size_t at, const isnad_phrase *hit, bool common, const char *name, const char *spellings,
                          bool may_own) {
  enum { OFTEN_SEEN = 6000, HIS_SEEN = 2000 };
  if (!common || hit->count > 1) return false;
  uint32_t seen = isnad_arabic_frequency(f->tokens[at].hash);
  if (seen < HIS_SEEN) return false;
  bool his = may_own && seen < OFTEN_SEEN && word_ends(isnad_slice_at(f->s->page->text, f->tokens[at].span), LETTER_HEH) &&
             word_ends(isnad_slice_of(name), LETTER_TEH_MARBUTA); /* "his club" */
  if (seen < OFTEN_SEEN && !his) return false;
  return !name_is_spelled(f, at, hit->cut, name, spellings) && !is_ali(f, at);
}

static part known_part(const name_finder *f, const note_unit *u, size_t at, bool first) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  part out = {.kind = PART_NONE};
  if (given != NULL && given->cut > 0 && (!first || name_is_whole_word(f, at, given->cut))) given = NULL;
  if (family != NULL && family->cut > 0 && (!first || name_is_whole_word(f, at, family->cut))) family = NULL;
  if (given != NULL &&
      is_other_word(f, at, given, isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO, isnad_given_names_rows[given->row].name,
                    isnad_given_names_rows[given->row].spellings, first || isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_F))
    given = NULL;
  if (family != NULL && is_other_word(f, at, family, isnad_family_names_rows[family->row].common != ISNAD_FAMILY_NAMES_COMMON_NO,
                                      isnad_family_names_rows[family->row].name, isnad_family_names_rows[family->row].spellings, first))
    family = NULL;
  if (given != NULL && !may_be_cut(f, at, given)) given = NULL;
  if (family != NULL && !may_be_cut(f, at, family)) family = NULL;
  if (given != NULL && family != NULL && family->cut < given->cut) given = NULL;
  if (family != NULL && given != NULL && given->cut < family->cut) family = NULL;
  bool common_given = given != NULL && isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO;
  bool common_family = family != NULL && isnad_family_names_rows[family->row].common != ISNAD_FAMILY_NAMES_COMMON_NO;
  if (given != NULL && (family == NULL || given->count >= family->count)) {
    out = (part){common_given ? PART_COMMON_GIVEN : PART_GIVEN, given->first + given->count, {NULL, ISNAD_TABLE_GIVEN_NAMES, given->row}, false};
    out.surname_first = family != NULL && is_surname_first(isnad_family_names_rows[family->row].origin);
    if (common_given && family != NULL && !common_family) out.kind = PART_FAMILY;
  } else if (family != NULL) {
    out =
        (part){common_family ? PART_COMMON_FAMILY : PART_FAMILY, family->first + family->count, {NULL, ISNAD_TABLE_FAMILY_NAMES, family->row}, false};
    out.surname_first = is_surname_first(isnad_family_names_rows[family->row].origin);
  }
  return out;
}

/* A single letter with a stop, between two names. */
static bool is_initial(const name_finder *f, const note_unit *u, size_t at) {
  enum { LETTER = 2 };
  return f->tokens[at].length == LETTER && at + 2 < u->last && f->tokens[at + 1].kind == ISNAD_TOKEN_PUNCT && name_form(f, at + 1).bytes[0] == '.' &&
         f->tokens[at + 2].kind == ISNAD_TOKEN_WORD;
}

/* "They beg": ya before and the plural behind a verb that the language knows. */
static bool is_plural_verb(const name_finder *f, size_t at) {
  enum { ENDING = 4, SHORTEST = 12 };
  isnad_slice form = name_form(f, at);
  if (form.length < SHORTEST || !word_letter_at(form, 0, LETTER_YEH) || !word_ends_in(form, LETTER_WAW, LETTER_NOON)) return false;
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - ENDING})) > 0;
}

/* "Park | Min-ho": a surname that stands first, though it is a verb too, before two words glued by a hyphen. */
static bool begins_glued(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  if (family == NULL || family->cut > 0 || !is_surname_first(isnad_family_names_rows[family->row].origin) || !name_word_at(f, u, at + 1))
    return false;
  size_t next = name_next(f, u, at + 1);
  return next == at + 3 && next < u->last && isnad_slice_equal(name_form(f, at + 2), isnad_slice_of("-"));
}

/* "And Magno | Cruz": "and" written on letters that no table has, with or without it. */
static bool is_joined_unknown(const name_finder *f, const note_unit *u, size_t at) {
  enum { LETTER = 2, SHORTEST = 5 * LETTER, RARE = 700, SURE = 30 };
  size_t count = 0;
  isnad_slice form = name_form(f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  note_hits_at(u, at, &count);
  if (count > 0 || form.length < SHORTEST || note_count(u, at) > 0 || !name_begins_and(f, at)) return false;
  return isnad_arabic_frequency(isnad_token_hash(rest)) < RARE && isnad_arabic_proclitics(rest) == 0 && name_shape(rest) > SURE;
}

/* "The delegate | to UNESCO": a body of the tables with the preposition written on it. */
static bool is_body_behind_ba(const note_unit *u, size_t at) {
  const isnad_phrase *org = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  return org != NULL && org->cut > 0 && isnad_organizations_rows[org->row].common == ISNAD_ORGANIZATIONS_COMMON_NO;
}

/* A word that no table explains, or "and" on one, may be a name never seen before. */
static bool may_be_unknown(const name_finder *f, const note_unit *u, size_t at, bool first) {
  if (first && is_joined_unknown(f, u, at)) return true;
  bool unknown = name_is_unknown(f, u, at) || (!first && name_is_familiar(f, u, at));
  if (!unknown || (first && is_body_behind_ba(u, at))) return false;
  return !name_is_wall(f, u, at) && !is_plural_verb(f, at) && !name_is_verb_of_two(f, u, at);
}

static part unknown_part(size_t at, part_kind kind) { return (part){kind, (uint32_t)at + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false}; }

/* A word that the tables of persons have: `out` stays as it is where it is none of their parts after all. */
static bool read_known(part *out, const name_finder *f, const note_unit *u, size_t at, bool first, unsigned depth) {
  *out = known_part(f, u, at, first);
  const isnad_phrase *tie = parts_row(u, at);
  isnad_name_parts_role role = tie == NULL ? ISNAD_NAME_PARTS_ROLE_COUNT : isnad_name_parts_rows[tie->row].role;
  bool behind = role == ISNAD_NAME_PARTS_ROLE_SUFFIX || role == ISNAD_NAME_PARTS_ROLE_FAITH || role == ISNAD_NAME_PARTS_ROLE_ORDINAL ||
                role == ISNAD_NAME_PARTS_ROLE_INITIAL;
  if (tie != NULL && !behind) {
    part whole = name_tied(f, u, tie, depth);
    if (whole.kind != PART_NONE && whole.last > out->last) {
      *out = whole;
      return true;
    }
  }
  if (role == ISNAD_NAME_PARTS_ROLE_FAITH && first) {
    *out = (part){.kind = PART_NONE};
    return true;
  }
  if (out->kind != PART_NONE && !(role == ISNAD_NAME_PARTS_ROLE_SUFFIX && !first)) return true;
  if (!behind || first) return false;
  *out = (part){PART_BEHIND, tie->first + tie->count, {NULL, ISNAD_TABLE_NAME_PARTS, tie->row}, false};
  return true;
}

part name_part_at(const name_finder *f, const note_unit *u, size_t at, bool first, unsigned depth) {
  part out = {.kind = PART_NONE};
  if (!name_word_at(f, u, at) || (f->tokens[at].flags & ISNAD_TOKEN_ARABIC) == 0) return out;
  if (!first && is_initial(f, u, at)) return unknown_part(at, PART_BEHIND);
  bool person = name_has_table(u, at, NAME_OF_PERSON);
  if (!person && !may_be_unknown(f, u, at, first)) return out;
  if (name_bears_tanwin(f, at) || (name_ends_chain(f, u, at, first) && !(first && begins_glued(f, u, at)))) return out;
  if (person && (read_known(&out, f, u, at, first, depth) || !may_be_unknown(f, u, at, first))) return out;
  return unknown_part(at, PART_UNKNOWN);
}
