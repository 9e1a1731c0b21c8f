/* Steps of transmission and shared passages as rows, for the view. */
#ifndef ISNAD_STORE_EDGES_H
#define ISNAD_STORE_EDGES_H

#include "isnad/store.h"

typedef struct store_edge {
  int64_t child, parent; /* articles of this file; parent 0: a named source that is not held here */
  isnad_slice child_label, parent_label;
  isnad_slice source, source_name; /* what the child cites; of a parent that is not held, itself: both empty for a third that nobody names */
  isnad_slice scope;               /* how much of the child the citation speaks for; empty: none is made */
  isnad_slice role;                /* what kind of source: "agency", "outlet", "credit", "social", "speaker" */
  isnad_slice kind;                /* "declared", "copied", "both", "laundered", "link" */
  bool directed;
  double weight;
  double share; /* of the child's words that the edge explains, in [0, 1]; 0: none are the same */
  isnad_slice evidence; /* JSON */
} store_edge;

/* The edges into one article, heaviest first, ties by the parent's name. */
isnad_status store_edges_into(store_edge **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t child, isnad_err *err);

/* Hands over every edge, but for those of headlines in lists (they are links, and bear the label of the page's article), ordered by the child's name,
 * then the parent's, then the source. Rows live until the call returns. */
isnad_status store_edges_each(isnad_store *store, bool (*take)(void *context, const store_edge *edge), void *context, isnad_err *err);

typedef struct store_passage {
  isnad_slice a, b;  /* labels */
  isnad_slice spans; /* packed: see the schema */
  uint32_t matched;
  double identity, a_in_b, b_in_a;
  isnad_slice kind; /* see reuse/kind.h */
} store_passage;

/* Hands over every pair of articles that share passages, ordered by the names of a and b. */
isnad_status store_passages_each(isnad_store *store, bool (*take)(void *context, const store_passage *passage), void *context, isnad_err *err);

/* How much of each of two articles lies in the other. */
typedef struct store_pair {
  int64_t a, b;
  double a_in_b, b_in_a;
} store_pair;

/* Hands over every pair that shares passages, in no order that means anything. */
isnad_status store_pairs_each(isnad_store *store, bool (*take)(void *context, const store_pair *pair), void *context, isnad_err *err);

/* A report that shares passages with another. */
typedef struct store_copy {
  int64_t other;
  uint32_t matched, alike;
  double own_share, other_share; /* how much of the one asked about, and of the other, is matched */
  isnad_slice kind;              /* see reuse/kind.h */
  isnad_slice spans;             /* packed: see the schema; quadruples, the first pair is of the article whose name is less */
  bool own_first;                /* that is the one asked about */
} store_copy;

/* All that share passages with an article, those with most matched words first, ties by name. */
isnad_status store_copies_of(store_copy **out, size_t *count, isnad_arena *arena, isnad_store *store, int64_t article, isnad_err *err);

#endif
