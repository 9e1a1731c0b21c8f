/* How far the claims of a story, and the sentences of its reports, meet a sentence: what is said to agree must say all of it. */
#include "claim/check_judge.h"

enum { MOST_MENTIONS = 4 };

check_range check_whole(const check_looking *l) { return (check_range){0, l->ask.tokens->count, SIZE_MAX}; }

bool check_all_named(const check_reading *r) { return r->missing.length == 0; }

bool check_mostly_named(const check_reading *r) { return r->met * 3 >= r->names * 2; }

isnad_slice check_untold(const check_looking *l, const check_scene *scene, size_t own, check_range asked) {
  const isnad_article *a = &l->ask.article;
  for (size_t i = 0; i < a->figure_count; i++) {
    const isnad_figure_note *f = &a->figures[i];
    size_t at = isnad_tokens_seek(l->ask.tokens, f->number.begin);
    bool vague = f->qualifier == ISNAD_APPROX && f->min != f->max;
    if (i == own || vague || f->kind == ISNAD_FIGURE_ORDINAL || at < asked.first || at >= asked.last) continue;
    claim_figure figure = check_asked_figure(f, &l->ask.prepared.figures[i]);
    if (!check_tells_number(scene, &figure, l->ask.prepared.figures[i].factor)) return isnad_slice_at(l->ask.page.text, f->span);
  }
  return (isnad_slice){NULL, 0};
}

static bool better(const check_reading *a, const check_reading *b) {
  if ((a->point == ISNAD_POINT_NONE) != (b->point == ISNAD_POINT_NONE)) return a->point == ISNAD_POINT_NONE;
  return a->fit > b->fit;
}

isnad_status check_read_version(best_reading *out, check_looking *l, const isnad_claim_version *v) {
  isnad_status status = ISNAD_OK;
  for (size_t m = 0; status == ISNAD_OK && m < v->count && m < MOST_MENTIONS; m++) {
    check_page *page = NULL;
    check_reading reading;
    status = check_page_of(&page, l, v->mentions[m].article);
    if (status != ISNAD_OK) return status;
    check_scene scene = check_scene_of(page, v->mentions[m].span);
    if (scene.from == scene.to) continue;
    scene.first = page->sentences[scene.from].first;
    scene.last = page->sentences[scene.to - 1].last;
    check_read(&reading, l, check_whole(l), &scene);
    if (!out->any || better(&reading, &out->reading)) *out = (best_reading){reading, scene, true};
  }
  return status;
}

void check_differs(isnad_claim_answer *out, isnad_claim_point point, isnad_slice instead) {
  out->match = ISNAD_MATCH_DIFFERS;
  out->point = point;
  out->instead = instead;
  out->missing = (isnad_slice){NULL, 0};
}

void check_near(isnad_claim_answer *out, isnad_slice missing) {
  out->match = ISNAD_MATCH_NEAR;
  out->missing = missing;
}

isnad_slice check_lacks(check_looking *l, const check_reading *r, isnad_slice untold, check_range asked, const check_scene *scene) {
  if (untold.length > 0) return untold;
  if (r->missing.length > 0) return r->missing;
  isnad_slice words = check_words_missing(l, asked, scene);
  return words.length == 0 && r->doubtful ? r->doubt : words;
}
