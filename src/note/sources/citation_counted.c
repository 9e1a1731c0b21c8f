/* People without a name who are counted: "according to | four persons", "quoting | 12 officials". */
#include "note/sources/citation.h"

/* A number in figures, or one of the words for it: not the day of the week that is written like one. */
static bool is_number(const note_scan *s, const note_unit *unit, size_t at) {
  if (cited_token(s, at)->kind == ISNAD_TOKEN_NUMBER) return true;
  return note_has_hit(unit, at, ISNAD_TABLE_NUMBERS) && !note_has_hit(unit, at, ISNAD_TABLE_WEEKDAYS) && !note_is_definite(s, unit, at);
}

bool cited_counted(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *out) {
  size_t at = trigger->first + trigger->count;
  bool according = cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION && !cited_is_bare_from(unit, trigger);
  if (!according || at + 1 >= unit->last || !is_number(s, unit, at) || !cited_is_word(s, unit, at + 1)) return false;
  const isnad_phrase *head = note_hit_at(unit, at + 1, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0 || note_is_definite(s, unit, at + 1)) return false;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  if (kind != ISNAD_HEADS_KIND_ANONYMOUS && kind != ISNAD_HEADS_KIND_UNNAMED) return false;
  out->first = at;
  cited_take_phrase(s, out, head, cited_phrase_end(s, unit, head, head->first + head->count));
  const isnad_token *number = cited_token(s, at);
  size_t cut = number->kind == ISNAD_TOKEN_WORD ? note_hit_at(unit, at, ISNAD_TABLE_NUMBERS)->cut : 0;
  out->named.span.begin = number->span.begin + (uint32_t)cut;
  out->named.name = note_name_text(s, out->named.span);
  out->kind = ISNAD_SOURCE_ANONYMOUS;
  return true;
}
