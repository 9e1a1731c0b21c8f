/* Whether two figures answer one question with one number (docs/CLAIMS.md). Where in doubt they do not. */
#include "claim/figure_compare.h"

#include "base/clock.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <math.h>

enum { SMALL = 5, WORDS_AGREE = 2, TOLL_DAYS = 3, OTHER_DAYS = 2, PRICE_DAYS = 1, SINGULAR = 20, MANY = 1000 };

/* How alike the words around two figures must be (Dice) to agree. Chosen by reading stories of the ANT corpus, not on labels. */
static const double agree_telling = 0.08, agree_plain = 0.25, agree_toll = 0.05, agree_state = 0.12, agree_number = 0.3, differ_toll_apart = 0.36,
                    contained_enough = 0.5, near_rounded = 1.08, near_written = 1.01, same_question = 0.3, agree_amount = 0.15;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* "18,400" and "more than 18 thousand" of one thing: large numbers so near each other, one of them rounded, are seldom two. */
static bool is_rounded_of(const claim_figure *a, const claim_figure *b) {
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  bool left = a->thing.length > 0 && !figure_is_unlisted(a->thing), right = b->thing.length > 0 && !figure_is_unlisted(b->thing);
  bool rounded = a->exact != b->exact, named = left || right || is(a->kind, "measure");
  return rounded && named && less >= MANY && more <= less * near_rounded && figure_same_scope(a, b) && !figure_moves(a);
}

/* What was burnt was destroyed, who was sheltered was moved: words of which reports choose one or the other. */
static bool near_states(const claim_figure *a, const claim_figure *b) {
  static const char *const near[][3] = {{"destroyed", "damaged", "burned"}, {"evacuated", "displaced", "sheltered"}, {"built", "opened", "planned"}};
  for (size_t g = 0; g < sizeof near / sizeof near[0]; g++) {
    bool left = false, right = false;
    for (size_t i = 0; i < 3; i++) {
      left = left || is(a->state, near[g][i]);
      right = right || is(b->state, near[g][i]);
    }
    if (left && right) return true;
  }
  return false;
}

/* A number that both reports tell of one thing and of nothing else: what is done with it may be told in other words. */
static bool is_only_one(const claim_figure *a, const claim_figure *b, bool lone) {
  bool thing = a->thing.length > 0 && isnad_slice_equal(a->thing, b->thing) && !figure_is_anybody(a->thing) && is(a->measure, "count");
  bool telling = a->low >= SMALL || (a->low > 1 && figure_is_unlisted(a->thing)); /* three consulates: few things have that noun */
  return lone && thing && !a->toll && !b->toll && figure_same_number(a, b) && telling && !a->vague && !figure_is_sport(a->thing);
}

/* "Five years in prison" under a law, in any words. */
static bool is_term(const claim_figure *a, const claim_figure *b) {
  return figure_same_state(a, b) && (is(a->state, "prison") || is(a->state, "term")) && figure_same_number(a, b);
}

/* A sum of a time, or the same without it: "61 thousand" whom a ministry vaccinated, and "about 60 thousand so far"; of unlike claimants only a large
 * number and what is rounded of it. */
static bool is_own_sum(const claim_figure *a, const claim_figure *b, claim_meeting claimants) {
  bool sum = (is(a->scope, "ever") && b->scope.length == 0) || (is(b->scope, "ever") && a->scope.length == 0);
  bool thing = a->thing.length > 0 ? figure_may_be_one_thing(a, b) : b->thing.length == 0 && a->state.length > 0 && figure_same_state(a, b);
  double less = fmin(figure_low(a), figure_low(b)), more = fmax(figure_low(a), figure_low(b));
  bool rounded = a->exact != b->exact && less >= MANY && more <= less * near_rounded && figure_same_thing(a, b) && claimants == MEET_UNKNOWN;
  return sum && thing && (claimants == MEET_SAME || rounded) && !a->toll && !b->toll && !figure_is_rank(a) && !figure_moves(a);
}

/* "75 persons aboard", "a boat with 75 passengers": a number that is not round, of people of whom both say the same or one nothing. */
static bool is_one_company(const claim_figure *a, const claim_figure *b, bool lone) {
  bool state = a->state.length > 0 && figure_same_state(a, b) && !a->toll && !b->toll;
  bool unlike = a->low >= SINGULAR && fmod(a->low, 10) != 0;
  return lone && state && unlike && a->people && b->people && figure_same_number(a, b) && a->exact && b->exact;
}

