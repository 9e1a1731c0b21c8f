/* The figures of a sentence held against the figure claims of a story. */
#include "claim/check_judge.h"

/* What is asked where nobody is named: the words alone tell the event. */
static const double same_matter = 0.5;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* "Dozens" is no answer to how many. */
static bool is_vague(const isnad_claim *c) {
  for (size_t v = 0; v < c->count; v++)
    if (c->versions[v].min == c->versions[v].max || !is(c->versions[v].qualifier, "approx")) return false;
  return true;
}

/* A part is asked for as a part, a sum as a sum; the very number answers however it stands to others. */
static bool same_scope(const claim_figure *asked, const isnad_claim *c, bool equal) {
  bool loose = c->scope.length == 0 || is(c->scope, "other");
  return loose || equal || isnad_slice_equal(asked->scope, c->scope);
}

static bool answers(const claim_figure *asked, const isnad_claim *c, bool equal) {
  if (c->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(c->measure, asked->measure) || is_vague(c) || !same_scope(asked, c, equal)) return false;
  if (asked->toll) return isnad_slice_equal(c->state, asked->state);
  bool thing = isnad_slice_equal(c->thing, asked->thing) || (equal && (c->thing.length == 0 || asked->thing.length == 0));
  return thing && (asked->state.length == 0 || c->state.length == 0 || isnad_slice_equal(c->state, asked->state));
}

/* False: it answers nothing. */
static bool judge_figure(isnad_claim_answer *out, check_looking *l, const best_reading *best, check_value value, size_t own) {
  const check_reading *r = &best->reading;
  bool event = r->others_met && r->matter >= CHECK_SAME_EVENT;
  out->fit = r->fit;
  if (value == CHECK_OTHER) {
    claim_figure asked = check_asked_figure(&l->ask.article.figures[own], &l->ask.prepared.figures[own]);
    double matter = r->names > 0 ? CHECK_SAME_EVENT : CHECK_SAYS_MOST,
           inside = r->names > 0 ? CHECK_TOLD_INSIDE : same_matter; /* nobody is named: the words alone */
    bool same = check_all_named(r) && r->matter >= matter && r->inside >= inside && !r->opposite;
    check_differs(out, ISNAD_POINT_NUMBER, (isnad_slice){NULL, 0});
    bool won = !is(asked.measure, "score") || !r->doubtful;
    return same && won && (r->point == ISNAD_POINT_NONE || r->point == ISNAD_POINT_NUMBER) &&
           !check_tells_number(&best->scene, &asked, l->ask.prepared.figures[own].factor);
  }
  if (r->opposite && event && check_all_named(r) && value == CHECK_EQUAL) {
    out->match = ISNAD_MATCH_OPPOSITE;
    return true;
  }
  isnad_slice untold = check_untold(l, &best->scene, own, check_whole(l));
  if (r->point != ISNAD_POINT_NONE && event && untold.length == 0)
    check_differs(out, r->point, r->instead);
  else if (value == CHECK_EQUAL && check_all_named(r) && untold.length == 0 && r->matter >= CHECK_SAME_EVENT && r->inside >= CHECK_TOLD_INSIDE &&
           r->point == ISNAD_POINT_NONE && !r->opposite && !r->doubtful)
    out->match = ISNAD_MATCH_AGREES;
  else
    check_near(out, check_lacks(l, r, untold, check_whole(l), &best->scene));
  return true;
}

static isnad_status answer_figure(check_looking *l, const check_story *story, size_t own) {
  const isnad_prepared_figure *prepared = &l->ask.prepared.figures[own];
  claim_figure asked = check_asked_figure(&l->ask.article.figures[own], prepared);
  isnad_status status = ISNAD_OK;
  for (size_t c = 0; status == ISNAD_OK && c < story->claims.count; c++) {
    const isnad_claim *claim = &story->claims.items[c];
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c};
    best_reading best = {.any = false};
    check_value value = check_value_in(&asked, claim, prepared->factor, &answer.version);
    if (!answers(&asked, claim, value == CHECK_EQUAL)) continue;
    for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++)
      if (value == CHECK_OTHER || v == answer.version) status = check_read_version(&best, l, &claim->versions[v]);
    if (status != ISNAD_OK || !best.any || !judge_figure(&answer, l, &best, value, own)) continue;
    l->answered[own] = true;
    status = check_add(l, &answer);
  }
  return status;
}

/* How long something took beside a number that it took is no answer of its own. */
static bool asks_alone(const check_looking *l, size_t own) {
  const isnad_article *a = &l->ask.article;
  if (a->figures[own].qualifier == ISNAD_APPROX && a->figures[own].min != a->figures[own].max) return false; /* "dozens" */
  if (a->figures[own].kind == ISNAD_FIGURE_ORDINAL) return a->figures[own].max >= CHECK_LOWEST_RANK;
  if (a->figures[own].kind != ISNAD_FIGURE_DURATION) return true;
  for (size_t i = 0; i < a->figure_count; i++)
    if (a->figures[i].kind != ISNAD_FIGURE_DURATION && a->figures[i].kind != ISNAD_FIGURE_ORDINAL) return false;
  return true;
}

isnad_status check_judge_figures(check_looking *l) {
  isnad_status status = ISNAD_OK;
  l->answered = isnad_arena_array(l->arena, l->ask.article.figure_count + 1, sizeof *l->answered);
  if (l->answered == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.article.figure_count; i++) {
    l->answered[i] = !asks_alone(l, i);
    if (l->answered[i]) continue;
    for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++) status = answer_figure(l, &l->stories[s], i);
  }
  return status;
}
