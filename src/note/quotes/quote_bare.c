/* What is said without a sign: behind a preposition that the verb takes, or a bare object behind the subject. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

enum { ADDRESSEE_FAR = 12 };

/* "Who | denied", not "who | was called |"..."": behind the relative the letters are a verb's. */
static bool is_in_relative(const quote_scan *q, const quote_verb *verb) {
  if (verb->first == q->sentence_first || !quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  return !quote_takes_both(verb->row->also) || !quote_begins_also(q, verb->row, verb->last);
}

/* A word that is also another kind of word takes no complement without "that", unless its ending or its place makes it a verb. */
static bool needs_that(const quote_scan *q, const quote_verb *verb, bool begun) {
  bool had = begun && verb->form == FORM_MASCULINE && speaker_is_was(q, q->sentence_first) && verb->first > q->sentence_first + 1;
  bool document = had && note_has_hit(q->unit, q->sentence_first + 1, ISNAD_TABLE_HEADS); /* "a report had | revealed" */
  if (had && (document || quote_is_definite(q, verb->first - 1) || q->in_name[verb->first - 1 - q->unit->first]))
    return false; /* "X had | condemned" */
  if (verb->form == FORM_NOUN || verb->form == FORM_PASSIVE) return true;
  if (verb->form <= FORM_FEMININE && quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN)) return false; /* "in which he voiced" */
  if (verb->form == FORM_PARTICIPLE && quote_is_adjective(q, verb)) return true;
  if (verb->form == FORM_PARTICIPLE && verb->row->also == ISNAD_VERBS_ALSO_BI && verb->row->force == ISNAD_VERBS_FORCE_ANNOUNCES)
    return true; /* "useful | in a way" */
  if (quote_calls_it(q, verb)) return false;
  if (verb->row->sure == ISNAD_VERBS_SURE_YES || verb->form == FORM_FEMININE || verb->form == FORM_PLURAL) return false;
  bool behind_stop = verb->first == q->sentence_first && q->spoke && quote_is_active(q, verb); /* "He said that. | Accusing it of" */
  if (verb->form == FORM_PARTICIPLE)
    return !quote_is_comma(q, verb->first - 1) && !(behind_stop && !quote_is_masculine_adjective(q, verb)) &&
           !(q->spoke_here && quote_is_active(q, verb) && !quote_is_masculine_adjective(q, verb));
  bool opens = verb->linked || verb->first == q->sentence_first || !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD);
  if (opens || is_in_relative(q, verb) || quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) || speaker_has_turn_before(q, verb->first))
    return false;
  return !begun || !quote_has_its_subject(q, verb);
}

