/* Whoever acts in the sentence, though it does not begin with him: "with the support of Y, the president X agreed ..., | demanding that". He goes on
 * before anybody who spoke in a sentence before. */
#include "note/speakers/speaker.h"

enum { FAR = 40 };

/* A verb with the form of one man or one woman: the past in -t, the present in t-. */
static bool acts_as(const quote_scan *q, size_t at, bool feminine) {
  if (!speaker_may_be_verb(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS)) return false;
  isnad_slice form = speaker_form(q, at), word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  bool of_it = form.length <= 3 * WORD_LETTER && (word_letter_at(form, 0, LETTER_BEH) || word_letter_at(form, 0, LETTER_LAM)) &&
               (word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF));
  if (of_it) return false; /* "the remarks that | with them | X had come out": "that X made" */
  bool relative = at > q->sentence_first && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  if (relative && !word_ends(form, LETTER_HEH) && !word_ends_in(form, LETTER_HEH, LETTER_ALEF))
    return false; /* "who knows | X", not "that X issued" */
  if (note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_FAMILY_NAMES) || speaker_is_unheard(q, at))
    return false;
  if (quote_starts(q, at, LETTER_BEH) || quote_starts(q, at, LETTER_LAM) || note_has_hit(q->unit, at, ISNAD_TABLE_STOPS) ||
      note_has_hit(q->unit, at, ISNAD_TABLE_TIME_WORDS) || word_ends(word, LETTER_TEH_MARBUTA))
    return false;
  if (word_ends(form, LETTER_YEH) || word_ends_in(form, LETTER_ALEF, LETTER_TEH) || word_ends_in(form, LETTER_WAW, LETTER_ALEF)) return false;
  size_t link = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_FEH) ? WORD_LETTER : 0;
  bool hers = word_ends(form, LETTER_TEH) || word_letter_at(form, link, LETTER_TEH);
  return hers == feminine;
}

/* Back over his office and its adjectives to the first word of the phrase. */
static size_t phrase_first(const quote_scan *q, size_t at, const isnad_name_note *name) {
  enum { LONGEST = 8 };
  size_t first = at;
  if (name->role.begin < name->role.end && name->role.begin < name->span.begin && name->role.begin >= quote_token(q, q->sentence_first)->span.begin)
    first = isnad_tokens_seek(&q->s->page->tokens, name->role.begin);
  while (first > q->sentence_first && first + LONGEST > at &&
         (quote_is_hash(q, first - 1) || speaker_is_title(q, first - 1) || (first < at && quote_is_definite(q, first - 1))))
    first--;
  return first;
}

static bool in_sentence(const quote_scan *q, const quote_speaker *speaker) {
  return speaker->canonical.length > 0 && speaker->span.begin >= quote_token(q, q->sentence_first)->span.begin;
}

bool speaker_acting(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  bool participle = verb->form == FORM_PARTICIPLE, finite = verb->form <= FORM_FEMININE && verb->linked && !verb->either;
  if (q->spoke_here || (!participle && !finite) || in_sentence(q, &q->topic)) return false;
  bool feminine = participle ? verb->feminine : verb->form == FORM_FEMININE;
  for (size_t at = verb->first; at > q->sentence_first + 1 && at + FAR > verb->first; at--) {
    if (quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) || quote_is_colon(q, at - 1)) return false;
    const isnad_name_note *name = speaker_person_at(q, at - 1);
    if (name == NULL) continue;
    size_t first = phrase_first(q, at - 1, name);
    if (first <= q->sentence_first + 1 || !acts_as(q, first - 1, feminine)) continue;
    if (q->gender[name - q->s->names] == (feminine ? GENDER_MASCULINE : GENDER_FEMININE)) continue;
    size_t end = 0; /* "the agent of X" is another */
    if (!speaker_read(q, first, verb->first, 0, out, &end) || out->kind != SPEAKER_PERSON || !isnad_slice_equal(out->entity, name->entity)) continue;
    out->agrees = feminine ? FORM_FEMININE : FORM_MASCULINE;
    return true;
  }
  return false;
}

/* "And the Russian post hastened to ..., | saying": a noun with its article and an adjective, right behind the verb with which the sentence begins.
 */
bool speaker_beginning(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0, first = speaker_skip_links(q, quote_skip_asides(q, q->sentence_first, verb->first), verb->first);
  bool therein = verb->form <= FORM_FEMININE && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN);
  bool feminine = therein ? verb->form == FORM_FEMININE : verb->feminine;
  if (q->spoke_here || (verb->form != FORM_PARTICIPLE && !therein) || in_sentence(q, &q->topic) || first + 3 >= verb->first) return false;
  if (!acts_as(q, first, feminine) || !speaker_read(q, first + 1, verb->first, 0, out, &end) || end < first + 3) return false;
  bool place = out->kind == SPEAKER_PLACE || (therein && out->kind == SPEAKER_DOCUMENT) || out->several || speaker_is_thing(q, out) ||
               quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  bool fits = word_ends(out->head, LETTER_HEH) == feminine;
  if (place || !fits || !(out->definite || out->kind != SPEAKER_UNKNOWN)) return false;
  out->agrees = feminine ? FORM_FEMININE : FORM_MASCULINE;
  return true;
}
