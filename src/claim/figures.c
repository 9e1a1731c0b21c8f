/* Figures that answer one question (docs/CLAIMS.md): first those that agree, then those that differ about the same thing. Where in doubt, apart. */
#include "base/hash.h"
#include "claim/figure_words.h"
#include "claim/groups.h"
#include "claim/values.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LIKE = 600, SMALL = 5, WORDS_AGREE = 2, WORDS_DIFFER = 3, TIMES_APART = 4 };

/* How alike the words around two figures must be (Dice): to agree on a telling or on a plain number, to agree on the dead of one event, to differ on
 * them, and to differ on anything else. Chosen by reading stories of the ANT corpus, not on labels. */
static const double agree_telling = 0.08, agree_plain = 0.25, agree_toll = 0.05, agree_state = 0.12, differ_toll = 0.2, differ_state = 0.28,
                    differ_plain = 0.5, differ_copy = 0.75, differ_age = 0.15, differ_toll_apart = 0.36, differ_toll_far = 0.5, near_number = 1.4,
                    twice_number = 2, contained_enough = 0.5, same_question = 0.3;

typedef struct grouping {
  const claim_story *story;
  const claim_figures *figures;
  claim_figure_groups *out;
  claim_pairs agree, differ;
  size_t *order; /* figures that stand for all their like, by bucket */
  size_t order_count;
  map refused; /* pairs of groups that a report tells apart */
  bool *alone; /* no other figure of its report answers its question otherwise */
  isnad_err *err;
} grouping;

static const claim_figure *at(const grouping *g, size_t i) { return &g->figures->items[i]; }

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static bool same_scope(const claim_figure *a, const claim_figure *b) { return isnad_slice_equal(a->scope, b->scope); }

static bool same_state(const claim_figure *a, const claim_figure *b) { return isnad_slice_equal(a->state, b->state); }

/* Persons, whoever they are. */
static bool is_anybody(isnad_slice thing) { return is(thing, "person") || is(thing, "victim") || is(thing, "body") || is(thing, "case"); }

static bool same_thing(const claim_figure *a, const claim_figure *b) {
  return isnad_slice_equal(a->thing, b->thing) || (is_anybody(a->thing) && is_anybody(b->thing));
}

/* A noun that no row of claim_words.tsv lists: a nation, a trade. */
static bool is_unlisted(isnad_slice thing) { return thing.length > 0 && thing.bytes[0] == '~'; }

/* Children among the dead are fewer than the dead, but one report may call "12 civilians" whom another calls "12 persons". */
static bool may_be_one_thing(const claim_figure *a, const claim_figure *b) {
  bool anybody = is_anybody(a->thing) || is_anybody(b->thing), loose = anybody || is_unlisted(a->thing) || is_unlisted(b->thing);
  if (same_thing(a, b) || (a->people && b->people && anybody)) return true;
  return a->toll && b->toll && same_state(a, b) && loose && !figure_is_object(a->thing) && !figure_is_object(b->thing);
}

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

/* Whether a report tells two numbers of one kind: then neither is the only answer. */
static bool rivals(const claim_figure *a, const claim_figure *b) {
  return a->report == b->report && same_thing(a, b) && same_state(a, b) && same_scope(a, b) && isnad_slice_equal(a->measure, b->measure) &&
         !claim_values_agree(a, b) && !a->rises && !b->rises && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) != MEET_APART;
}

static void find_alone(grouping *g) {
  for (size_t i = 0; i < g->figures->count; i++) g->alone[i] = true;
  for (size_t i = 0; i < g->figures->count; i++)
    for (size_t k = i + 1; k < g->figures->count && at(g, k)->report == at(g, i)->report; k++)
      if (rivals(at(g, i), at(g, k))) g->alone[i] = g->alone[k] = false;
}

/* --- pairs --- */

static bool is_rank(const claim_figure *f) { return is(f->measure, "ordinal") || is(f->measure, "score") || is(f->measure, "fraction"); }

/* Numbers of one enumeration are told of different places. */
static bool is_piece(const claim_figure *f) { return f->enumeration > 0 && f->sum == 0; }

