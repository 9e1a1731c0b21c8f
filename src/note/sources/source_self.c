/* What somebody says of himself: his own intent, feeling, duty or denial. He speaks, and his words are a quote; he vouches for nothing. */
#include "note/sources/source_subject.h"

/* The preposition that the verb takes before what it says. */
static bool is_own_link(const subject *of, size_t at) {
  if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return true;
  if (of->verb->also == ISNAD_VERBS_ALSO_ALA) return note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ON);
  return of->verb->also == ISNAD_VERBS_ALSO_ILA && note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_TO);
}

/* The first word of what is said, behind days, the verb's preposition and a mark of speech. */
static size_t complement_at(const subject *of) {
  size_t at = source_behind_asides(of);
  if (is_own_link(of, at)) at++;
  return at < of->unit->last && cited_token(of->s, at)->kind == ISNAD_TOKEN_QUOTE ? at + 1 : at;
}

/* "That" within reach of the verb and its subject; the end of the unit when there is none. */
static size_t that_at(const subject *of) {
  enum { NEAR = 16 };
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + NEAR; at++) {
    if (cited_is_mark(of->s, at, ".") || cited_is_mark(of->s, at, ":")) break;
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return at;
  }
  return of->unit->last;
}

static size_t behind_mark(const subject *of, size_t at) {
  return at < of->unit->last && cited_token(of->s, at)->kind == ISNAD_TOKEN_QUOTE ? at + 1 : at;
}

static bool is_feminine(isnad_slice word) { return word_ends_in(word, LETTER_HEH, LETTER_ALEF); }

/* "During | his visit": behind a preposition that is not the verb's own. */
static bool is_inside_aside(const subject *of, size_t at) {
  return at > of->behind && note_has_word(of->unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && !is_own_link(of, at - 1);
}

/* "His intent", "her resignation": a noun with the pronoun of the verb's gender. Nouns whose last letter is their own end in yeh or alef before it.
 */
static bool is_owned(const subject *of, size_t at) {
  enum { SHORTEST = 4 * WORD_LETTER };
  if (!cited_is_word(of->s, of->unit, at) || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  isnad_slice text = isnad_slice_at(of->s->page->text, cited_token(of->s, at)->span);
  const isnad_phrase *hit = note_hit_at(of->unit, of->verb_first, ISNAD_TABLE_VERBS);
  bool feminine = hit->cell == ISNAD_VERBS_CELL_F;
  if (text.length < SHORTEST || is_inside_aside(of, at)) return false;
  if (feminine) return is_feminine(text);
  return word_ends(text, LETTER_HEH) && !word_ends_in(text, LETTER_YEH, LETTER_HEH) && !word_ends_in(text, LETTER_ALEF, LETTER_HEH);
}

static bool is_attitude_word(const subject *of, size_t at) {
  const isnad_phrase *word = note_word_at(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_ATTITUDE);
  return word != NULL && word->cut == 0;
}

/* A verb in the future, or in the present of the gender of "that he". */
static bool is_verb_of(const subject *of, size_t at, bool feminine) {
  if (!cited_is_word(of->s, of->unit, at) || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_IMPERSONAL)) return false;
  isnad_slice form = cited_form(of->s, at);
  size_t from = word_letter_at(form, 0, LETTER_SEEN) ? WORD_LETTER : 0;
  return word_letter_at(form, from, feminine ? LETTER_TEH : LETTER_YEH) || (feminine && word_ends(form, LETTER_TEH));
}

static bool is_future(const subject *of, size_t at) {
  enum { SHORTEST = 4 * WORD_LETTER };
  if (!cited_is_word(of->s, of->unit, at)) return false;
  isnad_slice form = cited_form(of->s, at);
  bool never = form.length == 2 * WORD_LETTER && word_begins(form, LETTER_LAM, LETTER_NOON);
  return never || (form.length >= SHORTEST && (word_begins(form, LETTER_SEEN, LETTER_YEH) || word_begins(form, LETTER_SEEN, LETTER_TEH)));
}

/* Behind "not" and the like. */
static size_t behind_negation(const subject *of, size_t at) { return note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES) ? at + 1 : at; }

/* "That he | will", "that she | is ready", "that one | must". */
static bool tells_will(const subject *of, size_t that) {
  size_t at = behind_mark(of, that + 1);
  return note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_STANCE) ||
         note_has_word(of->unit, behind_negation(of, at), ISNAD_QUOTE_WORDS_ROLE_STANCE);
}

static bool tells_plan(const subject *of, size_t that) {
  return note_has_word(of->unit, behind_negation(of, behind_mark(of, that + 1)), ISNAD_QUOTE_WORDS_ROLE_INTENT);
}

