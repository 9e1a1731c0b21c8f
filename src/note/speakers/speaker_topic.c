/* Whom a sentence is about: he may go on speaking where the next verb has no subject of its own. */
#include "note/names/names.h"
#include "note/speakers/speaker.h"

static size_t token_of(const quote_scan *q, uint32_t offset, size_t at) {
  while (at < q->unit->last && quote_token(q, at)->span.begin < offset) at++;
  return at;
}

size_t speaker_skip_links(const quote_scan *q, size_t at, size_t limit) {
  while (at < limit) {
    const isnad_phrase *helps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS), *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
    if (helps != NULL)
      at += helps->count;
    else if (aside != NULL)
      at += aside->count;
    else
      break;
  }
  return at < limit ? at : limit;
}

const isnad_name_note *speaker_person_at(const quote_scan *q, size_t at) {
  int32_t index = q->name_at[at - q->unit->first];
  const isnad_name_note *name = index > 0 ? &q->s->names[index - 1] : NULL;
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME;
  return person && name->span.begin == quote_token(q, at)->span.begin ? name : NULL;
}

quote_speaker speaker_of_name(const quote_scan *q, const isnad_name_note *name, quote_form agrees) {
  return (quote_speaker){.entity = name->entity,
                         .canonical = name->canonical,
                         .span = name->span,
                         .kind = SPEAKER_PERSON,
                         .agrees = agrees,
                         .name = (int32_t)(name - q->s->names)};
}

/* A country or a capital stands for its government; another town only for itself. */
static bool speaks_for_state(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (place == NULL) return false;
  isnad_places_kind kind = isnad_places_rows[place->row].kind;
  return kind == ISNAD_PLACES_KIND_COUNTRY || kind == ISNAD_PLACES_KIND_CAPITAL;
}

/* "The minister left": one office with the article behind a verb, and no name that goes on it. */
static bool is_office_alone(const quote_scan *q, size_t first, size_t end, const quote_speaker *subject) {
  const isnad_phrase *title = note_hit_at(q->unit, first + 1, ISNAD_TABLE_TITLES);
  if (subject->kind != SPEAKER_PERSON || title == NULL || title->cut > 0 || !quote_is_definite(q, first + 1) || speaker_is_title(q, first))
    return false;
  if (isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S || isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_OFFICE) return false;
  return end >= q->sentence_last || (!quote_is_hash(q, end) && q->name_at[end - q->unit->first] == 0);
}

/* "The ministry issued a statement": a body behind the first verb, whose ending tells its gender. */
static void note_body(quote_scan *q, size_t first) {
  size_t end = 0;
  quote_speaker subject;
  quote_verb verb;
  if (first + 2 >= q->sentence_last || !quote_is_kind(q, first, ISNAD_TOKEN_WORD) || quote_verb_at(q, first, &verb)) return;
  if (quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_is_definite(q, first)) return;
  if (!speaker_may_be_topic(q, first + 1) || !speaker_read(q, first + 1, q->sentence_last, 0, &subject, &end)) return;
  bool family = quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_KIN) && word_ends(isnad_token_form(&q->s->page->tokens, first), LETTER_TEH) &&
                word_ends(isnad_token_form(&q->s->page->tokens, first + 1), LETTER_HEH);
  bool unnamed = subject.kind == SPEAKER_ANONYMOUS || subject.kind == SPEAKER_MEDIUM; /* "the magazine X tested it" */
  bool office = is_office_alone(q, first, end, &subject);
  bool issues = end < q->sentence_last && quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_VENUE); /* "the council of judges issued | a statement" */
  if (!family && !unnamed && !office && !(issues && subject.kind == SPEAKER_BODY) && subject.kind != SPEAKER_PLACE &&
      (subject.kind != SPEAKER_BODY || (!quote_is_definite(q, first + 1) && subject.name < 0 && subject.entity.length == 0)))
    return;
  if (subject.kind == SPEAKER_PLACE && !speaks_for_state(q, first + 1)) return;
  if (subject.kind == SPEAKER_ANONYMOUS && (end == first + 2 || quote_is_negated(q, first)) &&
      quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_FIRST))
    return; /* "and nobody | was hurt", "in it" */
  isnad_slice form = isnad_token_form(&q->s->page->tokens, first);
  bool past = form.length > 2 * WORD_LETTER && word_ends(form, LETTER_TEH);
  subject.agrees = past ? FORM_FEMININE : FORM_MASCULINE;
  q->topic = subject;
}

