/* The noun phrase of a speaker: a person behind his office, a body, a medium, somebody unnamed. */
#include "note/citation.h"
#include "note/speaker.h"

enum { MADE_HERE = '@' }; /* begins the id of a bearer that this article alone knows */

bool speaker_is_title(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
}

static isnad_slice head_of(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  return quote_is_definite(q, at) && form.length > 4 * WORD_LETTER ? (isnad_slice){form.bytes + 4, form.length - 4} : form;
}

static const isnad_source_note *source_at(const quote_scan *q, size_t at) {
  int32_t index = q->source_at[at - q->unit->first];
  return index > 0 ? &q->s->sources[index - 1] : NULL;
}

static speaker_kind kind_of_name(isnad_name_type type) {
  switch (type) {
  case ISNAD_NAME_PERSON:
    return SPEAKER_PERSON;
  case ISNAD_NAME_PLACE:
    return SPEAKER_PLACE;
  case ISNAD_NAME_OUTLET:
    return SPEAKER_MEDIUM;
  case ISNAD_NAME_PRODUCT:
  case ISNAD_NAME_EVENT:
    return SPEAKER_UNKNOWN;
  default:
    return SPEAKER_BODY;
  }
}

speaker_kind speaker_kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_OFFICIAL:
  case ISNAD_HEADS_KIND_UNNAMED:
    return SPEAKER_BODY;
  case ISNAD_HEADS_KIND_DOCUMENT:
    return SPEAKER_DOCUMENT;
  case ISNAD_HEADS_KIND_ANONYMOUS:
    return SPEAKER_ANONYMOUS;
  case ISNAD_HEADS_KIND_FALSE_FRIEND:
    return SPEAKER_UNKNOWN;
  default:
    return SPEAKER_MEDIUM;
  }
}

void speaker_take_name(const quote_scan *q, const isnad_name_note *name, quote_speaker *out) {
  out->entity = name->entity;
  out->canonical = name->canonical;
  out->span = name->span;
  out->kind = kind_of_name(name->type);
  out->name = (int32_t)(name - q->s->names);
}

static speaker_kind kind_of_source(isnad_source_kind kind) {
  switch (kind) {
  case ISNAD_SOURCE_OFFICIAL:
    return SPEAKER_BODY;
  case ISNAD_SOURCE_DOCUMENT:
    return SPEAKER_DOCUMENT;
  case ISNAD_SOURCE_ANONYMOUS:
    return SPEAKER_ANONYMOUS;
  default:
    return SPEAKER_MEDIUM;
  }
}

/* By its first word: a source's head noun, an office, a body. */
static speaker_kind kind_of_phrase(const quote_scan *q, size_t at, bool definite) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  if (head != NULL) return speaker_kind_of_head(&isnad_heads_rows[head->row]);
  if (speaker_is_title(q, at)) return SPEAKER_PERSON;
  bool bare = body != NULL && body->cut == (definite && quote_begins_with(q, at, LETTER_ALEF) ? 2 * WORD_LETTER : 0);
  if (body != NULL && (bare || body->cut == 0) && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return SPEAKER_BODY;
  return definite && speaker_is_plural(q, at) ? SPEAKER_ANONYMOUS : SPEAKER_UNKNOWN;
}

/* "The news agency "X"": the medium that the words name. */
static void take_medium(const quote_scan *q, size_t at, size_t end, quote_speaker *out) {
  for (size_t i = at + 1; i < end; i++) {
    const isnad_phrase *outlet = note_hit_at(q->unit, i, ISNAD_TABLE_OUTLETS);
    if (outlet == NULL || outlet->cut > 0 || isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_YES) continue;
    out->entity = isnad_slice_of(isnad_outlets_rows[outlet->row].id);
    out->canonical = isnad_slice_of(isnad_outlets_rows[outlet->row].name);
    return;
  }
}