/* "That he will leave", "that she owns": of a person. "That it was not proved" is of no one. */
static bool tells_of_himself(const subject *of, size_t that) {
  isnad_slice form = cited_form(of->s, that);
  size_t at = behind_mark(of, that + 1);
  bool feminine = is_feminine(form);
  if (!feminine && !word_ends(form, LETTER_HEH)) return false;
  bool past = cited_is_word(of->s, of->unit, at) && word_begins(cited_form(of->s, at), LETTER_LAM, LETTER_MEEM);
  return (feminine || !past) && is_verb_of(of, behind_negation(of, at), feminine);
}

/* "I hope", "we are ready", in his own words. */
static bool speaks_of_himself(const subject *of) {
  enum { NEAR = 14 };
  bool that = false;
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + NEAR && !cited_is_mark(of->s, at, "."); at++) {
    if (note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_MINE)) return true;
    that = that || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that && cited_is_mark(of->s, at, ":")) return false; /* what is said next */
  }
  return false;
}

/* "That his country | will withdraw", "is worried". */
static bool tells_of_his_side(const subject *of, size_t that) {
  if (!note_has_word(of->unit, that + 1, ISNAD_QUOTE_WORDS_ROLE_OURS)) return false;
  size_t at = behind_mark(of, that + 2);
  size_t not = behind_negation(of, at);
  return is_future(of, at) || note_has_word(of->unit, not, ISNAD_QUOTE_WORDS_ROLE_STANCE) ||
         note_has_word(of->unit, not, ISNAD_QUOTE_WORDS_ROLE_INTENT);
}

bool source_tells_of_self(const subject *of) {
  size_t at = complement_at(of), that = that_at(of);
  bool plan = note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_INTENT);
  if (plan || is_owned(of, at) || is_attitude_word(of, at) || speaks_of_himself(of)) return true;
  bool act = of->verb->force == ISNAD_VERBS_FORCE_ANNOUNCES && !note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  if (act && note_has_word(of->unit, at + 1, ISNAD_QUOTE_WORDS_ROLE_OURS)) return true; /* "announced | the withdrawal of his country" */
  if (that == of->unit->last) return false;
  return tells_will(of, that) || tells_plan(of, that) || tells_of_himself(of, that) || tells_of_his_side(of, that);
}

/* "Denied | any tie", "that it was", "the responsibility": a party for itself. */
static bool denies_for_itself(const subject *of) {
  enum { ANY = 2 * WORD_LETTER };
  size_t at = complement_at(of);
  if (of->verb->force != ISNAD_VERBS_FORCE_DENIES || !cited_is_word(of->s, of->unit, at)) return false;
  isnad_slice form = cited_form(of->s, at);
  bool any = form.length == ANY && word_begins(form, LETTER_ALEF, LETTER_YEH);
  if (any || note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_BLAME)) return true;
  if (!note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  return !word_ends(form, LETTER_NOON) || (cited_is_word(of->s, of->unit, at + 1) && word_letter_at(cited_form(of->s, at + 1), 0, LETTER_TEH));
}

static bool is_state(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  return name != NULL && name->type == ISNAD_NAME_PLACE;
}

/* "Israel | alleges". */
static bool claims_for_itself(const subject *of) { return of->verb->force == ISNAD_VERBS_FORCE_CLAIMS && is_state(of); }

/* A state, or "that it": it threatens more than it warns. */
static bool warns_for_itself(const subject *of) {
  if (of->verb->force != ISNAD_VERBS_FORCE_WARNS) return false;
  size_t that = that_at(of);
  return is_state(of) || (that < of->unit->last && tells_of_himself(of, that));
}

/* "Moscow regards": an opinion of a state. Bodies that know find what they believe, and who suspects something has been told of it. */
static bool judges(const subject *of) {
  return of->verb->force == ISNAD_VERBS_FORCE_BELIEVES && is_state(of) && of->verb->also != ISNAD_VERBS_ALSO_FI && !source_opens_report(of);
}

bool source_takes_stance(const subject *of) {
  size_t at = complement_at(of), that = that_at(of);
  if (judges(of) || claims_for_itself(of) || denies_for_itself(of) || warns_for_itself(of)) return true;
  if (is_attitude_word(of, at) && !note_has_word(of->unit, at, ISNAD_QUOTE_WORDS_ROLE_INTENT) &&
      (is_owned(of, at) || note_is_definite(of->s, of->unit, at)))
    return true;
  return that < of->unit->last && tells_will(of, that);
}

bool source_expects(const subject *of) {
  enum { FAR = 30 };
  if (of->verb->force != ISNAD_VERBS_FORCE_ESTIMATES) return false;
  for (size_t at = of->behind; at < of->unit->last && at < of->behind + FAR && !cited_is_mark(of->s, at, "."); at++)
    if (cited_token(of->s, at)->kind == ISNAD_TOKEN_NUMBER || note_has_hit(of->unit, at, ISNAD_TABLE_NUMBERS)) return false;
  return true;
}
