/* The past that a report recalls. */
#ifndef ISNAD_VIEW_PAST_H
#define ISNAD_VIEW_PAST_H

#include "story/summary.h"
#include "view/tree.h"

/* A time of a report's notes that lies before the news of the day, no coarser than a year. */
typedef struct past_time {
  isnad_interval when;
  isnad_span span; /* of its words */
  isnad_slice grain;
} past_time;

typedef struct past_walk {
  const tree *time;
  isnad_slice text;
  int64_t now; /* the day of the report; of an undated one (0) only what is written out counts */
} past_walk;

past_walk past_walk_of(const tree *notes, isnad_slice text, int64_t now);

/* The next of them in the order of the notes; false: there is none. A month told without its year that may as well be the one to come is passed over.
 */
bool past_next(past_time *out, past_walk *walk);

/* The sentence of a report that holds the span; NULL: none. */
const summary_sentence *past_sentence(const summary_set *set, uint32_t report, isnad_span span);

#endif