/* Who is spoken to between the verb's subject and its preposition: behind the last comma, and no circumstance. */
isnad_span quote_addressed_span(const quote_scan *q, size_t object, size_t end) {
  while (end > object && !quote_is_words_kind(quote_token(q, end - 1)->kind)) end--;
  for (size_t at = object; at < end; at++)
    if (quote_is_comma(q, at)) object = at + 1;
  if (object < end && quote_has_word(q, object, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return (isnad_span){0, 0};
  if (object >= end || !quote_is_kind(q, object, ISNAD_TOKEN_WORD) || quote_begins_with(q, object, LETTER_WAW)) return (isnad_span){0, 0};
  bool circumstance = quote_has_word(q, object, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_has_word(q, object, ISNAD_QUOTE_WORDS_ROLE_ASIDE) ||
                      note_has_hit(q->unit, object, ISNAD_TABLE_TRIGGERS) || quote_starts(q, object, LETTER_BEH);
  return circumstance ? (isnad_span){0, 0} : (isnad_span){quote_token(q, object)->span.begin, quote_token(q, end - 1)->span.end};
}

/* "Demanded, during his meeting with the chancellor in Berlin, | more": a circumstance that a comma ends, with the preposition behind the comma. */
static size_t behind_circumstance(const quote_scan *q, const isnad_verbs_row *row, size_t at, size_t limit) {
  const isnad_phrase *opens = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (opens == NULL || opens->cut > 0 || quote_begins_also(q, row, at)) return at;
  enum { LONGEST = 8 };
  bool enclosed = quote_is_comma(q, at - 1); /* "called on, | during his visit to Russia, | the president to" */
  for (size_t i = at + opens->count; i + 1 < limit; i++)
    if (quote_is_comma(q, i)) return quote_begins_also(q, row, i + 1) ? i + 1 : enclosed && i < at + LONGEST ? i : at;
  return at;
}

/* Whether the object of the verb is somebody spoken to; those accused or described are not. */
static bool speaks_to(const isnad_verbs_row *row) {
  switch (row->force) {
  case ISNAD_VERBS_FORCE_ACCUSES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_EXPLAINS:
  case ISNAD_VERBS_FORCE_CRITICIZES:
    return false;
  default:
    return true;
  }
}

/* "The coalition | led by the United States | admitted | the killing of": who leads the subject, when what the verb takes follows. */
static bool is_led(const quote_scan *q, const isnad_verbs_row *row, size_t at, size_t limit) {
  enum { FAR = 10 };
  const isnad_phrase *led = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_LED);
  if (led == NULL || led->cut > 0) return false;
  for (size_t i = at + 1; i < limit && i < at + FAR; i++)
    if (quote_begins_also(q, row, i)) return true;
  return false;
}

/* The preposition that begins the complement, the object before it passed over as the one addressed. */
static size_t find_preposition(const quote_scan *q, const isnad_verbs_row *row, size_t object, size_t limit, isnad_span *addressee) {
  size_t named = object; /* behind the name of a body: "the council | for the judiciary | to end" */
  for (size_t at = object, from = object; at < limit && at < from + ADDRESSEE_FAR; at++) {
    int32_t name = q->name_at[at - q->unit->first];
    if (at > object && at < named) continue;
    if (name > 0 && q->s->names[name - 1].span.begin <= quote_token(q, at)->span.begin)
      named = isnad_tokens_seek(&q->s->page->tokens, q->s->names[name - 1].span.end);
    size_t clause = quote_is_comma(q, at) ? quote_behind_relative_clause(q, at, limit) : quote_behind_withheld(q, at, limit);
    if (clause > at) { /* "sentenced X, | who was found guilty of fraud, | to seven years" */
      from = clause;
      at = quote_is_comma(q, at) ? clause : clause - 1;
      continue;
    }
    const isnad_phrase *without = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_BREAKS); /* "accused X, | without naming him, | of" */
    if (without != NULL && without->count > 2) {
      at += without->count - 1;
      continue;
    }
    size_t behind = behind_circumstance(q, row, at, limit);
    if (behind > at && !quote_is_comma(q, behind)) return behind;
    if (behind > at) from = at = behind;
    bool plain = quote_is_comma(q, at) || quote_is_words_kind(quote_token(q, at)->kind) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ||
                 quote_is_hash(q, at) || (quote_is_mark(q, at, "/") && note_has_hit(q->unit, at + 1, ISNAD_TABLE_MONTHS)); /* a month by two names */
    if (quote_is_that(q, at) || !plain) return 0;
    if (!quote_begins_also(q, row, at) || is_led(q, row, at, limit)) continue;
    if (speaks_to(row)) *addressee = quote_addressed_span(q, object, at);
    return at;
  }
  return 0;
}

/* "Refused to comment": nothing is said of what one does not do. */
static bool is_refused_act(const quote_scan *q, const quote_verb *verb, size_t at) {
  return verb->row->force == ISNAD_VERBS_FORCE_REJECTS && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ACT);
}

/* "Holds on to its house", "renewed the bombing": what is held or renewed is said only when it is a stand ("to its position"). */
static bool is_held_thing(const quote_scan *q, const quote_verb *verb, size_t at) {
  bool takes = verb->row->also == ISNAD_VERBS_ALSO_BI || verb->row->also == ISNAD_VERBS_ALSO_OBJECT;
  bool holds = verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS && takes && verb->row->sure == ISNAD_VERBS_SURE_NO;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool points = form.length <= 4 * WORD_LETTER && word_begins(form, LETTER_BEH, LETTER_HEH) && quote_is_definite(q, at + 1); /* "to this | place" */
  if (holds && points) at++;
  bool deed = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ACT) && quote_takes_object(verb->row->also); /* "renewed | his contract" */
  return holds && (deed || !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT));
}

