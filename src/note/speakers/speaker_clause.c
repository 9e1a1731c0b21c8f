/* Whom a clause inside the sentence is about: he goes on where the next verb or participle has no subject of its own. */
#include "note/speakers/speaker.h"

/* "..., but the council | dismissed him": behind a turn a subject with its verb. */
static void note_turned(quote_scan *q, size_t at) {
  const isnad_phrase *turn = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  quote_speaker subject;
  quote_verb verb;
  size_t end = 0;
  if (turn == NULL || turn->first + turn->count >= q->sentence_last) return;
  size_t first = turn->first + turn->count;
  if (!speaker_read(q, first, q->sentence_last, 0, &subject, &end) || end >= q->sentence_last) return;
  if ((subject.kind != SPEAKER_PERSON && subject.kind != SPEAKER_BODY) || quote_verb_at(q, end, &verb)) return;
  if (!quote_is_kind(q, end, ISNAD_TOKEN_WORD) || quote_is_definite(q, end) || speaker_is_preposition(q, end)) return;
  subject.agrees = speaker_own_form(q, &subject);
  q->topic = subject;
}

/* "..., for the French president X, | sets Europe against": "fa" with an office, and its bearer named right behind it. */
static void note_reasoned(quote_scan *q, size_t at) {
  enum { NEAR = 6 };
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut != WORD_LETTER || !word_letter_at(speaker_form(q, at), 0, LETTER_FEH)) return;
  for (size_t i = at + 1; i < q->sentence_last && i < at + NEAR && quote_is_kind(q, i, ISNAD_TOKEN_WORD); i++) {
    const isnad_name_note *name = speaker_person_at(q, i);
    if (name == NULL) continue;
    q->topic = speaker_of_name(q, name, FORM_NOUN);
    q->topic.agrees = speaker_own_form(q, &q->topic);
    return;
  }
}

bool speaker_is_was(const quote_scan *q, size_t at) {
  const isnad_phrase *helps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  if (helps == NULL || helps->count != 1) return false;
  isnad_slice form = speaker_form(q, at);
  size_t link = form.length > 3 * WORD_LETTER && word_letter_at(form, 0, LETTER_WAW) ? WORD_LETTER : 0;
  return word_letter_at(form, link, LETTER_KAF) && word_letter_at(form, link + WORD_LETTER, LETTER_ALEF) &&
         word_letter_at(form, link + 2 * WORD_LETTER, LETTER_NOON);
}

void speaker_note_clause(quote_scan *q, size_t at) {
  if (at > q->sentence_first && quote_is_comma(q, at - 1)) {
    note_turned(q, at);
    note_reasoned(q, at);
  }
  const isnad_name_note *name = speaker_is_was(q, at) && at + 1 < q->sentence_last ? speaker_person_at(q, at + 1) : NULL;
  if (name == NULL) return;
  if (!q->in_clause) q->outer = q->topic;
  q->in_clause = true;
  q->topic = speaker_of_name(q, name, FORM_NOUN);
  q->topic.agrees = speaker_own_form(q, &q->topic);
}

/* A letter of an abbreviation that is written like "that": "CNN". */
bool speaker_is_letter(const quote_scan *q, size_t at) {
  enum { LONGEST = 4 };
  for (size_t back = 1; back <= LONGEST && at >= q->sentence_first + back; back++) {
    const isnad_phrase *letters = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_LETTERS);
    if (letters == NULL || letters->count <= back || speaker_is_preposition(q, at - back)) continue;
    size_t before = at - back - 1; /* "BBC | that": the hit begins within another abbreviation */
    bool alone = at - back == q->sentence_first || !quote_is_kind(q, before, ISNAD_TOKEN_WORD) || speaker_form(q, before).length > 2 * WORD_LETTER;
    if (alone) return true;
  }
  return false;
}

/* The verb ends in a pronoun, which is its object: what stands before the pronoun is a form that the language counts. */
bool speaker_bears_pronoun(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->last - 1);
  size_t ending =
      word_ends(form, LETTER_HEH) ? WORD_LETTER
      : word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) || word_ends_in(form, LETTER_NOON, LETTER_ALEF)
          ? 2 * WORD_LETTER
          : 0;
  size_t stem = form.length - ending - (verb->linked ? WORD_LETTER : 0);
  return ending > 0 && stem >= 3 * WORD_LETTER && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - ending})) > 0;
}
