/* Reports in a row: what stands between two paragraphs, and whether another article begins there. */
#ifndef ISNAD_PAGE_ITEMS_H
#define ISNAD_PAGE_ITEMS_H

#include "page/cut.h"
#include "tables.h"

enum { ITEM_FEATURES = ISNAD_ITEM_WEIGHTS_FEATURE_COUNT };

/* What the page shows above its first paragraph, which the gaps below it are compared with. */
typedef struct item_page {
  size_t first;     /* the first paragraph */
  size_t headline;  /* == first: none */
  uint32_t pattern; /* how the first article is headed: bits of item_gap.c */
  bool briefs, live;
} item_page;

/* The lines between two paragraphs. */
typedef struct item_gap {
  size_t from, to;         /* of them; `to` is the paragraph under them */
  size_t title;            /* what would be the headline; `to` when there is none */
  size_t head;             /* where the second article would begin: its headline, or the stamp over it */
  uint32_t first_token;    /* of the title, or of the paragraph: where it stands */
  double x[ITEM_FEATURES]; /* by the features of item_weights.tsv */
} item_gap;

item_page page_item_page(const cut *c, size_t first);

/* Reads the gap that begins at block `from`, behind a paragraph; `paragraphs`: how many the article has so far. False when no paragraph follows, or a
 * list, the comments or the foot come first. Looks at ITEM_LINES blocks at most. */
bool page_item_gap(item_gap *out, const cut *c, const item_page *page, size_t from, size_t paragraphs);

/* Does the short line stand elsewhere on the page, too, near enough and below its first paragraph `first`? Such lines close texts. */
bool page_item_closes(const cut *c, size_t first, size_t at);

/* Above 0 another article begins. */
double page_item_score(const item_gap *gap);

#endif
