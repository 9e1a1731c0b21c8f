/* Who goes on speaking: the one who spoke last, as far as the verb agrees with him, or whom the text is about. */
#include "note/speaker.h"

static bool has_speaker(const quote_speaker *speaker) { return speaker->canonical.length > 0; }

void speaker_remember(quote_scan *q, const quote_speaker *speaker, quote_form form) {
  quote_speaker kept = *speaker;
  kept.agrees = form;
  q->last = kept;
  if (form <= FORM_PLURAL) q->before[form] = kept;
  if (kept.kind == SPEAKER_ANONYMOUS) q->before[FORM_PLURAL] = kept; /* "experts said": singular before them, plural behind */
  q->topic = (quote_speaker){.name = -1};
  q->earlier[q->earlier_count++ % SPEAKERS_KEPT] = kept;
  q->spoke = q->spoke_here = true;
}

/* "Trump published a post in which he said": the person with whom the sentence began; but of "the speech that X gave, and he said in it" X. */
static bool spoken_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 24, BEHIND = 3 };
  const isnad_name_note *first = NULL;
  if (quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) == NULL) return false;
  size_t from = verb->first > q->sentence_first + FAR ? verb->first - FAR : q->sentence_first;
  for (size_t at = from, relative = SIZE_MAX; at < verb->first; at++) {
    if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL) relative = at;
    const isnad_name_note *name = speaker_person_at(q, at);
    if (name == NULL) continue;
    if (first == NULL || (relative != SIZE_MAX && at <= relative + BEHIND)) first = name;
  }
  if (first == NULL || (q->spoke_here && q->last.span.begin >= first->span.begin)) return false;
  *out = speaker_of_name(q, first, verb->form);
  return true;
}

/* The person named last before the verb, in this sentence or the one before, whose title or given name is of the verb's gender. */
static bool named_of_gender(const quote_scan *q, const quote_verb *verb, size_t first, quote_speaker *out) {
  enum { FAR = 60 };
  bool feminine = verb->form == FORM_FEMININE;
  for (size_t at = verb->first; at > first && at + FAR > verb->first; at--) {
    const isnad_name_note *name = speaker_person_at(q, at - 1);
    if (name == NULL) continue;
    bool titled = name->role.begin < name->role.end && name->role.begin < name->span.begin;
    size_t title = titled ? isnad_tokens_seek(&q->s->page->tokens, name->role.begin) : at - 1;
    if (title < q->unit->first || !(speaker_is_of(q, title, feminine) || speaker_is_of(q, at - 1, feminine))) continue;
    *out = speaker_of_name(q, name, feminine ? FORM_FEMININE : FORM_MASCULINE);
    return true;
  }
  return false;
}

/* A singular verb before them tells nothing of their number: a body, unnamed people, a sound plural. */
static bool may_be_several(const quote_speaker *speaker) {
  return speaker->kind == SPEAKER_BODY || speaker->kind == SPEAKER_ANONYMOUS || word_ends_in(speaker->head, LETTER_WAW, LETTER_NOON);
}

/* "Expressing", of several. */
static bool is_plural_participle(const quote_scan *q, const quote_verb *verb) {
  return verb->form == FORM_PARTICIPLE && word_ends_in(isnad_token_form(&q->s->page->tokens, verb->last - 1), LETTER_YEH, LETTER_NOON);
}

/* The one who spoke last, as far as the verb agrees with him. */
bool speaker_last(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  bool finite = verb->form <= FORM_PLURAL;
  *out = q->last;
  if (finite && spoken_therein(q, verb, out)) return true;
  if (has_speaker(&q->topic) &&
      (q->topic.agrees == FORM_NOUN ? !verb->feminine && verb->form != FORM_PLURAL : verb->feminine == (q->topic.agrees == FORM_FEMININE)))
    *out = q->topic;
  quote_form wanted = finite ? verb->form : is_plural_participle(q, verb) ? FORM_PLURAL : verb->feminine ? FORM_FEMININE : FORM_MASCULINE;
  bool singular = finite && verb->form <= FORM_FEMININE && !verb->either;
  bool other = out->agrees <= FORM_FEMININE && out->agrees != wanted && !has_speaker(&q->before[wanted]);
  bool differs = has_speaker(out) && out->agrees <= FORM_FEMININE && out->agrees != wanted;
  if (singular && differs && named_of_gender(q, verb, q->sentence_first, out)) return true;
  if (singular && (!has_speaker(out) || other) && named_of_gender(q, verb, q->unit->first, out)) return true;
  if (!has_speaker(out)) return false;
  if (singular && other && out->kind == SPEAKER_MEDIUM && has_speaker(&q->headlined)) {
    *out = q->headlined; /* "sites revealed that the star retired. He said": the star */
    return true;
  }
  bool known = out->agrees <= FORM_PLURAL;
  if (known && wanted == FORM_PLURAL && out->agrees != FORM_PLURAL && !may_be_several(out)) {
    *out = q->before[FORM_PLURAL];
    return has_speaker(out);
  }
  if (known && out->agrees != wanted && (finite || verb->form == FORM_PARTICIPLE) && has_speaker(&q->before[wanted])) *out = q->before[wanted];
  return true;
}
