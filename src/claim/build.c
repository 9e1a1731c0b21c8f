#include "claim/build.h"

#include "base/hash.h"

#include <stdio.h>
#include <stdlib.h>

isnad_claim *build_claim(claim_builder *b, isnad_claim_kind kind) {
  if (b->count == b->room) {
    isnad_claim *more = isnad_arena_grow(b->arena, b->items, b->room, b->room * 2 + 64, sizeof *more);
    if (more == NULL) return NULL;
    b->items = more;
    b->room = b->room * 2 + 64;
  }
  isnad_claim *claim = &b->items[b->count++];
  *claim = (isnad_claim){.kind = kind, .denied_by = SIZE_MAX};
  return claim;
}

static int by_index(const void *a, const void *b) {
  size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return (x > y) - (x < y);
}

size_t *build_members(claim_builder *b, claim_groups *groups, size_t root, size_t *count) {
  size_t at = root, found = 0;
  *count = 0;
  do (*count)++;
  while ((at = groups->next[at]) != root);
  size_t *members = isnad_arena_array(b->arena, *count, sizeof *members);
  if (members == NULL) return NULL;
  do members[found++] = at;
  while ((at = groups->next[at]) != root);
  if (*count > 1) qsort(members, *count, sizeof *members, by_index);
  return members;
}

/* --- what stands behind a version --- */

/* A headline says what the body tells with its source. */
static bool is_told_in_body(const isnad_claim_version *all, size_t count, int64_t article) {
  for (size_t v = 0; v < count; v++)
    for (size_t i = 0; i < all[v].count; i++)
      if (all[v].mentions[i].article == article && !all[v].mentions[i].headline) return true;
  return false;
}

/* Of the places where one report tells a version the one that says most of where it has it: with a claimant before without, in the body
 * before in the headline. */
static const isnad_claim_mention *best_mention(const isnad_claim_mention *mentions, size_t count) {
  const isnad_claim_mention *best = mentions;
  for (const isnad_claim_mention *m = mentions; m < mentions + count; m++) {
    bool body = best->headline && !m->headline, named = best->claimant.length == 0 && m->claimant.length > 0 && best->headline == m->headline;
    if (body || named) best = m;
  }
  return best;
}

/* The words that tell a mention: its clause; of one inside a statement no more of the clause than the statement, for the rest is others'. */
static isnad_span told_words(const claim_builder *b, const isnad_claim_mention *m) {
  isnad_span words = m->clause;
  const uint64_t *place = map_get(&b->story->places, (uint64_t)m->article);
  size_t low = 0, high = b->statements->count;
  while (place != NULL && low < high) { /* statements are by report */
    size_t middle = low + (high - low) / 2;
    if (b->statements->items[middle].report < *place - 1)
      low = middle + 1;
    else
      high = middle;
  }
  for (size_t i = low; place != NULL && i < b->statements->count && b->statements->items[i].report == *place - 1; i++) {
    isnad_span said = b->statements->items[i].mention.span;
    if (b->statements->items[i].piece_of != i || said.begin > m->span.begin || said.end < m->span.end) continue;
    if (said.begin > words.begin) words.begin = said.begin;
    if (said.end < words.end) words.end = said.end;
  }
  return words;
}

static isnad_carrier carrier_of(const claim_builder *b, const isnad_claim *c, const isnad_claim_mention *m) {
  isnad_carrier out = {.article = m->article, .words = told_words(b, m)};
  if (c->kind == ISNAD_CLAIM_FIGURE && !m->anonymous && !m->carrier) {
    out.counts = m->claimant;
    out.counts_id = m->claimant_id;
  }
  return out;
}

static isnad_status find_origins(claim_builder *b, isnad_origins *out, const isnad_claim *c, const isnad_claim_version *all,
                                 const isnad_claim_version *versions, size_t count) {
  size_t most = 0, used = 0;
  for (size_t v = 0; v < count; v++) most += versions[v].count;
  isnad_carrier *carriers = isnad_arena_array(b->arena, most + 1, sizeof *carriers);
  if (carriers == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t v = 0; v < count; v++)
    for (size_t first = 0, last = 0; first < versions[v].count; first = last) {
      for (last = first; last < versions[v].count && versions[v].mentions[last].article == versions[v].mentions[first].article; last++) continue;
      const isnad_claim_mention *m = best_mention(&versions[v].mentions[first], last - first);
      if (!m->headline || !is_told_in_body(all, c->count, m->article)) carriers[used++] = carrier_of(b, c, m);
    }
  if (used == 0 && count == 1 && versions[0].count > 0) /* told in headlines over bodies that tell another version */
    carriers[used++] = (isnad_carrier){.article = versions[0].mentions[0].article, .words = versions[0].mentions[0].clause};
  return chain_origins_of(out, &b->origins, b->arena, carriers, used, b->err);
}

