/* What a shared passage makes of two texts. */
#ifndef ISNAD_REUSE_KIND_H
#define ISNAD_REUSE_KIND_H

#include "isnad/base.h"

/* What is known of a pair: the words of each, how many they share, and how much of each lies in the other. */
typedef struct reuse_overlap {
  uint32_t a_words, b_words, matched;
  double a_in_b, b_in_a;
  bool a_bare, b_bare; /* a headline without a body */
  bool one_page;       /* the same outlet and address: two captures of one page */
} reuse_overlap;

/* "edition" (of one page), "headline", "exact", "near", "whole" (a lies whole in b, as its shortening or as a part that b took in), "holds" (the
 * other way round), "part" (a long passage of both) or "quote" (a short one). Constant. */
const char *reuse_kind_name(const reuse_overlap *pair);

#endif
