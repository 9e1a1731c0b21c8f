/* Who goes on speaking: the one who spoke last, as far as the verb agrees with him, or whom the text is about. */
#include "note/speaker.h"

static bool has_speaker(const quote_speaker *speaker) { return speaker->canonical.length > 0; }

/* Several people: behind them the verb is plural. */
static bool is_group(const quote_scan *q, const quote_speaker *speaker) {
  if (speaker->kind != SPEAKER_ANONYMOUS) return false;
  if (word_ends_in(speaker->head, LETTER_WAW, LETTER_NOON)) return true;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  const isnad_phrase *title = at >= q->unit->first && at < q->unit->last ? note_hit_at(q->unit, at, ISNAD_TABLE_TITLES) : NULL;
  return title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P;
}

void speaker_remember(quote_scan *q, const quote_speaker *speaker, quote_form form) {
  quote_speaker kept = *speaker;
  kept.agrees = form <= FORM_PLURAL ? form : speaker_own_form(q, speaker);
  q->last = kept;
  if (kept.agrees <= FORM_PLURAL && !(kept.agrees == FORM_MASCULINE && is_group(q, &kept))) q->before[kept.agrees] = kept;
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

/* "After the paper X had published a report | in which it said": whoever put forth what is said in. */
static bool issued_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 18 };
  size_t end = 0;
  if (verb->form > FORM_FEMININE || quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) == NULL) return false;
  for (size_t at = verb->first; at > q->sentence_first && at + FAR > verb->first; at--) {
    const isnad_phrase *issues = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUES);
    if (issues == NULL || (issues->cut > 0 && !quote_links(q, issues))) continue;
    bool feminine = word_ends(isnad_token_form(&q->s->page->tokens, at - 1), LETTER_TEH);
    if (feminine != (verb->form == FORM_FEMININE)) continue;
    if (!speaker_read(q, at, verb->first, 0, out, &end) || out->kind == SPEAKER_UNKNOWN || out->kind == SPEAKER_DOCUMENT) continue;
    out->agrees = verb->form;
    return true;
  }
  return false;
}

/* The person named last before the verb, in this sentence or the one before, who is of the verb's gender; with a pronoun before the verb also one
 * whose gender is not known. */
static bool named_of_gender(const quote_scan *q, const quote_verb *verb, size_t first, bool pronoun, quote_speaker *out) {
  enum { FAR = 60 };
  bool feminine = verb->form == FORM_FEMININE;
  for (size_t at = verb->first; at > first && at + FAR > verb->first; at--) {
    int32_t index = q->name_at[at - 1 - q->unit->first];
    const isnad_name_note *name = pronoun && index > 0 ? &q->s->names[index - 1] : speaker_person_at(q, at - 1);
    if (name == NULL || name->type != ISNAD_NAME_PERSON) continue;
    speaker_gender gender = (speaker_gender)q->gender[name - q->s->names];
    if (gender != (feminine ? GENDER_FEMININE : GENDER_MASCULINE) && !(pronoun && gender == GENDER_UNKNOWN)) continue;
    *out = speaker_of_name(q, name, feminine ? FORM_FEMININE : FORM_MASCULINE);
    return true;
  }
  return false;
}

/* "The voice of X | as she explains": right behind his name the pronoun is he, whoever spoke before. */
static bool meant_by_pronoun(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (verb->form > FORM_FEMININE || verb->first <= q->sentence_first + 1) return false;
  size_t before = verb->first - 1;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, before);
  bool pronoun = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && q->in_name[before - 1 - q->unit->first];
  return pronoun && named_of_gender(q, verb, q->sentence_first, true, out);
}

/* A singular verb before them tells nothing of their number: a body, unnamed people, a sound plural, forces. */
static bool may_be_several(const quote_speaker *speaker) {
  bool unknown = speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0; /* "the leaders", in the singular before them */
  return unknown || speaker->kind == SPEAKER_BODY || speaker->kind == SPEAKER_ANONYMOUS || word_ends_in(speaker->head, LETTER_WAW, LETTER_NOON) ||
         word_ends_in(speaker->head, LETTER_ALEF, LETTER_TEH);
}

/* "Expressing", of several. */
static bool is_plural_participle(const quote_scan *q, const quote_verb *verb) {
  return verb->form == FORM_PARTICIPLE && word_ends_in(isnad_token_form(&q->s->page->tokens, verb->last - 1), LETTER_YEH, LETTER_NOON);
}

static quote_form wanted_form(const quote_scan *q, const quote_verb *verb) {
  if (verb->form <= FORM_PLURAL) return verb->form;
  if (is_plural_participle(q, verb)) return FORM_PLURAL;
  return verb->feminine ? FORM_FEMININE : FORM_MASCULINE;
}

/* Whether one who spoke before, or whom the text is about, can be the subject of a verb of this form. */
static bool fits(const quote_scan *q, const quote_speaker *speaker, quote_form wanted) {
  if (!has_speaker(speaker)) return false;
  if (wanted == FORM_MASCULINE && is_group(q, speaker)) return false;
  if (wanted == FORM_PLURAL) return speaker->agrees == FORM_PLURAL || may_be_several(speaker);
  if (speaker->agrees > FORM_PLURAL) return wanted == FORM_MASCULINE || speaker->kind != SPEAKER_PERSON || speaker->name < 0;
  return speaker->agrees == wanted;
}

/* The latest of those who spoke and fit. */
static bool earlier_speaker(const quote_scan *q, quote_form wanted, quote_speaker *out) {
  if (wanted <= FORM_PLURAL && has_speaker(&q->before[wanted])) {
    *out = q->before[wanted];
    return true;
  }
  for (size_t i = 0; i < q->earlier_count && i < SPEAKERS_KEPT; i++) {
    const quote_speaker *before = &q->earlier[(q->earlier_count - 1 - i) % SPEAKERS_KEPT];
    if (!fits(q, before, wanted)) continue;
    *out = *before;
    return true;
  }
  return false;
}

/* Somebody of the verb's gender who was named and did not speak; or, when sites told of him, the one of the headline. */
static bool named_speaker(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (verb->form > FORM_FEMININE || verb->either) return false;
  if (q->last.kind == SPEAKER_MEDIUM && has_speaker(&q->headlined)) {
    *out = q->headlined;
    return true;
  }
  return named_of_gender(q, verb, q->unit->first, false, out);
}

bool speaker_last(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  bool finite = verb->form <= FORM_PLURAL, singular = finite && verb->form <= FORM_FEMININE && !verb->either;
  quote_form wanted = wanted_form(q, verb);
  if (finite && (issued_therein(q, verb, out) || spoken_therein(q, verb, out) || meant_by_pronoun(q, verb, out))) return true;
  bool any = verb->either || verb->form == FORM_PASSIVE;
  const quote_speaker *likely = fits(q, &q->topic, wanted) || (any && has_speaker(&q->topic)) ? &q->topic : &q->last;
  if (has_speaker(likely) && (any || fits(q, likely, wanted))) {
    *out = *likely;
    return true;
  }
  if (singular && has_speaker(likely) && named_of_gender(q, verb, q->sentence_first, false, out)) return true;
  if (earlier_speaker(q, wanted, out) || named_speaker(q, verb, out)) return true;
  bool goes_on = wanted != FORM_PLURAL && has_speaker(&q->last) && (!finite || q->last.agrees > FORM_PLURAL);
  *out = goes_on ? q->last : (quote_speaker){.name = -1};
  return goes_on;
}