static void mark_version(claim_builder *b, const isnad_claim *c, const isnad_claim_version *all, isnad_claim_version *v) {
  bool in_body = false, named = false, unnamed = false;
  for (size_t i = 0; i < v->count; i++) {
    const isnad_claim_mention *m = &v->mentions[i];
    in_body = in_body || !m->headline;
    named = named || (m->claimant.length > 0 && !m->anonymous);
    unnamed = unnamed || m->anonymous;
  }
  v->headline_only = !in_body && !headline_borne_out(b, c, all, v);
  v->anonymous = unnamed && !named;
}

/* Different texts that tell some versions: a text told twice is no further report,
 * nor is an item of a list. */
static bool count_reports(claim_builder *b, size_t *out, const isnad_claim_version *versions, size_t count) {
  map texts;
  isnad_arena_reset(b->origins.scratch);
  if (!map_new(&texts, b->origins.scratch, 16)) return false;
  for (size_t v = 0; v < count; v++)
    for (size_t i = 0; i < versions[v].count; i++) {
      const isnad_claim_mention *m = &versions[v].mentions[i];
      const uint64_t *place = map_get(&b->story->places, (uint64_t)m->article);
      if (m->bare || place == NULL) continue;
      if (map_put(&texts, b->story->reports[*place - 1].article.body_hash) == NULL) return false;
    }
  *out = texts.count;
  return true;
}

static bool tells(const isnad_claim_version *v, int64_t article) {
  for (size_t i = 0; i < v->count; i++)
    if (v->mentions[i].article == article) return true;
  return false;
}

/* An outlet that brings its own text up to date copies nobody. */
static bool same_outlet(const claim_builder *b, const claim_report *r, int64_t parent) {
  const uint64_t *place = map_get(&b->story->places, (uint64_t)parent);
  if (place == NULL) return false;
  const store_article *a = &r->article, *other = &b->story->reports[*place - 1].article;
  if (a->outlet.length > 0 || other->outlet.length > 0) return isnad_slice_equal(a->outlet, other->outlet);
  return a->outlet_name.length > 0 && isnad_slice_equal(a->outlet_name, other->outlet_name);
}

/* The first report that tells this version took its text from one that tells another, and not this one. */
static bool is_altered(const claim_builder *b, const isnad_claim *c, const isnad_claim_version *versions, size_t at) {
  const uint64_t *place = map_get(&b->story->places, (uint64_t)versions[at].mentions[0].article);
  const claim_report *r = place != NULL ? &b->story->reports[*place - 1] : NULL;
  for (size_t e = 0; r != NULL && e < r->edge_count; e++) {
    const store_edge *edge = &r->edges[e];
    if (edge->parent == 0 || !edge->directed || same_outlet(b, r, edge->parent) || isnad_slice_equal(edge->kind, isnad_slice_of("declared")) ||
        tells(&versions[at], edge->parent))
      continue;
    for (size_t v = 0; v < c->count; v++)
      if (v != at && tells(&versions[v], edge->parent)) return true;
  }
  return false;
}

static bool earlier(const isnad_claim_mention *a, const isnad_claim_mention *b) {
  if (a->bare != b->bare) return b->bare;
  bool dated = a->published.from < a->published.to, other = b->published.from < b->published.to;
  if (dated != other) return dated;
  if (dated && a->published.from != b->published.from) return a->published.from < b->published.from;
  return isnad_slice_compare(a->name, b->name) < 0;
}

static void name_claim(isnad_claim *c) {
  const isnad_claim_mention *m = &c->versions[c->first].mentions[0];
  uint64_t h = hash64_seeded(m->name, (uint64_t)m->span.begin << 3 | (uint64_t)c->kind);
  snprintf(c->id, sizeof c->id, "c%016llx", (unsigned long long)h);
}

isnad_status build_finish(claim_builder *b, isnad_claim *claim, isnad_claim_version *versions) {
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++) {
    mark_version(b, claim, versions, &versions[v]);
    if (!count_reports(b, &versions[v].reports, &versions[v], 1)) return isnad_arena_fail(b->err, b->arena, "claim");
    versions[v].altered = claim->count > 1 && is_altered(b, claim, versions, v);
    status = find_origins(b, &versions[v].origins, claim, versions, &versions[v], 1);
    versions[v].single = versions[v].origins.possible <= 1;
    if (earlier(&versions[v].mentions[0], &versions[claim->first].mentions[0])) claim->first = v;
  }
  claim->versions = versions;
  if (!count_reports(b, &claim->reports, versions, claim->count)) return isnad_arena_fail(b->err, b->arena, "claim");
  if (status == ISNAD_OK && claim->count > 1) status = find_origins(b, &claim->origins, claim, versions, versions, claim->count);
  if (claim->count == 1) claim->origins = versions[0].origins;
  name_claim(claim);
  return status;
}
