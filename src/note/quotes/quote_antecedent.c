/* "Reports | said that", "eight migrants | told that": an indefinite noun right before a verb of saying is who speaks in it. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* A word that may belong to the phrase of such a noun. */
static bool belongs(const quote_scan *q, size_t at) {
  quote_verb verb;
  bool word = quote_is_words_kind(quote_token(q, at)->kind);
  return word && !quote_is_definite(q, at) && !quote_is_small_word(q, at) && !quote_verb_at(q, at, &verb) &&
         quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) == NULL && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) == NULL;
}

bool quote_find_antecedent(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  enum { LONGEST = 5 };
  if (verb->form > FORM_PLURAL || verb->linked || verb->first == q->sentence_first || said->bare || said->first > verb->last + 1) return false;
  if (!quote_is_that(q, verb->last) && !quote_is_colon(q, verb->last) && !quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)) return false;
  if (!belongs(q, verb->first - 1)) return false;
  size_t first = verb->first;
  while (first > q->sentence_first && verb->first - first < LONGEST && belongs(q, first - 1)) first--;
  for (; first < verb->first; first++) {
    quote_speaker who;
    size_t end = 0;
    if (!speaker_read(q, first, verb->first, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &who, &end) || end < verb->first) continue;
    if (who.kind != SPEAKER_ANONYMOUS && who.kind != SPEAKER_DOCUMENT) continue;
    *out = who;
    return true;
  }
  return false;
}
