/* Which person a noun phrase means: the one named in it, the holder of the office, one in apposition; and who only seems to be. */
#include "note/speakers/speaker.h"

#include <string.h>

enum { RARE_WORD = 1500 };

/* "An official | preferred not to be named": behind a name "not to" makes it the verb of the same letters. */
static bool is_act_behind(const quote_scan *q, size_t at) {
  const isnad_phrase *not_to = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
  return not_to != NULL && not_to->cut == 0 && speaker_form(q, at).length > 2 * WORD_LETTER && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
}

bool speaker_is_withheld(const quote_scan *q, size_t behind) {
  return behind > q->unit->first && is_act_behind(q, behind) && quote_has_word(q, behind - 1, ISNAD_QUOTE_WORDS_ROLE_WITHHOLDS);
}

/* "A spokesman in the name of | "X"": whose name he speaks in is another. */
static bool is_spoken_for(const quote_scan *q, size_t first, size_t at) {
  size_t before = at;
  while (before > first + 1 && quote_is_kind(q, before - 1, ISNAD_TOKEN_QUOTE)) before--;
  const isnad_phrase *within = before > first + 1 ? quote_word_at(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_WITHIN) : NULL;
  return within != NULL && within->cut == 0 && word_letter_at(speaker_form(q, before - 1), 0, LETTER_BEH);
}

/* "The college "John X", "the company "Y"": a name in marks behind a body is the body's. */
static bool is_called_so(const quote_scan *q, size_t at, size_t person) {
  if (!quote_is_kind(q, person - 1, ISNAD_TOKEN_QUOTE) || person < at + 2 || speaker_is_title(q, person - 2)) return false;
  return note_has_hit(q->unit, person - 2, ISNAD_TABLE_ORG_HEADS) || note_has_hit(q->unit, person - 2, ISNAD_TABLE_HEADS) ||
         (person >= at + 3 && note_has_hit(q->unit, person - 3, ISNAD_TABLE_ORG_HEADS) && !speaker_is_title(q, person - 3));
}

/* "The chief of | the advisers of | X": a noun of kinship or service right before the name. */
static bool is_of_theirs(const quote_scan *q, size_t at, size_t person) {
  size_t before = person - 1;
  while (before > at && quote_is_definite(q, before) && speaker_is_title(q, before)) before--;
  const isnad_phrase *kin = before > at ? quote_word_at(q, before, ISNAD_QUOTE_WORDS_ROLE_KIN) : NULL;
  return kin != NULL && kin->cut == 0 && kin->count == 1 && !quote_is_definite(q, before) && speaker_form(q, before).length >= 4 * WORD_LETTER;
}

/* The person whose office the phrase begins with: the first one in it who stands free. */
const isnad_name_note *speaker_person_in(const quote_scan *q, size_t at, size_t end, bool governed, size_t *where) {
  for (size_t i = at; i < end; i++) {
    const isnad_phrase *title = i > at ? note_hit_at(q->unit, i, ISNAD_TABLE_TITLES) : NULL;
    if (title != NULL && title->cut > 0 && word_begins(speaker_form(q, i), LETTER_LAM, LETTER_LAM))
      return NULL; /* "the opponent of the colonel, X" */
    const isnad_name_note *name = speaker_name(q, i);
    if (name == NULL || name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    if (!speaker_stands_free(q, i, name->span) && !(governed && i == at)) continue;
    if (i > at && (is_called_so(q, at, i) || is_of_theirs(q, at, i))) continue;
    if (i > at && is_act_behind(q, speaker_token_behind(q, i, name->span))) continue;
    if (is_spoken_for(q, at, i)) return NULL;
    *where = i;
    return name;
  }
  return NULL;
}

/* "The minister, sheikh X": a title before the name in apposition. */
static bool is_honorific(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && title->cut == 0 && title->count == 1 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC;
}

/* "The brigade | that belongs to the army": an adjective among the words behind which a statement about somebody may stand. */
static bool is_belonging(const quote_scan *q, size_t at) {
  return quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) && quote_is_definite(q, at) && speaker_form(q, at).length >= 6 * WORD_LETTER;
}

/* "A spokesman in the name of the leader, | X": the one in whose name he speaks. */
static bool speaks_for_person(const quote_scan *q, size_t first, size_t end) {
  for (size_t at = first + 1; at + 1 < end; at++) {
    const isnad_phrase *within = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
    if (within != NULL && within->cut == 0 && word_letter_at(speaker_form(q, at), 0, LETTER_BEH) && speaker_is_title(q, at + within->count))
      return true;
  }
  return false;
}

/* "The heir, prince X": any title of one word with a person's name right behind it. */
static bool is_prince(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && title->cut == 0 && title->count == 1 && at + 1 < q->unit->last && speaker_person_at(q, at + 1) != NULL;
}

