#include "claim/terms.h"

#include "arabic/letters.h"
#include "tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LETTER_BYTES = 2, LONGEST_STEM = 64, SHORTEST = 3, MOST_COMMON = 100000, FLOOR = 60, KEY_WEIGHT = 9, SHORTEST_WORD = 4 };

/* --- stems --- */

typedef struct stem {
  unsigned letters[LONGEST_STEM]; /* as two bytes of UTF-8 */
  size_t count;
} stem;

static unsigned letter_of(unsigned code) { return (0xC0u | code >> 6) << 8 | (0x80u | (code & 0x3Fu)); }

static bool is_letter(unsigned letter, unsigned code) { return letter == letter_of(code); }

static bool read_letters(stem *out, isnad_slice word) {
  out->count = 0;
  for (size_t i = 0; i + 1 < word.length && out->count < LONGEST_STEM; i += LETTER_BYTES) {
    unsigned char lead = (unsigned char)word.bytes[i];
    if (lead < 0xC2 || lead > 0xDF) return false; /* another script */
    out->letters[out->count++] = (unsigned)lead << 8 | (unsigned char)word.bytes[i + 1];
  }
  return word.length % LETTER_BYTES == 0;
}

static bool ends(const stem *s, unsigned before, unsigned last) {
  return s->count >= SHORTEST + 2 && is_letter(s->letters[s->count - 2], before) && is_letter(s->letters[s->count - 1], last);
}

