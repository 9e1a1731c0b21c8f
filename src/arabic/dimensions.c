/* The dimensions of units: rows of data/dimensions.tsv. */
#include "arabic/dimensions.h"

#include "tables.h"

isnad_slice unit_dimension(const char *code, double *factor) {
  isnad_slice out = isnad_slice_of(code);
  *factor = 1;
  for (size_t i = 0; i < isnad_dimensions_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_dimensions_rows[i].code), out)) {
      *factor = isnad_dimensions_rows[i].factor;
      return isnad_slice_of(isnad_dimensions_rows[i].dimension);
    }
  return out;
}

isnad_slice unit_dimension_of_name(isnad_slice name, double *factor) {
  *factor = 1;
  for (size_t i = 0; i < isnad_units_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_units_rows[i].name), name)) return unit_dimension(isnad_units_rows[i].code, factor);
  return (isnad_slice){NULL, 0};
}
