/* Whether "according to" inside a statement cites somebody, and so ends it, or measures, and does not. */
#include "note/quotes/quote_said.h"

/* A common noun of which no table knows that it speaks: what is behind "according to" is a measure then, not a source. */
static bool is_measure(const quote_scan *q, size_t at) {
  quote_speaker who;
  size_t end = 0;
  if (at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || speaker_is_unheard(q, at)) return false;
  if (note_has_hit(q->unit, at, ISNAD_TABLE_FAMILY_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES)) return false;
  if (!speaker_read(q, at, q->sentence_last, SPEAKER_GOVERNED, &who, &end)) return false;
  return who.kind == SPEAKER_UNKNOWN && who.name < 0 && who.entity.length == 0 && !quote_is_definite(q, at);
}

/* "On the basis of | the demand": behind a citation of two words nobody of whom any table knows that he speaks. */
static bool is_basis(const quote_scan *q, size_t at, size_t count) {
  quote_speaker who;
  size_t end = 0;
  if (!quote_is_word(q, at + count - 1, ISNAD_QUOTE_WORDS_ROLE_TO)) return false;
  if (!speaker_read(q, at + count, q->sentence_last, SPEAKER_GOVERNED, &who, &end)) return false;
  return who.kind == SPEAKER_UNKNOWN && who.name < 0 && who.entity.length == 0 && !note_has_hit(q->unit, at + count, ISNAD_TABLE_HEADS);
}

/* "What came | in the words of X is a lie": behind "what" and its verb the citation tells whose thing it is. */
static bool is_of_what(const quote_scan *q, size_t at) {
  if (at < q->sentence_first + 2 || !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
  isnad_slice what = isnad_token_form(&q->s->page->tokens, at - 2);
  return what.length == 2 * WORD_LETTER && word_begins(what, LETTER_MEEM, LETTER_ALEF) && !note_has_hit(q->unit, at - 1, ISNAD_TABLE_QUOTE_WORDS);
}

bool quote_is_citation(const quote_scan *q, size_t at) {
  const isnad_phrase *hit = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  if (hit == NULL || (hit->count == 1 && hit->cut > 0) || is_of_what(q, at)) return false;
  if (quote_has_word(q, at + hit->count, ISNAD_QUOTE_WORDS_ROLE_RULES)) return false;                        /* "in line with | the resolutions" */
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) && !quote_is_comma(q, at - 1)) return false; /* "according to what was agreed" */
  const isnad_triggers_row *row = &isnad_triggers_rows[hit->row];
  isnad_slice behind = at + 1 < q->sentence_last ? isnad_token_form(&q->s->page->tokens, at + 1) : isnad_slice_of("");
  bool ba = word_begins(behind, LETTER_BEH, LETTER_ALEF) && word_letter_at(behind, 2 * WORD_LETTER, LETTER_LAM);
  if (hit->count == 1 && ba && isnad_arabic_proclitics(behind) > 0) return false; /* "succeeded | in the scoring" */
  bool on_what = hit->count == 2 && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ON) && !quote_is_comma(q, at - 1);
  bool based = at > q->sentence_first && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE) &&
               quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE)->count > 1; /* "built | on what he announced" */
  if (based) return false;
  bool charge = row->force == ISNAD_TRIGGERS_FORCE_CLAIMS && hit->count == 1 && !quote_is_comma(q, at - 1);
  if (hit->count == 1 && row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && is_measure(q, at + 1)) return false; /* "differ | by the files of" */
  if (hit->count == 2 && !quote_is_comma(q, at - 1) && is_basis(q, at, hit->count)) return false; /* "rose | on the basis of the demand" */
  if (on_what || charge) return false; /* "a tax | on what costs more", "was held | on the claim of" */
  if (row->form == ISNAD_TRIGGERS_FORM_RELATIVE) return !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) && quote_is_comma(q, at - 1);
  if (hit->count == 1 && at > q->unit->first && note_has_hit(q->unit, at - 1, ISNAD_TABLE_TRIGGERS)) return false; /* "gave | testimony" */
  return row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
}

/* "It is absurd, | in her words | that": what whoever speaks is called by in the middle of the clause ends nothing when the clause goes on with
 * "that", with the preposition of its verb, or behind a comma with "and that". */
bool quote_is_inserted(const quote_scan *q, size_t at) {
  const isnad_phrase *cites = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  if (cites == NULL || cites->count < 2 || isnad_triggers_rows[cites->row].form != ISNAD_TRIGGERS_FORM_PREPOSITION) return false;
  isnad_slice last = isnad_token_form(&q->s->page->tokens, at + cites->count - 1);
  bool own = word_ends(last, LETTER_HEH) || word_ends_in(last, LETTER_HEH, LETTER_ALEF) || word_ends_in(last, LETTER_HEH, LETTER_MEEM);
  size_t behind = at + cites->count;
  if (!own || behind >= q->sentence_last) return false;
  const isnad_phrase *that = quote_is_comma(q, behind) ? quote_word_at(q, behind + 1, ISNAD_QUOTE_WORDS_ROLE_THAT) : NULL;
  if (quote_is_comma(q, behind)) return that != NULL && quote_links(q, that);
  bool goes_on = quote_is_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_is_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_ABOUT) ||
                 quote_is_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_TO);
  return goes_on && quote_is_kind(q, behind, ISNAD_TOKEN_WORD);
}

/* "X answered the remarks | that Y had made, calling them": whoever is cited within a relative clause goes on only before its comma. */
bool cited_in_passing(const quote_scan *q, size_t at, size_t end) {
  bool relative = at > q->sentence_first && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  if (!relative || q->topic.kind != SPEAKER_PERSON || q->topic.span.begin < quote_token(q, q->sentence_first)->span.begin) return false;
  quote_verb verb;
  for (size_t i = end; i < q->sentence_last && !quote_is_comma(q, i); i++)
    if (quote_verb_at(q, i, &verb) && verb.form == FORM_PARTICIPLE) return false;
  return true;
}

/* "As the agency told": the verb of the citation tells the gender of a medium. */
quote_form quote_cited_form(const quote_scan *q, const isnad_phrase *trigger, speaker_kind kind) {
  isnad_slice verb = isnad_token_form(&q->s->page->tokens, trigger->first + trigger->count - 1);
  bool feminine = word_ends(verb, LETTER_TEH) && !word_ends_in(verb, LETTER_ALEF, LETTER_TEH);
  bool relative = isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE;
  if (!relative && (kind != SPEAKER_MEDIUM || trigger->count < 2)) return FORM_NOUN;
  return feminine ? FORM_FEMININE : relative ? FORM_MASCULINE : FORM_NOUN;
}
