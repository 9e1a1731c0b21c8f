/* The roles of small words, the article, and the words of a span as a name. */
#include "note/word.h"

#include <string.h>

const isnad_phrase *note_find_word(const note_unit *unit, size_t at, isnad_quote_words_role role) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_QUOTE_WORDS && isnad_quote_words_rows[hits[i].row].role == role) return &hits[i];
  return NULL;
}

bool note_is_definite(const note_scan *s, const note_unit *unit, size_t at) {
  if (!word_begins(isnad_token_form(&s->page->tokens, at), LETTER_ALEF, LETTER_LAM)) return false;
  isnad_slice text = isnad_slice_at(s->page->text, s->page->tokens.items[at].span);
  if (word_letter_at(text, 0, LETTER_ALEF_HAMZA_ABOVE) || word_letter_at(text, 0, LETTER_ALEF_MADDA)) return false; /* "Alston", no article */
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

bool note_is_medium(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return note_has_hit(unit, at, ISNAD_TABLE_OUTLETS) || (head != NULL && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET);
}

isnad_slice note_unquoted(const note_scan *s, isnad_span span) {
  const isnad_tokens *tokens = &s->page->tokens;
  isnad_slice text = isnad_slice_at(s->page->text, span);
  char *made = NULL;
  size_t length = 0, from = span.begin;
  for (size_t at = isnad_tokens_seek(tokens, span.begin); at < tokens->count && tokens->items[at].span.end <= span.end; at++) {
    const isnad_token *t = &tokens->items[at];
    if (t->kind != ISNAD_TOKEN_QUOTE || t->span.begin < span.begin) continue;
    if (made == NULL) made = isnad_arena_alloc(s->arena, text.length);
    if (made == NULL) return text;
    memcpy(made + length, s->page->text.bytes + from, t->span.begin - from);
    length += t->span.begin - from;
    from = t->span.end;
  }
  if (made == NULL) return text;
  memcpy(made + length, s->page->text.bytes + from, span.end - from);
  return (isnad_slice){made, length + span.end - from};
}

isnad_slice note_name_text(const note_scan *s, isnad_span span) {
  isnad_slice text = note_unquoted(s, span);
  if (!word_begins(text, LETTER_LAM, LETTER_LAM)) return text;
  static const char alef[] = {(char)(0xC0 | LETTER_ALEF >> 6), (char)(0x80 | (LETTER_ALEF & 0x3F)), '\0'};
  isnad_slice rest = {text.bytes + WORD_LETTER, text.length - WORD_LETTER};
  isnad_slice made = isnad_arena_printf(s->arena, "%s%.*s", alef, (int)rest.length, rest.bytes);
  return made.length > 0 ? made : text;
}
