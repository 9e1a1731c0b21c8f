#include "story/score.h"

#include "tables.h"

#include <math.h>

/* What two reports share, in one walk over their sorted terms. */
typedef struct shared {
  double whole, headline;      /* products; sums of whole units while they are gathered */
  double a_covered, b_covered; /* squared headline weight of one that is found anywhere in the other */
  double names;                /* bits of persons, bodies and things in common */
  unsigned terms, specific;
  unsigned people[2], towns[2];        /* of either headline, that the other report names */
  bool figure, ordinal, person, place; /* in both headlines, or in one and anywhere in the other */
} shared;

static void share_term(shared *s, const term *a, const term *b) {
  bool told = a->headline > 0 || b->headline > 0;
  s->terms++;
  s->specific += a->specific;
  s->whole += (double)a->whole * (double)b->whole;
  s->headline += (double)a->headline * (double)b->headline;
  s->a_covered += (double)a->headline * (double)a->headline;
  s->b_covered += (double)b->headline * (double)b->headline;
  if (term_is_name(a->kind)) s->names += a->specific ? 2 : 1;
  s->figure = s->figure || ((a->kind == TERM_FIGURE || b->kind == TERM_FIGURE) && told);
  s->ordinal = s->ordinal || (a->kind == TERM_ORDINAL && told);
  s->person = s->person || (a->kind == TERM_PERSON && told);
  s->place = s->place || (a->kind == TERM_PLACE && told);
  for (size_t side = 0; side < 2; side++) {
    const term *own = side == 0 ? a : b;
    s->people[side] += own->headline > 0 && own->kind == TERM_PERSON;
    s->towns[side] += own->headline > 0 && own->kind == TERM_PLACE;
  }
}

static const double per_unit = 1.0 / TERM_UNITS;

static shared share(const report *a, const report *b) {
  shared s = {0};
  for (uint32_t i = 0, j = 0; i < a->term_count && j < b->term_count;) {
    uint64_t x = a->terms[i].hash, y = b->terms[j].hash;
    if (x == y) share_term(&s, &a->terms[i], &b->terms[j]);
    i += x <= y; /* no jumps: which of two hashes is the less cannot be foretold */
    j += y <= x;
  }
  s.headline *= per_unit * per_unit;
  s.a_covered *= per_unit * per_unit;
  s.b_covered *= per_unit * per_unit;
  return s;
}

static double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

static double larger(double a, double b) { return a > b ? a : b; }
static double smaller(double a, double b) { return a < b ? a : b; }

/* A report without a headline is taken to have one that is told in the other as its whole is: what that means on average was read off pairs of the
 * labels whose reports have both. */
#define MISSING_COSINE 0.6
#define MISSING_COVER 1.25

/* Where one names nobody whom the tables know, it is as if they had one name in common: this is no sign against them. */
#define MISSING_NAMES 1.0

/* How much of a headline the other report tells. */
static double cover(double covered, double headline, double whole) {
  return headline > 0 ? sqrt(covered / (headline * headline)) : smaller(MISSING_COVER * sqrt(whole), 1);
}

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

bool score_features(double f[SCORE_FEATURES], const report *a, const report *b) {
  double gap = 0;
  for (size_t i = 0; i < SCORE_FEATURES; i++) f[i] = 0;
  if (!reports_time_fit(a, b, &gap) || ranks_differ(a, b)) return false;
  bool dated = report_dated(a) && report_dated(b);
  shared s = share(a, b);
  double whole = ratio(s.whole, (double)a->norm * (double)b->norm), a_head = (double)a->headline_norm, b_head = (double)b->headline_norm;
  double a_cover = cover(s.a_covered, a_head, whole), b_cover = cover(s.b_covered, b_head, whole);
  f[ISNAD_STORY_WEIGHTS_FEATURE_BIAS] = 1;
  f[ISNAD_STORY_WEIGHTS_FEATURE_WHOLE] = whole;
  f[ISNAD_STORY_WEIGHTS_FEATURE_HEADLINE] = a_head > 0 && b_head > 0 ? ratio(s.headline, a_head * b_head) : whole * MISSING_COSINE;
  f[ISNAD_STORY_WEIGHTS_FEATURE_COVER_MORE] = larger(a_cover, b_cover);
  f[ISNAD_STORY_WEIGHTS_FEATURE_COVER_LESS] = smaller(a_cover, b_cover);
  f[ISNAD_STORY_WEIGHTS_FEATURE_NAMES] = log1p(a->named && b->named ? s.names : MISSING_NAMES);
  f[ISNAD_STORY_WEIGHTS_FEATURE_SPECIFIC] = log1p((double)s.specific);
  f[ISNAD_STORY_WEIGHTS_FEATURE_FIGURE_SAME] = s.figure;
  f[ISNAD_STORY_WEIGHTS_FEATURE_FIGURE_APART] = dated && gap >= 1 ? apart(a, b, TERM_FIGURE, s.figure) : 0;
  f[ISNAD_STORY_WEIGHTS_FEATURE_ORDINAL_APART] = apart(a, b, TERM_ORDINAL, s.ordinal);
  f[ISNAD_STORY_WEIGHTS_FEATURE_PERSON_APART] = apart(a, b, TERM_PERSON, s.person);
  f[ISNAD_STORY_WEIGHTS_FEATURE_PERSON_STRANGE] = a->people > s.people[0] && b->people > s.people[1];
  f[ISNAD_STORY_WEIGHTS_FEATURE_PLACE_STRANGE] = a->towns > s.towns[0] && b->towns > s.towns[1];
  f[ISNAD_STORY_WEIGHTS_FEATURE_PLACE_APART] = apart(a, b, TERM_PLACE, s.place);
  f[ISNAD_STORY_WEIGHTS_FEATURE_PLACE_SAME] = s.place;
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
