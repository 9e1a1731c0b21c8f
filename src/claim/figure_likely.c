/* How likely two unlike numbers of two reports answer one question: a logistic regression over what was read of both (docs/CLAIMS.md). It is asked
 * where the rules of figure_compare.c are silent. Its weights were fitted, with a ridge of 1, on the pairs of figures of the golden stories and of
 * twenty stories of the ANT corpus that were read whole; in ten folds over stories, at .7, fifty of the pairs that it added were right and eight were
 * not. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_SHARED = 8, MOST_HOURS = 72, HOUR = 3600, PART_HOURS = 12, DIGITS = 10, NUMBER_ROOM = 32 };

static const double likely = 0.7, own_words = 0.45, most_ratio = 3;

/* One addend of the sum; a condition counts one. */
enum {
  BIAS,
  WORDS,        /* alike, by Dice */
  WORDS_SQUARE, /* the same, squared */
  CONTAINED,    /* words of the shorter that the other has */
  SHARED,       /* of eight words */
  SOLE,         /* each report tells one number of the thing */
  ALONE,        /* each report tells one number that could be this */
  THINGS,       /* two nouns */
  NO_THING,     /* no noun at all */
  RARE_THING,   /* one noun that no table lists */
  SAME_STATE,
  ONE_STATE, /* only one says what befell them */
  TWO_STATES,
  TWO_SCOPES,
  PART,
  TWO_TIMES,
  CLAIMANT, /* one claimant */
  HOLDER,   /* one holder */
  RATIO,    /* the logarithm of how many times the smaller the larger is */
  SWAPPED,  /* the digits of one stand in the other in another order: a slip of the pen */
  RISES,    /* said to have risen */
  TOLL,
  DAYS, /* between the two */
  PERCENT,
  COUNT,
  LASTS, /* a duration */
  ADDENDS
};

_Static_assert((int)ADDENDS == (int)FIGURE_ADDENDS, "one weight for each addend");

static const double weights[ADDENDS] = {-2.69, 1.44,  1.53,  1.53, 0.59, 0.77,  1.53, -1.60, -1.58, 0.35, 0.22,  -0.31, -2.23,
                                        -2.05, -0.90, -0.79, 1.14, 1.03, -1.30, 3.21, 1.52,  1.62,  0.11, -0.66, -1.62, 1.90};

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static void count_digits(double value, int *digits) {
  char text[NUMBER_ROOM];
  snprintf(text, sizeof text, "%g", value);
  for (const char *at = text; *at != 0; at++)
    if (*at >= '0' && *at <= '9') digits[*at - '0']++;
  digits[0] = 0; /* noughts only say how large it is */
}

/* 366 and 336, 3.4 and 4.3. */
static bool are_swapped(const claim_figure *a, const claim_figure *b) {
  int left[DIGITS] = {0}, right[DIGITS] = {0}, all = 0;
  count_digits(figure_low(a), left);
  count_digits(figure_low(b), right);
  for (size_t i = 0; i < DIGITS; i++) all += left[i];
  return all > 1 && figure_low(a) != figure_low(b) && memcmp(left, right, sizeof left) == 0;
}

static double ratio_of(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  return less > 0 ? fmin(log(more / less), most_ratio) : most_ratio;
}

static void read_wording(double *x, const claim_figure *a, const claim_figure *b, terms_overlap o) {
  x[WORDS] = terms_dice(o);
  x[WORDS_SQUARE] = x[WORDS] * x[WORDS];
  x[CONTAINED] = terms_contained(o);
  x[SHARED] = fmin((double)o.shared, MOST_SHARED) / MOST_SHARED;
  bool same = isnad_slice_equal(a->thing, b->thing);
  x[THINGS] = !same && a->thing.length > 0 && b->thing.length > 0;
  x[NO_THING] = same && a->thing.length == 0;
  x[RARE_THING] = same && figure_is_unlisted(a->thing);
  bool state = isnad_slice_equal(a->state, b->state);
  x[SAME_STATE] = state && a->state.length > 0;
  x[ONE_STATE] = (a->state.length == 0) != (b->state.length == 0);
  x[TWO_STATES] = !state && a->state.length > 0 && b->state.length > 0;
  x[TWO_SCOPES] = !figure_same_scope(a, b);
  x[PART] = is(a->scope, "part") || is(b->scope, "part");
}

