/* The office that the words beside a name mean. */
#include "entity/weaving.h"

#include "base/buf.h"

#include "tables.h"

#include <string.h>

/* The office whose phrase covers most of the words; a phrase of one word is too little. */
static const isnad_offices_row *longest_office(const isnad_tokens *tokens) {
  const isnad_offices_row *best = NULL;
  size_t most = 1;
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hit;
    if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_OFFICES, ISNAD_PHRASE_CUT) == 0 || hit.count <= most) continue;
    most = hit.count;
    best = &isnad_offices_rows[hit.row];
  }
  return best;
}

/* "The former minister", "the late president": the words are of one who holds it no more. */
static bool is_former(const isnad_tokens *tokens) {
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hit;
    if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_TITLES, ISNAD_PHRASE_CUT) == 0) continue;
    const isnad_titles_row *row = &isnad_titles_rows[hit.row];
    if (row->kind == ISNAD_TITLES_KIND_MODIFIER && row->office != NULL && strcmp(row->office, "former") == 0) return true;
  }
  return false;
}

static isnad_slice country_in(const isnad_tokens *tokens) {
  for (size_t at = 0; at < tokens->count; at++) {
    isnad_phrase hit;
    if (isnad_phrases_at(&hit, 1, tokens, at, 1u << ISNAD_TABLE_PLACES, ISNAD_PHRASE_CUT) == 1 && isnad_places_rows[hit.row].country != NULL)
      return isnad_slice_of(isnad_places_rows[hit.row].country);
  }
  return (isnad_slice){NULL, 0};
}

const char *office_of_words(isnad_slice *phrase, isnad_slice *country, isnad_arena *arena, isnad_slice words, isnad_err *err) {
  isnad_tokens tokens;
  *phrase = *country = (isnad_slice){NULL, 0};
  if (isnad_arabic_tokens(&tokens, arena, words, err) != ISNAD_OK) return NULL;
  buf b = buf_new(arena, words.length + 1);
  for (size_t i = 0; i < tokens.count; i++) {
    if (tokens.items[i].kind != ISNAD_TOKEN_WORD && tokens.items[i].kind != ISNAD_TOKEN_NUMBER) continue;
    if (b.length > 0) buf_add_char(&b, ' ');
    buf_add_slice(&b, isnad_token_form(&tokens, i));
  }
  *phrase = buf_slice(&b);
  *country = country_in(&tokens);
  const isnad_offices_row *row = longest_office(&tokens);
  return row != NULL && !is_former(&tokens) ? row->id : NULL;
}
