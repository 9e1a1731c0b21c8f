/* Things that answer one question, joined step by step (union-find), and the members of each group. */
#ifndef ISNAD_CLAIM_GROUPS_H
#define ISNAD_CLAIM_GROUPS_H

#include "claim/rows.h"

typedef struct claim_groups {
  size_t *up;   /* a smaller member of the group, or itself */
  size_t *next; /* the next member of its group, in a ring */
  size_t count;
} claim_groups;

bool groups_new(claim_groups *out, isnad_arena *arena, size_t count);
size_t groups_root(claim_groups *g, size_t at);
void groups_join(claim_groups *g, size_t a, size_t b);

/* A pair that may be joined, and how much speaks for it. */
typedef struct claim_pair {
  size_t a, b;
  double score;
} claim_pair;

typedef struct claim_pairs {
  isnad_arena *arena;
  claim_pair *items;
  size_t count, room;
  bool failed;
} claim_pairs;

void pairs_add(claim_pairs *out, size_t a, size_t b, double score);

/* The best first, ties by the members: the order of joining depends on the set alone. */
void pairs_sort(claim_pairs *pairs);

/* --- figures (figures.c) --- */

/* What was seen of the pairs that are not joined. */
typedef struct claim_apart {
  size_t a, b;
  isnad_claim_beside why;
} claim_apart;

typedef struct claim_figure_groups {
  claim_groups groups;
  claim_apart *apart;
  size_t apart_count, apart_room;
  claim_pairs contend; /* two speakers who answer one question otherwise */
  claim_pairs aside;   /* not joined, but told of one matter: to be shown side by side */
} claim_figure_groups;

/* Joins figures that answer one question. */
isnad_status claim_group_figures(claim_figure_groups *out, const claim_story *story, const claim_figures *figures, isnad_err *err);

/* --- statements (statements.c) --- */

typedef struct claim_statement_groups {
  claim_groups groups;
  size_t *denied_by; /* by statement: one that denies it, else SIZE_MAX */
} claim_statement_groups;

/* Pairs each denial with the statement that says most of what it denies (denials.c). */
void claim_pair_denials(claim_statement_groups *out, isnad_arena *arena, const claim_statements *statements);

/* Whether two speakers are persons of whom neither name is the other's: each has an id of a person or a first name, and a word of one is not the
 * other's (contrast_speakers.c). */
bool claim_two_persons(isnad_arena *arena, const isnad_claim_mention *a, const isnad_claim_mention *b);

isnad_status claim_group_statements(claim_statement_groups *out, const claim_story *story, const claim_statements *statements, isnad_err *err);

#endif
