/* The subject of a verb right behind it where it might be taken for something else: behind somebody told before, or pointed at with "this". */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* "The accord, from which | America | announced its withdrawal": somebody stands before the verb, and yet its own subject behind it, before the noun
 * that begins what is said. */
bool quote_has_own_subject(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit) {
  quote_speaker who;
  size_t end = 0;
  if (verb->form > FORM_PLURAL || !quote_takes_object(verb->row->also) || !quote_is_definite(q, at)) return false;
  if (!speaker_read(q, at, limit, 0, &who, &end) || who.kind == SPEAKER_UNKNOWN || !speaker_agrees(q, verb, at, &who)) return false;
  const isnad_phrase *noun = end < limit ? quote_word_at(q, end, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : NULL;
  return noun != NULL && noun->cut == 0 && !quote_is_definite(q, end) && quote_token(q, end)->length > 3 * WORD_LETTER;
}

/* "This", of the gender of the verb, before a noun with the article. */
static bool is_pointed(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (verb->form > FORM_PLURAL || !quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) || !quote_is_definite(q, at + 1)) return false;
  if (note_has_hit(q->unit, at + 1, ISNAD_TABLE_TIME_WORDS)) return false; /* "this time" */
  bool masculine = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_HEH, LETTER_THAL) && word_ends(form, LETTER_ALEF);
  bool feminine = form.length == 3 * WORD_LETTER && (word_begins(form, LETTER_HEH, LETTER_THAL) || word_begins(form, LETTER_TEH, LETTER_LAM)) &&
                  !word_ends(form, LETTER_ALEF);
  return verb->form == FORM_MASCULINE ? masculine : verb->form == FORM_FEMININE && feminine;
}

/* Verbs that tell or confirm: what one denies or describes is pointed at itself ("denied | this"). */
static bool tells(const quote_verb *verb) {
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_CONFIRMS:
  case ISNAD_VERBS_FORCE_ANNOUNCES:
  case ISNAD_VERBS_FORCE_EXPLAINS:
  case ISNAD_VERBS_FORCE_REVEALS:
  case ISNAD_VERBS_FORCE_ESTIMATES:
    return true;
  default:
    return false;
  }
}

/* "This country | its commitment": what is said bears the pronoun of whoever says it. */
static bool begins_with_theirs(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  return quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && pronoun && form.length >= 5 * WORD_LETTER;
}

/* Whoever is pointed at is known to speak, by the tables or by what follows him. */
static bool is_somebody(const quote_scan *q, size_t at, const quote_speaker *who, size_t end) {
  if (speaker_is_thing(q, who)) return false;
  if (who->kind != SPEAKER_UNKNOWN || begins_with_theirs(q, end)) return true;
  bool speech = quote_is_colon(q, end) || (quote_is_kind(q, end, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, end) != NULL);
  return speech || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY) || note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) ||
         note_has_hit(q->unit, at, ISNAD_TABLE_HEADS);
}

size_t quote_behind_pointed(const quote_scan *q, const quote_verb *verb, size_t at, size_t limit, quote_speaker *who) {
  size_t end = 0;
  if (tells(verb) && is_pointed(q, verb, at) && speaker_read(q, at + 1, limit, 0, who, &end) && is_somebody(q, at + 1, who, end)) return end;
  *who = (quote_speaker){.kind = SPEAKER_UNKNOWN};
  return at;
}

bool quote_points_at_thing(const quote_scan *q, const quote_verb *verb) {
  quote_speaker who;
  size_t end = 0, at = quote_skip_asides(q, verb->last, q->sentence_last);
  if (!tells(verb) || !is_pointed(q, verb, at) || quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_TIDINGS)) return false;
  return !speaker_read(q, at + 1, q->sentence_last, 0, &who, &end) || !is_somebody(q, at + 1, &who, end);
}
