/* Figure claims: the versions of each, how they stand to one another, and what stands beside. */
#include "claim/build.h"
#include "claim/figure_words.h"
#include "claim/values.h"

#include <stdlib.h>

enum { MOST_BESIDE = 6, HOURS_LATER = 2, HOURS_OF_A_DAY = 12, SECONDS_OF_HOUR = 3600, MOST_CLAUSES = 12, MOST_VERSIONS = 32 };

/* Two clauses so alike that one is the other's copy. */
static const double one_clause = 0.8;

typedef struct building {
  claim_builder *b;
  const claim_figures *figures;
  claim_figure_groups *groups;
  size_t *claim_of; /* by figure: its claim, from the first of this kind */
  size_t begin;     /* of figure claims */
} building;

static const claim_figure *at(const building *g, size_t i) { return &g->figures->items[i]; }

/* --- versions --- */

static void add_member(building *g, isnad_claim_version *v, isnad_claim_mention *mentions, size_t figure) {
  const claim_figure *f = at(g, figure);
  if (v->count == 0) {
    v->words = f->mention.words;
    v->min = f->low;
    v->max = f->high;
    v->qualifier = f->qualifier;
    v->times = f->times;
    v->mentions = mentions;
  }
  mentions[v->count++] = f->mention;
}

/* By size, then by the least that is meant, then by how it is bound. */
typedef struct ordering {
  double low, high;
  isnad_slice qualifier;
  size_t figure;
  uint32_t times;
} ordering;

static int by_value(const void *a, const void *b) {
  const ordering *x = a, *y = b;
  if (x->low != y->low) return x->low < y->low ? -1 : 1;
  if (x->high != y->high) return x->high < y->high ? -1 : 1;
  if (x->times != y->times) return x->times < y->times ? -1 : 1;
  int order = isnad_slice_compare(x->qualifier, y->qualifier);
  return order != 0 ? order : (x->figure > y->figure) - (x->figure < y->figure);
}

static bool same_version(const ordering *x, const ordering *y) {
  return x->low == y->low && x->high == y->high && x->times == y->times && isnad_slice_equal(x->qualifier, y->qualifier);
}

static isnad_claim_version *make_versions(building *g, isnad_claim *c, const size_t *members, size_t count) {
  isnad_arena *arena = g->b->arena;
  ordering *order = isnad_arena_array(arena, count, sizeof *order);
  isnad_claim_mention *mentions = isnad_arena_array(arena, count, sizeof *mentions);
  isnad_claim_version *versions = isnad_arena_array(arena, count, sizeof *versions);
  if (order == NULL || mentions == NULL || versions == NULL) return NULL;
  for (size_t i = 0; i < count; i++) {
    const claim_figure *f = at(g, members[i]);
    order[i] = (ordering){f->low * f->factor, f->high * f->factor, f->qualifier, members[i], f->times};
  }
  if (count > 1) qsort(order, count, sizeof *order, by_value);
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || !same_version(&order[i], &order[i - 1])) c->count++;
    add_member(g, &versions[c->count - 1], mentions + (i - versions[c->count - 1].count), order[i].figure);
  }
  return versions;
}

/* --- the verdict --- */

static bool dated(const isnad_claim_mention *m) { return m->published.from < m->published.to; }

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* The later version was first seen some hours behind the last report of the earlier one. */
static bool follows(const isnad_claim_version *earlier, const isnad_claim_version *later, int64_t hours) {
  const isnad_claim_mention *first = &later->mentions[0];
  if (!dated(first)) return false;
  for (size_t i = 0; i < earlier->count; i++)
    if (!dated(&earlier->mentions[i]) || first->published.from < earlier->mentions[i].published.from + hours * SECONDS_OF_HOUR) return false;
  return true;
}

/* One outlet that tells both brought its own text up to date. */
static bool same_outlet(const isnad_claim_version *old, const isnad_claim_version *new) {
  return old->mentions[0].outlet.length > 0 && isnad_slice_equal(old->mentions[0].outlet, new->mentions[0].outlet);
}

/* "At least six dead" leaves room for more, unless it was written after the larger number. */
static bool more_comes(const isnad_claim_version *old, const isnad_claim_version *new, const claim_figure *f_old, const claim_figure *f_new) {
  bool open = is(f_old->qualifier, "at_least") || is(f_old->qualifier, "more_than");
  return f_new->toll && open && new->min > old->min && !follows(new, old, 0);
}

/* First seen an hour behind the other, which may be told again. */
static bool told_behind(const isnad_claim_version *old, const isnad_claim_version *new) {
  const isnad_claim_mention *a = &old->mentions[0], *b = &new->mentions[0];
  return dated(a) && dated(b) && b->published.from >= a->published.from + SECONDS_OF_HOUR;
}

/* Shares of a vote change as the count goes on, whoever tells them. */
static bool counts_on(const claim_figure *f) {
  return is(f->measure, "percent") && (is(f->state, "voted") || is(f->state, "counted") || is(f->state, "turnout"));
}

