/* The figures of one story while those that answer one question are brought together. */
#ifndef ISNAD_CLAIM_FIGURE_GROUPING_H
#define ISNAD_CLAIM_FIGURE_GROUPING_H

#include "base/map.h"
#include "claim/figure_compare.h"
#include "claim/groups.h"

typedef struct grouping {
  const claim_story *story;
  const claim_figures *figures;
  claim_figure_groups *out;
  claim_pairs agree, differ;
  size_t order_count; /* figures that stand for all their like */
  map refused;        /* pairs of groups that a report tells apart */
  bool *alone;        /* no other figure of its report answers its question otherwise */
  bool *lone;         /* no other figure of its report is the same number of another thing */
  bool *sole;         /* no other number of its report is of its thing */
  map numbers;        /* of a report, a measure and a number: the report tells it */
} grouping;

static inline const claim_figure *at(const grouping *g, size_t i) { return &g->figures->items[i]; }

/* --- figure_pairs.c: false where there is no memory --- */

/* Finds which figures stand alone in their reports: fills alone, lone, sole and numbers. */
bool figure_pairs_begin(grouping *g);

/* What else their two reports tell beside two figures. */
figure_beside figure_stand_beside(const grouping *g, size_t i, size_t k);

/* Begins, and compares the figures that stand for all their like; fills agree, differ, and out's apart and aside. */
bool figure_pairs_find(grouping *g);

/* Notes two figures that do not answer one question, and why. */
bool figure_note_apart(grouping *g, size_t i, size_t k, isnad_claim_beside why);

#endif
