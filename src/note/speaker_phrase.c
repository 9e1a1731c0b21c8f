/* The noun phrase of a speaker: a person behind his office, a body, a medium, somebody unnamed. */
#include "note/citation.h"
#include "note/quote.h"

enum { MADE_HERE = '@' }; /* begins the id of a bearer that this article alone knows */

enum { LONGEST_PHRASE = 16, UNKNOWN_WORDS = 11, RARE_WORD = 1500 };

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

static const isnad_name_note *name_at(const quote_scan *q, size_t at) {
  int32_t index = q->name_at[at - q->unit->first];
  return index > 0 ? &q->s->names[index - 1] : NULL;
}

static const isnad_source_note *source_at(const quote_scan *q, size_t at) {
  int32_t index = q->source_at[at - q->unit->first];
  return index > 0 ? &q->s->sources[index - 1] : NULL;
}

static size_t token_behind(const quote_scan *q, size_t at, isnad_span span) {
  while (at < q->unit->last && quote_token(q, at)->span.begin < span.end) at++;
  return at;
}

/* Without proclitic: a name with li or bi before it is spoken to, or of. */
static bool stands_free(const quote_scan *q, size_t at, isnad_span span) { return span.begin == quote_token(q, at)->span.begin; }

bool speaker_is_title(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
}

static isnad_slice head_of(const quote_scan *q, size_t at) {
  isnad_slice form = form_at(q, at);
  return quote_is_definite(q, at) && form.length > 4 * WORD_LETTER ? (isnad_slice){form.bytes + 4, form.length - 4} : form;
}

/* A full stop or hyphen inside an abbreviation or a double name. */
static bool joins_letters(const quote_scan *q, size_t at) {
  bool mark = quote_is_mark(q, at, ".") || quote_is_mark(q, at, "-");
  return mark && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && (quote_token(q, at + 1)->flags & ISNAD_TOKEN_GLUED) != 0 &&
         (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0;
}

/* A word that no noun phrase goes on with. */
static bool ends_phrase(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return !quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) && !quote_is_hash(q, at) && !joins_letters(q, at);
  const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE), *day = note_hit_at(q->unit, at, ISNAD_TABLE_WEEKDAYS);
  if ((aside != NULL && aside->cut == 0) || (day != NULL && day->cut == 0 && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS))) return true;
  const isnad_phrase *helps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  if (helps != NULL && helps->cut == 0) return true;
  const isnad_phrase *letters = at > q->unit->first ? quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_LETTERS) : NULL;
  if (letters != NULL && letters->count > 1) return false; /* an abbreviation whose letters are written like "that" */
  if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL) return true;
  return quote_verb_at(q, at, &verb) && verb.row->sure == ISNAD_VERBS_SURE_YES;
}

/* "In", "from", "on": inside a phrase only between the words of an office ("member of", "in the name of"). */
static bool is_preposition(const quote_scan *q, size_t at) {
  const isnad_phrase *hit = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return hit != NULL && hit->cut == 0;
}

static bool begins_no_phrase(const quote_scan *q, size_t at) {
  const isnad_phrase *preposition = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION),
                     *trigger = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  quote_verb verb;
  if (ends_phrase(q, at) || quote_token(q, at)->length <= WORD_LETTER) return true;
  if (quote_verb_at(q, at, &verb) && (verb.form == FORM_PARTICIPLE || verb.form == FORM_NOUN)) return true;
  const isnad_phrase *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (aside != NULL && quote_links(q, aside)) return true;
  if (preposition != NULL && (preposition->cut == 0 || quote_links(q, preposition))) return true;
  if (trigger != NULL && trigger->cut == 0 && isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE) return true;
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS);
  return stop != NULL && stop->cut == 0 && note_hit_at(q->unit, at, ISNAD_TABLE_HEADS) == NULL;
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

