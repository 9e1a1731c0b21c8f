/* Whether a chain of parts is believed to be somebody's name: what its words are in the language, and what stands before them. */
#include "note/names/name_belief.h"
#include "note/names/name_likely.h"
#include "note/names/name_part.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

enum { SHAPE_SURNAME = 30, SHAPE_SEEN = 45 /* of a word that the news knows */ };

/* One part alone: a word that looks like a name and hardly like anything else, or one that a title or a verb announces. */
bool name_is_alone(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  if (name_place_adjective(u, at) != NULL || name_hit_uncut(u, at, ISNAD_TABLE_TITLES)) return false;
  if (name_is_announced_over(f, u, at)) return true;
  if (name_is_definite(f, at)) return false;
  bool often = isnad_arabic_frequency(isnad_token_hash(form)) > OFTEN, brief = form.length <= SHORT_WORD;
  return !(often && brief) && name_shape(form) > (often || brief ? SHAPE_STRONG : SHAPE_FOREIGN);
}

/* Persian, Turkish and Indian names share words with Arabic. */
static bool is_european(isnad_family_names_origin origin) {
  switch (origin) {
  case ISNAD_FAMILY_NAMES_ORIGIN_ENGLISH:
  case ISNAD_FAMILY_NAMES_ORIGIN_FRENCH:
  case ISNAD_FAMILY_NAMES_ORIGIN_SPANISH:
  case ISNAD_FAMILY_NAMES_ORIGIN_GERMAN:
  case ISNAD_FAMILY_NAMES_ORIGIN_ITALIAN:
  case ISNAD_FAMILY_NAMES_ORIGIN_RUSSIAN:
    return true;
  default:
    return false;
  }
}

/* Foreign surnames that are given names too ("Clinton", "Ronaldo"): persons all the same, where no table has the word as anything else. */
bool name_is_foreign_surname(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  if (family == NULL || family->count > 1 || family->cut != cut || !is_european(isnad_family_names_rows[family->row].origin)) return false;
  static const isnad_table others[] = {ISNAD_TABLE_PLACES,     ISNAD_TABLE_ORGANIZATIONS, ISNAD_TABLE_OUTLETS,   ISNAD_TABLE_TITLES,
                                       ISNAD_TABLE_STOPS,      ISNAD_TABLE_VERBS,         ISNAD_TABLE_ORG_HEADS, ISNAD_TABLE_THINGS,
                                       ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_HEADS,         ISNAD_TABLE_MONTHS,    ISNAD_TABLE_PLACE_HEADS,
                                       ISNAD_TABLE_NAME_PARTS};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(u, at, others[i])) return false;
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  return form.length > SHORT_WORD && !name_is_definite(f, at) && name_shape(form) > SHAPE_STRONG;
}

static bool believed_alone(const name_chain *c) { return name_is_alone(c->f, c->u, c->at, 0); }

/* The last word has the article, and is no adjective of a place: a trade or a descent, as Arab family names are. */
static bool ends_in_descent(const name_chain *c) {
  return c->parts > 1 && name_is_definite(c->f, c->last - 1) && name_place_adjective(c->u, c->last - 1) == NULL &&
         !name_is_modifier(c->u, c->last - 1);
}

static size_t family_cut(const name_chain *c) {
  const isnad_phrase *family = note_hit_at(c->u, c->at, ISNAD_TABLE_FAMILY_NAMES);
  return family != NULL ? family->cut : 0;
}

/* "Serious (pl.) | like": an indefinite sound plural of a word that the news has. */
static bool is_plural_word(const name_chain *c) {
  enum { ENDING = 4, SHORTEST = 10, SEEN = 300 };
  isnad_slice form = name_form(c->f, c->at);
  if (form.length < SHORTEST || !name_ends_with(c->f, c->at, LETTER_NOON) || name_is_definite(c->f, c->at)) return false;
  isnad_slice stem = {form.bytes, form.length - ENDING};
  bool plural = word_ends_in(form, LETTER_YEH, LETTER_NOON) || word_ends_in(form, LETTER_WAW, LETTER_NOON);
  return plural && isnad_arabic_frequency(isnad_token_hash(stem)) > SEEN;
}

/* "A matter | of routine": a nisba in the accusative, of which the news has the feminine too. */
static bool is_nisba_in_accusative(isnad_slice form) {
  enum { LETTER = 2, LONGEST = 40, SEEN = 150 };
  if (!word_ends_in(form, LETTER_YEH, LETTER_ALEF) || form.length < 6 * LETTER || form.length > LONGEST) return false;
  char feminine[LONGEST];
  memcpy(feminine, form.bytes, form.length - LETTER);
  feminine[form.length - LETTER] = (char)(0xC0 | LETTER_HEH >> 6);
  feminine[form.length - 1] = (char)(0x80 | (LETTER_HEH & 0x3F));
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - LETTER})) > SEEN &&
         isnad_arabic_frequency(isnad_token_hash((isnad_slice){feminine, form.length})) > 0;
}

