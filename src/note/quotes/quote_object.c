/* Which token may begin what a verb takes without "that": a noun, or the preposition of the verb. */
#include "note/quotes/quote_said.h"

#include <string.h>

bool quote_is_noun(const quote_scan *q, size_t at) { return quote_is_noun_behind(q, at, 0); }

bool quote_is_noun_behind(const quote_scan *q, size_t at, size_t cut) {
  enum { ARTICLE = 2 * WORD_LETTER, LONGEST = 24 };
  static const char article[ARTICLE + 1] = "\xD8\xA7\xD9\x84";
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  char word[ARTICLE + LONGEST];
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || form.length > LONGEST + cut || form.length < 2 * WORD_LETTER + cut) return false;
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  memcpy(word, article, ARTICLE);
  memcpy(word + ARTICLE, form.bytes, form.length);
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){word, ARTICLE + form.length})) > 0;
}

/* By its shape a verbal noun that the language knows with the article: alef before the last letter behind a first alef, teh and yeh, meem and alef.
 */
bool quote_is_masdar(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (!quote_is_noun(q, at) || quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0 || note_has_hit(q->unit, at, ISNAD_TABLE_PLACES))
    return false;
  size_t letters = form.length / WORD_LETTER;
  bool marbuta = word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA);
  bool first = letters >= 5 && word_letter_at(form, 0, LETTER_ALEF) && word_letter_at(form, form.length - 2 * WORD_LETTER, LETTER_ALEF);
  bool second = letters == 5 && word_letter_at(form, 0, LETTER_TEH) && word_letter_at(form, 3 * WORD_LETTER, LETTER_YEH);
  bool third = letters == 6 && marbuta && word_letter_at(form, 0, LETTER_MEEM) && word_letter_at(form, 2 * WORD_LETTER, LETTER_ALEF);
  return first || second || third;
}

/* A clitic, not the first letter of the word: joined by tatweel, before a word that the language knows, or before a name. */
bool quote_starts(const quote_scan *q, size_t at, unsigned letter) {
  if (!quote_begins_with(q, at, letter) || quote_is_definite(q, at)) return false;
  int32_t name = q->name_at[at - q->unit->first];
  if (name > 0) return q->s->names[name - 1].span.begin > quote_token(q, at)->span.begin;
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (place != NULL) return place->cut > 0;
  const isnad_phrase *object = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  if (object != NULL && quote_cut_is(q, object, letter)) return true;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  bool known =
      rest.length >= 4 * WORD_LETTER && isnad_arabic_frequency(isnad_token_hash(rest)) > 0; /* few words of five letters begin so by themselves */
  return known || (quote_token(q, at)->flags & ISNAD_TOKEN_TATWEEL) != 0 || isnad_arabic_proclitics(form) > 0;
}

/* "Denounced | what they called ..."; not "as", "among them". */
static bool is_bima(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (form.length != 3 * WORD_LETTER || !word_begins(form, LETTER_BEH, LETTER_MEEM) || !word_ends(form, LETTER_ALEF)) return false;
  return at + 1 < q->sentence_last && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_THAT) &&
         !quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && !quote_begins_with(q, at + 1, LETTER_FEH);
}

/* "With waging": ba before two letters, which the table of words knows as they stand. */
static bool is_short_ba(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return form.length == 3 * WORD_LETTER && word_letter_at(form, 0, LETTER_BEH) && quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

/* "According to" in one word; not ba before a noun of publishing. */
static bool is_introducer(const quote_scan *q, size_t at) {
  const isnad_phrase *trigger = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  return trigger != NULL && (trigger->cut == 0 || !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT));
}

/* "The group that is concerned | with watching", "that belongs | to the nations": what such a word takes is not the verb's. */
static bool is_concern(const quote_scan *q, size_t at) {
  const isnad_phrase *concerned = at > q->unit->first ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) : NULL;
  if (concerned == NULL || concerned->count > 1) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at - 1);
  return word_letter_at(form, 2 * WORD_LETTER, LETTER_MEEM) ||
         (word_letter_at(form, 2 * WORD_LETTER, LETTER_TEH) && word_letter_at(form, 3 * WORD_LETTER, LETTER_ALEF));
}