/* "The court had | looked into it anew": who stands between the past of "to be" and the particle of the pluperfect. */
static void note_pluperfect(quote_scan *q, size_t first) {
  size_t end = 0;
  quote_speaker subject;
  if (first == q->sentence_first || first + 2 >= q->sentence_last || !speaker_is_was(q, first - 1)) return;
  if (!speaker_read(q, first, q->sentence_last, 0, &subject, &end) || end >= q->sentence_last) return;
  bool had = quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_HELPS) && speaker_form(q, end).length == 2 * WORD_LETTER;
  if (!had || subject.kind != SPEAKER_BODY) return;
  subject.agrees = word_ends(speaker_form(q, first - 1), LETTER_TEH) ? FORM_FEMININE : FORM_MASCULINE;
  if (!q->in_clause) q->outer = q->topic;
  q->in_clause = true;
  q->topic = subject;
}

/* "But the court | looked into it anew": a body that stands before its verb, which agrees with it. */
static void note_fronted(quote_scan *q, size_t first) {
  size_t end = 0;
  quote_speaker subject;
  quote_verb verb;
  if (first + 2 >= q->sentence_last || !note_has_hit(q->unit, first, ISNAD_TABLE_ORG_HEADS)) return;
  if (!speaker_read(q, first, q->sentence_last, 0, &subject, &end) || subject.kind != SPEAKER_BODY || end >= q->sentence_last) return;
  isnad_slice form = speaker_form(q, end);
  quote_form own = speaker_own_form(q, &subject);
  bool past = form.length >= 3 * WORD_LETTER && word_ends(form, LETTER_TEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH);
  if (own != FORM_FEMININE || !past || quote_verb_at(q, end, &verb) || !speaker_may_be_verb(q, end)) return;
  subject.agrees = own;
  if (!q->in_clause) q->outer = q->topic;
  q->in_clause = true;
  q->topic = subject;
}

/* The one person whom the headline names. */
void speaker_note_headline(quote_scan *q) {
  for (size_t at = q->unit->first; at < q->unit->last; at++) {
    const isnad_name_note *name = speaker_person_at(q, at);
    if (name == NULL) continue;
    bool another = q->headlined.canonical.length > 0 && !isnad_slice_equal(q->headlined.entity, name->entity);
    q->headlined = speaker_of_name(q, name, FORM_NOUN);
    if (!another) continue;
    q->headlined = (quote_speaker){.name = -1};
    return;
  }
}

/* "In an attempt to calm them | the authority issued a statement": a past verb in the feminine and a body right behind it, early in the sentence. */
static void note_issuer(quote_scan *q, size_t first) {
  enum { OPENING = 9 };
  for (size_t at = first + 1; at + 2 < q->sentence_last && at < first + OPENING; at++) {
    quote_verb verb;
    if (quote_is_comma(q, at) || quote_verb_at(q, at, &verb) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return;
    isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
    bool past = quote_is_kind(q, at, ISNAD_TOKEN_WORD) && form.length >= 4 * WORD_LETTER && word_ends(form, LETTER_TEH) &&
                !word_ends_in(form, LETTER_ALEF, LETTER_TEH) && !quote_is_definite(q, at);
    if (past && q->name_at[at + 1 - q->unit->first] > 0) note_body(q, at);
  }
}

/* Behind the comma that ends an opening, and the links behind it; the end of the sentence when there is none near. */
static size_t behind_comma(const quote_scan *q, size_t first) {
  enum { LONGEST = 24 };
  for (size_t at = first; at < q->sentence_last && at < first + LONGEST; at++)
    if (quote_is_comma(q, at)) return speaker_skip_links(q, quote_skip_asides(q, at, q->sentence_last), q->sentence_last);
  return q->sentence_last;
}

/* "But after X had praised it, Y said": "after", "when" among the links that were passed over. */
static bool opens_with_clause(const quote_scan *q, size_t first) {
  enum { LONGEST = 4 };
  for (size_t at = q->sentence_first; at < first && at < q->sentence_first + LONGEST; at++) {
    const isnad_phrase *clause = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE);
    if (clause != NULL && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_LEAVES) && clause->first + clause->count == first) return true;
  }
  return false;
}

