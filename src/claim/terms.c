#include "claim/terms.h"

#include "claim/stems.h"
#include "tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COMMON = 100000, FLOOR = 60, SAID_WEIGHT = 11, SHORTEST_WORD = 4 };

static uint32_t term_of(uint64_t hash, unsigned weight) {
  return ((uint32_t)(hash >> 32) & ~(uint32_t)TERM_WEIGHT) | (weight < 1 ? 1 : weight > TERM_WEIGHT ? TERM_WEIGHT : weight);
}

static void add(claim_terms *out, uint32_t term) {
  if (term != 0 && out->count < MOST_CLAIM_TERMS) out->items[out->count++] = term;
}

static bool is_content(isnad_claim_words_role role) {
  return role != ISNAD_CLAIM_WORDS_ROLE_SCOPE && role != ISNAD_CLAIM_WORDS_ROLE_DENY && role != ISNAD_CLAIM_WORDS_ROLE_EVENT &&
         role != ISNAD_CLAIM_WORDS_ROLE_OFFICE && role != ISNAD_CLAIM_WORDS_ROLE_LASTS && role != ISNAD_CLAIM_WORDS_ROLE_COUNTS &&
         role != ISNAD_CLAIM_WORDS_ROLE_PLAIN && role != ISNAD_CLAIM_WORDS_ROLE_DISEASE;
}

/* The most tokens that a wording of content among the hits takes, inside `last`. */
static size_t longest_of(const isnad_phrase *hits, size_t count, size_t at, size_t last) {
  size_t longest = 0;
  for (size_t i = 0; i < count; i++)
    if (is_content(isnad_claim_words_rows[hits[i].row].role) && at + hits[i].count <= last && hits[i].count > longest) longest = hits[i].count;
  return longest;
}

static void add_keys(claim_terms *out, const isnad_phrase *hits, size_t count, size_t length, unsigned weight) {
  for (size_t i = 0; i < count; i++) {
    const isnad_claim_words_row *row = &isnad_claim_words_rows[hits[i].row];
    if (hits[i].count == length && is_content(row->role) && row->role != ISNAD_CLAIM_WORDS_ROLE_EMPTY)
      add(out, term_of(isnad_token_hash(isnad_slice_of(row->key)), weight));
  }
}

/* The keys of the longest listed wordings that begin here; what befell somebody is one wording as a noun and as a verb. Returns the tokens they take,
 * 0: none. */
static size_t add_listed(claim_terms *out, const claim_listing *in, size_t at, size_t last, bool says) {
  isnad_phrase room[CLAIM_HITS], others[CLAIM_HITS];
  const isnad_phrase *hits = NULL;
  size_t count = claim_listed_at(&hits, room, in, at), more = says ? claim_synonyms_at(others, in, at) : 0;
  size_t longest = longest_of(hits, count, at, last), longer = longest_of(others, more, at, last);
  if (longer > longest) longest = longer;
  if (longest == 0) return 0;
  add_keys(out, hits, count, longest, TERM_LISTED);
  add_keys(out, others, more, longest, SAID_WEIGHT);
  return longest;
}

/* The term of a word that no wording takes; 0: it says nothing. */
static uint32_t weigh(const isnad_tokens *tokens, size_t at, bool roots) {
  isnad_slice form = isnad_token_form(tokens, at);
  size_t cut = (tokens->items[at].flags & ISNAD_TOKEN_ARABIC) != 0 ? isnad_arabic_proclitics(form) : 0;
  isnad_slice rest = {form.bytes + cut, form.length - cut};
  uint32_t frequency = isnad_arabic_frequency(isnad_token_hash(rest));
  if (rest.length < SHORTEST_WORD || frequency > MOST_COMMON) return 0;
  return term_of(roots ? claim_root(form) : claim_stem(form), (unsigned)log2(1e8 / ((double)frequency + FLOOR)));
}

static void add_word(claim_terms *out, const claim_listing *in, size_t at, bool roots) {
  claim_token *kept = claim_token_of(in, at);
  if (kept == NULL) {
    add(out, weigh(in->tokens, at, roots));
    return;
  }
  bool *weighed = roots ? &kept->rooted : &kept->weighed;
  uint32_t *term = roots ? &kept->root : &kept->term;
  if (!*weighed) *term = weigh(in->tokens, at, roots);
  *weighed = true;
  add(out, *term);
}

void terms_add(claim_terms *out, const claim_listing *in, size_t first, size_t last, unsigned how) {
  const isnad_token *tokens = in->tokens->items;
  for (size_t at = first; at < last;) {
    uint8_t kind = tokens[at].kind;
    size_t taken = kind == ISNAD_TOKEN_WORD ? add_listed(out, in, at, last, (how & TERMS_ROOTS) != 0) : 0;
    if (kind == ISNAD_TOKEN_NUMBER && (how & TERMS_NUMBERS) != 0) add(out, term_of(tokens[at].hash, TERM_LISTED));
    if (kind == ISNAD_TOKEN_WORD && taken == 0) add_word(out, in, at, (how & TERMS_ROOTS) != 0);
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

bool claim_content_copy(claim_content *out, isnad_arena *arena, const claim_terms *terms) {
  uint32_t *items = isnad_arena_array(arena, terms->count + 1, sizeof *items);
  if (items == NULL) return false;
  for (size_t i = 0; i < terms->count; i++) items[i] = terms->items[i];
  *out = (claim_content){items, terms->count, weight_of(items, terms->count)};
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
