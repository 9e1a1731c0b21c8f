/* One value told in several units: "two hours, 8 minutes and 14 seconds", "2:08:14", "a metre and 80 centimetres". It is one figure, in the smallest
 * of its units, so that nothing is lost to rounding. */
#include "note/figures/figure.h"

#include "arabic/dimensions.h"

enum { LETTER_BYTES = 2, CLOCK_PARTS = 3, CLOCK_DIGITS = 2, MOST_HOURS = 100, SIXTY = 60 };

static bool is_plain(const figure_item *item) {
  bool kind = item->note.kind == ISNAD_FIGURE_DURATION || item->note.kind == ISNAD_FIGURE_MEASURE;
  return kind && item->note.qualifier != ISNAD_RANGE && item->note.min == item->note.max;
}

/* How many of the smaller unit the larger one holds; 0: the two are no parts of one value. */
static double steps_between(const figure_item *large, const figure_item *small) {
  double large_factor = 0, small_factor = 0;
  isnad_slice one = unit_dimension_of_name(large->note.unit, &large_factor), other = unit_dimension_of_name(small->note.unit, &small_factor);
  if (one.length == 0 || !isnad_slice_equal(one, other) || small_factor >= large_factor || small->note.max * small_factor >= large_factor) return 0;
  return large_factor / small_factor;
}

/* Right behind it; "and" may stand by itself. */
static bool is_next(const figure_scan *f, const figure_item *last, const figure_item *item) {
  if (last->after == item->first) return item->and;
  return last->after + 1 == item->first && f->tokens->items[last->after].length == LETTER_BYTES && figure_has_and(f, last->after);
}

bool figure_joins_last(figure_scan *f, const figure_item *item) {
  figure_item *last = f->count > 0 ? &f->items[f->count - 1] : NULL;
  if (last == NULL || last->unit != item->unit || !is_plain(last) || !is_plain(item) || item->note.qualifier != ISNAD_EXACT) return false;
  if (!is_next(f, last, item)) return false;
  double steps = steps_between(last, item);
  if (steps == 0 || item->note.kind != last->note.kind) return false;
  last->note.min = last->note.min * steps + item->note.min;
  last->note.max = last->note.max * steps + item->note.max;
  last->note.unit = item->note.unit;
  last->note.number.end = item->note.number.end;
  last->note.span.end = item->note.span.end;
  last->last = item->last;
  last->after = item->after;
  return true;
}

/* "A year | and 8 months", "a metre and 85": whether a number of a smaller unit of the same dimension stands behind the unit, joined by "and". */
bool figure_leads_smaller(const figure_scan *f, const figure_item *item) {
  number n;
  double large = 0, small = 0;
  if (!figure_has_and(f, item->after)) return false;
  size_t at = f->tokens->items[item->after].length == LETTER_BYTES ? item->after + 1 : item->after; /* "and" typed onto digits */
  if (!number_at(&n, f->tokens, at, f->unit->last) || n.kind != NUMBER_CARDINAL || n.min != n.max) return false;
  const isnad_phrase *unit = figure_unit_hit(f, n.last, ISNAD_TABLE_UNITS, false);
  if (unit == NULL) return false;
  isnad_slice one = unit_dimension_of_name(item->note.unit, &large), other = unit_dimension(isnad_units_rows[unit->row].code, &small);
  return isnad_slice_equal(one, other) && n.max * small < large;
}

/* --- a time that was run --- */

static isnad_slice second_name(void) {
  for (size_t i = 0; i < isnad_units_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_units_rows[i].code), isnad_slice_of("second"))) return isnad_slice_of(isnad_units_rows[i].name);
  return (isnad_slice){NULL, 0};
}

/* Two digits, as minutes and seconds are written. */
static bool is_sixty(const figure_scan *f, size_t at, double *value) {
  isnad_slice digits = isnad_token_form(f->tokens, at);
  if (f->tokens->items[at].kind != ISNAD_TOKEN_NUMBER || digits.length != CLOCK_DIGITS) return false;
  *value = (digits.bytes[0] - '0') * 10.0 + (digits.bytes[1] - '0');
  return *value >= 0 && *value < SIXTY;
}

size_t figure_run_time_at(figure_scan *f, size_t at, figure_item *item) {
  number hours;
  double minutes = 0, seconds = 0;
  size_t last = at + 2 * CLOCK_PARTS - 1;
  if (last > f->unit->last || !figure_is_mark(f, at + 1, ':') || !figure_is_mark(f, at + 3, ':') || figure_is_mark(f, last, ':')) return at;
  for (size_t i = at + 1; i < last; i++)
    if (!figure_is_glued(f, i)) return at;
  if (!number_at(&hours, f->tokens, at, at + 1) || hours.min != hours.max || hours.max >= MOST_HOURS || note_time_over(f->s, hours.span) != NULL)
    return at;
  if (!is_sixty(f, at + 2, &minutes) || !is_sixty(f, at + 4, &seconds)) return at;
  isnad_span span = {f->tokens->items[at].span.begin, f->tokens->items[last - 1].span.end};
  *item = (figure_item){.first = at, .last = last, .after = last, .unit = f->unit_index, .scale = 1};
  item->note =
      (isnad_figure_note){.span = span, .number = span, .kind = ISNAD_FIGURE_DURATION, .times = 1, .claimant = -1, .rule = {.name = "digits"}};
  item->note.min = item->note.max = (hours.min * SIXTY + minutes) * SIXTY + seconds;
  item->note.unit = second_name();
  figure_read_bounds(f, item);
  return last;
}
