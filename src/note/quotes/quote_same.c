/* The next statement of the same speaker: behind a comma, "and" and the past of a verb of saying that fits him. */
#include "note/quotes/quote_said.h"

/* "And | denied", "and | condemned": the past, behind the link. */
bool quote_is_past(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  bool will = word_letter_at(form, cut, LETTER_SEEN) && form.length - cut > 4 * WORD_LETTER && word_letter_at(form, cut + WORD_LETTER, LETTER_YEH);
  return !will && !word_letter_at(form, cut, LETTER_YEH) && !word_letter_at(form, cut, LETTER_TEH);
}

/* What one does only in words, of whatever kind of word the verb is too: to demand, deny, warn; not "showed", "set", "decided". */
static bool is_of_words(const quote_verb *verb) {
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_SHOWS:
  case ISNAD_VERBS_FORCE_SETS:
  case ISNAD_VERBS_FORCE_DECIDES:
  case ISNAD_VERBS_FORCE_CONCLUDES:
  case ISNAD_VERBS_FORCE_EXPLAINS:
  case ISNAD_VERBS_FORCE_REVEALS:
  case ISNAD_VERBS_FORCE_CARRIES:
  case ISNAD_VERBS_FORCE_ASKS:
  case ISNAD_VERBS_FORCE_SUPPORTS:
    return false;
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_PROMISES:
    return verb->row->sure == ISNAD_VERBS_SURE_YES;
  default:
    return true;
  }
}

/* "Said that the draft is ready, | and demanded in his speech", ", | and urged both sides": behind a comma the next statement of the same speaker, in
 * the same tense and form, whatever follows the verb. */
bool quote_goes_on_speaking(const quote_scan *q, const quote_verb *verb, const quote_verb *next) {
  if (verb == NULL || verb->row == NULL || verb->form > FORM_PLURAL || verb->form != next->form) return false;
  return quote_is_comma(q, next->first - 1) && quote_is_past(q, verb) && quote_is_past(q, next) && !next->either && is_of_words(next);
}

bool quote_speaker_goes_on(const quote_scan *q, const quote_verb *verb) {
  if (!q->spoke_here || !verb->linked || verb->form > FORM_PLURAL || q->last.agrees != verb->form) return false;
  return verb->first > q->sentence_first && quote_is_comma(q, verb->first - 1) && quote_is_past(q, verb);
}

/* A document that stands behind such a verb is judged by whoever speaks. */
static bool judges(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_PRAISES || force == ISNAD_VERBS_FORCE_WELCOMES || force == ISNAD_VERBS_FORCE_REJECTS ||
         force == ISNAD_VERBS_FORCE_CONDEMNS || force == ISNAD_VERBS_FORCE_CRITICIZES;
}

/* ", | and announced | a new plan": whoever spoke in the sentence goes on, and of what stands behind the verb nothing is known but that it is no
 * subject before an object of its own. */
bool quote_is_object_of_last(const quote_scan *q, const quote_verb *verb, const quote_speaker *subject, size_t end, quote_said *out) {
  bool judged = subject->kind == SPEAKER_DOCUMENT && judges(verb->row->force); /* "valued | the letters" */
  if (!quote_takes_object(verb->row->also) || (subject->kind != SPEAKER_UNKNOWN && !judged) || !quote_speaker_goes_on(q, verb)) return false;
  if (end < q->sentence_last && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && !quote_is_definite(q, end)) return false;
  out->subject_last = verb->last;
  return true;
}
