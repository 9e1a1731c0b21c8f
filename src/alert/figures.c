/* Figures of a story that are told with another value than before, by whomever. */
#include "alert/inside.h"

#include "isnad/claim.h"

/* The question that a figure answers, whatever the answers and whoever gives them: it stays the same while reports come. */
static isnad_slice question_of(alert_run *r, const isnad_claim *c) {
  return isnad_arena_printf(r->arena, "%.*s/%.*s/%.*s/%.*s/%.*s", (int)c->measure.length, c->measure.bytes, (int)c->thing.length, c->thing.bytes,
                            (int)c->state.length, c->state.bytes, (int)c->scope.length, c->scope.bytes, (int)c->place.length, c->place.bytes);
}

static isnad_slice version_key(alert_run *r, isnad_slice question, const isnad_claim_version *v) {
  return isnad_arena_printf(r->arena, "%.*s=%.17g..%.17g %.*s", (int)question.length, question.bytes, v->min, v->max, (int)v->qualifier.length,
                            v->qualifier.bytes);
}

typedef struct looking {
  alert_run *r;
  const isnad_claims *claims;
  isnad_slice *questions; /* of each claim; empty: it is no figure */
  bool *known;            /* whether a question was asked before this run */
  isnad_slice story;
} looking;

/* The first mention in a body: it says more than a headline, and who states it. */
static const isnad_claim_mention *telling(const isnad_claim_version *v) {
  for (size_t i = 0; i < v->count; i++)
    if (!v->mentions[i].headline) return &v->mentions[i];
  return &v->mentions[0];
}

static void show(alert_found *found, const isnad_claim_version *v) {
  const isnad_claim_mention *m = telling(v);
  alert_show(found, m->name, m->clause, m->around, m->rule);
}

/* Takes the answers of a claim other than `but` for what was told before; one that this alert knows already counts before one that came with it. */
static isnad_status take_before(looking *l, alert_found *found, size_t claim, const isnad_claim_version *but) {
  const isnad_claim *c = &l->claims->items[claim];
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < c->count; i++) {
    const isnad_claim_version *v = &c->versions[i];
    bool known = false;
    if (v == but || v->count == 0) continue;
    status = alert_knows(&known, l->r, version_key(l->r, l->questions[claim], v));
    if (found->before.length == 0 || known) found->before = v->words;
    show(found, v);
  }
  return status;
}

/* The answers to the same question: of the same claim, and what others state of it. */
static isnad_status find_before(looking *l, alert_found *found, size_t claim, const isnad_claim_version *version) {
  const isnad_claim *c = &l->claims->items[claim];
  isnad_status status = take_before(l, found, claim, version);
  for (size_t i = 0; status == ISNAD_OK && i < c->beside_count; i++) {
    size_t other = c->beside[i].claim;
    if (c->beside[i].why != ISNAD_CLAIM_BESIDE_CLAIMANT || !isnad_slice_equal(l->questions[other], l->questions[claim])) continue;
    status = take_before(l, found, other, version);
  }
  return status;
}

/* A question that was known and is answered anew fires; what has nothing to be compared with is learnt. */
static isnad_status look_at_version(looking *l, size_t claim, const isnad_claim_version *v) {
  alert_run *r = l->r;
  isnad_slice key = version_key(r, l->questions[claim], v);
  alert_found found = {.key = key, .story = l->story, .after = v->words};
  store_article article;
  bool seen = false, fresh = false;
  if (key.length == 0) return isnad_arena_fail(r->err, r->arena, "alert");
  isnad_status status = alert_knows(&seen, r, key);
  if (status != ISNAD_OK || seen || v->count == 0) return status;
  if (!l->known[claim]) return alert_learn(&fresh, r, key);
  show(&found, v);
  found.about = telling(v)->claimant;
  status = find_before(l, &found, claim, v);
  if (status != ISNAD_OK) return status;
  if (found.before.length == 0) return alert_learn(&fresh, r, key);
  status = store_article_get(&article, r->arena, r->store, telling(v)->article, r->err);
  found.article = &article;
  return status == ISNAD_OK ? alert_fire(r, &found) : status;
}

static isnad_status look(looking *l) {
  isnad_status status = ISNAD_OK;
  bool fresh = false;
  for (size_t i = 0; status == ISNAD_OK && i < l->claims->count; i++) {
    if (l->claims->items[i].kind != ISNAD_CLAIM_FIGURE) continue;
    l->questions[i] = question_of(l->r, &l->claims->items[i]);
    if (l->questions[i].length == 0) return isnad_arena_fail(l->r->err, l->r->arena, "alert");
    status = alert_knows(&l->known[i], l->r, l->questions[i]);
  }
  for (size_t i = 0; status == ISNAD_OK && i < l->claims->count; i++) {
    const isnad_claim *c = &l->claims->items[i];
    if (c->kind != ISNAD_CLAIM_FIGURE) continue;
    status = alert_learn(&fresh, l->r, l->questions[i]);
    for (size_t k = 0; status == ISNAD_OK && k < c->count; k++) status = look_at_version(l, i, &c->versions[k]);
  }
  return status;
}

isnad_status alert_look_figures(alert_run *r) {
  store_story story;
  isnad_claims claims = {0};
  looking l = {.r = r, .claims = &claims};
  isnad_status status = alert_story(&story, r);
  if (status == ISNAD_NOT_FOUND && !r->learning) return ISNAD_OK;
  if (status == ISNAD_OK) status = isnad_claims_of_story(&claims, r->arena, r->store, story.id, r->err);
  if (status != ISNAD_OK) return status;
  l.story = story.id;
  l.questions = isnad_arena_array(r->arena, claims.count + 1, sizeof *l.questions);
  l.known = isnad_arena_array(r->arena, claims.count + 1, sizeof *l.known);
  return l.questions != NULL && l.known != NULL ? look(&l) : isnad_arena_fail(r->err, r->arena, "alert");
}
