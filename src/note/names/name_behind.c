/* Words that stand behind a name and are none of it, though they may be somebody's: nouns, verbs, predicates. */
#include "note/names/name_chain.h"
#include "note/word.h"

#include "arabic/letters.h"

/* "Pierce | in the role of": ba or li before a word of every day, though the whole is somebody's name too. */
static bool is_prefixed_noun(const name_chain *c, size_t at) {
  enum { LETTER = 2, OFTEN_SEEN = 3000 };
  isnad_slice form = name_form(c->f, at), rest = {form.bytes + LETTER, form.length - LETTER};
  bool prefixed = form.length > 3 * LETTER && (word_letter_at(form, 0, LETTER_BEH) || word_letter_at(form, 0, LETTER_LAM));
  return prefixed && c->parts > 1 && isnad_arabic_frequency(isnad_token_hash(rest)) > OFTEN_SEEN;
}

/* "Mahmud was | a pioneer": an indefinite noun in the accusative behind the name of an Arab; without its alef the language has it often. */
static bool is_predicate(const name_chain *c, size_t at, const part *p) {
  enum { LETTER = 2, SHORTEST = 4 * LETTER, SEEN = 300, UNLIKE = 20 };
  isnad_slice form = name_form(c->f, at);
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  if (p->kind != PART_UNKNOWN || form.length < SHORTEST) return false;
  bool his = word_ends(isnad_slice_at(c->f->s->page->text, c->f->tokens[at].span), LETTER_HEH); /* "Milan | his advance" */
  bool arab = given != NULL && isnad_given_names_rows[given->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
  enum { VERB = 5 * LETTER };
  bool verb = form.length == VERB && word_letter_at(form, 0, LETTER_ALEF) && word_ends(form, LETTER_TEH) && name_is_hamzated(c->f, at);
  if (arab && verb) return true;                                                            /* "Ahmad | dazzled (f.)" */
  bool noun = name_ends_with(c->f, at, LETTER_ALEF) && (arab || name_shape(form) < UNLIKE); /* "against Kelly | momentum" */
  if (!his && !noun) return false;
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - LETTER})) > SEEN;
}

/* "Brigitte Nielsen | gives birth": behind a full name a word that begins as a verb does and is not spelled as names are. */
static bool is_verb_behind(const name_chain *c, size_t at, const part *p) {
  enum { LETTER = 2, SHORTEST = 4 * LETTER, SURE = 30 };
  isnad_slice form = name_form(c->f, at);
  if (p->kind != PART_UNKNOWN || c->parts < 2 || form.length < SHORTEST) return false;
  bool prefix = word_letter_at(form, 0, LETTER_TEH) || word_letter_at(form, 0, LETTER_YEH);
  return prefix && isnad_arabic_frequency(c->f->tokens[at].hash) > 0 && name_shape(form) < SURE;
}

/* "Tom Wolff, | owner of", "Zarif | met", "Zidan | the win": words of the language before all go on only the sure given name of an Arab, and not
 * where more of the sentence follows them. */
static bool is_word_behind(const name_chain *c, size_t at, const part *p) {
  const isnad_phrase *given = note_hit_at(c->u, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(c->u, at, ISNAD_TABLE_FAMILY_NAMES);
  bool word = (given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_WORD) ||
              (family != NULL && family->cut == 0 && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_WORD);
  if (!word || (p->kind != PART_COMMON_GIVEN && p->kind != PART_COMMON_FAMILY)) return false;
  const isnad_phrase *first = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool arab = (first != NULL && isnad_given_names_rows[first->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB) ||
              name_has_role(c->u, c->at, ISNAD_NAME_PARTS_ROLE_ABD);
  bool sure =
      arab && c->unknown == 0 &&
      (c->first == PART_GIVEN || (c->first == PART_COMMON_GIVEN && name_chain_is_announced(c) && !note_has_hit(c->u, c->at, ISNAD_TABLE_TITLES)));
  bool followed = name_word_at(c->f, c->u, at + 1) &&
                  (name_is_definite(c->f, at + 1) || (name_is_definite(c->f, at) && note_has_hit(c->u, at + 1, ISNAD_TABLE_STOPS)));
  return c->tied == 0 && (!sure || followed);
}

/* "Announced So-and-so al-Busaidi | the names of the winners": behind a surname with the article a noun that is a name too. */
static bool is_object_behind(const name_chain *c, size_t at, const part *p) {
  enum { SEEN = 1500 };
  if (p->kind != PART_COMMON_GIVEN || c->parts < 2 || c->tied > 0 || !name_is_definite(c->f, c->last - 1) || name_is_ali(c->f, at)) return false;
  return isnad_arabic_frequency(c->f->tokens[at].hash) > SEEN && name_word_at(c->f, c->u, at + 1) && !note_has_hit(c->u, at, ISNAD_TABLE_PEOPLE);
}

bool name_is_none_of_it(const name_chain *c, size_t at, const part *p) {
  return is_word_behind(c, at, p) || is_verb_behind(c, at, p) || is_object_behind(c, at, p);
}

bool name_is_noun_behind(const name_chain *c, size_t at, const part *p) {
  return (p->kind != PART_FAMILY && is_prefixed_noun(c, at)) || is_predicate(c, at, p);
}