/* "A document issued | by the ministry": the adjective before it takes the preposition. */
bool quote_is_bound(const quote_scan *q, size_t at) {
  if (at == q->unit->first) return false;
  const isnad_phrase *issued = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUED);
  return (issued != NULL && issued->count > 1) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOUND);
}

/* "Affirmed | on the need for ...", "affirmed | on "...": before a noun of doing, or right behind the verb or a name, no noun can govern it. */
static bool is_own_on(const quote_scan *q, size_t at) {
  if (!quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON)) return false;
  size_t noun = quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE) ? at + 2 : at + 1;
  if (quote_has_word(q, noun, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return true;
  bool person = q->in_name[at - 1 - q->unit->first] && !q->in_name[at - q->unit->first];
  return (person || note_has_hit(q->unit, at - 1, ISNAD_TABLE_VERBS)) && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_noun(q, at + 1);
}

/* Whether the complement without "that" may begin at a token. */
bool quote_begins_also(const quote_scan *q, const isnad_verbs_row *row, size_t at) {
  if (at >= q->sentence_last) return false;
  if (row->force == ISNAD_VERBS_FORCE_ANNOUNCES && row->also == ISNAD_VERBS_ALSO_OBJECT) return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  if (row->force == ISNAD_VERBS_FORCE_CONFIRMS && row->also == ISNAD_VERBS_ALSO_OBJECT) return is_own_on(q, at);
  const isnad_phrase *longest = note_hit_at(q->unit, at, ISNAD_TABLE_QUOTE_WORDS);
  if (longest != NULL && longest->cut == 0 && longest->count > 1) return false; /* "among them", "through", "besides" */
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VERSE)) return false;        /* "cited | the words of the Almighty" */
  switch (row->also) {
  case ISNAD_VERBS_ALSO_AN:
    return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) && !quote_is_bound(q, at);
  case ISNAD_VERBS_ALSO_ALA:
  case ISNAD_VERBS_ALSO_OBJECT_ALA:
    return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON);
  case ISNAD_VERBS_ALSO_ILA:
  case ISNAD_VERBS_ALSO_OBJECT_ILA:
    if (row->force == ISNAD_VERBS_FORCE_DEMANDS && !is_concern(q, at) &&
        (quote_starts(q, at, LETTER_LAM) || word_begins(isnad_token_form(&q->s->page->tokens, at), LETTER_LAM, LETTER_LAM)))
      return true;
    return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_TO);
  case ISNAD_VERBS_ALSO_MIN:
    return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF);
  case ISNAD_VERBS_ALSO_FI:
    return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_IN);
  case ISNAD_VERBS_ALSO_LI:
    return quote_starts(q, at, LETTER_LAM);
  case ISNAD_VERBS_ALSO_BI:
  case ISNAD_VERBS_ALSO_OBJECT_BI:
  case ISNAD_VERBS_ALSO_BI_OBJECT:
    if (is_short_ba(q, at) || is_bima(q, at)) return true;
    if (word_is_letter(isnad_token_form(&q->s->page->tokens, at), LETTER_BEH) && quote_is_kind(q, at + 1, ISNAD_TOKEN_QUOTE)) return true;
    return quote_starts(q, at, LETTER_BEH) && !quote_is_that(q, at) && !is_introducer(q, at) && !is_concern(q, at);
  default:
    return false;
  }
}

/* "Held Hamas | and the groups responsible": a further object begins nothing. */
bool quote_begins_joined(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (!word_letter_at(form, 0, LETTER_WAW) || isnad_arabic_proclitics(form) == 0) return false;
  if (word_begins(form, LETTER_WAW, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM)) return true;
  return isnad_arabic_proclitics(form) == WORD_LETTER && q->name_at[at - q->unit->first] == 0 &&
         !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

/* A word that may begin an object: a noun, as far as the closed classes tell. */
bool quote_may_be_object(const quote_scan *q, size_t at) {
  if (at >= q->sentence_last || !quote_is_words_kind(quote_token(q, at)->kind)) return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return true;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES)) return false; /* "they ask, | and you will not" */
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM) || quote_starts(q, at, LETTER_LAM)) return false; /* "the under-secretary | for information" */
  bool with_article = word_begins(form, LETTER_BEH, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM);
  if (with_article && isnad_arabic_proclitics(form) > 0) return false; /* "owes it | to the merit of" */
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS), *cites = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  return (stop == NULL || stop->cut > 0) && (cites == NULL || cites->cut > 0) && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}
