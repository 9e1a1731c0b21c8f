/* Small questions that the readers of figures ask about tokens. */
#include "note/figures/figure.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, LONGEST_BOUND = 6, SEEN_OFTEN = 125 };

static unsigned letter_at(isnad_slice form, size_t at) {
  if (at + LETTER_BYTES > form.length) return 0;
  const unsigned char *p = (const unsigned char *)form.bytes + at;
  return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
}

static bool inside(const figure_scan *f, size_t at) { return at >= f->unit->first && at < f->unit->last; }

const isnad_phrase *figure_hit(const figure_scan *f, size_t at, isnad_table table) { return inside(f, at) ? note_hit_at(f->unit, at, table) : NULL; }

isnad_bounds_effect figure_effect(const isnad_phrase *hit) { return isnad_bounds_rows[hit->row].effect; }

isnad_bounds_side figure_side(const isnad_phrase *hit) { return isnad_bounds_rows[hit->row].side; }

const isnad_phrase *figure_hit_before(const figure_scan *f, size_t at) {
  const isnad_phrase *best = NULL;
  for (size_t k = 1; k <= LONGEST_BOUND && at >= f->unit->first + k; k++) {
    size_t count = 0;
    const isnad_phrase *hits = note_hits_at(f->unit, at - k, &count);
    for (size_t i = 0; i < count; i++)
      if (hits[i].table == ISNAD_TABLE_BOUNDS && hits[i].count == k && figure_side(&hits[i]) != ISNAD_BOUNDS_SIDE_AFTER &&
          figure_side(&hits[i]) != ISNAD_BOUNDS_SIDE_RESULT) {
        best = &hits[i];
        break;
      }
  }
  return best;
}

bool figure_says(const figure_scan *f, size_t at, isnad_bounds_effect effect) {
  size_t count = 0;
  if (!inside(f, at) || !note_has_hit(f->unit, at, ISNAD_TABLE_BOUNDS)) return false;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_BOUNDS && figure_effect(&hits[i]) == effect) return true;
  return false;
}

bool figure_is_mark(const figure_scan *f, size_t at, char mark) {
  if (!inside(f, at)) return false;
  const isnad_token *t = &f->tokens->items[at];
  return (t->kind == ISNAD_TOKEN_PUNCT || t->kind == ISNAD_TOKEN_SYMBOL) && t->length == 1 && f->tokens->folded[t->folded] == mark;
}

bool figure_is_percent(const figure_scan *f, size_t at) {
  if (figure_is_mark(f, at, '%')) return true;
  if (!inside(f, at)) return false;
  const isnad_token *t = &f->tokens->items[at];
  const unsigned char *p = (const unsigned char *)f->tokens->folded + t->folded;
  return t->length == LETTER_BYTES && p[0] == 0xD9 && p[1] == 0xAA; /* U+066A */
}

/* The end of the paragraph, a full stop, a question or exclamation mark, a line break. */
bool figure_ends(const figure_scan *f, size_t at) {
  if (!inside(f, at)) return true;
  const isnad_token *t = &f->tokens->items[at];
  const unsigned char *p = (const unsigned char *)f->tokens->folded + t->folded;
  if (t->kind == ISNAD_TOKEN_LINE) return true;
  if (t->kind != ISNAD_TOKEN_PUNCT) return false;
  if (t->length == 1) return p[0] == '.' || p[0] == '!' || p[0] == '?' || p[0] == ';';
  return t->length == LETTER_BYTES && p[0] == 0xD8 && (p[1] == 0x9F || p[1] == 0x9B); /* U+061F, U+061B */
}

bool figure_is_word(const figure_scan *f, size_t at) { return inside(f, at) && f->tokens->items[at].kind == ISNAD_TOKEN_WORD; }

bool figure_is_glued(const figure_scan *f, size_t at) { return inside(f, at) && (f->tokens->items[at].flags & ISNAD_TOKEN_GLUED) != 0; }

unsigned figure_last_letter(const figure_scan *f, size_t at, size_t from_end) {
  isnad_slice form = isnad_token_form(f->tokens, at);
  size_t back = (from_end + 1) * LETTER_BYTES;
  return form.length < back ? 0 : letter_at(form, form.length - back);
}

