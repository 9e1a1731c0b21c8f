#include "story/score.h"

#include "story/shared.h"

#include "tables.h"

#include <math.h>

static double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

static double larger(double a, double b) { return a > b ? a : b; }
static double smaller(double a, double b) { return a < b ? a : b; }

/* A report without a headline is taken to have one that is told in the other as its whole is: what that means on average was read off pairs of the
 * labels whose reports have both. */
#define MISSING_COSINE 0.6
#define MISSING_COVER 1.25
#define MISSING_BITS 1.5

/* A rare term of a lead weighs about so much. */
#define WEIGHTY 20.0

/* How much of a lead or a headline the other report tells. */
static double cover(double covered, double part, double missing) { return part > 0 ? sqrt(covered) / part : missing; }

/* Both headlines tell something of the kind, and nothing of it is shared. */
static double apart(const report *a, const report *b, unsigned kind, bool common) {
  return !common && (a->told >> kind & 1) != 0 && (b->told >> kind & 1) != 0;
}

/* Both headlines give one noun different places in its row: the second day and the twenty-first. */
static bool ranks_differ(const report *a, const report *b) {
  const uint64_t value = RANK_VALUES - 1;
  bool differ = false;
  for (size_t i = 0; i < sizeof a->ranks / sizeof a->ranks[0] && a->ranks[i] != 0; i++)
    for (size_t k = 0; k < sizeof b->ranks / sizeof b->ranks[0] && b->ranks[k] != 0; k++) {
      if (a->ranks[i] == b->ranks[k]) return false;
      differ = differ || (a->ranks[i] & ~value) == (b->ranks[k] & ~value);
    }
  return differ;
}

/* Each lead has one of the kind of which the other report says nothing. */
static bool strange(const report *a, const report *b, const shared *s, unsigned kind) {
  return a->lead_of[kind] > s->lead_known[0][kind] && b->lead_of[kind] > s->lead_known[1][kind];
}

/* The same, and neither has one that the other knows. */
static bool all_strange(const report *a, const report *b, const shared *s, unsigned kind) {
  return a->lead_of[kind] > 0 && b->lead_of[kind] > 0 && s->lead_known[0][kind] == 0 && s->lead_known[1][kind] == 0;
}

/* What the other report has of the heaviest terms of one: the larger or smaller share. */
static double top_told(const report *a, const report *b, const shared *s, size_t most, bool more) {
  double x = ratio(s->top[0][most], (double)a->top[most]), y = ratio(s->top[1][most], (double)b->top[most]);
  return more ? larger(x, y) : smaller(x, y);
}

/* How alike the two are in their words. */
static void likeness(double f[SCORE_FEATURES], const report *a, const report *b, const shared *s) {
  double whole = ratio(s->whole, (double)a->norm * (double)b->norm);
  double a_head = (double)a->headline_norm, b_head = (double)b->headline_norm, missing = smaller(MISSING_COVER * sqrt(whole), 1);
  bool both = a_head > 0 && b_head > 0;
  uint32_t less = a->term_count < b->term_count ? a->term_count : b->term_count, more = a->term_count + b->term_count - less;
  f[ISNAD_STORY_WEIGHTS_FEATURE_WHOLE] = whole;
  f[ISNAD_STORY_WEIGHTS_FEATURE_HEADLINE] = both ? ratio(s->headline, a_head * b_head) : whole * MISSING_COSINE;
  f[ISNAD_STORY_WEIGHTS_FEATURE_HEADLINE_COVER] = larger(cover(s->headline_told[0], a_head, missing), cover(s->headline_told[1], b_head, missing));
  f[ISNAD_STORY_WEIGHTS_FEATURE_HEADLINE_BITS] = both ? log1p(s->headline_bits / 10) : sqrt(whole) * MISSING_BITS;
  f[ISNAD_STORY_WEIGHTS_FEATURE_LEAD_COVER] =
      smaller(cover(s->lead_told[0], (double)a->lead_norm, 0), cover(s->lead_told[1], (double)b->lead_norm, 0));
  f[ISNAD_STORY_WEIGHTS_FEATURE_SHARED] = log1p((double)s->terms);
  f[ISNAD_STORY_WEIGHTS_FEATURE_SHARE] = less > 0 ? (double)s->terms / less : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_LENGTH] = log1p((double)more);
}

