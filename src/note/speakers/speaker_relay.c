/* Whom a carrier relays: "TASS quoted Peskov", "ascribed to experts the saying that", "the radio said ..., quoting the prosecution". */
#include "note/speakers/speaker.h"

/* "From Peskov", "by the mouth of". */
static bool relayed_from(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *pronoun) {
  size_t end = 0;
  bool within = verb->last > verb->first + 1; /* "was relayed from", in one phrase */
  for (size_t at = within ? verb->last - 1 : verb->last; at < said->subject_last; at++) {
    const isnad_phrase *from = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_FROM);
    if (from == NULL || from->cut > 0) continue;
    size_t behind = at + from->count;
    bool read = behind < said->subject_last && speaker_read(q, behind, said->subject_last, SPEAKER_BOUNDED, out, &end);
    size_t most = behind < said->subject_last && quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE) ? behind + 4 : behind + 2;
    if (read && (out->kind != SPEAKER_UNKNOWN || end <= most || out->definite)) return true; /* not "asked about the chance of" */
    *pronoun = true;
    return false;
  }
  return false;
}

/* "Of him", "of her", "to him": "from" or "to" with a pronoun, and the form of a verb of which it would be the subject; FORM_NOUN: it is none. */
static quote_form pronoun_at(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  bool to = word_begins(form, LETTER_ALEF, LETTER_LAM) && word_letter_at(form, 2 * WORD_LETTER, LETTER_YEH);
  size_t own = (size_t)(to ? 3 : 2) * WORD_LETTER;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !(to || word_begins(form, LETTER_AIN, LETTER_NOON)) || form.length > own + 2 * WORD_LETTER)
    return FORM_NOUN;
  if (word_ends_in(form, LETTER_HEH, LETTER_ALEF)) return FORM_FEMININE;
  if (word_ends_in(form, LETTER_HEH, LETTER_MEEM)) return FORM_PLURAL;
  return form.length == own + WORD_LETTER && word_ends(form, LETTER_HEH) ? FORM_MASCULINE : FORM_NOUN;
}

/* "Relayed of him | the agency | his words": the pronoun right behind the verb, before the noun of saying. */
static quote_form pronoun_before(const quote_scan *q, const quote_verb *noun) {
  enum { NEAR = 9 };
  quote_verb verb;
  for (size_t at = noun->first; at > q->sentence_first + 1 && at + NEAR > noun->first; at--) {
    quote_form his = pronoun_at(q, at - 1);
    if (his != FORM_NOUN && quote_verb_at(q, at - 2, &verb) && verb.row->force == ISNAD_VERBS_FORCE_CARRIES) return his;
  }
  return FORM_NOUN;
}

static quote_form relayed_pronoun(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->form == FORM_NOUN) return pronoun_before(q, verb);
  if (verb->row->force != ISNAD_VERBS_FORCE_CARRIES) return FORM_NOUN;
  for (size_t at = verb->last > verb->first + 1 ? verb->last - 1 : verb->last; at < said->subject_last; at++) {
    quote_form his = pronoun_at(q, at);
    if (his != FORM_NOUN) return his;
  }
  return FORM_NOUN;
}

/* "And the agency quoted him": whoever spoke last, of the pronoun's gender. */
bool speaker_relayed_pronoun(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  quote_verb of_his = *verb;
  of_his.form = relayed_pronoun(q, verb, said);
  return of_his.form != FORM_NOUN && speaker_last(q, &of_his, out);
}

/* The noun of saying right before what is said: "the saying | that", "his words | that". */
static size_t saying_before(const quote_scan *q, const quote_said *said, size_t from) {
  enum { NEAR = 3 };
  quote_verb noun;
  for (size_t at = said->first; at > from && at + NEAR > said->first; at--) {
    if (quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return at - 1;
    if (quote_verb_at(q, at - 1, &noun) && noun.form == FORM_NOUN) return at - 1;
  }
  return from;
}

/* "Ascribed | to experts | the saying": li, and a noun of saying behind him. */
static bool relayed_to(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  size_t end = 0, saying = saying_before(q, said, verb->last);
  for (size_t at = verb->last; at < saying; at++) {
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || !speaker_read_behind_li(q, at, saying, out, &end)) continue;
    if (out->kind != SPEAKER_MEDIUM && out->kind != SPEAKER_UNKNOWN && end >= saying) return true;
  }
  return false;
}

/* "A source", "one of the witnesses": neither feminine by its ending nor several. */
static bool is_one_man(const quote_scan *q, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  isnad_slice head = speaker->head;
  if (at < q->unit->first || at >= q->unit->last || speaker_is_group(q, speaker)) return false;
  char room[ISNAD_STEM_ROOM];
  bool broken = !isnad_slice_starts(head, isnad_arabic_stem(room, head)); /* "sources" */
  return !broken && !word_ends(head, LETTER_HEH) && !word_ends_in(head, LETTER_ALEF, LETTER_TEH) && !word_ends_in(head, LETTER_YEH, LETTER_NOON);
}

/* "His saying", "their saying": the pronoun of the noun behind the one relayed. */
static quote_form form_of_noun(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  enum { NEAR = 4 };
  quote_verb noun;
  for (size_t at = said->first; at > verb->last && at + NEAR > said->first; at--) {
    if (!quote_verb_at(q, at - 1, &noun) || noun.form != FORM_NOUN) continue;
    isnad_slice form = speaker_form(q, at - 1);
    if (word_ends_in(form, LETTER_HEH, LETTER_ALEF)) return FORM_FEMININE;
    if (word_ends_in(form, LETTER_HEH, LETTER_MEEM)) return FORM_PLURAL;
    return word_ends(form, LETTER_HEH) ? FORM_MASCULINE : FORM_NOUN;
  }
  return FORM_NOUN;
}

