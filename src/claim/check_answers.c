/* The answers to a sentence: gathered, put in order, and no more of them than answer. */
#include "claim/check.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NEARBY = 3, MOST_NEAR = 2, MOST_OTHERS = 3, MOST_AGREED = 3, MOST_OPPOSED = 2 };

/* How near the best an answer of a weaker kind must fit to be told beside it. */
static const double beside_best = 0.85, nearby_fit = 0.4, claim_before = 0.1, agrees_before = 0.03;

static const char *id_of(const isnad_claim_answer *a) { return a->claim != SIZE_MAX ? a->claims.items[a->claim].id : ""; }

static bool is_better(const isnad_claim_answer *a, const isnad_claim_answer *b) {
  return a->match != b->match ? a->match < b->match : a->fit > b->fit;
}

isnad_status check_add(check_looking *l, const isnad_claim_answer *answer) {
  isnad_claim_answers *out = l->out;
  for (size_t i = 0; answer->claim != SIZE_MAX && i < out->count; i++) {
    isnad_claim_answer *given = &out->items[i];
    if (!isnad_slice_equal(given->story, answer->story) || strcmp(id_of(given), id_of(answer)) != 0) continue;
    if (is_better(answer, given)) *given = *answer;
    return ISNAD_OK;
  }
  isnad_claim_answer *more = isnad_arena_grow(l->arena, out->items, out->count, out->count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->items = more;
  more[out->count++] = *answer;
  return ISNAD_OK;
}

/* Words are the sentence's, which live in the arena. */
isnad_status check_add_unanswered(check_looking *l, isnad_slice words) {
  isnad_claim_answers *out = l->out;
  isnad_slice *more = isnad_arena_grow(l->arena, out->unanswered, out->unanswered_count, out->unanswered_count + 1, sizeof *more);
  if (more == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  out->unanswered = more;
  more[out->unanswered_count++] = words;
  return ISNAD_OK;
}

static size_t reports_of(const isnad_claim_answer *a) { return a->claim != SIZE_MAX ? a->claims.items[a->claim].reports : 1; }

/* What shares the words is ranked as what says them, and what seems to deny as what does. */
static isnad_claim_match kind_of(const isnad_claim_answer *a) {
  return a->match == ISNAD_MATCH_TOLD ? ISNAD_MATCH_AGREES : a->match == ISNAD_MATCH_UNTOLD ? ISNAD_MATCH_OPPOSITE : a->match;
}

/* A claim, with what supports it, before a sentence that fits hardly better. */
static double worth(const isnad_claim_answer *a) {
  double fit = a->claim != SIZE_MAX ? a->fit : a->fit - claim_before;
  return kind_of(a) == ISNAD_MATCH_AGREES ? fit + agrees_before : fit;
}

/* What agrees and what says the opposite are one rank: whichever fits better is told first. */
static unsigned rank(const isnad_claim_answer *a) { return kind_of(a) == ISNAD_MATCH_OPPOSITE ? ISNAD_MATCH_AGREES : kind_of(a); }

static int by_worth(const void *left, const void *right) {
  const isnad_claim_answer *a = left, *b = right;
  if (rank(a) != rank(b)) return rank(a) < rank(b) ? -1 : 1;
  if (worth(a) != worth(b)) return worth(a) > worth(b) ? -1 : 1;
  if (reports_of(a) != reports_of(b)) return reports_of(a) > reports_of(b) ? -1 : 1;
  int order = isnad_slice_compare(a->story, b->story);
  return order != 0 ? order : strcmp(id_of(a), id_of(b));
}

/* The same words, or the same number of the same thing, from the same claimant. */
static bool says_the_same(const isnad_claim_answer *a, const isnad_claim_answer *b) {
  if (a->claim == SIZE_MAX || b->claim == SIZE_MAX || a->match != b->match) return false;
  const isnad_claim *x = &a->claims.items[a->claim], *y = &b->claims.items[b->claim];
  const isnad_claim_version *v = &x->versions[a->version], *w = &y->versions[b->version];
  if (x->kind != y->kind || !isnad_slice_equal(x->measure, y->measure) || !isnad_slice_equal(x->claimant, y->claimant)) return false;
  if (x->kind == ISNAD_CLAIM_FIGURE)
    return v->min == w->min && v->max == w->max && isnad_slice_equal(x->thing, y->thing) && isnad_slice_equal(x->state, y->state);
  return isnad_slice_equal(v->words, w->words) && isnad_slice_equal(v->key, w->key);
}

static void fold(isnad_claim_answers *out) {
  size_t kept = 0;
  for (size_t i = 0; i < out->count; i++) {
    size_t k = 0;
    while (k < kept && !says_the_same(&out->items[k], &out->items[i])) k++;
    if (k < kept)
      out->items[k].elsewhere += !isnad_slice_equal(out->items[k].story, out->items[i].story);
    else
      out->items[kept++] = out->items[i];
  }
  out->count = kept;
}

/* Beside what agrees, or says the opposite, only what else the same story tells is told: another number, one part. Where something differs three at
 * most, and where parts alone answer two. */
static bool stays(const isnad_claim_answer *a, const isnad_claim_answer *first, size_t agreed, size_t opposed, size_t others, double best) {
  bool said = kind_of(first) <= ISNAD_MATCH_OPPOSITE, own = isnad_slice_equal(a->story, first->story), good = a->fit >= beside_best * best;
  if (kind_of(a) == ISNAD_MATCH_AGREES) return good && agreed < MOST_AGREED;
  if (kind_of(a) == ISNAD_MATCH_OPPOSITE) return good && opposed < MOST_OPPOSED && (a->claim != SIZE_MAX || kind_of(first) == ISNAD_MATCH_OPPOSITE);
  bool value = a->point == ISNAD_POINT_NUMBER || a->point == ISNAD_POINT_DAY; /* another speaker, or another who did the same, contradicts nobody */
  if (kind_of(a) == ISNAD_MATCH_DIFFERS) return good && others < MOST_OTHERS && (!said || (own && value));
  return good && !said && others < MOST_NEAR;
}

static void drop(isnad_claim_answers *out) {
  size_t kept = 0, others = 0, agreed = 0, opposed = 0;
  double best = 0;
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].fit > best) best = out->items[i].fit;
  isnad_claim_answer first = out->count > 0 ? out->items[0] : (isnad_claim_answer){.fit = 0};
  for (size_t i = 0; i < out->count; i++) {
    if (i > 0 && !stays(&out->items[i], &first, agreed, opposed, others, best)) continue;
    others += kind_of(&out->items[i]) >= ISNAD_MATCH_DIFFERS;
    agreed += kind_of(&out->items[i]) == ISNAD_MATCH_AGREES;
    opposed += kind_of(&out->items[i]) == ISNAD_MATCH_OPPOSITE;
    out->items[kept++] = out->items[i];
  }
  out->count = kept;
}