/* Endings of number, person and possession, the longest first. */
static bool cut_ending(stem *s) {
  static const unsigned pairs[][2] = {{LETTER_ALEF, LETTER_TEH}, {LETTER_WAW, LETTER_NOON},  {LETTER_YEH, LETTER_NOON}, {LETTER_ALEF, LETTER_NOON},
                                      {LETTER_HEH, LETTER_ALEF}, {LETTER_NOON, LETTER_ALEF}, {LETTER_WAW, LETTER_ALEF}, {LETTER_YEH, LETTER_HEH}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
    if (ends(s, pairs[i][0], pairs[i][1])) {
      s->count -= 2;
      return true;
    }
  if (s->count <= SHORTEST) return false;
  unsigned last = s->letters[s->count - 1];
  if (!is_letter(last, LETTER_HEH) && !is_letter(last, LETTER_YEH) && !is_letter(last, LETTER_ALEF) && !is_letter(last, LETTER_TEH)) return false;
  s->count--;
  return true;
}

static bool is_vowel(unsigned letter) { return is_letter(letter, LETTER_ALEF) || is_letter(letter, LETTER_WAW) || is_letter(letter, LETTER_YEH); }

/* The letters without the long vowels behind the first, if three are left. */
static void cut_vowels(stem *s) {
  stem bare = {.count = 0};
  for (size_t i = 0; i < s->count; i++)
    if (i == 0 || !is_vowel(s->letters[i])) bare.letters[bare.count++] = s->letters[i];
  if (bare.count >= SHORTEST) *s = bare;
}

uint64_t claim_stem(isnad_slice word) {
  size_t cut = isnad_arabic_proclitics(word);
  stem s;
  if (!read_letters(&s, (isnad_slice){word.bytes + cut, word.length - cut}) || s.count == 0) return isnad_token_hash(word);
  if (cut_ending(&s)) cut_ending(&s);
  cut_vowels(&s);
  char bytes[2 * LONGEST_STEM];
  for (size_t i = 0; i < s.count; i++) {
    bytes[2 * i] = (char)(s.letters[i] >> 8);
    bytes[2 * i + 1] = (char)(s.letters[i] & 0xFF);
  }
  return isnad_token_hash((isnad_slice){bytes, 2 * s.count});
}

/* --- terms of a stretch of text --- */

static uint32_t term_of(uint64_t hash, unsigned weight) {
  return ((uint32_t)(hash >> 32) & ~(uint32_t)TERM_WEIGHT) | (weight < 1 ? 1 : weight > TERM_WEIGHT ? TERM_WEIGHT : weight);
}

static void add(claim_terms *out, uint32_t term) {
  if (term != 0 && out->count < MOST_CLAIM_TERMS) out->items[out->count++] = term;
}

/* The key of a listed wording that begins here; what befell somebody is one wording as a noun and as a verb. Returns the tokens it takes, 0: none. */
static size_t add_listed(claim_terms *out, const claim_listing *in, size_t at, size_t last) {
  isnad_phrase room[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = claim_listed_at(&hits, room, in, at), longest = 0;
  for (size_t i = 0; i < count; i++) {
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    bool content = row->role != ISNAD_CLAIM_WORDS_ROLE_SCOPE && row->role != ISNAD_CLAIM_WORDS_ROLE_DENY &&
                   row->role != ISNAD_CLAIM_WORDS_ROLE_EVENT && row->role != ISNAD_CLAIM_WORDS_ROLE_OFFICE &&
                   row->role != ISNAD_CLAIM_WORDS_ROLE_LASTS && row->role != ISNAD_CLAIM_WORDS_ROLE_COUNTS &&
                   row->role != ISNAD_CLAIM_WORDS_ROLE_PLAIN && row->role != ISNAD_CLAIM_WORDS_ROLE_DISEASE;
    if (at + hits[i].count > last || !content || (longest > 0 && hits[i].count < longest)) continue;
    longest = hits[i].count;
    add(out, term_of(isnad_token_hash(isnad_slice_of(row->key)), KEY_WEIGHT));
  }
  return longest;
}

/* The term of a word that no wording takes; 0: it says nothing. */
static uint32_t weigh(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  size_t cut = (tokens->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_arabic_proclitics(form) : 0;
  isnad_slice rest = {form.bytes + cut, form.length - cut};
  uint32_t frequency = isnad_arabic_frequency(isnad_token_hash(rest));
  if (rest.length < SHORTEST_WORD || frequency > MOST_COMMON) return 0;
  return term_of(claim_stem(form), (unsigned)log2(1e8 / ((double)frequency + FLOOR)));
}

static void add_word(claim_terms *out, const claim_listing *in, size_t at) {
  claim_token *kept = claim_token_of(in, at);
  if (kept == NULL) {
    add(out, weigh(in->tokens, at));
    return;
  }
  if (!kept->weighed) kept->term = weigh(in->tokens, at);
  kept->weighed = true;
  add(out, kept->term);
}

void terms_add(claim_terms *out, const claim_listing *in, size_t first, size_t last, bool numbers) {
  const isnad_token *tokens = in->tokens->items;
  for (size_t at = first; at < last;) {
    uint8_t kind = tokens[at].kind;
    size_t taken = kind == ISNAD_TOKEN_WORD ? add_listed(out, in, at, last) : 0;
    if (kind == ISNAD_TOKEN_NUMBER && numbers) add(out, term_of(tokens[at].hash, KEY_WEIGHT));
    if (kind == ISNAD_TOKEN_WORD && taken == 0) add_word(out, in, at);
    at += taken > 0 ? taken : 1;
  }
}

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

void terms_finish(claim_terms *out) {
  size_t kept = 0;
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_value);
  for (size_t i = 0; i < out->count; i++)
    if (kept == 0 || (out->items[kept - 1] ^ out->items[i]) > TERM_WEIGHT) out->items[kept++] = out->items[i];
  out->count = kept;
}

isnad_slice claim_terms_pack(isnad_arena *arena, const claim_terms *terms) {
  unsigned char *bytes = isnad_arena_array(arena, terms->count + 1, 4);
  for (size_t i = 0; bytes != NULL && i < terms->count; i++)
    for (size_t k = 0; k < 4; k++) bytes[4 * i + k] = (unsigned char)(terms->items[i] >> 8 * k & 0xFF);
  return (isnad_slice){(const char *)bytes, bytes != NULL ? 4 * terms->count : 0};
}

static uint32_t term_at(isnad_slice packed, size_t index) {
  const unsigned char *at = (const unsigned char *)packed.bytes + 4 * index;
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

void claim_terms_unpack(claim_terms *out, isnad_slice packed) {
  out->count = packed.length / 4 < MOST_CLAIM_TERMS ? packed.length / 4 : MOST_CLAIM_TERMS;
  for (size_t i = 0; i < out->count; i++) out->items[i] = term_at(packed, i);
}

static unsigned weight_of(const uint32_t *items, size_t count) {
  unsigned weight = 0;
  for (size_t i = 0; i < count; i++) weight += items[i] & TERM_WEIGHT;
  return weight;
}

claim_content claim_content_of(const claim_terms *terms) {
  return (claim_content){terms->items, terms->count, weight_of(terms->items, terms->count)};
}

bool claim_content_unpack(claim_content *out, isnad_arena *arena, isnad_slice packed) {
  size_t count = packed.length / 4 < MOST_CLAIM_TERMS ? packed.length / 4 : MOST_CLAIM_TERMS;
  uint32_t *items = isnad_arena_array(arena, count + 1, sizeof *items);
  if (items == NULL) return false;
  for (size_t i = 0; i < count; i++) items[i] = term_at(packed, i);
  *out = (claim_content){items, count, weight_of(items, count)};
  return true;
}

terms_overlap terms_compare(const claim_content *a, const claim_content *b) {
  terms_overlap o = {.a = a->weight, .b = b->weight};
  for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
    uint32_t x = a->items[i] & ~(uint32_t)TERM_WEIGHT, y = b->items[k] & ~(uint32_t)TERM_WEIGHT;
    if (x == y) {
      unsigned left = a->items[i] & TERM_WEIGHT, right = b->items[k] & TERM_WEIGHT;
      o.common += left < right ? left : right;
      o.shared++;
    }
    i += x <= y;
    k += y <= x;
  }
  return o;
}

double terms_dice(terms_overlap o) { return o.a + o.b > 0 ? 2.0 * o.common / (o.a + o.b) : 0; }

double terms_contained(terms_overlap o) {
  unsigned least = o.a < o.b ? o.a : o.b;
  return least > 0 ? (double)o.common / least : 0;
}
