/* The marker row that speaks for a block: what data/ar/page_markers.tsv knows of its words. */
#ifndef ISNAD_PAGE_MARKER_H
#define ISNAD_PAGE_MARKER_H

#include "page/look.h"

typedef struct marker {
  bool found;
  bool whole;    /* the marker is all there is to the block */
  uint8_t kind;  /* isnad_markers_kind */
  uint8_t where; /* isnad_markers_where of the row */
  uint8_t takes; /* isnad_markers_takes */
  uint32_t row;
  uint32_t first, last; /* its tokens */
} marker;

/* The row that fits at the begin of the block, else at its end, else inside it. */
marker page_marker(const isnad_tokens *tokens, const isnad_block *block, const look *l);

/* The kind of rows that a line is wholly made of when it is a row of buttons, fields or links («share: Facebook Twitter», «about us | contact»):
 * at least two of them, hardly a word between. */
bool page_tiles(marker *out, const isnad_tokens *tokens, const isnad_block *block, const look *l);

#endif