/* What speaks for one event however different the words are. */
static void evidence(double f[SCORE_FEATURES], const report *a, const report *b, const shared *s) {
  f[ISNAD_STORY_WEIGHTS_FEATURE_RARE_LEAD] = log1p((double)s->rare_leads);
  f[ISNAD_STORY_WEIGHTS_FEATURE_EVENT_LEAD] = log1p((double)s->event_leads);
  f[ISNAD_STORY_WEIGHTS_FEATURE_PERSON_LEAD] = s->person / WEIGHTY;
  f[ISNAD_STORY_WEIGHTS_FEATURE_SECOND] = s->best[1] / WEIGHTY;
  f[ISNAD_STORY_WEIGHTS_FEATURE_THIRD] = s->best[2] / WEIGHTY;
  f[ISNAD_STORY_WEIGHTS_FEATURE_FIGURE_SAME] = s->figure;
  f[ISNAD_STORY_WEIGHTS_FEATURE_TOP3_MORE] = top_told(a, b, s, 0, true);
  f[ISNAD_STORY_WEIGHTS_FEATURE_TOP3_LESS] = top_told(a, b, s, 0, false);
  f[ISNAD_STORY_WEIGHTS_FEATURE_TOP6_MORE] = top_told(a, b, s, 1, true);
}

/* From this cosine on the headlines of two reports tell the same; those of two events of one kind have less. */
#define LIKE_HEADLINES 0.45

/* What speaks against it: the more alike the words of two are that tell of different places, persons or bodies, the more are they two events of one
 * kind. Headlines that tell the same leave less of it: one desk names a town more, another a minister. */
static void difference(double f[SCORE_FEATURES], const report *a, const report *b, const shared *s) {
  double unlike = smaller((1 - smaller(f[ISNAD_STORY_WEIGHTS_FEATURE_HEADLINE], 1)) / (1 - LIKE_HEADLINES), 1),
         share = f[ISNAD_STORY_WEIGHTS_FEATURE_SHARE] * unlike;
  bool person = strange(a, b, s, TERM_PERSON), body = all_strange(a, b, s, TERM_BODY);
  f[ISNAD_STORY_WEIGHTS_FEATURE_PERSON_STRANGE] = person ? unlike : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_TOWN_STRANGE] = strange(a, b, s, TERM_PLACE) ? unlike : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_COUNTRY_STRANGE] = strange(a, b, s, TERM_COUNTRY) ? unlike : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_BODY_STRANGE] = body ? unlike : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ALIKE_TOWN] = a->towns > 0 && b->towns > 0 && s->towns == 0 ? share : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ALIKE_PERSON] = person ? share : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ALIKE_BODY] = body ? share : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ALIKE_TOP] = share * (1 - f[ISNAD_STORY_WEIGHTS_FEATURE_TOP6_MORE]);
}

bool score_features(double f[SCORE_FEATURES], const report *a, const report *b) {
  double gap = 0;
  for (size_t i = 0; i < SCORE_FEATURES; i++) f[i] = 0;
  if (!reports_time_fit(a, b, &gap) || ranks_differ(a, b)) return false;
  bool dated = report_dated(a) && report_dated(b);
  shared s = shared_of(a, b);
  f[ISNAD_STORY_WEIGHTS_FEATURE_BIAS] = 1;
  likeness(f, a, b, &s);
  evidence(f, a, b, &s);
  difference(f, a, b, &s);
  f[ISNAD_STORY_WEIGHTS_FEATURE_FIGURE_APART] = dated && gap >= 1 ? apart(a, b, TERM_FIGURE, s.figure) : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ORDINAL_APART] = apart(a, b, TERM_ORDINAL, s.ordinal);
  f[ISNAD_STORY_WEIGHTS_FEATURE_DAYS] = dated ? smaller(gap, 3) : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_UNDATED] = !dated;
  return s.terms > 0;
}

/* The columns of the table are for two reports, one and a headline, two headlines; a flash lies between a headline and a report. */
static double weigh(const double f[SCORE_FEATURES], double x, double y) {
  double sum = 0;
  for (size_t i = 0; i < isnad_story_weights_count; i++) {
    const isnad_story_weights_row *row = &isnad_story_weights_rows[i];
    sum += f[row->feature] * (x * y * row->full + (x + y - 2 * x * y) * row->mixed + (1 - x) * (1 - y) * row->bare);
  }
  return sum;
}

/* What one form of a word says of its rarity may differ from report to report: the two are always taken in one order. */
unsigned score_reports(const report *x, const report *y) {
  double f[SCORE_FEATURES];
  const report *a = isnad_slice_compare(x->name, y->name) < 0 ? x : y, *b = a == x ? y : x;
  if (!score_features(f, a, b)) return 0;
  if (!a->bare && !b->bare && a->body_hash == b->body_hash) return SCORE_ONE;
  return (unsigned)(SCORE_ONE / (1 + exp(-weigh(f, (double)a->fullness, (double)b->fullness))) + 0.5);
}
