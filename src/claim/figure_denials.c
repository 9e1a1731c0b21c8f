/* Denied numbers with those who tell them (docs/CLAIMS.md): "denied that 35 were killed", "20, and not 14". Where in doubt nobody is denied. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>

enum { BEFORE_DAYS = 1, BEHIND_DAYS = 7, NEAR_BYTES = 500 };

/* How alike the words must be (Dice): of a number that two seldom share by chance, of others. */
static const double telling_alike = 0.08, plain_alike = 0.14;

/* As "about" and bounds are meant, whichever of the two has them: "35 dead", "more than 35". */
static bool same_number(const claim_figure *a, const claim_figure *b) {
  double x = figure_low(a), y = figure_low(b), high = figure_high(a), other = figure_high(b);
  return (x == y || x == other || high == y) && a->times == b->times;
}

/* One noun, or one of them says nothing that keeps them apart: "20 cases, and not 14". */
static bool may_be_counted(const claim_figure *f, const claim_figure *denial) {
  if (f->thing.length == 0 || denial->thing.length == 0) return true;
  if (f->toll && denial->toll && isnad_slice_equal(f->state, denial->state)) return true;
  return figure_may_be_one_thing(f, denial);
}

static bool states_meet(const claim_figure *f, const claim_figure *denial) {
  return f->state.length == 0 || denial->state.length == 0 || isnad_slice_equal(f->state, denial->state);
}

/* Nobody denies what is told a day after him, nor what was told long ago. */
static bool meet_in_time(const claim_figure *f, const claim_figure *denial) {
  const isnad_interval *told = &f->mention.published, *denied = &denial->mention.published;
  if (told->from >= told->to || denied->from >= denied->to) return true;
  return told->from < denied->from + BEFORE_DAYS * (int64_t)DAY_SECONDS && denied->from < told->from + BEHIND_DAYS * (int64_t)DAY_SECONDS;
}

bool figure_is_denied_by(const claim_figure *f, const claim_figure *denial) {
  claim_meeting claimants = claim_claimants(&f->mention, &f->speaker, &denial->mention, &denial->speaker);
  if (f->report == denial->report && claimants != MEET_APART) return false;
  if (f->past || f->mention.bare || !isnad_slice_equal(f->measure, denial->measure) || !same_number(f, denial)) return false;
  if (!may_be_counted(f, denial) || !states_meet(f, denial) || !meet_in_time(f, denial) || claim_holders(f, denial) == MEET_APART) return false;
  double alike = terms_dice(terms_compare(&f->terms, &denial->terms));
  return alike >= (claim_value_tells(f) ? telling_alike : plain_alike);
}

/* How many bytes lie between the two. */
static uint32_t apart(const claim_figure *a, const claim_figure *b) {
  const isnad_span *x = &a->mention.span, *y = &b->mention.span;
  return x->end <= y->begin ? y->begin - x->end : y->end <= x->begin ? x->begin - y->end : 0;
}

bool figure_stands_instead(const claim_figure *f, const claim_figure *denial) {
  if (f->report != denial->report || f->mention.headline != denial->mention.headline || f->past) return false;
  if (!isnad_slice_equal(f->measure, denial->measure) || same_number(f, denial) || f->scope.length > 0 || figure_is_rank(f)) return false;
  bool mine = claim_claimants(&f->mention, &f->speaker, &denial->mention, &denial->speaker) != MEET_APART;
  bool toll = (f->toll || denial->toll) && states_meet(f, denial); /* "20 dead, and not 14" */
  bool thing = f->thing.length > 0 && isnad_slice_equal(f->thing, denial->thing), amount = figure_is_amount(f->measure) && states_meet(f, denial);
  return mine && apart(f, denial) <= NEAR_BYTES && (toll || (thing && states_meet(f, denial)) || amount);
}
