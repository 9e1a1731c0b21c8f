/* "The paper X and the paper Y told that": a second medium that "and" ties to the first. */
#include "note/sources/citation.h"

static bool is_medium(const cited *found) { return found->kind == ISNAD_SOURCE_AGENCY || found->kind == ISNAD_SOURCE_OUTLET; }

static bool is_linked(const note_scan *s, size_t at, const isnad_phrase *hit) {
  return hit != NULL && hit->cut == WORD_LETTER && word_letter_at(cited_form(s, at), 0, LETTER_WAW);
}

bool cited_second(const note_scan *s, const note_unit *unit, const cited *first, cited *out) {
  enum { ADJECTIVES = 2 };
  size_t at = cited_skip_quotes(s, unit, first->last);
  if (!is_medium(first)) return false;
  for (size_t n = 0; n < ADJECTIVES && cited_is_word(s, unit, at) && note_is_definite(s, unit, at) && !cited_ends_name(unit, at); n++) at++;
  if (!cited_is_word(s, unit, at)) return false;
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
