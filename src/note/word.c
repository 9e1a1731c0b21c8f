/* The roles of small words, and the article. */
#include "note/word.h"

const isnad_phrase *note_word_at(const note_unit *unit, size_t at, isnad_quote_words_role role) {
  if (at < unit->first || at >= unit->last || !note_has_hit(unit, at, ISNAD_TABLE_QUOTE_WORDS)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_QUOTE_WORDS && isnad_quote_words_rows[hits[i].row].role == role) return &hits[i];
  return NULL;
}

bool note_is_definite(const note_scan *s, const note_unit *unit, size_t at) {
  if (!word_begins(isnad_token_form(&s->page->tokens, at), LETTER_ALEF, LETTER_LAM)) return false;
  const isnad_phrase *own = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_OWN);
  return own == NULL || own->cut > 0;
}

bool note_tells_before(const note_unit *unit, size_t at, size_t near) {
  for (size_t back = 1; back <= near && at >= unit->first + back; back++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(unit, at - back, &count);
    for (size_t i = 0; i < count; i++) {
      if (hits[i].table == ISNAD_TABLE_HEADS || hits[i].table == ISNAD_TABLE_VERBS || hits[i].table == ISNAD_TABLE_TRIGGERS) return true;
      if (hits[i].table == ISNAD_TABLE_QUOTE_WORDS && isnad_quote_words_rows[hits[i].row].role == ISNAD_QUOTE_WORDS_ROLE_VENUE) return true;
    }
  }
  return false;
}
