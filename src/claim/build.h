/* Claims as they are handed out, made of groups. */
#ifndef ISNAD_CLAIM_BUILD_H
#define ISNAD_CLAIM_BUILD_H

#include "chain/origins.h"
#include "claim/groups.h"

typedef struct claim_builder {
  isnad_arena *arena;
  isnad_store *store;
  const claim_story *story;
  const claim_figures *figures;       /* of the story */
  const claim_statements *statements; /* of the story: a figure inside one is its speaker's */
  chain_origins origins;              /* what their counting shares */
  isnad_claim *items;
  size_t count, room;
  const struct claim_wanted *also;
  isnad_err *err;
} claim_builder;

/* What is wanted of the things told, also where one report alone tells it: those of the kinds and subjects of these. */
typedef struct claim_wanted {
  const isnad_prepared_told *items;
  size_t count;
} claim_wanted;

/* isnad_claims_of_story, with what is wanted besides; NULL: nothing. */
isnad_status claims_with_told(isnad_claims *out, isnad_arena *arena, isnad_store *store, isnad_slice story, const claim_wanted *also, isnad_err *err);

/* Room for one more claim; NULL when the arena refuses. */
isnad_claim *build_claim(claim_builder *b, isnad_claim_kind kind);

/* The members of a group, in the order of reports. */
size_t *build_members(claim_builder *b, claim_groups *groups, size_t root, size_t *count);

/* Counts the reports and origins of every version and of the claim, marks versions that stand alone or in headlines only or were copied with a
 * change, and gives the claim its id. `versions` are the claim's own, with their mentions. */
isnad_status build_finish(claim_builder *b, isnad_claim *claim, isnad_claim_version *versions);

/* Whether some text bears out a version of the claim that headlines alone tell: the body under a headline tells another version that may be the same,
 * or has the number, or most of the words; of a headline in a list any body that tells the claim (headline.c). */
bool headline_borne_out(claim_builder *b, const isnad_claim *c, const isnad_claim_version *all, const isnad_claim_version *v);

isnad_status build_figures(claim_builder *b, const claim_figures *figures, claim_figure_groups *groups);
isnad_status build_statements(claim_builder *b, const claim_statements *statements, claim_statement_groups *groups);
isnad_status build_told(claim_builder *b, const claim_tolds *told);

#endif