static speaker_kind kind_of_head(const isnad_heads_row *row) {
  switch (row->kind) {
  case ISNAD_HEADS_KIND_OFFICIAL:
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

static void take_name(const quote_scan *q, const isnad_name_note *name, quote_speaker *out) {
  out->entity = name->entity;
  out->canonical = name->canonical;
  out->span = name->span;
  out->kind = kind_of_name(name->type);
  out->name = (int32_t)(name - q->s->names);
}

/* "To the paper", "to the agency": spoken to, unless the person named behind it is of that medium. */
static bool is_spoken_to(const quote_scan *q, size_t at, size_t limit) {
  enum { NEAR = 6 };
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  bool medium =
      (outlet != NULL && outlet->cut > 0) || (head != NULL && head->cut > 0 && kind_of_head(&isnad_heads_rows[head->row]) == SPEAKER_MEDIUM);
  for (size_t i = at; medium && i < limit && i < at + NEAR && !quote_is_comma(q, i); i++)
    if (name_at(q, i) != NULL && name_at(q, i)->type == ISNAD_NAME_PERSON) return false;
  return medium;
}

/* "The member | of the council", "the spokesman | in the name of": a preposition that goes on an office has a body, a place or a definite noun
 * behind. */
static bool goes_into(const quote_scan *q, size_t at) {
  const isnad_phrase *preposition = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  size_t behind = at + preposition->count;
  if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WITHIN) == NULL) return false;
  if (!quote_is_kind(q, behind, ISNAD_TOKEN_WORD)) return quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE);
  if (quote_word_at(q, behind, ISNAD_QUOTE_WORDS_ROLE_VENUE) != NULL) return false;
  return quote_is_definite(q, behind) || name_at(q, behind) != NULL || note_has_hit(q->unit, behind, ISNAD_TABLE_PLACES) ||
         note_has_hit(q->unit, behind, ISNAD_TABLE_HEADS) || note_has_hit(q->unit, behind, ISNAD_TABLE_ORG_HEADS) || speaker_is_title(q, behind);
}

/* "The striker | his talk about ...": a noun of saying behind a definite word is no part of the phrase. */
static bool is_said_noun(const quote_scan *q, size_t at) {
  const isnad_phrase *venue = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE), *object = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  return !quote_is_definite(q, at) && ((venue != NULL && venue->cut == 0) || (object != NULL && object->cut == 0)) && name_at(q, at) == NULL;
}

/* How far the phrase goes when nothing but it stands before the limit. */
static size_t bounded_end(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  size_t end = at + (head != NULL && head->cut == 0 ? head->count : 1);
  bool body =
      head != NULL && isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NONE && kind_of_head(&isnad_heads_rows[head->row]) != SPEAKER_MEDIUM;
  bool office = body || speaker_is_title(q, at);
  bool document = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
  for (; end < limit && end < at + LONGEST_PHRASE && !ends_phrase(q, end); end++) {
    bool inside = office && end < at + UNKNOWN_WORDS;
    if (is_preposition(q, end) && (!inside || !goes_into(q, end))) break;
    if (quote_is_definite(q, end - 1) && is_said_noun(q, end)) break;
    if (quote_begins_with(q, end, LETTER_LAM) && !document && (!office || is_spoken_to(q, end, limit))) break;
  }
  while (end > at + 1 && is_preposition(q, end - 1)) end--;
  return end;
}

/* The sound masculine plural, in either case. */
static bool is_sound_plural(isnad_slice form) { return word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON); }

/* By its ending an adjective: of relation, feminine, or a sound plural. */
static bool is_adjective(const quote_scan *q, size_t at) {
  isnad_slice form = form_at(q, at);
  if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) != NULL || form.length < 3 * WORD_LETTER) return false;
  if (word_ends(form, LETTER_YEH) || word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_YEH, LETTER_ALEF)) return true;
  if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_DESCRIBES) != NULL) return true;
  return form.length >= 4 * WORD_LETTER && (is_sound_plural(form) || word_ends_in(form, LETTER_ALEF, LETTER_TEH));
}

/* How far it goes when the complement follows without a sign: words of a construct up to a definite one, then definite words only. */
static size_t open_end(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  size_t end = at + (head != NULL && head->cut == 0 ? head->count : 1);
  bool definite = quote_is_definite(q, at) || (head != NULL && quote_is_definite(q, end - 1)), office = head != NULL;
  bool several = word_ends_in(form_at(q, at), LETTER_WAW, LETTER_NOON); /* no noun in -at describes them */
  for (; end < limit && end < at + LONGEST_PHRASE && !ends_phrase(q, end) && !is_preposition(q, end); end++) {
    const isnad_phrase *place = note_hit_at(q->unit, end, ISNAD_TABLE_PLACES);
    bool name = (place != NULL && place->cut == 0) || (name_at(q, end) != NULL && stands_free(q, end, name_at(q, end)->span));
    bool adjective = is_adjective(q, end) && !(several && word_ends_in(form_at(q, end), LETTER_ALEF, LETTER_TEH));
    if (quote_is_definite(q, end) ? (definite && !adjective) : (definite || !(office || name || adjective))) break;
    if (place != NULL && name) end += place->count - 1;
    if (name && name_at(q, end) != NULL) end = token_behind(q, end, name_at(q, end)->span) - 1;
    definite = definite || name || quote_is_definite(q, end);
  }
  return end;
}

