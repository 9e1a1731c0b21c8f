/* Platforms and screens: where something is said on them they are a source, where something is shown, sold or spoken about they are a place. */
#include "note/citation.h"

/* Whether a verb of reporting is among the words before a token. What stands behind "that" is said and tells nothing of where; what stands behind
 * "which" describes a thing ("a bomb that is sent on WhatsApp"). */
bool cited_has_report(const note_unit *unit, size_t at, size_t near) {
  for (size_t back = 1; back <= near && at >= unit->first + back; back++) {
    if (note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL || note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL)
      return false;
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_VERBS), *trigger = note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (verb != NULL && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES) return true;
    if (trigger != NULL && (isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_VERB ||
                            isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE))
      return true;
  }
  return false;
}

/* "Views | on the platform", "shown | on the screen of": what is watched there, nothing that is said there. */
static bool is_watched(const note_unit *unit, const isnad_phrase *trigger) {
  enum { NEAR = 3 };
  for (size_t back = 1; back <= NEAR && trigger->first >= unit->first + back; back++)
    if (note_word_at(unit, trigger->first - back, ISNAD_QUOTE_WORDS_ROLE_WATCHED) != NULL) return true;
  return false;
}

/* "On the channel", "on the screen of": where something is shown; "in an interview with" is where it is said. */
static bool is_screen(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (found->kind != ISNAD_SOURCE_OUTLET) return false;
  for (size_t at = trigger->first; at < trigger->first + trigger->count; at++)
    if (note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_VENUE) != NULL) return false;
  return true;
}

/* With no more than a word or a mark before it. */
static bool opens_sentence(const note_scan *s, const note_unit *unit, size_t at) {
  return at <= unit->first + 1 || cited_token(s, at - 1)->kind == ISNAD_TOKEN_PUNCT;
}

/* A platform or a screen is a source where something is said on it, not where it is spoken about or watched. */
bool cited_is_channel(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { BEFORE = 16, BEHIND = 6, NEAR = 4 };
  const isnad_phrase *opens = note_word_at(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (isnad_triggers_rows[trigger->row].form != ISNAD_TRIGGERS_FORM_NOUN) return true;
  if (is_watched(unit, trigger)) return false;
  if (opens == NULL || (found->kind != ISNAD_SOURCE_SOCIAL && !is_screen(unit, trigger, found))) return true;
  size_t behind = found->last + BEHIND < unit->last ? found->last + BEHIND : unit->last;
  bool ahead = opens_sentence(s, unit, trigger->first) && cited_has_report(unit, behind, BEHIND); /* "On Twitter X wrote" */
  return ahead || cited_has_report(unit, trigger->first, BEFORE) || note_tells_before(unit, trigger->first, NEAR);
}
