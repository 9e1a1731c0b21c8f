/* "The player turned to the fans with the words ...": the noun of saying with its article, behind a verb that says nothing itself. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* The verb before the noun in its sentence, as a verb of saying of the same form; false when none of the known ones stands there. */
static bool find_verb(const quote_scan *q, const quote_verb *act, quote_verb *out) {
  enum { FAR = 28 };
  for (size_t back = 1; back <= FAR && act->first >= q->sentence_first + back; back++) {
    size_t at = act->first - back;
    const isnad_phrase *word = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WORDING);
    if (word == NULL || (word->cut > 0 && !quote_links(q, word))) continue;
    isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
    *out = *act;
    out->form = word_ends(form, LETTER_TEH) || word_letter_at(form, word->cut, LETTER_TEH) ? FORM_FEMININE : FORM_MASCULINE;
    out->linked = word->cut > 0;
    out->first = at;
    out->last = at + word->count;
    return true;
  }
  return false;
}

/* "The ministry | repeated (did again) | the affirmation of its support": what the noun takes is said, though no sign begins it. */
bool quote_says_again(const quote_scan *q, const quote_verb *act) {
  quote_verb verb;
  if (act->row->force != ISNAD_VERBS_FORCE_CONFIRMS || !find_verb(q, act, &verb)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb.first);
  size_t cut = verb.linked ? WORD_LETTER : 0, stem = word_letter_at(form, cut, LETTER_ALEF) ? LETTER_ALEF : LETTER_YEH;
  bool begins = word_letter_at(form, cut, LETTER_ALEF) || word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  return begins && word_letter_at(form, cut + WORD_LETTER, LETTER_AIN) && word_letter_at(form, cut + 2 * WORD_LETTER, (unsigned)stem) &&
         word_letter_at(form, cut + 3 * WORD_LETTER, LETTER_DAL);
}

/* "Went on | to | the saying", alone or as the first word of a phrase of the table. */
bool quote_is_behind_to(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at - 1);
  bool phrase = quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_JOINS) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  return quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO) ||
         (phrase && form.length == 3 * WORD_LETTER && word_begins(form, LETTER_ALEF, LETTER_LAM));
}

size_t quote_read_wording(quote_scan *q, const quote_verb *act) {
  quote_verb verb;
  quote_said said;
  quote_speaker speaker = {.name = -1};
  bool implicit = false;
  quote_verb own = *act;
  own.form = FORM_PARTICIPLE;
  const bool known = find_verb(q, act, &verb), article = quote_is_definite(q, act->first),
             goes_on = !known && !article && q->spoke_here && q->last.canonical.length > 0;
  if ((!known && !goes_on) || !quote_find_said(q, &own, false, &said)) return act->last;
  if (act->row->force == ISNAD_VERBS_FORCE_CONFIRMS && said.first > act->last + 1) return act->last; /* "certainly" */
  bool takes = said.first == act->last && (quote_is_word(q, said.first, ISNAD_QUOTE_WORDS_ROLE_ON) || quote_says_again(q, act));
  if (said.bare && !(known && takes)) return act->last;
  said.subject_last = quote_is_behind_to(q, act->first) ? act->first - 1 : act->first; /* "went on | to the saying" */
  if (goes_on) {                                                                       /* "voiced his joy | with the words" */
    quote_add_statement(q, act, &said, &q->last, true, 0);
    return said.pair != NULL ? said.pair->close + 1 : said.last;
  }
  if (!speaker_of(q, &verb, &said, &speaker, &implicit) || speaker.kind == SPEAKER_UNKNOWN) return act->last;
  speaker_remember(q, &speaker, verb.form);
  quote_add_statement(q, act, &said, &speaker, implicit, 0);
  return said.pair != NULL ? said.pair->close + 1 : said.last;
}
