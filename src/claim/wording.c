/* What one wording of a statement says and another does not. */
#include "claim/wording.h"

#include "arabic/letters.h"
#include "claim/stems.h"
#include "claim/told_clash.h"
#include "tables.h"

/* Between words that do not follow one another. */
#define GAP " \xE2\x80\xA6 "

enum { LETTER_BYTES = 2, SPELLED_BYTES = 10, MOST_SHOWN = 12 };

static bool holds_term(const claim_content *terms, uint32_t term) {
  for (size_t i = 0; i < terms->count; i++)
    if ((terms->items[i] ^ term) <= TERM_WEIGHT) return true;
  return false;
}

static bool holds_any(const claim_content *terms, const claim_terms *some) {
  for (size_t i = 0; i < some->count; i++)
    if (holds_term(terms, some->items[i])) return true;
  return false;
}

/* Fractions, clocks and years are written in too many ways. */
enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, BOUND_REACH = 3 };

static bool bounds(const isnad_phrase *hit) {
  isnad_bounds_effect effect = isnad_bounds_rows[hit->row].effect;
  return effect == ISNAD_BOUNDS_EFFECT_APPROX || effect == ISNAD_BOUNDS_EFFECT_MORE_THAN || effect == ISNAD_BOUNDS_EFFECT_LESS_THAN ||
         effect == ISNAD_BOUNDS_EFFECT_AT_LEAST || effect == ISNAD_BOUNDS_EFFECT_AT_MOST;
}

/* "About", "more than" right before a number: another report may give it exactly, or round it otherwise. */
static bool is_bounded(const isnad_tokens *tokens, size_t at) {
  isnad_phrase hit;
  for (size_t back = 1; back <= BOUND_REACH && back <= at; back++)
    if (isnad_phrases_at(&hit, 1, tokens, at - back, 1u << ISNAD_TABLE_BOUNDS, ISNAD_PHRASE_CUT) > 0 && at - back + hit.count == at && bounds(&hit))
      return true;
  return false;
}

static bool is_whole_number(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  bool joined = at + 1 < tokens->count && (tokens->items[at + 1].flags & ISNAD_TOKEN_GLUED) != 0 && tokens->items[at + 1].kind == ISNAD_TOKEN_PUNCT;
  if (tokens->items[at].kind != ISNAD_TOKEN_NUMBER || joined || is_bounded(tokens, at) || (tokens->items[at].flags & ISNAD_TOKEN_GLUED) != 0)
    return false;
  unsigned value = 0;
  for (size_t i = 0; i < form.length; i++) {
    if (form.bytes[i] < '0' || form.bytes[i] > '9') return false;
    value = value < LAST_YEAR ? value * 10 + (unsigned)(form.bytes[i] - '0') : LAST_YEAR;
  }
  return value < FIRST_YEAR || value >= LAST_YEAR;
}

/* "25,4" and "25.4": the digits of both with the sign between them left out; digits that are grouped otherwise are no other number. */
static bool same_digits(isnad_slice a, isnad_slice b) {
  size_t i = 0, k = 0;
  for (;; i++, k++) {
    while (i < a.length && (a.bytes[i] == ',' || a.bytes[i] == '.')) i++;
    while (k < b.length && (b.bytes[k] == ',' || b.bytes[k] == '.')) k++;
    if (i >= a.length || k >= b.length) return i >= a.length && k >= b.length;
    if (a.bytes[i] != b.bytes[k]) return false;
  }
}

/* A number with one sign inside and one or two digits behind it. */
static bool is_decimal(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  size_t signs = 0, behind = 0;
  for (size_t i = 0; i < form.length; i++) {
    bool sign = form.bytes[i] == ',' || form.bytes[i] == '.';
    if (!sign && (form.bytes[i] < '0' || form.bytes[i] > '9')) return false;
    signs += sign;
    behind += signs > 0 && !sign;
  }
  return tokens->items[at].kind == ISNAD_TOKEN_NUMBER && signs == 1 && behind >= 1 && behind <= 2 && !is_bounded(tokens, at);
}

/* Whether the other wording has the decimal, whatever sign stands in it. */
static bool has_decimal(const isnad_tokens *tokens, size_t at, const isnad_tokens *other) {
  for (size_t i = 0; i < other->count; i++)
    if (other->items[i].kind == ISNAD_TOKEN_NUMBER && same_digits(isnad_token_form(tokens, at), isnad_token_form(other, i))) return true;
  return false;
}

static bool is_repeated(const isnad_tokens *tokens, size_t at) {
  for (size_t t = 0; t < at; t++)
    if (tokens->items[t].hash == tokens->items[at].hash) return true;
  return false;
}

/* Another spelling of a word of the other wording: a letter more, less or another, of five at least ("Putin", "Poutin"). */
static bool is_spelled_otherwise(const isnad_tokens *tokens, size_t at, const isnad_tokens *other) {
  isnad_slice form = isnad_token_form(tokens, at);
  for (size_t i = 0; tokens->items[at].kind == ISNAD_TOKEN_WORD && form.length >= SPELLED_BYTES && i < other->count; i++) {
    isnad_slice word = isnad_token_form(other, i);
    if (other->items[i].kind == ISNAD_TOKEN_WORD && word.length + LETTER_BYTES >= SPELLED_BYTES && told_word_distance(form, word, 1) <= 1)
      return true;
  }
  return false;
}

/* Words of the text that are listed so far, and where the last of them ended. */
typedef struct listed_words {
  isnad_slice words;
  size_t until;
} listed_words;

