/* What somebody only speaks of: "spoke about the match" names a topic and tells no words. */
#include "note/quotes/quote_said.h"

/* "..., | saying: "..."": the words follow, and what stood before them is what they are about. */
static bool words_follow(const quote_scan *q, const quote_said *said) {
  enum { LONGEST = 8 };
  quote_verb next;
  if (said->last > said->first + LONGEST) return false;
  size_t at = said->last < q->sentence_last && quote_is_comma(q, said->last) ? said->last + 1 : said->last;
  if (at >= q->sentence_last || !quote_verb_at(q, at, &next) || next.form != FORM_PARTICIPLE || next.row->force != ISNAD_VERBS_FORCE_SAYS)
    return false;
  return quote_is_colon(q, next.last) || quote_is_kind(q, next.last, ISNAD_TOKEN_QUOTE) || quote_is_that(q, next.last);
}

/* "His youth", "her country": a noun with a pronoun. */
static bool has_pronoun(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (form.length < 4 * WORD_LETTER || word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA)) return false;
  return word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
}

/* "Their respect", "his marriage": by its shape what somebody does or feels. */
static bool is_act(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  size_t pronoun = word_ends(form, LETTER_HEH) ? WORD_LETTER : 2 * WORD_LETTER;
  isnad_slice stem = {form.bytes, form.length - pronoun};
  bool alef =
      stem.length >= 5 * WORD_LETTER && word_letter_at(stem, 0, LETTER_ALEF) && word_letter_at(stem, stem.length - 2 * WORD_LETTER, LETTER_ALEF);
  bool teh = stem.length == 5 * WORD_LETTER && word_letter_at(stem, 0, LETTER_TEH) && word_letter_at(stem, 3 * WORD_LETTER, LETTER_YEH);
  return alef || teh;
}

static bool is_named(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  return q->name_at[at - q->unit->first] > 0 || (place != NULL && place->cell != ISNAD_PLACES_CELL_ADJECTIVES);
}

/* A person, a place, "the match", "his youth", "the plans of X" are topics. What happened, what is wanted and an indefinite thing tell something:
 * "of the use of force", "of a quarrel that broke out". */
static bool is_thing(const quote_scan *q, size_t at, size_t last) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TOPIC) || is_named(q, at)) return true;
  if (quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return false;
  if (quote_is_definite(q, at)) return true;
  if (has_pronoun(q, at)) return !is_act(q, at);
  return at + 1 < last && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && (quote_is_definite(q, at + 1) || is_named(q, at + 1)) &&
         !quote_is_masdar(q, at);
}

static bool speaks_of(const quote_verb *verb) { return verb->row->force == ISNAD_VERBS_FORCE_SAYS && verb->row->also == ISNAD_VERBS_ALSO_AN; }

bool quote_heads_words(const quote_scan *q, const quote_verb *verb, const quote_said *said) { return speaks_of(verb) && words_follow(q, said); }

static bool is_topic(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (!speaks_of(verb) || !said->bare || said->pair != NULL || !quote_is_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) return false;
  return said->first + 1 < said->last && is_thing(q, said->first + 1, said->last);
}

bool quote_note_topic(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit) {
  if (!is_topic(q, verb, said)) return false;
  if (speaker->kind == SPEAKER_DOCUMENT || speaker->kind == SPEAKER_MEDIUM) source_add_speaker(q, verb, speaker, implicit);
  quote_add_pieces(q, verb, said, speaker, implicit, said->first, said->last);
  return true;
}
