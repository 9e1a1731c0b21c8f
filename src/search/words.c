#include "search/words.h"

#include "arabic/phrase_tables.h"

enum { ONE_LETTER = 2 };

const isnad_search_words_row *search_word(uint64_t token_hash) {
  uint32_t at = (uint32_t)token_hash & search_word_mask;
  while (search_word_hashes[at] != 0 && search_word_hashes[at] != token_hash) at = (at + 1) & search_word_mask;
  return search_word_hashes[at] == 0 ? NULL : &isnad_search_words_rows[search_word_rows[at]];
}

static bool is_listed_stop(uint64_t token_hash) {
  const isnad_search_words_row *row = search_word(token_hash);
  return row != NULL && row->stop == ISNAD_SEARCH_WORDS_STOP_YES;
}

bool search_is_stop(const isnad_token *token) {
  if (token->kind != ISNAD_TOKEN_WORD) return false;
  return ((token->flags & ISNAD_TOKEN_ARABIC) != 0 && token->length <= ONE_LETTER) || is_listed_stop(token->hash);
}

static void put(buf *out, char place, char mark, isnad_slice form) {
  char *at = buf_extend(out, TERM_LONGEST + 2);
  if (at == NULL) return;
  size_t used = 0;
  at[used++] = place;
  if (mark != 0) at[used++] = mark;
  used += tokenizer_code(at + used, form);
  out->length -= TERM_LONGEST + 2 - used;
}

void search_put(buf *out, char place, isnad_slice term) { put(out, place, 0, term); }

void search_put_stem(buf *out, isnad_slice stem) {
  bool one_letter = stem.length == ONE_LETTER && ((unsigned char)stem.bytes[0] & 0x80) != 0; /* no number of two digits */
  search_put(out, TERM_NEXT, stem);
  if (!one_letter && !is_listed_stop(isnad_token_hash(stem))) search_put_exact(out, TERM_BESIDE, stem);
}

void search_put_exact(buf *out, char place, isnad_slice form) { put(out, place, TERM_EXACT, form); }

void search_put_marked(buf *out, char place, char mark, isnad_slice id) { put(out, place, mark, id); }
