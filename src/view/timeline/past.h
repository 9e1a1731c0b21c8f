/* The past that a report recalls. */
#ifndef ISNAD_VIEW_PAST_H
#define ISNAD_VIEW_PAST_H

#include "story/summary.h"
#include "view/drawing/tree.h"

/* A time of a report's notes that lies before the news of the day, no coarser than a year. */
typedef struct past_time {
  isnad_interval when;
  isnad_span span; /* of its words */
  isnad_slice grain;
} past_time;

/* The interval of a time of the notes, when both of its ends are told. */
bool past_interval(isnad_interval *out, const tree *time);

typedef struct past_walk {
  const tree *time;
  isnad_slice text;
  int64_t now;                  /* the day of the report; of an undated one (0) only what is written out counts */
  const summary_sentence *last; /* the last that past_told has handed over */
} past_walk;

past_walk past_walk_of(const tree *notes, isnad_slice text, int64_t now);

/* The next of them in the order of the notes; false: there is none. A month told without its year that may as well be the one to come is passed over.
 */
bool past_next(past_time *out, past_walk *walk);

/* A time of the day of the report or the days beside it. */
bool past_is_news(const tree *time, int64_t now);

/* The next that dates what its sentence tells: the sentence tells nothing of the day itself, and the time stands behind no "after" or "since", of
 * whose noun it would be the time. A sentence is handed over once, with the first of its times. `report`: its place in the set. */
bool past_told(past_time *out, const summary_sentence **sentence, past_walk *walk, const summary_set *set, uint32_t report);

/* "After the fall of its rule in 2001", "since its foundation in 1975": a time that begins at `begin` is that of the noun behind such a word. */
bool past_stands_behind_mark(const isnad_tokens *tokens, uint32_t begin);

/* The sentence of a report that holds the span; NULL: none. */
const summary_sentence *past_sentence(const summary_set *set, uint32_t report, isnad_span span);

#endif
