/* The answers to a sentence: gathered, put in order, and no more of them than answer. */
#include "claim/check/check.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NEARBY = 3, MOST_NEAR = 2, MOST_OTHERS = 3, MOST_AGREED = 3, MOST_OPPOSED = 2, MOST_MORE = 6 };

/* How near the best an answer of a weaker kind must fit to be told beside it. */
static const double beside_best = 0.85, nearby_fit = 0.4, claim_before = 0.1, agrees_before = 0.05, number_near = 0.75;

static const char *id_of(const isnad_claim_answer *a) { return a->claim != SIZE_MAX ? a->claims.items[a->claim].id : ""; }

static unsigned rank(const isnad_claim_answer *a);

static bool is_better(const isnad_claim_answer *a, const isnad_claim_answer *b) { return rank(a) != rank(b) ? rank(a) < rank(b) : a->fit > b->fit; }

/* One story tells one thing in one answer. */
static bool tells_alike(const isnad_claim_answer *a, const isnad_claim_answer *b) {
  if (!isnad_slice_equal(a->story, b->story) || a->turned != b->turned) return false;
  if (a->claim != SIZE_MAX && b->claim != SIZE_MAX && strcmp(id_of(a), id_of(b)) == 0 && a->version == b->version) return true;
  return a->match == b->match && a->point == b->point && isnad_slice_equal(a->instead, b->instead);
}

static bool is_told_by(const isnad_claim_answer *a, isnad_slice outlet) {
  for (size_t i = 0; i < a->more_count; i++)
    if (isnad_slice_equal(a->more[i].outlet, outlet)) return true;
  return false;
}

/* Of several that are told alike the best is the answer; of the others one sentence of each outlet is kept with it. */
static isnad_status join(check_looking *l, isnad_claim_answer *given, const isnad_claim_answer *more) {
  isnad_claim_answer best = is_better(more, given) ? *more : *given, other = is_better(more, given) ? *given : *more;
  best.more = given->more;
  best.more_count = given->more_count;
  *given = best;
  if (best.match != other.match || is_told_by(&best, other.passage.outlet) || best.more_count == MOST_MORE) return ISNAD_OK;
  isnad_claim_passage *room = isnad_arena_grow(l->arena, best.more, best.more_count, best.more_count + 1, sizeof *room);
  if (room == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  given->more = room;
  room[given->more_count++] = other.passage;
  return ISNAD_OK;
}

isnad_status check_add(check_looking *l, const isnad_claim_answer *answer) {
  isnad_claim_answers *out = l->out;
  for (size_t i = 0; i < out->count; i++)
    if (tells_alike(&out->items[i], answer)) return join(l, &out->items[i], answer);
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

/* A claim, with what supports it, before a sentence that fits hardly better. */
static double worth(const isnad_claim_answer *a) {
  double fit = a->claim != SIZE_MAX ? a->fit : a->fit - claim_before;
  return a->match == ISNAD_MATCH_AGREES || a->match == ISNAD_MATCH_TOLD ? fit + agrees_before : fit;
}

/* What agrees and what says the opposite are one rank, and so are what differs and what has the words: whichever fits better is told first. */
static unsigned rank(const isnad_claim_answer *a) {
  if (a->match == ISNAD_MATCH_OPPOSITE) return ISNAD_MATCH_AGREES;
  return a->match == ISNAD_MATCH_TOLD ? ISNAD_MATCH_DIFFERS : a->match;
}

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

/* How many of each kind are kept so far. */
typedef struct kept_answers {
  size_t agreed, opposed, others;
  double best;
} kept_answers;

/* Beside what agrees, or says the opposite, only what else the same story tells is told: another number or day. Where something differs nothing is
 * told that says a part, and of such two at most. */
static bool stays(const isnad_claim_answer *a, const isnad_claim_answer *first, const kept_answers *kept) {
  bool said = first->match <= ISNAD_MATCH_OPPOSITE, own = isnad_slice_equal(a->story, first->story), good = a->fit >= beside_best * kept->best;
  bool value = a->point == ISNAD_POINT_NUMBER || a->point == ISNAD_POINT_DAY; /* another speaker, or another who did the same, contradicts nobody */
  switch (a->match) {
  case ISNAD_MATCH_AGREES:
    return good && kept->agreed < MOST_AGREED;
  case ISNAD_MATCH_OPPOSITE:
    return kept->opposed < MOST_OPPOSED && a->fit >= (first->match == ISNAD_MATCH_OPPOSITE ? beside_best : 1) * kept->best;
  case ISNAD_MATCH_DIFFERS:
    if (first->match == ISNAD_MATCH_OPPOSITE && a->point == ISNAD_POINT_SPEAKER) return good && kept->others < MOST_OTHERS; /* who did say it */
    return good && kept->others < MOST_OTHERS && (!said || (own && value && a->fit >= kept->best));
  default:
    return good && first->match == a->match && kept->others < MOST_NEAR;
  }
}

/* Where the very number is told, of what may be another thing, other numbers are not what differs. */
static void drop_other_numbers(isnad_claim_answers *out) {
  size_t count = 0;
  double told = 0;
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].counted && out->items[i].match != ISNAD_MATCH_DIFFERS && out->items[i].fit > told) told = out->items[i].fit;
  for (size_t i = 0; i < out->count; i++) {
    const isnad_claim_answer *a = &out->items[i];
    if (a->match != ISNAD_MATCH_DIFFERS || a->point != ISNAD_POINT_NUMBER || number_near * a->fit > told) out->items[count++] = *a;
  }
  out->count = count;
}

/* Where a report tells who did it to whom the other way round, others that have both names without saying so bear nothing out. */
static void drop_unsided(isnad_claim_answers *out) {
  size_t count = 0;
  for (size_t i = 0; i < out->count; i++) {
    bool turned = false;
    for (size_t k = 0; k < out->count && !out->items[i].turned && !out->items[i].kept; k++) turned = turned || out->items[k].turned;
    if (!turned) out->items[count++] = out->items[i];
  }
  out->count = count;
}

static void drop(isnad_claim_answers *out) {
  kept_answers kept = {0, 0, 0, 0};
  size_t count = 0;
  for (size_t i = 0; i < out->count; i++)
    if (out->items[i].fit > kept.best && out->items[i].match == out->items[0].match) kept.best = out->items[i].fit;
  isnad_claim_answer first = out->count > 0 ? out->items[0] : (isnad_claim_answer){.fit = 0};
  for (size_t i = 0; i < out->count; i++) {
    const isnad_claim_answer *a = &out->items[i];
    if (i > 0 && !stays(a, &first, &kept)) continue;
    kept.agreed += a->match == ISNAD_MATCH_AGREES;
    kept.opposed += a->match == ISNAD_MATCH_OPPOSITE;
    kept.others += a->match >= ISNAD_MATCH_DIFFERS;
    out->items[count++] = *a;
  }
  out->count = count;
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
  drop_unsided(l->out);
  drop_other_numbers(l->out);
  if (l->out->count > 1) qsort(l->out->items, l->out->count, sizeof *l->out->items, by_worth);
  fold(l->out);
  drop(l->out);
  return l->out->count == 0 ? add_nearby(l) : ISNAD_OK;
}