/* "Two weeks ago, the president launched": behind the comma that ends a circumstance. Without a comma nobody tells where the circumstance ends. */
static size_t skip_opening(const quote_scan *q, size_t first) {
  if (first >= q->sentence_last) return first;
  const isnad_phrase *opens = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  const isnad_phrase *cites = note_hit_at(q->unit, first, ISNAD_TABLE_TRIGGERS);
  bool cited = cites != NULL && isnad_triggers_rows[cites->row].form == ISNAD_TRIGGERS_FORM_PREPOSITION; /* "according to the agency, ..." */
  if (cited) return behind_comma(q, first);
  if (opens == NULL && !note_has_hit(q->unit, first, ISNAD_TABLE_TIME_WORDS)) return first;
  size_t behind = behind_comma(q, first);
  return behind < q->sentence_last || opens != NULL ? behind : first;
}

/* "As for the party, it did not wait": the sentence names whom it is about. */
static bool note_announced(quote_scan *q) {
  size_t end = 0, first = quote_skip_asides(q, q->sentence_first, q->sentence_last);
  const isnad_phrase *as_for = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_ASFOR);
  if (as_for == NULL || as_for->cut > WORD_LETTER) return false;
  quote_speaker subject;
  if (!speaker_read(q, first + as_for->count, q->sentence_last, 0, &subject, &end)) return false;
  if (subject.kind != SPEAKER_PERSON && subject.kind != SPEAKER_BODY) return false;
  subject.agrees = speaker_own_form(q, &subject);
  q->topic = subject;
  return true;
}

