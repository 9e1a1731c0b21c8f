/* The date line of a report: where and when it was filed, and by whom. */
#ifndef ISNAD_PAGE_DATELINE_H
#define ISNAD_PAGE_DATELINE_H

#include "isnad/arabic.h"

enum { DATELINE_MOST = 6 };

typedef enum dateline_kind {
  DATELINE_AGENCY,
  DATELINE_UNNAMED, /* «agencies» */
  DATELINE_MEDIUM,
  DATELINE_DESK /* the page's own people: not kept */
} dateline_kind;

typedef struct dateline_credit {
  uint32_t first, last; /* tokens */
  dateline_kind kind;
  bool placed; /* a place stands before it: "Cairo - X", not the line that names the page's own paper */
} dateline_credit;

typedef struct dateline {
  dateline_credit credits[DATELINE_MOST];
  size_t count;
  size_t end; /* behind all that was passed over: the first token of the text */
} dateline;

/* Reads tokens [first, last): a line of its own (`whole`), in which a writer may stand between the marks, or the first words of a text, of which only
 * places, days, marks and credits are passed over. False, and no credits, when none is given. O(last - first), 40 tokens at most. */
bool page_dateline(dateline *out, const isnad_tokens *tokens, size_t first, size_t last, bool whole);

/* The same of a line below the text that signs it: nothing but credits and the letters of those who wrote ("M.H./ A.H. (DPA, Reuters)"). */
bool page_signature(dateline *out, const isnad_tokens *tokens, size_t first, size_t last);

#endif
