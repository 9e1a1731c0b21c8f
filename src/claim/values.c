#include "claim/values.h"

#include "base/clock.h"
#include "base/hash.h"
#include "claim/figure_words.h"

#include <math.h>

enum {
  ROUND_FROM = 1000,
  ROUND_DIGITS = 3,
  MILLION = 1000000,
  ROUND_TOLL = 50,
  FEWEST_ROUND = 20,
  NEXT_ROUND = 9,
  NEAR_DAYS = 2,
  TELLING = 100,
  MANY = 1000,
  FEW = 8,
  DECIMALS = 3,
  MONTH_SECONDS = 2629800
};

static const double about = 0.1, rounded_most = 0.05, counted_on = 0.02, rounded_down = 0.1, bound_reach = 1.5, one_name = 0.5, whole_name = 0.9,
                    calendar = 0.09, converted = 0.015, half_percent = 0.5, next_percent = 0.99;

/* The last digit of a number that is no nought, as a power of ten; 0 for one with a fraction or more digits than a rounded number has. */
static double last_digit(double value) {
  double unit = 1;
  int digits = 0;
  if (value < ROUND_FROM || value >= 1e15 || value != floor(value)) return 0;
  while (fmod(value, unit * 10) == 0) unit *= 10;
  for (double left = value / unit; left >= 1; left = floor(left / 10)) digits++;
  bool thousands = value >= MILLION && unit >= ROUND_FROM; /* "a million and 833 thousand" */
  return (digits <= ROUND_DIGITS && unit > 1) || thousands ? unit : 0;
}

/* The last decimal place of a number that has some, as a power of ten, to the third. */
static double last_decimal(double value) {
  double unit = 1;
  for (size_t i = 0; i < DECIMALS && fabs(value / unit - floor(value / unit + 0.5)) > 1e-6; i++) unit /= 10;
  return unit;
}

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static void widen(claim_figure *f) {
  double slack = 0, size = fabs(f->low);                                                               /* degrees may be below zero */
  if (f->exact && is(f->qualifier, "exact") && is(f->measure, "percent") && f->low == floor(f->low)) { /* rounded, or cut off: 44.52 is "44" */
    f->min = f->low - half_percent;
    f->max = f->high + next_percent;
    return;
  }
  if (f->exact && is(f->qualifier, "exact") && size != floor(size) && is(f->kind, "measure")) { /* 1.07 kg is told of 1,068 g */
    f->min = f->low - last_decimal(size) / 2;
    f->max = f->high + last_decimal(size) / 2;
    return;
  }
  if (f->exact && is(f->qualifier, "exact"))
    slack = fmin(last_digit(size) / (size >= MILLION && last_digit(size) <= ROUND_FROM ? 1 : 2), /* 1,762,762 is told as a million and 762 thousand */
                 size * (f->mention.headline ? about : rounded_most));                           /* 10 thousand is not 15 */
  else if (is(f->qualifier, "approx") && f->low == f->high)
    slack = size * about > 1 || size < FEW ? size * about : 1;
  f->min = f->low - slack;
  f->max = f->high + slack;
}

void claim_set_value(claim_figure *f, bool has_min, double min, bool has_max, double max, double factor) {
  f->factor = factor;
  f->low = has_min ? min : max;
  f->high = has_max ? max : min;
  f->exact = has_min && has_max && min == max && !is(f->qualifier, "approx");
  f->vague = has_min && has_max && min != max && !is(f->measure, "score");
  widen(f);
  if (!has_max) f->max = min * bound_reach;
  if (!has_min) f->min = max / bound_reach;
  if (f->times > 1 && f->enumeration == 0) {
    f->min *= f->times;
    f->max *= f->times;
  }
  f->min *= factor;
  f->max *= factor;
}

/* "At least 80 dead" is a count at an hour: it says 81, and of a round number what is rounded down to it, but neither 116 nor 60. */
static void narrow_toll(claim_figure *f) {
  bool above = is(f->qualifier, "at_least") || is(f->qualifier, "more_than"), below = is(f->qualifier, "at_most") || is(f->qualifier, "less_than");
  double room = f->low >= ROUND_TOLL && fmod(f->low, 10) == 0 ? rounded_down : counted_on;
  bool next = is(f->qualifier, "more_than") && f->low >= FEWEST_ROUND && f->low < ROUND_TOLL * 2 && fmod(f->low, 10) == 0; /* "more than 40": 44 */
  if (next) room = NEXT_ROUND / f->low;
  if (above) f->max = f->low * (1 + room) * f->factor;
  if (below) f->min = f->high * (1 - room) * f->factor;
}

