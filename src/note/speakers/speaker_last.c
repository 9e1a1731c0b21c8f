/* Who goes on speaking: the one who spoke last, as far as the verb agrees with him, or whom the text is about. */
#include "note/speakers/speaker.h"

static bool has_speaker(const quote_speaker *speaker) { return speaker->canonical.length > 0; }

void speaker_remember(quote_scan *q, const quote_speaker *speaker, quote_form form) {
  quote_speaker kept = *speaker;
  kept.surely = false;
  kept.several = form != FORM_FEMININE && speaker_is_group(q, speaker); /* "the sources said", in the feminine */
  kept.agrees = form <= FORM_PLURAL ? form : speaker_own_form(q, speaker);
  q->last = kept;
  if (kept.agrees <= FORM_PLURAL && !(kept.agrees == FORM_MASCULINE && speaker_is_group(q, &kept))) q->before[kept.agrees] = kept;
  if (kept.kind == SPEAKER_ANONYMOUS) q->before[FORM_PLURAL] = kept; /* "experts said": singular before them, plural behind */
  q->topic = (quote_speaker){.name = -1};
  q->earlier[q->earlier_count++ % SPEAKERS_KEPT] = kept;
  q->spoke = q->spoke_here = true;
  q->in_clause = false;
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

/* "The singer": the last definite title of a woman in the sentence. */
static bool woman_titled(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  size_t end = 0;
  for (size_t at = verb->first; at > q->sentence_first; at--) {
    if (!speaker_is_title(q, at - 1) || !quote_is_definite(q, at - 1) || !speaker_is_of(q, at - 1, true)) continue;
    return speaker_read(q, at - 1, verb->first, SPEAKER_BOUNDED | SPEAKER_GOVERNED, out, &end) && out->kind == SPEAKER_PERSON;
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

/* "A film of the singer X in which she appeared, | and she was saying": a pronoun right before the verb is nobody of a body's kind, but the person of
 * the sentence who is of its gender. */
static bool meant_by_circumstance(const quote_scan *q, const quote_verb *verb, const quote_speaker *likely, quote_speaker *out) {
  if (verb->form > FORM_FEMININE || verb->first <= q->sentence_first + 2 || likely->kind == SPEAKER_PERSON || likely->kind == SPEAKER_ANONYMOUS)
    return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first - 1);
  bool she = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && word_ends(form, LETTER_YEH);
  bool he = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_WAW, LETTER_HEH) && word_ends(form, LETTER_WAW);
  if (!(verb->form == FORM_FEMININE ? she : he)) return false;
  return named_of_gender(q, verb, q->sentence_first, false, out) || (she && woman_titled(q, verb, out));
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
  bool ends_plural = word_ends_in(isnad_token_form(&q->s->page->tokens, verb->last - 1), LETTER_WAW, LETTER_ALEF); /* or a dual written like it */
  if (verb->form == FORM_MASCULINE && ends_plural) return FORM_PLURAL;
  if (verb->form <= FORM_PLURAL) return verb->form;
  if (is_plural_participle(q, verb)) return FORM_PLURAL;
  return verb->feminine ? FORM_FEMININE : FORM_MASCULINE;
}

/* Whether one who spoke before, or whom the text is about, can be the subject of a verb of this form. */
static bool fits(const quote_scan *q, const quote_speaker *speaker, quote_form wanted) {
  if (!has_speaker(speaker)) return false;
  if (wanted == FORM_MASCULINE && speaker_is_group(q, speaker)) return false;
  if (wanted == FORM_PLURAL) return speaker->several || speaker->agrees == FORM_PLURAL || may_be_several(speaker);
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

/* "And they doubted": the people of the same sentence; else those who spoke last; else the people of a sentence before, if nobody spoke since. */
static bool people_before(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  bool several = has_speaker(&q->last) && (q->last.agrees == FORM_PLURAL || speaker_is_group(q, &q->last)); /* he is several people himself */
  if (!(q->spoke_here && several) &&
      speaker_of_people(q, q->sentence_first, verb->first, verb->form == FORM_PARTICIPLE && quote_is_comma(q, verb->first - 1), out))
    return true;
  if (several) return false;
  if (speaker_who_several(q, verb->first, out)) return true;
  if (!speaker_of_people(q, q->unit->first, q->sentence_first, false, out)) *out = q->people;
  if (!has_speaker(out)) return false;
  return !has_speaker(&q->last) || out->span.begin > q->last.span.end;
}

/* "French shops defended themselves, and said": while nobody has spoken yet, whoever stands behind the first verb of the sentence. */
static bool first_subject(const quote_scan *q, const quote_verb *verb, quote_form wanted, quote_speaker *out) {
  size_t end = 0, first = speaker_skip_links(q, q->sentence_first, verb->first);
  bool finite = verb->form <= FORM_PLURAL;
  if (first + 2 >= verb->first || !speaker_may_be_verb(q, first) || wanted > FORM_FEMININE || (finite && !verb->linked)) return false;
  isnad_slice form = speaker_form(q, first);
  size_t link = word_letter_at(form, 0, LETTER_WAW) ? WORD_LETTER : 0;
  bool feminine = word_ends(form, LETTER_TEH) || word_letter_at(form, link, LETTER_TEH);
  if (feminine != (wanted == FORM_FEMININE) || !speaker_read(q, first + 1, verb->first, 0, out, &end)) return false;
  if (speaker_is_linked(q, first + 1) || quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return false;
  if (out->kind == SPEAKER_UNKNOWN && (!finite || verb->row->sure != ISNAD_VERBS_SURE_YES || speaker_is_thing(q, out))) return false;
  out->agrees = wanted;
  return out->kind != SPEAKER_DOCUMENT && out->kind != SPEAKER_PLACE;
}

/* "And she answered": no court or ministry; the woman who was named, or who spoke before. */
static bool answers_in_person(const quote_scan *q, const quote_verb *verb, const quote_speaker *likely, quote_speaker *out) {
  if (verb->row->force != ISNAD_VERBS_FORCE_ANSWERS || verb->form != FORM_FEMININE || likely->kind != SPEAKER_BODY) return false;
  if (named_of_gender(q, verb, q->unit->first, false, out)) return true;
  for (size_t i = 0; i < q->earlier_count && i < SPEAKERS_KEPT; i++) {
    const quote_speaker *before = &q->earlier[(q->earlier_count - 1 - i) % SPEAKERS_KEPT];
    if (before->kind != SPEAKER_PERSON || before->agrees != FORM_FEMININE) continue;
    *out = *before;
    return true;
  }
  return false;
}

/* "The court sentenced the nurse X, | where she claimed": behind "where" the woman of the sentence, and no body that has not spoken in it. */
static bool told_of_her(const quote_scan *q, const quote_verb *verb, const quote_speaker *likely, quote_speaker *out) {
  if (verb->form != FORM_FEMININE || verb->linked || verb->first == q->sentence_first || q->spoke_here) return false;
  if (likely->kind != SPEAKER_BODY || !quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE)) return false;
  return named_of_gender(q, verb, q->sentence_first, false, out);
}

/* A document of masculine gender before an offset or among the words behind it, in the paragraph or the one before. */
static bool tells_document(const quote_scan *q, uint32_t offset) {
  enum { FAR = 24 };
  const note_unit *unit = q->unit;
  if (offset < quote_token(q, unit->first)->span.begin) unit = unit > q->s->units ? unit - 1 : unit;
  size_t first = isnad_tokens_seek(&q->s->page->tokens, offset);
  for (size_t at = first > unit->first ? first - 1 : unit->first; at < unit->last && at < first + FAR; at++) {
    const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
    if (head == NULL || isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT || head->count > 1) continue;
    if (!word_ends(speaker_form(q, at), LETTER_HEH)) return true;
  }
  return false;
}

/* "The ministry said in its statement ... | And it (the statement) said": the masculine behind a body of feminine gender. */
static bool by_document(const quote_scan *q, const quote_verb *verb, quote_form wanted, const quote_speaker *likely, quote_speaker *out) {
  bool body = likely->kind == SPEAKER_BODY && likely->agrees == FORM_FEMININE;
  if (verb->form != FORM_MASCULINE || verb->either || wanted != FORM_MASCULINE || !body || !tells_document(q, likely->span.begin)) return false;
  *out = *likely;
  return true;
}

/* "The latter went out | to say that": he is the subject of the clause before. */
static bool is_the_latter(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { NEAR = 12 };
  size_t end = 0;
  if (verb->form > FORM_FEMININE) return false;
  for (size_t at = verb->first; at > q->sentence_first + 1 && at + NEAR > verb->first; at--) {
    const isnad_phrase *part = quote_is_definite(q, at - 1) ? note_hit_at(q->unit, at - 1, ISNAD_TABLE_NAME_PARTS) : NULL;
    if (part == NULL || part->cut > 0 || isnad_name_parts_rows[part->row].role != ISNAD_NAME_PARTS_ROLE_LATTER) continue;
    if (q->spoke_here && q->last.span.begin > quote_token(q, at - 1)->span.begin) return false;
    bool subject = speaker_may_be_verb(q, at - 2) && word_ends(speaker_form(q, at - 1), LETTER_HEH) == (verb->form == FORM_FEMININE);
    return subject && speaker_read(q, at - 1, at, SPEAKER_BOUNDED, out, &end) && out->kind == SPEAKER_PERSON && out->entity.length > 0;
  }
  return false;
}

/* "The two presidents spoke by telephone | and welcomed": a verb in the dual goes on with the two of its sentence. */
static bool the_two(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 40, MOST = 5 };
  size_t end = 0;
  isnad_slice form = speaker_form(q, verb->last - 1);
  bool dual = verb->form <= FORM_PLURAL && word_ends(form, LETTER_ALEF) && !word_ends_in(form, LETTER_WAW, LETTER_ALEF) &&
              !word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  for (size_t at = verb->first; dual && at > q->sentence_first && at + FAR > verb->first; at--) {
    isnad_slice two = speaker_form(q, at - 1);
    bool several = quote_is_definite(q, at - 1) && two.length >= 6 * WORD_LETTER && word_ends_in(two, LETTER_ALEF, LETTER_NOON) &&
                   !q->in_name[at - 1 - q->unit->first];
    bool subject = several && (at - 1 == q->sentence_first || !speaker_is_preposition(q, at - 2));
    if (!subject || note_has_hit(q->unit, at - 1, ISNAD_TABLE_PLACES) || !speaker_read(q, at - 1, at, SPEAKER_BOUNDED, out, &end)) continue;
    size_t last = at;
    for (; last < verb->first && last < at + MOST && quote_is_kind(q, last, ISNAD_TOKEN_WORD); last++) {
      isnad_slice more = speaker_form(q, last);
      size_t link = last > at && word_letter_at(more, 0, LETTER_WAW) ? WORD_LETTER : 0; /* "the American | and the Korean" */
      if (!word_begins((isnad_slice){more.bytes + link, more.length - link}, LETTER_ALEF, LETTER_LAM)) break;
    }
    out->span = (isnad_span){quote_token(q, at - 1)->span.begin, quote_token(q, last - 1)->span.end};
    if (last > at) out->canonical = note_name_text(q->s, out->span);
    out->agrees = FORM_PLURAL;
    return true;
  }
  return false;
}

/* "That", a colon or speech right behind the verb; and it cannot be read as "it was announced that". */
static bool says_something(const quote_scan *q, const quote_verb *verb) {
  size_t at = quote_skip_asides(q, verb->last, q->sentence_last);
  bool said = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_is_colon(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE);
  bool active = verb->form == FORM_FEMININE || quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS) ||
                (verb->row != NULL && verb->row->force == ISNAD_VERBS_FORCE_SAYS);
  return said && active;
}

