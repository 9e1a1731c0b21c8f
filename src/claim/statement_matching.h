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
  map told;               /* by term: in how many of these it stands */
  claim_content *telling; /* of each of these, by its place among all: the terms that are not what the story is about */
} matching;

static inline const claim_statement *at(const matching *m, size_t i) { return &m->all->items[i]; }

/* Finds what the story is about: fills told and telling. False: there is no memory. */
bool statement_pairs_begin(matching *m);

/* Compares the first of all copies with each other, and fills pairs (statement_pairs.c). False: there is no memory. */
bool statement_pairs_find(matching *m);

/* Whether both are told of one bearer, or in the same words. */
bool statement_is_himself(const isnad_claim_mention *a, const isnad_claim_mention *b);

/* How likely two statements, which share `all` their words and `telling` of those that are not the story's topic, are one utterance, 0 to 1
 * (statement_likely.c); -1: something keeps them apart for good. */
double statement_likelihood(const claim_statement *a, const claim_statement *b, terms_overlap all, terms_overlap telling);

/* What that is reckoned from, in the order of data/statement_weights.tsv; false: as above. */
enum { STATEMENT_FEATURES = 8 };
bool statement_read_features(double *x, const claim_statement *a, const claim_statement *b, terms_overlap all, terms_overlap telling);

#endif
