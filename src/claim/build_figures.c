/* Figure claims: the versions of each, how they stand to one another, and what stands beside. */
#include "claim/build.h"
#include "claim/figure_compare.h"
#include "claim/figure_verdict.h"
#include "claim/values.h"

#include <stdlib.h>

enum { MOST_BESIDE = 6 };

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

/* Who says that the number of a version is false: the reports in their order, of each the first place. */
static bool find_denials(building *g, isnad_claim_version *v, const ordering *members, size_t count) {
  isnad_claim_mention *denials = NULL;
  for (size_t d = 0; d < g->figures->denial_count; d++) {
    const claim_figure *denial = &g->figures->denials[d];
    bool denied = false, known = false;
    for (size_t i = 0; i < count && !denied; i++) denied = figure_is_denied_by(at(g, members[i].figure), denial);
    for (size_t i = 0; i < v->denial_count; i++) known = known || denials[i].article == denial->mention.article;
    if (!denied || known) continue;
    denials = isnad_arena_grow(g->b->arena, denials, v->denial_count, v->denial_count + 1, sizeof *denials);
    if (denials == NULL) return false;
    denials[v->denial_count++] = denial->mention;
  }
  v->denials = denials;
  return true;
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
  for (size_t v = 0, first = 0; v < c->count; first += versions[v++].count)
    if (!find_denials(g, &versions[v], order + first, versions[v].count)) return NULL;
  return versions;
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

/* A number that is denied is told by some and denied by others; where the denier tells another one, they differ. */
static isnad_verdict with_denials(const isnad_claim *c, isnad_verdict verdict) {
  bool denied = false, instead = false;
  for (size_t v = 0; v < c->count; v++)
    for (size_t d = 0; d < c->versions[v].denial_count; d++) {
      denied = true;
      for (size_t w = 0; w < c->count; w++)
        for (size_t m = 0; w != v && m < c->versions[w].count; m++)
          instead = instead || c->versions[w].mentions[m].article == c->versions[v].denials[d].article;
    }
  if (instead) return ISNAD_VERDICT_DIFFER;
  return denied && verdict != ISNAD_VERDICT_DIFFER && verdict != ISNAD_VERDICT_REVISED ? ISNAD_VERDICT_DENIED : verdict;
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
  if (status == ISNAD_OK) c->verdict = with_denials(c, figure_verdict(g->figures, c, versions, members, count));
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