static void take_words(const quote_scan *q, size_t at, size_t end, quote_speaker *out) {
  while (end > at + 1 && !quote_is_kind(q, end - 1, ISNAD_TOKEN_WORD)) end--;
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, end - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  out->kind = kind_of_phrase(q, at, out->definite);
  if (end == at + 1 || out->kind == SPEAKER_DOCUMENT) speaker_resolve_definite(q, at, out);
  if (out->kind == SPEAKER_MEDIUM && out->entity.length == 0) take_medium(q, at, end, out);
}

/* "The operator of the network | "Red Eléctrica"": behind a noun of a body the words in marks are its name. */
static bool take_called(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { NEAR = 6, MOST = 5 };
  for (size_t i = at + 1; i < limit && i < at + NEAR; i++) {
    const quote_pair *pair = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, i) : NULL;
    if (pair == NULL) continue;
    bool body = note_has_hit(q->unit, i - 1, ISNAD_TABLE_ORG_HEADS) && !speaker_is_title(q, i - 1);
    if (!body || !pair->closed_here || pair->close >= limit || pair->close < i + 2 || quote_pair_words(q, pair) > MOST) return false;
    out->span = (isnad_span){quote_token(q, i + 1)->span.begin, quote_token(q, pair->close - 1)->span.end};
    out->canonical = note_name_text(q->s, out->span);
    out->kind = SPEAKER_BODY;
    *end = pair->close + 1;
    return true;
  }
  return false;
}

/* "A statement | from the ministry", "issued | by the command": not "a statement | about the fire". */
static bool is_issued_by(const quote_scan *q, size_t at, bool described) {
  const isnad_phrase *of = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OF), *from = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  return (of != NULL && of->cut == 0 && of->count == 1 && speaker_form(q, at).length == 2 * WORD_LETTER) ||
         (described && from != NULL && from->cut == 0);
}

/* "A statement | by the ministry", "a joint statement | of the donors": whose statement it is. */
static bool take_issuer(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { ADJECTIVES = 2 };
  const isnad_phrase *venue = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  if (out->kind != SPEAKER_DOCUMENT || venue == NULL || (venue->cut > 0 && !quote_is_definite(q, at))) return false;
  size_t behind = at + venue->count;
  for (size_t n = 0; n < ADJECTIVES && behind < limit && quote_is_kind(q, behind, ISNAD_TOKEN_WORD); n++) {
    isnad_slice form = speaker_form(q, behind);
    const isnad_name_note *name = speaker_name(q, behind);
    quote_speaker issuer;
    size_t last = 0;
    bool of = word_begins(form, LETTER_LAM, LETTER_LAM) ||
              (name != NULL && word_letter_at(form, 0, LETTER_LAM) && name->span.begin > quote_token(q, behind)->span.begin);
    if (behind + 1 < limit && is_issued_by(q, behind, n > 0)) {
      of = true;
      behind++;
    }
    if (of && speaker_read(q, behind, limit, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &issuer, &last) &&
        (issuer.kind == SPEAKER_BODY || issuer.kind == SPEAKER_PERSON || issuer.kind == SPEAKER_PLACE)) {
      *out = issuer;
      *end = last;
      return true;
    }
    behind++;
  }
  return false;
}

