/* The statements of one story while those that are one utterance are brought together. */
#ifndef ISNAD_CLAIM_STATEMENT_MATCHING_H
#define ISNAD_CLAIM_STATEMENT_MATCHING_H

#include "base/map.h"
#include "claim/groups.h"

enum { SHARED_LEAST = 2 };

/* How much of the shorter of two statements stands in the longer: when it is a part of it, and when that alone speaks for one utterance. */
static const double part_inside = 0.5, shorter_inside = 0.64;

typedef struct matching {
  const claim_story *story;
  const claim_statements *all;
  claim_statement_groups *out;
  claim_pairs pairs;
  size_t *first; /* statements that are no copy of an earlier one */
  size_t first_count;
  map told; /* by term: in how many of these it stands */
} matching;

static inline const claim_statement *at(const matching *m, size_t i) { return &m->all->items[i]; }

/* Compares the first of all copies with each other, and fills pairs (statement_pairs.c). False: there is no memory. */
bool statement_pairs_find(matching *m);

#endif
