/* Whether two figures answer one question: with one number, or with two (docs/CLAIMS.md). Where in doubt, apart. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>

enum {
  WORDS_DIFFER = 3,
  TIMES_APART = 4,
  TOLL_DAYS = 3,
  LATE_DAYS = 7,
  OTHER_DAYS = 2,
  PLACE_DAYS = 2,
  PRICE_DAYS = 1,
  MOVING_HOURS = 12,
  SHRINK_HOURS = 12,
  HOUR = 3600,
  FEW = 2
};

/* How alike the words around two figures must be (Dice): to agree on a telling or on a plain number, to agree on the dead of one event, to differ on
 * them, and to differ on anything else. Chosen by reading stories of the ANT corpus, not on labels. */
static const double differ_toll = 0.2, differ_state = 0.28, differ_plain = 0.5, differ_copy = 0.75, differ_age = 0.15, differ_score = 0.3,
                    differ_risen = 0.14, near_copy = 0.9, differ_toll_apart = 0.36, differ_toll_far = 0.5, near_number = 1.4, twice_number = 2,
                    less_enough = 0.1, same_body = 0.1, same_place = 0.08, same_day = 0.04;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

bool figure_same_scope(const claim_figure *a, const claim_figure *b) { return isnad_slice_equal(a->scope, b->scope); }

/* An age is one, said ("aged") or set beside the name. */
bool figure_same_state(const claim_figure *a, const claim_figure *b) {
  return isnad_slice_equal(a->state, b->state) || (is(a->measure, "age") && is(b->measure, "age"));
}

/* Persons, whoever they are. */
bool figure_is_anybody(isnad_slice thing) { return is(thing, "person") || is(thing, "victim") || is(thing, "body") || is(thing, "case"); }

bool figure_same_thing(const claim_figure *a, const claim_figure *b) {
  return isnad_slice_equal(a->thing, b->thing) || (figure_is_anybody(a->thing) && figure_is_anybody(b->thing));
}

/* Of a number the nouns that say merely that somebody was counted: voters are citizens. */
static bool is_general(isnad_slice thing) { return figure_is_anybody(thing) || is(thing, "citizen") || is(thing, "resident"); }

/* A noun that no row of claim_words.tsv lists: a nation, a trade. */
bool figure_is_unlisted(isnad_slice thing) { return thing.length > 0 && thing.bytes[0] == '~'; }

/* Children among the dead are fewer than the dead, but one report may call "12 civilians" whom another calls "12 persons". */
bool figure_may_be_one_thing(const claim_figure *a, const claim_figure *b) {
  bool nation = figure_is_nation(a->thing) || figure_is_nation(b->thing);
  if (is(a->measure, "age") && (a->thing.length == 0 || b->thing.length == 0)) return true; /* whose it is was not read */
  if (figure_is_nation(a->thing) && figure_is_nation(b->thing)) return isnad_slice_equal(a->thing, b->thing);
  bool anybody = figure_is_anybody(a->thing) || figure_is_anybody(b->thing),
       loose = anybody || nation || figure_is_unlisted(a->thing) || figure_is_unlisted(b->thing);
  bool general = is_general(a->thing) || is_general(b->thing);
  if (figure_same_thing(a, b) || (a->people && b->people && (anybody || nation || (general && !a->toll && !b->toll)))) return true;
  return a->toll && b->toll && figure_same_state(a, b) && loose && !figure_is_object(a->thing) && !figure_is_object(b->thing);
}

bool figure_rivals(const claim_figure *a, const claim_figure *b) {
  return a->report == b->report && figure_same_thing(a, b) && figure_same_state(a, b) && figure_same_scope(a, b) &&
         isnad_slice_equal(a->measure, b->measure) && !claim_values_agree(a, b) && claim_holders(a, b) != MEET_APART && !a->rises && !b->rises &&
         claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_APART;
}

bool figure_is_rank(const claim_figure *f) { return is(f->measure, "ordinal") || is(f->measure, "score") || is(f->measure, "fraction"); }

/* Numbers of one enumeration are told of different places. */
bool figure_is_piece(const claim_figure *f) { return f->enumeration > 0 && f->sum == 0; }