/* "A colleague, | who is | X,", "the investor, | called | X,": behind the pronoun or the verb of naming, when a person is named right there. */
static size_t behind_naming(const quote_scan *q, size_t at, size_t limit) {
  if (at + 1 >= limit || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return at;
  bool named = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_NAMES);
  isnad_slice form = speaker_form(q, at);
  bool he = form.length >= 2 * WORD_LETTER && form.length <= 3 * WORD_LETTER && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) &&
            (word_ends_in(form, LETTER_HEH, LETTER_WAW) || word_ends_in(form, LETTER_HEH, LETTER_YEH));
  return (named || he) && speaker_person_at(q, at + 1) != NULL ? at + 1 : at;
}

/* "The commander, | Malongo, |": a name that nobody knows, in commas behind an office. */
static bool take_unheard(const quote_scan *q, size_t at, size_t *end, size_t limit, quote_speaker *out) {
  enum { LONGEST = 3 };
  size_t behind = at;
  if (out->kind != SPEAKER_PERSON || (out->name >= 0 && q->s->names[out->name].form == ISNAD_FORM_NAME)) return false;
  while (behind < limit && behind < at + LONGEST && speaker_is_unheard(q, behind)) behind++;
  if (behind == at || behind >= limit || !quote_is_comma(q, behind)) return false;
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  out->entity = (isnad_slice){NULL, 0};
  out->name = -1;
  *end = behind;
  return true;
}

/* "The head of the sector, X,": the person named between commas behind an office. */
void speaker_take_apposition(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit, quote_speaker *out) {
  enum { FAR = 8 };
  size_t at = *end;
  if (person != NULL) return;
  size_t bracket = quote_behind_brackets(q, at, limit); /* "the head of the alliance (NATO) | X" */
  if (bracket > at && bracket < limit) at = bracket - 1;
  while (at < limit && at < *end + FAR && bracket == *end && !quote_is_comma(q, at) && (is_belonging(q, at) || !speaker_ends_phrase(q, at))) at++;
  if (at >= limit || (bracket == *end && !quote_is_comma(q, at))) return;
  at = behind_naming(q, at + 1, limit);
  while (at < limit && (quote_is_hash(q, at) || is_honorific(q, at) || is_prince(q, at))) at++;
  const isnad_name_note *name = at < limit ? speaker_name(q, at) : NULL;
  if (name == NULL && take_unheard(q, at, end, limit, out)) return;
  if (name == NULL || name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || !speaker_stands_free(q, at, name->span)) return;
  size_t head = isnad_tokens_seek(&q->s->page->tokens, out->span.begin);
  bool spokesman = name->role.begin == out->span.begin || !isnad_slice_starts(name->entity, isnad_slice_of("per."));
  if (speaks_for_person(q, head, *end) && !spokesman) return;
  bool mother = head < q->unit->last && quote_has_word(q, head, ISNAD_QUOTE_WORDS_ROLE_KIN) && word_ends(speaker_form(q, head), LETTER_HEH);
  if (mother && q->gender[name - q->s->names] == GENDER_MASCULINE) return; /* "the mother of the detainee, Ahmad" */
  size_t behind = speaker_token_behind(q, at, name->span);
  if (behind < limit && !quote_is_comma(q, behind) && !speaker_ends_phrase(q, behind) && !speaker_is_preposition(q, behind)) return;
  speaker_take_name(q, name, out);
  *end = behind;
}

/* "Donald #Trump": the hashtag breaks a name in two, and the table knows the second. */
const isnad_name_note *speaker_tagged_surname(const quote_scan *q, const isnad_name_note *person, size_t *end, size_t limit) {
  size_t at = *end;
  while (at < limit && quote_is_hash(q, at)) at++;
  const isnad_name_note *name = at > *end && at < limit ? speaker_name(q, at) : NULL;
  if (name == NULL || name->type != ISNAD_NAME_PERSON || !isnad_slice_starts(name->entity, isnad_slice_of("per."))) return person;
  *end = speaker_token_behind(q, at, name->span);
  return name;
}

/* "The club Barcelona, the champion of the league": a body named at once is the speaker, whoever seems to be named behind it. */
bool speaker_bears_name(const quote_scan *q, size_t at, size_t person) {
  const isnad_name_note *first = speaker_name(q, at);
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  bool common = head != NULL && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION && !speaker_is_title(q, at);
  if (common && person > at && (quote_is_definite(q, at) || word_begins(speaker_form(q, at), LETTER_LAM, LETTER_LAM)))
    return true; /* "the court | X" */
  bool bears = first != NULL && (first->type == ISNAD_NAME_ORGANIZATION || first->type == ISNAD_NAME_PLACE);
  bool body = bears && first->form == ISNAD_FORM_NAME && speaker_stands_free(q, at, first->span);
  return body && person > at && !speaker_is_title(q, at) && quote_token(q, person)->span.begin >= first->span.end;
}

static isnad_titles_kind title_kind(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL ? isnad_titles_rows[title->row].kind : ISNAD_TITLES_KIND_COUNT;
}

/* "Many | of the fans of X", "a number of": one of those who are told of by "of" is not meant by name. */
bool speaker_is_of_several(const quote_scan *q, size_t at, size_t person) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S) return false; /* "the member from Cairo, X" */
  for (size_t i = at + 1; i < person; i++) {
    const isnad_phrase *of = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_OF);
    if (of != NULL && of->cut == 0) return true;
  }
  return false;
}