/* "When X came to train the team, his decision was ...": whom the opening clause tells of, until the main clause tells of somebody else. */
static void note_opened(quote_scan *q, size_t first) {
  enum { NEAR = 4 };
  for (size_t at = first + 1; at < q->sentence_last && at <= first + NEAR && !quote_is_comma(q, at); at++) {
    const isnad_name_note *name = speaker_person_at(q, at);
    if (name == NULL) continue;
    if (quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return;
    q->topic = speaker_of_name(q, name, FORM_NOUN);
    q->topic.agrees = speaker_own_form(q, &q->topic);
    return;
  }
}

/* "He was | studying": behind "was" a word with the letters of the present. */
static bool is_present_behind_was(const quote_scan *q, size_t at) {
  if (at == q->sentence_first) return false;
  isnad_slice form = speaker_form(q, at);
  bool he = word_ends(speaker_form(q, at - 1), LETTER_NOON); /* behind "he was" no "she studies" */
  bool present = word_letter_at(form, 0, LETTER_YEH) || (!he && word_letter_at(form, 0, LETTER_TEH));
  return present && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

/* "And | he swims", "whispers | Jawad": a verb of the present that news hardly counts, at the head of the sentence. */
static bool is_present_before_name(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  bool linked = word_begins(form, LETTER_WAW, LETTER_YEH) && quote_is_rarer_than_rest(form);
  return linked || (word_letter_at(form, 0, LETTER_YEH) && speaker_person_at(q, at + 1) != NULL);
}

/* "Troyer was treated for", "and Troyer gave": a name that no table knows, at the head of the sentence or right behind its verb. */
static bool note_unheard(quote_scan *q, size_t first) {
  enum { LEAST = -60 }; /* "and I thank him" has the letters of no name */
  for (size_t at = first; at + 2 < q->sentence_last && at <= first + 1; at++) {
    if (q->name_at[at - q->unit->first] > 0 || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
    if (!speaker_is_unheard(q, at) || is_present_behind_was(q, at) || name_shape(speaker_form(q, at)) < LEAST) continue;
    if (at == first && is_present_before_name(q, at)) continue;
    size_t end = speaker_is_unheard(q, at + 1) ? at + 2 : at + 1;
    if (!quote_is_kind(q, end, ISNAD_TOKEN_WORD) || quote_is_definite(q, end)) return false;
    bool feminine = at > first && word_ends(isnad_token_form(&q->s->page->tokens, first), LETTER_TEH);
    isnad_span span = {quote_token(q, at)->span.begin, quote_token(q, end - 1)->span.end};
    q->topic = (quote_speaker){.span = span,
                               .canonical = note_name_text(q->s, span),
                               .head = isnad_token_form(&q->s->page->tokens, at),
                               .kind = SPEAKER_PERSON,
                               .agrees = feminine ? FORM_FEMININE : FORM_MASCULINE,
                               .name = -1};
    return true;
  }
  return false;
}

/* "Defended | the Frenchwoman | X": the nation with its article right before the name, which goes on no noun itself. */
static bool is_nation_before(const quote_scan *q, size_t at) {
  const isnad_phrase *nation = note_hit_at(q->unit, at - 1, ISNAD_TABLE_PLACES);
  return nation != NULL && nation->cell == ISNAD_PLACES_CELL_ADJECTIVES && nation->count == 1 && quote_is_definite(q, at - 1) &&
         !quote_is_definite(q, at - 2);
}

/* "Received | the French writer and professor at the university X | an invitation": an office right behind the verb, and the name at its end. */
static bool note_titled(quote_scan *q, size_t first) {
  size_t end = 0;
  quote_speaker subject;
  if (first + 3 >= q->sentence_last || !speaker_may_be_verb(q, first) || !speaker_is_title(q, first + 1) || !quote_is_definite(q, first + 1))
    return false;
  if (note_hit_at(q->unit, first + 1, ISNAD_TABLE_TITLES)->cut > 0 || !speaker_read(q, first + 1, q->sentence_last, 0, &subject, &end)) return false;
  if (subject.kind != SPEAKER_PERSON || subject.name < 0 || q->s->names[subject.name].form != ISNAD_FORM_NAME) return false;
  bool feminine = word_ends(isnad_token_form(&q->s->page->tokens, first), LETTER_TEH);
  subject.agrees = speaker_own_form(q, &subject);
  if (subject.agrees <= FORM_FEMININE && feminine != (subject.agrees == FORM_FEMININE) && feminine) return false;
  q->topic = subject;
  return true;
}

/* "It seems that | X, who ..., is calmer": behind a verb that nobody is the subject of, "that" opens what the sentence is about. */
static size_t behind_seeming(const quote_scan *q, size_t first) {
  enum { NEAR = 4 };
  quote_verb verb;
  for (size_t at = first; at + 1 < q->sentence_last && at < first + NEAR; at++) {
    if (quote_verb_at(q, at, &verb) || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return first;
    bool that = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) && word_ends(speaker_form(q, at), LETTER_NOON);
    if (that) return speaker_person_at(q, at + 1) != NULL ? at + 1 : first;
  }
  return first;
}

/* The first words of a sentence are its subject when a verb or nothing stands before them. */
void speaker_note_topic(quote_scan *q) {
  enum { OPENING = 10 };
  size_t first = speaker_skip_links(q, quote_skip_asides(q, q->sentence_first, q->sentence_last), q->sentence_last);
  if (note_announced(q)) return;
  bool opened = opens_with_clause(q, first);
  if (opened) note_opened(q, first);
  first = opened ? behind_comma(q, first) : behind_seeming(q, skip_opening(q, first));
  note_body(q, first);
  note_pluperfect(q, first);
  note_fronted(q, first);
  note_issuer(q, first);
  if (note_titled(q, first) || note_unheard(q, first)) return;
  for (size_t at = first; at < q->sentence_last && at < first + OPENING; at++) {
    if (quote_is_colon(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) return;
    quote_verb verb;
    if (quote_verb_at(q, at, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES) return;
    int32_t index = q->name_at[at - q->unit->first];
    const isnad_name_note *name = index > 0 ? &q->s->names[index - 1] : NULL;
    if (name == NULL || name->type != ISNAD_NAME_PERSON || name->span.begin != quote_token(q, at)->span.begin) continue;
    uint32_t begin = name->role.begin < name->role.end && name->role.begin < name->span.begin ? name->role.begin : name->span.begin;
    size_t begins = token_of(q, begin, first);
    if (begins > first + 1 && is_nation_before(q, begins)) begins--;
    bool circumstance = quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) && begins > first + 2 &&
                        !quote_has_word(q, begins - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION); /* "resigned | after a short while | the head of" */
    size_t behind = quote_skip_asides(q, first + 1, q->sentence_last);                      /* "knows | also | the captain X" */
    if (begins > (circumstance ? first + 5 : behind)) return;
    q->topic = speaker_of_name(q, name, FORM_NOUN);
    q->topic.agrees = speaker_own_form(q, &q->topic);
    return;
  }
}
