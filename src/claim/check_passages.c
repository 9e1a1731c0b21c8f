/* A sentence held against the sentences of reports: what is narrated and nobody claims. */
#include "claim/check_judge.h"

enum { MOST_PASSAGES = 3, LEAST_WORDS = 2 };

/* How much of it a sentence must tell to agree, and to be told at all. */
static const double tells_all = 0.8, tells_part = 0.6;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

/* Whether an answer that says more than a part stands in the sentence already. */
static bool is_answered(const check_looking *l, const check_page *page, isnad_span sentence) {
  for (size_t i = 0; i < l->out->count; i++) {
    const isnad_claim_answer *a = &l->out->items[i];
    if (a->match == ISNAD_MATCH_NEAR || a->claim == SIZE_MAX) continue;
    const isnad_claim_version *v = &a->claims.items[a->claim].versions[a->version];
    for (size_t m = 0; m < v->count; m++)
      if (v->mentions[m].article == page->article.id && v->mentions[m].span.begin < sentence.end && v->mentions[m].span.end > sentence.begin)
        return true;
  }
  return false;
}

/* A number that is read as no figure and does not stand on the page's sentence. */
static isnad_slice untold_number(const check_looking *l, const check_scene *scene) {
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    isnad_span span = l->ask.tokens->items[w->first].span;
    if (l->ask.tokens->items[w->first].kind != ISNAD_TOKEN_NUMBER) continue;
    if (!check_word_in(w, scene->page, 0, scene->page->tokens.count)) return isnad_slice_at(l->ask.page.text, span);
  }
  return (isnad_slice){NULL, 0};
}

/* Two results, two ages, two times: whose the one that is asked for is cannot be told. */
static bool tells_two(const check_looking *l, const check_scene *scene) {
  static const char *const measures[] = {"score", "age", "months", "duration"};
  isnad_span span = {scene->page->sentences[scene->from].span.begin, scene->page->sentences[scene->to - 1].span.end};
  for (size_t k = 0; k < sizeof measures / sizeof measures[0]; k++) {
    bool asked = false;
    double low = 0;
    size_t count = 0;
    for (size_t i = 0; i < l->ask.article.figure_count; i++) asked = asked || is(l->ask.prepared.figures[i].measure, measures[k]);
    for (size_t i = 0; asked && i < scene->page->number_count; i++) {
      const check_number *n = &scene->page->numbers[i];
      if (!is(n->measure, measures[k]) || n->span.begin < span.begin || n->span.end > span.end) continue;
      if (count++ > 0 && n->low != low) return true;
      low = n->low;
    }
  }
  return false;
}

static bool judge_page(isnad_claim_answer *out, check_looking *l, const check_scene *scene) {
  check_reading r;
  if (l->ask.word_count < LEAST_WORDS) return false;
  check_read(&r, l, check_whole(l), scene);
  out->fit = r.fit;
  isnad_slice untold = check_untold(l, scene, SIZE_MAX, check_whole(l)), number = untold_number(l, scene);
  if (untold.length == 0) untold = number;
  bool event = r.others_met && r.matter >= tells_part;
  if (!event && r.fit < tells_part) return false;
  if (r.opposite && check_mostly_named(&r) && r.matter >= CHECK_SAYS_MOST && untold.length == 0 && r.inside >= CHECK_SAYS_PART)
    out->match = ISNAD_MATCH_OPPOSITE;
  else if (r.point != ISNAD_POINT_NONE && event && untold.length == 0)
    check_differs(out, r.point, r.instead);
  else if (r.matter >= tells_all && r.inside >= tells_part && 2 * r.own >= r.names && check_all_named(&r) && untold.length == 0 && !r.opposite &&
           !r.doubtful && !tells_two(l, scene))
    out->match = ISNAD_MATCH_AGREES;
  else
    check_near(out, check_lacks(l, &r, untold, check_whole(l), scene));
  return true;
}

/* Marks the figures that a sentence tells as answered. */
static void note_told(check_looking *l, const check_scene *scene) {
  for (size_t i = 0; i < l->ask.article.figure_count; i++) {
    claim_figure figure = check_asked_figure(&l->ask.article.figures[i], &l->ask.prepared.figures[i]);
    l->answered[i] = l->answered[i] || check_tells_number(scene, &figure, l->ask.prepared.figures[i].factor);
  }
}

/* One sentence of each story, the best. */
isnad_status check_judge_pages(check_looking *l) {
  isnad_status status = ISNAD_OK;
  size_t told = 0;
  for (size_t s = 0; s < l->story_count && told < MOST_PASSAGES; s++)
    for (size_t i = 0; status == ISNAD_OK && i < l->page_count; i++) {
      const check_page *p = l->pages[i];
      if (!isnad_slice_equal(p->article.story, l->stories[s].id) || p->sentence_count == 0) continue;
      check_scene scene = check_scene_at(p, p->best);
      scene.alone = true;
      const check_sentence *at = &p->sentences[p->best];
      isnad_claim_answer answer = {.story = l->stories[s].id, .claims = l->stories[s].claims, .claim = SIZE_MAX};
      if (is_answered(l, p, at->span)) break;
      if (!judge_page(&answer, l, &scene)) continue;
      isnad_slice outlet = p->article.outlet_name.length > 0 ? p->article.outlet_name : p->article.outlet;
      answer.passage = (isnad_claim_passage){p->article.name, outlet, p->article.published, at->span, isnad_slice_at(p->text, at->span)};
      status = check_add(l, &answer);
      note_told(l, &scene);
      told++;
      break;
    }
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.article.figure_count; i++)
    if (!l->answered[i]) status = check_add_unanswered(l, isnad_slice_at(l->ask.page.text, l->ask.article.figures[i].span));
  return status;
}
