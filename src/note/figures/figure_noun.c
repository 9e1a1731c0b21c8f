/* What a number counts: the unit or noun behind it, else the noun before it. */
#include "note/figures/figure_phrase.h"

#include "arabic/letters.h"

enum { LETTER_BYTES = 2, HEAD_WINDOW = 14, OLDEST = FIGURE_OLDEST };

/* The noun behind "of": hundreds of the inhabitants, five of the soldiers. */
static bool take_of(figure_scan *f, figure_item *item, size_t at, bool vague) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if (hit == NULL || figure_effect(hit) != ISNAD_BOUNDS_EFFECT_OF) return false;
  size_t noun = hit->first + hit->count;
  if (!figure_is_noun(f, noun, true) || figure_has_and(f, noun)) return false;
  size_t end = figure_phrase_end(f, noun, false);
  bool whole = vague || figure_is_definite(f, noun) || (end > noun + 1 && figure_is_definite(f, noun + 1));
  if (!whole) return false;
  figure_set_noun(f, item, noun, end);
  figure_cover(f, item, noun, end);
  item->after = end;
  return true;
}

/* "63 bodies, among them 54 local ones": an adjective whose noun stands with the figure before. */
static bool is_adjective_of_last(const figure_scan *f, size_t at) {
  if (f->count == 0 || f->items[f->count - 1].unit != f->unit_index || f->items[f->count - 1].bare) return false;
  return figure_is_kind(f, at, ISNAD_COUNTED_KIND_ADJECTIVE) && !figure_is_kind(f, at, ISNAD_COUNTED_KIND_NOUN) &&
         figure_last_letter(f, at, 0) == LETTER_HEH;
}

static bool take_noun(figure_scan *f, figure_item *item, size_t at, bool definite_too) {
  if (!figure_is_noun(f, at, definite_too) || is_adjective_of_last(f, at)) return false;
  size_t end = figure_phrase_end(f, at, false);
  figure_set_noun(f, item, at, end);
  figure_cover(f, item, at, end);
  item->after = end;
  return true;
}

/* "The number of the dead rose to 50": the noun behind the head. */
static bool take_headed(figure_scan *f, figure_item *item) {
  size_t at = item->first;
  size_t floor = f->count > 0 && f->items[f->count - 1].unit == f->unit_index ? f->items[f->count - 1].last : f->unit->first;
  for (size_t i = 0; i < HEAD_WINDOW && at > floor; i++) {
    at--;
    if (figure_ends(f, at)) return false;
    const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
    if (hit == NULL || figure_effect(hit) != ISNAD_BOUNDS_EFFECT_HEAD) continue;
    size_t noun = hit->first + hit->count;
    if (noun >= item->first || !figure_is_noun(f, noun, true)) continue;
    size_t end = figure_phrase_end(f, noun, false);
    figure_set_noun(f, item, noun, end <= item->first ? end : noun + 1);
    return true;
  }
  return false;
}

/* "By one point": folded bytes of a preposition joined to an indefinite noun; 0. */
static size_t joined_bytes(const figure_scan *f, size_t at) {
  if (!figure_is_word(f, at) || figure_is_definite(f, at) || !figure_is_joined(f, at) || figure_is_verb(f, at)) return 0;
  return isnad_arabic_proclitics(isnad_token_form(f->tokens, at)) == LETTER_BYTES ? LETTER_BYTES : 0;
}

