/* "The paper X and the paper Y told that": a second medium that "and" ties to the first. */
#include "note/sources/citation.h"

static bool is_medium(const cited *found) { return found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET; }

/* Begins with "and". */
static bool is_linked_word(const note_scan *s, size_t at) { return word_letter_at(cited_form(s, at), 0, LETTER_WAW); }

static bool is_linked(const note_scan *s, size_t at, const isnad_phrase *hit) {
  return hit != NULL && hit->cut == WORD_LETTER && is_linked_word(s, at);
}

/* "The Iranian agency | "IRNA"": a name in marks or brackets behind the words that were read. */
static size_t behind_initials(const note_scan *s, const note_unit *unit, const cited *first) {
  enum { LONGEST = 3 };
  size_t at = first->last, marks = 0;
  for (size_t i = first->first > unit->first ? first->first - 1 : first->first; i < at; i++) marks += cited_is_quote(s, unit, i);
  if (marks % 2 == 1) return at; /* the mark closes */
  if (at >= unit->last || (!cited_is_quote(s, unit, at) && !cited_is_mark(s, at, "("))) return at;
  size_t end = at + 1;
  while (end < at + 1 + LONGEST && cited_is_word(s, unit, end)) end++;
  bool closed = end > at + 1 && end < unit->last && (cited_is_quote(s, unit, end) || cited_is_mark(s, end, ")"));
  return closed && !is_linked_word(s, at + 1) ? end + 1 : at;
}

/* "And | "X"": a second medium of the tables between marks, "and" by itself before them. */
static bool marked_second(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  if (!cited_is_word(s, unit, at) || !word_is_letter(cited_form(s, at), LETTER_WAW) || !cited_is_quote(s, unit, at + 1)) return false;
  const isnad_phrase *outlet = note_hit_at(unit, at + 2, ISNAD_TABLE_OUTLETS);
  if (outlet == NULL || outlet->cut > 0 || !cited_is_quote(s, unit, outlet->first + outlet->count)) return false;
  *out = (cited){.first = at + 2};
  cited_take_outlet(out, outlet);
  return is_medium(out);
}

bool cited_second(const note_scan *s, const note_unit *unit, const cited *first, cited *out) {
  enum { ADJECTIVES = 2 };
  if (!is_medium(first)) return false;
  size_t at = cited_skip_quotes(s, unit, behind_initials(s, unit, first));
  for (size_t n = 0; n < ADJECTIVES && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !cited_ends_name(unit, at); n++) at++;
  if (!cited_is_word(s, unit, at)) return false;
  if (marked_second(s, unit, at, out)) return true;
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  *out = (cited){.first = at};
  if (is_linked(s, at, outlet) && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO &&
      isnad_outlets_rows[outlet->row].kind != ISNAD_OUTLETS_KIND_PLATFORM) {
    cited_take_outlet(out, outlet);
    return true;
  }
  if (!is_linked(s, at, head) || isnad_heads_rows[head->row].kind > ISNAD_HEADS_KIND_OUTLET) return false;
  return cited_read(s, unit, at, false, out) && is_medium(out);
}

/* "The government and | the police", "the organisation X and | the organisation Y"; the second half of a name ("the service of security and |
 * intelligence") goes on with a definite noun behind an indefinite head, and what a body embraces stands behind a verb. */
static bool is_body_beside(const note_scan *s, const note_unit *unit, const cited *first, const isnad_phrase *head) {
  isnad_slice form = cited_form(s, head->first);
  bool definite = word_begins((isnad_slice){form.bytes + WORD_LETTER, form.length - WORD_LETTER}, LETTER_ALEF, LETTER_LAM);
  if (definite && !note_is_definite(s, unit, first->first)) return false;
  for (size_t at = first->first + 1; at < first->last; at++)
    if (word_letter_at(cited_form(s, at), 0, LETTER_YEH) || word_letter_at(cited_form(s, at), 0, LETTER_TEH)) return false;
  return true;
}

/* "And a senator", "and media", "and the organisation Y": who may stand beside a source of this kind. */
static bool may_stand_beside(const note_scan *s, const note_unit *unit, const cited *first, const isnad_phrase *head) {
  switch (isnad_heads_rows[head->row].kind) {
  case ISNAD_HEADS_KIND_AGENCY:
  case ISNAD_HEADS_KIND_OUTLET:
    return !is_medium(first) && isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_LI;
  case ISNAD_HEADS_KIND_ANONYMOUS:
  case ISNAD_HEADS_KIND_UNNAMED:
  case ISNAD_HEADS_KIND_DOCUMENT:
    return first->kind != ISNAD_SOURCE_ANONYMOUS;
  case ISNAD_HEADS_KIND_OFFICIAL:
    return first->kind != ISNAD_SOURCE_ANONYMOUS && is_body_beside(s, unit, first, head);
  default:
    return false;
  }
}

/* "X and Y said | that": both are subjects of the verb. */
static bool is_subject_too(const note_scan *s, const note_unit *unit, const cited *second) {
  enum { NEAR = 8 };
  for (size_t at = second->last; at < unit->last && at < second->last + NEAR && !cited_is_mark(s, at, "."); at++) {
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
    if (note_has_hit(unit, at, ISNAD_TABLE_VERBS)) return false;
  }
  return false;
}

bool cited_beside(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *first, cited *out) {
  bool verb = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB && first->kind != ISNAD_SOURCE_DOCUMENT;
  bool according = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SAYS;
  size_t at = according || verb ? behind_initials(s, unit, first) : first->last;
  if ((!according && !verb) || first->kind == ISNAD_SOURCE_FOOTAGE || first->kind == ISNAD_SOURCE_SOCIAL || !cited_is_word(s, unit, at)) return false;
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (!is_linked(s, at, head) || !may_stand_beside(s, unit, first, head)) return false;
  *out = (cited){.first = at};
  return cited_read(s, unit, at, false, out) && (according || is_subject_too(s, unit, out));
}