/* Whether the states of two figures may be one, though they are called otherwise. */
static bool states_meet(const claim_figure *a, const claim_figure *b, bool lone, double dice) {
  if (figure_same_state(a, b) || a->state.length == 0 || b->state.length == 0) return true;
  bool change = is(a->state, "rose") || is(b->state, "rose") || is(a->state, "fell") || is(b->state, "fell");
  if (lone && change && is(a->measure, "percent") && figure_same_number(a, b)) return true; /* "the yield rose by 15 %" */
  if (lone && near_states(a, b) && figure_same_thing(a, b)) return true;
  if (is_only_one(a, b, lone) && (a->low >= SINGULAR || dice >= agree_plain)) return true;
  return lone && figure_is_amount(a->measure) && figure_same_number(a, b) && dice >= agree_amount;
}

/* "500 to each passenger", "each passenger gets 500": one body pays it, said with or without the word for each. */
static bool pay_each(const claim_figure *a, const claim_figure *b) {
  bool each = (is(a->scope, "rate") && b->scope.length == 0) || (is(b->scope, "rate") && a->scope.length == 0);
  return each && figure_is_amount(a->measure) && figure_same_number(a, b) &&
         claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_APART;
}

double figure_agreement(const claim_figure *a, const claim_figure *b, bool lone, bool sole, terms_overlap o) {
  bool telling = (claim_value_tells(a) || claim_value_tells(b)) && figure_low(a) == figure_low(b), twice = a->report == b->report;
  double dice = terms_dice(o);
  if (!claim_values_agree(a, b) || !figure_may_be_one_thing(a, b)) return 0;
  claim_meeting claimants = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker);
  if (claimants == MEET_APART && !figure_same_number(a, b)) return 0;
  if (claim_holders(a, b) == MEET_APART) return 0;
  if (!twice && figure_is_of_its_day(a) && claim_gap(&a->mention, &b->mention) >= PRICE_DAYS * (int64_t)DAY_SECONDS) return 0;
  if (twice && claimants == MEET_SAME && figure_same_state(a, b) && figure_same_scope(a, b) && a->state.length > 0 && claim_values_equal(a, b))
    return 3 + dice;
  bool only = is_only_one(a, b, lone);
  if (!telling && !states_meet(a, b, lone, dice)) return 0;
  bool listed = is(a->scope, "part") || is(b->scope, "part"), loose = listed && (a->scope.length == 0 || b->scope.length == 0);
  bool stated =
      a->state.length > 0 && figure_same_state(a, b) && figure_same_number(a, b) && !figure_is_anybody(a->thing) && !figure_is_unlisted(a->thing);
  bool nation =
      loose && (figure_is_nation(a->thing) || (lone && stated)) && figure_same_thing(a, b); /* told in a list of nations or sentences, and alone */
  bool ever = lone && a->toll && b->toll && (is(a->scope, "ever") || is(b->scope, "ever")) && a->low >= SMALL && figure_same_number(a, b) &&
              dice >= agree_state;
  bool beside = only && (is(a->scope, "other") || is(b->scope, "other") || is(a->scope, "about") || is(b->scope, "about"));
  bool more = is(a->scope, "more") || is(b->scope, "more"), loose_more = more && (figure_is_loose(a) || figure_is_loose(b));
  bool raised = loose_more && lone && figure_is_amount(a->measure) && figure_same_number(a, b); /* "a rise of 120 dinars", "rises by 120 dinars" */
  bool given =
      loose && figure_is_held(a->thing) && figure_same_thing(a, b) && claim_holders(a, b) == MEET_SAME; /* told in a list of parties, and alone */
  bool own = lone && is_own_sum(a, b, claimants);
  bool excused = own || telling || nation || ever || raised || beside || given || (lone && pay_each(a, b));
  if (!figure_same_scope(a, b) && !excused && !(figure_is_loose(a) && figure_is_loose(b) && dice >= same_question)) return 0;
  if (claim_times(a, b) == MEET_APART && !telling) return 0;
  if (claim_places(a, b) == MEET_APART && dice < same_question && !is(a->measure, "age")) return 0;
  bool days = claim_gap(&a->mention, &b->mention) >= OTHER_DAYS * (int64_t)DAY_SECONDS; /* days later 11 may be another eleven */
  double low = fmin(figure_low(a), figure_low(b)), high = fmax(figure_low(a), figure_low(b));
  bool written = is(a->kind, "measure") && low > 0 && low != high && high <= low * near_written; /* 1,068 grams, 1.07 kilograms */
  bool rounded = lone && !days && (is_rounded_of(a, b) || (written && figure_same_scope(a, b)));
  bool company = is_one_company(a, b, lone);
  if (!a->toll && !figure_same_thing(a, b) && dice < same_question && !telling && !rounded && !company)
    return 0; /* "35,000 persons" may be the demonstrators */
  bool near = claim_gap(&a->mention, &b->mention) < TOLL_DAYS * (int64_t)DAY_SECONDS && !a->vague && !b->vague;
  bool toll = a->toll && b->toll && near && a->scope.length == 0 && (a->high >= SMALL || dice > agree_toll);
  bool held = figure_is_held(a->thing) && claim_holders(a, b) == MEET_SAME; /* the seats of one party */
  bool same = figure_same_state(a, b) && a->state.length > 0 && (!is(a->measure, "count") || (a->low >= SMALL && figure_same_number(a, b)));
  lone = lone && !days && a->low >= SMALL && figure_same_number(a, b) && !a->vague;
  double least = a->toll && !near ? differ_toll_apart : agree_plain;
  if ((same && !days) || (a->toll && near)) least = agree_state;
  if (telling || twice || held || lone || (claimants == MEET_SAME && !days)) least = agree_telling;
  bool unlike = a->low >= SINGULAR && fmod(a->low, 10) != 0; /* 45 wells */
  if (is(a->measure, "score")) least = agree_telling;
  bool lasts = is(a->measure, "duration") || is(a->measure, "months");
  if (same && lasts && !days && least > agree_telling) least = agree_telling;
  if (only && near_states(a, b)) least = agree_telling;
  bool amount = claimants == MEET_SAME && telling && is(a->kind, "measure") && is(b->kind, "measure"); /* 750 megawatts, 0.75 gigawatts */
  if ((company || amount) && !days) least = 0;
  if ((only && (unlike || sole) && !days) || (is_term(a, b) && !days)) least = 0;
  if (toll || rounded || (lone && claimants == MEET_SAME && figure_same_thing(a, b) && a->thing.length > 0)) least = 0;
  bool enough = dice >= least || (terms_contained(o) >= contained_enough && o.shared >= WORDS_AGREE);
  return enough ? 1 + dice + (claim_values_equal(a, b) ? 2 : 0) : 0;
}

