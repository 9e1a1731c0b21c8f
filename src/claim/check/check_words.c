/* The words of data/ar/check_words.tsv, and those that deny (data/ar/claim_words.tsv), as the parts of a check ask for them. */
#include "claim/check/check_words.h"

#include <string.h>

enum { HITS = 8, ROW_BITS = 16, MOST_ROWS_OF_A_WORD = 4 };

isnad_slice check_next_form(isnad_slice *rest) {
  const char *bar = memchr(rest->bytes, '|', rest->length);
  isnad_slice form = {rest->bytes, bar != NULL ? (size_t)(bar - rest->bytes) : rest->length};
  *rest = (isnad_slice){rest->bytes + form.length + (bar != NULL), rest->length - form.length - (bar != NULL)};
  return form;
}

/* The word as it is matched: folded, as a stem. */
uint64_t check_word_stem(isnad_arena *scratch, isnad_slice word) {
  char room[ISNAD_STEM_ROOM];
  isnad_slice folded = {NULL, 0};
  if (isnad_arabic_fold(&folded, NULL, scratch, word, ISNAD_FOLD_MATCH, NULL) != ISNAD_OK || folded.length == 0) return 0;
  return isnad_token_hash(isnad_arabic_stem(room, folded));
}

/* Rows are kept from 1 in sixteen bits each; a fifth row of one stem is left out. */
static void add_row(uint64_t *rows, size_t row) {
  for (unsigned i = 0; i < MOST_ROWS_OF_A_WORD; i++) {
    uint64_t kept = *rows >> (i * ROW_BITS) & UINT16_MAX;
    if (kept == row + 1) return;
    if (kept != 0) continue;
    *rows |= (uint64_t)(row + 1) << (i * ROW_BITS);
    return;
  }
}

/* Of one map for each role; the other side of a row in a map of its own. */
isnad_status check_words_read(check_table *out, isnad_arena *arena, isnad_err *err) {
  for (size_t r = 0; r < CHECK_ROLES; r++)
    if (!map_new(&out->one[r], arena, 64) || !map_new(&out->other[r], arena, 16)) return isnad_arena_fail(err, arena, "claim");
  for (size_t i = 0; i < isnad_check_words_count; i++) {
    const isnad_check_words_row *row = &isnad_check_words_rows[i];
    for (int side = 0; side < 2; side++) {
      const char *text = side == 0 ? row->form : row->other;
      isnad_slice rest = text != NULL ? isnad_slice_of(text) : (isnad_slice){NULL, 0};
      while (rest.length > 0) {
        uint64_t *rows = map_put(side == 0 ? &out->one[row->role] : &out->other[row->role], check_word_stem(arena, check_next_form(&rest)));
        if (rows == NULL) return isnad_arena_fail(err, arena, "claim");
        add_row(rows, i);
      }
    }
  }
  return ISNAD_OK;
}

static uint64_t rows_of(const map *words, uint64_t stem) {
  const uint64_t *rows = stem != 0 ? map_get(words, stem) : NULL;
  return rows != NULL ? *rows : 0;
}

bool check_is(const check_table *table, isnad_check_words_role role, uint64_t stem) { return rows_of(&table->one[role], stem) != 0; }

uint64_t check_rows(const check_table *table, isnad_check_words_role role, int side, uint64_t stem) {
  return rows_of(side == 0 ? &table->one[role] : &table->other[role], stem);
}

bool check_rows_meet(uint64_t a, uint64_t b) {
  for (uint64_t x = a; x != 0; x >>= ROW_BITS)
    for (uint64_t y = b; y != 0; y >>= ROW_BITS)
      if ((x & UINT16_MAX) == (y & UINT16_MAX)) return true;
  return false;
}

/* Rows of acts have imperfects, which begin with yeh; rows of things have none. */
bool check_is_act(const check_table *table, uint64_t stem) {
  static const char imperfect[] = "|\xD9\x8A";
  for (uint64_t rows = rows_of(&table->one[ISNAD_CHECK_WORDS_ROLE_SAME], stem); rows != 0; rows >>= ROW_BITS)
    if (strstr(isnad_check_words_rows[(rows & UINT16_MAX) - 1].form, imperfect) != NULL) return true;
  return false;
}

int check_wins(const check_table *table, uint64_t stem) {
  if (rows_of(&table->one[ISNAD_CHECK_WORDS_ROLE_WIN], stem) != 0 || rows_of(&table->one[ISNAD_CHECK_WORDS_ROLE_BEAT], stem) != 0) return 1;
  return rows_of(&table->other[ISNAD_CHECK_WORDS_ROLE_WIN], stem) != 0 ? 2 : 0;
}

uint64_t check_stem(const isnad_tokens *tokens, size_t at) {
  char room[ISNAD_STEM_ROOM];
  if (at >= tokens->count || tokens->items[at].kind != ISNAD_TOKEN_WORD) return 0;
  return isnad_token_hash(isnad_arabic_stem(room, isnad_token_form(tokens, at)));
}

size_t check_find_role(const check_table *table, isnad_check_words_role role, const isnad_tokens *tokens, size_t first, size_t last) {
  for (size_t t = first; t < last && t < tokens->count; t++)
    if (check_is(table, role, check_stem(tokens, t))) return t;
  return SIZE_MAX;
}

/* The one reader of the rows of denial: "not", "denied", "news of". */
check_denial check_denial_at(size_t *taken, const isnad_tokens *tokens, size_t at) {
  static const struct {
    const char *key;
    check_denial kind;
  } kinds[] = {{"deny", CHECK_DENIES}, {"not", CHECK_NOT}, {"news", CHECK_NEWS}, {"but", CHECK_BUT}};
  isnad_phrase hits[HITS];
  size_t count = 0;
  *taken = 0;
  if (at < tokens->count && tokens->items[at].kind == ISNAD_TOKEN_WORD)
    count = isnad_phrases_at(hits, HITS, tokens, at, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < count; i++) {
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    for (size_t k = 0; row->role == ISNAD_CLAIM_WORDS_ROLE_DENY && k < sizeof kinds / sizeof kinds[0]; k++)
      if (strcmp(row->key, kinds[k].key) == 0) {
        *taken = hits[i].count;
        return kinds[k].kind;
      }
  }
  return CHECK_SAYS_NOTHING;
}
