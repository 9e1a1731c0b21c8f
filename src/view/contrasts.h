/* Numbers with which reports open and which cannot all be the same, side by side, each with who states it and who tells it. */
#ifndef ISNAD_VIEW_CONTRASTS_H
#define ISNAD_VIEW_CONTRASTS_H

#include "view/report/report_blocks.h"

/* The contrasts as blocks of a report; false when memory is short. */
bool contrasts_write(report *r);

/* The same as lines behind the claims of a story. */
isnad_status contrasts_lines(sheet *s, const isnad_claims *claims);

/* An array of objects, with the ids of the claims. */
void contrasts_array(sheet *s, const isnad_claims *claims);

#endif