static bool kept_apart(const claim_figure *a, const claim_figure *b, isnad_claim_beside *why) {
  if (claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_CLAIMANT;
  else if (claim_places(a, b) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_PLACE;
  else if (claim_times(a, b) == MEET_APART)
    *why = ISNAD_CLAIM_BESIDE_TIME;
  else if (!same_scope(a, b))
    *why = ISNAD_CLAIM_BESIDE_SCOPE;
  else if (!same_state(a, b))
    *why = ISNAD_CLAIM_BESIDE_STATE;
  else if (!same_thing(a, b))
    *why = ISNAD_CLAIM_BESIDE_THING;
  else
    return false;
  return true;
}

/* Two claimants may state one number, the one of them exactly. */
static bool same_number(const claim_figure *a, const claim_figure *b) { return a->low == b->low && a->high == b->high && a->times == b->times; }

/* "Still has 450 employees" and "has 450 employees" are one. */
static bool is_loose(const claim_figure *f) { return f->scope.length == 0 || is(f->scope, "still") || is(f->scope, "total"); }

static double agreement(const claim_figure *a, const claim_figure *b, terms_overlap o) {
  bool telling = claim_value_tells(a) && claim_value_tells(b) && a->low == b->low, twice = a->report == b->report;
  double dice = terms_dice(o);
  if (!claim_values_agree(a, b) || !may_be_one_thing(a, b)) return 0;
  claim_meeting claimants = claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker);
  if (claimants == MEET_APART && !same_number(a, b)) return 0;
  if (twice && claimants == MEET_SAME && same_state(a, b) && same_scope(a, b) && a->state.length > 0 && claim_values_equal(a, b)) return 3 + dice;
  if (!same_state(a, b) && a->state.length > 0 && b->state.length > 0 && !telling) return 0;
  if (!same_scope(a, b) && !telling && !(is_loose(a) && is_loose(b) && dice >= same_question)) return 0;
  if (claim_times(a, b) == MEET_APART && !telling) return 0;
  if (claim_places(a, b) == MEET_APART && dice < same_question) return 0;
  if (!a->toll && !same_thing(a, b) && dice < same_question && !telling) return 0; /* "35,000 persons" may be the demonstrators */
  bool toll = a->toll && b->toll && a->scope.length == 0 && (a->high >= SMALL || dice > agree_toll);
  bool asked = same_state(a, b) && a->state.length > 0 && !is(a->measure, "count");
  double least = toll ? 0 : telling || twice ? agree_telling : asked ? agree_state : agree_plain;
  bool enough = dice >= least || (terms_contained(o) >= contained_enough && o.shared >= WORDS_AGREE);
  return enough ? 1 + dice + (claim_values_equal(a, b) ? 2 : 0) : 0;
}

static bool is_money(const claim_figure *f) { return is(f->kind, "money"); }

/* Prices move with the hour. */
static bool moves(const claim_figure *f) {
  return is(f->state, "price") || (!is(f->measure, "count") && (is(f->state, "rose") || is(f->state, "fell")));
}

/* "More than 21" and "more than 55" may both hold. A toll told as "at least" is brought up to date. */
static bool leaves_room(const claim_figure *a, const claim_figure *b) {
  bool above = is(a->qualifier, "more_than") || is(a->qualifier, "at_least"), below = is(a->qualifier, "less_than") || is(a->qualifier, "at_most");
  return !a->toll && ((above && b->high >= a->low) || (below && b->low <= a->high));
}

/* Numbers of which one is many times the other hardly answer one question, unless the words are the same and a digit slipped. */
static bool far_apart(const claim_figure *a, const claim_figure *b) {
  double less = a->low < b->low ? a->low : b->low, more = a->low < b->low ? b->low : a->low;
  return more > TIMES_APART * less;
}

/* Of the dead of one event numbers near each other are told; the farther apart, the more the words must say that it is one. */
static double toll_alike(const claim_figure *a, const claim_figure *b) {
  double less = a->low < b->low ? a->low : b->low, more = a->low < b->low ? b->low : a->low;
  bool later = a->low > b->low ? a->report >= b->report : b->report >= a->report; /* the larger one is not told before the other */
  bool risen = (a->rises || b->rises) && later;
  if (risen || more <= near_number * less) return differ_toll;
  return more <= twice_number * less ? differ_toll_apart : differ_toll_far;
}

/* Shares of a vote, and of what was counted of it: one body tells them again as the count goes on. */
static bool counts_votes(const claim_figure *f) {
  bool vote = is(f->state, "voted") || is(f->state, "counted") || is(f->state, "turnout");
  return vote && is(f->measure, "percent");
}

static double difference(const grouping *g, size_t i, size_t k, terms_overlap o) {
  const claim_figure *a = at(g, i), *b = at(g, k);
  isnad_claim_beside why;
  double dice = terms_dice(o);
  if (a->mention.bare || b->mention.bare) return 0; /* a link to another page may be to another event */
  if (claim_values_agree(a, b) || a->report == b->report || kept_apart(a, b, &why) || a->scope.length > 0) return 0;
  if (is_piece(a) || is_piece(b) || a->vague || b->vague || a->past != b->past ||
      !(a->toll ? same_thing(a, b) : isnad_slice_equal(a->thing, b->thing)))
    return 0;
  if (far_apart(a, b) && dice < differ_copy) return 0;
  if (leaves_room(a, b) || leaves_room(b, a)) return 0;
  if (a->toll) return g->alone[i] && g->alone[k] && dice >= toll_alike(a, b) ? dice : 0;
  bool asked_alone = a->state.length > 0 && g->alone[i] && g->alone[k], counts = is(a->measure, "count") || is_money(a);
  double least = !counts ? (asked_alone ? differ_plain : differ_copy) : asked_alone ? differ_state : differ_copy;
  if (is(a->measure, "percent") || figure_is_sport(a->thing) || moves(a) || is(a->measure, "score")) least = differ_copy;
  if (counts_votes(a) && claim_claimants(&a->mention, &a->speaker, &b->mention, &b->speaker) == MEET_SAME) least = differ_toll;
  if (is(a->measure, "percent") && is(a->state, "turnout") && asked_alone) return differ_plain; /* one vote has one */
  if (is(a->measure, "age")) least = a->thing.length > 0 ? differ_age : differ_copy;
  return dice >= least && o.shared >= WORDS_DIFFER && (!is_rank(a) || is(a->measure, "score")) ? dice : 0;
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
  double agree = agreement(at(g, i), at(g, k), o), differ = agree > 0 ? 0 : difference(g, i, k, o);
  isnad_claim_beside why;
  if (agree > 0) pairs_add(&g->agree, i, k, agree);
  if (differ > 0) pairs_add(&g->differ, i, k, differ);
  if (agree > 0 || differ > 0 || is_rank(at(g, i))) return true;
  if (!kept_apart(at(g, i), at(g, k), &why)) return true;
  if (!at(g, i)->toll && why == ISNAD_CLAIM_BESIDE_THING) return true; /* guests and guards are no neighbours */
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
  return !g->agree.failed && !g->differ.failed;
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
      if (same_number(at(g, i), at(g, k))) continue;
      if (claim_claimants(&at(g, i)->mention, &at(g, i)->speaker, &at(g, k)->mention, &at(g, k)->speaker) == MEET_APART) return false;
    } while ((k = g->out->groups.next[k]) != b);
  } while ((i = g->out->groups.next[i]) != a);
  return true;
}

