/* "And that": what a statement says further, behind its marks or behind the stop that cut it off. */
#include "note/quotes/quote_said.h"

/* "And that" at a token: the further complement of the statement that ended right before it. */
static bool is_further_that(const quote_scan *q, size_t at) {
  const isnad_phrase *that = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && quote_cut_is(q, that, LETTER_WAW);
}

static size_t add_further(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit, size_t that) {
  quote_said said;
  if (!quote_take_sign(q, verb, SIGN_THAT, that, &said)) return that;
  if (said.pair == NULL) said.cut = WORD_LETTER;
  said.next = 0;
  quote_add_statement(q, verb, &said, speaker, implicit, 0);
  return said.pair != NULL ? said.pair->close + 1 : said.last;
}

/* He said "...", | and that ...: what goes on behind the marks; returns the token from which to go on. */
size_t quote_read_further(quote_scan *q, const quote_verb *verb, const quote_speaker *speaker, bool implicit, size_t at) {
  size_t first = at < q->sentence_last && quote_is_comma(q, at) ? at + 1 : at;
  if (first >= q->sentence_last || !is_further_that(q, first)) return at;
  return add_further(q, verb, speaker, implicit, first);
}

/* A sentence that begins with "and that" behind a statement that its stop cut off. */
size_t quote_read_cut_off(quote_scan *q) {
  quote_speaker speaker = q->last;
  size_t first = q->sentence_first;
  if (first == q->unit->first || !q->spoken_here || speaker.canonical.length == 0 || !is_further_that(q, first)) return first;
  return add_further(q, NULL, &speaker, true, first);
}
