/* The claims of one story, from its rows to their order. */
#include "claim/contrasts.h"

#include <stdlib.h>
#include <string.h>

/* Which claim comes first: figures, statements, the rest; then by reports, first appearance, name. */
typedef struct ranking {
  const isnad_claim *claim;
  size_t index;
} ranking;

static int by_rank(const void *left, const void *right) {
  const isnad_claim *a = ((const ranking *)left)->claim, *b = ((const ranking *)right)->claim;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  if (a->reports != b->reports) return a->reports > b->reports ? -1 : 1;
  const isnad_claim_mention *m = &a->versions[a->first].mentions[0], *n = &b->versions[b->first].mentions[0];
  bool dated = m->published.from < m->published.to, other = n->published.from < n->published.to;
  if (dated != other) return dated ? -1 : 1;
  if (dated && m->published.from != n->published.from) return m->published.from < n->published.from ? -1 : 1;
  int order = isnad_slice_compare(m->name, n->name);
  if (order != 0) return order;
  if (m->span.begin != n->span.begin) return m->span.begin < n->span.begin ? -1 : 1;
  return strcmp(a->id, b->id);
}

static void move_indexes(isnad_claim *c, const size_t *to) {
  size_t *parts = (size_t *)c->parts;
  isnad_claim_neighbour *beside = (isnad_claim_neighbour *)c->beside;
  for (size_t i = 0; i < c->part_count; i++) parts[i] = to[parts[i]];
  for (size_t i = 0; i < c->beside_count; i++) beside[i].claim = to[beside[i].claim];
  if (c->denied_by != SIZE_MAX) c->denied_by = to[c->denied_by];
}

static isnad_status sort_claims(isnad_claims *out, claim_builder *b) {
  ranking *order = isnad_arena_array(b->arena, b->count + 1, sizeof *order);
  isnad_claim *items = isnad_arena_array(b->arena, b->count + 1, sizeof *items);
  size_t *to = isnad_arena_array(b->arena, b->count + 1, sizeof *to);
  if (order == NULL || items == NULL || to == NULL) return isnad_arena_fail(b->err, b->arena, "claim");
  for (size_t i = 0; i < b->count; i++) order[i] = (ranking){&b->items[i], i};
  if (b->count > 1) qsort(order, b->count, sizeof *order, by_rank);
  for (size_t i = 0; i < b->count; i++) {
    items[i] = *order[i].claim;
    to[order[i].index] = i;
  }
  for (size_t i = 0; i < b->count; i++) move_indexes(&items[i], to);
  *out = (isnad_claims){.items = items, .count = b->count};
  return ISNAD_OK;
}

/* What was read of a story, and how it is grouped. */
typedef struct claim_parts {
  claim_figures figures;
  claim_statements statements;
  claim_tolds told;
  claim_figure_groups by_question;
  claim_statement_groups by_utterance;
} claim_parts;

static isnad_status build_all(isnad_claims *out, const claim_story *story, claim_parts *parts, const claim_wanted *also, isnad_err *err) {
  claim_builder b = {.arena = story->arena,
                     .store = story->store,
                     .story = story,
                     .figures = &parts->figures,
                     .statements = &parts->statements,
                     .also = also,
                     .err = err};
  isnad_status status = chain_origins_open(&b.origins, story->arena, story->store, err);
  if (status == ISNAD_OK) status = build_figures(&b, &parts->figures, &parts->by_question);
  if (status == ISNAD_OK) status = build_statements(&b, &parts->statements, &parts->by_utterance);
  if (status == ISNAD_OK) status = build_told(&b, &parts->told);
  if (status == ISNAD_OK) status = sort_claims(out, &b);
  if (status == ISNAD_OK) status = build_contrasts(out, story, &parts->figures, err);
  if (status == ISNAD_OK) status = build_figure_contrasts(out, story, &parts->figures, &parts->by_question, err);
  if (status == ISNAD_OK) status = build_speaker_contrasts(out, story, &parts->statements, err);
  chain_origins_close(&b.origins);
  return status;
}

isnad_status claims_with_told(isnad_claims *out, isnad_arena *arena, isnad_store *store, isnad_slice story, const claim_wanted *also,
                              isnad_err *err) {
  claim_story s;
  store_story found;
  claim_parts parts = {.figures = {0}};
  *out = (isnad_claims){.items = NULL};
  isnad_status status = store_story_find(&found, arena, store, story, err);
  if (status == ISNAD_OK) status = claim_load_story(&s, arena, store, found.id, err);
  if (status == ISNAD_OK) status = claim_load_figures(&parts.figures, &s, err);
  if (status == ISNAD_OK) status = claim_load_statements(&parts.statements, &s, err);
  if (status == ISNAD_OK) claim_find_numbers(&parts.statements, &parts.figures);
  if (status == ISNAD_OK) status = claim_load_told(&parts.told, &s, err);
  if (status == ISNAD_OK) status = claim_group_figures(&parts.by_question, &s, &parts.figures, err);
  if (status == ISNAD_OK) status = claim_group_statements(&parts.by_utterance, &s, &parts.statements, err);
  return status == ISNAD_OK ? build_all(out, &s, &parts, also, err) : status;
}

isnad_status isnad_claims_of_story(isnad_claims *out, isnad_arena *arena, isnad_store *store, isnad_slice story, isnad_err *err) {
  return claims_with_told(out, arena, store, story, NULL, err);
}

const char *isnad_claim_kind_name(isnad_claim_kind kind) {
  static const char *const names[] = {"figure", "statement", "place", "office", "date", "name", "minute"};
  return names[kind];
}

const char *isnad_claim_match_name(isnad_claim_match match) {
  static const char *const names[] = {"agrees", "opposite", "differs", "near", "told", "untold"};
  return names[match];
}

const char *isnad_claim_point_name(isnad_claim_point point) {
  static const char *const names[] = {"none", "number", "speaker", "doer", "nation", "place", "day", "office"};
  return names[point];
}

const char *isnad_verdict_name(isnad_verdict verdict) {
  static const char *const names[] = {"single", "agree", "bounds", "sum", "revised", "denied", "differ"};
  return names[verdict];
}

const char *isnad_claim_beside_name(isnad_claim_beside why) {
  static const char *const names[] = {"claimant", "place", "time", "scope", "thing", "state", "witness"};
  return names[why];
}
