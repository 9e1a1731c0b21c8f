/* Figures that answer one question (docs/CLAIMS.md): first those that agree, then those that differ about the same thing. Where in doubt, apart. */
#include "base/hash.h"
#include "claim/figure_grouping.h"
#include "claim/values.h"

/* --- like figures: copies of one text need no comparing --- */

static uint64_t likeness(const claim_figure *f) {
  uint64_t h = f->bucket;
  double numbers[2] = {f->min, f->max};
  isnad_slice parts[] = {
      {(const char *)numbers, sizeof numbers}, f->qualifier, f->thing, f->state, f->scope, f->place, f->mention.claimant, f->mention.around};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) h = hash64_seeded(parts[i], h);
  return hash64_seeded((isnad_slice){(const char *)&f->when, sizeof f->when}, h);
}

static bool find_like(grouping *g) {
  map first;
  if (!map_new(&first, g->story->arena, g->figures->count)) return false;
  for (size_t i = 0; i < g->figures->count; i++) {
    uint64_t *place = map_put(&first, likeness(at(g, i)));
    if (place == NULL) return false;
    if (*place == 0) *place = i + 1;
    g->figures->items[i].like = (size_t)*place - 1;
    if (*place - 1 != i) groups_join(&g->out->groups, (size_t)*place - 1, i);
  }
  return true;
}

/* --- joining --- */

static bool is_first(const grouping *g, size_t i) { return at(g, i)->like == i; }

/* Whether every number of one group agrees with every number of the other. */
static bool groups_agree(grouping *g, size_t a, size_t b) {
  size_t i = a;
  do {
    size_t k = b;
    do {
      if (!is_first(g, i) || !is_first(g, k)) continue;
      if (!claim_values_agree(at(g, i), at(g, k))) return false;
      if (figure_same_number(at(g, i), at(g, k))) continue;
      if (claim_claimants(&at(g, i)->mention, &at(g, i)->speaker, &at(g, k)->mention, &at(g, k)->speaker) == MEET_APART) return false;
    } while ((k = g->out->groups.next[k]) != b);
  } while ((i = g->out->groups.next[i]) != a);
  return true;
}

/* One report that tells both numbers tells of two things, unless it says that one replaces the other. */
static bool has_witness(grouping *g, size_t a, size_t b) {
  bool apart = false, same = false;
  size_t i = a;
  do {
    size_t k = b;
    do {
      const claim_figure *x = at(g, i), *y = at(g, k);
      if (x->report == y->report && !x->rises && !y->rises) return true;
      claim_meeting claimants = claim_claimants(&x->mention, &x->speaker, &y->mention, &y->speaker);
      apart = apart || (claimants == MEET_APART && !x->rises && !y->rises); /* "the toll rose" takes the place of another's */
      same = same || (claimants == MEET_SAME && !x->mention.carrier);
    } while ((k = g->out->groups.next[k]) != b);
  } while ((i = g->out->groups.next[i]) != a);
  return apart && !same; /* one body that tells both changed its number, whoever else tells the new one */
}

/* Some report of one group names the attacker, none of the other does: one counts him among the dead, the other does not. */
static bool differ_by_attacker(grouping *g, const claim_pair *p, size_t a, size_t b) {
  bool named[2] = {false, false};
  size_t roots[2] = {a, b};
  if (!figure_may_count_attacker(at(g, p->a), at(g, p->b))) return false;
  for (size_t side = 0; side < 2; side++) {
    size_t i = roots[side];
    do named[side] = named[side] || figure_names_attacker(g->story->arena, at(g, i));
    while (!named[side] && (i = g->out->groups.next[i]) != roots[side]);
  }
  return named[0] != named[1];
}

static void join_agreeing(grouping *g) {
  for (size_t i = 0; i < g->agree.count; i++) {
    size_t a = groups_root(&g->out->groups, g->agree.items[i].a), b = groups_root(&g->out->groups, g->agree.items[i].b);
    if (a != b && groups_agree(g, a, b)) groups_join(&g->out->groups, a, b);
  }
}

static bool join_differing(grouping *g) {
  for (size_t i = 0; i < g->differ.count; i++) {
    const claim_pair *p = &g->differ.items[i];
    size_t a = groups_root(&g->out->groups, p->a), b = groups_root(&g->out->groups, p->b);
    if (a == b) continue;
    uint64_t *refused = map_put(&g->refused, (uint64_t)(a < b ? a : b) * g->figures->count + (a < b ? b : a));
    if (refused == NULL) return false;
    if (*refused != 0) continue;
    *refused = has_witness(g, a, b) || differ_by_attacker(g, p, a, b);
    if (*refused == 0)
      groups_join(&g->out->groups, a, b);
    else if (!figure_note_apart(g, p->a, p->b, ISNAD_CLAIM_BESIDE_WITNESS))
      return false;
  }
  return true;
}

/* "20, and not the 14 of the minister": the denier's own number answers the question of the one that he denies. */
static void join_denied(grouping *g) {
  for (size_t d = 0; d < g->figures->denial_count; d++) {
    const claim_figure *denial = &g->figures->denials[d];
    for (size_t i = 0; i < g->figures->count; i++) {
      if (!figure_stands_instead(at(g, i), denial)) continue;
      for (size_t k = 0; k < g->figures->count; k++)
        if (at(g, k)->report != denial->report && figure_is_denied_by(at(g, k), denial) &&
            groups_root(&g->out->groups, i) != groups_root(&g->out->groups, k))
          groups_join(&g->out->groups, i, k);
      break; /* the first: what follows is told of something else */
    }
  }
}

isnad_status claim_group_figures(claim_figure_groups *out, const claim_story *story, const claim_figures *figures, isnad_err *err) {
  grouping g = {.story = story, .figures = figures, .out = out, .agree = {.arena = story->arena}, .differ = {.arena = story->arena}};
  *out = (claim_figure_groups){.aside = {.arena = story->arena}, .contend = {.arena = story->arena}};
  bool ready = map_new(&g.refused, story->arena, 64) && groups_new(&out->groups, story->arena, figures->count) && find_like(&g);
  if (!ready || !figure_pairs_find(&g)) return isnad_arena_fail(err, story->arena, "claim");
  pairs_sort(&g.agree);
  pairs_sort(&g.differ);
  pairs_sort(&out->aside);
  pairs_sort(&out->contend);
  join_agreeing(&g);
  if (!join_differing(&g)) return isnad_arena_fail(err, story->arena, "claim");
  join_denied(&g);
  return ISNAD_OK;
}