/* Of people whom something befell the state says what is asked; of others the thing counted. */
void claim_set_bucket(claim_figure *f) {
  f->toll = figure_is_toll(f->state) && is(f->measure, "count");
  if (f->toll) narrow_toll(f);
  f->people = f->thing.length > 0 && f->thing.bytes[0] != '~' && (figure_is_nation(f->thing) || figure_is_people(f->thing));
  isnad_slice measure = is(f->measure, "months") ? isnad_slice_of("duration") : f->measure;
  isnad_slice what = f->toll ? f->state : f->people ? isnad_slice_of("person") : f->thing;
  f->bucket = hash64(what) * 31 + hash64(measure);
}

/* Thirteen weeks are three months: as newsrooms count them. */
static bool spans_agree(const claim_figure *a, const claim_figure *b) {
  const claim_figure *months = is(a->measure, "months") ? a : b, *other = months == a ? b : a;
  if (!is(other->measure, "duration")) return false;
  double least = months->min * MONTH_SECONDS * (1 - calendar), most = months->max * MONTH_SECONDS * (1 + calendar);
  return other->min <= most && other->max >= least;
}

bool claim_values_agree(const claim_figure *a, const claim_figure *b) {
  if (is(a->measure, "score") || is(b->measure, "score")) return a->low == b->low && a->high == b->high; /* two numbers, no range */
  if (is(a->measure, "months") != is(b->measure, "months")) return spans_agree(a, b);
  /* "More than 100" is not 100, but newsrooms do not mind: bounds are taken as closed. */
  double room = 1e-9 * (fabs(a->max) + fabs(b->max));
  bool units = a->factor != b->factor && is(a->kind, "measure") && is(b->kind, "measure"); /* 15 miles, 24 kilometres */
  if (units) room = converted * fmin(fabs(a->max), fabs(b->max));
  return a->min <= b->max + room && b->min <= a->max + room;
}

bool claim_values_equal(const claim_figure *a, const claim_figure *b) {
  return a->min == b->min && a->max == b->max && a->times == b->times && isnad_slice_equal(a->qualifier, b->qualifier);
}

bool claim_value_tells(const claim_figure *f) {
  return f->high >= MANY || (f->high >= TELLING && fmod(f->high, 10) != 0) || f->high != floor(f->high);
}

claim_figure claim_version_value(const isnad_claim_version *v, isnad_slice measure, double factor) {
  claim_figure out = {.times = v->times, .qualifier = v->qualifier, .measure = measure};
  bool above = is(v->qualifier, "more_than") || is(v->qualifier, "at_least"), below = is(v->qualifier, "less_than") || is(v->qualifier, "at_most");
  claim_set_value(&out, !below, v->min, !above, v->max, factor);
  return out;
}

int64_t claim_gap(const isnad_claim_mention *a, const isnad_claim_mention *b) {
  const isnad_interval *x = &a->published, *y = &b->published;
  if (x->from >= x->to || y->from >= y->to) return 0;
  return x->from > y->from ? x->from - y->from : y->from - x->from;
}

/* Ids of places begin with their country. A country and a place in it are no two places; two places of one country may be a town and its province. */
claim_meeting claim_places(const claim_figure *a, const claim_figure *b) {
  if (a->place.length == 0 || b->place.length == 0) return MEET_UNKNOWN;
  if (isnad_slice_equal(a->place, b->place)) return MEET_SAME;
  if (isnad_slice_starts(a->place, b->place) || isnad_slice_starts(b->place, a->place)) return MEET_UNKNOWN;
  /* A state and its town by one name. */
  if (a->where.count > 0 && b->where.count > 0 && terms_contained(terms_compare(&a->where, &b->where)) >= whole_name) return MEET_UNKNOWN;
  return MEET_APART;
}

claim_meeting claim_times(const claim_figure *a, const claim_figure *b) {
  if (a->when.from >= a->when.to || b->when.from >= b->when.to) return MEET_UNKNOWN;
  int64_t gap = a->when.to <= b->when.from ? b->when.from - a->when.to : b->when.to <= a->when.from ? a->when.from - b->when.to : -1;
  if (gap < 0) return MEET_SAME;
  return gap >= NEAR_DAYS * (int64_t)DAY_SECONDS ? MEET_APART : MEET_UNKNOWN;
}

