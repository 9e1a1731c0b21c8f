/* Figures of one matter that no claim holds together: told of other claimants, of nouns that may mean the same, in words that leave a doubt. They are
 * set side by side, and nothing is said of them but that the numbers are not one (docs/CLAIMS.md, Contrasts). */
#include "claim/contrasts.h"
#include "claim/values.h"

#include <string.h>

enum { MOST_SIDES = 6, MOST_ADDED = 12 };

typedef struct gathering {
  const claim_story *story;
  const claim_figures *figures;
  claim_figure_groups *groups;
  isnad_claims *out;
  isnad_contrast *items;
  bool *taken; /* by root: it stands in a contrast */
  const claim_figure *sides[MOST_SIDES];
  size_t count;
  isnad_err *err;
} gathering;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* --- what both kinds of contrast ask --- */

bool contrast_same_number(const claim_figure *a, const claim_figure *b) {
  claim_figure x = *a, y = *b;
  if (!is(a->qualifier, "approx")) x.qualifier = isnad_slice_of("exact");
  if (!is(b->qualifier, "approx")) y.qualifier = isnad_slice_of("exact");
  claim_set_value(&x, true, x.low, true, x.high, x.factor);
  claim_set_value(&y, true, y.low, true, y.high, y.factor);
  return claim_values_agree(&x, &y);
}

bool contrast_find_side(isnad_contrast_side *out, const isnad_claims *claims, const claim_figure *f) {
  for (size_t c = 0; c < claims->count && claims->items[c].kind == ISNAD_CLAIM_FIGURE; c++)
    for (size_t v = 0; v < claims->items[c].count; v++)
      for (size_t m = 0; m < claims->items[c].versions[v].count; m++) {
        const isnad_claim_mention *mention = &claims->items[c].versions[v].mentions[m];
        if (mention->article != f->mention.article || mention->span.begin != f->mention.span.begin) continue;
        *out = (isnad_contrast_side){c, v, m};
        return true;
      }
  return false;
}

/* --- what stands side by side already --- */

static bool has_number(const isnad_claim *c, const claim_figure *f) {
  for (size_t v = 0; v < c->count; v++)
    if (c->versions[v].min == f->low && c->versions[v].max == f->high) return true;
  return false;
}

/* A claim whose versions are told differently has both numbers. */
static bool is_told_differently(const isnad_claims *claims, const claim_figure *a, const claim_figure *b) {
  for (size_t c = 0; c < claims->count && claims->items[c].kind == ISNAD_CLAIM_FIGURE; c++) {
    const isnad_claim *claim = &claims->items[c];
    bool differs = claim->verdict == ISNAD_VERDICT_DIFFER || claim->verdict == ISNAD_VERDICT_REVISED;
    if (differs && isnad_slice_equal(claim->measure, a->measure) && isnad_slice_equal(claim->state, a->state) && has_number(claim, a) &&
        has_number(claim, b))
      return true;
  }
  return false;
}

static bool side_has(const isnad_claims *claims, const isnad_contrast *c, const claim_figure *f) {
  for (size_t k = 0; k < c->count; k++) {
    const isnad_claim_version *v = &claims->items[c->sides[k].claim].versions[c->sides[k].version];
    if (v->min == f->low && v->max == f->high) return true;
  }
  return false;
}

static bool is_set_beside(const isnad_claims *claims, const claim_figure *a, const claim_figure *b) {
  for (size_t i = 0; i < claims->contrast_count; i++) {
    const isnad_contrast *c = &claims->contrasts[i];
    if (isnad_slice_equal(c->state, a->state) && side_has(claims, c, a) && side_has(claims, c, b)) return true;
  }
  return false;
}

/* --- gathering --- */

static bool *taken_of(gathering *g, size_t figure) { return &g->taken[groups_root(&g->groups->groups, figure)]; }

/* The number is one of a side already, or cannot be told from it. */
static bool is_known(const gathering *g, const claim_figure *f) {
  for (size_t k = 0; k < g->count; k++)
    if (claim_values_agree(g->sides[k], f) || contrast_same_number(g->sides[k], f)) return true;
  return false;
}

static void add_side(gathering *g, size_t figure) {
  const claim_figure *f = &g->figures->items[figure];
  *taken_of(g, figure) = true;
  if (is_known(g, f) || g->count == MOST_SIDES) return;
  size_t at = g->count++;
  for (; at > 0 && g->sides[at - 1]->report > f->report; at--) g->sides[at] = g->sides[at - 1];
  g->sides[at] = f;
}

