/* Units behind a number: shares, measures, times and ages, money with its signs. */
#include "note/figures/figure_phrase.h"

enum { LETTER_BYTES = 2, OLDEST = FIGURE_OLDEST, SIGN_BYTES = 8 };

static bool is_comma(const figure_scan *f, size_t at) {
  if (at >= f->unit->last || f->tokens->items[at].kind != ISNAD_TOKEN_PUNCT) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  return form.bytes[0] == ',' || (form.length == LETTER_BYTES && (unsigned char)form.bytes[0] == 0xD8 && (unsigned char)form.bytes[1] == 0x8C);
}

/* A number of years is an age when the words around say so, or when it stands in brackets or between commas behind a name. */
static bool is_age(const figure_scan *f, const figure_item *item) {
  if (item->note.max > OLDEST || item->scale > 1) return false;
  if (item->first > f->unit->first && is_comma(f, item->first - 1) && is_comma(f, item->after)) return true;
  const isnad_phrase *before = figure_hit_before(f, item->first);
  if (before != NULL && figure_side(before) == ISNAD_BOUNDS_SIDE_MEASURE) return true; /* "under 18 years" */
  if (figure_told_before(f, item->first, ISNAD_BOUNDS_EFFECT_AGE) || figure_says(f, item->after, ISNAD_BOUNDS_EFFECT_AGE)) return true;
  return item->first > f->unit->first && figure_is_mark(f, item->first - 1, '(') && figure_is_mark(f, item->after, ')');
}

/* "An hour and a half", "five years and a half": of the unit, which may be named again. */
void figure_add_half(figure_scan *f, figure_item *item, size_t unit) {
  number half;
  if (!figure_has_and(f, item->after) || !number_at(&half, f->tokens, item->after, f->unit->last) || half.kind != NUMBER_FRACTION) return;
  if ((half.flags & (NUMBER_AND | NUMBER_DEFINITE)) != NUMBER_AND) return;
  size_t end = half.last;
  if (figure_is_definite(f, end)) {
    isnad_slice form = isnad_token_form(f->tokens, end), noun = isnad_token_form(f->tokens, unit);
    isnad_slice rest = {form.bytes + 2 * LETTER_BYTES, form.length - 2 * LETTER_BYTES};
    if (!isnad_slice_starts(noun, rest) && !isnad_slice_starts(rest, noun)) return;
    end++;
  }
  item->note.min += half.min * item->scale;
  item->note.max += half.min * item->scale;
  item->after = end;
  figure_cover(f, item, half.first, end);
}

void figure_take_unit(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  const isnad_units_row *row = &isnad_units_rows[hit->row];
  bool below_zero = row->code[0] == 'C' && row->code[1] == '-';
  item->note.kind = row->kind == ISNAD_UNITS_KIND_PERCENT    ? ISNAD_FIGURE_PERCENT
                    : row->kind == ISNAD_UNITS_KIND_DURATION ? ISNAD_FIGURE_DURATION
                                                             : ISNAD_FIGURE_MEASURE;
  item->note.unit = isnad_slice_of(row->name);
  item->after = hit->first + hit->count;
  item->bare = false;
  figure_cover(f, item, hit->first, item->after);
  if (below_zero && item->note.min > 0) {
    double low = -item->note.max;
    item->note.max = -item->note.min;
    item->note.min = low;
  }
  if (item->note.kind != ISNAD_FIGURE_PERCENT) figure_add_half(f, item, hit->first);
  if (row->code[0] == 'y' && is_age(f, item)) item->note.kind = ISNAD_FIGURE_AGE;
}

static void take_currency(figure_scan *f, figure_item *item, const isnad_phrase *hit) {
  item->note.kind = ISNAD_FIGURE_MONEY;
  item->note.unit = isnad_slice_of(isnad_currencies_rows[hit->row].name);
  item->after = hit->first + hit->count;
  item->bare = false;
  figure_cover(f, item, hit->first, item->after);
  figure_add_half(f, item, hit->first);
}

/* A sign of money beside the digits. */
static bool take_sign(figure_scan *f, figure_item *item, size_t at) {
  if (at < f->unit->first || at >= f->unit->last || f->tokens->items[at].kind != ISNAD_TOKEN_SYMBOL) return false;
  isnad_slice form = isnad_token_form(f->tokens, at);
  if (form.length > SIGN_BYTES) return false;
  for (size_t row = 0; row < isnad_currencies_count; row++) {
    if (!isnad_slice_equal(form, isnad_slice_of(isnad_currencies_rows[row].sign))) continue;
    item->note.kind = ISNAD_FIGURE_MONEY;
    item->note.unit = isnad_slice_of(isnad_currencies_rows[row].name);
    item->bare = false;
    figure_cover(f, item, at, at + 1);
    if (at >= item->after) item->after = at + 1;
    if (at < item->first) item->first = at;
    return true;
  }
  return false;
}

static bool take_percent(figure_scan *f, figure_item *item, size_t at) {
  bool behind = figure_is_percent(f, at), before = item->first > f->unit->first && figure_is_percent(f, item->first - 1);
  if (!behind && !before) return false;
  item->note.kind = ISNAD_FIGURE_PERCENT;
  item->note.unit = (isnad_slice){"%", 1};
  item->bare = false;
  figure_cover(f, item, behind ? at : item->first - 1, behind ? at + 1 : item->first);
  item->after = behind ? at + 1 : at;
  if (!behind) item->first--;
  return true;
}

bool figure_take_measure(figure_scan *f, figure_item *item, size_t at) {
  if (take_percent(f, item, at)) return true;
  const isnad_phrase *unit = figure_unit_hit(f, at, ISNAD_TABLE_UNITS, false), *money = figure_unit_hit(f, at, ISNAD_TABLE_CURRENCIES, false);
  if (money != NULL && (unit == NULL || money->count >= unit->count)) {
    take_currency(f, item, money);
    return true;
  }
  if (unit != NULL) {
    figure_take_unit(f, item, unit);
    return true;
  }
  if (take_sign(f, item, at) || (item->first > f->unit->first && take_sign(f, item, item->first - 1))) return true;
  const isnad_phrase *code = item->first > f->unit->first ? figure_unit_hit(f, item->first - 1, ISNAD_TABLE_CURRENCIES, false) : NULL;
  if (code == NULL || (f->tokens->items[item->first - 1].flags & ISNAD_TOKEN_ARABIC) != 0) return false;
  item->note.kind = ISNAD_FIGURE_MONEY;
  item->note.unit = isnad_slice_of(isnad_currencies_rows[code->row].name);
  item->bare = false;
  return true;
}

void figure_read_dual_zero(figure_scan *f, figure_item *item) {
  const isnad_phrase *hit = figure_unit_hit(f, item->after, ISNAD_TABLE_UNITS, false);
  if (hit == NULL || isnad_units_rows[hit->row].code[0] != 'C' || isnad_units_rows[hit->row].code[1] != '-') return;
  figure_take_unit(f, item, hit);
}
