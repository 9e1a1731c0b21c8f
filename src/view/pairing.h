/* Two reports side by side, word by word, and what of the words that differ is a figure or a name. */
#ifndef ISNAD_VIEW_PAIRING_H
#define ISNAD_VIEW_PAIRING_H

#include "reuse/diff.h"
#include "reuse/held.h"
#include "reuse/judge.h"
#include "store/articles.h"
#include "view/tree.h"

/* One side: the article, its words, and what its record names. */
typedef struct pairing_side {
  store_article article;
  held_text held;
  reuse_text text;
  isnad_slice page;
  const tree *names, *figures;
} pairing_side;

typedef struct pairing {
  pairing_side a, b;
  reuse_verdict verdict;
  const char *kind; /* see reuse/kind.h; when a passage is shared */
} pairing;

/* Loads and compares two articles by name or label. */
isnad_status pairing_load(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err);

/* The page's bytes under words [first, last); an empty span when there is none. */
isnad_span pairing_span(const pairing_side *s, uint32_t first, uint32_t last);

isnad_slice pairing_words(const pairing_side *s, uint32_t first, uint32_t last);

/* "figure", "name" (a figure outranks it), or NULL for other words. */
const char *pairing_matter(const pairing *p, const diff_run *run);

/* All that differs between two captures of one page, in the order of a: what was put in, taken out or put in its place, between passages too. */
isnad_status pairing_changes(diff_run **out, size_t *count, isnad_arena *arena, const pairing *p, isnad_err *err);

#endif