static bool addressed(const quote_scan *q, size_t at) {
  const isnad_name_note *name = speaker_name(q, at);
  isnad_slice form = speaker_form(q, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM)) return true;
  bool and_for = word_begins(form, LETTER_WAW, LETTER_LAM) && isnad_arabic_proclitics(form) > WORD_LETTER;
  if (and_for && (name == NULL || name->span.begin > quote_token(q, at)->span.begin)) return true; /* "and in order to reach this" */
  if (name != NULL && speaker_stands_free(q, at, name->span)) return false;
  const isnad_phrase *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  if (outlet != NULL && outlet->cut > 0 && word_letter_at(speaker_form(q, at), 0, LETTER_LAM)) return true;
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  if (speaker_is_title(q, at) && note_hit_at(q->unit, at, ISNAD_TABLE_TITLES)->cut == 0) return false;
  if (head != NULL && head->cut == 0) return false; /* "the municipality of", which begins like "with" */
  const isnad_phrase *object = name == NULL ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) : NULL;
  if (object != NULL && quote_cut_is(q, object, LETTER_BEH)) return true; /* "doubted | with the possibility" */
  bool clitic = quote_begins_with(q, at, LETTER_LAM) || quote_begins_with(q, at, LETTER_BEH);
  isnad_slice rest = {form.bytes + WORD_LETTER, clitic ? form.length - WORD_LETTER : 0};
  if (clitic && name == NULL && word_letter_at(rest, 0, LETTER_WAW) && isnad_arabic_proclitics(rest) > 0) return false; /* no "with and he sees" */
  if (clitic && name == NULL && quote_is_rarer_than_rest(form)) return true;
  return clitic && (name != NULL || isnad_arabic_proclitics(speaker_form(q, at)) > 0);
}

/* "The authority | Saudi": adjectives of a named body, before what it says. */
static size_t behind_adjectives(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 2 };
  for (size_t n = 0; n < MOST && at < limit && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_definite(q, at) && speaker_is_adjective(q, at); n++)
    at++;
  return at;
}

/* "Ali" is written like "on". */
static bool names_person(const quote_scan *q, size_t at) {
  const isnad_name_note *name = speaker_name(q, at);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && speaker_stands_free(q, at, name->span);
}

/* A body that no table knows goes on with what it is for. */
static void take_purpose(const quote_scan *q, quote_speaker *out, size_t *end, size_t limit) {
  bool medium = out->kind == SPEAKER_MEDIUM && out->entity.length == 0;
  if (!medium && (out->kind != SPEAKER_BODY || out->entity.length == 0 || out->entity.bytes[0] != MADE_HERE)) return;
  if (*end >= limit) return;
  size_t purpose = cited_purpose_end(q->s, q->unit, *end);
  if (purpose == *end || purpose > limit) return;
  *end = purpose;
  out->span.end = quote_token(q, purpose - 1)->span.end;
  out->canonical = note_name_text(q->s, out->span);
}

