/* Nouns that the rows have in another form: people called by the adjective of their country, and duals. */
#include "claim/figure_read.h"

#include <string.h>

enum { LETTER = 2, DUAL_LEAST = 5 };

/* "Two million Frenchmen": the country by whose adjective they are called; NULL: the word is none. */
static const isnad_places_row *nation_of(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hits[CLAIM_HITS];
  size_t count = isnad_phrases_at(hits, CLAIM_HITS, tokens, at, 1u << ISNAD_TABLE_PLACES, 0);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cell == ISNAD_PLACES_CELL_ADJECTIVES && hits[i].count == 1) return &isnad_places_rows[hits[i].row];
  return NULL;
}

/* The table has the adjective; the counted noun has an ending of case or number as well. */
const isnad_places_row *figure_nation_at(const claim_scan *s, size_t at) {
  const isnad_places_row *found = nation_of(s->tokens, at);
  isnad_slice form = isnad_token_form(s->tokens, at);
  for (size_t cut = LETTER; found == NULL && cut <= 2 * LETTER && form.length > cut + 3 * LETTER; cut += LETTER) {
    isnad_tokens alone;
    if (!figure_word_has_ending(form, cut)) continue;
    if (isnad_arabic_tokens(&alone, s->arena, (isnad_slice){form.bytes, form.length - cut}, NULL) != ISNAD_OK || alone.count != 1) break;
    found = nation_of(&alone, 0);
  }
  return found;
}

/* The folded word in the singular, of a dual: without its ending, with teh marbuta for teh. Empty: it is none. */
static isnad_slice singular_of(const claim_scan *s, size_t at) {
  static const char teh[] = "\xD8\xAA", heh[] = "\xD9\x87";
  isnad_slice form = isnad_token_form(s->tokens, at);
  size_t cut = isnad_arabic_proclitics(form);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  if (form.length < DUAL_LEAST * LETTER || !figure_word_has_ending(form, 2 * LETTER)) return (isnad_slice){NULL, 0};
  isnad_slice rest = {form.bytes, form.length - 2 * LETTER};
  bool feminine = memcmp(rest.bytes + rest.length - LETTER, teh, LETTER) == 0;
  return feminine ? isnad_arena_printf(s->arena, "%.*s%s", (int)(rest.length - LETTER), rest.bytes, heh) : rest;
}

/* "Two workers", "two unmanned aircraft": the rows have the singular, of the noun and of its adjective. */
const isnad_claim_words_row *figure_dual_at(const claim_scan *s, size_t first, size_t last) {
  isnad_tokens alone;
  isnad_phrase hits[CLAIM_HITS];
  isnad_slice noun = singular_of(s, first), more = noun.length > 0 && first + 1 < last ? singular_of(s, first + 1) : noun;
  if (noun.length == 0) return NULL;
  isnad_slice words = more.bytes != noun.bytes && more.length > 0
                          ? isnad_arena_printf(s->arena, "%.*s %.*s", (int)noun.length, noun.bytes, (int)more.length, more.bytes)
                          : noun;
  if (isnad_arabic_tokens(&alone, s->arena, words, NULL) != ISNAD_OK) return NULL;
  size_t count = isnad_phrases_at(hits, CLAIM_HITS, &alone, 0, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
  for (size_t i = 0; i < count && hits[i].count == hits[0].count; i++) {
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    if (row->role == ISNAD_CLAIM_WORDS_ROLE_THING || row->role == ISNAD_CLAIM_WORDS_ROLE_PEOPLE || row->role == ISNAD_CLAIM_WORDS_ROLE_VICTIM)
      return row;
  }
  return NULL;
}