/* One report that tells both numbers tells of two things, unless it says that one replaces the other. */
static bool has_witness(grouping *g, size_t a, size_t b) {
  size_t i = a;
  do {
    size_t k = b;
    do {
      const claim_figure *x = at(g, i), *y = at(g, k);
      if (x->report == y->report && !x->rises && !y->rises) return true;
      if (claim_claimants(&x->mention, &x->speaker, &y->mention, &y->speaker) == MEET_APART) return true;
    } while ((k = g->out->groups.next[k]) != b);
  } while ((i = g->out->groups.next[i]) != a);
  return false;
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
    *refused = has_witness(g, a, b);
    if (*refused == 0)
      groups_join(&g->out->groups, a, b);
    else if (!note_apart(g, p->a, p->b, ISNAD_CLAIM_BESIDE_WITNESS))
      return false;
  }
  return true;
}

isnad_status claim_group_figures(claim_figure_groups *out, const claim_story *story, const claim_figures *figures, isnad_err *err) {
  grouping g = {.story = story, .figures = figures, .out = out, .agree = {.arena = story->arena}, .differ = {.arena = story->arena}, .err = err};
  *out = (claim_figure_groups){0};
  g.alone = isnad_arena_array(story->arena, figures->count + 1, sizeof *g.alone);
  if (g.alone == NULL || !map_new(&g.refused, story->arena, 64) || !groups_new(&out->groups, story->arena, figures->count) || !find_like(&g))
    return isnad_arena_fail(err, story->arena, "claim");
  find_alone(&g);
  if (!compare_all(&g)) return isnad_arena_fail(err, story->arena, "claim");
  pairs_sort(&g.agree);
  pairs_sort(&g.differ);
  join_agreeing(&g);
  return join_differing(&g) ? ISNAD_OK : isnad_arena_fail(err, story->arena, "claim");
}
