/* How likely two numbers of two reports answer one question: a logistic regression over what was read of both (docs/CLAIMS.md), its weights in
 * data/figure_weights.tsv. One set of weights is for unlike numbers, one for those that may be one number. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_SHARED = 8, MOST_HOURS = 72, HOUR = 3600, FIGURES = 10, NUMBER_ROOM = 32, FEW = 5, MOST_DIGITS = 4, MOST_SIZE = 6 };

static const double most_ratio = 3;

_Static_assert((int)ISNAD_FIGURE_WEIGHTS_FEATURE_COUNT == (int)FIGURE_FEATURES, "one weight for each feature");

#define AT(feature) x[ISNAD_FIGURE_WEIGHTS_FEATURE_##feature]

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* --- the digits of a number --- */

static void count_digits(double value, int *digits) {
  char text[NUMBER_ROOM];
  snprintf(text, sizeof text, "%g", value);
  for (const char *at = text; *at != 0 && *at != 'e'; at++)
    if (*at >= '0' && *at <= '9') digits[*at - '0']++;
  digits[0] = 0; /* noughts only say how large it is */
}

/* 74 and 47, 3.4 and 4.3. */
static bool are_swapped(const claim_figure *a, const claim_figure *b) {
  int left[FIGURES] = {0}, right[FIGURES] = {0}, all = 0;
  count_digits(figure_low(a), left);
  count_digits(figure_low(b), right);
  for (size_t i = 0; i < FIGURES; i++) all += left[i];
  return all > 1 && figure_low(a) != figure_low(b) && memcmp(left, right, sizeof left) == 0;
}

/* From the first digit that is no nought to the last: 3 of 30,400. */
static double significant(double value) {
  char text[NUMBER_ROOM];
  int count = 0, kept = 0;
  snprintf(text, sizeof text, "%.6g", value);
  for (const char *at = text; *at != 0 && *at != 'e'; at++) {
    bool digit = *at >= '0' && *at <= '9';
    count += digit && (count > 0 || *at != '0');
    if (digit && *at != '0') kept = count;
  }
  return kept;
}

static double ratio_of(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  return less > 0 ? fmin(log(more / less), most_ratio) : most_ratio;
}

/* --- what is read of both --- */

/* Two numbers of a vote are often those of its two sides. */
static bool is_of_vote(const claim_figure *f) {
  return is(f->thing, "vote") || is(f->thing, "seat") || is(f->thing, "deputy") || is(f->thing, "country") || is(f->thing, "member");
}

static void read_wording(double *x, terms_overlap o) {
  AT(WORDS) = terms_dice(o);
  AT(WORDS_SQUARE) = AT(WORDS) * AT(WORDS);
  AT(CONTAINED) = terms_contained(o);
  AT(SHARED) = fmin((double)o.shared, MOST_SHARED) / MOST_SHARED;
}

static void read_things(double *x, const claim_figure *a, const claim_figure *b) {
  bool same = isnad_slice_equal(a->thing, b->thing), state = isnad_slice_equal(a->state, b->state);
  AT(TWO_THINGS) = !same && a->thing.length > 0 && b->thing.length > 0;
  AT(NO_THING) = same && a->thing.length == 0;
  AT(RARE_THING) = same && figure_is_unlisted(a->thing);
  AT(ONE_THING) = figure_may_be_one_thing(a, b);
  AT(SAME_STATE) = state && a->state.length > 0;
  AT(ONE_STATE) = (a->state.length == 0) != (b->state.length == 0);
  AT(TWO_STATES) = !state && a->state.length > 0 && b->state.length > 0;
  AT(TWO_SCOPES) = !figure_same_scope(a, b);
  AT(PART) = is(a->scope, "part") || is(b->scope, "part");
  AT(VOTES) = is_of_vote(a) || is_of_vote(b);
}

static void read_scene(double *x, const claim_figure *a, const claim_figure *b) {
  claim_meeting places = claim_places(a, b);
  AT(TWO_TIMES) = claim_times(a, b) == MEET_APART;
  AT(ONE_PLACE) = places == MEET_SAME;
  AT(TWO_PLACES) = places == MEET_APART;
  AT(CLAIMANT) = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  AT(HOLDER) = claim_holders(a, b) == MEET_SAME;
  AT(HEADLINE) = a->mention.headline || b->mention.headline;
  AT(DAYS) = fmin((double)claim_gap(&a->mention, &b->mention) / HOUR, MOST_HOURS) * HOUR / DAY_SECONDS;
}

