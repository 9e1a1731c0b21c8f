/* Who vouches: the sum of what was read of him, weighed. */
#include "note/sources/vouch.h"

#include "arabic/phrase_tables.h"

const isnad_vouch_words_row *vouch_word(uint64_t hash) {
  for (size_t at = hash & vouch_word_mask; vouch_word_hashes[at] != 0; at = (at + 1) & vouch_word_mask)
    if (vouch_word_hashes[at] == hash) return &isnad_vouch_words_rows[vouch_word_rows[at]];
  return NULL;
}

void vouch_features(double x[VOUCH_FEATURES], const vouch_case *c) {
  for (size_t i = 0; i < VOUCH_FEATURES; i++) x[i] = 0;
  x[ISNAD_VOUCH_WEIGHTS_FEATURE_BIAS] = 1;
  vouch_read_who(x, c);
  vouch_read_said(x, c);
  vouch_read_place(x, c);
}

bool vouch_decide(const vouch_case *c) {
  static const double likely = -0.2; /* the logarithm of the odds at .45 */
  double x[VOUCH_FEATURES], sum = 0;
  vouch_features(x, c);
  for (size_t i = 0; i < isnad_vouch_weights_count; i++) sum += x[isnad_vouch_weights_rows[i].feature] * isnad_vouch_weights_rows[i].weight;
  return sum >= likely;
}
