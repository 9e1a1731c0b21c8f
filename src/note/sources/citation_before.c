/* A medium before its verb: "the paper X had told", "the agency X says". */
#include "note/sources/citation.h"

enum { ADJECTIVES = 3, HELPERS = 3, BRACKET = 5 };

/* A clause begins at the token: at the head of the unit, behind a mark, or behind a word that opens or helps a clause. */
static bool opens_clause(const note_scan *s, const note_unit *unit, size_t at) {
  while (at > unit->first && cited_token(s, at - 1)->kind == ISNAD_TOKEN_QUOTE) at--;
  if (at == unit->first || cited_token(s, at - 1)->kind == ISNAD_TOKEN_PUNCT) return true;
  static const isnad_quote_words_role openers[] = {ISNAD_QUOTE_WORDS_ROLE_HELPS, ISNAD_QUOTE_WORDS_ROLE_THAT, ISNAD_QUOTE_WORDS_ROLE_ASFOR,
                                                   ISNAD_QUOTE_WORDS_ROLE_BREAKS};
  for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
    if (note_word_at(unit, at - 1, openers[i]) != NULL) return true;
  return false;
}

/* Behind the medium's adjectives, the marks around its name, and its initials in brackets. */
static size_t behind_name(const note_scan *s, const note_unit *unit, size_t at) {
  for (size_t words = 0; at < unit->last && words < ADJECTIVES; words++) {
    at = cited_skip_quotes(s, unit, at);
    bool adjective = cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) == NULL;
    if (!adjective) break;
    at++;
  }
  at = cited_skip_quotes(s, unit, at);
  if (at >= unit->last || !cited_is_mark(s, at, "(")) return at;
  for (size_t i = at + 1; i < unit->last && i < at + BRACKET; i++)
    if (cited_is_mark(s, i, ")")) return i + 1;
  return at;
}

/* The verb at the token tells and agrees with a head noun in the feminine. */
static bool tells(const note_scan *s, const note_unit *unit, size_t at, const isnad_phrase *head) {
  const isnad_phrase *trigger = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS), *verb = note_hit_at(unit, at, ISNAD_TABLE_VERBS);
  bool reports = trigger != NULL && trigger->cut == 0 && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB;
  bool sure = verb != NULL && verb->cut == 0 && verb->cell <= ISNAD_VERBS_CELL_P && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES;
  if (!reports && !sure) return false;
  isnad_slice form = cited_form(s, at);
  bool feminine = word_ends(form, LETTER_TEH) || word_letter_at(form, 0, LETTER_TEH);
  return feminine || head == NULL || cited_is_masculine(s, head->first);
}

/* "The paper X, | which appears in English, | said": behind the clause that describes it. */
static size_t behind_clause(const note_scan *s, const note_unit *unit, size_t at) {
  enum { LONGEST = 10, ARABIC_COMMA = 0x60C };
  if (note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) == NULL) return at;
  for (size_t i = at + 1; i < unit->last && i < at + LONGEST; i++) {
    if (cited_is_mark(s, i, ",") || word_is_letter(cited_form(s, i), ARABIC_COMMA)) return i + 1;
    if (cited_token(s, i)->kind == ISNAD_TOKEN_PUNCT) break;
  }
  return at;
}

bool cited_subject(const note_scan *s, const note_unit *unit, size_t at, cited *out, size_t *end) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS);
  if ((head == NULL && outlet == NULL) || (outlet != NULL && outlet->cut > 0) || (head != NULL && head->cut > 0)) return false;
  if (!opens_clause(s, unit, at) || !cited_read(s, unit, at, false, out)) return false;
  if (out->kind != ISNAD_SOURCE_AGENCY && out->kind != ISNAD_SOURCE_OUTLET) return false;
  size_t next = behind_clause(s, unit, behind_name(s, unit, out->last)), helpers = 0;
  while (helpers < HELPERS && note_word_at(unit, next, ISNAD_QUOTE_WORDS_ROLE_HELPS) != NULL) {
    next++;
    helpers++;
  }
  if (!cited_is_word(s, unit, next) || !tells(s, unit, next, head)) return false;
  *end = next + 1;
  return true;
}
