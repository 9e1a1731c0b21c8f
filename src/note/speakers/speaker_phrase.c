/* The noun phrase of a speaker: a person behind his office, a body, a medium, somebody unnamed. */
#include "note/sources/citation.h"
#include "note/speakers/speaker.h"

enum { MADE_HERE = '@' }; /* begins the id of a bearer that this article alone knows */

bool speaker_is_title(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
}

static isnad_slice head_of(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  bool definite = quote_is_definite(q, at) || word_begins(form, LETTER_LAM, LETTER_LAM); /* "of the army" */
  return definite && form.length > 4 * WORD_LETTER ? (isnad_slice){form.bytes + 4, form.length - 4} : form;
}

static const isnad_source_note *source_at(const quote_scan *q, size_t at) {
  int32_t index = q->source_at[at - q->unit->first];
  return index > 0 ? &q->s->sources[index - 1] : NULL;
}

void speaker_take_name(const quote_scan *q, const isnad_name_note *name, quote_speaker *out) {
  out->entity = name->entity;
  out->canonical = name->canonical;
  out->span = name->span;
  out->kind = speaker_kind_of_name(name->type);
  out->name = (int32_t)(name - q->s->names);
  if (name->type == ISNAD_NAME_ORGANIZATION) speaker_keep_authorities(q, name->span, out);
}

/* By its first word: a source's head noun, an office, a body. */
static speaker_kind kind_of_phrase(const quote_scan *q, size_t at, bool definite) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  if (head != NULL) return speaker_kind_of_head(&isnad_heads_rows[head->row]);
  if (speaker_is_title(q, at)) return SPEAKER_PERSON;
  bool bare = body != NULL && body->cut == (definite && quote_begins_with(q, at, LETTER_ALEF) ? 2 * WORD_LETTER : 0);
  if (body != NULL && (bare || body->cut == 0) && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return SPEAKER_BODY;
  return (definite ? speaker_is_plural(q, at) : speaker_is_some_people(q, at)) ? SPEAKER_ANONYMOUS : SPEAKER_UNKNOWN;
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
  if (speaker_take_same(q, at, end, out)) return;
  out->kind = kind_of_phrase(q, at, out->definite);
  if (end == at + 1 || out->kind == SPEAKER_DOCUMENT) speaker_resolve_definite(q, at, out);
  if (out->kind == SPEAKER_MEDIUM && out->entity.length == 0) take_medium(q, at, end, out);
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
  bool theirs = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF);                             /* "to his granddaughter" */
  if (clitic && name == NULL && (quote_is_rarer_than_rest(form) || (theirs && isnad_arabic_frequency(quote_token(q, at)->hash) == 0))) return true;
  return clitic && (name != NULL || isnad_arabic_proclitics(speaker_form(q, at)) > 0);
}

/* "Who", which ends as an adjective does; not "that belongs to", whose complement goes on. */
static bool is_who(const quote_scan *q, size_t at) {
  enum { LONGEST = 5 * WORD_LETTER };
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) && speaker_form(q, at).length <= LONGEST;
}

/* "The authority | Saudi": adjectives of a named body, before what it says. */
static size_t behind_adjectives(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 2 };
  size_t first = at;
  while (at < first + MOST && at < limit && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_definite(q, at) && speaker_is_adjective(q, at) &&
         !is_who(q, at))
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

/* "A doctor | of the team": an office or trade without its article, and a definite noun right behind it. */
static bool is_construct(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool one = title != NULL && title->cut == 0 && title->count == 1 && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
  return one && speaker_is_title(q, at) && !quote_is_definite(q, at) && at + 1 < limit && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) &&
         quote_is_definite(q, at + 1);
}

