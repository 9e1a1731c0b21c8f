/* Whether a noun phrase behind a verb may be its subject: gender, and the case of a sound plural, tell a few objects from subjects. */
#include "note/speakers/speaker.h"

#include <string.h>

static isnad_slice form_at(const quote_scan *q, size_t at) { return isnad_token_form(&q->s->page->tokens, at); }

static const isnad_name_note *name_at(const quote_scan *q, size_t at) {
  int32_t index = q->name_at[at - q->unit->first];
  return index > 0 ? &q->s->names[index - 1] : NULL;
}

static bool is_singular_title(const isnad_phrase *title) {
  return title != NULL && title->cut == 0 && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
}

/* "Head of" is said of women too: without the article the masculine tells nothing. */
static speaker_gender gender_of_title(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  if (!is_singular_title(title)) return GENDER_UNKNOWN;
  if (isnad_titles_rows[title->row].gender == ISNAD_TITLES_GENDER_F) return GENDER_FEMININE;
  return quote_is_definite(q, at) ? GENDER_MASCULINE : GENDER_UNKNOWN;
}

static speaker_gender gender_of_given(const quote_scan *q, size_t at) {
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given == NULL || given->cut > 0) return GENDER_UNKNOWN;
  isnad_given_names_gender gender = isnad_given_names_rows[given->row].gender;
  return gender == ISNAD_GIVEN_NAMES_GENDER_F ? GENDER_FEMININE : gender == ISNAD_GIVEN_NAMES_GENDER_M ? GENDER_MASCULINE : GENDER_UNKNOWN;
}

/* Of the title that the phrase begins with, or of the person who is named. */
static speaker_gender gender_at(const quote_scan *q, size_t at) {
  if (is_singular_title(note_hit_at(q->unit, at, ISNAD_TABLE_TITLES))) return gender_of_title(q, at);
  const isnad_name_note *name = name_at(q, at);
  return name != NULL && name->type == ISNAD_NAME_PERSON ? (speaker_gender)q->gender[name - q->s->names] : GENDER_UNKNOWN;
}

/* "The Frenchwoman | X": the nation right before a name, when it goes on no noun itself. */
static speaker_gender gender_of_nation(const quote_scan *q, size_t at) {
  if (at < q->unit->first + 2 || quote_is_definite(q, at - 2)) return GENDER_UNKNOWN;
  const isnad_phrase *nation = note_hit_at(q->unit, at - 1, ISNAD_TABLE_PLACES);
  if (nation == NULL || nation->cell != ISNAD_PLACES_CELL_ADJECTIVES || nation->count > 1) return GENDER_UNKNOWN;
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at - 1)->span);
  if (!quote_is_definite(q, at - 1) && nation->cut < 2 * WORD_LETTER) return GENDER_UNKNOWN; /* "of the Frenchwoman" has swallowed its article */
  return word_ends(word, LETTER_TEH_MARBUTA) ? GENDER_FEMININE : word_ends(word, LETTER_YEH) ? GENDER_MASCULINE : GENDER_UNKNOWN;
}

speaker_gender speaker_gender_of(const quote_scan *q, size_t name) {
  enum { FAR = 64 };
  const isnad_name_note *note = &q->s->names[name];
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (note->type != ISNAD_NAME_PERSON) return GENDER_UNKNOWN;
  if (note->rule.name == NULL && note->rule.table == ISNAD_TABLE_PEOPLE)
    return isnad_people_rows[note->rule.row].gender == ISNAD_PEOPLE_GENDER_F ? GENDER_FEMININE : GENDER_MASCULINE;
  speaker_gender gender = GENDER_UNKNOWN;
  bool titled = note->role.begin < note->role.end && note->role.begin < note->span.begin;
  size_t title = titled ? isnad_tokens_seek(tokens, note->role.begin) : q->unit->last;
  if (title >= q->unit->first && title < q->unit->last) gender = gender_of_title(q, title);
  size_t at = isnad_tokens_seek(tokens, note->span.begin);
  bool surname = note->form == ISNAD_FORM_NAME && isnad_tokens_seek(tokens, note->span.end) <= at + 1; /* alone it tells nothing: "Spencer said" */
  if (gender == GENDER_UNKNOWN && at >= q->unit->first && !surname)
    gender = note->form == ISNAD_FORM_NAME ? gender_of_given(q, at) : gender_of_title(q, at);
  if (gender == GENDER_UNKNOWN && at >= q->unit->first && note->form == ISNAD_FORM_NAME) gender = gender_of_nation(q, at);
  for (size_t back = 1; gender == GENDER_UNKNOWN && back <= FAR && back <= name; back++)
    if (isnad_slice_equal(q->s->names[name - back].entity, note->entity)) gender = (speaker_gender)q->gender[name - back];
  return gender;
}

