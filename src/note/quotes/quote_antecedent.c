/* "Reports | said that", "eight migrants | told that", "the people who | say that": a noun right before a verb of saying is who speaks in it. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* A word that may belong to the phrase of such a noun. */
static bool belongs(const quote_scan *q, size_t at) {
  quote_verb verb;
  bool word = quote_is_words_kind(quote_token(q, at)->kind);
  return word && !quote_is_definite(q, at) && !quote_is_small_word(q, at) && !quote_verb_at(q, at, &verb) &&
         !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
}

/* The people before "who" in the plural: their last word has the article. */
static bool find_people(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { LONGEST = 4 };
  size_t who = verb->first - 1, end = 0;
  if (verb->form != FORM_PLURAL || who < q->sentence_first + 1 || !quote_has_word(q, who, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  if (!word_ends(isnad_token_form(&q->s->page->tokens, who), LETTER_NOON) || !quote_is_definite(q, who - 1)) return false;
  size_t first = who - 1;
  while (first > q->sentence_first && who - first < LONGEST && quote_is_definite(q, first) && quote_is_definite(q, first - 1)) first--;
  if (!speaker_read(q, first, who, SPEAKER_BOUNDED | SPEAKER_GOVERNED, out, &end) || end < who) return false;
  if (out->kind == SPEAKER_UNKNOWN) out->kind = SPEAKER_ANONYMOUS;
  return true;
}

/* "X, the head of Y in Z, had | said that": whoever stands behind "had" at the head of the sentence. */
static bool find_had(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t first = q->sentence_first + 1, end = 0;
  if (verb->form > FORM_FEMININE || first >= verb->first || verb->row->sure != ISNAD_VERBS_SURE_YES || !speaker_is_was(q, q->sentence_first))
    return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool past = !word_letter_at(form, 0, LETTER_YEH) && !(word_letter_at(form, 0, LETTER_TEH) && verb->form == FORM_FEMININE);
  size_t before = verb->first - 1;
  bool closed = quote_is_comma(q, before) || quote_has_word(q, before, ISNAD_QUOTE_WORDS_ROLE_HELPS) || quote_is_definite(q, before) ||
                q->in_name[before - q->unit->first] || note_has_hit(q->unit, before, ISNAD_TABLE_PLACES) || quote_is_mark(q, before, ")");
  if (!past || !closed || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_FIRST) || quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN))
    return false; /* "the last escalation had been when X said", "had published a post in which he said" */
  if (!speaker_read(q, first, verb->first, 0, out, &end)) return false;
  bool known = out->kind == SPEAKER_PERSON || out->kind == SPEAKER_BODY || out->kind == SPEAKER_ANONYMOUS;
  if (out->kind == SPEAKER_ANONYMOUS && quote_is_comma(q, before)) return false;
  return known && speaker_agrees(q, verb, first, out);
}

/* "The words of | an official at the ministry of defence | said that": an indefinite head and what stands with it, up to the verb. */
static bool find_official(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { LONGEST = 7 };
  quote_verb other;
  if (verb->form > FORM_FEMININE || verb->row->sure != ISNAD_VERBS_SURE_YES || verb->first < q->sentence_first + 2) return false;
  size_t before = verb->first - 1;
  if (!quote_is_words_kind(quote_token(q, before)->kind) || quote_has_word(q, before, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  for (size_t first = verb->first - 2; first > q->sentence_first && verb->first - first < LONGEST; first--) {
    size_t end = 0;
    if (!quote_is_words_kind(quote_token(q, first)->kind) || quote_verb_at(q, first, &other)) return false;
    if (quote_is_definite(q, first) || !note_has_hit(q->unit, first, ISNAD_TABLE_TITLES)) continue;
    if (!speaker_read(q, first, verb->first, SPEAKER_BOUNDED, out, &end) || end < verb->first) continue;
    return out->kind == SPEAKER_ANONYMOUS && speaker_agrees(q, verb, first, out);
  }
  return false;
}

bool quote_find_antecedent(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  enum { LONGEST = 5 };
  if (verb->form > FORM_PLURAL || verb->linked || verb->first == q->sentence_first || said->bare) return false;
  if (find_had(q, verb, out)) return true;
  if (said->first > verb->last + 1) return false;
  if (!quote_is_that(q, verb->last) && !quote_is_colon(q, verb->last) && !quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)) return false;
  if (find_people(q, verb, out)) return true;
  if (find_official(q, verb, out)) return true;
  if (!belongs(q, verb->first - 1)) return false;
  size_t first = verb->first;
  while (first > q->sentence_first && verb->first - first < LONGEST && belongs(q, first - 1)) first--;
  for (; first < verb->first; first++) {
    quote_speaker who;
    size_t end = 0;
    if (!speaker_read(q, first, verb->first, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &who, &end) || end < verb->first) continue;
    bool people = verb->form == FORM_PLURAL && first + 1 == verb->first && speaker_is_sound_plural(speaker_form(q, first));
    if (who.kind == SPEAKER_UNKNOWN && people) who.kind = SPEAKER_ANONYMOUS; /* "journalists | claimed that" */
    if (who.kind != SPEAKER_ANONYMOUS && who.kind != SPEAKER_DOCUMENT) continue;
    *out = who;
    return true;
  }
  return false;
}

bool quote_is_told_in_relative(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->form > FORM_FEMININE || said->bare || said->first != verb->last || verb->first == q->sentence_first) return false;
  if (!quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  isnad_slice that = isnad_token_form(&q->s->page->tokens, verb->last), who = isnad_token_form(&q->s->page->tokens, verb->first - 1);
  bool hers = word_letter_at(who, who.length - 2 * WORD_LETTER, LETTER_TEH); /* "which", of a feminine noun */
  if (hers == (verb->form == FORM_FEMININE)) return false;                   /* it may be the subject */
  return quote_is_that(q, verb->last) &&
         (word_ends(that, LETTER_HEH) || word_ends_in(that, LETTER_HEH, LETTER_ALEF) || word_ends_in(that, LETTER_HEH, LETTER_MEEM));
}