/* Somebody who is not called by a name of his own, or a body that no table knows: where he belongs goes on his phrase. */
static void take_complement(const quote_scan *q, size_t at, size_t limit, bool bounded, quote_speaker *out, size_t *end) {
  const isnad_name_note *name = out->name >= 0 ? &q->s->names[out->name] : NULL;
  bool listed = out->kind != SPEAKER_PERSON && out->entity.length > 0 && out->entity.bytes[0] != MADE_HERE &&
                !isnad_slice_starts(out->entity, isnad_slice_of("org.any."));
  bool begins = out->span.begin >= quote_token(q, at)->span.begin && out->span.begin < quote_token(q, at)->span.end;
  if (listed || !begins || (name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME)) return;
  size_t behind = cited_complement_end(q->s, q->unit, at, *end, limit);
  if (behind <= *end && *end == at + 1 && is_construct(q, at, limit))
    behind = bounded ? speaker_bounded_end(q, at, limit) : speaker_open_end(q, at, limit);
  bool apart = behind >= limit || !quote_is_kind(q, behind, ISNAD_TOKEN_WORD) || quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
               quote_begins_with(q, behind, LETTER_BEH);
  if (behind <= *end || (!bounded && !apart)) return;
  *end = behind;
  while (behind > at + 1 && !quote_is_kind(q, behind - 1, ISNAD_TOKEN_WORD)) behind--;
  out->span.end = quote_token(q, behind - 1)->span.end;
  bool made = name != NULL && name->type == ISNAD_NAME_ORGANIZATION && out->entity.length > 0 && out->entity.bytes[0] == MADE_HERE;
  if (name == NULL || out->entity.length == 0 || made) out->canonical = note_name_text(q->s, out->span);
}

/* "A spokesman of the army | #of the country", "the spokesman in the name of | "the brigade"": a mark ends what the tables read, not the phrase. */
static bool is_cut_short(const quote_scan *q, size_t at, isnad_span span) {
  size_t end = speaker_token_behind(q, at, span);
  if (end >= q->unit->last || end == at) return false;
  bool hash = quote_is_hash(q, end) && quote_is_kind(q, end + 1, ISNAD_TOKEN_WORD);
  return hash || (quote_is_kind(q, end, ISNAD_TOKEN_QUOTE) && quote_has_word(q, end - 1, ISNAD_QUOTE_WORDS_ROLE_WITHIN));
}

/* A noun phrase and what the names and sources know of it. */
typedef struct phrase {
  size_t at, limit;
  size_t last;  /* its words go no further than this token */
  size_t where; /* the person's name in it */
  bool governed, bounded;
  const isnad_name_note *first, *person;
  const isnad_source_note *source;
} phrase;

/* "D. | Sami", "A. D. | Sami": the letter of a title with its stop, before a name. */
static bool is_letter_of_title(const quote_scan *q, size_t at, size_t limit) {
  return at + 2 < limit && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && speaker_form(q, at).length <= WORD_LETTER && quote_is_mark(q, at + 1, ".") &&
         quote_is_kind(q, at + 2, ISNAD_TOKEN_WORD);
}

/* Past marks, "each of" and "these", to the first word; false when none may begin a speaker's phrase. */
static bool find_first(const quote_scan *q, phrase *p) {
  while (p->at < p->limit && (quote_is_kind(q, p->at, ISNAD_TOKEN_QUOTE) || quote_is_hash(q, p->at))) p->at++;
  while (is_letter_of_title(q, p->at, p->limit)) p->at += 2;
  const isnad_phrase *each = quote_word_at(q, p->at, ISNAD_QUOTE_WORDS_ROLE_EACH);
  if (each != NULL && each->cut == 0 && each->first + each->count < p->limit) p->at = each->first + each->count;
  return p->at < p->limit && p->at < q->unit->last;
}

/* The names and the source of the phrase. */
static void look_up(const quote_scan *q, phrase *p) {
  size_t at = p->at;
  p->where = at;
  p->last = p->bounded ? speaker_bounded_end(q, at, p->limit) : speaker_open_end(q, at, p->limit) + 1;
  if (p->last > p->limit) p->last = p->limit;
  p->first = speaker_name(q, at);
  p->person = speaker_person_in(q, at, p->last, p->governed, &p->where);
  p->source = source_at(q, at);
  if (p->source != NULL && speaker_token_behind(q, at, p->source->named.span) > p->limit) p->source = NULL; /* it has swallowed what is said */
  if (p->source != NULL && !p->bounded && speaker_holds_object(q, at, speaker_token_behind(q, at, p->source->named.span))) p->source = NULL;
  if (p->person != NULL) return;
  p->person = speaker_holder_of(q, at, p->limit, &p->where);
  if (p->person == NULL) p->person = speaker_holder_then(q, at, p->limit, &p->where);
  if (p->person != NULL) p->last = p->where + 1;
}