/* One version replaces the other: the text says so, or the same claimant tells it later, or the toll grew from one day to the next. */
static bool replaces(const isnad_claim_version *old, const isnad_claim_version *new, const claim_figure *f_old, const claim_figure *f_new,
                     bool copied) {
  if (counts_on(f_old) && counts_on(f_new)) return told_behind(old, new);
  if (copied && (old->altered || new->altered)) return false;
  bool larger = new->min > old->min, before = follows(new, old, HOURS_LATER);
  if ((f_new->rises || f_old->rises) && larger && !before) return true;
  if (more_comes(old, new, f_old, f_new)) return true;
  bool counted = is(f_new->measure, "count"), grows = counted && f_new->toll && new->min >= old->min;
  if (grows && same_outlet(old, new)) return true;
  if (!follows(old, new, counted ? HOURS_LATER : HOURS_OF_A_DAY)) return false;
  if (figure_is_sport(f_new->thing) && larger) return true; /* one more goal, one more final */
  bool varies = is(f_new->state, "missing") || is(f_new->state, "treated");
  if (varies) return true;
  bool same = claim_claimants(&f_old->mention, &f_old->speaker, &f_new->mention, &f_new->speaker) == MEET_SAME;
  return same || grows;
}

/* The figure that a version's first mention is. */
static const claim_figure *figure_of(const building *g, const size_t *members, size_t count, const isnad_claim_mention *m, bool *rises) {
  const claim_figure *found = NULL;
  for (size_t i = 0; i < count; i++) {
    const claim_figure *f = at(g, members[i]);
    if (f->mention.article == m->article && f->mention.span.begin == m->span.begin) found = f;
  }
  *rises = found != NULL && found->rises;
  return found;
}

static bool version_rises(const building *g, const size_t *members, size_t count, const isnad_claim_version *v) {
  for (size_t i = 0; i < v->count; i++) {
    bool rises = false;
    figure_of(g, members, count, &v->mentions[i], &rises);
    if (rises) return true;
  }
  return false;
}

/* Whether one version is told in a clause that is nearly the other's. */
static bool clause_copied(const building *g, const size_t *members, size_t count, const isnad_claim_version *v, const isnad_claim_version *w) {
  for (size_t i = 0; i < v->count && i < MOST_CLAUSES; i++)
    for (size_t k = 0; k < w->count && k < MOST_CLAUSES; k++) {
      bool ignored = false;
      const claim_figure *a = figure_of(g, members, count, &v->mentions[i], &ignored), *b = figure_of(g, members, count, &w->mentions[k], &ignored);
      if (a != NULL && b != NULL && terms_dice(terms_compare(&a->terms, &b->terms)) >= one_clause) return true;
    }
  return false;
}

/* "The number rose to 34" replaces "at least 30", though both may hold. */
static bool says_more(const claim_figure *old, const claim_figure *new) {
  bool open = is(old->qualifier, "at_least") || is(old->qualifier, "more_than");
  return old->toll && new->scope.length == 0 && open &&new->rises && !old->rises &&new->low > old->low && old->report != new->report;
}

static isnad_verdict verdict_of(const building *g, const isnad_claim *c, const isnad_claim_version *versions, const size_t *members, size_t count) {
  bool clash = false, explained = true;
  size_t most = c->count < MOST_VERSIONS ? c->count : MOST_VERSIONS;
  for (size_t v = 0; v < most; v++)
    for (size_t w = v + 1; w < most; w++) {
      bool ignored = false;
      claim_figure x = *figure_of(g, members, count, &versions[v].mentions[0], &ignored),
                   y = *figure_of(g, members, count, &versions[w].mentions[0], &ignored);
      if (x.vague || y.vague) continue;
      x.rises = version_rises(g, members, count, &versions[v]);
      y.rises = version_rises(g, members, count, &versions[w]);
      if (claim_values_agree(&x, &y) && !says_more(&x, &y) && !says_more(&y, &x)) continue;
      clash = true;
      bool copied = clause_copied(g, members, count, &versions[v], &versions[w]);
      explained = explained && (replaces(&versions[v], &versions[w], &x, &y, copied) || replaces(&versions[w], &versions[v], &y, &x, copied));
    }
  if (clash) return explained ? ISNAD_VERDICT_REVISED : ISNAD_VERDICT_DIFFER;
  if (c->sum == 1 && (c->count == 1 || c->reports <= 1)) return ISNAD_VERDICT_SUM;
  if (c->reports <= 1) return ISNAD_VERDICT_SINGLE;
  return c->count > 1 ? ISNAD_VERDICT_BOUNDS : ISNAD_VERDICT_AGREE;
}

/* --- one claim --- */

/* The first of the members whose claimant is named. */
static const claim_figure *first_claimant(const building *g, const size_t *members, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (at(g, members[i])->mention.claimant.length > 0) return at(g, members[i]);
  return at(g, members[0]);
}

static bool claims_otherwise(const claim_figure *a, const claim_figure *b) {
  return claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART;
}

