/* The tolls with which reports open, side by side (docs/CLAIMS.md, Contrasts). What a report tells first of the dead is the toll of its event, so two
 * reports of one story that open with numbers that cannot be one tell something that a reader must see, whoever states them. */
#include "claim/contrasts.h"
#include "claim/figure_compare.h"
#include "claim/figure_words.h"
#include "claim/told_clash.h"
#include "claim/values.h"

#include <stdlib.h>

enum { OPENING = 520, MOST_SIDES = 12, MOST_CONTRASTS = 8, DAYS = 2, DAY = 24 * 3600, HALF_DAY = DAY / 2, FAR = 4, FEW_SHARED = 2 };

/* How alike the words of two openings must be (Dice): as a rule, where their places are two, where one number is many times the other, where one
 * counts people of a nation, and where the later number is smaller half a day on. Chosen by reading. */
static const double one_event = 0.1, two_places = 0.3, far_apart = 0.36, of_a_nation = 0.3, another_day = 0.45;

typedef struct contrasting {
  const claim_story *story;
  const claim_figures *figures;
  const claim_figure **opens; /* the toll with which each report opens, of one state; NULL: none */
  isnad_claims *out;
  isnad_contrast *items;
  isnad_err *err;
} contrasting;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* --- the number with which a report opens --- */

static bool opens_with(const contrasting *c, const claim_figure *f) {
  const claim_report *r = &c->story->reports[f->report];
  return f->mention.headline || f->mention.span.begin < r->headline.end + OPENING;
}

/* People, whoever they are: children or guards among the dead are a part of them. */
static bool counts_anybody(const claim_figure *f) {
  static const char *const things[] = {"person", "victim", "body", "case", "civilian", "citizen", "resident", "migrant"};
  for (size_t i = 0; i < sizeof things / sizeof things[0]; i++)
    if (is(f->thing, things[i])) return true;
  return figure_is_nation(f->thing);
}

/* "24 worshippers were killed": whom a noun tells that no table has are the whole toll where the report opens with no other. */
static bool is_unlisted(const claim_figure *f) { return f->thing.length > 0 && f->thing.bytes[0] == '~'; }

static bool stands_alone(const contrasting *c, size_t first, size_t last, const claim_figure *f) {
  for (size_t i = first; i < last; i++) {
    const claim_figure *other = &c->figures->items[i];
    if (other->toll && isnad_slice_equal(other->state, f->state) && opens_with(c, other) && !claim_values_agree(other, f)) return false;
  }
  return true;
}

/* A whole toll of now: no part, no sum of weeks, no "dozens", nothing that is told of another time. */
static bool is_toll_of_event(const claim_figure *f) {
  bool piece = f->enumeration > 0 && f->sum == 0;
  return f->toll && !f->none && f->scope.length == 0 && !f->vague && !f->past && !piece && !f->mention.bare && f->times <= 1 &&
         (counts_anybody(f) || is_unlisted(f));
}

/* The figure that stands for a report: of several that agree the first, that of the headline before others; with two that do not, none. */
static const claim_figure *opening_of(const contrasting *c, size_t first, size_t last, isnad_slice state, bool headline) {
  const claim_figure *found = NULL;
  for (size_t i = first; i < last; i++) {
    const claim_figure *f = &c->figures->items[i];
    if (!is_toll_of_event(f) || !isnad_slice_equal(f->state, state) || f->mention.headline != headline || !opens_with(c, f)) continue;
    if (is_unlisted(f) && !stands_alone(c, first, last, f)) continue;
    if (found != NULL && !claim_values_agree(found, f)) return NULL;
    if (found == NULL) found = f;
  }
  return found;
}

static void find_openings(contrasting *c, isnad_slice state) {
  for (size_t i = 0; i < c->story->count; i++) c->opens[i] = NULL;
  for (size_t first = 0, last = 0; first < c->figures->count; first = last) {
    size_t report = c->figures->items[first].report;
    for (last = first; last < c->figures->count && c->figures->items[last].report == report; last++) continue;
    const claim_figure *f = opening_of(c, first, last, state, false);
    c->opens[report] = f != NULL ? f : opening_of(c, first, last, state, true);
  }
}

/* --- which of them stand against one another --- */

/* Fewer, half a day later: those of another attack. */
static bool is_of_another_day(const claim_figure *a, const claim_figure *b) {
  return claim_gap(&a->mention, &b->mention) >= HALF_DAY && b->low < a->low && !b->rises;
}

/* Each names a day, and not the same: the attack of Saturday and the attack of Sunday. */
static bool name_two_days(const claim_figure *a, const claim_figure *b) {
  const isnad_interval *x = &a->when, *y = &b->when;
  bool days = x->from < x->to && y->from < y->to && x->to - x->from <= DAY && y->to - y->from <= DAY;
  return days && (x->to <= y->from || y->to <= x->from);
}