/* A surname that is also the name of a paper, or a given name alone, of somebody whom the article has named. */
static bool read_bearer(const quote_scan *q, const phrase *p, quote_speaker *out, size_t *end) {
  bool paper = p->source != NULL && p->source->kind == ISNAD_SOURCE_OUTLET && speaker_token_behind(q, p->at, p->source->named.span) == p->at + 1;
  bool nobody = p->source == NULL && p->first == NULL && (p->last == p->at + 1 || !quote_is_kind(q, p->at + 1, ISNAD_TOKEN_WORD));
  bool told = p->person == NULL && p->source == NULL && speaker_may_be_surname(q, p->at, p->first);
  const isnad_name_note *bearer = p->person == NULL && (paper || nobody || told) ? speaker_bearer(q, p->at, paper || told) : NULL;
  if (bearer == NULL) return false;
  speaker_take_name(q, bearer, out);
  out->span = quote_token(q, p->at)->span;
  *end = p->at + 1;
  return true;
}

/* "The lawyer of X", "many of the fans of X": the words up to his name, which is not theirs. */
static void read_belonging(const quote_scan *q, const phrase *p, quote_speaker *out, size_t *end) {
  bool apart = speaker_is_sound_plural(speaker_form(q, p->at)) && !quote_has_word(q, p->at, ISNAD_QUOTE_WORDS_ROLE_KIN) &&
               !speaker_is_of_several(q, p->at, p->where);
  *end = apart ? p->at + 1 : speaker_token_behind(q, p->where, p->person->span);
  take_words(q, p->at, *end, out);
  if (out->kind == SPEAKER_UNKNOWN) out->kind = SPEAKER_PERSON;
}

static void read_source(const quote_scan *q, const phrase *p, quote_speaker *out, size_t *end) {
  out->entity = p->source->named.id;
  out->canonical = p->source->named.name;
  out->span = p->source->named.span;
  out->kind = speaker_kind_of_source(p->source->kind);
  speaker_keep_authorities(q, out->span, out);
  *end = speaker_token_behind(q, p->at, p->source->named.span);
  if (*end == p->at + 1) speaker_resolve_definite(q, p->at, out);
  if (speaker_take_same(q, p->at, *end, out)) return;
  bool cites = p->bounded && p->source->span.end > quote_token(q, p->limit - 1)->span.end; /* "a report | that experts wrote | found" */
  if (out->kind == SPEAKER_DOCUMENT && *end == p->at + 1 && p->bounded && *end < p->limit && (cites || addressed(q, *end))) {
    *end = speaker_bounded_end(q, p->at, p->limit);
    out->span.end = quote_token(q, *end - 1)->span.end;
    out->canonical = note_name_text(q->s, out->span);
  }
  take_purpose(q, out, end, p->limit);
}

/* "Ibn | Faris": a name that begins so, of which the names know nothing. */
static bool is_son_of(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  bool son = tie != NULL && tie->cut == 0 && isnad_name_parts_rows[tie->row].role == ISNAD_NAME_PARTS_ROLE_SON;
  return son && at + 1 < limit && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && !speaker_ends_phrase(q, at + 1);
}

/* The words of an office that nobody is named for, of people, of a body that no table knows. */
static void read_words(const quote_scan *q, const phrase *p, quote_speaker *out, size_t *end) {
  *end = p->bounded ? p->last : speaker_open_end(q, p->at, p->limit);
  size_t office = p->first != NULL && speaker_stands_free(q, p->at, p->first->span) ? speaker_token_behind(q, p->at, p->first->span) : p->at;
  if (office > *end && office <= p->limit) *end = office;
  if (*end == p->at + 1 && is_son_of(q, p->at, p->limit)) *end = p->at + 2;
  take_words(q, p->at, *end, out);
  if (out->kind == SPEAKER_UNKNOWN && p->bounded && p->governed) speaker_take_called(q, p->at, p->last, out, end);
}

