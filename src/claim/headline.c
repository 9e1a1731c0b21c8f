/* Whether a text bears out what a headline says. To say of an outlet that it has not is to accuse it: where in doubt it has. */
#include "claim/build.h"
#include "claim/stems.h"
#include "claim/values.h"

/* How much of a headline's statement must stand below it. */
static const double most_words = 0.6;

static const claim_report *report_of(const claim_builder *b, int64_t article, size_t *index) {
  const uint64_t *place = map_get(&b->story->places, (uint64_t)article);
  if (place == NULL) return NULL;
  *index = (size_t)*place - 1;
  return &b->story->reports[*index];
}

/* A version that may be what another says: another wording, a number that meets. */
static bool may_be_one(const isnad_claim *c, const isnad_claim_version *v, const isnad_claim_version *w) {
  if (v == w || c->kind == ISNAD_CLAIM_STATEMENT) return true;
  if (c->kind != ISNAD_CLAIM_FIGURE) return false;
  claim_figure a = claim_version_value(v, c->measure, 1), b = claim_version_value(w, c->measure, 1);
  return claim_values_agree(&a, &b);
}

/* Each word of the page by its root. */
static bool collect_roots(map *roots, isnad_arena *scratch, isnad_slice text) {
  isnad_tokens page;
  if (isnad_arabic_tokens(&page, scratch, text, NULL) != ISNAD_OK || !map_new(roots, scratch, page.count)) return false;
  for (size_t i = 0; i < page.count; i++)
    if (page.items[i].kind != ISNAD_TOKEN_PUNCT && map_put(roots, claim_root(isnad_token_form(&page, i))) == NULL) return false;
  return true;
}

/* Most of the words of the statement stand in its page outside the headline. Short of memory: they do. */
static bool words_stand(claim_builder *b, const claim_report *r, const isnad_claim_mention *m) {
  isnad_arena *scratch = b->origins.scratch;
  isnad_tokens said;
  map roots;
  size_t from = r->headline.end < r->text.length ? r->headline.end : 0, words = 0, found = 0;
  isnad_arena_reset(scratch);
  if (isnad_arabic_tokens(&said, scratch, m->words, NULL) != ISNAD_OK) return true;
  if (!collect_roots(&roots, scratch, (isnad_slice){r->text.bytes + from, r->text.length - from})) return true;
  for (size_t i = 0; i < said.count; i++) {
    if (said.items[i].kind == ISNAD_TOKEN_PUNCT) continue;
    words++;
    found += map_get(&roots, claim_root(isnad_token_form(&said, i))) != NULL;
  }
  return words > 0 && (double)found >= most_words * (double)words;
}

/* The body has a number that meets the version's. */
static bool number_stands(const claim_builder *b, const isnad_claim *c, const isnad_claim_version *v, size_t report) {
  for (size_t i = 0; i < b->figures->count; i++) {
    const claim_figure *f = &b->figures->items[i];
    if (f->report != report || f->mention.headline || !isnad_slice_equal(f->measure, c->measure)) continue;
    claim_figure own = claim_version_value(v, c->measure, f->factor);
    if (claim_values_agree(&own, f)) return true;
  }
  return false;
}

static bool told_by_text(const isnad_claim_version *w, const isnad_claim_mention *m) {
  for (size_t k = 0; k < w->count; k++)
    if (!w->mentions[k].headline && (m->bare || w->mentions[k].article == m->article)) return true;
  return false;
}

bool headline_borne_out(claim_builder *b, const isnad_claim *c, const isnad_claim_version *all, const isnad_claim_version *v) {
  for (size_t i = 0; i < v->count; i++) {
    const isnad_claim_mention *m = &v->mentions[i];
    size_t report = 0;
    for (size_t w = 0; w < c->count; w++)
      if (may_be_one(c, v, &all[w]) && told_by_text(&all[w], m)) return true;
    const claim_report *r = report_of(b, m->article, &report);
    if (r == NULL || m->bare) continue;
    if (words_stand(b, r, m) || (c->kind == ISNAD_CLAIM_FIGURE && number_stands(b, c, v, report))) return true;
  }
  return false;
}
