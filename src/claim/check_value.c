/* How the number of a sentence stands to those of a claim. */
#include "claim/check.h"
#include "claim/values.h"

claim_figure check_asked_figure(const isnad_figure_note *f, const isnad_prepared_figure *p) {
  claim_figure out = {.times = f->times, .qualifier = isnad_slice_of(isnad_qualifier_name(f->qualifier)), .measure = p->measure, .thing = p->thing};
  out.state = p->state;
  out.scope = p->scope;
  out.place = p->place;
  claim_set_value(&out, f->has_min, f->min, f->has_max, f->max, p->factor);
  if (isnad_slice_equal(out.measure, isnad_slice_of("score")) && out.low < out.high) { /* the winner first, as the store's are read */
    double low = out.low, min = out.min;
    out.low = out.high;
    out.high = low;
    out.min = out.max;
    out.max = min;
  }
  claim_set_bucket(&out);
  return out;
}

static const double bound_room = 1.2;

/* How the value of a version, as the note stage reads its bounds, stands to what is asked: "at least 17" may hold beside 25, and does not say it. */
static check_value value_of(const claim_figure *asked, const isnad_claim_version *v, double factor) {
  if (isnad_slice_equal(v->qualifier, isnad_slice_of("approx")) && v->min != v->max) return CHECK_OTHER;
  bool above = isnad_slice_equal(v->qualifier, isnad_slice_of("more_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_least"));
  bool below = isnad_slice_equal(v->qualifier, isnad_slice_of("less_than")) || isnad_slice_equal(v->qualifier, isnad_slice_of("at_most"));
  if (asked->exact && ((above && asked->low > v->min * bound_room) || (below && asked->low * bound_room < v->max))) return CHECK_OTHER;
  claim_figure other = claim_version_value(v, asked->measure, factor);
  if (!claim_values_agree(asked, &other)) return CHECK_OTHER;
  bool bound = (above && asked->low != v->min) || (below && asked->low != v->max);
  return asked->exact && bound ? CHECK_BOUND : CHECK_EQUAL;
}

check_value check_value_in(const claim_figure *asked, const isnad_claim *c, double factor, size_t *version) {
  check_value best = CHECK_OTHER;
  *version = 0;
  for (size_t v = 0; c->kind == ISNAD_CLAIM_FIGURE && v < c->count; v++) {
    check_value value = value_of(asked, &c->versions[v], factor);
    if (value <= best) continue;
    best = value;
    *version = v;
  }
  return best;
}
