/* How many reports and origins say what a sentence says. */
#ifndef ISNAD_STORY_SUMMARY_SUPPORT_H
#define ISNAD_STORY_SUMMARY_SUPPORT_H

#include "base/map.h"
#include "story/summary.h"

/* All words of all sentences of a set, with the sentences that have them: a sentence is compared with those that share a word with it, and not with
 * each of the set. */
typedef struct support {
  uint32_t *sentences; /* by word, then place; the last of a word is marked */
  map first;           /* of a word in `sentences`, + 1 */
  double *shared;      /* by sentence: the weight of the words of the one at hand that it has */
  uint8_t *origin_seen, *report_seen;
} support;

isnad_status support_new(support *out, isnad_arena *arena, const summary_set *set, isnad_err *err);

/* Fills the origins and reports of a sentence of the set. */
void support_count(support *x, const summary_set *set, summary_sentence *s);

#endif