/* "Its departure", "their refusal": an indefinite noun with the pronoun of the subject. */
static bool is_theirs(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool pronoun = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  pronoun = pronoun && !word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), LETTER_TEH_MARBUTA);
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && pronoun && form.length >= 5 * WORD_LETTER && !quote_is_definite(q, at) &&
         !q->in_name[at - q->unit->first] && q->name_at[at - q->unit->first] == 0;
}

/* A noun that begins what such a verb takes; but "reports | confirmed | the fall of" has its subject first. */
static bool begins_object(const quote_scan *q, const quote_verb *verb, size_t at) {
  bool takes = quote_takes_object(verb->row->also) || quote_takes_both(verb->row->also);
  if (takes && verb->row->force == ISNAD_VERBS_FORCE_EXPRESSES && at < q->sentence_last && is_theirs(q, at)) return true; /* "showed | her relief" */
  if (!takes || !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT)) return false;
  bool document = note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) && !quote_is_definite(q, at);
  return !(document && quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT));
}

/* "In the hospital": the article behind a proclitic. */
static bool is_definite_behind(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return word_letter_at(form, WORD_LETTER, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM);
}

/* "Groups for rights (adjective) | the record of Iran": an indefinite noun behind an adjective in teh marbuta, and whose it is behind it. */
static bool begins_behind_adjective(const quote_scan *q, size_t at, size_t end) {
  isnad_slice text = q->s->page->text, adjective = isnad_slice_at(text, quote_token(q, at - 1)->span),
              noun = isnad_slice_at(text, quote_token(q, at)->span);
  if (at + 1 >= end || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || q->name_at[at - q->unit->first] > 0) return false;
  bool whose = quote_is_definite(q, at + 1) || q->name_at[at + 1 - q->unit->first] > 0 || note_has_hit(q->unit, at + 1, ISNAD_TABLE_PLACES);
  return whose && word_ends(adjective, LETTER_TEH_MARBUTA) && !quote_is_definite(q, at - 1) && !word_ends(noun, LETTER_TEH_MARBUTA) &&
         !word_ends(noun, LETTER_YEH) && quote_is_noun(q, at);
}

/* "Sources reported | the return of", "confirmed | the fall of": the phrase of the subject has swallowed what the verb takes, and nothing else
 * follows. */
static size_t swallowed(const quote_scan *q, const quote_verb *verb, const quote_speaker *subject, size_t first, size_t end, bool far) {
  bool taken = quote_takes_object(verb->row->also) && subject->kind == SPEAKER_BODY && end > first + 2 && end < q->sentence_last &&
               (quote_is_word(q, end, ISNAD_QUOTE_WORDS_ROLE_ON) || quote_is_word(q, end, ISNAD_QUOTE_WORDS_ROLE_TO)) &&
               quote_is_word(q, end - 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && quote_is_definite(q, end - 1);
  if (taken) return end - 1; /* "the group of X announced | the capture | of" */
  bool object = quote_takes_object(verb->row->also) && (subject->kind == SPEAKER_ANONYMOUS || subject->kind == SPEAKER_DOCUMENT);
  if (verb->row->also != ISNAD_VERBS_ALSO_BI && !object) return 0;
  for (size_t at = first + 1; at < end && !object; at++) /* "a court sentenced | to the hanging of a man for | killing": the first of them */
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) && quote_begins_also(q, verb->row, at) && !quote_is_definite(q, at) &&
        !is_definite_behind(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES))
      return at;
  for (size_t at = end; at > first + 1; at--) {
    const isnad_phrase *noun = object ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : NULL;
    if (object && begins_behind_adjective(q, at - 1, end)) return at - 1;
    bool begins = object ? noun != NULL && noun->cut == 0 && !quote_is_definite(q, at - 1) : quote_begins_also(q, verb->row, at - 1);
    bool led = quote_is_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_LED) && far;
    if (begins && !led && !note_has_hit(q->unit, at - 1, ISNAD_TABLE_PLACES) && !(far && is_definite_behind(q, at - 1))) return at - 1;
  }
  return 0;
}