static void read_numbers(double *x, const claim_figure *a, const claim_figure *b) {
  x[TWO_TIMES] = claim_times(a, b) == MEET_APART;
  x[CLAIMANT] = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  x[HOLDER] = claim_holders(a, b) == MEET_SAME;
  x[RATIO] = ratio_of(a, b);
  x[SWAPPED] = !a->toll && are_swapped(a, b); /* 45 hurt today, 54 yesterday */
  x[RISES] = a->rises || b->rises;
  x[TOLL] = a->toll;
  x[DAYS] = fmin((double)claim_gap(&a->mention, &b->mention) / HOUR, MOST_HOURS) * HOUR / DAY_SECONDS;
  x[PERCENT] = is(a->measure, "percent");
  x[COUNT] = is(a->measure, "count");
  x[LASTS] = is(a->measure, "duration") || is(a->measure, "months");
}

/* What no likelihood outweighs: another claimant or holder, a rank, a piece of a list, a bound that leaves room for both. */
static bool may_be_one(const claim_figure *a, const claim_figure *b) {
  bool apart = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART || claim_holders(a, b) == MEET_APART;
  bool rank = figure_is_rank(a) || figure_is_piece(a) || figure_is_piece(b) || a->vague || b->vague || a->mention.bare || b->mention.bare;
  bool things = a->thing.length > 0 && b->thing.length > 0 && !figure_is_unlisted(a->thing) && !figure_is_unlisted(b->thing);
  if (things && !figure_may_be_one_thing(a, b)) return false; /* fighters and soldiers */
  bool since = is(a->scope, "ever") != is(b->scope, "ever"),
       one_body = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  if (a->toll && since && !one_body) return false; /* 43 today, 60 since March */
  return !apart && !rank && a->report != b->report && isnad_slice_equal(a->measure, b->measure) && !claim_values_agree(a, b) &&
         !figure_leaves_room(a, b) && !(a->toll && figure_shrinks(a, b)) && !figure_is_late(a, b);
}

/* Where the text itself must be alike: spans of time, of which a report tells many, and goals; a part of a toll half a day later. */
static bool needs_words(const claim_figure *a, const claim_figure *b, double alike) {
  bool lasts = is(a->measure, "duration") || is(a->measure, "months"),
       stated = a->state.length > 0 && figure_same_state(a, b) && !is(a->state, "ago") && !is(a->state, "within");
  bool part = (is(a->scope, "part") || is(b->scope, "part")) && claim_gap(&a->mention, &b->mention) >= PART_HOURS * (int64_t)HOUR;
  return alike < own_words && ((lasts && !stated) || figure_is_sport(a->thing) || part);
}

size_t figure_likely_read(double *x, const claim_figure *a, const claim_figure *b, bool alone, bool sole, terms_overlap o) {
  if (!may_be_one(a, b)) return 0;
  for (size_t i = 0; i < ADDENDS; i++) x[i] = 0;
  x[BIAS] = 1;
  x[SOLE] = sole;
  x[ALONE] = alone;
  read_wording(x, a, b, o);
  read_numbers(x, a, b);
  return ADDENDS;
}

double figure_likely_one(const claim_figure *a, const claim_figure *b, bool alone, bool sole, terms_overlap o) {
  double x[FIGURE_ADDENDS], sum = 0;
  if (figure_likely_read(x, a, b, alone, sole, o) == 0 || needs_words(a, b, x[WORDS])) return 0;
  for (size_t i = 0; i < ADDENDS; i++) sum += weights[i] * x[i];
  double chance = 1 / (1 + exp(-sum));
  return chance >= likely ? chance : 0;
}
