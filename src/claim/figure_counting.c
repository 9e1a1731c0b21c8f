/* One body that counts on: what it tells of one thing in several reports (docs/CLAIMS.md). */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>

enum { COUNTING_DAYS = 2, SUM_DAYS = 4 };

/* How many times the smaller number the larger may be. */
static const double near_number = 1.4, near_sum = 2;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool one_body(const claim_figure *a, const claim_figure *b) {
  return claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
}

static double base(const claim_figure *f) { return f->low * f->factor; }

/* Told within some days, the larger not much more than the smaller. */
static bool are_near(const claim_figure *a, const claim_figure *b, int64_t days, double times) {
  const isnad_interval *x = &a->mention.published, *y = &b->mention.published;
  bool dated = x->from < x->to && y->from < y->to;
  return dated && claim_gap(&a->mention, &b->mention) <= days * (int64_t)DAY_SECONDS && fmax(base(a), base(b)) <= times * fmin(base(a), base(b));
}

bool figure_is_counted_on(const claim_figure *a, const claim_figure *b) { return are_near(a, b, COUNTING_DAYS, near_number) && one_body(a, b); }

static bool is_anybody(isnad_slice thing) { return is(thing, "person") || is(thing, "victim") || is(thing, "body") || is(thing, "case"); }

/* Whole companies of people, of whom a disaster takes some: who rode, worked, lived there. Children and soldiers are a part of the dead. */
static bool is_company(isnad_slice thing) {
  static const char *const things[] = {"passenger", "worker",  "migrant",  "tourist", "pilgrim",
                                       "resident",  "citizen", "prisoner", "refugee", "student"};
  for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
    if (is(thing, things[i])) return true;
  return figure_is_nation(thing);
}

/* Reports are in the order of time. */
static bool has_risen(const claim_figure *a, const claim_figure *b) {
  const claim_figure *old = a->report < b->report ? a : b, *new = old == a ? b : a;
  return new->rises &&new->low > old->low;
}

/* "At least 30 Palestinians", "their number rose to 34". */
bool figure_counts_on(const claim_figure *a, const claim_figure *b) {
  if (!isnad_slice_equal(a->state, b->state) || !one_body(a, b)) return false;
  bool nation = figure_is_nation(a->thing) != figure_is_nation(b->thing) && (is_anybody(a->thing) || is_anybody(b->thing));
  bool company = (is_company(a->thing) && is_anybody(b->thing)) || (is_company(b->thing) && is_anybody(a->thing));
  bool called = a->people && b->people && is_anybody(a->thing) != is_anybody(b->thing) && (a->rises || b->rises); /* "the number of dead pilgrims" */
  return nation || called || (company && a->toll && b->toll && has_risen(a, b));
}

bool figure_tells_rise(const claim_figure *a, const claim_figure *b) {
  bool listed = a->thing.length > 0 && a->thing.bytes[0] != '~' && isnad_slice_equal(a->thing, b->thing);
  bool unsaid = a->mention.claimant.length == 0 && b->mention.claimant.length == 0;
  return listed && unsaid && has_risen(a, b) && are_near(a, b, COUNTING_DAYS, near_sum);
}

bool figure_sums_on(const claim_figure *a, const claim_figure *b) {
  bool both = is(a->scope, "ever") && is(b->scope, "ever"),
       one = is(a->scope, "ever") != is(b->scope, "ever") && a->scope.length * b->scope.length == 0;
  if (!has_risen(a, b)) return false;
  if (both) return figure_is_counted_on(a, b);
  return one && a->toll && b->toll && are_near(a, b, SUM_DAYS, near_sum) && one_body(a, b); /* "since the first of the month", then "rose to" */
}