/* "An official | preferred not to be named": behind a name "not to" makes it the verb of the same letters. */
static bool is_act_behind(const quote_scan *q, size_t at) {
  const isnad_phrase *not_to = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
  return not_to != NULL && not_to->cut == 0 && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT) != NULL;
}

/* The person whose office the phrase begins with: the first one in it who stands free. */
static const isnad_name_note *person_in(const quote_scan *q, size_t at, size_t end, bool governed, size_t *where) {
  for (size_t i = at; i < end; i++) {
    const isnad_phrase *title = i > at ? note_hit_at(q->unit, i, ISNAD_TABLE_TITLES) : NULL;
    if (title != NULL && title->cut > 0 && word_begins(form_at(q, i), LETTER_LAM, LETTER_LAM)) return NULL; /* "the opponent of the colonel, X" */
    const isnad_name_note *name = name_at(q, i);
    if (name == NULL || name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    if (!stands_free(q, i, name->span) && !(governed && i == at)) continue;
    if (i > at && is_act_behind(q, token_behind(q, i, name->span))) continue;
    *where = i;
    return name;
  }
  return NULL;
}

/* "The ministry", "the statement": the one of that kind who spoke before; a statement is its issuer's. */
static void resolve_definite(const quote_scan *q, size_t at, quote_speaker *out) {
  if (!quote_is_definite(q, at)) return;
  bool statement = out->kind == SPEAKER_DOCUMENT && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE) != NULL;
  for (size_t i = 0; i < q->earlier_count && i < SPEAKERS_KEPT; i++) {
    const quote_speaker *before = &q->earlier[(q->earlier_count - 1 - i) % SPEAKERS_KEPT];
    bool issuer = statement && before->kind != SPEAKER_MEDIUM && before->kind != SPEAKER_DOCUMENT;
    if (!issuer && !isnad_slice_equal(before->head, out->head)) continue;
    out->entity = before->entity;
    out->canonical = before->canonical;
    out->name = before->name;
    return;
  }
}

/* By its first word: a source's head noun, an office, a body. */
static speaker_kind kind_of_phrase(const quote_scan *q, size_t at, bool definite) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  if (head != NULL) return kind_of_head(&isnad_heads_rows[head->row]);
  if (speaker_is_title(q, at)) return SPEAKER_PERSON;
  bool bare = body != NULL && body->cut == (definite && quote_begins_with(q, at, LETTER_ALEF) ? 2 * WORD_LETTER : 0);
  if (body != NULL && (bare || body->cut == 0) && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return SPEAKER_BODY;
  return definite && word_ends_in(form_at(q, at), LETTER_WAW, LETTER_NOON) ? SPEAKER_ANONYMOUS : SPEAKER_UNKNOWN;
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
  if (end == at + 1 || out->kind == SPEAKER_DOCUMENT) resolve_definite(q, at, out);
  if (out->kind == SPEAKER_MEDIUM && out->entity.length == 0) take_medium(q, at, end, out);
}

/* "With a tone": what is left behind the first letter is the more frequent word. */
static bool is_rarer_than_rest(isnad_slice form) {
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  return rest.length >= 3 * WORD_LETTER && isnad_arabic_frequency(isnad_token_hash(rest)) > isnad_arabic_frequency(isnad_token_hash(form));
}

static bool addressed(const quote_scan *q, size_t at) {
  const isnad_name_note *name = name_at(q, at);
  if (word_begins(form_at(q, at), LETTER_LAM, LETTER_LAM)) return true;
  if (name != NULL && stands_free(q, at, name->span)) return false;
  const isnad_phrase *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  if (outlet != NULL && outlet->cut > 0 && word_letter_at(form_at(q, at), 0, LETTER_LAM)) return true;
  bool clitic = quote_begins_with(q, at, LETTER_LAM) || quote_begins_with(q, at, LETTER_BEH);
  if (clitic && name == NULL && is_rarer_than_rest(form_at(q, at))) return true;
  return clitic && (name != NULL || isnad_arabic_proclitics(form_at(q, at)) > 0);
}

/* "The minister, sheikh X": a title before the name in apposition. */
static bool is_honorific(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && title->cut == 0 && title->count == 1 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC;
}