/* "Who carried | a knife": an indefinite noun in the accusative, which the news has often without its alef. */
static bool is_accusative(const name_chain *c) {
  enum { LETTER = 2, SHORTEST = 5 * LETTER, SEEN = 300, SURE = 45 };
  isnad_slice form = name_form(c->f, c->at);
  if (is_nisba_in_accusative(form)) return true;
  if (form.length < SHORTEST || !name_ends_with(c->f, c->at, LETTER_ALEF) || name_shape(form) > SURE) return false;
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - LETTER})) > SEEN;
}

/* Letters behind "and" begin a name when more than one word follows it, and the last looks like a surname. */
static bool is_sure_behind_and(const name_chain *c) {
  if (c->parts == 1 || c->family + c->given > 0) return c->parts > 1;
  return name_shape(name_form(c->f, c->last - 1)) > SHAPE_SURNAME;
}

bool name_is_arab_given(const note_unit *u, size_t at) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && isnad_given_names_rows[given->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
}

/* "The speech of | McDonnell", whom no table knows: an Arab's given name that is a frequent word, with one unknown word behind it. */
static bool is_noun_of_somebody(const name_chain *c) {
  enum { FREQUENT = 3000 };
  isnad_slice first = name_chain_first_word(c);
  return c->parts == 2 && c->unknown == 1 && name_is_arab_given(c->u, c->at) && !name_is_definite(c->f, c->last - 1) &&
         isnad_arabic_frequency(isnad_token_hash(first)) > FREQUENT && name_shape(first) < SHAPE_STRONG;
}

/* "The effects of | the aggression": a given name and a surname that are words of every day, which nothing announces. */
static bool are_two_nouns(const name_chain *c) {
  enum { BOTH = 3000 };
  uint32_t first = isnad_arabic_frequency(isnad_token_hash(name_chain_first_word(c))), last = isnad_arabic_frequency(c->f->tokens[c->last - 1].hash);
  return c->parts == 2 && name_chain_first_word(c).length == name_form(c->f, c->at).length && !name_is_ali(c->f, c->at) &&
         !note_has_hit(c->u, c->last - 1, ISNAD_TABLE_PEOPLE) && ((first > NAME_NOUN && last > OFTEN) || (first > BOTH && last > BOTH)) &&
         name_is_definite(c->f, c->last - 1) && name_place_adjective(c->u, c->last - 1) == NULL && !name_chain_is_announced(c);
}

/* "The traces of | the aggression": a woman's name that is a very frequent word, before a noun with the article that somebody bears too. */
static bool is_noun_of_noun(const name_chain *c) {
  enum { FREQUENT = 8000 };
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool noun = given != NULL && isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_F &&
              isnad_arabic_frequency(isnad_token_hash(name_chain_first_word(c))) > FREQUENT;
  return noun && c->parts == 2 && c->given + c->family == 0 && name_is_definite(c->f, c->last - 1);
}

/* "Said to me | one of them", "plays a role | on the field": a given name that is a word of every day, before another that no table of names has. */
static bool are_two_words(const name_chain *c) {
  enum { SEEN = 1000, BRIEF_SEEN = 300, BRIEF = 4, FREQUENT = 3000 };
  isnad_slice first = name_chain_first_word(c);
  if (c->last != c->at + 2 || c->unknown != 1 || c->common != 1 || c->surname_first || name_is_ali(c->f, c->at)) return false;
  uint32_t seen = isnad_arabic_frequency(c->f->tokens[c->last - 1].hash);
  if (first.length <= BRIEF && seen > BRIEF_SEEN) return true;
  return seen > SEEN && isnad_arabic_frequency(isnad_token_hash(first)) > FREQUENT;
}

/* "In the name of | the people", "the statement of | Aoun": a given name that is a word of the language before all (`word` in given_names.tsv) needs
 * somebody's title or nation before it, or "son of" behind it. A verb that reports is no sign: statements and meetings tell too. */
static bool is_word_before_all(const name_chain *c) {
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool titled = c->at > c->u->first && note_has_hit(c->u, c->at - 1, ISNAD_TABLE_TITLES);
  return given != NULL && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_WORD && c->tied == 0 && !titled &&
         !name_is_introduced(c->f, c->u, c->at) && !name_is_who_speaks(c->f, c->u, c->at);
}

