/* What a block says of itself, whatever stands around it: a row of a table or a telling shape. */
#ifndef ISNAD_PAGE_SIGN_H
#define ISNAD_PAGE_SIGN_H

#include "page/marker.h"

typedef enum sign_kind {
  SIGN_NONE,
  SIGN_OTHER, /* left-overs of markup, counters, menus */
  SIGN_AD,
  SIGN_SOCIAL,
  SIGN_CAPTION,
  SIGN_FOOTER,
  SIGN_COMMENT,
  SIGN_CRUMBS,
  SIGN_SECTION,
  SIGN_STAMP, /* a date line, a relative time */
  SIGN_BYLINE,
  SIGN_OUTLET, /* a line that names a medium */
  SIGN_CREDIT, /* a line that is an agency or a desk: «(agency)» */
  SIGN_SOURCE,
  SIGN_KEYWORDS,
  SIGN_READ_ALSO, /* the marker alone */
  SIGN_PROMO,     /* a marker and headlines on one line, or headlines and stamps run together */
  SIGN_LIST,      /* the heading of a list of headlines */
  SIGN_RELATED,   /* the same, of the weaker sort: "related", "most read" */
  SIGN_LIST_END,
  SIGN_END /* the end mark of a report, the button under it */
} sign_kind;

typedef struct sign {
  uint8_t kind;     /* sign_kind */
  uint8_t takes;    /* isnad_markers_takes of the row */
  uint16_t table;   /* isnad_table of the row */
  uint32_t row;     /* UINT32_MAX: told by structure */
  isnad_span value; /* see isnad_part.value */
} sign;

sign page_sign(const isnad_tokens *tokens, const isnad_block *block, const look *l);

/* A name of a medium that begins at token `at`: a row of outlets.tsv (an ordinary word only when `sure`), or a noun for media and what follows it.
 * Returns the token after it, or `at`. */
size_t page_outlet_at(const isnad_tokens *tokens, size_t at, size_t last, bool sure, isnad_table *table, uint32_t *row);

/* An agency or desk of credits.tsv at token `at`; returns the token after it, or `at`. */
size_t page_credit_at(const isnad_tokens *tokens, size_t at, size_t last, uint32_t *row);

/* The name of a place (not an adjective from it) at token `at`; returns the token after it, or `at`. */
size_t page_place_at(const isnad_tokens *tokens, size_t at, size_t last);

#endif