/* A sentence that is only narrated shares the words; that it means what is asked is more than they show. */
static void name_narrated(isnad_claim_answers *out) {
  for (size_t i = 0; i < out->count; i++) {
    isnad_claim_answer *a = &out->items[i];
    if (a->claim != SIZE_MAX) continue;
    if (a->match == ISNAD_MATCH_AGREES) a->match = ISNAD_MATCH_TOLD;
    if (a->match == ISNAD_MATCH_OPPOSITE) a->match = ISNAD_MATCH_UNTOLD;
  }
}

static isnad_status add_nearby(check_looking *l) {
  isnad_claim_answers *out = l->out;
  out->nearby = isnad_arena_array(l->arena, MOST_NEARBY, sizeof *out->nearby);
  if (out->nearby == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; i < l->story_count && out->nearby_count < MOST_NEARBY; i++) {
    store_story story;
    if (l->stories[i].fit < nearby_fit) continue;
    isnad_status status = store_story_find(&story, l->arena, l->store, l->stories[i].id, l->err);
    if (status != ISNAD_OK) return status;
    out->nearby[out->nearby_count++] = (isnad_claim_nearby){story.id, story.title};
  }
  return ISNAD_OK;
}

isnad_status check_settle(check_looking *l) {
  if (l->out->count > 1) qsort(l->out->items, l->out->count, sizeof *l->out->items, by_worth);
  fold(l->out);
  drop(l->out);
  name_narrated(l->out);
  return l->out->count == 0 ? add_nearby(l) : ISNAD_OK;
}
