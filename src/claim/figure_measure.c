/* What kind of number a figure is. */
#include "claim/figure_read.h"

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

static void dimension_of(isnad_prepared_figure *out, const char *code) {
  out->measure = key(code);
  for (size_t i = 0; i < isnad_dimensions_count; i++)
    if (isnad_slice_equal(key(isnad_dimensions_rows[i].code), out->measure)) {
      out->measure = key(isnad_dimensions_rows[i].dimension);
      out->factor = isnad_dimensions_rows[i].factor;
      return;
    }
}

void figure_read_measure(isnad_prepared_figure *out, const isnad_figure_note *f) {
  static const char *const plain[] = {[ISNAD_FIGURE_CARDINAL] = "count", [ISNAD_FIGURE_ORDINAL] = "ordinal", [ISNAD_FIGURE_PERCENT] = "percent",
                                      [ISNAD_FIGURE_MONEY] = "money",    [ISNAD_FIGURE_MEASURE] = "measure", [ISNAD_FIGURE_DURATION] = "duration",
                                      [ISNAD_FIGURE_AGE] = "age",        [ISNAD_FIGURE_SCORE] = "score",     [ISNAD_FIGURE_FRACTION] = "fraction"};
  out->measure = key(plain[f->kind]);
  out->factor = 1;
  if (f->kind == ISNAD_FIGURE_MONEY)
    for (size_t i = 0; i < isnad_currencies_count; i++)
      if (isnad_slice_equal(key(isnad_currencies_rows[i].name), f->unit)) {
        out->measure = isnad_currencies_rows[i].code != NULL ? key(isnad_currencies_rows[i].code) : f->unit; /* a dinar of no country */
        if (isnad_currencies_rows[i].code == NULL) dimension_of(out, isnad_currencies_rows[i].name);
      }
  if (f->kind != ISNAD_FIGURE_MEASURE && f->kind != ISNAD_FIGURE_DURATION) return;
  for (size_t i = 0; i < isnad_units_count; i++)
    if (isnad_slice_equal(key(isnad_units_rows[i].name), f->unit)) {
      dimension_of(out, isnad_units_rows[i].code);
      return;
    }
}
