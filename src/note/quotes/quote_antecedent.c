/* "Reports | said that", "eight migrants | told that", "the people who | say that": a noun right before a verb of saying is who speaks in it. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* A word that may belong to the phrase of such a noun. */
static bool belongs(const quote_scan *q, size_t at) {
  quote_verb verb;
  bool word = quote_is_words_kind(quote_token(q, at)->kind);
  return word && !quote_is_definite(q, at) && !quote_is_small_word(q, at) && !quote_verb_at(q, at, &verb) &&
         quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) == NULL && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) == NULL;
}

/* The people before "who" in the plural: their last word has the article. */
static bool find_people(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { LONGEST = 4 };
  size_t who = verb->first - 1, end = 0;
  if (verb->form != FORM_PLURAL || who < q->sentence_first + 1 || quote_word_at(q, who, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) == NULL) return false;
  if (!word_ends(isnad_token_form(&q->s->page->tokens, who), LETTER_NOON) || !quote_is_definite(q, who - 1)) return false;
  size_t first = who - 1;
  while (first > q->sentence_first && who - first < LONGEST && quote_is_definite(q, first) && quote_is_definite(q, first - 1)) first--;
  if (!speaker_read(q, first, who, SPEAKER_BOUNDED | SPEAKER_GOVERNED, out, &end) || end < who) return false;
  if (out->kind == SPEAKER_UNKNOWN) out->kind = SPEAKER_ANONYMOUS;
  return true;
}

bool quote_find_antecedent(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  enum { LONGEST = 5 };
  if (verb->form > FORM_PLURAL || verb->linked || verb->first == q->sentence_first || said->bare || said->first > verb->last + 1) return false;
  if (!quote_is_that(q, verb->last) && !quote_is_colon(q, verb->last) && !quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE)) return false;
  if (find_people(q, verb, out)) return true;
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