/* "52 dead in Gaza", "at least 55 Palestinians killed there": near numbers of one place, of whom one report says the nation. */
static bool is_nation_there(const claim_figure *a, const claim_figure *b) {
  bool nation = (figure_is_nation(a->thing) && figure_is_anybody(b->thing)) || (figure_is_nation(b->thing) && figure_is_anybody(a->thing));
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  return nation && a->toll && b->toll && claim_places(a, b) == MEET_SAME && more <= near_number * less;
}

/* "The toll rose to five": it takes the place of the smaller number, whoever told that, a day before at most. */
static bool takes_place(const claim_figure *a, const claim_figure *b) {
  const claim_figure *old = a->report < b->report ? a : b, *new = old == a ? b : a;
  bool whole = a->toll && b->toll && a->scope.length == 0 && b->scope.length == 0 && !a->vague && !b->vague;
  bool near = claim_gap(&a->mention, &b->mention) <= PLACE_DAYS * (int64_t)DAY_SECONDS && old->low > 0 && new->low <= twice_number * old->low;
  return whole && near && new->rises && !old->rises &&new->low > old->low;
}

bool figure_kept_apart(const claim_figure *a, const claim_figure *b, isnad_claim_beside *why) {
  if (claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART && !takes_place(a, b))
    *why = ISNAD_CLAIM_BESIDE_CLAIMANT;
  else if (claim_holders(a, b) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_THING;
  else if (claim_places(a, b) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_PLACE;
  else if (claim_times(a, b) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_TIME;
  else if (!figure_same_scope(a, b) && !figure_sums_on(a, b))
    *why = ISNAD_CLAIM_BESIDE_SCOPE;
  else if (!figure_same_state(a, b))
    *why = ISNAD_CLAIM_BESIDE_STATE;
  else if (!figure_same_thing(a, b) && !figure_counts_on(a, b) && !is_nation_there(a, b))
    *why = ISNAD_CLAIM_BESIDE_THING;
  else
    return false;
  return true;
}

double figure_low(const claim_figure *f) { return f->low * f->factor; }
double figure_high(const claim_figure *f) { return f->high * f->factor; }

bool figure_same_number(const claim_figure *a, const claim_figure *b) {
  return figure_low(a) == figure_low(b) && figure_high(a) == figure_high(b) && a->times == b->times;
}

/* Prices and rates of exchange move with the hour. */
bool figure_moves(const claim_figure *f) {
  bool goods = figure_is_goods(f->thing) && !is(f->state, "worth") && !is(f->state, "seized") && !is(f->state, "cost");
  bool change = is(f->state, "rose") || is(f->state, "fell") || is(f->state, "bid") || is(f->state, "ask") || goods;
  return is(f->state, "price") || is(f->measure, "points") || (!is(f->measure, "count") && change);
}

/* What is another number on another day, with nobody wrong: a price, the points of a league, how long ago something was. */
bool figure_is_of_its_day(const claim_figure *f) {
  bool lasts = is(f->measure, "duration") && (f->state.length == 0 || is(f->state, "ago") || is(f->state, "within"));
  return figure_moves(f) || lasts || figure_is_sport(f->thing) || is(f->measure, "score");
}

/* "Still has 450 employees" and "has 450 employees" are one. */
bool figure_is_loose(const claim_figure *f) { return f->scope.length == 0 || is(f->scope, "still") || is(f->scope, "total"); }

static bool is_money(const claim_figure *f) { return is(f->kind, "money"); }

/* Days apart one army destroys other cars. What was once and for all, as who was aboard, is told alike for weeks. */
static bool is_of_another_day(const claim_figure *a, const claim_figure *b) {
  bool lasting = is(a->state, "aboard") || is(a->measure, "age");
  return !lasting && claim_gap(&a->mention, &b->mention) >= OTHER_DAYS * (int64_t)DAY_SECONDS;
}

/* Both name a day, and not the same, and were not written in one half of a day: there the nearest day may be that of something else. */
static bool name_two_days(const claim_figure *a, const claim_figure *b) {
  if (claim_gap(&a->mention, &b->mention) < MOVING_HOURS * (int64_t)HOUR) return false;
  const isnad_interval *x = &a->when, *y = &b->when;
  bool days = x->from < x->to && y->from < y->to && x->to - x->from <= (int64_t)DAY_SECONDS && y->to - y->from <= (int64_t)DAY_SECONDS;
  return days && (x->to <= y->from || y->to <= x->from);
}

/* "More than 21" and "more than 55" may both hold. A toll told as "at least" is brought up to date. */
static bool leaves_room(const claim_figure *a, const claim_figure *b) {
  bool above = is(a->qualifier, "more_than") || is(a->qualifier, "at_least"), below = is(a->qualifier, "less_than") || is(a->qualifier, "at_most");
  return !a->toll && ((above && b->high >= a->low) || (below && b->low <= a->high));
}

bool figure_leaves_room(const claim_figure *a, const claim_figure *b) { return leaves_room(a, b) || leaves_room(b, a); }

/* What is another number another day, told half a day apart; what was done once, told days apart. */
bool figure_is_late(const claim_figure *a, const claim_figure *b) {
  return is_of_another_day(a, b) || (figure_is_of_its_day(a) && claim_gap(&a->mention, &b->mention) >= MOVING_HOURS * (int64_t)HOUR);
}

/* Numbers of which one is many times the other hardly answer one question, unless the words are the same and a digit slipped. */
static bool far_apart(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  return more > TIMES_APART * less;
}

/* Fighters, soldiers, and those whom a noun names that no table has: a militia. */
static bool is_combatant(const claim_figure *f) { return is(f->thing, "fighter") || is(f->thing, "soldier") || figure_is_unlisted(f->thing); }

/* Of the dead of one event numbers near each other are told; the farther apart, the more the words must say that it is one. */
static double toll_alike(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  bool later = a->low > b->low ? a->report >= b->report : b->report >= a->report; /* the larger one is not told before the other */
  bool risen = (a->rises || b->rises) && later;
  int64_t gap = claim_gap(&a->mention, &b->mention);
  bool late = gap >= LATE_DAYS * (int64_t)DAY_SECONDS, other = gap >= TOLL_DAYS * (int64_t)DAY_SECONDS, near = more <= near_number * less;
  bool battle = is_combatant(a) && is_combatant(b) && gap >= MOVING_HOURS * (int64_t)HOUR; /* those of one front fall day by day */
  if (battle) return differ_toll_far;
  if (late || (other && !risen) || (name_two_days(a, b) && !risen && !near)) return differ_toll_far;
  if (other || (name_two_days(a, b) && !risen)) return differ_toll_apart;
  if (takes_place(a, b)) return differ_risen;
  if (risen || near) return differ_toll;
  return more <= twice_number * less ? differ_toll_apart : differ_toll_far;
}

/* A toll that is a tenth smaller half a day later, and does not say that it corrects another, is that of another day's event. Reports are in the
 * order of time. */
bool figure_shrinks(const claim_figure *a, const claim_figure *b) {
  const claim_figure *old = a->report < b->report ? a : b, *new = old == a ? b : a;
  const isnad_interval *x = &old->mention.published, *y = &new->mention.published;
  bool dated = x->from < x->to && y->from < y->to;
  bool varies = is(a->state, "missing") || is(a->state, "treated"); /* who is found is missed no more */
  if (varies && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME) return false;
  return dated && y->from - x->from >= SHRINK_HOURS * (int64_t)HOUR && figure_high(new) < figure_low(old) * (1 - less_enough) && !old->rises &&
         !new->rises;
}

/* Shares of a vote, and of what was counted of it: one body tells them again as the count goes on. */
static bool counts_votes(const claim_figure *f) {
  bool vote = is(f->state, "voted") || is(f->state, "counted") || is(f->state, "turnout");
  return vote && is(f->measure, "percent");
}

/* Of one thing, as a toll or as what is counted. */
static bool same_counted(const claim_figure *a, const claim_figure *b) {
  return a->toll ? figure_same_thing(a, b) || figure_counts_on(a, b) || is_nation_there(a, b) : isnad_slice_equal(a->thing, b->thing);
}

/* What a thing has once and for all: the storeys of a house, the pages of a book. */
static bool is_built_so(const claim_figure *f) { return is(f->thing, "floor") || is(f->thing, "page"); }

/* The one number of a listed thing that both reports tell, some hours apart: two numbers of storeys, of boats. */
static bool is_sole_thing(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  bool listed = a->thing.length > 0 && !figure_is_unlisted(a->thing) && !a->people && is(a->measure, "count") && !figure_is_sport(a->thing);
  return listed && a->exact && b->exact && more <= twice_number * less &&
         (is_built_so(a) || claim_gap(&a->mention, &b->mention) < PRICE_DAYS * (int64_t)DAY_SECONDS);
}

/* How much less the words need to say where both tolls are told of one place, and of one day: parts of a Dice coefficient. */
static double one_scene(const claim_figure *a, const claim_figure *b) {
  double out = claim_places(a, b) == MEET_SAME ? same_place : 0;
  return claim_times(a, b) == MEET_SAME ? out + same_day : out;
}

double figure_difference(const claim_figure *a, const claim_figure *b, bool alone, bool sole, terms_overlap o) {
  isnad_claim_beside why;
  double dice = terms_dice(o);
  if (!isnad_slice_equal(a->measure, b->measure) || a->none || b->none) return 0; /* weeks and months */
  if (a->mention.bare || b->mention.bare) return 0;                               /* a link to another page may be to another event */
  if (claim_values_agree(a, b) || a->report == b->report || figure_kept_apart(a, b, &why) ||
      (a->scope.length > 0 && dice < differ_copy && !figure_sums_on(a, b)))
    return 0;
  if (figure_is_piece(a) || figure_is_piece(b) || a->vague || b->vague || !same_counted(a, b)) return 0;
  if (a->past != b->past && dice < differ_copy) return 0; /* "in 2024", "last year" */
  if (far_apart(a, b) && dice < differ_copy) return 0;
  if (is(a->measure, "count") && a->thing.length == 0) return 0; /* a number of nobody knows what */
  if (figure_is_of_its_day(a) && claim_gap(&a->mention, &b->mention) >= MOVING_HOURS * (int64_t)HOUR) return 0;
  if (figure_leaves_room(a, b)) return 0;
  if (a->toll && figure_shrinks(a, b)) return 0;
  bool counted = figure_is_counted_on(a, b);
  if (a->toll) return alone && dice + one_scene(a, b) >= (counted ? same_body : toll_alike(a, b)) ? dice : 0;
  bool asked_alone = (a->state.length > 0 || (sole && figure_tells_rise(a, b))) && alone, counts = is(a->measure, "count") || is_money(a);
  double least = !counts ? (asked_alone ? differ_plain : differ_copy) : asked_alone ? differ_state : differ_copy;
  bool told_to_rise = (a->rises || b->rises) && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  if (figure_tells_rise(a, b)) told_to_rise = true;
  if (counts && asked_alone && !counted && !told_to_rise && claim_gap(&a->mention, &b->mention) >= MOVING_HOURS * (int64_t)HOUR) least = differ_plain;
  if (sole && least > differ_state && is_sole_thing(a, b)) least = is_built_so(a) ? differ_toll : differ_plain;
  if (asked_alone && counts && counted) least = same_body;
  if (alone && figure_sums_on(a, b)) least = same_body;
  if (is(a->measure, "percent") || figure_is_sport(a->thing) || figure_moves(a) || is(a->measure, "score")) least = differ_copy;
  if (is(a->measure, "score") && alone && claim_gap(&a->mention, &b->mention) < PRICE_DAYS * (int64_t)DAY_SECONDS) least = differ_score;
  if (figure_is_held(a->thing) && claim_holders(a, b) == MEET_SAME && alone) least = figure_is_sport(a->thing) ? differ_plain : differ_state;
  bool votes = is(a->thing, "vote") && claim_holders(a, b) == MEET_SAME && alone;
  if (votes && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME) least = same_body; /* the count went on */
  if (counts_votes(a) && is(a->state, "voted") && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_SAME &&
      dice < near_copy)
    return 0; /* each counted to another hour */
  if ((alone || !is(a->state, "turnout")) && counts_votes(a) && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME)
    least = differ_toll;
  bool another_day = is_of_another_day(a, b);
  if (is(a->measure, "age") && a->thing.length > 0 && alone && o.shared > 0 && dice >= differ_age) return dice; /* one man has one */
  if (is(a->measure, "percent") && is(a->state, "turnout") && asked_alone && !another_day) return differ_plain; /* one vote has one */
  if (is(a->measure, "age")) least = a->thing.length > 0 ? differ_age : differ_copy;
  if (another_day && !counted && least < differ_copy) least = differ_copy;
  return dice >= least && o.shared >= WORDS_DIFFER && (!figure_is_rank(a) || is(a->measure, "score")) ? dice : 0;
}

bool figure_may_count_attacker(const claim_figure *a, const claim_figure *b) {
  return a->toll && is(a->state, "dead") && fabs(figure_low(a) - figure_low(b)) <= FEW;
}
