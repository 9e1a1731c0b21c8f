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

#define F(name) ISNAD_VOUCH_WEIGHTS_FEATURE_##name

/* A body of the state, a state itself or whoever speaks for somebody. */
static bool is_authority(const double *x) {
  if (x[F(NAMED)] != 0 || x[F(NOMINAL)] != 0) return x[F(SPOKESMAN)] != 0;
  double bodies = x[F(ORG_MINISTRY)] + x[F(ORG_GOVERNMENT)] + x[F(ORG_PARLIAMENT)] + x[F(ORG_COURT)] + x[F(ORG_MILITARY)] + x[F(ORG_POLICE)] +
                  x[F(ORG_INTELLIGENCE)] + x[F(ORG_INTERNATIONAL)];
  return x[F(SPOKESMAN)] + x[F(STATE)] + x[F(HEAD_OFFICIAL)] + bodies > 0;
}

/* "Said | in a statement": it put it in writing. */
static bool is_release(const vouch_case *c) {
  enum { NEAR = 8 };
  for (size_t at = c->of.behind; at < c->of.unit->last && at < c->of.behind + NEAR && !cited_is_mark(c->of.s, at, "."); at++)
    if (note_has_word(c->of.unit, at, ISNAD_QUOTE_WORDS_ROLE_RELEASED)) return true;
  return false;
}

/* Who accuses, demands or rejects speaks for himself: of 30 labelled ones, four vouched. */
static bool is_party(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_ACCUSES || force == ISNAD_VERBS_FORCE_DEMANDS || force == ISNAD_VERBS_FORCE_REJECTS;
}

/* The rows of the table stand in the order of the features; of the forces, which stand last, one counts. */
static double weigh(const double *x, isnad_verbs_force force) {
  double sum = isnad_vouch_weights_rows[(size_t)F(FORCE_SAYS) + (size_t)force].weight;
  for (size_t i = 0; i < (size_t)F(FORCE_SAYS); i++)
    if (x[i] != 0) sum += x[i] * isnad_vouch_weights_rows[i].weight;
  return sum;
}

/* A feeling, a will or a judgement: it vouches for nothing, whoever has it. */
static bool is_stance(const double *x) {
  return x[F(ATTITUDE_VERB)] + x[F(ATTITUDE_FIRST)] + x[F(ATTITUDE_SAID)] + x[F(THAT_WILL)] + x[F(FORCE_CLAIMS)] > 0;
}

/* Whether the sum reaches what is asked, as logarithms of odds; where no attitude is told odds of one in two do for an authority, and in writing. */
static bool reaches(const vouch_case *c, double likely) {
  static const double hardly = -0.75;
  double x[VOUCH_FEATURES];
  if (is_party(c->of.verb->force)) return false;
  vouch_features(x, c);
  double sum = weigh(x, c->of.verb->force);
  if (sum >= likely || is_stance(x)) return sum >= likely;
  return is_authority(x) ? sum >= hardly || is_release(c) : sum >= hardly && is_release(c);
}

static const double even = 0, among = 1; /* even odds; where several statements are told most who speak only speak: odds of 2.7 */

bool vouch_decide(const vouch_case *c) {
  enum { SEVERAL = 3 };
  bool counts = c->of.verb->force == ISNAD_VERBS_FORCE_ESTIMATES; /* a figure is told for a fact */
  return reaches(c, c->of.s->quote_count >= SEVERAL && !counts ? among : even);
}

bool vouch_may(const vouch_case *c) { return reaches(c, even); }
