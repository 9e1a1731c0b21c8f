/* Whether two figures that no claim joins are told of one matter, so that a reader should see both (docs/CLAIMS.md, Contrasts). What is asked is less
 * than for a verdict - another claimant, another noun that may mean the same are no hindrance - but the words must be more alike. */
#include "base/clock.h"
#include "claim/figure_compare.h"
#include "claim/figure_words.h"
#include "claim/told_clash.h"
#include "claim/values.h"

#include <math.h>

enum { DAYS = 2, LEAST_SHARED = 3, HALF_DAY = 12 * 3600 };

/* How alike the words must be (Dice). Of what befell people: where each report tells one such number, where it is many times the other, and where
 * something else - a second number, another place or day, fighters of some front - leaves a doubt. Then of parts; of what is counted or paid, in
 * reports that tell one such number, and in others; of what lasts; of shares, sport and what moves. Chosen by reading. */
static const double toll_near = 0.28, toll_alone = 0.36, toll_far = 0.42, toll_doubtful = 0.6, of_part = 0.42, count_alone = 0.3, of_count = 0.4,
                    of_unsaid = 0.5, of_lasting = 0.3, of_moving = 0.7, of_sport = 0.45, near = 1.4, twice = 2, farthest = 4;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static double base_low(const claim_figure *f) { return f->low * f->factor; }

/* A number of now that its report states of a whole. */
static bool may_stand(const claim_figure *f) {
  return !f->mention.bare && !f->vague && !f->past && f->times <= 1 && !figure_is_piece(f) && !figure_is_rank(f) && f->low > 0;
}

/* What is counted on from hour to hour: of a vote counted half and of a vote counted whole nothing is told differently. */
static bool is_counted_on(const claim_figure *f) {
  return is(f->state, "counted") || is(f->state, "turnout") || (is(f->state, "voted") && is(f->measure, "percent"));
}

static bool same_scope(const claim_figure *a, const claim_figure *b) {
  bool whole = figure_is_loose(a) && figure_is_loose(b), listed = a->thing.length > 0 && a->thing.bytes[0] != '~';
  bool part = listed && is(a->scope, "part") && isnad_slice_equal(a->thing, b->thing);
  return whole || ((part || is(a->scope, "ever")) && isnad_slice_equal(a->scope, b->scope));
}

/* People, whoever they are: journalists among the dead are a part of them. */
static bool is_anybody(const claim_figure *f) {
  static const char *const things[] = {"person", "victim", "body", "case", "civilian", "citizen", "resident", "migrant", "demonstrator"};
  for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
    if (is(f->thing, things[i])) return true;
  return figure_is_nation(f->thing);
}

static bool same_thing(const claim_figure *a, const claim_figure *b) {
  bool unsaid = a->thing.length == 0 || b->thing.length == 0;
  if ((is(a->measure, "count") || is(a->measure, "age")) && unsaid) return false;
  bool same = isnad_slice_equal(a->thing, b->thing), anybody = is_anybody(a) && is_anybody(b);
  if (a->toll) return (same || anybody) && figure_may_be_one_thing(a, b);
  if (is(a->measure, "count") && is(a->thing, "person") && is(b->thing, "person") && a->state.length == 0) return false; /* members of what? */
  if (is(a->measure, "count")) return same || figure_may_be_one_thing(a, b);
  return isnad_slice_equal(a->thing, b->thing);
}

/* Both name a day, and half a day lies between the reports: what happened on Saturday and what happened on Sunday. */
static bool name_two_days(const claim_figure *a, const claim_figure *b) {
  const isnad_interval *x = &a->when, *y = &b->when;
  bool days = x->from < x->to && y->from < y->to && x->to - x->from <= (int64_t)DAY_SECONDS && y->to - y->from <= (int64_t)DAY_SECONDS;
  return days && claim_gap(&a->mention, &b->mention) >= HALF_DAY && (x->to <= y->from || y->to <= x->from);
}

/* Fighters, soldiers, and those whom a noun names that no table has: passers-by, a militia. They may be some of the others, or those of the other
 * side. */
static bool is_of_a_kind(const claim_figure *f) {
  return is(f->thing, "fighter") || is(f->thing, "soldier") || is(f->thing, "police") || (f->thing.length > 0 && f->thing.bytes[0] == '~');
}

static double toll_alike(const claim_figure *a, const claim_figure *b, bool alone, double ratio) {
  bool doubt = !alone || claim_places(a, b) == MEET_APART || name_two_days(a, b) || is_of_a_kind(a) || is_of_a_kind(b);
  if (is(a->scope, "part")) return ratio <= twice ? of_part : 2;
  if (doubt) return ratio <= twice ? toll_doubtful : 2;
  return ratio <= near ? toll_near : ratio <= twice ? toll_alone : toll_far;
}

static bool lasts(const claim_figure *f) {
  static const char *const states[] = {"lasted", "ago", "prison", "term"};
  for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
    if (is(f->state, states[i])) return is(f->measure, "duration") || is(f->measure, "months");
  return false;
}

/* How alike the words must be; above 1: they cannot be enough. */
static double least_alike(const claim_figure *a, const claim_figure *b, bool alone, double ratio) {
  bool same = isnad_slice_equal(a->state, b->state), said = same && a->state.length > 0;
  bool sport = figure_is_sport(a->thing) || figure_is_sport(b->thing), shares = is(a->measure, "percent");
  if (a->toll || b->toll) return same ? toll_alike(a, b, alone, ratio) : 2;
  if (!same || ratio > twice || is(a->scope, "part")) return 2;
  if (lasts(a)) return alone ? of_lasting : of_count;
  if (sport && claim_gap(&a->mention, &b->mention) >= HALF_DAY) return 2;
  if (sport && isnad_slice_equal(a->thing, b->thing) && !is(a->thing, "team") && !is(a->thing, "player")) return of_sport;
  if (sport || shares || figure_moves(a) || figure_moves(b)) return said || a->thing.length > 0 ? of_moving : 2;
  bool listed = a->thing.length > 0 && a->thing.bytes[0] != '~';
  if (alone && listed && is(a->measure, "count") && isnad_slice_equal(a->thing, b->thing)) return count_alone;
  return said ? of_count : a->thing.length > 0 ? of_unsaid : 2;
}

double figure_aside(const claim_figure *a, const claim_figure *b, bool alone, terms_overlap o) {
  double less = fmin(base_low(a), base_low(b)), more = fmax(base_low(a), base_low(b)), dice = terms_dice(o);
  if (a->report == b->report || o.shared < LEAST_SHARED || dice < toll_near || claim_values_agree(a, b)) return 0;
  if (!isnad_slice_equal(a->measure, b->measure)) return 0;
  if (!may_stand(a) || !may_stand(b) || is_counted_on(a) || is_counted_on(b) || more > farthest * less) return 0;
  if (!same_scope(a, b) || !same_thing(a, b) || claim_gap(&a->mention, &b->mention) >= DAYS * (int64_t)DAY_SECONDS) return 0;
  if (a->toll && figure_shrinks(a, b)) return 0; /* those of another attack, of another town */
  if (claim_times(a, b) == MEET_APART || claim_holders(a, b) == MEET_APART || told_towns_clash(a->place, b->place)) return 0;
  return dice >= least_alike(a, b, alone, more / less) ? dice : 0;
}