/* "The office of the president | X", "a spokesman in the name of the family of the president | X": whose the body is, no one who speaks. */
static bool is_office_of(const quote_scan *q, size_t at, size_t person) {
  size_t of = at + 1;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (quote_is_definite(q, at)) return false;
  if (title != NULL) { /* a spokesman of whom no more is told */
    bool speaks = title->cut == 0 && isnad_titles_rows[title->row].office != NULL && strcmp(isnad_titles_rows[title->row].office, "spokesman") == 0;
    of = title->first + title->count;
    if (!speaks || of + 1 >= person) return false;
    if (title->count == 1) of++; /* "in the name of" */
    if (!quote_has_word(q, of, ISNAD_QUOTE_WORDS_ROLE_KIN) && !note_has_hit(q->unit, of, ISNAD_TABLE_ORG_HEADS)) return false;
    of++;
  } else {
    const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
    if (head == NULL || head->cut > 0 || head->count > 1 || isnad_org_heads_rows[head->row].type != ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return false;
  }
  return of < person && speaker_is_title(q, of);
}

/* "The lawyer of X", "the father of the president, X", "the papers of X": not X; nor are "the demonstrators" the one named behind them. */
bool speaker_belongs_to(const quote_scan *q, size_t at, size_t person) {
  if (speaker_is_of_several(q, at, person) || is_office_of(q, at, person)) return true;
  const isnad_phrase *kin = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_KIN);
  if (kin != NULL && kin->cut == 0 && speaker_name(q, at) == NULL) {
    size_t behind = kin->first + kin->count;
    bool office = kin->count == 1 && title_kind(q, at) == ISNAD_TITLES_KIND_OFFICE; /* "the adviser of the president, X" is X */
    const isnad_phrase *nation = note_hit_at(q->unit, behind, ISNAD_TABLE_PLACES);
    bool national = nation != NULL && nation->cell == ISNAD_PLACES_CELL_ADJECTIVES && quote_is_definite(q, behind) &&
                    !note_has_hit(q->unit, at, ISNAD_TABLE_TITLES); /* "the family of the Lebanese X" */
    if (behind == person || (!office && behind < person && (national || speaker_is_title(q, behind)))) return true;
  }
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  if (head != NULL && head->cut == 0)
    return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FOOTAGE;
  return speaker_is_sound_plural(speaker_form(q, at)) && !speaker_is_title(q, at);
}

/* "The prime minister then, | X": the office alone would mean its holder of today. */
const isnad_name_note *speaker_holder_then(const quote_scan *q, size_t at, size_t limit, size_t *where) {
  enum { FAR = 8 };
  for (size_t i = at + 1; speaker_is_title(q, at) && i < limit && i < at + FAR && quote_is_kind(q, i, ISNAD_TOKEN_WORD); i++) {
    const isnad_phrase *then = quote_word_at(q, i, ISNAD_QUOTE_WORDS_ROLE_THEN);
    if (then == NULL || then->cut > 0) continue;
    size_t behind = then->first + then->count;
    while (behind < limit && (quote_is_comma(q, behind) || is_honorific(q, behind))) behind++;
    const isnad_name_note *name = behind < limit ? speaker_name(q, behind) : NULL;
    bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && speaker_stands_free(q, behind, name->span);
    *where = behind;
    return person ? name : NULL;
  }
  return NULL;
}

/* The person whose office, as the names tell, begins here. */
const isnad_name_note *speaker_holder_of(const quote_scan *q, size_t at, size_t limit, size_t *where) {
  for (size_t i = at + 1; i < limit && i < at + SPEAKER_LONGEST && speaker_is_title(q, at); i++) {
    const isnad_name_note *name = speaker_name(q, i);
    bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && speaker_stands_free(q, i, name->span);
    if (person && is_act_behind(q, speaker_token_behind(q, i, name->span))) return NULL;
    if (!person || name->role.begin != quote_token(q, at)->span.begin || name->role.end > name->span.begin) continue;
    *where = i;
    return name;
  }
  return NULL;
}

/* "The director | Edgar Wright": words that no table knows as a name stand behind a title, which means nobody who was named before then. */
bool speaker_is_named_on(const quote_scan *q, const isnad_name_note *name, size_t at, size_t limit) {
  size_t behind = speaker_token_behind(q, at, name->span);
  if (name->form != ISNAD_FORM_NOMINAL || name->type != ISNAD_NAME_PERSON || behind >= limit || !quote_is_kind(q, behind, ISNAD_TOKEN_WORD))
    return false;
  if (speaker_ends_phrase(q, behind) || quote_is_definite(q, behind) || speaker_is_preposition(q, behind) ||
      note_has_hit(q->unit, behind, ISNAD_TABLE_QUOTE_WORDS))
    return false;
  return isnad_arabic_proclitics(speaker_form(q, behind)) == 0 && isnad_arabic_frequency(quote_token(q, behind)->hash) < RARE_WORD;
}