/* "Of the weight of", "from him": a surname that is a word of the language before all begins no name. */
static bool is_word_of_family(const name_chain *c) {
  const isnad_phrase *family = note_hit_at(c->u, c->at, ISNAD_TABLE_FAMILY_NAMES);
  return c->rule.table == ISNAD_TABLE_FAMILY_NAMES && family != NULL && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_WORD;
}

/* "The artist, | Amal Rizq, after": between commas behind somebody's title. */
static bool is_between_commas(const name_chain *c) {
  const name_finder *f = c->f;
  return c->at > c->u->first + 1 && c->last < c->u->last && name_is_comma(f, c->at - 1) && name_is_comma(f, c->last) &&
         name_state(f, c->u, c->at - 2) == NAME_ROLE;
}

bool name_is_believed(const name_chain *c, bool *doubtful) {
  unsigned sure = c->given + c->family + c->tied;
  size_t next = c->at;
  switch (c->first) {
  case PART_GIVEN:
  case PART_FAMILY:
    return c->parts > 1 || c->last - c->at > 1 || believed_alone(c);
  case PART_COMMON_FAMILY:
    if (is_word_of_family(c)) return false;
    if (c->surname_first && c->parts > 1 && name_chain_is_announced(c)) return true; /* "said Gao | Feng" */
    return c->parts == 1 && c->rule.table == ISNAD_TABLE_FAMILY_NAMES && name_is_foreign_surname(c->f, c->u, c->at, family_cut(c));
  case PART_TIED: /* "wrote | the house of So-and-so" */
    return c->parts > 1 || (name_has_role(c->u, c->at, ISNAD_NAME_PARTS_ROLE_CLAN) && name_is_announced(c->u, c->at)) ||
           (name_has_role(c->u, c->at, ISNAD_NAME_PARTS_ROLE_PARTICLE) && name_is_introduced(c->f, c->u, c->at)); /* "the Dutchman | van der Lem" */
  case PART_COMMON_GIVEN:
    if (is_word_before_all(c) || are_two_words(c)) return false;
    if (sure == 0 && c->unknown == 0 && are_two_nouns(c)) return false;
    *doubtful = is_noun_of_noun(c) || (!name_is_announced(c->u, c->at) && !is_between_commas(c) && !ends_in_descent(c) &&
                                       (is_noun_of_somebody(c) || (sure == 0 && c->unknown == 0)));
    return c->parts > 1 && (sure > 0 || c->common > 1 || c->unknown > 0);
  case PART_UNKNOWN:
    if (c->parts == 1 && is_nisba_in_accusative(name_form(c->f, c->at))) return false;
    if (name_answer_at(c->f, c->u, c->at) == NAME_LIKELY) return true;
    if (c->parts == 1 && (is_plural_word(c) || is_accusative(c))) return false;
    if (name_begins_and(c->f, next) && !is_sure_behind_and(c)) return false;
    if (c->parts > 1 && c->unknown == c->parts && name_is_introduced(c->f, c->u, c->at)) return !name_is_definite(c->f, next);
    if (c->at > c->u->first && name_has_role(c->u, c->at - 1, ISNAD_NAME_PARTS_ROLE_WHERE)) return false;
    bool seen = isnad_arabic_frequency(c->f->tokens[c->at].hash) > 0;
    if (c->parts == 1 && seen && name_shape(name_form(c->f, next)) <= SHAPE_SEEN) return false;
    if (c->parts == 1) return name_is_announced(c->u, c->at) && name_shape(name_chain_first_word(c)) > SHAPE_STRONG && !name_is_definite(c->f, next);
    if (c->family > 0 && name_chain_is_announced(c) && !name_is_definite(c->f, next) && name_shape(name_chain_first_word(c)) > SHAPE_POOR &&
        isnad_arabic_frequency(c->f->tokens[next].hash) == 0)
      return true; /* "said X Collins" */
    return (c->family + c->given > 0 || c->unknown == c->parts) && name_shape(name_chain_first_word(c)) > SHAPE_STRONG;
  default:
    return false;
  }
}

bool name_is_believed_titled(const name_chain *c) {
  if (c->first == PART_UNKNOWN && c->parts == 1 && (is_plural_word(c) || is_accusative(c))) return false;
  bool alone = c->parts == 1 && c->last == c->at + 1;
  if (alone && (name_hit_uncut(c->u, c->at, ISNAD_TABLE_TITLES) || name_is_verb(c->f, c->u, c->at))) return false;
  if (c->first == PART_UNKNOWN && c->given + c->family + c->tied == 0)
    return !name_is_definite(c->f, c->at) && (c->parts > 1 || name_shape(name_form(c->f, c->at)) > SHAPE_FOREIGN);
  return c->first != PART_BEHIND;
}
