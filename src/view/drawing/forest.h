/* The reports of a graph as trees: each under the one it most likely came from, origins and sources not held here at the top. */
#ifndef ISNAD_VIEW_FOREST_H
#define ISNAD_VIEW_FOREST_H

#include "view/drawing/graph.h"

/* One line of a walk from the origins down. */
typedef struct forest_item {
  const graph_node *node;   /* NULL: a source that is not held here */
  const store_edge *source; /* then: an edge that names it */
  uint32_t depth;
} forest_item;

/* All nodes and sources, parents before their children, siblings by time. A ring of copies begins with its first member.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status forest_walk(forest_item **out, size_t *count, const graph *g, isnad_err *err);

#endif
