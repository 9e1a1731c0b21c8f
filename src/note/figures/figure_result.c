/* Results of matches told in words: "by two goals to one" is 2-1, "by a clean three" 3-0, "a goal each" 1-1. Nothing is a result unless a word of
 * matches stands before it. */
#include "note/figures/figure.h"

enum { MOST_GOALS = 30, RESULT_NEAR = 2 };

/* The goals of one side, and the token behind them. */
typedef struct side {
  double goals;
  size_t last;
} side;

/* The word for goals at a token: how many it says by itself, 0: none. */
static int goals_of(const figure_scan *f, size_t at) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  if (hit == NULL || figure_side(hit) != ISNAD_BOUNDS_SIDE_RESULT) return 0;
  isnad_bounds_effect effect = figure_effect(hit);
  return effect >= ISNAD_BOUNDS_EFFECT_GOAL && effect <= ISNAD_BOUNDS_EFFECT_SEPTUPLE ? (int)(effect - ISNAD_BOUNDS_EFFECT_GOAL) + 1 : 0;
}

/* "Two goals", "three goals", "a clean three"; behind the first side a number alone too: "by three goals to one". */
static bool side_at(const figure_scan *f, size_t at, bool alone, side *out) {
  number n;
  *out = (side){.goals = goals_of(f, at), .last = at + 1};
  if (out->goals > 0) {
    bool one = out->goals == 1 && number_at(&n, f->tokens, at + 1, f->unit->last) && n.kind == NUMBER_CARDINAL && n.min == 1 && n.max == 1;
    if (one) out->last = n.last; /* "to one goal" */
    return true;
  }
  if (at >= f->unit->last || !number_at(&n, f->tokens, at, f->unit->last) || n.kind != NUMBER_CARDINAL || n.min != n.max || n.max > MOST_GOALS)
    return false;
  bool named = figure_says(f, n.last, ISNAD_BOUNDS_EFFECT_GOALS) || goals_of(f, n.last) == 1; /* 13 goals, in the singular */
  *out = (side){.goals = n.min, .last = n.last + named};
  return named || alone;
}

static bool begins_with_li(const figure_scan *f, size_t at) {
  isnad_slice form = isnad_token_form(f->tokens, at);
  return form.length > 4 && isnad_slice_starts(form, isnad_slice_of("\xD9\x84"));
}

/* The other side behind the first: none at all, as many, or goals of its own. */
static bool other_at(const figure_scan *f, size_t at, double first, side *out) {
  const isnad_phrase *hit = figure_hit(f, at, ISNAD_TABLE_BOUNDS);
  isnad_bounds_effect effect = hit != NULL ? figure_effect(hit) : ISNAD_BOUNDS_EFFECT_SKIP;
  if (hit != NULL && (effect == ISNAD_BOUNDS_EFFECT_CLEAN || effect == ISNAD_BOUNDS_EFFECT_SAME)) {
    *out = (side){.goals = effect == ISNAD_BOUNDS_EFFECT_SAME ? first : 0, .last = at + hit->count};
    return true;
  }
  if (hit != NULL && effect == ISNAD_BOUNDS_EFFECT_AGAINST) {
    if (!side_at(f, at + hit->count, true, out)) return false;
    if (out->goals == 1 && figure_says(f, out->last, ISNAD_BOUNDS_EFFECT_CLEAN)) out->last++; /* "against a lone goal" */
    return true;
  }
  return at < f->unit->last && figure_is_word(f, at) && begins_with_li(f, at) && side_at(f, at, true, out);
}

static size_t give(const figure_scan *f, size_t at, double a, double b, size_t last, figure_item *item) {
  isnad_span span = {f->tokens->items[at].span.begin, f->tokens->items[last - 1].span.end};
  *item = (figure_item){.first = at, .last = last, .after = last, .unit = f->unit_index, .scale = 1, .small = true};
  item->note = (isnad_figure_note){.span = span,
                                   .number = span,
                                   .kind = ISNAD_FIGURE_SCORE,
                                   .qualifier = ISNAD_EXACT,
                                   .min = a < b ? a : b,
                                   .max = a < b ? b : a,
                                   .has_min = true,
                                   .has_max = true,
                                   .times = 1,
                                   .claimant = -1,
                                   .rule = {.name = "result"}};
  return last;
}

/* Whether a word of results stands before, in the sentence: the words that were passed are looked at once. */
static bool was_score(figure_scan *f, size_t at) {
  for (; f->passed < at; f->passed++) {
    if (figure_ends(f, f->passed)) f->score_last = 0;
    if (figure_says(f, f->passed, ISNAD_BOUNDS_EFFECT_SCORE)) f->score_last = f->passed + 1;
  }
  return f->score_last > 0 && at - f->score_last < FIGURE_SCORE_WINDOW;
}

size_t figure_result_at(figure_scan *f, size_t at, figure_item *item) {
  side first, other;
  bool goalless = figure_says(f, at, ISNAD_BOUNDS_EFFECT_GOALLESS);
  if (goalless) return give(f, at, 0, 0, at + figure_hit(f, at, ISNAD_TABLE_BOUNDS)->count, item);
  if (!was_score(f, at)) return at;
  bool told = figure_was_said(f, at, RESULT_NEAR, ISNAD_BOUNDS_EFFECT_SCORE); /* "with the result | 3 to 1" */
  if (!side_at(f, at, told, &first) || !other_at(f, first.last, first.goals, &other)) return at;
  return give(f, at, first.goals, other.goals, other.last, item);
}
