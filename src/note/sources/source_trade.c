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

bool cited_trade(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  size_t at = trigger->first + trigger->count;
  bool according = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && !cited_is_bare_from(unit, trigger);
  bool relies = trigger->count > 1 && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_CARRIES; /* "relying on | substitutes" */
  if (relies) return false;
  if (!according || !cited_is_word(s, unit, at) || note_is_definite(s, unit, at) || !source_is_trade(cited_form(s, at))) return false;
  isnad_rule rule = {NULL, ISNAD_TABLE_TRIGGERS, trigger->row};
  isnad_span span = cited_token(s, at)->span;
  *out = (cited){at, at + 1, {{NULL, 0}, note_name_text(s, span), span, rule}, ISNAD_SOURCE_ANONYMOUS};
  return true;
}
