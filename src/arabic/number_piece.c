/* The words and numerals that numbers are made of. */
#include "arabic/forms.h"
#include "arabic/number.h"
#include "tables.h"

#include <stdlib.h>

enum { ROOM = 4, HUNDRED = 100, THOUSAND = 1000 };

double number_decimal(const char *text) {
  double value = 0, power = 1;
  bool behind = false;
  for (; *text != '\0'; text++) {
    if (*text == '.') {
      behind = true;
      continue;
    }
    value = value * 10 + (*text - '0');
    if (behind) power *= 10;
  }
  return value / power;
}

/* The word for thousand itself begins with the letters of the article; it has one when they come twice. */
static bool is_definite(isnad_slice form, size_t cut, double value, int kind) {
  bool thousand = value == THOUSAND || (kind == ISNAD_NUMBERS_KIND_DUAL && value == 2 * THOUSAND);
  return article_at(form, cut) && (!thousand || article_at(form, cut + 2 * LETTER_BYTES));
}

/* The future's seen and the verbs it makes are no proclitic of a number. */
static bool is_verb_cut(isnad_slice form, size_t cut) {
  return cut > 0 && (letter_at(form, 0) == LETTER_SEEN || (cut > LETTER_BYTES && letter_at(form, LETTER_BYTES) == LETTER_SEEN));
}

static bool source_has(const isnad_tokens *tokens, size_t at, size_t letter_place, unsigned letter) {
  isnad_slice source = isnad_slice_at(tokens->text, tokens->items[at].span);
  return letter_at(source, letter_place * LETTER_BYTES) == letter;
}

/* Folding makes "two hundred of" of "dead", and "one" of "and one of": the hamza in the source tells. */
static bool is_other_word(const isnad_tokens *tokens, size_t at, isnad_slice form, size_t cut, const isnad_numbers_row *row) {
  double value = number_decimal(row->value);
  size_t place = cut / LETTER_BYTES + 1;
  if (row->kind == ISNAD_NUMBERS_KIND_HUNDRED && value == 2 * HUNDRED && letter_at(form, cut + LETTER_BYTES) == LETTER_YEH)
    return !source_has(tokens, at, place, LETTER_YEH_HAMZA);
  return row->kind == ISNAD_NUMBERS_KIND_DIGIT && value == 1 && source_has(tokens, at, place, LETTER_ALEF_HAMZA_ABOVE);
}

static bool word_piece(number_piece *out, const isnad_tokens *tokens, size_t at, size_t end) {
  isnad_phrase hits[ROOM];
  if (isnad_phrases_at(hits, ROOM, tokens, at, 1u << ISNAD_TABLE_NUMBERS, ISNAD_PHRASE_CUT) == 0) return false;
  const isnad_phrase *hit = &hits[0];
  isnad_slice form = isnad_token_form(tokens, at);
  if (hit->first + hit->count > end || is_verb_cut(form, hit->cut)) return false;
  const isnad_numbers_row *row = &isnad_numbers_rows[hit->row];
  if (is_other_word(tokens, at, form, hit->cut, row)) return false;
  bool joined = hit->cut == LETTER_BYTES && letter_at(form, 0) == LETTER_WAW;
  *out = (number_piece){.kind = (int)row->kind,
                        .value = number_decimal(row->value),
                        .first = at,
                        .last = hit->first + hit->count,
                        .row = hit->row,
                        .begin = hit->span.begin,
                        .cut = hit->cut,
                        .joined = joined,
                        .prefixed = hit->cut > 0 && !joined};
  bool swallowed = hit->cut >= 2 * LETTER_BYTES && letter_at(form, hit->cut - LETTER_BYTES) == LETTER_LAM &&
                   letter_at(form, hit->cut - 2 * LETTER_BYTES) == LETTER_LAM;
  out->definite = swallowed || is_definite(form, hit->cut, out->value, out->kind);
  return true;
}

static bool digit_piece(number_piece *out, const isnad_tokens *tokens, size_t at, size_t end) {
  *out = (number_piece){.kind = PIECE_NUMERAL, .first = at, .row = NUMBER_NO_ROW, .begin = tokens->items[at].span.begin};
  return number_digits_at(&out->value, &out->last, &out->bare, tokens, at, end);
}

/* "And" written as a word of its own, as it is before digits. */
static bool is_and(const isnad_tokens *tokens, size_t at) {
  isnad_slice form = isnad_token_form(tokens, at);
  return tokens->items[at].kind == ISNAD_TOKEN_WORD && form.length == LETTER_BYTES && letter_at(form, 0) == LETTER_WAW;
}

bool number_piece_at(number_piece *out, const isnad_tokens *tokens, size_t at, size_t end) {
  if (at >= end) return false;
  bool and = is_and(tokens, at);
  if (and) at++;
  if (at >= end) return false;
  uint8_t kind = tokens->items[at].kind;
  if (kind == ISNAD_TOKEN_NUMBER ? !digit_piece(out, tokens, at, end) : kind != ISNAD_TOKEN_WORD || !word_piece(out, tokens, at, end)) return false;
  if (and) out->joined = true;
  return true;
}

bool number_scale_follows(const isnad_tokens *tokens, size_t at, size_t end) {
  number_piece p;
  if (at >= end || tokens->items[at].kind != ISNAD_TOKEN_WORD || !word_piece(&p, tokens, at, end)) return false;
  return p.cut == 0 && (p.kind == ISNAD_NUMBERS_KIND_SCALE || p.kind == ISNAD_NUMBERS_KIND_PLURAL);
}
