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

/* --- summary_headline.c --- */

/* In how many of the reports a word of the sentence occurs, as a share, by weight. `spread`: reports by word. */
double summary_centrality(const summary_sentence *s, const map *spread, double reports);

/* The words of all headlines, with how many have each. */
typedef struct summary_titles {
  map times;
  double weight; /* of all words of all of them */
} summary_titles;

isnad_status summary_titles_read(summary_titles *out, isnad_arena *arena, const summary_set *set, isnad_err *err);

/* The share of what the headlines tell, by weight, that a sentence has. */
double summary_titles_cover(const summary_titles *titles, const summary_sentence *s);

/* The report whose headline tells it best; -1: none has one. */
isnad_status summary_headline(int *out, isnad_arena *arena, const summary_set *set, const map *spread, isnad_err *err);

#endif