bool speaker_relayed(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out, bool *pronoun) {
  if (verb->row->force != ISNAD_VERBS_FORCE_CARRIES) return false;
  if (!relayed_from(q, verb, said, out, pronoun) && (*pronoun || !relayed_to(q, verb, said, out))) return false;
  out->relayed = true;
  quote_form own = form_of_noun(q, verb, said);
  if (own <= FORM_PLURAL)
    out->agrees = own;
  else if (out->kind == SPEAKER_ANONYMOUS && is_one_man(q, out))
    out->agrees = FORM_MASCULINE;
  return true;
}

/* "The ministry, in a statement, | quoted the minister": a body that relays may be meant by what it put forth. */
void speaker_note_carrier(quote_scan *q, const quote_verb *verb, const quote_said *said) {
  size_t end = 0;
  quote_speaker carrier;
  if (verb->form > FORM_FEMININE || verb->last >= said->subject_last) return;
  if (!speaker_read(q, verb->last, said->subject_last, 0, &carrier, &end) ||
      (carrier.kind != SPEAKER_MEDIUM && (carrier.kind != SPEAKER_BODY || carrier.entity.length == 0)))
    return;
  carrier.agrees = verb->form;
  q->earlier[q->earlier_count++ % SPEAKERS_KEPT] = carrier;
}

bool speaker_carrier(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *out) {
  size_t end = 0;
  bool found =
      speaker_before(q, verb, out) || speaker_read(q, quote_skip_asides(q, verb->last, said->subject_last), said->subject_last, 0, out, &end);
  return found && out->kind == SPEAKER_MEDIUM;
}

/* "Quoting", of the writer or a medium: behind it stands whose words they are. */
static const isnad_phrase *quoting_at(const quote_scan *q, size_t at) {
  const isnad_phrase *hit = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  if (hit == NULL || hit->cut > 0 || !word_ends(speaker_form(q, at), LETTER_ALEF)) return NULL; /* not "issued by" */
  const isnad_triggers_row *row = &isnad_triggers_rows[hit->row];
  return row->form == ISNAD_TRIGGERS_FORM_PREPOSITION && row->force == ISNAD_TRIGGERS_FORCE_CARRIES ? hit : NULL;
}

/* A medium, or its man ("the correspondent of the channel X"). */
static bool carries(const quote_scan *q, const quote_speaker *speaker) {
  if (speaker->kind == SPEAKER_MEDIUM) return true;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  return at > q->unit->first && at < q->unit->last && speaker->name < 0 && note_has_hit(q->unit, at - 1, ISNAD_TABLE_HEADS) &&
         isnad_slice_equal(speaker->entity, (isnad_slice){NULL, 0}) && speaker->kind == SPEAKER_UNKNOWN;
}

/* "Reuters reported | from a source | that": the verb of saying has a medium as its subject, and "from" right behind it tells whose words they are.
 */
static bool reported_from(const quote_scan *q, const quote_said *said, quote_speaker *speaker) {
  size_t end = 0, at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.end);
  while (at < said->first && (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || (quote_is_definite(q, at) && speaker_is_adjective(q, at)))) at++;
  at = quote_skip_asides(q, at, said->first);
  const isnad_phrase *from = at < said->first ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_FROM) : NULL;
  if (from == NULL || from->cut > 0 || said->bare || speaker->span.begin < quote_token(q, q->sentence_first)->span.begin) return false;
  quote_speaker who;
  if (!speaker_read(q, at + from->count, said->first, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &who, &end)) return false;
  bool somebody = who.kind == SPEAKER_PERSON || who.kind == SPEAKER_BODY || who.kind == SPEAKER_ANONYMOUS;
  size_t behind = quote_skip_asides(q, end, said->first);
  if (!somebody || (behind < said->first && !(behind + 1 == said->first && quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE)))) return false;
  who.relayed = true;
  who.agrees = speaker_own_form(q, &who);
  *speaker = who;
  return true;
}

bool speaker_quoted(const quote_scan *q, const quote_verb *verb, const quote_said *said, quote_speaker *speaker) {
  enum { LONGEST = 64 };
  size_t end = 0, last = said->pair != NULL ? said->pair->close : said->last;
  if (!carries(q, speaker) || speaker->relayed) return false;
  if (reported_from(q, said, speaker)) return true;
  for (size_t at = verb->last; at < q->sentence_last && at < last + LONGEST; at++) {
    quote_verb other;
    if (at >= said->first && at < last) at = last;
    if (at > last && quote_verb_at(q, at, &other) && other.form <= FORM_PLURAL) return false; /* another statement */
    const isnad_phrase *quoting = at < q->sentence_last ? quoting_at(q, at) : NULL;
    if (quoting == NULL) continue;
    quote_speaker who;
    size_t limit = at < said->first ? said->first : q->sentence_last;
    if (!speaker_read(q, at + quoting->count, limit, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &who, &end)) return false;
    if (who.kind != SPEAKER_PERSON && who.kind != SPEAKER_BODY && who.kind != SPEAKER_ANONYMOUS) return false;
    who.relayed = true;
    who.agrees = speaker_own_form(q, &who);
    *speaker = who;
    return true;
  }
  return false;
}
