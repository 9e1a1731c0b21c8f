/* What an outlet put right in an item of its own, and which reports of the story tell it as before or as it is right. */
#ifndef ISNAD_VIEW_CORRECTED_H
#define ISNAD_VIEW_CORRECTED_H

#include "view/drawing/graph.h"

/* Words that were put in the place of others, each with the word beside them that says of what. */
typedef struct corrected {
  isnad_slice was, now;
  const graph_node **still, **right; /* reports of the graph that have only the former, or the latter */
  size_t still_count, right_count;
} corrected;

/* The changes of `node` against the item that it corrects (an edge of kind "corrects" to a report of the graph), numbers and names alone where there
 * are any; none when it corrects nothing. Linear in the words of the reports for each of at most 6 changes. Returns ISNAD_OK, ISNAD_STORE,
 * ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status corrected_of(corrected **out, size_t *count, const graph *g, const graph_node *node, isnad_err *err);

#endif
