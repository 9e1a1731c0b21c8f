#include "story/shared.h"

static const double per_unit = 1.0 / TERM_UNITS;

static void keep_best(double best[SHARED_BEST], double weight) {
  for (size_t i = 0; i < SHARED_BEST; i++) {
    if (weight <= best[i]) continue;
    double less = best[i];
    best[i] = weight;
    weight = less;
  }
}

/* One of the two, whose term is `own`. */
static void tell(shared *s, size_t side, const term *own) {
  double whole = (double)own->whole, headline = (double)own->headline;
  s->headline_told[side] += headline * headline;
  if (own->lead) s->lead_told[side] += whole * whole;
  if (own->lead) s->lead_known[side][own->kind]++;
  for (unsigned k = own->top; k > 0 && k <= REPORT_TOPS; k++) s->top[side][k - 1] += whole;
}

static void share_term(shared *s, const term *a, const term *b) {
  bool told = a->headline > 0 || b->headline > 0, leads = a->lead && b->lead;
  double least = (double)(a->whole < b->whole ? a->whole : b->whole);
  s->terms++;
  s->whole += (double)a->whole * (double)b->whole;
  s->headline += (double)a->headline * (double)b->headline;
  s->headline_bits += (double)(a->headline < b->headline ? a->headline : b->headline);
  keep_best(s->best, least);
  if (leads && a->kind == TERM_PERSON && b->kind == TERM_PERSON && least > s->person) s->person = least;
  s->rare_leads += leads && a->specific && b->specific;
  s->event_leads += leads && a->event && b->event;
  s->towns += a->kind == TERM_PLACE;
  s->figure = s->figure || ((a->kind == TERM_FIGURE || b->kind == TERM_FIGURE) && told);
  s->ordinal = s->ordinal || (a->kind == TERM_ORDINAL && told);
  tell(s, 0, a);
  tell(s, 1, b);
}

shared shared_of(const report *a, const report *b) {
  shared s = {0};
  for (uint32_t i = 0, j = 0; i < a->term_count && j < b->term_count;) {
    uint64_t x = a->terms[i].hash, y = b->terms[j].hash;
    if (x == y) share_term(&s, &a->terms[i], &b->terms[j]);
    i += x <= y; /* no jumps: which of two hashes is the less cannot be foretold */
    j += y <= x;
  }
  s.headline *= per_unit * per_unit;
  s.headline_bits *= per_unit;
  for (size_t side = 0; side < SHARED_SIDES; side++) s.headline_told[side] *= per_unit * per_unit;
  return s;
}