static void read_numbers(double *x, const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  AT(RATIO) = ratio_of(a, b);
  AT(SWAPPED) = !(a->toll && b->toll) && are_swapped(a, b); /* 45 hurt today, 54 yesterday */
  AT(RISES) = a->rises || b->rises;
  AT(TOLL) = a->toll && b->toll;
  AT(PERCENT) = is(a->measure, "percent");
  AT(COUNTS) = is(a->measure, "count");
  AT(LASTS) = is(a->measure, "duration") || is(a->measure, "months");
  AT(AGE) = is(a->measure, "age");
  AT(MOVES) = figure_is_of_its_day(a);
  AT(FEW) = more < FEW;
  AT(SAME_NUMBER) = figure_same_number(a, b);
  AT(DIGITS) = fmin(fmin(significant(figure_low(a)), significant(figure_low(b))), MOST_DIGITS);
  AT(SIZE) = fmin(log10(fmax(less, 1)), MOST_SIZE);
  AT(TWO) = less == 2 && more == 2;
}

/* --- what no likelihood outweighs --- */

/* Another claimant or holder, a rank, a piece of a list, a link to another page. */
static bool may_meet(const claim_figure *a, const claim_figure *b) {
  bool apart = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART || claim_holders(a, b) == MEET_APART;
  bool rank = a->none || b->none || figure_is_rank(a) || figure_is_piece(a) || figure_is_piece(b) || a->vague || b->vague || a->mention.bare ||
              b->mention.bare;
  return !apart && !rank && a->report != b->report && isnad_slice_equal(a->measure, b->measure);
}

/* Two nouns of the table that are two things; a sum since a day that another body counts; spans of nobody knows what; a bound that leaves room for
 * both. */
static bool may_differ(const claim_figure *a, const claim_figure *b) {
  bool things = a->thing.length > 0 && b->thing.length > 0 && !figure_is_unlisted(a->thing) && !figure_is_unlisted(b->thing);
  if (things && !figure_may_be_one_thing(a, b)) return false; /* fighters and soldiers */
  bool since = is(a->scope, "ever") != is(b->scope, "ever"),
       one_body = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  if (a->toll && since && !one_body) return false; /* 43 today, 60 since March */
  bool lasts = is(a->measure, "duration") || is(a->measure, "months");
  if (lasts && a->state.length == 0 && b->state.length == 0) return false; /* four minutes before the end, seven behind the goal */
  return !figure_leaves_room(a, b) && !(a->toll && figure_shrinks(a, b)) && !figure_is_late(a, b);
}

bool figure_read_features(double *x, const claim_figure *a, const claim_figure *b, const figure_beside *beside) {
  bool agree = claim_values_agree(a, b), strangers = a->bucket != b->bucket && figure_are_two_things(a, b); /* 15 children, 15 raids */
  if (!may_meet(a, b) || (agree ? strangers : !may_differ(a, b))) return false;
  for (size_t i = 0; i < FIGURE_FEATURES; i++) x[i] = 0;
  AT(BIAS) = 1;
  AT(SOLE) = beside->sole;
  AT(ALONE) = beside->alone;
  AT(LONE) = beside->lone;
  AT(OTHER_NAME) = a->bucket != b->bucket;
  read_wording(x, beside->words);
  read_things(x, a, b);
  read_scene(x, a, b);
  read_numbers(x, a, b);
  return true;
}

double figure_likelihood(const claim_figure *a, const claim_figure *b, const figure_beside *beside) {
  double x[FIGURE_FEATURES], sum = 0;
  if (!figure_read_features(x, a, b, beside)) return -1;
  bool agree = claim_values_agree(a, b);
  for (size_t i = 0; i < isnad_figure_weights_count; i++) {
    const isnad_figure_weights_row *row = &isnad_figure_weights_rows[i];
    sum += x[row->feature] * (agree ? row->agree : row->differ);
  }
  return 1 / (1 + exp(-sum));
}
