/* How likely two statements of two reports are one utterance: a logistic regression over what they share (docs/CLAIMS.md), its weights in
 * data/statement_weights.tsv. */
#include "base/clock.h"
#include "claim/statement_matching.h"
#include "claim/values.h"
#include "claim/wording.h"

#include "tables.h"

#include <math.h>

enum { MOST_DAYS = 3 };

_Static_assert((int)ISNAD_STATEMENT_WEIGHTS_FEATURE_COUNT == (int)STATEMENT_FEATURES, "one weight for each feature");

#define AT(feature) x[ISNAD_STATEMENT_WEIGHTS_FEATURE_##feature]

static void read_words(double *x, terms_overlap all, terms_overlap telling) {
  AT(WORDS) = terms_dice(all);
  AT(CONTAINED) = terms_contained(all);
  AT(TELLING) = terms_contained(telling);
}

static void read_scene(double *x, const claim_statement *a, const claim_statement *b) {
  AT(CLAIMANT) = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  AT(ONE_BEARER) = statement_is_himself(&a->mention, &b->mention);
  AT(NUMBERS_PART) = wording_numbers_part(a->mention.words, b->mention.words);
  AT(DAYS) = fmin((double)claim_gap(&a->mention, &b->mention) / DAY_SECONDS, MOST_DAYS);
}

bool statement_read_features(double *x, const claim_statement *a, const claim_statement *b, terms_overlap all, terms_overlap telling) {
  bool apart = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART;
  if (a->report == b->report || a->denies != b->denies || apart || all.shared == 0) return false;
  for (size_t i = 0; i < STATEMENT_FEATURES; i++) x[i] = 0;
  AT(BIAS) = 1;
  read_words(x, all, telling);
  read_scene(x, a, b);
  return true;
}

double statement_likelihood(const claim_statement *a, const claim_statement *b, terms_overlap all, terms_overlap telling) {
  double x[STATEMENT_FEATURES], sum = 0;
  if (!statement_read_features(x, a, b, all, telling)) return -1;
  for (size_t i = 0; i < isnad_statement_weights_count; i++)
    sum += x[isnad_statement_weights_rows[i].feature] * isnad_statement_weights_rows[i].weight;
  return 1 / (1 + exp(-sum));
}