/* The sound plural in the case of an object: its other form must be known, for "laws" ends so in every case. */
static bool is_oblique(const quote_scan *q, size_t at) {
  enum { LONGEST = 48 };
  isnad_slice form = form_at(q, at);
  char other[LONGEST];
  const isnad_name_note *name = name_at(q, at);
  if (word_letter_at(isnad_slice_at(q->s->page->text, quote_token(q, at)->span), 0, LETTER_ALEF_HAMZA_ABOVE)) return false; /* "Aldrin": no article */
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return false;                                                /* "the Kremlin" */
  bool group = name != NULL && name->type == ISNAD_NAME_ORGANIZATION && quote_is_definite(q, at); /* "and he called on | the Houthis" */
  if (!word_ends_in(form, LETTER_YEH, LETTER_NOON) || form.length > LONGEST || (name != NULL && !group)) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool several = title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P;
  if ((speaker_is_title(q, at) && !several) || note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES)) return false; /* "Amin" is no plural */
  memcpy(other, form.bytes, form.length);
  other[form.length - 2 * WORD_LETTER] = (char)(0xC0 | LETTER_WAW >> 6);
  other[form.length - 2 * WORD_LETTER + 1] = (char)(0x80 | (LETTER_WAW & 0x3F));
  bool plural = quote_is_definite(q, at) && form.length >= 8 * WORD_LETTER; /* too long for "the right" or "the trustee" */
  return plural || isnad_arabic_frequency(isnad_token_hash((isnad_slice){other, form.length})) > 0;
}

/* Folding makes teh marbuta a heh, which may be a pronoun too: as the page writes it. */
static bool has_teh_marbuta(const quote_scan *q, size_t at) {
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  return word_ends(word, LETTER_TEH_MARBUTA);
}

/* "Promised | the farmers of the south": a sound plural that governs, in the case of an object: one of its full forms must be known. */
static bool is_governing_oblique(const quote_scan *q, size_t at) {
  enum { LONGEST = 48 };
  isnad_slice form = form_at(q, at);
  char full[LONGEST];
  if (!word_ends(form, LETTER_YEH) || form.length < 5 * WORD_LETTER || form.length + WORD_LETTER > LONGEST || name_at(q, at) != NULL) return false;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool one = title != NULL && isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_P;
  if (quote_is_definite(q, at) || one || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) || note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) ||
      note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) || at + 1 >= q->unit->last)
    return false;
  if (!quote_is_definite(q, at + 1) || note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || note_has_hit(q->unit, at, ISNAD_TABLE_FAMILY_NAMES))
    return false;
  memcpy(full, form.bytes, form.length);
  full[form.length] = (char)(0xC0 | LETTER_NOON >> 6);
  full[form.length + 1] = (char)(0x80 | (LETTER_NOON & 0x3F));
  if (isnad_arabic_frequency(isnad_token_hash((isnad_slice){full, form.length + WORD_LETTER})) > 0) return true;
  full[form.length - WORD_LETTER] = (char)(0xC0 | LETTER_WAW >> 6);
  full[form.length - WORD_LETTER + 1] = (char)(0x80 | (LETTER_WAW & 0x3F));
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){full, form.length + WORD_LETTER})) > 0;
}

