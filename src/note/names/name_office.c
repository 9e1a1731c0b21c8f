/* Of what an office is one: the adjectives, fields, bodies and places behind its title, and whom it serves. */
#include "note/names/name_office.h"
#include "note/word.h"

#include "arabic/letters.h"

#include <string.h>

/* A feminine noun writes its ending as teh before a pronoun: "her foreign affairs", "his company". */
static bool is_feminine_noun(isnad_slice noun) {
  enum { LONGEST = 64 };
  char whole[LONGEST];
  if (!word_ends(noun, LETTER_TEH) || noun.length > sizeof whole) return false;
  memcpy(whole, noun.bytes, noun.length);
  whole[noun.length - 2] = (char)(0xC0u | LETTER_HEH >> 6);
  whole[noun.length - 1] = (char)(0x80u | (LETTER_HEH & 0x3Fu));
  return isnad_arabic_frequency(isnad_token_hash((isnad_slice){whole, noun.length})) > 0;
}

bool office_joins_with(const office *o, size_t at, unsigned letter) {
  isnad_slice form = name_form(o->f, at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  return form.length > 6 && p[0] == (0xC0 | letter >> 6) && p[1] == (0x80 | (letter & 0x3F));
}

void office_close(office *o, size_t at) {
  o->at = at;
  o->closed = o->any = true;
  o->placed = o->named = false;
}

static bool take_adjective(office *o) {
  const isnad_phrase *place = name_place_adjective(o->u, o->at);
  const isnad_phrase *modifier = office_title_at(o->u, o->at);
  if (place != NULL) {
    if (o->place == 0) o->place = place->row + 1;
    office_close(o, o->at + place->count);
    return true;
  }
  if (modifier != NULL && isnad_titles_rows[modifier->row].kind == ISNAD_TITLES_KIND_MODIFIER) {
    office_close(o, o->at + modifier->count);
    return true;
  }
  return false;
}

/* "The director of | his office": a noun with a pronoun of the third person closes a construct, as its spelling tells it from the feminine. */
bool office_take_owned(office *o) {
  enum { LETTER = 2, SHORTEST = 8 };
  isnad_slice text = isnad_slice_at(o->f->s->page->text, o->f->tokens[o->at].span);
  bool his = word_ends(text, LETTER_HEH), hers = word_ends_in(text, LETTER_HEH, LETTER_ALEF);
  if (text.length < SHORTEST || (!his && !hers) || name_is_definite(o->f, o->at) || name_is_verb(o->f, o->u, o->at)) return false;
  if (note_has_hit(o->u, o->at, ISNAD_TABLE_STOPS) || name_place(o->u, o->at) != NULL || note_has_hit(o->u, o->at, ISNAD_TABLE_GIVEN_NAMES) ||
      note_has_hit(o->u, o->at, ISNAD_TABLE_FAMILY_NAMES) || note_has_hit(o->u, o->at, ISNAD_TABLE_PEOPLE))
    return false;
  isnad_slice form = name_form(o->f, o->at);
  size_t suffix = hers ? 2 * LETTER : LETTER;
  isnad_slice noun = {form.bytes, form.length - suffix};
  if (isnad_arabic_frequency(isnad_token_hash(noun)) == 0 && !is_feminine_noun(noun)) return false;
  office_close(o, o->at + 1);
  return true;
}

static bool name_ends_in_yeen(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return form.length > 5 * WORD_LETTER && word_ends_in((isnad_slice){form.bytes, form.length - WORD_LETTER}, LETTER_YEH, LETTER_YEH);
}

/* A nisba adjective agreeing with the title (the regional governor) or with the noun before it. */
static bool take_nisba(office *o) {
  bool feminine_title = o->row->gender == ISNAD_TITLES_GENDER_F, of_title = !o->noun && (!o->any || o->row->takes != ISNAD_TITLES_TAKES_OF);
  if (!name_is_definite(o->f, o->at) || office_joins_with(o, o->at, LETTER_LAM)) return false; /* "the minister (f.) | to the press" */
  bool feminine = name_ends_with(o->f, o->at, LETTER_HEH), nisba = name_ends_with(o->f, o->at, LETTER_YEH);
  bool plural = (o->construct || o->any) && name_ends_with(o->f, o->at, LETTER_NOON) && name_ends_with(o->f, o->at - 1, LETTER_NOON);
  if (plural && name_is_definite(o->f, o->at - 1) && name_ends_in_yeen(o->f, o->at)) { /* "the chief of the advisers, | the economic ones" */
    office_close(o, o->at + 1);
    return true;
  }
  if (!feminine && !nisba) return false;
  bool of_last = o->construct && feminine == name_ends_with(o->f, o->last, LETTER_HEH); /* "the head of the committee, | the national one" */
  if (of_title && feminine != feminine_title && !of_last) return false;
  if (o->placed && feminine && !feminine_title) return false; /* "the consul of X | to leave": behind a place an adjective is the bearer's */
  office_close(o, o->at + 1);
  return true;
}

static bool is_of_papers(const office *o) { return o->row->office != NULL && strcmp(o->row->office, "editor-in-chief") == 0; }

/* "The two ministers", "governors": a dual in construct is written like the accusative, before a place too. */
static bool is_of_two(const office *o) {
  return o->row->number != ISNAD_TITLES_NUMBER_S || (o->row->office != NULL && !name_is_definite(o->f, o->first) &&
                                                     name_ends_with(o->f, o->first, LETTER_ALEF) && !name_bears_tanwin(o->f, o->first));
}

/* "The foreign ministers of Egypt | and Turkey": where the second place ends. */
static size_t with_second_place(const office *o, size_t end) {
  const isnad_phrase *second = end < o->u->last ? name_place(o->u, end) : NULL;
  bool and = second != NULL && second->cut == WORD_LETTER && office_joins_with(o, end, LETTER_WAW);
  return and? second->first + second->count : end;
}

/* "The researcher in | the institute of X, So-and-so": a trade told with the body in which it is done, where that is no club. */
static bool is_employed(const office *o, size_t in) {
  bool trade = o->row->kind == ISNAD_TITLES_KIND_PROFESSION && o->row->office == NULL && !o->f->sport;
  return trade && o->named && !o->placed &&
         (note_has_word(o->u, in, ISNAD_QUOTE_WORDS_ROLE_IN) || note_has_word(o->u, in, ISNAD_QUOTE_WORDS_ROLE_WITHIN));
}

bool office_take_name(office *o) {
  const isnad_phrase *place = name_place(o->u, o->at), *org = note_hit_at(o->u, o->at, ISNAD_TABLE_ORGANIZATIONS);
  const isnad_phrase *head = note_hit_at(o->u, o->at, ISNAD_TABLE_ORG_HEADS), *outlet = note_hit_at(o->u, o->at, ISNAD_TABLE_OUTLETS);
  size_t end = o->at, before = o->at - 1;
  if (place != NULL && place->cut == 0) {
    end = place->first + place->count;
    if (o->place == 0) o->place = place->row + 1;
  }
  if (org != NULL && org->cut == 0 && org->first + org->count > end) end = org->first + org->count;
  bool paper = outlet != NULL && outlet->cut == 0 && (outlet->count > 1 || is_of_papers(o)); /* "the chief editor of | Y" */
  if (paper && outlet->first + outlet->count > end) end = outlet->first + outlet->count;
  bool listed = end > o->at, named = false;
  size_t body = head != NULL && head->cut == 0 ? name_body_whole(&named, o->f, o->u, head) : end;
  if (body > end) {
    end = body;
    o->body = true;
    listed = false;
  }
  if (end == o->at && name_has_role(o->u, o->at, ISNAD_NAME_PARTS_ROLE_CLUBWORD)) end++; /* "the coach of | United" */
  if (end == o->at) return false;
  bool placed = place != NULL && place->cut == 0 && end == place->first + place->count;
  if (placed && is_of_two(o)) end = with_second_place(o, end);
  office_close(o, end);
  o->placed = placed;
  o->named = listed || named; /* not "the head of a club" */
  o->housed = o->housed || is_employed(o, before);
  return true;
}

/* A body for which its word stands without doubt; "the youth" is also a club. */
static bool is_sure_body(const note_unit *u, size_t at) {
  const isnad_phrase *org = note_hit_at(u, at, ISNAD_TABLE_ORGANIZATIONS);
  return org != NULL && (org->count > 1 || isnad_organizations_rows[org->row].common == ISNAD_ORGANIZATIONS_COMMON_NO);
}

/* "The minister of culture | and tourism": a further field of a ministry, no other office, body or place. */
static bool is_half_of_ministry(const office *o) {
  static const char minister[] = "minister";
  enum { LENGTH = sizeof minister - 1 };
  size_t length = o->row->office != NULL ? strlen(o->row->office) : 0;
  bool field = length >= LENGTH && strcmp(o->row->office + length - LENGTH, minister) == 0 && o->place == 0;
  isnad_slice form = name_form(o->f, o->at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  if (!field || !word_begins(rest, LETTER_ALEF, LETTER_LAM)) return false;
  return !note_has_hit(o->u, o->at, ISNAD_TABLE_TITLES) && !note_has_hit(o->u, o->at, ISNAD_TABLE_ORG_HEADS) && !is_sure_body(o->u, o->at) &&
         !note_has_hit(o->u, o->at, ISNAD_TABLE_HEADS) && !note_has_hit(o->u, o->at, ISNAD_TABLE_FAMILY_NAMES) &&
         !note_has_hit(o->u, o->at, ISNAD_TABLE_TIME_WORDS);
}

static bool take_half(office *o) {
  if ((!o->closed && !o->construct) || !office_joins_with(o, o->at, LETTER_WAW) || !is_half_of_ministry(o)) return false;
  office_close(o, o->at + 1);
  return true;
}

/* "An attack | and a pass": "and" before a word that stands more often without it. */
static bool begins_another(const office *o, size_t at) {
  isnad_slice form = name_form(o->f, at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  return office_joins_with(o, at, LETTER_WAW) && isnad_arabic_frequency(isnad_token_hash(rest)) > isnad_arabic_frequency(isnad_token_hash(form));
}

static bool take_noun(office *o) {
  const isnad_phrase *inner = office_title_at(o->u, o->at);
  if (inner != NULL && !o->closed) {
    o->at += inner->count;
    o->any = true;
    o->closed = isnad_titles_rows[inner->row].takes == ISNAD_TITLES_TAKES_ADJ || name_is_definite(o->f, inner->first);
    return true;
  }
  bool definite = name_is_definite(o->f, o->at);
  if (definite && office_joins_with(o, o->at, LETTER_LAM) && name_is_definite(o->f, o->first)) return false; /* "the founding one | of the court" */
  if (definite && !o->closed) {
    office_close(o, o->at + 1);
    return true;
  }
  if (o->placed && word_begins(name_form(o->f, o->at), LETTER_LAM, LETTER_LAM)) return false; /* "the crown prince of X | to the United States" */
  bool and = office_joins_with(o, o->at, LETTER_WAW) && !note_has_hit(o->u, o->at, ISNAD_TABLE_GIVEN_NAMES) &&
             !note_has_hit(o->u, o->at, ISNAD_TABLE_PEOPLE) && !note_has_hit(o->u, o->at, ISNAD_TABLE_PLACES);
  if (take_half(o)) return true;
  if (o->closed && and&&office_person_within(o, o->at + 1)) {
    office_close(o, o->at + 1);
    return true;
  }
  if (!o->any && !o->construct && begins_another(o, o->at)) return false;
  if (!o->closed && !definite && !name_is_unknown(o->f, o->u, o->at)) {
    o->at++;
    o->any = true;
    return true;
  }
  return false;
}

bool office_goes_on(office *o) {
  if (o->row->takes == ISNAD_TITLES_TAKES_OF && !o->marked && office_take_marked(o)) return true;
  if (!name_word_at(o->f, o->u, o->at) || office_is_met(o)) return false;
  if (!o->any && office_take_employer(o)) return true;
  if (take_adjective(o)) return true;
  if (name_is_wall(o->f, o->u, o->at)) return o->row->takes != ISNAD_TITLES_TAKES_NAME && office_take_tied(o);
  if (o->row->takes == ISNAD_TITLES_TAKES_ADJ || o->row->takes == ISNAD_TITLES_TAKES_NAME)
    return take_half(o) || take_nisba(o) || (o->row->takes == ISNAD_TITLES_TAKES_ADJ && office_take_tied(o));
  if (!o->closed && (office_take_name(o) || office_take_owned(o))) return true;
  if (o->closed && take_nisba(o)) return true;
  return office_take_tied(o) || office_take_described(o) || take_noun(o);
}
