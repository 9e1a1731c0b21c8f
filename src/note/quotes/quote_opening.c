/* Speech that opens a paragraph, and speech that began in the paragraph before. */
#include "note/quotes/quote.h"

/* The verb that follows quoted words: «...», he said. */
static bool verb_behind(const quote_scan *q, size_t at, quote_verb *verb) {
  while (at < q->unit->last && (quote_is_comma(q, at) || quote_is_mark(q, at, "."))) at++;
  return at < q->unit->last && quote_verb_at(q, at, verb) && verb->form <= FORM_PLURAL && !verb->linked;
}

bool quote_opens_with_verb(const quote_scan *q, const quote_pair *pair) {
  quote_verb verb;
  return verb_behind(q, pair->close + 1, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES && verb.row->that == ISNAD_VERBS_THAT_YES;
}

static size_t phrase_limit(const quote_scan *q, size_t at) {
  while (at < q->unit->last && !quote_is_comma(q, at) && !quote_is_mark(q, at, ".")) at++;
  return at;
}

/* Nothing but marks follows: the quoted words are the whole paragraph. */
static bool stands_alone(const quote_scan *q, const quote_pair *pair) {
  for (size_t at = pair->close; at < q->unit->last; at++)
    if (quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  return true;
}

/* Speech that opens a paragraph: its verb stands behind it, or he who spoke last goes on. */
size_t quote_read_opening(quote_scan *q, const quote_pair *pair) {
  quote_verb verb = {.form = FORM_NOUN};
  quote_speaker speaker = {.name = -1};
  quote_said said = {.first = pair->opened_here ? pair->open + 1 : pair->open, .last = pair->close, .pair = pair};
  bool implicit = true, has_verb = verb_behind(q, pair->close + 1, &verb);
  if (!has_verb && (!q->spoke || !stands_alone(q, pair))) return pair->close;
  if (has_verb) {
    said.subject_last = phrase_limit(q, verb.last);
    if (speaker_of(q, &verb, &said, &speaker, &implicit) && !implicit) speaker_remember(q, &speaker, verb.form);
  } else {
    speaker = q->last;
  }
  quote_add(q, has_verb ? &verb : NULL, &said, &speaker, implicit);
  return has_verb ? verb.last : pair->close;
}

/* Speech that began in the paragraph before goes on to its closing mark. Returns the token behind it. */
size_t quote_read_continued(quote_scan *q) {
  size_t first = q->sentence_first;
  if (first != q->unit->first || q->pair_count == 0 || q->pairs[0].opened_here || q->pairs[0].used) return first;
  return quote_read_opening(q, &q->pairs[0]) + 1;
}