/* "He threatened | a policewoman": an indefinite noun in teh marbuta is no subject of the masculine. */
static bool is_somebody_feminine(const quote_scan *q, const quote_verb *verb, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool woman = is_singular_title(title) && isnad_titles_rows[title->row].gender == ISNAD_TITLES_GENDER_F;
  return verb->form == FORM_MASCULINE && at == verb->last && woman && !quote_is_definite(q, at) && has_teh_marbuta(q, at);
}

/* Countries and capitals are feminine, but for a few; the name of a city with a masculine verb is its club. */
static bool is_feminine_place(const quote_scan *q, size_t at) {
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (place == NULL || place->cut > 0 || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return false;
  isnad_places_kind kind = isnad_places_rows[place->row].kind;
  return kind == ISNAD_PLACES_KIND_COUNTRY || kind == ISNAD_PLACES_KIND_CAPITAL;
}

/* A verb whose object may be somebody: only there gender tells him from the subject, for a title may be one form for both. */
static bool takes_person(isnad_verbs_also also) {
  return also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA ||
         also == ISNAD_VERBS_ALSO_OBJECT_ILA;
}

/* A body, place or medium: by the ending of its first word. */
static quote_form form_of_head(const quote_scan *q, size_t at, const quote_speaker *speaker) {
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return FORM_MASCULINE;
  if (speaker->kind == SPEAKER_PLACE) return is_feminine_place(q, at) ? FORM_FEMININE : FORM_NOUN;
  if (has_teh_marbuta(q, at) || word_ends_in(form_at(q, at), LETTER_ALEF, LETTER_TEH)) return FORM_FEMININE;
  return quote_is_definite(q, at) && form_at(q, at).length > 4 * WORD_LETTER ? FORM_MASCULINE : FORM_NOUN;
}

quote_form speaker_own_form(const quote_scan *q, const quote_speaker *speaker) {
  speaker_gender gender = speaker->name >= 0 ? (speaker_gender)q->gender[speaker->name] : GENDER_UNKNOWN;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  bool here = at >= q->unit->first && at < q->unit->last;
  if (gender == GENDER_UNKNOWN && here && speaker->kind == SPEAKER_PERSON) gender = gender_of_title(q, at);
  if (gender != GENDER_UNKNOWN) return gender == GENDER_FEMININE ? FORM_FEMININE : FORM_MASCULINE;
  bool noun = speaker->kind == SPEAKER_BODY || speaker->kind == SPEAKER_PLACE || speaker->kind == SPEAKER_MEDIUM;
  return here && noun ? form_of_head(q, at, speaker) : FORM_NOUN;
}

bool speaker_is_of(const quote_scan *q, size_t at, bool feminine) {
  speaker_gender of = gender_at(q, at);
  return of == (feminine ? GENDER_FEMININE : GENDER_MASCULINE);
}

/* "She criticised | the foreign secretary X": an indefinite office may be a woman's, but whoever the table of people knows as a man is no subject of
 * the feminine. */
bool speaker_is_known_man(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  if (verb->form != FORM_FEMININE || speaker->kind != SPEAKER_PERSON || speaker->name < 0) return false;
  const isnad_name_note *name = &q->s->names[speaker->name];
  bool known = name->form == ISNAD_FORM_NAME && name->rule.name == NULL && name->rule.table == ISNAD_TABLE_PEOPLE;
  const isnad_people_row *row = known ? &isnad_people_rows[name->rule.row] : NULL;
  return known && row->gender != ISNAD_PEOPLE_GENDER_F && isnad_slice_equal(name->entity, isnad_slice_of(row->id));
}

/* "Most of | the participants": the verb may agree with those behind it. */
static bool governs_several(const quote_scan *q, size_t at) {
  return at + 1 < q->unit->last && !quote_is_definite(q, at) && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, at + 1) &&
         speaker_is_sound_plural(speaker_form(q, at + 1));
}

