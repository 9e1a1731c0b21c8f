/* Who a source is to the fact that he tells: a body, a person, one whose office it is to know. */
#include "note/sources/source_subject.h"

#include <string.h>

/* A rank of the army or the police, a commander, a prosecutor: offices that know. */
static bool is_knowing(const isnad_titles_row *row) {
  static const char *const offices[] = {"commander", "police-chief", "prosecutor", "chief-of-staff", "governor"};
  for (size_t i = 0; row->office != NULL && i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return true;
  return row->kind == ISNAD_TITLES_KIND_RANK;
}

/* "President" by itself may be of anything: that of a country. */
static bool is_statesman(const subject *of, const isnad_phrase *title) {
  static const char *const offices[] = {"president",    "prime-minister", "foreign-minister", "king",  "emir",   "sultan",
                                        "crown-prince", "supreme-leader", "leader",           "coach", "captain"};
  const isnad_titles_row *row = &isnad_titles_rows[title->row];
  if (row->office == NULL) return false;
  if (title->count == 1 && row->takes == ISNAD_TITLES_TAKES_OF && !note_has_hit(of->unit, title->first + 1, ISNAD_TABLE_PLACES)) return false;
  for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++)
    if (strcmp(row->office, offices[i]) == 0) return true;
  return false;
}

source_voice source_voice_of(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  bool person = name != NULL && name->type == ISNAD_NAME_PERSON && name->span.begin <= of->source->named.span.begin + WORD_LETTER;
  bool titled = false, statesman = false, knows = false;
  for (size_t at = of->verb_first < of->first ? of->verb_first + 1 : of->first; at <= of->first; at++) {
    const isnad_phrase *title = note_hit_at(of->unit, at, ISNAD_TABLE_TITLES);
    if (title == NULL) continue;
    const isnad_titles_row *row = &isnad_titles_rows[title->row];
    if (row->office != NULL && strcmp(row->office, "spokesman") == 0) return VOICE_BODY;
    if (!titled && is_statesman(of, title)) statesman = true;
    knows = knows || is_knowing(row);
    titled = titled || row->kind == ISNAD_TITLES_KIND_OFFICE; /* "the deputy of | the minister" is another one */
    person = person || (at == of->first && title->cut == 0 && row->kind == ISNAD_TITLES_KIND_OFFICE && row->number == ISNAD_TITLES_NUMBER_S);
  }
  return !person ? VOICE_BODY : statesman ? VOICE_STATESMAN : knows ? VOICE_KNOWS : VOICE_PERSON;
}

bool source_is_named(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && !note_has_hit(of->unit, of->first, ISNAD_TABLE_HEADS);
}

bool source_is_private(const subject *of) {
  bool trade = false;
  for (size_t at = of->verb_first < of->first ? of->verb_first + 1 : of->first; at < of->first; at++) {
    const isnad_phrase *title = note_hit_at(of->unit, at, ISNAD_TABLE_TITLES), *head = note_hit_at(of->unit, at, ISNAD_TABLE_HEADS);
    bool called = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && at + 1 < of->first;
    if (called && note_has_word(of->unit, of->first - 1, ISNAD_QUOTE_WORDS_ROLE_NAMES)) return true; /* "a citizen called | X" */
    if (title == NULL) continue;
    if (isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_PROFESSION) return false;
    if (title->first + title->count < of->first && note_has_hit(of->unit, title->first + title->count, ISNAD_TABLE_ORG_HEADS)) return false;
    trade = true; /* "the doctor | of the hospital X" knows */
  }
  return trade;
}

bool source_is_of_trade(const subject *of) {
  const isnad_phrase *title = note_hit_at(of->unit, of->first, ISNAD_TABLE_TITLES);
  if (title == NULL || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return false;
  return isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION;
}

bool source_is_latter(const subject *of) {
  const isnad_phrase *part = note_hit_at(of->unit, of->first, ISNAD_TABLE_NAME_PARTS);
  return part != NULL && isnad_name_parts_rows[part->row].role == ISNAD_NAME_PARTS_ROLE_LATTER;
}

/* The title of an office with which the names tie somebody, wherever the article tells it. */
static const isnad_phrase *office_of(const subject *of, const isnad_name_note *name, subject *there) {
  if (name->role.begin >= name->role.end) return NULL;
  size_t at = isnad_tokens_seek(&of->s->page->tokens, name->role.begin + 1);
  *there = *of;
  there->unit = at > 0 ? note_unit_of(of->s, at - 1) : NULL;
  return there->unit != NULL ? note_hit_at(there->unit, at - 1, ISNAD_TABLE_TITLES) : NULL;
}

bool source_writes_for_himself(const subject *of) {
  enum { MOST = 400 };
  isnad_slice id = of->source->named.id;
  if (of->verb->force != ISNAD_VERBS_FORCE_WRITES || !source_is_named(of) || id.length == 0 || id.bytes[0] == '@') return false;
  for (size_t i = 0; i < of->s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &of->s->names[i];
    if (name->type != ISNAD_NAME_PERSON || !isnad_slice_equal(name->entity, id)) continue;
    subject there;
    const isnad_phrase *office = office_of(of, name, &there);
    if (office != NULL && isnad_titles_rows[office->row].kind != ISNAD_TITLES_KIND_PROFESSION) return is_statesman(&there, office);
  }
  return false;
}
