/* "In a study | that was made in Egypt, it turned out that": what finds something out, where a sentence opens in it or its making is told. */
#include "note/sources/citation.h"

/* With nothing but "and" before it, or a mark that ends what stands before. */
static bool opens_sentence(const note_scan *s, const note_unit *unit, size_t at) {
  return at == unit->first || cited_is_mark(s, at - 1, ".") || cited_is_mark(s, at - 1, ":");
}

/* A verb of publishing or making behind it. */
static bool is_made(const note_unit *unit, size_t at) {
  const isnad_phrase *made = note_hit_at(unit, at, ISNAD_TABLE_TRIGGERS);
  return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PRINTED) || (made != NULL && cited_trigger(made)->form == ISNAD_TRIGGERS_FORM_RELATIVE);
}

bool cited_study(const note_scan *s, const note_unit *unit, size_t at, cited *out) {
  if (at == unit->first || !note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RESEARCH)) return false; /* most tokens end here */
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  if (head == NULL || head->cut > 0) return false;
  const isnad_phrase *in = note_word_at(unit, at - 1, ISNAD_QUOTE_WORDS_ROLE_IN);
  if (in == NULL || in->count > 1 || note_is_definite(s, unit, at) || !cited_read(s, unit, at, false, out)) return false;
  if (out->kind != ISNAD_SOURCE_DOCUMENT || out->last >= unit->last) return false;
  return opens_sentence(s, unit, at - 1) || is_made(unit, out->last);
}
