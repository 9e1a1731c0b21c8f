/* The past that a report recalls. */
#ifndef ISNAD_VIEW_PAST_H
#define ISNAD_VIEW_PAST_H

#include "story/summary.h"
#include "view/tree.h"

/* A time of the notes before the news of the day, no coarser than a year. `now`: the day of the report; of an undated one (0) only what is written
 * out counts. */
bool past_reads(isnad_interval *when, const tree *time, int64_t now);

/* A month told without its year that may as well be the one to come. `words`: how the time is written. */
bool past_may_be_ahead(isnad_slice words, isnad_interval when, int64_t now);

/* The sentence of a report that holds the span; NULL: none. */
const summary_sentence *past_sentence(const summary_set *set, uint32_t report, isnad_span span);

#endif
