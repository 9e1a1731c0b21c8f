/* What kind of number a figure is. */
#include "claim/figure_read.h"

#include "arabic/dimensions.h"

static isnad_slice key(const char *text) { return isnad_slice_of(text); }

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
        if (isnad_currencies_rows[i].code == NULL) out->measure = unit_dimension(isnad_currencies_rows[i].name, &out->factor);
      }
  if (f->kind != ISNAD_FIGURE_MEASURE && f->kind != ISNAD_FIGURE_DURATION) return;
  double factor = 1;
  isnad_slice dimension = unit_dimension_of_name(f->unit, &factor);
  if (dimension.length == 0) return;
  out->measure = dimension;
  out->factor = factor;
}
