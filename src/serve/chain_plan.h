/* Where each report of a chain is drawn: lanes of outlets, and a place in time. */
#ifndef ISNAD_SERVE_CHAIN_PLAN_H
#define ISNAD_SERVE_CHAIN_PLAN_H

#include "serve/page.h"

enum { CHAIN_WIDTH = 960, CHAIN_LABELS = 196, CHAIN_RADIUS = 6, CHAIN_LANES = 28, CHAIN_NODES = 90 };

typedef struct chain_node {
  const tree *line;
  isnad_slice name; /* of the outlet or the source */
  isnad_interval when;
  bool held, dated;
  size_t lane;
  int x; /* grows with time, before it is turned round for Arabic */
  const struct chain_node *parent;
  const tree *from; /* the step from the parent */
} chain_node;

typedef struct chain_plan {
  chain_node nodes[CHAIN_NODES];
  size_t count, left_out, lanes;
  isnad_slice lane_names[CHAIN_LANES];
  int64_t first, last; /* times of the dated ones; both 0: none */
  int begin, end;      /* where these times lie */
  int undated;         /* where reports without a date begin, apart from the time; 0: there are none */
} chain_plan;

void chain_plan_make(chain_plan *out, const tree_list *chain);

/* Where a time lies. */
int chain_plan_at(const chain_plan *plan, int64_t time);

/* The step into a line that is believed most; NULL: none is told. */
const tree *chain_main_step(const tree *line);

/* The outlet of a report, or the name of a source that is not held. */
isnad_slice chain_name_of(const tree *line);

#endif