static void describe(building *g, isnad_claim *c, const size_t *members, size_t count) {
  const claim_figure *first = at(g, members[0]);
  bool places = false, claimants = false;
  c->measure = first->measure;
  c->thing = first->thing;
  for (size_t i = 0; i < count; i++) {
    const claim_figure *f = at(g, members[i]);
    if (c->state.length == 0) c->state = f->state;
    if (c->place.length == 0 && !places) c->place = f->place;
    bool nested = isnad_slice_starts(c->place, f->place) || isnad_slice_starts(f->place, c->place);
    if (c->place.length > 0 && f->place.length > 0 && !nested) {
      places = true; /* told of two: neither is that of the claim */
      c->place = (isnad_slice){NULL, 0};
    }
    if (c->what.length == 0) c->what = f->what;
    if (c->claimant.length == 0 && !claimants) c->claimant = f->mention.claimant;
    if (c->claimant.length > 0 && f->mention.claimant.length > 0 && claims_otherwise(first_claimant(g, members, count), f)) {
      claimants = true;
      c->claimant = (isnad_slice){NULL, 0};
    }
    if (f->sum > c->sum) c->sum = (uint8_t)f->sum;
  }
  c->scope = first->scope;
  for (size_t i = 0; i < count; i++)
    if (at(g, members[i])->scope.length == 0) c->scope = (isnad_slice){NULL, 0};
}

static isnad_status build_one(building *g, size_t root) {
  size_t count = 0;
  size_t *members = build_members(g->b, &g->groups->groups, root, &count);
  isnad_claim *c = build_claim(g->b, ISNAD_CLAIM_FIGURE);
  if (members == NULL || c == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  for (size_t i = 0; i < count; i++) g->claim_of[members[i]] = g->b->count - 1;
  describe(g, c, members, count);
  isnad_claim_version *versions = make_versions(g, c, members, count);
  if (versions == NULL) return isnad_arena_fail(g->b->err, g->b->arena, "claim");
  isnad_status status = build_finish(g->b, c, versions);
  if (status == ISNAD_OK) c->verdict = verdict_of(g, c, versions, members, count);
  return status;
}

/* --- between claims --- */

static bool add_index(isnad_arena *arena, const size_t **items, size_t *count, size_t claim) {
  for (size_t i = 0; i < *count; i++)
    if ((*items)[i] == claim) return true;
  size_t *more = isnad_arena_array(arena, *count + 1, sizeof *more);
  if (more == NULL) return false;
  for (size_t i = 0; i < *count; i++) more[i] = (*items)[i];
  more[(*count)++] = claim;
  *items = more;
  return true;
}

/* The parts of a total: figures of the same enumeration of the same report. */
static bool find_parts(building *g, size_t total) {
  const claim_figure *t = at(g, total);
  isnad_claim *c = &g->b->items[g->claim_of[total]];
  for (size_t i = 0; i < g->figures->count; i++) {
    const claim_figure *f = at(g, i);
    if (i == total || f->report != t->report || f->enumeration != t->enumeration || g->claim_of[i] == g->claim_of[total]) continue;
    if (!add_index(g->b->arena, &c->parts, &c->part_count, g->claim_of[i])) return false;
  }
  return true;
}

static bool add_beside(building *g, size_t a, size_t b, isnad_claim_beside why) {
  isnad_claim *c = &g->b->items[a];
  for (size_t i = 0; i < c->beside_count; i++)
    if (c->beside[i].claim == b) return true;
  if (c->beside_count == MOST_BESIDE) return true;
  isnad_claim_neighbour *more = isnad_arena_array(g->b->arena, c->beside_count + 1, sizeof *more);
  if (more == NULL) return false;
  for (size_t i = 0; i < c->beside_count; i++) more[i] = c->beside[i];
  more[c->beside_count++] = (isnad_claim_neighbour){b, why};
  c->beside = more;
  return true;
}

static bool find_beside(building *g) {
  for (size_t i = 0; i < g->groups->apart_count; i++) {
    const claim_apart *p = &g->groups->apart[i];
    size_t a = g->claim_of[p->a], b = g->claim_of[p->b];
    if (a == b) continue;
    if (!add_beside(g, a, b, p->why) || !add_beside(g, b, a, p->why)) return false;
  }
  return true;
}

isnad_status build_figures(claim_builder *b, const claim_figures *figures, claim_figure_groups *groups) {
  building g = {.b = b, .figures = figures, .groups = groups, .begin = b->count};
  isnad_status status = ISNAD_OK;
  g.claim_of = isnad_arena_array(b->arena, figures->count + 1, sizeof *g.claim_of);
  if (g.claim_of == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < figures->count; i++)
    if (groups_root(&groups->groups, i) == i) status = build_one(&g, i);
  for (size_t i = 0; status == ISNAD_OK && i < figures->count; i++)
    if (at(&g, i)->sum > 0 && !find_parts(&g, i)) status = isnad_arena_fail(b->err, b->arena, "claim");
  if (status == ISNAD_OK && !find_beside(&g)) status = isnad_arena_fail(b->err, b->arena, "claim");
  return status;
}
