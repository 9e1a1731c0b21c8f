/* Who says what a relative clause tells: the noun before it ("X, who said"), somebody of his ("the state whose envoy said"), or neither ("the plan
 * that he said was dear"). */
#include "note/speakers/speaker.h"

/* "Programmes | in which the Arabs saw": the preposition behind the verb bears the pronoun of the relative, whose noun is not the subject then. */
static bool bears_relative(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !pronoun || form.length > 5 * WORD_LETTER) return false;
  size_t stem = form.length - (word_ends(form, LETTER_HEH) ? WORD_LETTER : 2 * WORD_LETTER);
  return (stem == WORD_LETTER && word_letter_at(form, 0, LETTER_BEH)) ||
         (stem == 2 * WORD_LETTER &&
          (word_begins(form, LETTER_FEH, LETTER_YEH) || word_begins(form, LETTER_MEEM, LETTER_NOON) || word_begins(form, LETTER_AIN, LETTER_NOON)));
}

/* "The movement | which she regards as": the verb's own pronoun is of the relative's gender, and means its noun. */
static bool is_its_object(const quote_scan *q, const quote_verb *verb, size_t relative) {
  isnad_slice form = speaker_form(q, verb->last - 1), word = speaker_form(q, relative);
  bool feminine = word_ends_in(word, LETTER_TEH, LETTER_YEH);
  return speaker_bears_pronoun(q, verb) && (feminine ? word_ends_in(form, LETTER_HEH, LETTER_ALEF) : word_ends(form, LETTER_HEH));
}

/* Gender and number that the relative shows: of one man or thing, of one woman or of things, of several men; FORM_NOUN: none. */
static quote_form form_of_relative(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  size_t link = word_letter_at(form, 0, LETTER_WAW) ? WORD_LETTER : 0, letters = (form.length - link) / WORD_LETTER;
  isnad_slice word = {form.bytes + link, form.length - link};
  if (!word_begins(word, LETTER_ALEF, LETTER_LAM)) return FORM_NOUN;
  if (letters == 5 && word_ends_in(word, LETTER_YEH, LETTER_NOON)) return FORM_PLURAL;
  if (letters != 4 || !word_ends(word, LETTER_YEH)) return FORM_NOUN;
  return word_ends_in(word, LETTER_TEH, LETTER_YEH) ? FORM_FEMININE : FORM_MASCULINE;
}

/* "The members of the tribe, | of whom he said | that they are citizens": the verb is not of the relative's gender and number. */
static bool is_told_of(const quote_scan *q, const quote_verb *verb, size_t relative) {
  quote_form form = form_of_relative(q, relative);
  return form != FORM_NOUN && verb->form <= FORM_PLURAL && !verb->either && verb->form != form;
}

/* "The foreign ministers | who demanded ... and affirmed": the noun before a relative of several men. */
bool speaker_who_several(const quote_scan *q, size_t to, quote_speaker *out) {
  enum { FAR = 24 };
  for (size_t at = to; at > q->sentence_first + 1 && at + FAR > to; at--) {
    if (!quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) || form_of_relative(q, at - 1) != FORM_PLURAL) continue;
    if (!speaker_ending_before(q, at - 1, false, out)) return false;
    out->agrees = FORM_PLURAL;
    return true;
  }
  return false;
}

bool speaker_is_told_of(const quote_scan *q, const quote_verb *verb) {
  return verb->first > q->sentence_first && quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) &&
         is_told_of(q, verb, verb->first - 1);
}

speaker_relation speaker_relation_of(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { NEAR = 4 };
  size_t at = verb->first;
  bool masculine = verb->form == FORM_MASCULINE;
  for (size_t back = 0; back < NEAR && at > q->sentence_first; back++, at--) {
    if (!quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) {
      if (!quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS)) return RELATION_NONE;
      continue;
    }
    if (is_its_object(q, verb, at - 1)) return RELATION_LOST;
    if (is_told_of(q, verb, at - 1)) return RELATION_OBJECT;
    if (!speaker_ending_before(q, at - 1, masculine, out)) return RELATION_LOST;
    if (bears_relative(q, verb->last)) /* "the statement of X | in which he said": X all the same */
      return out->kind == SPEAKER_PERSON ? RELATION_SUBJECT : RELATION_LOST;
    bool state = verb->form == FORM_FEMININE && !quote_begins_with(q, at - 1, LETTER_WAW); /* not "in the time zone of Dubai, and which will" */
    return out->kind != SPEAKER_PLACE || state ? RELATION_SUBJECT : RELATION_LOST;
  }
  return RELATION_NONE;
}

bool speaker_of_theirs(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  enum { FAR = 10 };
  size_t at = verb->last;
  isnad_slice form = speaker_form(q, at);
  bool theirs = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !theirs || form.length < 5 * WORD_LETTER || quote_is_definite(q, at)) return false;
  if (quote_is_small_word(q, at) || note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) || said->has_object) return false;
  for (size_t i = at + 1; i < said->first && i < at + FAR && !quote_is_comma(q, i); i++) {
    const isnad_name_note *name = speaker_person_at(q, i);
    if (name == NULL) continue;
    *out = speaker_of_name(q, name, verb->form);
    return true;
  }
  return false;
}

/* "Asked about a report of the network X | that told (without a word for it) that": an indefinite document behind a preposition, and the verb
 * without a link in its gender. "In a statement, he said" is his who speaks. */
bool speaker_of_document_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 14 };
  size_t end = 0;
  if (verb->form > FORM_FEMININE || verb->linked || verb->either || verb->first < q->sentence_first + 3) return false;
  if (quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) || speaker_is_turn_of_his(q, verb->first - 1)) return false;
  if (quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN)) return false;
  for (size_t at = verb->first - 1; at > q->sentence_first && at + FAR > verb->first; at--) {
    quote_verb other;
    const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
    bool letter = quote_is_mark(q, at - 1, "."); /* of "C.N.N", written like "that" */
    if (letter) continue;
    if (quote_verb_at(q, at, &other) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    bool reports = speaker_form(q, at).length == 6 * WORD_LETTER && word_letter_at(speaker_form(q, at), 2 * WORD_LETTER, LETTER_ALEF) &&
                   word_letter_at(speaker_form(q, at), 4 * WORD_LETTER, LETTER_YEH); /* a broken plural is feminine: "taqārīr" */
    if (head == NULL || head->cut > 0 || (!reports && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT) || quote_is_definite(q, at))
      continue;
    isnad_slice before = speaker_form(q, at - 1);
    bool in = before.length == 2 * WORD_LETTER && word_begins(before, LETTER_FEH, LETTER_YEH);
    bool governed = speaker_is_preposition(q, at - 1) && !in && !note_has_hit(q->unit, at - 1, ISNAD_TABLE_TRIGGERS);
    if (!governed || (reports || word_ends(speaker_form(q, at), LETTER_HEH)) != (verb->form == FORM_FEMININE)) return false;
    return speaker_read(q, at, verb->first, SPEAKER_GOVERNED, out, &end);
  }
  return false;
}
