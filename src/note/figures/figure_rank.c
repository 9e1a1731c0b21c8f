/* Ordinals, in words and in digits, and what they rank. */
#include "note/figures/figure_phrase.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, SMALL = 10 };

/* "Preliminary" folds to the feminine "first": it ends in yeh and stands behind a masculine noun. */
static bool is_preliminary(const figure_scan *f, const number *n) {
  isnad_slice source = isnad_slice_at(f->tokens->text, n->span);
  if (n->min != 1 || n->first == f->unit->first || source.length < LETTER_BYTES) return false;
  const unsigned char *p = (const unsigned char *)source.bytes + source.length - LETTER_BYTES;
  if (((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu)) != LETTER_YEH) return false;
  return figure_is_word(f, n->first - 1) && figure_last_letter(f, n->first - 1, 0) != LETTER_HEH;
}

/* "For the seventh time in a row and the 34th in its history": the noun of the ordinal before. */
static bool take_rank_of_last(const figure_scan *f, figure_item *item) {
  const figure_item *last = f->count > 0 ? &f->items[f->count - 1] : NULL;
  if (last == NULL || last->unit != f->unit_index || last->note.kind != ISNAD_FIGURE_ORDINAL) return false;
  item->note.unit = last->note.unit;
  item->note.thing = last->note.thing;
  item->counted = true;
  return true;
}

/* The noun before an ordinal that has the article, over one adjective; or the noun behind an ordinal in construct. */
bool figure_read_ranked(figure_scan *f, figure_item *item, const number *n) {
  if (is_preliminary(f, n)) return false;
  bool definite = false;
  size_t at = figure_number_first(f, n, &definite);
  item->after = n->last;
  if (definite && (n->flags & NUMBER_AND) != 0) return take_rank_of_last(f, item);
  if (definite) {
    if (figure_stands_alone(f, at, n->last)) return true;
    if (at == f->unit->first || !figure_is_definite(f, at - 1) || figure_hit(f, at - 1, ISNAD_TABLE_GIVEN_NAMES) != NULL) return false;
    size_t noun = at - 1;
    if (figure_hit(f, noun, ISNAD_TABLE_NUMBERS) != NULL && noun > f->unit->first && figure_is_owner(f, noun - 1))
      noun--; /* "the first four places" */
    if (figure_is_relative(f, noun) && noun > f->unit->first && figure_is_definite(f, noun - 1)) noun--;
    if (figure_is_place(f, noun)) return true;
    figure_set_noun(f, item, noun, at);
    figure_cover_noun(f, item, noun);
    return true;
  }
  if (f->tokens->items[n->first].span.begin != n->span.begin && !figure_is_word(f, n->last)) return false;
  if (at > f->unit->first && figure_hit(f, at - 1, ISNAD_TABLE_GIVEN_NAMES) != NULL) return false;
  size_t noun = figure_is_kind(f, n->last, ISNAD_COUNTED_KIND_ELATIVE) ? n->last + 1 : n->last;
  if (figure_is_noun(f, noun, true)) {
    size_t end = figure_phrase_end(f, noun, false);
    figure_set_noun(f, item, noun, end);
    figure_cover(f, item, n->last, end);
    item->after = end;
    return true;
  }
  if (figure_says(f, n->last, ISNAD_BOUNDS_EFFECT_OF)) return true;
  if (figure_stands_alone(f, at, n->last)) return true;
  if (at == f->unit->first || !figure_is_noun(f, at - 1, false)) return false;
  figure_set_noun(f, item, at - 1, at);
  figure_cover_noun(f, item, at - 1);
  return true;
}

/* "The meeting brought together 6 ministers", "has today 17 stations": a plural behind three to ten, the accusative behind more, or a feminine that
 * is listed as counted, is counted; "12th worldwide" is none. */
static bool counts_behind(const figure_scan *f, const number *n) {
  if (!figure_is_noun(f, n->last, false)) return false;
  if (n->min > SMALL && figure_last_letter(f, n->last, 0) == LETTER_HEH && figure_is_kind(f, n->last, ISNAD_COUNTED_KIND_NOUN)) return true;
  if (n->min <= SMALL) return n->min > 2 && figure_last_letter(f, n->last, 0) != LETTER_ALEF;
  return figure_last_letter(f, n->last, 0) == LETTER_ALEF && figure_last_letter(f, n->last, 1) != LETTER_YEH;
}

bool figure_read_place(figure_scan *f, figure_item *item, const number *n) {
  bool definite = false;
  size_t at = figure_number_first(f, n, &definite);
  if (!definite && at < n->first) return false; /* "this season and 83 goals" */
  bool written = (n->flags & NUMBER_BARE) != 0 || ((n->flags & (NUMBER_DIGITS | NUMBER_DEFINITE)) == NUMBER_DEFINITE && n->min > SMALL);
  if (n->kind != NUMBER_CARDINAL || !written || at == f->unit->first || !figure_is_word(f, at - 1)) return false;
  bool singular = definite && figure_is_definite(f, at - 1) && figure_last_letter(f, at - 1, 0) == LETTER_HEH;
  if ((!figure_is_kind(f, at - 1, ISNAD_COUNTED_KIND_RANKED) && !singular) || (!definite && counts_behind(f, n))) return false;
  item->note.kind = ISNAD_FIGURE_ORDINAL;
  figure_set_noun(f, item, at - 1, at);
  figure_cover_noun(f, item, at - 1);
  return true;
}