/* A person, a source that is cited, a name of another kind, or the words alone. */
static void read_who(const quote_scan *q, phrase *p, quote_speaker *out, size_t *end) {
  if (p->person != NULL && speaker_bears_name(q, p->at, p->where)) p->person = NULL;
  if (p->person != NULL && p->where > p->at && speaker_belongs_to(q, p->at, p->where)) {
    read_belonging(q, p, out, end);
    p->person = NULL;
  } else if (p->person != NULL) {
    *end = speaker_token_behind(q, p->where, p->person->span);
    p->person = speaker_tagged_surname(q, p->person, end, p->limit);
    speaker_take_name(q, p->person, out);
    speaker_take_whole_name(q, p->at, p->where, p->limit, out, end);
  } else if (p->source != NULL && !is_cut_short(q, p->at, p->source->named.span) &&
             (p->governed || speaker_stands_free(q, p->at, p->source->named.span))) {
    read_source(q, p, out, end);
  } else if (p->first != NULL && p->first->canonical.length > 0 && (p->governed || speaker_stands_free(q, p->at, p->first->span)) &&
             !speaker_is_named_on(q, p->first, p->at, p->limit)) {
    speaker_take_name(q, p->first, out);
    *end = speaker_token_behind(q, p->at, p->first->span);
    if (*end == p->at + 1 && p->first->form == ISNAD_FORM_NOMINAL) speaker_spoke_as(q, p->at, out);
    take_purpose(q, out, end, p->limit);
  } else {
    read_words(q, p, out, end);
  }
}

/* What stands behind the name and goes on the phrase: the closing mark, where somebody belongs, adjectives of a body, a name in apposition. */
static void read_on(const quote_scan *q, const phrase *p, size_t begin, quote_speaker *out, size_t *end) {
  bool marked = p->at > begin || (*end > p->at + 1 && quote_is_kind(q, *end - 2, ISNAD_TOKEN_QUOTE));
  if (marked && *end < p->limit && quote_is_kind(q, *end, ISNAD_TOKEN_QUOTE) && quote_pair_at(q, *end) == NULL) ++*end; /* the name was in marks */
  if (p->person == NULL && !speaker_take_issuer(q, p->at, p->limit, out, end)) take_complement(q, p->at, p->limit, p->bounded, out, end);
  if ((out->kind == SPEAKER_BODY || out->kind == SPEAKER_MEDIUM) && out->name >= 0) *end = behind_adjectives(q, *end, p->limit);
  bool reporter =
      (out->kind == SPEAKER_MEDIUM || (p->bounded && out->kind == SPEAKER_UNKNOWN && (out->definite || *end > p->at + 2))) && out->entity.length == 0;
  if (out->kind == SPEAKER_BODY || out->kind == SPEAKER_PERSON || reporter) speaker_take_apposition(q, p->person, end, p->limit, out);
}

bool speaker_read(const quote_scan *q, size_t at, size_t limit, unsigned how, quote_speaker *out, size_t *end) {
  phrase p = {.at = at, .limit = limit, .governed = (how & SPEAKER_GOVERNED) != 0, .bounded = (how & SPEAKER_BOUNDED) != 0};
  if (find_first(q, &p) && speaker_read_share(q, p.at, limit, out, end)) return true;
  if (p.at + 1 < limit && speaker_is_demonstrative(q, p.at)) p.at++;
  if (p.at >= limit || p.at >= q->unit->last || (!names_person(q, p.at) && speaker_begins_no_phrase(q, p.at))) return false;
  if (!p.governed && addressed(q, p.at)) return false;
  *out = (quote_speaker){.name = -1, .agrees = FORM_NOUN, .head = head_of(q, p.at), .definite = quote_is_definite(q, p.at)};
  look_up(q, &p);
  if (read_bearer(q, &p, out, end)) return true;
  if (p.first == NULL && p.source == NULL && speaker_read_unheard(q, p.at, limit, out, end)) return true;
  read_who(q, &p, out, end);
  read_on(q, &p, at, out, end);
  if (p.person == NULL && p.bounded && !speaker_take_tail_name(q, p.at, limit, out, end)) speaker_take_owner(q, p.at, limit, out, end);
  if (p.person == NULL && *end < limit) speaker_take_marked(q, p.at, limit, p.bounded, out, end);
  if (out->kind == SPEAKER_BODY) speaker_take_fuller(q, out);
  speaker_take_named_on(q, p.at, limit, p.bounded, out, end);
  speaker_resolve_office(q, p.at, limit, out, end);
  return true;
}
