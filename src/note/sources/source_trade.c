/* "Planners", "prosecutors": people of a trade that no table lists, told by the ending of their plural. */
#include "note/sources/citation.h"

#include <string.h>

enum { LONGEST = 40, ENDING = 2 * WORD_LETTER, ARTICLE = 2 * WORD_LETTER };

static char *put(char *at, unsigned first, unsigned second) {
  const unsigned letters[] = {first, second};
  for (size_t i = 0; i < 2; i++) {
    *at++ = (char)(0xC0u | letters[i] >> 6);
    *at++ = (char)(0x80u | (letters[i] & 0x3Fu));
  }
  return at;
}

/* The language knows the word with the article, or in the other case: no name that ends so does that ("Milton"). */
static bool is_known(isnad_slice form) {
  char whole[ARTICLE + LONGEST];
  char *bare = put(whole, LETTER_ALEF, LETTER_LAM);
  memcpy(bare, form.bytes, form.length);
  size_t length = form.length, with = ARTICLE + length;
  if (isnad_arabic_frequency(isnad_token_hash((isnad_slice){whole, with})) > 0) return true;
  (void)put(bare + length - ENDING, LETTER_YEH, LETTER_NOON);
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){whole, with})) > 0 ||
         isnad_arabic_frequency(isnad_token_hash((isnad_slice){bare, length})) > 0;
}

bool source_is_trade(isnad_slice form) {
  enum { SHORTEST = 5 * WORD_LETTER };
  if (!word_ends_in(form, LETTER_WAW, LETTER_NOON) || form.length < SHORTEST || form.length > LONGEST) return false;
  bool relation = word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_YEH);
  return (relation || word_letter_at(form, 0, LETTER_MEEM)) && is_known(form);
}

/* "Followers", "organisers" behind a preposition, in the oblique case, with the article or without: participles whose other case the language
 * knows; the dual ("two axes") has none, and the dual of the feminine ends in teh before it. */
static bool is_oblique_trade(isnad_slice form) {
  enum { SHORTEST = 5 * WORD_LETTER };
  if (word_begins(form, LETTER_LAM, LETTER_LAM) || word_begins(form, LETTER_ALEF, LETTER_LAM)) {
    form.bytes += ARTICLE;
    form.length -= ARTICLE;
  }
  bool plural = word_ends_in(form, LETTER_YEH, LETTER_NOON) && form.length >= SHORTEST && form.length <= LONGEST;
  if (!plural || !word_letter_at(form, 0, LETTER_MEEM) || word_letter_at(form, form.length - 3 * WORD_LETTER, LETTER_TEH)) return false;
  bool broken = form.length == 6 * WORD_LETTER && word_letter_at(form, 2 * WORD_LETTER, LETTER_ALEF); /* "fields", of the measure of it */
  char whole[ARTICLE + LONGEST];
  char *bare = put(whole, LETTER_ALEF, LETTER_LAM);
  memcpy(bare, form.bytes, form.length);
  (void)put(bare + form.length - ENDING, LETTER_WAW, LETTER_NOON);
  return !broken && (isnad_arabic_frequency(isnad_token_hash((isnad_slice){bare, form.length})) > 0 ||
                     isnad_arabic_frequency(isnad_token_hash((isnad_slice){whole, ARTICLE + form.length})) > 0);
}

bool cited_trade(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  size_t at = trigger->first + trigger->count;
  bool according = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && !cited_is_bare_from(unit, trigger);
  bool relies = trigger->count > 1 && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_CARRIES &&
                !note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  bool opinion = cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_CLAIMS;      /* "in the view of | consumers" */
  if (!according || relies || opinion || !cited_is_word(s, unit, at)) return false; /* "relying on | substitutes" */
  bool trade = !note_is_definite(s, unit, at) && source_is_trade(cited_form(s, at));
  bool name = note_has_hit(unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(unit, at, ISNAD_TABLE_FAMILY_NAMES) ||
              note_has_hit(unit, at, ISNAD_TABLE_PEOPLE) || note_has_hit(unit, at, ISNAD_TABLE_PLACES);
  if (!trade && (name || !is_oblique_trade(cited_form(s, at)))) return false;
  isnad_rule rule = {NULL, ISNAD_TABLE_TRIGGERS, trigger->row};
  isnad_span span = cited_token(s, at)->span;
  *out = (cited){at, at + 1, {{NULL, 0}, note_name_text(s, span), span, rule}, ISNAD_SOURCE_ANONYMOUS};
  return true;
}
