/* Whom words mean that only point back: "His Highness", "her Excellency", "the same source". */
#include "note/speakers/speaker.h"

static void take(const quote_speaker *before, quote_speaker *out) {
  out->entity = before->entity;
  out->canonical = before->canonical;
  out->name = before->name;
}

/* "His Highness", by the honorific with a pronoun: the person who spoke last, else who was named last in the article. */
void speaker_take_honoured(const quote_scan *q, size_t at, quote_speaker *out) {
  isnad_slice form = speaker_form(q, at);
  bool she = word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  isnad_span span = out->span;
  const quote_speaker *before;
  if (q->topic.kind == SPEAKER_PERSON && q->topic.name >= 0 && (q->gender[q->topic.name] == GENDER_FEMININE) == she) {
    take(&q->topic, out);
    out->kind = SPEAKER_PERSON;
    return;
  }
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++) {
    if (before->kind != SPEAKER_PERSON || before->name < 0) continue;
    speaker_gender gender = (speaker_gender)q->gender[before->name];
    if (she ? gender != GENDER_FEMININE : gender == GENDER_FEMININE) continue;
    take(before, out);
    out->kind = SPEAKER_PERSON;
    return;
  }
  for (size_t i = note_name_from(q->s, quote_token(q, at)->span.begin); i > 0; i--) {
    const isnad_name_note *name = &q->s->names[i - 1];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0) continue;
    if (she ? q->gender[i - 1] != GENDER_FEMININE : q->gender[i - 1] == GENDER_FEMININE) continue;
    speaker_take_name(q, name, out);
    out->span = span;
    return;
  }
}

/* "The same | spokesman": the last speaker of that noun. */
static const quote_speaker *same_of_noun(const quote_scan *q, size_t at, size_t end) {
  isnad_slice form = speaker_form(q, at), noun = end == at + 2 ? speaker_form(q, at + 1) : form;
  bool same = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_NOON, LETTER_FEH) && word_ends(form, LETTER_SEEN);
  if (!same || end != at + 2 || !word_begins(noun, LETTER_ALEF, LETTER_LAM) || noun.length <= 4 * WORD_LETTER) return NULL;
  const quote_speaker *before;
  isnad_slice bare = {noun.bytes + 2 * WORD_LETTER, noun.length - 2 * WORD_LETTER};
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++)
    if (isnad_slice_equal(before->head, bare)) return before;
  return NULL;
}

/* "The same source": whoever spoke last, when he is no person. */
bool speaker_take_same(const quote_scan *q, size_t at, size_t end, quote_speaker *out) {
  const isnad_phrase *same = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_SAME);
  const quote_speaker *last = same != NULL && same->count > 1 && at + same->count == end ? speaker_earlier(q, 0) : NULL;
  const quote_speaker *named = same_of_noun(q, at, end);
  if (named != NULL) last = named;
  if (last == NULL || (named == NULL && last->kind != SPEAKER_BODY && last->kind != SPEAKER_MEDIUM && last->kind != SPEAKER_ANONYMOUS)) return false;
  isnad_span span = out->span;
  *out = *last;
  out->span = span;
  return true;
}