/* At the head of the clause, behind its verb, "that" or an office: nothing before it governs it. */
static bool opens_subject(const quote_scan *q, size_t at) {
  if (at == q->sentence_first) return true;
  return !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || speaker_may_be_verb(q, at - 1) ||
         speaker_is_title(q, at - 1);
}

/* When nobody else can be meant: the person or body named last in the sentence before the verb, whom no preposition governs. */
static bool named_in_sentence(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { FAR = 40 };
  size_t end = 0;
  for (size_t at = verb->first; at > q->sentence_first && at + FAR > verb->first; at--) {
    const isnad_name_note *name = speaker_name(q, at - 1);
    bool somebody = name != NULL && name->form == ISNAD_FORM_NAME && (name->type == ISNAD_NAME_PERSON || name->type == ISNAD_NAME_ORGANIZATION);
    if (!somebody || !speaker_stands_free(q, at - 1, name->span) || !opens_subject(q, at - 1)) continue;
    if (!speaker_read(q, at - 1, verb->first, 0, out, &end) || (out->kind != SPEAKER_PERSON && out->kind != SPEAKER_BODY)) continue;
    quote_form own = speaker_own_form(q, out);
    if (own <= FORM_FEMININE && own != verb->form) continue;
    out->agrees = verb->form;
    return true;
  }
  return false;
}

