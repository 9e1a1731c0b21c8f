/* The pairs of figures that may answer one question: those that agree, those that differ, those that are told apart or stand aside. */
#include "base/hash.h"
#include "claim/figure_grouping.h"
#include "claim/values.h"

#include <stdlib.h>

enum { MOST_LIKE = 600, MOST_NEAR = 40 };

/* How far above a number another may be its rounding. */
#define ROUNDED_REACH 1.1

/* How many times another total a total is that is another matter's. */
#define FAR_WHOLES 1.5

/* How alike the words must be (Dice) for the numbers of two claimants to stand beside each other. */
static const double one_matter = 0.2;

/* From what likelihood two numbers are two answers to one question, or one; below what the rules that say so are not heeded. Chosen in ten folds over
 * stories (docs/CLAIMS.md). */
static const double likely_differ = 0.7, unlikely_differ = 0.3, likely_agree = 0.75;

/* --- what a report tells besides --- */

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

/* --- two figures of one bucket --- */

bool figure_note_apart(grouping *g, size_t i, size_t k, isnad_claim_beside why) {
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

/* The toll that a part is said of: the one right before it in its sentence. */
static const claim_figure *whole_of(const grouping *g, size_t i) {
  const claim_figure *f = at(g, i), *whole = i > 0 ? at(g, i - 1) : NULL;
  bool before = whole != NULL && whole->report == f->report && whole->mention.clause.begin == f->mention.clause.begin;
  return before && whole->toll && whole->scope.length == 0 ? whole : NULL;
}

/* "18 civilians, among them 5 children", "43, among them 7": parts of two numbers, which are far apart. */
static bool parts_of_two(const grouping *g, size_t i, size_t k) {
  const claim_figure *a = whole_of(g, i), *b = whole_of(g, k);
  if (a == NULL || b == NULL) return false;
  return a->low > FAR_WHOLES * b->low || b->low > FAR_WHOLES * a->low;
}

figure_beside figure_stand_beside(const grouping *g, size_t i, size_t k) {
  return (figure_beside){.alone = g->alone[i] && g->alone[k],
                         .sole = g->sole[i] && g->sole[k],
                         .lone = g->lone[i] && g->lone[k],
                         .words = terms_compare(&at(g, i)->terms, &at(g, k)->terms)};
}

/* How much speaks for two answers to one question: the rules, unless it is unlikely, or the likelihood where they are silent. */
static double differ_by(const claim_figure *a, const claim_figure *b, const figure_beside *beside) {
  if (claim_values_agree(a, b)) return 0;
  double rule = figure_difference(a, b, beside->alone, beside->sole, beside->words), chance = figure_likelihood(a, b, beside);
  if (rule > 0) return chance >= 0 && chance < unlikely_differ ? 0 : rule;
  return chance >= likely_differ ? chance : 0;
}

/* How much speaks for one answer. */
static double agree_by(const claim_figure *a, const claim_figure *b, const figure_beside *beside) {
  double rule =
      a->bucket == b->bucket ? figure_agreement(a, b, beside->lone, beside->sole, beside->words) : figure_number_agreement(a, b, beside->words);
  if (rule > 0 || !claim_values_agree(a, b)) return rule;
  double chance = figure_likelihood(a, b, beside);
  return chance >= likely_agree ? chance : 0;
}

/* Told in the headline or the first lines of its report: what is told further down may be of another event. */
static bool opens_with(const grouping *g, const claim_figure *f) {
  enum { OPENING = 700 };
  return f->mention.headline || f->mention.span.begin < g->story->reports[f->report].headline.end + OPENING;
}

static bool compare(grouping *g, size_t i, size_t k) {
  figure_beside beside = figure_stand_beside(g, i, k);
  terms_overlap o = beside.words;
  const claim_figure *a = at(g, i), *b = at(g, k);
  double agree = agree_by(a, b, &beside), differ = agree > 0 ? 0 : differ_by(a, b, &beside);
  isnad_claim_beside why;
  if (agree > 0) pairs_add(&g->agree, i, k, agree);
  if (differ > 0 && figure_has_moved(g->story->arena, a, b)) differ = 0;
  if (differ > 0) pairs_add(&g->differ, i, k, differ);
  double aside = agree > 0 || differ > 0 ? 0 : figure_aside(a, b, g->alone[i] && g->alone[k], o);
  double contend = agree > 0 || differ > 0 ? 0 : figure_contention(a, b, &beside);
  if (contend == 0 && opens_with(g, a->none ? b : a)) contend = figure_none_against(a, b, o);
  if (contend > 0) pairs_add(&g->out->contend, i, k, contend);
  if (aside > 0 && contend == 0 && !tells_both(g, a, b) && !parts_of_two(g, i, k)) pairs_add(&g->out->aside, i, k, aside);
  if (agree > 0 || differ > 0 || figure_is_rank(a)) return true;
  if (!figure_kept_apart(a, b, &why) || claim_values_agree(a, b)) return true; /* equal numbers oppose nobody */
  if (!a->toll && why == ISNAD_CLAIM_BESIDE_THING) return true;                /* guests and guards are no neighbours */
  bool lasts = isnad_slice_equal(a->measure, isnad_slice_of("duration")) || isnad_slice_equal(a->measure, isnad_slice_of("months"));
  if (lasts && why == ISNAD_CLAIM_BESIDE_SCOPE) return true;                         /* "two years and a half" is no part of twelve */
  if (why == ISNAD_CLAIM_BESIDE_CLAIMANT && terms_dice(o) < one_matter) return true; /* each tells of what is his */
  return figure_note_apart(g, i, k, why);
}

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
  return !g->agree.failed && !g->differ.failed && !g->out->aside.failed && !g->out->contend.failed;
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
      figure_beside beside = figure_stand_beside(g, items[i].figure, items[k].figure);
      double score = agree_by(a, b, &beside);
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
        figure_beside beside = figure_stand_beside(g, items[i].figure, items[k].figure);
        double score = agree_by(a, b, &beside);
        if (score > 0) pairs_add(&g->agree, items[i].figure, items[k].figure, score);
      }
  }
  return !g->agree.failed && compare_rounded(g, items, count);
}

/* --- all of them --- */

bool figure_pairs_begin(grouping *g) {
  size_t room = g->figures->count + 1;
  g->alone = isnad_arena_array(g->story->arena, room, sizeof *g->alone);
  g->lone = isnad_arena_array(g->story->arena, room, sizeof *g->lone);
  g->sole = isnad_arena_array(g->story->arena, room, sizeof *g->sole);
  if (g->alone == NULL || g->lone == NULL || g->sole == NULL || !find_numbers(g)) return false;
  find_alone(g);
  return true;
}

bool figure_pairs_find(grouping *g) { return figure_pairs_begin(g) && compare_all(g) && compare_numbers(g); }
