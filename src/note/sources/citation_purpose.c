/* What a body that is cited is for: "the institute | of the sciences", "the society | against the trade in people". */
#include "note/sources/citation.h"

/* "For" as a proclitic of a word that the language knows. */
bool cited_has_lam(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  return word_letter_at(form, 0, LETTER_LAM) && !word_letter_at(form, WORD_LETTER, LETTER_LAM) && isnad_arabic_proclitics(form) == WORD_LETTER;
}

/* "The British society | for doctors of the skin": a trade in the plural with its own complement, behind a body's adjective. */
static bool heads_trade(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *title = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
  if (isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_P || at < unit->first + 2 || !cited_is_word(s, unit, at + 1)) return false;
  return cited_adjective_at(s, at - 1) != CITED_NO_ADJECTIVE && note_is_definite(s, unit, at + 1) && !note_is_definite(s, unit, at);
}

/* Spoken to rather than what a body is for: a medium, an office, a place. */
static bool is_spoken_to(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  bool trade = note_has_hit(unit, at, ISNAD_TABLE_TITLES) && heads_trade(s, unit, at);
  if (!trade && (note_has_hit(unit, at, ISNAD_TABLE_TITLES) || (head != NULL && isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_OFFICIAL &&
                                                                isnad_heads_rows[head->row].kind != ISNAD_HEADS_KIND_DOCUMENT)))
    return true;
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  bool medium = outlet != NULL && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO; /* "for the federation" is no paper */
  return note_has_hit(unit, at, ISNAD_TABLE_PLACES) || medium || cited_ends_name(unit, at);
}

bool cited_is_second_half(const note_scan *s, const note_unit *unit, size_t at) {
  if (!cited_is_word(s, unit, at)) return false;
  isnad_slice form = cited_form(s, at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  if (form.length <= WORD_LETTER || !word_letter_at(form, 0, LETTER_WAW) || !word_begins(rest, LETTER_ALEF, LETTER_LAM)) return false;
  bool described = cited_is_word(s, unit, at + 1) && note_is_definite(s, unit, at + 1) && cited_adjective_at(s, at + 1) == CITED_FEMININE &&
                   note_has_hit(unit, at + 1, ISNAD_TABLE_PLACES); /* "of the prisoners | and the freed, the Palestinian one" */
  bool title = note_has_hit(unit, at, ISNAD_TABLE_TITLES) && !described;
  return !title && !note_has_hit(unit, at, ISNAD_TABLE_PLACES) && !note_has_hit(unit, at, ISNAD_TABLE_OUTLETS) &&
         !note_has_hit(unit, at, ISNAD_TABLE_ORGANIZATIONS) && !note_has_hit(unit, at, ISNAD_TABLE_ORG_HEADS) && !cited_ends_name(unit, at);
}

static bool is_deed(const note_unit *unit, size_t at) {
  const isnad_phrase *part = note_hit_at(unit, at, ISNAD_TABLE_NAME_PARTS);
  return part != NULL && isnad_name_parts_rows[part->row].role == ISNAD_NAME_PARTS_ROLE_DEED;
}

/* "Against the trade | in people": ba with the article behind a deed that takes ba (role `deed` of data/ar/name_parts.tsv), and no place. */
static bool is_object_of_purpose(const note_scan *s, const note_unit *unit, size_t at) {
  if (!cited_is_word(s, unit, at) || !is_deed(unit, at - 1)) return false;
  isnad_slice form = cited_form(s, at), rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  if (form.length <= 4 * WORD_LETTER || !word_letter_at(form, 0, LETTER_BEH) || !word_begins(rest, LETTER_ALEF, LETTER_LAM)) return false;
  return !note_has_hit(unit, at, ISNAD_TABLE_PLACES) && !note_has_hit(unit, at, ISNAD_TABLE_ORG_HEADS) && !cited_ends_name(unit, at);
}

size_t cited_purpose_end(const note_scan *s, const note_unit *unit, size_t at) {
  if (at <= unit->first || !cited_is_word(s, unit, at) || is_spoken_to(s, unit, at)) return at;
  isnad_slice form = cited_form(s, at);
  bool closed = note_is_definite(s, unit, at - 1) || note_has_hit(unit, at - 1, ISNAD_TABLE_PLACES); /* "the observatory of Hawaii | for" */
  bool swallowed = word_begins(form, LETTER_LAM, LETTER_LAM) && closed;                              /* the article is in it */
  const isnad_phrase *trade = note_hit_at(unit, at, ISNAD_TABLE_TITLES);
  bool lam = cited_has_lam(s, at) || (trade != NULL && trade->cut == WORD_LETTER && word_letter_at(form, 0, LETTER_LAM));
  size_t end = swallowed ? at + 1 : lam ? cited_construct_end(s, unit, at) : at;
  if (end == at) return at;
  while (cited_is_word(s, unit, end) && note_is_definite(s, unit, end) && cited_adjective_at(s, end) != CITED_NO_ADJECTIVE) end++;
  if (is_object_of_purpose(s, unit, end)) end++;
  bool half = cited_is_second_half(s, unit, end);
  if (half) end++;
  while (half && cited_is_word(s, unit, end) && note_is_definite(s, unit, end) && cited_adjective_at(s, end) != CITED_NO_ADJECTIVE &&
         !cited_ends_name(unit, end))
    end++;
  const isnad_name_note *name = note_name_at(s, at); /* "of the union | of football": where the names are known they tell more */
  bool body = name != NULL && (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY);
  while (body && end < unit->last && cited_token(s, end)->span.begin < name->span.end) end++;
  return end;
}
