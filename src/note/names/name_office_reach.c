/* An office in apposition reaches to the comma: "So-and-so, the director of the centre | for the media and the strategic studies,". */
#include "note/names/name_office.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { MOST_REACH = 14 };

/* The end of the name of a body, place or thing that begins at the token, behind a proclitic or not; the token when there is none. */
static size_t known_end(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  static const isnad_table tables[] = {ISNAD_TABLE_ORGANIZATIONS, ISNAD_TABLE_PLACES, ISNAD_TABLE_THINGS, ISNAD_TABLE_OUTLETS,
                                       ISNAD_TABLE_PLACE_HEADS};
  size_t end = at;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    const isnad_phrase *hit = note_hit_at(u, at, tables[i]);
    if (hit != NULL && hit->first + hit->count > end) end = hit->first + hit->count;
  }
  bool named = false, body = head != NULL && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
  size_t whole = body ? name_body_whole(&named, f, u, head) : at;
  return whole > end ? whole : end;
}

static bool is_plain_word(const name_finder *f, const note_unit *u, size_t at) {
  return name_word_at(f, u, at) && !name_is_verb(f, u, at) && !note_has_hit(u, at, ISNAD_TABLE_TIME_WORDS) &&
         !note_has_hit(u, at, ISNAD_TABLE_WEEKDAYS) && !note_has_hit(u, at, ISNAD_TABLE_PEOPLE);
}

/* A word with the article, "and" before it or not, or li that swallowed it. */
static bool is_definite_part(const name_finder *f, const note_unit *u, size_t at) {
  if (!is_plain_word(f, u, at) || name_hit_uncut(u, at, ISNAD_TABLE_STOPS)) return false;
  isnad_slice form = name_form(f, at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  bool joined = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_BEH);
  return name_is_definite(f, at) || (joined && form.length > 4 * WORD_LETTER && word_begins(rest, LETTER_ALEF, LETTER_LAM));
}

/* "Told | to the journalists", "a visit | to the Emirates": li before people or a land is of the sentence. */
static bool is_to_somebody(const name_finder *f, const note_unit *u, size_t at) {
  isnad_slice form = name_form(f, at);
  if (!word_letter_at(form, 0, LETTER_LAM)) return false;
  const isnad_phrase *place = name_place(u, at), *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  bool office_here = title != NULL && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE;
  return (place != NULL && place->cut > 0) ||
         (word_begins(form, LETTER_LAM, LETTER_LAM) && word_ends_in(form, LETTER_YEH, LETTER_NOON) && !office_here);
}

/* The next words that may belong to an office: where they end, or `at`. */
static size_t take_part(const name_finder *f, const note_unit *u, size_t at) {
  bool in = note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_IN) || note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  if (in) {
    size_t end = is_plain_word(f, u, at + 1) ? known_end(f, u, at + 1) : at + 1;
    return end > at + 1 ? end : at;
  }
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  bool office_here = title != NULL && (title->cut == 0 || word_letter_at(name_form(f, at), 0, LETTER_WAW)) &&
                     isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER &&
                     !(isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_RANK && note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS)); /* "team" */
  if (!is_plain_word(f, u, at) || office_here || is_to_somebody(f, u, at)) return at; /* a second office is read for itself */
  if (is_definite_part(f, u, at)) return at + 1;
  if (name_hit_uncut(u, at, ISNAD_TABLE_STOPS)) return at;
  isnad_slice form = name_form(f, at);
  bool tied = word_letter_at(form, 0, LETTER_LAM) || word_letter_at(form, 0, LETTER_BEH) || word_letter_at(form, 0, LETTER_WAW);
  const isnad_phrase *head = tied ? NULL : note_hit_at(u, at, ISNAD_TABLE_ORG_HEADS);
  size_t end = tied || head != NULL ? known_end(f, u, at) : at;
  if (head != NULL && end == head->first + head->count) end = at;        /* "the head of | the team of preparation" */
  if (end == at && tied && is_definite_part(f, u, at + 1)) end = at + 2; /* "for the affairs of | the women" */
  return end;
}

static bool names_somebody(const name_finder *f, const note_unit *u, size_t at) {
  person_reading person;
  if (at >= u->last || note_has_hit(u, at, ISNAD_TABLE_ORG_HEADS) || note_has_hit(u, at, ISNAD_TABLE_TITLES)) return false;
  if (name_person(&person, f, u, at, PERSON_BARE) && person.cut == 0 && !person.doubtful && person.words > 1) return true;
  if (!name_person(&person, f, u, at, PERSON_TITLED) || person.cut > 0 || person.words < 2) return false;
  return person.last >= u->last || name_is_comma(f, person.last) || note_has_word(u, person.last, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
         f->tokens[person.last].kind == ISNAD_TOKEN_QUOTE;
}

/* "The vice president of the board | and head of the team": a second office of the same bearer, whom the words before both name. */
static size_t take_second(const name_finder *f, const note_unit *u, size_t at) {
  title_reading other;
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  bool joined = title != NULL && title->cut == WORD_LETTER && word_letter_at(name_form(f, at), 0, LETTER_WAW) &&
                isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
  return joined && name_title(&other, f, u, title) && !other.person && (other.complement || other.construct) ? other.last : at;
}

size_t office_reach(const name_finder *f, const note_unit *u, size_t first, size_t last) {
  if (last >= u->last || f->tokens[last].kind != ISNAD_TOKEN_WORD) return last;
  bool behind = name_is_behind_name(f, u, first) && first > u->first && name_is_comma(f, first - 1);
  size_t at = last;
  while (at < u->last && at < last + MOST_REACH) {
    bool sign = at + 1 < u->last && isnad_slice_equal(name_form(f, at), isnad_slice_of("#")); /* of a hashtag */
    bool former = f->tokens[at].kind == ISNAD_TOKEN_WORD && name_is_modifier(u, at);          /* "formerly" */
    size_t end = sign || former ? at + 1 : take_part(f, u, at);
    if (end == at && behind) end = take_second(f, u, at);
    if (end == at) break;
    at = end;
  }
  if (at == last) return last;
  if (behind && (at >= u->last || f->tokens[at].kind == ISNAD_TOKEN_PUNCT)) return at;
  return at < u->last && name_is_comma(f, at) && names_somebody(f, u, at + 1) ? at : last;
}
