/* What is judged without a sign: "described the detention | as (without a word for it) "piracy"". */
#include "note/quotes/quote_said.h"

/* The first quoted piece behind the object, and words only before it. */
static const quote_pair *judgment_behind(const quote_scan *q, size_t object) {
  enum { FAR = 10, LONGEST = 6 };
  quote_verb verb;
  for (size_t at = object + 1; at < q->sentence_last && at < object + FAR; at++) {
    if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) {
      const quote_pair *pair = quote_pair_at(q, at);
      bool piece = pair != NULL && pair->closed_here && quote_pair_words(q, pair) <= LONGEST && !quote_pair_is_name(q, pair);
      return piece && (quote_token(q, at - 1)->flags & ISNAD_TOKEN_TATWEEL) == 0 ? pair : NULL;
    }
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_verb_at(q, at, &verb) || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL)
      return NULL;
  }
  return NULL;
}

/* An indefinite noun or adjective is what somebody is called; the definite one goes on the object. */
static bool is_judgment(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  return quote_is_kind(q, first, ISNAD_TOKEN_WORD) && !quote_is_definite(q, first) &&
         quote_word_at(q, pair->open - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) == NULL;
}

/* "Laid on Israel | the full responsibility": what is laid stands near. */
static bool lays_blame(const quote_scan *q, const quote_verb *verb, size_t object) {
  enum { FAR = 9 };
  bool lays = verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES && verb->row->also == ISNAD_VERBS_ALSO_NONE &&
              verb->row->that == ISNAD_VERBS_THAT_NO && verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
  for (size_t at = object; lays && at < q->sentence_last && at <= object + FAR; at++)
    if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BLAME) != NULL) return true;
  return false;
}

bool quote_find_blamed(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t object = quote_skip_asides(q, verb->last, limit), end = object;
  quote_speaker subject;
  if (verb->form == FORM_PASSIVE || verb->form == FORM_NOUN || !lays_blame(q, verb, object)) return false;
  bool behind = !begun && verb->form <= FORM_PLURAL && speaker_read(q, object, limit, 0, &subject, &end) && speaker_agrees(q, verb, object, &subject);
  if (behind && subject.kind == SPEAKER_UNKNOWN) return false;
  object = quote_skip_asides(q, behind ? end : object, limit);
  if (object >= limit) return false;
  *out = (quote_said){.first = object, .subject_last = behind ? end : verb->last, .bare = true};
  out->last = quote_end(q, verb, object, &out->next);
  return out->last > object;
}

bool quote_find_judged(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  bool judges = verb->row->force == ISNAD_VERBS_FORCE_BELIEVES || verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES;
  if (!judges || verb->form > FORM_FEMININE) return false;
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t object = quote_skip_asides(q, verb->last, limit), end = object;
  quote_speaker subject;
  if (!begun && (!speaker_read(q, object, limit, 0, &subject, &end) || !speaker_agrees(q, verb, object, &subject))) return false;
  object = quote_skip_asides(q, end, limit);
  if (object >= limit || !quote_is_kind(q, object, ISNAD_TOKEN_WORD) || quote_is_small_word(q, object)) return false;
  const quote_pair *pair = judgment_behind(q, object);
  if (pair == NULL || !is_judgment(q, pair)) return false;
  *out = (quote_said){.first = object, .subject_last = end, .bare = true};
  out->last = quote_end(q, verb, object, &out->next);
  return out->last > pair->close;
}