/* The pair, and what stands against both of its figures. */
static bool gather(gathering *g, const claim_pairs *pairs, size_t from) {
  size_t roots[2] = {groups_root(&g->groups->groups, pairs->items[from].a), groups_root(&g->groups->groups, pairs->items[from].b)};
  map met; /* root -> 1: it stands against the first, 2: the second, 3: both */
  if (!map_new(&met, g->story->arena, 16)) return false;
  g->count = 0;
  add_side(g, pairs->items[from].a);
  add_side(g, pairs->items[from].b);
  for (size_t i = from + 1; i < pairs->count; i++) {
    size_t a = groups_root(&g->groups->groups, pairs->items[i].a), b = groups_root(&g->groups->groups, pairs->items[i].b);
    bool left = a == roots[0] || a == roots[1], right = b == roots[0] || b == roots[1];
    if (left == right) continue;
    size_t other = left ? b : a, mine = left ? a : b;
    uint64_t *seen = map_put(&met, other);
    if (seen == NULL) return false;
    *seen |= mine == roots[0] ? 1 : 2;
    if (*seen == 3 && !g->taken[other]) add_side(g, left ? pairs->items[i].b : pairs->items[i].a);
  }
  return true;
}

/* Each of the sides is stated by another than the one before. */
bool contrast_of_speakers(const claim_figure *const *sides, size_t count) {
  for (size_t i = 1; i < count; i++)
    if (claim_claimants(&sides[i - 1]->mention, &sides[i - 1]->speaker, &sides[i]->mention, &sides[i]->speaker) != MEET_APART) return false;
  return count > 1;
}

static isnad_status add_contrast(gathering *g) {
  isnad_contrast_side *sides = isnad_arena_array(g->story->arena, MOST_SIDES, sizeof *sides);
  size_t count = 0;
  bool grows = true, toll = g->sides[0]->toll;
  if (sides == NULL) return isnad_arena_fail(g->err, g->story->arena, "claim");
  for (size_t i = 0; i < g->count; i++) {
    count += contrast_find_side(&sides[count], g->out, g->sides[i]);
    if (i > 0) grows = grows && g->sides[i]->low > g->sides[i - 1]->low && claim_gap(&g->sides[i]->mention, &g->sides[i - 1]->mention) > 0;
  }
  bool speakers = contrast_of_speakers(g->sides, g->count);
  if (count >= 2)
    g->items[g->out->contrast_count++] =
        (isnad_contrast){.state = g->sides[0]->state, .sides = sides, .count = count, .grows = grows && toll && !speakers, .speakers = speakers};
  return ISNAD_OK;
}

/* What the pairs set side by side, the likeliest first. */
static isnad_status add_pairs(gathering *g, const claim_pairs *pairs, size_t most) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < pairs->count && g->out->contrast_count < most; i++) {
    const claim_pair *p = &pairs->items[i];
    const claim_figure *a = &g->figures->items[p->a], *b = &g->figures->items[p->b];
    if (*taken_of(g, p->a) || *taken_of(g, p->b) || is_told_differently(g->out, a, b) || is_set_beside(g->out, a, b)) continue;
    if (!gather(g, pairs, i)) return isnad_arena_fail(g->err, g->story->arena, "claim");
    if (g->count > 1) status = add_contrast(g);
  }
  return status;
}

isnad_status build_figure_contrasts(isnad_claims *out, const claim_story *story, const claim_figures *figures, claim_figure_groups *groups,
                                    isnad_err *err) {
  gathering g = {.story = story, .figures = figures, .groups = groups, .out = out, .err = err};
  isnad_status status = ISNAD_OK;
  size_t most = out->contrast_count + MOST_ADDED;
  g.items = isnad_arena_array(story->arena, most, sizeof *g.items);
  g.taken = isnad_arena_array(story->arena, figures->count + 1, sizeof *g.taken);
  if (g.items == NULL || g.taken == NULL) return isnad_arena_fail(err, story->arena, "claim");
  if (out->contrast_count > 0) memcpy(g.items, out->contrasts, out->contrast_count * sizeof *g.items);
  out->contrasts = g.items;
  status = add_pairs(&g, &groups->contend, most);
  if (status == ISNAD_OK) status = add_pairs(&g, &groups->aside, most);
  return status;
}