/* "The head of the sector, X,": the person named between commas behind an office. */
static void take_apposition(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit, quote_speaker *out) {
  enum { FAR = 8 };
  size_t at = *end;
  if (person != NULL) return;
  while (at < limit && at < *end + FAR && !quote_is_comma(q, at) && !ends_phrase(q, at)) at++;
  if (at >= limit || !quote_is_comma(q, at)) return;
  for (at++; at < limit && (quote_is_hash(q, at) || is_honorific(q, at));) at++;
  const isnad_name_note *name = at < limit ? name_at(q, at) : NULL;
  if (name == NULL || name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || !stands_free(q, at, name->span)) return;
  size_t behind = token_behind(q, at, name->span);
  if (behind < limit && !quote_is_comma(q, behind) && !ends_phrase(q, behind)) return;
  take_name(q, name, out);
  *end = behind;
}

/* "Donald #Trump": the hashtag breaks a name in two, and the table knows the second. */
static const isnad_name_note *tagged_surname(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit) {
  size_t at = *end;
  while (at < limit && quote_is_hash(q, at)) at++;
  const isnad_name_note *name = at > *end && at < limit ? name_at(q, at) : NULL;
  if (name == NULL || name->type != ISNAD_NAME_PERSON || !isnad_slice_starts(name->entity, isnad_slice_of("per."))) return person;
  *end = token_behind(q, at, name->span);
  return name;
}

/* "These scientists": a pronoun of the closed class before a definite noun. */
static bool is_demonstrative(const quote_scan *q, size_t at) {
  const isnad_phrase *stop = note_hit_at(q->unit, at, ISNAD_TABLE_STOPS);
  bool opens = stop != NULL && stop->cut == 0 && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) == NULL;
  return opens && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, at + 1) && !ends_phrase(q, at);
}

/* "The club Barcelona, the champion of the league": a body named at once is the speaker, whoever seems to be named behind it. */
static bool bears_name(const quote_scan *q, size_t at, size_t person) {
  const isnad_name_note *first = name_at(q, at);
  bool bears = first != NULL && (first->type == ISNAD_NAME_ORGANIZATION || first->type == ISNAD_NAME_PLACE);
  bool body = bears && first->form == ISNAD_FORM_NAME && stands_free(q, at, first->span);
  return body && person > at && !speaker_is_title(q, at) && quote_token(q, person)->span.begin >= first->span.end;
}

static isnad_titles_kind title_kind(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL ? isnad_titles_rows[title->row].kind : ISNAD_TITLES_KIND_COUNT;
}

/* "The lawyer of X", "the father of the president, X", "the papers of X": not X; nor are "the demonstrators" the one named behind them. */
static bool belongs_to(const quote_scan *q, size_t at, size_t person) {
  const isnad_phrase *kin = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN);
  if (kin != NULL && kin->cut == 0 && name_at(q, at) == NULL) {
    size_t behind = kin->first + kin->count;
    bool office = kin->count == 1 && title_kind(q, at) == ISNAD_TITLES_KIND_OFFICE; /* "the adviser of the president, X" is X */
    if (behind == person || (!office && behind < person && speaker_is_title(q, behind))) return true;
  }
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  if (head != NULL && head->cut == 0)
    return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FOOTAGE;
  return is_sound_plural(form_at(q, at)) && !speaker_is_title(q, at);
}

/* "The authority | Saudi": adjectives of a named body, before what it says. */
static size_t behind_adjectives(const quote_scan *q, size_t at, size_t limit) {
  enum { MOST = 2 };
  for (size_t n = 0; n < MOST && at < limit && quote_is_kind(q, at, ISNAD_TOKEN_WORD) && quote_is_definite(q, at) && is_adjective(q, at); n++) at++;
  return at;
}

/* "Ali" is written like "on". */
static bool names_person(const quote_scan *q, size_t at) {
  const isnad_name_note *name = name_at(q, at);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && stands_free(q, at, name->span);
}

/* A body that no table knows goes on with what it is for. */
static void take_purpose(const quote_scan *q, quote_speaker *out, size_t *end, size_t limit) {
  if (out->kind != SPEAKER_BODY || out->entity.length == 0 || out->entity.bytes[0] != MADE_HERE || *end >= limit) return;
  size_t purpose = cited_purpose_end(q->s, q->unit, *end);
  if (purpose == *end || purpose > limit) return;
  *end = purpose;
  out->span.end = quote_token(q, purpose - 1)->span.end;
  out->canonical = note_name_text(q->s, out->span);
}