static bool may_be_one_event(const claim_figure *a, const claim_figure *b) {
  terms_overlap o = terms_compare(&a->terms, &b->terms);
  double dice = terms_dice(o), less = a->low < b->low ? a->low : b->low, more = a->low < b->low ? b->low : a->low;
  bool either = figure_is_nation(a->thing) || figure_is_nation(b->thing), part = either && !isnad_slice_equal(a->thing, b->thing);
  bool both = part && figure_is_nation(a->thing) && figure_is_nation(b->thing);
  if (both || (part && dice < of_a_nation) || (is_of_another_day(a, b) && dice < another_day) ||
      claim_gap(&a->mention, &b->mention) >= DAYS * (int64_t)DAY || o.shared < FEW_SHARED || dice < one_event)
    return false;
  if (name_two_days(a, b) && dice < another_day) return false;
  if (told_towns_clash(a->place, b->place) || claim_times(a, b) == MEET_APART) return false;
  if (claim_places(a, b) == MEET_APART && dice < two_places) return false;
  return more <= FAR * less || dice >= far_apart;
}

/* The group that the opening of a report begins: what later ones tell of the same event, each number once. */
typedef struct gathered {
  const claim_figure *sides[MOST_SIDES];
  const claim_figure *told[MOST_ROWS]; /* every opening of it */
  size_t count, told_count;
} gathered;

static void gather(contrasting *c, gathered *g, size_t from) {
  g->sides[0] = g->told[0] = c->opens[from];
  g->count = g->told_count = 1;
  for (size_t i = from + 1; i < c->story->count; i++) {
    const claim_figure *f = c->opens[i];
    bool meets = false, known = false;
    for (size_t k = g->told_count; f != NULL && k-- > 0 && !meets;) meets = may_be_one_event(g->told[k], f);
    if (!meets || g->told_count == MOST_ROWS) continue;
    c->opens[i] = NULL;
    g->told[g->told_count++] = f;
    for (size_t k = 0; k < g->count; k++) known = known || contrast_same_number(g->sides[k], f);
    if (!known && g->count < MOST_SIDES) g->sides[g->count++] = f;
  }
}

/* Numbers of one claim are compared there. */
static bool is_one_claim(const isnad_contrast_side *sides, size_t count) {
  for (size_t i = 1; i < count; i++)
    if (sides[i].claim != sides[0].claim) return false;
  return true;
}

static isnad_status add_contrast(contrasting *c, const gathered *g, isnad_slice state) {
  isnad_contrast_side *sides = isnad_arena_array(c->story->arena, g->count, sizeof *sides);
  bool grows = true;
  size_t count = 0;
  if (sides == NULL) return isnad_arena_fail(c->err, c->story->arena, "claim");
  for (size_t i = 0; i < g->count; i++) {
    count += contrast_find_side(&sides[count], c->out, g->sides[i]);
    if (i > 0) grows = grows && g->sides[i]->low > g->sides[i - 1]->low && claim_gap(&g->sides[i]->mention, &g->sides[i - 1]->mention) > 0;
  }
  bool speakers = contrast_of_speakers(g->sides, g->count);
  for (size_t i = 0; i < g->count; i++) speakers = speakers && !g->sides[i]->rises; /* "the toll rose": it takes the place of another's */
  if (count >= 2 && !is_one_claim(sides, count))
    c->items[c->out->contrast_count++] =
        (isnad_contrast){.state = state, .sides = sides, .count = count, .grows = grows && !speakers, .opens = true, .speakers = speakers};
  return ISNAD_OK;
}

isnad_status build_contrasts(isnad_claims *out, const claim_story *story, const claim_figures *figures, isnad_err *err) {
  static const char *const states[] = {"dead", "wounded", "missing", "rescued", "arrested", "kidnapped"};
  contrasting c = {.story = story, .figures = figures, .out = out, .err = err};
  isnad_status status = ISNAD_OK;
  c.opens = isnad_arena_array(story->arena, story->count + 1, sizeof *c.opens);
  c.items = isnad_arena_array(story->arena, MOST_CONTRASTS, sizeof *c.items);
  gathered *g = isnad_arena_array(story->arena, 1, sizeof *g);
  if (c.opens == NULL || c.items == NULL || g == NULL) return isnad_arena_fail(err, story->arena, "claim");
  out->contrasts = c.items;
  for (size_t s = 0; s < sizeof states / sizeof states[0]; s++) {
    find_openings(&c, isnad_slice_of(states[s]));
    for (size_t i = 0; status == ISNAD_OK && i < story->count && out->contrast_count < MOST_CONTRASTS; i++) {
      if (c.opens[i] == NULL) continue;
      gather(&c, g, i);
      c.opens[i] = NULL;
      if (g->count > 1) status = add_contrast(&c, g, isnad_slice_of(states[s]));
    }
  }
  return status;
}