/* Two nouns that cannot be one thing: both listed, and neither says merely that they are people. */
bool figure_are_two_things(const claim_figure *a, const claim_figure *b) {
  bool listed = a->thing.length > 0 && b->thing.length > 0 && !figure_is_unlisted(a->thing) && !figure_is_unlisted(b->thing);
  bool votes = (is(a->thing, "vote") && b->people) || (is(b->thing, "vote") && a->people); /* 154 deputies, 154 votes */
  if (votes) return false;
  return listed && !figure_may_be_one_thing(a, b);
}

/* "154 against 21" only sets one beside the other. */
static bool is_unscoped(const claim_figure *f) { return figure_is_loose(f) || is(f->scope, "about"); }

double figure_number_agreement(const claim_figure *a, const claim_figure *b, terms_overlap o) {
  bool states = a->state.length > 0 && b->state.length > 0 && !figure_same_state(a, b);
  bool rounded = is_rounded_of(a, b) && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME;
  if (a->report == b->report || (!figure_same_number(a, b) && !(rounded && claim_values_agree(a, b))) || a->low < SMALL || a->vague || b->vague ||
      figure_is_rank(a) || states)
    return 0;
  if (figure_are_two_things(a, b) || !isnad_slice_equal(a->measure, b->measure) || (!figure_same_scope(a, b) && !(is_unscoped(a) && is_unscoped(b))))
    return 0;
  bool apart = claim_holders(a, b) == MEET_APART || claim_times(a, b) == MEET_APART || claim_places(a, b) == MEET_APART;
  if (apart || claim_gap(&a->mention, &b->mention) >= OTHER_DAYS * (int64_t)DAY_SECONDS) return 0;
  double dice = terms_dice(o);
  double least = claim_value_tells(a) ? agree_state : agree_number;
  if (claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME) least = agree_telling;
  return dice >= least && o.shared >= WORDS_AGREE ? 1 + dice : 0;
}