/* A share whose holder is what it is a share of (figure_holder.c). */
static bool is_of_whole(const claim_figure *f) {
  isnad_slice of = {f->holder.bytes, 4};
  return is(f->measure, "percent") && f->holder.length > of.length && f->holder.bytes[of.length] == ' ' && figure_word_is_of(of);
}

/* "The Union" and "the Patriotic Union of Kurdistan" may be one, two whole names of which neither says the other are not. */
claim_meeting claim_holders(const claim_figure *a, const claim_figure *b) {
  if (a->owner.count == 0 || b->owner.count == 0) return MEET_UNKNOWN;
  if (is_of_whole(a) != is_of_whole(b)) return MEET_UNKNOWN;
  double inside = terms_contained(terms_compare(&a->owner, &b->owner));
  if (is_of_whole(a) && a->low == b->low && inside < one_name) return MEET_UNKNOWN; /* one number of what is called otherwise */
  return inside >= whole_name ? MEET_SAME : inside >= one_name ? MEET_UNKNOWN : MEET_APART;
}

/* A noun that begins the name of a body: "ministry", "union", "bureau". */
static bool is_body_noun(isnad_slice word) {
  for (size_t i = 0; i < isnad_org_heads_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_org_heads_rows[i].phrase), word))
      return isnad_org_heads_rows[i].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
  return false;
}

/* The first word of a name without its article: "the commission" and "commission of elections" begin with one noun. */
static isnad_slice first_word(isnad_slice name) {
  static const char article[] = "\xD8\xA7\xD9\x84";
  if (isnad_slice_starts(name, isnad_slice_of(article))) name = (isnad_slice){name.bytes + 4, name.length - 4};
  size_t end = 0;
  while (end < name.length && name.bytes[end] != ' ') end++;
  return (isnad_slice){name.bytes, end};
}

/* "The bureau of health" and "the World Health Organization": two kinds of body that share no more than what they deal with. */
static bool are_two_bodies(const isnad_claim_mention *a, const isnad_claim_mention *b, terms_overlap o) {
  isnad_slice x = first_word(a->claimant), y = first_word(b->claimant);
  return o.shared <= 1 && !isnad_slice_equal(x, y) && is_body_noun(x) && is_body_noun(y);
}

/* "A military source", "a source in the field": one noun for whoever does not give his name, and nothing else alike. */
static bool are_two_sources(const isnad_claim_mention *a, const claim_content *a_words, const isnad_claim_mention *b, const claim_content *b_words,
                            terms_overlap o) {
  enum { NOUN_AND_MORE = 2 };
  bool unnamed = (a->anonymous || a->headline) && (b->anonymous || b->headline) && a->claimant_id.length == 0 && b->claimant_id.length == 0;
  return unnamed && o.shared <= 1 && a_words->count >= NOUN_AND_MORE && b_words->count >= NOUN_AND_MORE &&
         isnad_slice_equal(first_word(a->claimant), first_word(b->claimant));
}

claim_meeting claim_claimants(const isnad_claim_mention *a, const claim_content *a_words, const isnad_claim_mention *b,
                              const claim_content *b_words) {
  if (a->claimant.length == 0 || b->claimant.length == 0) return MEET_UNKNOWN;
  if (a->carrier || b->carrier) return isnad_slice_equal(a->claimant, b->claimant) ? MEET_SAME : MEET_UNKNOWN; /* a medium may carry anybody */
  bool ids = a->claimant_id.length > 0 && b->claimant_id.length > 0;
  if (ids && isnad_slice_equal(a->claimant_id, b->claimant_id)) return MEET_SAME;
  if (isnad_slice_equal(a->claimant, b->claimant)) return MEET_SAME;
  bool general = isnad_slice_starts(a->claimant_id, isnad_slice_of("org.any.")) || isnad_slice_starts(b->claimant_id, isnad_slice_of("org.any."));
  terms_overlap o = terms_compare(a_words, b_words);
  double inside = terms_contained(o);
  if (ids && !general && inside < 1) return MEET_APART; /* two ministries of defence */
  if (inside >= one_name && inside < whole_name && (are_two_bodies(a, b, o) || are_two_sources(a, a_words, b, b_words, o))) return MEET_APART;
  return inside >= one_name ? MEET_SAME : MEET_APART;
}