static void list_word(listed_words *out, isnad_arena *arena, isnad_slice text, const isnad_tokens *tokens, size_t first, size_t last) {
  isnad_slice word = isnad_slice_at(text, (isnad_span){tokens->items[first].span.begin, tokens->items[last - 1].span.end});
  size_t between = 0;
  for (size_t t = out->until; t < first; t++) between += tokens->items[t].kind != ISNAD_TOKEN_PUNCT;
  const char *joint = out->words.length == 0 ? "" : between == 0 ? " " : GAP;
  out->words = isnad_arena_printf(arena, "%.*s%s%.*s", (int)out->words.length, out->words.bytes != NULL ? out->words.bytes : "", joint,
                                  (int)word.length, word.bytes);
  out->until = last;
}

isnad_slice wording_only_in(isnad_arena *arena, isnad_arena *scratch, isnad_slice text, wording_other other, size_t *missing, size_t *numbers) {
  isnad_tokens tokens, words;
  listed_words out = {{NULL, 0}, 0};
  *missing = *numbers = 0;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&tokens, scratch, text, NULL) != ISNAD_OK || isnad_arabic_tokens(&words, scratch, other.words, NULL) != ISNAD_OK)
    return out.words;
  claim_listing listing = claim_listing_of(&tokens);
  for (size_t t = 0, taken = 1; t < tokens.count; t += taken) {
    claim_terms one = {.count = 0};
    isnad_phrase hit;
    taken = isnad_phrases_at(&hit, 1, &tokens, t, 1u << ISNAD_TABLE_CLAIM_WORDS, ISNAD_PHRASE_CUT) > 0 ? hit.count : 1;
    terms_add(&one, &listing, t, t + taken, TERMS_STATEMENT);
    if (one.count == 0 || holds_any(other.terms, &one) || (taken == 1 && is_spelled_otherwise(&tokens, t, &words))) continue;
    bool decimal = is_decimal(&tokens, t);
    if (decimal && has_decimal(&tokens, t, &words)) continue;
    *numbers += decimal || is_whole_number(&tokens, t);
    if (++*missing <= MOST_SHOWN && !is_repeated(&tokens, t)) list_word(&out, arena, text, &tokens, t, t + taken);
  }
  return out.words;
}

static size_t words_of(const isnad_tokens *tokens) {
  size_t count = 0;
  for (size_t t = 0; t < tokens->count; t++) count += tokens->items[t].kind != ISNAD_TOKEN_PUNCT;
  return count;
}

static bool holds_word(const isnad_tokens *tokens, uint64_t hash) {
  for (size_t t = 0; t < tokens->count; t++)
    if (tokens->items[t].hash == hash) return true;
  return false;
}

double wording_shared(isnad_arena *scratch, isnad_slice a, isnad_slice b) {
  isnad_tokens x, y;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&x, scratch, a, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, b, NULL) != ISNAD_OK) return 0;
  size_t shared = 0, all = words_of(&x) + words_of(&y);
  for (size_t t = 0; t < x.count; t++) shared += x.items[t].kind != ISNAD_TOKEN_PUNCT && holds_word(&y, x.items[t].hash);
  return all > 0 ? 2.0 * (double)shared / (double)all : 0;
}

double wording_inside(isnad_arena *scratch, isnad_slice part, isnad_slice whole) {
  isnad_tokens x, y;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&x, scratch, part, NULL) != ISNAD_OK || isnad_arabic_tokens(&y, scratch, whole, NULL) != ISNAD_OK) return 0;
  size_t shared = 0, all = words_of(&x);
  for (size_t t = 0; t < x.count; t++) shared += x.items[t].kind != ISNAD_TOKEN_PUNCT && holds_word(&y, x.items[t].hash);
  return all > 0 ? (double)shared / (double)all : 0;
}

/* --- numbers in digits --- */

enum { MOST_NUMBERS = 8 };

/* The digit at a byte, European or Arabic, and how many bytes it takes; 0: there is none. */
static size_t digit_at(isnad_slice text, size_t at, unsigned *digit) {
  const unsigned char *p = (const unsigned char *)text.bytes + at;
  if (p[0] >= '0' && p[0] <= '9') {
    *digit = p[0] - '0';
    return 1;
  }
  bool arabic = at + 1 < text.length && p[0] == 0xD9 && p[1] >= 0xA0 && p[1] <= 0xA9;
  if (arabic) *digit = p[1] - 0xA0u;
  return arabic ? 2 : 0;
}

static size_t read_numbers(uint64_t numbers[MOST_NUMBERS], isnad_slice text) {
  size_t count = 0;
  for (size_t at = 0; at < text.length && count < MOST_NUMBERS;) {
    unsigned digit = 0;
    size_t bytes = digit_at(text, at, &digit);
    if (bytes == 0) {
      at++;
      continue;
    }
    for (numbers[count] = 0; at < text.length && (bytes = digit_at(text, at, &digit)) > 0; at += bytes) numbers[count] = numbers[count] * 10 + digit;
    count++;
  }
  return count;
}

bool wording_numbers_part(isnad_slice a, isnad_slice b) {
  uint64_t x[MOST_NUMBERS], y[MOST_NUMBERS];
  size_t left = read_numbers(x, a), right = read_numbers(y, b);
  for (size_t i = 0; i < left; i++)
    for (size_t k = 0; k < right; k++)
      if (x[i] == y[k]) return false;
  return left > 0 && right > 0;
}
