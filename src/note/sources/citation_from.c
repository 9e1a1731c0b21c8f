/* The one-word preposition "from": whose words a carrier relays, and much else. */
#include "note/sources/citation.h"

/* The one-word preposition "from" cites only behind a verb that carries ("X reported from Y"), or before a medium that the tables know. */
bool cited_is_bare_from(const note_unit *unit, const isnad_phrase *trigger) {
  return trigger->count == 1 && note_has_word(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
}

static bool known_medium_at(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, cited_skip_quotes(s, unit, at), ISNAD_TABLE_OUTLETS);
  return outlet != NULL && isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_NO &&
         isnad_outlets_rows[outlet->row].kind != ISNAD_OUTLETS_KIND_PLATFORM; /* "differs from Facebook" */
}

/* The words that carry what follows; a "from" before carries only out of a medium: "from Reuters | from a source", but not "from the world and | from
 * the agency". */
static bool is_carrier(const note_scan *s, const note_unit *unit, const isnad_phrase *hit) {
  if (hit == NULL || cited_trigger(hit)->force != ISNAD_TRIGGERS_FORCE_CARRIES || cited_trigger(hit)->form == ISNAD_TRIGGERS_FORM_NOUN) return false;
  return !cited_is_bare_from(unit, hit) || known_medium_at(s, unit, hit->first + hit->count);
}

static bool behind_carrier(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 9 };
  for (size_t back = 1; back <= NEAR && at >= unit->first + back; back++)
    if (cited_is_word(s, unit, at - back) && is_carrier(s, unit, note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS))) return true;
  return false;
}

/* "The one responsible | for". */
static bool is_charged(const note_unit *unit, size_t at) {
  const isnad_phrase *head = at > unit->first ? note_hit_at(unit, at - 1, ISNAD_TABLE_HEADS) : NULL;
  if (head == NULL || head->count > 1) return false;
  const isnad_heads_row *row = &isnad_heads_rows[head->row];
  bool person = row->kind == ISNAD_HEADS_KIND_OFFICIAL || row->kind == ISNAD_HEADS_KIND_UNNAMED;
  return person && row->takes == ISNAD_HEADS_TAKES_NONE && note_has_hit(unit, at - 1, ISNAD_TABLE_TITLES);
}

bool cited_is_from(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (is_charged(unit, trigger->first)) return false;
  return behind_carrier(s, unit, trigger->first) || known_medium_at(s, unit, trigger->first + trigger->count);
}

/* His words, or "that", near behind. */
static bool tells_behind(const note_unit *unit, size_t at) {
  enum { NEAR = 8 };
  for (size_t i = at; i < unit->last && i < at + NEAR; i++) {
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_VERBS);
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT) || (verb != NULL && verb->cell == ISNAD_VERBS_CELL_NOUN)) return true;
  }
  return false;
}

/* "Ascribed | the news | to sources", "its information": what was told stands between the verb and "to". */
static bool is_news(const note_scan *s, const note_unit *unit, size_t at) {
  enum { NEAR = 4 };
  if (at < unit->first + 2 || !note_has_word(unit, at - 2, ISNAD_QUOTE_WORDS_ROLE_NEWS)) return false;
  for (size_t back = 3; back <= NEAR + 2 && at >= unit->first + back && cited_is_word(s, unit, at - back); back++) {
    const isnad_phrase *verb = note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (verb != NULL && cited_trigger(verb)->form == ISNAD_TRIGGERS_FORM_VERB) return back > 3 && note_is_medium(unit, at - back + 1);
  }
  return false;
}

/* "The paper learnt | from sources", "ascribed | to sources | their words": from whom a medium has what it tells. */
bool cited_learnt(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  enum { NEAR = 6 };
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0 || at <= unit->first) return false;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  if (kind != ISNAD_HEADS_KIND_ANONYMOUS && kind != ISNAD_HEADS_KIND_UNNAMED) return false;
  if (note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO) && is_news(s, unit, at)) {
    *out = (cited){.first = at};
    return cited_read(s, unit, at, false, out);
  }
  if (kind != ISNAD_HEADS_KIND_ANONYMOUS) return false;
  isnad_slice from = cited_form(s, at - 1);
  bool to = note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_TO) && tells_behind(unit, head->first + head->count);
  if (!to && (from.length != 2 * WORD_LETTER || !word_begins(from, LETTER_MEEM, LETTER_NOON))) return false;
  for (size_t back = 2; back <= NEAR && at >= unit->first + back; back++) {
    const isnad_phrase *trigger = note_hit_at(unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (trigger == NULL || cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB) continue;
    *out = (cited){.first = at};
    return cited_trigger(trigger)->force == (to ? ISNAD_TRIGGERS_FORCE_CARRIES : ISNAD_TRIGGERS_FORCE_OBTAINS) && cited_read(s, unit, at, false, out);
  }
  return false;
}