/* "X said ... The club ended the season. And he added": only who has spoken adds, no body whom a sentence in between is about. */
static bool is_added_by_last(const quote_scan *q, const quote_verb *verb, quote_form wanted) {
  if (!quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS) || q->topic.kind == SPEAKER_PERSON) return false;
  return q->topic.span.begin < quote_token(q, q->sentence_first)->span.begin && q->last.kind == SPEAKER_PERSON && fits(q, &q->last, wanted);
}

bool speaker_last(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (is_the_latter(q, verb, out) || the_two(q, verb, out)) return speaker_is_sure(out);
  if (verb->form <= FORM_FEMININE && speaker_acting(q, verb, out)) return true;
  bool finite = verb->form <= FORM_PLURAL, singular = finite && verb->form <= FORM_FEMININE && !verb->either;
  quote_form wanted = wanted_form(q, verb);
  if (finite && (speaker_therein(q, verb, out) || meant_by_pronoun(q, verb, out))) return true;
  if (wanted == FORM_PLURAL && people_before(q, verb, out)) return true;
  bool any = verb->either || verb->form == FORM_PASSIVE;
  const quote_speaker *likely = fits(q, &q->topic, wanted) || (any && has_speaker(&q->topic)) ? &q->topic : &q->last;
  if (likely != &q->last && !any && is_added_by_last(q, verb, wanted)) likely = &q->last;
  if (singular && (meant_by_circumstance(q, verb, likely, out) || answers_in_person(q, verb, likely, out) || told_of_her(q, verb, likely, out)))
    return speaker_is_sure(out);
  if (has_speaker(likely) && (any || fits(q, likely, wanted))) {
    *out = *likely;
    return true;
  }
  if (singular && has_speaker(likely) && named_of_gender(q, verb, q->sentence_first, false, out)) return true;
  if (has_speaker(likely) && by_document(q, verb, wanted, likely, out)) return true;
  if (earlier_speaker(q, wanted, out) || named_speaker(q, verb, out)) return true;
  if (!has_speaker(&q->last) && first_subject(q, verb, wanted, out)) return true;
  bool body = (q->last.kind == SPEAKER_MEDIUM || q->last.kind == SPEAKER_BODY) && !q->last.relayed &&
              says_something(q, verb); /* "the site X said ... | And she mentioned" */
  bool goes_on = wanted != FORM_PLURAL && has_speaker(&q->last) && (!finite || q->last.agrees > FORM_PLURAL || (body && !verb->either));
  if (!goes_on && singular && says_something(q, verb) && named_in_sentence(q, verb, out)) return true;
  *out = goes_on ? q->last : (quote_speaker){.name = -1};
  return goes_on;
}