/* Verbs whose object is somebody: called upon, commanded, warned, accused, told. */
static bool takes_somebody(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_DEMANDS || force == ISNAD_VERBS_FORCE_ORDERS || force == ISNAD_VERBS_FORCE_WARNS ||
         force == ISNAD_VERBS_FORCE_THREATENS || force == ISNAD_VERBS_FORCE_ACCUSES;
}

/* "And he called on | the government", "on | the states", "on | companies of the town": right behind the verb in the masculine a body or several
 * whose word is feminine. */
static bool is_somebody_called(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker) {
  if (verb->form != FORM_MASCULINE || at != verb->last || !takes_somebody(verb->row->force)) return false;
  if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_FEMININE)) return true;
  bool body = note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE);
  bool several = word_ends_in(form_at(q, at), LETTER_ALEF, LETTER_TEH) && form_at(q, at).length >= 5 * WORD_LETTER;
  return body && speaker->kind != SPEAKER_PERSON && (has_teh_marbuta(q, at) || several);
}

/* "And she asked | the mediators for pressure": men in the plural, whom a verb in the feminine has for its object. */
static bool is_men(const quote_scan *q, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  return title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P &&
         isnad_titles_rows[title->row].gender == ISNAD_TITLES_GENDER_M && quote_is_definite(q, at);
}

bool speaker_agrees(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker) {
  if (is_governing_oblique(q, at)) return false;
  if (verb->form > FORM_FEMININE || verb->either) return true;
  if (is_somebody_called(q, verb, at, speaker)) return false;
  if (speaker->kind == SPEAKER_PLACE) return verb->form == FORM_FEMININE || !is_feminine_place(q, at);
  if (is_oblique(q, at)) return false;
  if (verb->form == FORM_FEMININE && speaker->kind == SPEAKER_BODY && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return false;
  bool named = speaker->kind == SPEAKER_PERSON && speaker->name >= 0 && q->s->names[speaker->name].form == ISNAD_FORM_NAME;
  bool feminine = has_teh_marbuta(q, at) && !named && name_at(q, at) == NULL && !speaker_is_title(q, at) &&
                  !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_MASCULINE);
  bool within = verb->last > verb->first + 1; /* "it is said in | the paper": the verb agrees with nothing */
  within = within || (speaker->kind == SPEAKER_ANONYMOUS && at == verb->last && governs_several(q, at)); /* "said | most of the participants" */
  if (feminine && verb->form == FORM_MASCULINE && at == verb->last && speaker->kind != SPEAKER_UNKNOWN && !within) return false;
  const isnad_name_note *body = name_at(q, at);
  size_t shortest = body != NULL && body->type == ISNAD_NAME_ORGANIZATION ? 6 * WORD_LETTER : 7 * WORD_LETTER; /* "the forces", not "the plants" */
  bool things = quote_is_definite(q, at) && word_ends_in(form_at(q, at), LETTER_ALEF, LETTER_TEH) && form_at(q, at).length >= shortest;
  if (things && verb->form == FORM_MASCULINE && at == verb->last) return false;         /* "and he called on | the companies" */
  bool nobody = speaker->kind == SPEAKER_UNKNOWN || speaker->kind == SPEAKER_ANONYMOUS; /* "and he warned at the same time | the opposition" */
  if (feminine && verb->form == FORM_MASCULINE && at > verb->last && nobody && !within) return false;
  if (speaker_is_known_man(q, verb, speaker)) return false;
  bool takes = takes_person(verb->row->also) || takes_somebody(verb->row->force);
  if (takes && verb->form == FORM_FEMININE && at == verb->last && is_men(q, at)) return false;
  if (!takes_person(verb->row->also)) return true;
  if (is_somebody_feminine(q, verb, at)) return false;
  if (feminine && verb->form == FORM_MASCULINE && at == verb->last) return false;
  speaker_gender of = gender_at(q, at);
  return of == GENDER_UNKNOWN || (of == GENDER_FEMININE) == (verb->form == FORM_FEMININE);
}
