/* A platform, a screen, a page: where something is said, or where it is only watched. */
#include "note/sources/citation.h"

bool cited_is_verb_cut(const note_scan *s, const isnad_phrase *trigger) {
  isnad_slice form = cited_form(s, trigger->first);
  for (size_t at = 0; at < trigger->cut; at += WORD_LETTER) {
    bool link = at == 0 && (word_letter_at(form, at, LETTER_WAW) || word_letter_at(form, at, LETTER_FEH));
    if (!link && !word_letter_at(form, at, LETTER_SEEN)) return false;
  }
  return true;
}

bool cited_has_report(const note_scan *s, const note_unit *unit, size_t at, size_t near) {
  for (size_t back = 1; back <= near && at >= unit->first + back; back++) {
    const isnad_phrase *that = note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_THAT);
    if (that != NULL && that->count == 1) return false; /* "said that it spread | on the platform": inside what is said */
    if (note_has_word(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false; /* "a bomb that is sent | on the platform" */
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_VERBS), *trigger = note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (verb != NULL && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES && cited_is_verb_cut(s, verb)) return true;
    if (trigger != NULL && cited_is_verb_cut(s, trigger) &&
        (cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB || cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE))
      return true;
  }
  return false;
}

/* "Views | on the platform", "shown | on the screen of": what is watched there, nothing that is said there. */
static bool is_watched(const note_unit *unit, const isnad_phrase *trigger) {
  enum { NEAR = 3 };
  for (size_t back = 1; back <= NEAR && trigger->first >= unit->first + back; back++)
    if (note_has_word(unit, trigger->first - back, ISNAD_QUOTE_WORDS_ROLE_WATCHED)) return true;
  return false;
}

/* "Five accounts | on the platform": pages there are counted or opened, nothing is said on them. */
static bool names_accounts(const note_unit *unit, size_t at) {
  const isnad_phrase *head = at > unit->first ? note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS) : NULL;
  if (head == NULL || isnad_heads_rows[head->row].takes != ISNAD_HEADS_TAKES_NAME) return false;
  return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_SOCIAL || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET;
}

/* "The tweets did not appear | on the platform". */
static bool is_denied(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 4 };
  for (size_t back = 2; back <= NEAR && at >= unit->first + back && cited_is_word(s, unit, at - back); back++) {
    const isnad_phrase *no = note_word_at(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
    if (no != NULL && word_letter_at(cited_form(s, at - back), no->cut, LETTER_LAM)) return true; /* "what" may negate too */
  }
  return false;
}

/* "On the channel", "on the screen of": where something is shown; "in an interview with" is where it is said. */
static bool is_screen(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (found->kind != ISNAD_SOURCE_OUTLET) return false;
  for (size_t at = trigger->first; at < trigger->first + trigger->count; at++)
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return false;
  return true;
}

/* "On the screen of | the television": any. */
static bool is_any_screen(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  bool alone = head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NONE && found->last == head->first + head->count;
  return found->named.id.length == 0 && alone && cited_trigger(trigger)->takes == ISNAD_TRIGGERS_TAKES_DIRECT && is_screen(unit, trigger, found);
}

/* With no more than a word or a mark before it. */
static bool opens_sentence(const note_scan *s, const note_unit *unit, size_t at) {
  return at <= unit->first + 1 || cited_token(s, at - 1)->kind == ISNAD_TOKEN_PUNCT;
}

bool cited_is_channel(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { BEFORE = 16, BEHIND = 6, NEAR = 4 };
  const isnad_phrase *opens = note_word_at(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_NOUN) return true;
  if (is_watched(unit, trigger) || is_any_screen(unit, trigger, found)) return false;
  if (opens == NULL || (found->kind != ISNAD_SOURCE_SOCIAL && !is_screen(unit, trigger, found))) return true;
  size_t behind = found->last + BEHIND < unit->last ? found->last + BEHIND : unit->last;
  if (names_accounts(unit, trigger->first) && trigger->first > unit->first + 1 && cited_token(s, trigger->first - 2)->kind == ISNAD_TOKEN_NUMBER)
    return false;                                                                                    /* "250 channels | on the platform" */
  bool ahead = opens_sentence(s, unit, trigger->first) && cited_has_report(s, unit, behind, BEHIND); /* "On Twitter X wrote" */
  if (ahead) return true;
  if (is_denied(s, unit, trigger->first)) return false;
  if (cited_has_report(s, unit, trigger->first, BEFORE)) return true;
  return note_tells_before(unit, trigger->first, NEAR) && !names_accounts(unit, trigger->first);
}