/* An alef with a hamza or madda is no article's: album, Germany. */
static bool has_hamza(const figure_scan *f, size_t at) {
  isnad_slice source = isnad_slice_at(f->tokens->text, f->tokens->items[at].span);
  if (source.length < LETTER_BYTES) return false;
  unsigned letter = letter_at(source, 0);
  if (letter == LETTER_WAW && source.length > 2 * LETTER_BYTES) letter = letter_at(source, LETTER_BYTES);
  return letter == LETTER_ALEF_HAMZA_ABOVE || letter == LETTER_ALEF_HAMZA_BELOW || letter == LETTER_ALEF_MADDA;
}

bool figure_is_definite(const figure_scan *f, size_t at) {
  if (!figure_is_word(f, at) || has_hamza(f, at)) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  if (form.length <= 3 * LETTER_BYTES) return false;
  size_t begin = 0;
  unsigned first = letter_at(form, 0), second = letter_at(form, LETTER_BYTES);
  if (first == LETTER_LAM && second == LETTER_LAM) return true;
  if (first == LETTER_WAW || first == LETTER_FEH || first == LETTER_BEH || first == LETTER_KAF) begin = LETTER_BYTES;
  return letter_at(form, begin) == LETTER_ALEF && letter_at(form, begin + LETTER_BYTES) == LETTER_LAM;
}

static bool is_known_noun(const figure_scan *f, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(f->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_COUNTED && hits[i].cut == 0) return true;
  return false;
}

/* "With wounds" is more frequent than "wounds": before a number's noun a preposition is cut also where the frequency rule would not. */
static bool has_preposition(isnad_slice form) {
  unsigned first = letter_at(form, 0);
  if ((first != LETTER_BEH && first != LETTER_LAM && first != LETTER_KAF) || form.length < 4 * LETTER_BYTES) return false;
  isnad_slice rest = {form.bytes + LETTER_BYTES, form.length - LETTER_BYTES};
  return isnad_arabic_frequency(isnad_token_hash(rest)) >= SEEN_OFTEN;
}

bool figure_has_proclitic(const figure_scan *f, size_t at) {
  isnad_slice form = isnad_token_form(f->tokens, at);
  return !is_known_noun(f, at) && (isnad_arabic_proclitics(form) > 0 || has_preposition(form));
}

/* "And" before a word: it stands alone, or the word is no more frequent with it than without. */
bool figure_has_and(const figure_scan *f, size_t at) {
  if (!figure_is_word(f, at)) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  if (letter_at(form, 0) != LETTER_WAW) return false;
  if (form.length <= 2 * LETTER_BYTES) return form.length == LETTER_BYTES;
  isnad_slice rest = {form.bytes + LETTER_BYTES, form.length - LETTER_BYTES};
  return isnad_arabic_frequency(isnad_token_hash(form)) <= 2 * isnad_arabic_frequency(isnad_token_hash(rest));
}

bool figure_stands_alone(const figure_scan *f, size_t first, size_t last) {
  if (f->unit->last - f->unit->first > last - first + 2 * LONGEST_BOUND) return false;
  for (size_t at = f->unit->first; at < f->unit->last; at++) {
    uint8_t kind = f->tokens->items[at].kind;
    if ((at < first || at >= last) && (kind == ISNAD_TOKEN_WORD || kind == ISNAD_TOKEN_NUMBER)) return false;
  }
  return true;
}

const isnad_phrase *figure_unit_hit(const figure_scan *f, size_t at, isnad_table table, bool dual) {
  const isnad_phrase *hit = figure_hit(f, at, table);
  unsigned cell = table == ISNAD_TABLE_UNITS        ? (dual ? ISNAD_UNITS_CELL_DUAL : ISNAD_UNITS_CELL_FORMS)
                  : table == ISNAD_TABLE_CURRENCIES ? (dual ? ISNAD_CURRENCIES_CELL_DUAL : ISNAD_CURRENCIES_CELL_FORMS)
                                                    : (dual ? ISNAD_COUNTED_CELL_DUAL : ISNAD_COUNTED_CELL_FORMS);
  if (hit == NULL || hit->cell != cell) return NULL;
  return dual || hit->cut == 0 ? hit : NULL;
}
