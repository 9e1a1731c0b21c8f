/* Whether one wording of a statement says no where the other says yes. */
#include "claim/wording.h"

#include "arabic/letters.h"
#include "claim/stems.h"
#include "tables.h"

enum { LETTER_BYTES = 2, NEGATION_REACH = 7, ONLY_REACH = 5, LONG_FORM = 8 };

static bool begins_with(isnad_slice form, unsigned letter) {
  const unsigned char *at = (const unsigned char *)form.bytes;
  return form.length > 2 && at[0] == (0xC0 | letter >> 6) && at[1] == (0x80 | (letter & 0x3F));
}

/* A word that says no: a particle ("not"), or with `stops` also a verb or noun that denies what follows ("stop raising"). "And not" is one, the
 * abbreviation of kilometres, which looks like "as not", is none. */
static bool is_negation(const isnad_tokens *tokens, size_t at, bool stops) {
  isnad_tokens alone = *tokens;
  alone.count = at + 1; /* "will not accept" is a wording of its own that begins with a negation */
  isnad_phrase hits[16];
  unsigned table = 1u << ISNAD_TABLE_CLAIM_WORDS;
  size_t found = isnad_phrases_at(hits, 8, tokens, at, table, ISNAD_PHRASE_CUT);
  bool idiom = found > 0 && hits[0].count > 1 && isnad_claim_words_rows[hits[0].row].role == ISNAD_CLAIM_WORDS_ROLE_SCOPE;
  if (idiom || (found > 0 && isnad_claim_words_rows[hits[0].row].role == ISNAD_CLAIM_WORDS_ROLE_PLAIN)) return false; /* "no longer not": still */
  found += isnad_phrases_at(hits + found, 8, &alone, at, table, ISNAD_PHRASE_CUT);
  for (size_t i = 0; i < found; i++) {
    isnad_slice key = isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), form = isnad_token_form(tokens, at);
    bool joined = hits[i].cut > 0 && begins_with(form, LETTER_KAF);
    if (!joined && (isnad_slice_equal(key, isnad_slice_of("not")) || (stops && isnad_slice_equal(key, isnad_slice_of("stop"))))) return true;
  }
  return false;
}

/* "Not only": what follows is said, and more. */
static bool says_only(const isnad_tokens *tokens, size_t at) {
  for (size_t next = at + 1; next <= at + ONLY_REACH && next < tokens->count; next++) {
    isnad_phrase hits[8];
    size_t count = isnad_phrases_at(hits, 8, tokens, next, 1u << ISNAD_TABLE_CLAIM_WORDS, 0);
    for (size_t i = 0; i < count; i++)
      if (isnad_slice_equal(isnad_slice_of(isnad_claim_words_rows[hits[i].row].key), isnad_slice_of("only"))) return true;
  }
  return false;
}

/* Whether a word is of the stem, also behind the sign of the future, with "and" or without, which the frequency rule may keep. */
static bool is_form(isnad_slice form, uint64_t stem) {
  if (claim_stem(form) == stem) return true;
  bool joined = form.length > LONG_FORM + LETTER_BYTES && (begins_with(form, LETTER_WAW) || begins_with(form, LETTER_FEH));
  if (joined) form = (isnad_slice){form.bytes + LETTER_BYTES, form.length - LETTER_BYTES};
  bool future = form.length > LONG_FORM && begins_with(form, LETTER_SEEN);
  return future && claim_stem((isnad_slice){form.bytes + LETTER_BYTES, form.length - LETTER_BYTES}) == stem;
}

/* Whether one of the words is a form of the stem: 1 as it stands, 2 with a negation before it; 0: none is. */
static int stands(const isnad_tokens *tokens, uint64_t stem) {
  int found = 0;
  for (size_t t = 0; t < tokens->count; t++) {
    if (tokens->items[t].kind != ISNAD_TOKEN_WORD || !is_form(isnad_token_form(tokens, t), stem)) continue;
    bool negated = false, broken = false; /* "we did not yield, and we shall be content": of another clause */
    for (size_t back = 1; back <= NEGATION_REACH && back <= t && !negated && !broken; back++) {
      negated = is_negation(tokens, t - back, true);
      broken = tokens->items[t - back].kind == ISNAD_TOKEN_PUNCT;
    }
    if (!negated) return 1;
    found = 2;
  }
  return found;
}

bool wording_is_negation(const isnad_tokens *tokens, size_t at) { return is_negation(tokens, at, false) && !says_only(tokens, at); }

static size_t count_negations(const isnad_tokens *tokens) {
  size_t count = 0;
  for (size_t t = 0; t < tokens->count; t++) count += is_negation(tokens, t, true) && !says_only(tokens, t);
  return count;
}

/* "Did not act" and "acted": the stem of a verb without the letter of its imperfect; 0: the word has none. */
static uint64_t past_of(isnad_slice form) {
  bool imperfect = begins_with(form, LETTER_YEH) || begins_with(form, LETTER_TEH) || begins_with(form, LETTER_NOON);
  if (!imperfect || form.length < LONG_FORM) return 0;
  return claim_stem((isnad_slice){form.bytes + LETTER_BYTES, form.length - LETTER_BYTES});
}

/* "Must not exceed" and "must be that it exceed not" say no as often. */
bool wording_negates(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  if (count_negations(&x) == count_negations(&y)) return false;
  for (size_t t = 0; t + 1 < x.count; t++) {
    if (!is_negation(&x, t, false) || says_only(&x, t) || x.items[t + 1].kind != ISNAD_TOKEN_WORD) continue;
    uint64_t stem = claim_stem(isnad_token_form(&x, t + 1));
    if (stands(&y, stem) == 1 && stands(&x, stem) == 2) return true;
    uint64_t past = past_of(isnad_token_form(&x, t + 1));
    if (past != 0 && stands(&y, past) == 1 && stands(&x, past) == 0) return true;
  }
  return false;
}

enum { SHORTEST_DROP = 4, LONGEST_DROP = 200, MOST_DROPPED = 2 };

/* How many words of one text the other has not, with repetitions; `no`: one of them says no. */
static size_t words_only_in(const isnad_tokens *x, const isnad_tokens *y, bool *no) {
  size_t only = 0;
  for (size_t t = 0; t < x->count; t++) {
    if (x->items[t].kind == ISNAD_TOKEN_PUNCT || x->items[t].kind == ISNAD_TOKEN_QUOTE) continue;
    size_t here = 0, there = 0;
    for (size_t i = 0; i <= t; i++) here += x->items[i].hash == x->items[t].hash;
    for (size_t i = 0; i < y->count; i++) there += y->items[i].hash == x->items[t].hash;
    if (here <= there) continue;
    only++;
    *no = *no || (is_negation(x, t, false) && !says_only(x, t));
  }
  return only;
}

bool wording_drops_no(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  bool no = false, other = false;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return false;
  if (x.count > LONGEST_DROP || y.count > LONGEST_DROP || x.count < SHORTEST_DROP || count_negations(&x) != count_negations(&y) + 1) return false;
  size_t left = words_only_in(&x, &y, &no), right = words_only_in(&y, &x, &other);
  return no && !other && left <= MOST_DROPPED && right < left;
}
