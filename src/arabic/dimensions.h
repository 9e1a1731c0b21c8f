/* What a unit measures, so that two figures of unlike units can be compared. */
#ifndef ISNAD_ARABIC_DIMENSIONS_H
#define ISNAD_ARABIC_DIMENSIONS_H

#include "isnad/arabic.h"

/* The dimension of a unit's code (data/dimensions.tsv); the code itself when no row has it. Fills how many of the dimension's base unit it is,
 * else 1. Borrows from the tables. */
isnad_slice unit_dimension(const char *code, double *factor);

/* The same of a unit by the name a figure's unit is printed with (data/ar/units.tsv); empty when no row has it. */
isnad_slice unit_dimension_of_name(isnad_slice name, double *factor);

#endif
