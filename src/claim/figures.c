/* Figures that answer one question (docs/CLAIMS.md): first those that agree, then those that differ about the same thing. Where in doubt, apart. */
#include "base/hash.h"
#include "claim/figure_compare.h"
#include "claim/groups.h"
#include "claim/values.h"

#include <stdlib.h>

enum { MOST_LIKE = 600, MOST_NEAR = 40 };

/* How far above a number another may be its rounding. */
#define ROUNDED_REACH 1.1

/* How alike the words must be (Dice) for the numbers of two claimants to stand beside each other. */
static const double one_matter = 0.2;

typedef struct grouping {
  const claim_story *story;
  const claim_figures *figures;
  claim_figure_groups *out;
  claim_pairs agree, differ;
  size_t *order; /* figures that stand for all their like, by bucket */
  size_t order_count;
  map refused; /* pairs of groups that a report tells apart */
  bool *alone; /* no other figure of its report answers its question otherwise */
  bool *lone;  /* no other figure of its report is the same number of another thing */
  bool *sole;  /* no other number of its report is of its thing */
  map numbers; /* of a report, a measure and a number: the report tells it */
  isnad_err *err;
} grouping;

static const claim_figure *at(const grouping *g, size_t i) { return &g->figures->items[i]; }

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

/* --- the order of comparing --- */

typedef struct bucketed {
  uint64_t bucket;
  size_t figure;
} bucketed;

static int by_bucket(const void *a, const void *b) {
  const bucketed *x = a, *y = b;
  if (x->bucket != y->bucket) return x->bucket < y->bucket ? -1 : 1;
  return (x->figure > y->figure) - (x->figure < y->figure);
}

static bool sort_buckets(grouping *g, bucketed **out) {
  bucketed *items = isnad_arena_array(g->story->arena, g->figures->count + 1, sizeof *items);
  g->order_count = 0;
  if (items == NULL) return false;
  for (size_t i = 0; i < g->figures->count; i++)
    if (at(g, i)->like == i) items[g->order_count++] = (bucketed){at(g, i)->bucket, i};
  if (g->order_count > 1) qsort(items, g->order_count, sizeof *items, by_bucket);
  *out = items;
  return true;
}

static bool same_of_another(const claim_figure *a, const claim_figure *b) {
  bool states = a->state.length > 0 && b->state.length > 0 && !isnad_slice_equal(a->state, b->state);
  return isnad_slice_equal(a->measure, b->measure) && figure_same_number(a, b) && (states || !figure_may_be_one_thing(a, b));
}

static uint64_t number_key(size_t report, const claim_figure *f) {
  double number = f->low * f->factor;
  return hash64_seeded((isnad_slice){(const char *)&number, sizeof number}, hash64_seeded(f->measure, report));
}

static bool find_numbers(grouping *g) {
  if (!map_new(&g->numbers, g->story->arena, g->figures->count)) return false;
  for (size_t i = 0; i < g->figures->count; i++)
    if (map_put(&g->numbers, number_key(at(g, i)->report, at(g, i))) == NULL) return false;
  return true;
}

/* One of the two reports tells the number of the other as well, of whatever: it knows of two things. */
static bool tells_both(const grouping *g, const claim_figure *a, const claim_figure *b) {
  return map_get(&g->numbers, number_key(a->report, b)) != NULL || map_get(&g->numbers, number_key(b->report, a)) != NULL;
}

static void find_alone(grouping *g) {
  for (size_t i = 0; i < g->figures->count; i++) g->alone[i] = g->lone[i] = g->sole[i] = true;
  for (size_t i = 0; i < g->figures->count; i++)
    for (size_t k = i + 1; k < g->figures->count && at(g, k)->report == at(g, i)->report; k++) {
      if (figure_rivals(at(g, i), at(g, k))) g->alone[i] = g->alone[k] = false;
      if (same_of_another(at(g, i), at(g, k))) g->lone[i] = g->lone[k] = false;
      bool one_thing = isnad_slice_equal(at(g, i)->measure, at(g, k)->measure) && isnad_slice_equal(at(g, i)->thing, at(g, k)->thing);
      if (one_thing && !claim_values_agree(at(g, i), at(g, k))) g->sole[i] = g->sole[k] = false;
    }
}

static bool note_apart(grouping *g, size_t i, size_t k, isnad_claim_beside why) {
  claim_figure_groups *out = g->out;
  if (out->apart_count == out->apart_room) {
    claim_apart *more = isnad_arena_grow(g->story->arena, out->apart, out->apart_room, out->apart_room * 2 + 64, sizeof *more);
    if (more == NULL) return false;
    out->apart = more;
    out->apart_room = out->apart_room * 2 + 64;
  }
  out->apart[out->apart_count++] = (claim_apart){i, k, why};
  return true;
}

