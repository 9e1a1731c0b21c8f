#include "chain/speakers.h"

#include "arabic/letters.h"
#include "tables.h"

enum { HITS = 8, LETTER = 2 };

static bool is_letter(const char *at, unsigned code) {
  const unsigned char *p = (const unsigned char *)at;
  return p[0] == (0xC0 | code >> 6) && p[1] == (0x80 | (code & 0x3F));
}

/* The word without its article. */
static isnad_slice bare(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  bool lam = form.length > 4 * LETTER && is_letter(form.bytes + LETTER, LETTER_LAM);
  bool article = lam && (is_letter(form.bytes, LETTER_ALEF) || is_letter(form.bytes, LETTER_LAM)); /* or swallowed by "to" */
  return article ? (isnad_slice){form.bytes + 2 * LETTER, form.length - 2 * LETTER} : form;
}

/* The same word, also behind "of": "a statement of the ministry". */
static bool is_word(const isnad_tokens *many, size_t at, isnad_slice word) {
  isnad_slice form = bare(many, at);
  if (isnad_slice_equal(form, word)) return true;
  bool of = at > 0 && form.length > 3 * LETTER && is_letter(form.bytes, LETTER_LAM);
  return of && isnad_slice_equal((isnad_slice){form.bytes + LETTER, form.length - LETTER}, word);
}

static bool holds(const isnad_tokens *many, isnad_slice word) {
  for (size_t i = 0; i < many->count; i++)
    if (is_word(many, i, word)) return true;
  return false;
}

static bool ends_with(const isnad_tokens *many, const isnad_tokens *few) {
  for (size_t i = 0; i < few->count; i++)
    if (!is_word(many, many->count - few->count + i, bare(few, i))) return false;
  return true;
}

/* An id of no table, of a kind of body, or none. */
static bool is_general(isnad_slice id) { return id.length == 0 || id.bytes[0] == '@' || isnad_slice_starts(id, isnad_slice_of("org.any.")); }

bool chain_one_speaker(isnad_arena *arena, isnad_slice a_id, isnad_slice a_name, isnad_slice b_id, isnad_slice b_name) {
  isnad_tokens a, b;
  if (!is_general(a_id) && !is_general(b_id)) return isnad_slice_equal(a_id, b_id);
  if (isnad_arabic_tokens(&a, arena, a_name, NULL) != ISNAD_OK || isnad_arabic_tokens(&b, arena, b_name, NULL) != ISNAD_OK) return false;
  const isnad_tokens *few = a.count <= b.count ? &a : &b, *many = few == &a ? &b : &a;
  if (few->count == 0) return false;
  for (size_t i = 0; i < few->count; i++)
    if (!holds(many, bare(few, i))) return false;
  if (few->count > 1 && ends_with(many, few)) return true; /* "the board of the bank" */
  bool last = few->count == 1 && isnad_slice_equal(bare(few, 0), bare(many, many->count - 1));
  return last || isnad_slice_equal(bare(few, 0), bare(many, 0));
}

bool chain_is_called_medium(isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  isnad_phrase hits[HITS];
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK || tokens.count < 2) return false;
  size_t count = isnad_phrases_at(hits, HITS, &tokens, 0, 1u << ISNAD_TABLE_HEADS, 0);
  for (size_t i = 0; i < count; i++) {
    isnad_heads_kind kind = isnad_heads_rows[hits[i].row].kind;
    if (hits[i].count < tokens.count && (kind == ISNAD_HEADS_KIND_AGENCY || kind == ISNAD_HEADS_KIND_OUTLET)) return true;
  }
  return false;
}
