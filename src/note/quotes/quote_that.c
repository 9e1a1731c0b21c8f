/* "That": whether it opens what a verb says, or belongs to another word. */
#include "note/quotes/quote_said.h"

/* "Moon Jae-in | and the prime minister": a title or a name whose first letter is the link, not that of "minister" itself. */
static bool links_person(const quote_scan *q, size_t at) {
  if (at >= q->unit->last) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  int32_t name = q->name_at[at - q->unit->first];
  bool linked = name > 0 && q->s->names[name - 1].span.begin > quote_token(q, at)->span.begin && quote_begins_with(q, at, LETTER_WAW);
  return (title != NULL && quote_links(q, title)) || (title == NULL && linked);
}

/* "Moon Jae-in": behind a hyphen, or behind a word that the language does not know, and before a comma, the syllable ends a name. */
static bool ends_name(const quote_scan *q, size_t at) {
  if (at == q->unit->first || quote_token(q, at)->length != 2 * WORD_LETTER) return false;
  if (quote_is_mark(q, at - 1, "-") && (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0) return true;
  if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
  const isnad_phrase *time = at + 3 < q->unit->last ? note_hit_at(q->unit, at + 1, ISNAD_TABLE_TIME_WORDS) : NULL;
  bool when = time != NULL && time->cut == 0 && isnad_time_words_rows[time->row].role == ISNAD_TIME_WORDS_ROLE_THE &&
              note_has_hit(q->unit, at + 2, ISNAD_TABLE_TIME_WORDS) &&
              (quote_is_comma(q, at + 3) || quote_is_mark(q, at + 3, ".")); /* "Moon Jae-in | last month." */
  if (at + 1 < q->unit->last && !quote_is_comma(q, at + 1) && !quote_is_mark(q, at + 1, ".") && !links_person(q, at + 1) && !when) return false;
  return q->in_name[at - 1 - q->unit->first] || isnad_arabic_frequency(quote_token(q, at - 1)->hash) == 0;
}

bool quote_that_opens(const quote_scan *q, size_t at, const isnad_phrase *that) {
  return !ends_name(q, at) && (that->cut == 0 || quote_cut_is(q, that, LETTER_BEH));
}

/* "To" before "that" means until, but behind a verb that takes it. */
static bool is_until(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_verbs_also also = verb->row->also;
  if (also == ISNAD_VERBS_ALSO_ILA || also == ISNAD_VERBS_ALSO_OBJECT_ILA || verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES ||
      verb->row->force == ISNAD_VERBS_FORCE_NOTES)
    return false;
  return at > verb->last && quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO);
}

/* "Named him head, | on condition that he stays": behind a comma and before a verb of the present, whatever the verb takes. */
static bool is_provided(const quote_scan *q, const quote_verb *verb, size_t at) {
  if (at < verb->last + 4 || at + 1 >= q->sentence_last || !quote_is_comma(q, at - 2) || quote_token(q, at)->length != 2 * WORD_LETTER) return false;
  isnad_slice next = isnad_token_form(&q->s->page->tokens, at + 1);
  bool present = word_letter_at(next, 0, LETTER_YEH) || word_letter_at(next, 0, LETTER_TEH);
  return quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ON) && present && next.length >= 4 * WORD_LETTER && !quote_is_noun(q, at + 1) &&
         q->name_at[at + 1 - q->unit->first] == 0;
}

/* "Announces the list | on condition that": a verb that does not take "on" has no "that" behind it. */
static bool is_condition_on(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_verbs_also also = verb->row->also;
  bool takes = also == ISNAD_VERBS_ALSO_ALA || also == ISNAD_VERBS_ALSO_OBJECT_ALA || also == ISNAD_VERBS_ALSO_ILA || also == ISNAD_VERBS_ALSO_BI ||
               verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS || verb->row->force == ISNAD_VERBS_FORCE_BELIEVES;
  return !takes && at > verb->last + 1 && quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ON);
}

/* "Amid rumours | about | that": behind the preposition of a noun, when the verb takes no "about", the words are the noun's. */
static bool is_about_noun(const quote_scan *q, const quote_verb *verb, size_t at) {
  if (verb->row->also == ISNAD_VERBS_ALSO_AN || verb->row->force == ISNAD_VERBS_FORCE_ANNOUNCES) return false;
  return at > verb->last + 2 && quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT) && !quote_is_comma(q, at - 2);
}

/* "In a step | of which it is believed | that": a verb of any kind right before "that" takes it. */
static bool is_of_other(const quote_scan *q, const quote_verb *verb, size_t at) {
  quote_verb other;
  return at > verb->last && quote_verb_at(q, at - 1, &other) && other.form <= FORM_FEMININE && other.first + 1 == at && other.first > verb->last;
}

/* "Resigned over accusations | that": the noun right before "that" tells what it opens. */
static bool is_of_tidings(const quote_scan *q, const quote_verb *verb, size_t at) {
  const isnad_phrase *that = at > verb->last + 1 ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) : NULL;
  return that != NULL && quote_cut_is(q, that, LETTER_BEH) && quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TIDINGS) &&
         !quote_is_definite(q, at - 1);
}

/* "Went on, and its player | nearly | scored (that he scores)". */
static bool is_nearly(const quote_scan *q, const quote_verb *verb, size_t at) {
  while (at > verb->last && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_NEARLY)) at--;
  return at > verb->last;
}

/* "If the need arises": with its hamza below and a verb right behind it the word is no "that". */
static bool is_condition(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  if (quote_token(q, at)->length != 2 * WORD_LETTER || !word_letter_at(word, 0, LETTER_ALEF_HAMZA_BELOW) || at + 1 >= q->sentence_last) return false;
  const isnad_phrase *helps = quote_word_at(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  isnad_slice next = isnad_token_form(&q->s->page->tokens, at + 1);
  bool was = helps != NULL && helps->cut == 0 && word_letter_at(next, 0, LETTER_KAF);
  bool past = next.length <= 5 * WORD_LETTER && !quote_is_noun(q, at + 1) && word_ends(next, LETTER_TEH) &&
              !word_ends_in(next, LETTER_ALEF, LETTER_TEH) && !quote_is_definite(q, at + 1) && q->name_at[at + 1 - q->unit->first] == 0;
  bool unless = at > verb->last && next.length == 2 * WORD_LETTER && word_begins(next, LETTER_LAM, LETTER_MEEM); /* "if they do not" */
  return was || past || unless;
}

bool quote_that_is_nouns(const quote_scan *q, const quote_verb *verb, size_t at) {
  return quote_is_that(q, at) && (is_condition_on(q, verb, at) || is_provided(q, verb, at) || is_about_noun(q, verb, at));
}

quote_sign quote_sign_of_that(const quote_scan *q, const quote_verb *verb, size_t at) {
  if (is_of_tidings(q, verb, at)) return SIGN_END;
  if (!quote_is_that(q, at) || is_until(q, verb, at) || is_condition(q, verb, at)) return SIGN_NOTHING;
  if (is_nearly(q, verb, at)) return SIGN_END;
  return verb->row->that == ISNAD_VERBS_THAT_YES && !is_of_other(q, verb, at) ? SIGN_THAT : SIGN_END;
}