static bool compare(grouping *g, size_t i, size_t k) {
  terms_overlap o = terms_compare(&at(g, i)->terms, &at(g, k)->terms);
  const claim_figure *a = at(g, i), *b = at(g, k);
  double agree = figure_agreement(a, b, g->lone[i] && g->lone[k], g->sole[i] && g->sole[k], o),
         differ = agree > 0 ? 0 : figure_difference(a, b, g->alone[i] && g->alone[k], g->sole[i] && g->sole[k], o);
  isnad_claim_beside why;
  if (agree > 0) pairs_add(&g->agree, i, k, agree);
  if (differ > 0 && figure_has_moved(g->story->arena, a, b)) differ = 0;
  if (differ > 0) pairs_add(&g->differ, i, k, differ);
  double aside = agree > 0 || differ > 0 ? 0 : figure_aside(a, b, g->alone[i] && g->alone[k], o);
  if (aside > 0 && !tells_both(g, a, b)) pairs_add(&g->out->aside, i, k, aside);
  if (agree > 0 || differ > 0 || figure_is_rank(a)) return true;
  if (!figure_kept_apart(a, b, &why) || claim_values_agree(a, b)) return true; /* equal numbers oppose nobody */
  if (!a->toll && why == ISNAD_CLAIM_BESIDE_THING) return true;                /* guests and guards are no neighbours */
  bool lasts = isnad_slice_equal(a->measure, isnad_slice_of("duration")) || isnad_slice_equal(a->measure, isnad_slice_of("months"));
  if (lasts && why == ISNAD_CLAIM_BESIDE_SCOPE) return true;                         /* "two years and a half" is no part of twelve */
  if (why == ISNAD_CLAIM_BESIDE_CLAIMANT && terms_dice(o) < one_matter) return true; /* each tells of what is his */
  return note_apart(g, i, k, why);
}

static bool compare_all(grouping *g) {
  bucketed *items = NULL;
  if (!sort_buckets(g, &items)) return false;
  for (size_t first = 0, last = 0; first < g->order_count; first = last) {
    for (last = first; last < g->order_count && items[last].bucket == items[first].bucket; last++) continue;
    size_t most = last - first < MOST_LIKE ? last : first + MOST_LIKE;
    for (size_t i = first; i < most; i++)
      for (size_t k = i + 1; k < most; k++)
        if (!compare(g, items[i].figure, items[k].figure)) return false;
  }
  return !g->agree.failed && !g->differ.failed && !g->out->aside.failed;
}

/* --- one number of what is called otherwise --- */

typedef struct numbered {
  double low;
  size_t figure;
} numbered;

static int by_number(const void *a, const void *b) {
  const numbered *x = a, *y = b;
  if (x->low != y->low) return x->low < y->low ? -1 : 1;
  return (x->figure > y->figure) - (x->figure < y->figure);
}

/* "3,200 were evacuated" and "more than three thousand were moved": two buckets, and not one number. */
static bool compare_rounded(grouping *g, const numbered *items, size_t count) {
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count && k < i + MOST_NEAR && items[k].low <= items[i].low * ROUNDED_REACH; k++) {
      const claim_figure *a = at(g, items[i].figure), *b = at(g, items[k].figure);
      if (a->bucket == b->bucket || items[k].low == items[i].low) continue;
      double score = figure_number_agreement(a, b, terms_compare(&a->terms, &b->terms));
      if (score > 0) pairs_add(&g->agree, items[i].figure, items[k].figure, score);
    }
  return !g->agree.failed;
}

/* "110 prisoners" of one report and "their number 110" of another lie in two buckets. */
static bool compare_numbers(grouping *g) {
  numbered *items = isnad_arena_array(g->story->arena, g->figures->count + 1, sizeof *items);
  size_t count = 0;
  if (items == NULL) return false;
  for (size_t i = 0; i < g->figures->count; i++)
    if (at(g, i)->like == i) items[count++] = (numbered){at(g, i)->low * at(g, i)->factor, i};
  if (count > 1) qsort(items, count, sizeof *items, by_number);
  for (size_t first = 0, last = 0; first < count; first = last) {
    for (last = first; last < count && items[last].low == items[first].low; last++) continue;
    size_t most = last - first < MOST_LIKE ? last : first + MOST_LIKE;
    for (size_t i = first; i < most; i++)
      for (size_t k = i + 1; k < most; k++) {
        const claim_figure *a = at(g, items[i].figure), *b = at(g, items[k].figure);
        if (a->bucket == b->bucket) continue;
        double score = figure_number_agreement(a, b, terms_compare(&a->terms, &b->terms));
        if (score > 0) pairs_add(&g->agree, items[i].figure, items[k].figure, score);
      }
  }
  return !g->agree.failed && compare_rounded(g, items, count);
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
    else if (!note_apart(g, p->a, p->b, ISNAD_CLAIM_BESIDE_WITNESS))
      return false;
  }
  return true;
}

isnad_status claim_group_figures(claim_figure_groups *out, const claim_story *story, const claim_figures *figures, isnad_err *err) {
  grouping g = {.story = story, .figures = figures, .out = out, .agree = {.arena = story->arena}, .differ = {.arena = story->arena}, .err = err};
  *out = (claim_figure_groups){.aside = {.arena = story->arena}};
  g.alone = isnad_arena_array(story->arena, figures->count + 1, sizeof *g.alone);
  g.lone = isnad_arena_array(story->arena, figures->count + 1, sizeof *g.lone);
  g.sole = isnad_arena_array(story->arena, figures->count + 1, sizeof *g.sole);
  if (g.alone == NULL || g.lone == NULL || g.sole == NULL || !map_new(&g.refused, story->arena, 64) ||
      !groups_new(&out->groups, story->arena, figures->count) || !find_like(&g) || !find_numbers(&g))
    return isnad_arena_fail(err, story->arena, "claim");
  find_alone(&g);
  if (!compare_all(&g) || !compare_numbers(&g)) return isnad_arena_fail(err, story->arena, "claim");
  pairs_sort(&g.agree);
  pairs_sort(&g.differ);
  pairs_sort(&out->aside);
  join_agreeing(&g);
  return join_differing(&g) ? ISNAD_OK : isnad_arena_fail(err, story->arena, "claim");
}