/* Somebody who is not called by a name of his own, or a body that no table knows: where he belongs goes on his phrase. */
static void take_complement(const quote_scan *q, size_t at, size_t limit, bool bounded, quote_speaker *out, size_t *end) {
  const isnad_name_note *name = out->name >= 0 ? &q->s->names[out->name] : NULL;
  bool listed = out->kind != SPEAKER_PERSON && out->entity.length > 0 && out->entity.bytes[0] != MADE_HERE &&
                !isnad_slice_starts(out->entity, isnad_slice_of("org.any."));
  bool begins = out->span.begin >= quote_token(q, at)->span.begin && out->span.begin < quote_token(q, at)->span.end;
  if (listed || !begins || (name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME)) return;
  size_t behind = cited_complement_end(q->s, q->unit, at, *end, limit);
  bool apart = behind >= limit || !quote_is_kind(q, behind, ISNAD_TOKEN_WORD) || quote_word_at(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL ||
               quote_begins_with(q, behind, LETTER_BEH);
  if (behind <= *end || (!bounded && !apart)) return;
  *end = behind;
  while (behind > at + 1 && !quote_is_kind(q, behind - 1, ISNAD_TOKEN_WORD)) behind--;
  out->span.end = quote_token(q, behind - 1)->span.end;
  if (name == NULL || out->entity.length == 0) out->canonical = note_name_text(q->s, out->span);
}

/* How many names of the article begin before a token. */
static size_t names_before(const quote_scan *q, size_t at) {
  size_t low = 0, high = q->s->name_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (q->s->names[middle].span.begin < quote_token(q, at)->span.begin)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The surname of a person whom the article has named, though the word is also the name of a paper. */
static const isnad_name_note *bearer_of_surname(const quote_scan *q, size_t at) {
  enum { FAR = 64 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t names = names_before(q, at);
  for (size_t back = 1; back <= FAR && back <= names; back++) {
    const isnad_name_note *name = &q->s->names[names - back];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    size_t end = isnad_tokens_seek(tokens, name->span.end);
    bool longer = end > 1 && tokens->items[end - 1].span.begin > name->span.begin;
    if (longer && tokens->items[end - 1].hash == quote_token(q, at)->hash) return name;
  }
  return NULL;
}

/* "Serena", of "Serena Williams": the latest whose name of several words begins with this given name. */
static const isnad_name_note *bearer_of_given(const quote_scan *q, size_t at) {
  enum { FAR = 64 };
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given == NULL || given->cut > 0) return NULL;
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t names = names_before(q, at);
  for (size_t back = 1; back <= FAR && back <= names; back++) {
    const isnad_name_note *name = &q->s->names[names - back];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    size_t first = isnad_tokens_seek(tokens, name->span.begin);
    bool longer = first + 1 < tokens->count && tokens->items[first + 1].span.begin < name->span.end;
    if (longer && tokens->items[first].hash == quote_token(q, at)->hash) return name;
  }
  return NULL;
}

/* "A spokesman of the army | #of the country", "the spokesman in the name of | "the brigade"": a mark ends what the tables read, not the phrase. */
static bool is_cut_short(const quote_scan *q, size_t at, isnad_span span) {
  size_t end = speaker_token_behind(q, at, span);
  if (end >= q->unit->last || end == at) return false;
  bool hash = quote_is_hash(q, end) && quote_is_kind(q, end + 1, ISNAD_TOKEN_WORD);
  return hash || (quote_is_kind(q, end, ISNAD_TOKEN_QUOTE) && quote_word_at(q, end - 1, ISNAD_QUOTE_WORDS_ROLE_WITHIN) != NULL);
}

bool speaker_read(const quote_scan *q, size_t at, size_t limit, unsigned how, quote_speaker *out, size_t *end) {
  size_t begin = at;
  while (at < limit && (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || quote_is_hash(q, at))) at++;
  const isnad_phrase *each = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_EACH);
  if (each != NULL && each->cut == 0 && each->first + each->count < limit) at = each->first + each->count;
  if (at < limit && at < q->unit->last && speaker_read_share(q, at, limit, out, end)) return true;
  bool governed = (how & SPEAKER_GOVERNED) != 0, bounded = (how & SPEAKER_BOUNDED) != 0;
  if (at + 1 < limit && speaker_is_demonstrative(q, at)) at++;
  if (at >= limit || at >= q->unit->last || (!names_person(q, at) && speaker_begins_no_phrase(q, at))) return false;
  if (!governed && addressed(q, at)) return false;
  *out = (quote_speaker){.name = -1, .agrees = FORM_NOUN, .head = head_of(q, at), .definite = quote_is_definite(q, at)};
  size_t where = at, phrase = bounded ? speaker_bounded_end(q, at, limit) : speaker_open_end(q, at, limit) + 1;
  if (phrase > limit) phrase = limit;
  const isnad_name_note *bearer = NULL, *first = speaker_name(q, at), *person = speaker_person_in(q, at, phrase, governed, &where);
  const isnad_source_note *source = source_at(q, at);
  if (source != NULL && speaker_token_behind(q, at, source->named.span) > limit) source = NULL; /* it has swallowed what is said */
  if (person == NULL && (person = speaker_holder_of(q, at, limit, &where)) != NULL) phrase = where + 1;
  if (person == NULL && (person = speaker_holder_then(q, at, limit, &where)) != NULL) phrase = where + 1;
  bool paper = source != NULL && source->kind == ISNAD_SOURCE_OUTLET && speaker_token_behind(q, at, source->named.span) == at + 1;
  bool nobody = source == NULL && first == NULL && (phrase == at + 1 || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD));
  if (person == NULL && (paper || nobody) && (bearer = paper ? bearer_of_surname(q, at) : bearer_of_given(q, at)) != NULL) {
    speaker_take_name(q, bearer, out);
    out->span = quote_token(q, at)->span;
    *end = at + 1;
    return true;
  }
  if (person != NULL && speaker_bears_name(q, at, where)) person = NULL;
  if (person != NULL && where > at && speaker_belongs_to(q, at, where)) {
    bool apart = speaker_is_sound_plural(speaker_form(q, at)) && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN) == NULL &&
                 !speaker_is_of_several(q, at, where);
    *end = apart ? at + 1 : speaker_token_behind(q, where, person->span);
    person = NULL;
    take_words(q, at, *end, out);
    if (out->kind == SPEAKER_UNKNOWN) out->kind = SPEAKER_PERSON;
  } else if (person != NULL) {
    *end = speaker_token_behind(q, where, person->span);
    person = speaker_tagged_surname(q, person, end, limit);
    speaker_take_name(q, person, out);
    speaker_take_whole_name(q, at, where, limit, out, end);
  } else if (source != NULL && !is_cut_short(q, at, source->named.span) && (governed || speaker_stands_free(q, at, source->named.span))) {
    out->entity = source->named.id;
    out->canonical = source->named.name;
    out->span = source->named.span;
    out->kind = kind_of_source(source->kind);
    *end = speaker_token_behind(q, at, source->named.span);
    if (*end == at + 1) speaker_resolve_definite(q, at, out);
    if (out->kind == SPEAKER_DOCUMENT && *end == at + 1 && bounded && *end < limit && addressed(q, *end)) { /* "a report | of the bank" */
      *end = speaker_bounded_end(q, at, limit);
      out->span.end = quote_token(q, *end - 1)->span.end;
      out->canonical = note_name_text(q->s, out->span);
    }
    take_purpose(q, out, end, limit);
  } else if (first != NULL && first->canonical.length > 0 && (governed || speaker_stands_free(q, at, first->span)) &&
             !speaker_is_named_on(q, first, at, limit)) {
    speaker_take_name(q, first, out);
    *end = speaker_token_behind(q, at, first->span);
    if (*end == at + 1 && first->form == ISNAD_FORM_NOMINAL) speaker_spoke_as(q, at, out);
    take_purpose(q, out, end, limit);
  } else {
    *end = bounded ? phrase : speaker_open_end(q, at, limit);
    size_t office = first != NULL && speaker_stands_free(q, at, first->span) ? speaker_token_behind(q, at, first->span) : at;
    if (office > *end && office <= limit) *end = office; /* the words of an office that nobody is named for */
    take_words(q, at, *end, out);
    if (out->kind == SPEAKER_UNKNOWN && bounded && governed) take_called(q, at, phrase, out, end);
  }
  bool marked = at > begin || (*end > at + 1 && quote_is_kind(q, *end - 2, ISNAD_TOKEN_QUOTE));
  if (marked && *end < limit && quote_is_kind(q, *end, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, *end) == NULL) ++*end; /* the name was in marks */
  if (person == NULL && !take_issuer(q, at, limit, out, end)) take_complement(q, at, limit, bounded, out, end);
  if ((out->kind == SPEAKER_BODY || out->kind == SPEAKER_MEDIUM) && out->name >= 0) *end = behind_adjectives(q, *end, limit);
  bool reporter =
      (out->kind == SPEAKER_MEDIUM || (bounded && out->kind == SPEAKER_UNKNOWN && (out->definite || *end > at + 2))) && out->entity.length == 0;
  if (out->kind == SPEAKER_BODY || out->kind == SPEAKER_PERSON || reporter) speaker_take_apposition(q, person, end, limit, out);
  return true;
}
