/* "X published a post | in which it stood", "the statement | in which it stood": the words are the thing's, and so of who put it forth. */
#include "note/speakers/speaker.h"

/* The verb holds its preposition with the pronoun of the thing. */
static bool stands_in_it(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = speaker_form(q, verb->last - 1);
  return verb->last > verb->first + 1 && word_begins(form, LETTER_FEH, LETTER_YEH) &&
         (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF));
}

/* The noun of the thing before the verb, behind adjectives and a relative; the verb itself when there is none. */
static size_t thing_before(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 5 };
  for (size_t at = verb->first; at > q->sentence_first && at + NEAR > verb->first; at--) {
    if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return verb->first;
    const isnad_phrase *head = note_hit_at(q->unit, at - 1, ISNAD_TABLE_HEADS);
    bool document = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
    if (document || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return at - 1;
  }
  return verb->first;
}

/* "The ministry issued | a statement": whoever stands between a verb of putting forth and the thing. */
static bool put_forth(const quote_scan *q, size_t thing, quote_speaker *out) {
  enum { FAR = 14 };
  size_t end = 0;
  for (size_t at = thing; at > q->sentence_first && at + FAR > thing; at--) {
    const isnad_phrase *issues = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUES),
                       *publishes = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES);
    if (issues == NULL && publishes == NULL) continue;
    if (at >= thing || !speaker_read(q, at, thing, SPEAKER_BOUNDED, out, &end) || quote_skip_asides(q, end, thing) < thing) return false;
    out->agrees = word_ends(isnad_token_form(&q->s->page->tokens, at - 1), LETTER_TEH) ? FORM_FEMININE : FORM_MASCULINE;
    return out->kind == SPEAKER_BODY || out->kind == SPEAKER_PERSON || out->kind == SPEAKER_MEDIUM;
  }
  return false;
}

/* "The presidency mourned X | in a statement | in which it stood": whom the sentence is about. */
static bool spoke_in_it(const quote_scan *q, size_t thing, quote_speaker *out) {
  isnad_slice before = thing > q->sentence_first ? speaker_form(q, thing - 1) : (isnad_slice){NULL, 0};
  bool in = before.length == 2 * WORD_LETTER && word_begins(before, LETTER_FEH, LETTER_YEH);
  const quote_speaker *topic = &q->topic;
  bool here = topic->canonical.length > 0 && topic->span.begin >= quote_token(q, q->sentence_first)->span.begin;
  if (!in || !here || (topic->kind != SPEAKER_BODY && topic->kind != SPEAKER_PERSON && topic->kind != SPEAKER_PLACE)) return false;
  *out = *topic;
  return true;
}

/* "A statement", "official", as an object. */
static bool is_accusative(const quote_scan *q, size_t at) {
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && word_ends(speaker_form(q, at), LETTER_ALEF) && !quote_is_definite(q, at);
}

bool speaker_stated_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0;
  if (!stands_in_it(q, verb)) return false;
  size_t thing = thing_before(q, verb);
  if (thing == verb->first && verb->first > q->sentence_first + 2) { /* "issued | an official statement, | in which it stood" */
    if (quote_is_comma(q, thing - 1)) thing--;
    size_t behind = thing;
    if (is_accusative(q, thing - 1)) thing--;
    if (thing < behind && is_accusative(q, thing - 1)) thing--;
    if (thing < behind) return put_forth(q, thing, out);
    thing = verb->first;
  }
  if (thing == verb->first) return false;
  size_t next = thing + 1; /* not "the statement of the prosecution", which an agency carried; but "another post" */
  bool bare = next >= verb->first || speaker_is_preposition(q, next) || (!quote_is_definite(q, next) && speaker_name(q, next) == NULL);
  if (!quote_is_definite(q, thing) && bare && (put_forth(q, thing, out) || spoke_in_it(q, thing, out))) return true;
  return speaker_read(q, thing, verb->first, SPEAKER_GOVERNED, out, &end);
}