/* The person whose office, as the names tell, begins here. */
static const isnad_name_note *holder_of(const quote_scan *q, size_t at, size_t limit, size_t *where) {
  for (size_t i = at + 1; i < limit && i < at + LONGEST_PHRASE && speaker_is_title(q, at); i++) {
    const isnad_name_note *name = name_at(q, i);
    bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && stands_free(q, i, name->span);
    if (!person || name->role.begin != quote_token(q, at)->span.begin || name->role.end > name->span.begin) continue;
    *where = i;
    return name;
  }
  return NULL;
}

/* "The director | Edgar Wright": words that no table knows as a name stand behind a title, which means nobody who was named before then. */
static bool is_named_on(const quote_scan *q, const isnad_name_note *name, size_t at, size_t limit) {
  size_t behind = token_behind(q, at, name->span);
  if (name->form != ISNAD_FORM_NOMINAL || name->type != ISNAD_NAME_PERSON || behind >= limit || !quote_is_kind(q, behind, ISNAD_TOKEN_WORD))
    return false;
  if (ends_phrase(q, behind) || quote_is_definite(q, behind) || is_preposition(q, behind) || note_has_hit(q->unit, behind, ISNAD_TABLE_QUOTE_WORDS))
    return false;
  return isnad_arabic_proclitics(form_at(q, behind)) == 0 && isnad_arabic_frequency(quote_token(q, behind)->hash) < RARE_WORD;
}

bool speaker_read(const quote_scan *q, size_t at, size_t limit, unsigned how, quote_speaker *out, size_t *end) {
  while (at < limit && (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) || quote_is_hash(q, at))) at++;
  bool governed = (how & SPEAKER_GOVERNED) != 0, bounded = (how & SPEAKER_BOUNDED) != 0;
  if (bounded && at + 1 < limit && is_demonstrative(q, at)) at++;
  if (at >= limit || at >= q->unit->last || (!names_person(q, at) && begins_no_phrase(q, at))) return false;
  if (!governed && addressed(q, at)) return false;
  *out = (quote_speaker){.name = -1, .head = head_of(q, at), .definite = quote_is_definite(q, at)};
  size_t where = at, phrase = bounded ? bounded_end(q, at, limit) : open_end(q, at, limit) + 1;
  if (phrase > limit) phrase = limit;
  const isnad_name_note *first = name_at(q, at), *person = person_in(q, at, phrase, governed, &where);
  const isnad_source_note *source = source_at(q, at);
  if (person == NULL && (person = holder_of(q, at, limit, &where)) != NULL) phrase = where + 1;
  if (person != NULL && bears_name(q, at, where)) person = NULL;
  if (person != NULL && where > at && belongs_to(q, at, where)) {
    *end =
        is_sound_plural(form_at(q, at)) && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN) == NULL ? at + 1 : token_behind(q, where, person->span);
    person = NULL;
    take_words(q, at, *end, out);
    if (out->kind == SPEAKER_UNKNOWN) out->kind = SPEAKER_PERSON;
  } else if (person != NULL) {
    *end = token_behind(q, where, person->span);
    person = tagged_surname(q, person, end, limit);
    take_name(q, person, out);
  } else if (source != NULL && (governed || stands_free(q, at, source->named.span))) {
    out->entity = source->named.id;
    out->canonical = source->named.name;
    out->span = source->named.span;
    out->kind = kind_of_source(source->kind);
    *end = token_behind(q, at, source->named.span);
    if (*end == at + 1) resolve_definite(q, at, out);
  } else if (first != NULL && first->canonical.length > 0 && (governed || stands_free(q, at, first->span)) && !is_named_on(q, first, at, limit)) {
    take_name(q, first, out);
    *end = token_behind(q, at, first->span);
    take_purpose(q, out, end, limit);
  } else {
    *end = bounded ? phrase : open_end(q, at, limit);
    size_t office = first != NULL && stands_free(q, at, first->span) ? token_behind(q, at, first->span) : at;
    if (office > *end && office <= limit) *end = office; /* the words of an office that nobody is named for */
    take_words(q, at, *end, out);
  }
  if (!bounded && out->kind == SPEAKER_BODY && out->name >= 0) *end = behind_adjectives(q, *end, limit);
  bool reporter = out->kind == SPEAKER_MEDIUM && out->entity.length == 0;
  if (out->kind == SPEAKER_BODY || out->kind == SPEAKER_PERSON || reporter) take_apposition(q, person, end, limit, out);
  return true;
}