/* "The seven states", "one soldier": the noun right before the number. */
static bool take_before(figure_scan *f, figure_item *item, const number *n, bool definite) {
  if (item->first <= f->unit->first || (definite && item->and)) return false;
  size_t noun = item->first - 1;
  bool one = n->min == 1 && n->max == 1 && (n->flags & NUMBER_DIGITS) == 0;
  const isnad_phrase *unit = figure_hit(f, noun, ISNAD_TABLE_UNITS);
  bool measure = unit != NULL && unit->cut == 0 && unit->cell == ISNAD_UNITS_CELL_FORMS;
  size_t joined = one && !measure && !definite ? joined_bytes(f, noun) : 0;
  if (definite ? !figure_is_owner(f, noun) || figure_is_place(f, noun) : !one || (!measure && joined == 0 && !figure_is_noun(f, noun, false)))
    return false;
  figure_set_noun(f, item, noun, noun + 1);
  if (measure && isnad_units_rows[unit->row].kind != ISNAD_UNITS_KIND_PERCENT) {
    item->note.kind = isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_DURATION ? ISNAD_FIGURE_DURATION : ISNAD_FIGURE_MEASURE;
    item->note.unit = isnad_slice_of(isnad_units_rows[unit->row].name);
    item->counted = false;
  }
  figure_cover_noun(f, item, noun);
  if (joined > 0) {
    item->note.span.begin = isnad_token_source(f->tokens, noun, joined);
    item->note.unit = isnad_slice_at(f->tokens->text, (isnad_span){item->note.span.begin, f->tokens->items[noun].span.end});
  }
  return true;
}

static bool is_open(const figure_scan *f, size_t at) {
  if (figure_ends(f, at) || !figure_is_word(f, at)) return true;
  return figure_is_kind(f, at, ISNAD_COUNTED_KIND_STOP) || figure_has_proclitic(f, at) || figure_is_verb(f, at);
}

/* The number alone stands in brackets or quotation marks: "(5) persons". */
static bool is_enclosed(const figure_scan *f, size_t first, size_t at) {
  if (first == f->unit->first || at >= f->unit->last) return false;
  if (figure_is_mark(f, at, ')')) return figure_is_mark(f, first - 1, '(');
  return f->tokens->items[at].kind == ISNAD_TOKEN_QUOTE && f->tokens->items[first - 1].kind == ISNAD_TOKEN_QUOTE;
}

void figure_read_noun(figure_scan *f, figure_item *item, const number *n) {
  bool definite = false, vague = (n->flags & NUMBER_VAGUE) != 0 || n->kind == NUMBER_FRACTION;
  size_t at = n->last;
  figure_number_first(f, n, &definite);
  item->bare = true;
  item->after = at;
  if (is_enclosed(f, item->first, at)) at++;
  item->open = is_open(f, at);
  if (n->kind == NUMBER_DECADE) {
    item->bare = false;
    return;
  }
  if (item->note.kind == ISNAD_FIGURE_SCORE || figure_take_measure(f, item, at)) return;
  const isnad_phrase *behind = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if (behind != NULL && figure_effect(behind) == ISNAD_BOUNDS_EFFECT_PART) item->part = true;
  bool one = n->min == 1 && n->max == 1 && (n->flags & NUMBER_DIGITS) == 0;
  bool aged = figure_told_before(f, item->first, ISNAD_BOUNDS_EFFECT_AGE);
  if (definite && !aged && !vague && take_before(f, item, n, true)) return;
  if (!item->part && !one && (take_noun(f, item, at, vague || (n->flags & NUMBER_CONSTRUCT) != 0) || take_of(f, item, at, vague))) return;
  if (!aged && !vague && take_before(f, item, n, definite)) return;
  if (aged && item->note.max <= OLDEST && item->note.max > 1) {
    item->note.kind = ISNAD_FIGURE_AGE;
    item->bare = false;
    return;
  }
  if (!item->part) take_headed(f, item);
}

void figure_read_dual_noun(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  size_t at = hit->first, end = figure_phrase_end(f, at, true);
  figure_set_noun(f, item, at, end);
  item->note.unit = isnad_slice_at(f->tokens->text, hit->span);
  figure_cover(f, item, at + 1 < end ? at + 1 : at, end);
  item->note.span.begin = hit->span.begin;
  if (end > at + 1) item->note.thing = isnad_slice_at(f->tokens->text, item->note.span);
  item->after = end;
}