/* ", | which drove others to", ", | and most of them are": what a comma adds is no object. */
static bool is_after_thought(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  if (!quote_is_comma(q, at - 1)) return false;
  bool what = (form.length == 2 * WORD_LETTER && word_begins(form, LETTER_MEEM, LETTER_ALEF)) ||
              (form.length == 3 * WORD_LETTER && word_begins(form, LETTER_MEEM, LETTER_MEEM) && word_ends(form, LETTER_ALEF));
  bool theirs = word_letter_at(form, 0, LETTER_WAW) && form.length > 5 * WORD_LETTER && isnad_arabic_proclitics(form) == WORD_LETTER &&
                (word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM));
  bool acted = word_letter_at(form, 0, LETTER_WAW) && form.length >= 5 * WORD_LETTER && word_ends(form, LETTER_TEH) &&
               !word_ends_in(form, LETTER_ALEF, LETTER_TEH) && isnad_arabic_proclitics(form) == WORD_LETTER; /* ", | and governments expelled" */
  return what || theirs || acted;
}

/* "The Egyptian star | X | the absence of": the name behind who he is, when what is said begins with a noun right behind it. */
static size_t behind_his_name(const quote_scan *q, const quote_speaker *subject, size_t object, size_t limit) {
  int32_t index = object < limit ? q->name_at[object - q->unit->first] : 0;
  const isnad_name_note *name = index > 0 ? &q->s->names[index - 1] : NULL;
  if (name == NULL || name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || !subject->definite) return object;
  if (name->span.begin != quote_token(q, object)->span.begin || !quote_is_kind(q, object - 1, ISNAD_TOKEN_WORD)) return object;
  size_t behind = quote_skip_asides(q, speaker_token_behind(q, object, name->span), limit);
  const isnad_phrase *noun = behind < limit ? quote_word_at(q, behind, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : NULL;
  return noun != NULL && noun->cut == 0 && !quote_is_definite(q, behind) ? behind : object;
}

/* "The agency | "X" | the closing of", "on Sunday | "the breach" of": behind a name in marks, or inside marks that hold a piece of the object. */
static size_t behind_mark(const quote_scan *q, size_t object, size_t limit) {
  const quote_pair *pair = object + 1 < limit && quote_is_kind(q, object, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, object) : NULL;
  if (pair == NULL || pair->close + 1 >= q->sentence_last) return object;
  return quote_pair_is_name(q, pair) ? quote_skip_circumstances(q, pair->close + 1, limit) : object + 1;
}

/* The complement without "that" near the verb: behind its own subject, or at once when it has none or had it before. */
static bool find_near(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  isnad_verbs_also also = verb->row->also;
  size_t limit = q->sentence_last < verb->last + QUOTE_SUBJECT_FAR ? q->sentence_last : verb->last + QUOTE_SUBJECT_FAR;
  size_t at = quote_skip_asides(q, verb->last, limit), end = at;
  const isnad_phrase *therein =
      quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN); /* "issued a statement in which it confirmed | the death" */
  if (therein != NULL) at = end = quote_skip_asides(q, verb->last + therein->count, limit);
  bool his = quote_takes_object(also) && speaker_has_turn_before(q, verb->first); /* "but he confirmed" */
  bool told = begun && !quote_has_own_subject(q, verb, at, limit);
  bool ready = told || his || verb->form == FORM_PARTICIPLE || begins_object(q, verb, at) || quote_begins_also(q, verb->row, at);
  quote_speaker subject = {.kind = SPEAKER_UNKNOWN};
  const size_t begins = at, behind_pointed = told || his ? at : quote_behind_pointed(q, verb, at, limit, &subject);
  if (behind_pointed > at)
    at = end = behind_pointed;
  else if (!ready && speaker_read(q, at, limit, 0, &subject, &end))
    at = end = quote_behind_brackets(q, quote_behind_partners(q, end, limit), limit); /* "X (63 years old) | warned" */
  bool several = word_ends_in(isnad_token_form(&q->s->page->tokens, verb->first), LETTER_YEH, LETTER_NOON);
  if (verb->form == FORM_PARTICIPLE && (several || !quote_begins_also(q, verb->row, at)) && quote_is_masculine_adjective(q, verb)) return false;
  *out = (quote_said){.subject_last = end, .has_object = true, .bare = true};
  bool accusative = subject.kind == SPEAKER_UNKNOWN && end > begins && speaker_is_accusative(q, begins, end, &subject);
  accusative = accusative || (end > begins && quote_is_object_of_last(q, verb, &subject, end, out));
  if (accusative || speaker_is_thing(q, &subject)) { /* "gave | a free kick" */
    at = end = quote_skip_asides(q, verb->last + (therein != NULL ? therein->count : 0), limit);
    subject.kind = SPEAKER_UNKNOWN;
  }
  bool known = subject.kind != SPEAKER_UNKNOWN && quote_takes_object(also);
  for (size_t before = SIZE_MAX; known && at != before;) {
    before = at;
    at = quote_behind_apposition(q, at > end ? at - 1 : at, limit); /* its comma closes one and may open another */
    if (at < before) at = before;
  }
  bool near = at == end;
  at = quote_behind_relative_clause(q, at, limit);
  size_t object = quote_skip_circumstances(q, at, limit);
  if (quote_find_urged(q, verb, object, limit, out)) return true;
  if (subject.kind == SPEAKER_PERSON && at == end && !quote_takes_both(also) && note_has_hit(q->unit, object, ISNAD_TABLE_TITLES)) {
    quote_speaker office; /* in apposition to the name */
    if (speaker_read(q, object, limit, 0, &office, &end)) object = quote_skip_circumstances(q, end, limit);
  }
  out->first = find_preposition(q, verb->row, object, limit, &out->addressee);
  size_t within = subject.kind != SPEAKER_UNKNOWN && (out->first == 0 || also == ISNAD_VERBS_ALSO_BI)
                      ? swallowed(q, verb, &subject, begins, end, out->first > 0)
                      : 0;
  if (within > 0) out->first = out->subject_last = within;
  if (out->first > end + 1 && within == 0 && quote_takes_object(also) && is_theirs(q, out->first - 1) &&
      (!quote_is_kind(q, out->first - 2, ISNAD_TOKEN_WORD) || quote_skip_asides(q, out->first - 2, limit) + 1 >= out->first))
    out->first--; /* "announced, | its departure | from" */
  if (quote_takes_object(also)) object = quote_behind_li(q, quote_behind_rest(q, verb->row, &subject, object, limit), limit);
  bool behind = also == ISNAD_VERBS_ALSO_BI_OBJECT && subject.kind != SPEAKER_UNKNOWN && quote_is_definite(q, object); /* "pledged, ..., | with" */
  bool far = quote_takes_object(also) && out->first > object && !behind;
  size_t named = quote_takes_object(also) ? behind_his_name(q, &subject, object, limit) : object;
  if (named > object) object = out->subject_last = named;
  if (out->first == 0 && quote_takes_object(also)) object = behind_mark(q, object, limit);
  if ((out->first == 0 || far) && quote_takes_object(also) && quote_may_be_object(q, object)) {
    out->first = subject.kind == SPEAKER_BODY && near ? quote_behind_day(q, object) : object;
    out->addressee = (isnad_span){0, 0};
  }
  if (out->first > 0 && verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS && quote_is_that_itself(q, out->first)) return false;
  if (out->first > 0 && (is_after_thought(q, out->first) || quote_begins_joined(q, out->first))) out->first = 0;
  if (out->first == 0 || is_refused_act(q, verb, out->first) || (subject.kind != SPEAKER_DOCUMENT && is_held_thing(q, verb, out->first)))
    return false;
  bool marked = quote_is_kind(q, out->first - 1, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, out->first - 1) != NULL;
  if (marked && out->first > verb->last) out->first--; /* "threatened "with burning" the fields" */
  out->last = quote_end(q, verb, out->first, &out->next);
  return out->last > out->first;
}

bool quote_find_also(const quote_scan *q, const quote_verb *verb, bool begun, quote_said *out) {
  if (verb->row->also == ISNAD_VERBS_ALSO_NONE || needs_that(q, verb, begun) || quote_owes(q, verb)) return false;
  return find_near(q, verb, begun, out);
}
