/* Two reports side by side, word by word, and what of the words that differ is a figure or a name. */
#ifndef ISNAD_VIEW_PAIRING_H
#define ISNAD_VIEW_PAIRING_H

#include "reuse/diff.h"
#include "reuse/held.h"
#include "reuse/judge.h"
#include "store/articles.h"
#include "view/drawing/tree.h"

/* One side: the article, its words, and what its record names. */
typedef struct pairing_side {
  store_article article;
  held_text held;
  reuse_text text;
  isnad_slice page;
  const tree *record, *said; /* the record of its page, and what it has of the article */
  const tree *names, *figures;
} pairing_side;

typedef struct pairing {
  pairing_side a, b;
  reuse_verdict verdict;
  const char *kind; /* see reuse/kind.h; when a passage is shared */
} pairing;

/* Loads two articles by name or label. */
isnad_status pairing_read(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err);

/* Loads and compares them. */
isnad_status pairing_load(pairing *out, isnad_arena *arena, isnad_store *store, isnad_slice a, isnad_slice b, isnad_err *err);

/* The page's bytes under words [first, last); an empty span when there is none. */
isnad_span pairing_span(const pairing_side *s, uint32_t first, uint32_t last);

isnad_slice pairing_words(const pairing_side *s, uint32_t first, uint32_t last);

/* "figure", "name" (a figure outranks it), or NULL for other words. */
const char *pairing_matter(const pairing *p, const diff_run *run);

#endif
