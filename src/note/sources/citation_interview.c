/* The medium that an interview or a report belongs to, apart from its verb: "in an interview of King | on CNN", "a report | of the network X". */
#include "note/sources/citation.h"

/* A medium that the tables know, by its name or behind its head noun. */
static bool medium_at(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  *out = (cited){0};
  if (!cited_read(s, unit, at, false, out)) return false;
  return out->named.id.length > 0 && (out->kind == ISNAD_SOURCE_AGENCY || out->kind == ISNAD_SOURCE_OUTLET);
}

/* "In | an interview", "during | a talk", which may be one phrase of the tables. */
static bool is_venue(const note_unit *unit, size_t at) {
  if (!note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_VENUE) || at == unit->first) return false;
  const isnad_phrase *in = note_word_at(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return (in != NULL && in->count == 1) || note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
}

/* "In an interview of King | on", with nothing but who is asked and how between. */
static bool in_interview(const note_scan *s, const note_unit *unit, size_t at) {
  enum { FAR = 8 };
  const isnad_phrase *on = at > unit->first ? note_word_at(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) : NULL;
  if (on == NULL || on->count > 1 || note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN) ||
      note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_ABOUT))
    return false;
  for (size_t back = 2; back <= FAR && at >= unit->first + back; back++) {
    size_t i = at - back;
    if (!cited_is_word(s, unit, i) || note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    if (is_venue(unit, i)) return true;
    const isnad_phrase *verb = note_hit_at(unit, i, ISNAD_TABLE_VERBS);
    if (verb != NULL && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES && verb->cell <= ISNAD_VERBS_CELL_P) return false;
  }
  return false;
}

/* "A report | of the network": li joined to the medium behind what it published, which has no article. */
static bool is_of_report(const note_scan *s, const note_unit *unit, size_t at) {
  const isnad_phrase *outlet = note_hit_at(unit, at, ISNAD_TABLE_OUTLETS), *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  bool joined = (outlet != NULL && outlet->cut > 0) || (head != NULL && head->cut > 0);
  return joined && at > unit->first && word_letter_at(cited_form(s, at), 0, LETTER_LAM) &&
         note_has_word(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_WRITTEN) && !note_is_definite(s, unit, at - 1);
}

bool cited_interview(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  if (!cited_may_be_medium(unit, at)) return false;
  return (is_of_report(s, unit, at) || in_interview(s, unit, at)) && medium_at(s, unit, at, out);
}
