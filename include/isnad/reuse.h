/* isnad/reuse.h - who shares words with whom: fingerprints of an article, and the verified passages that articles share.
 */
#ifndef ISNAD_REUSE_H
#define ISNAD_REUSE_H

#include "isnad/article.h"
#include "isnad/store.h"

/* The fingerprints of one article, packed as the store keeps them (article.prints). Pure; any number of threads may do it at once.
 * 5-grams of folded words, winnowed with window 8 (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003):
 * two texts that share 12 words in a row share a key. Quotations and headlines have denser keys of their own. See docs/REUSE.md.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_reuse_prints(isnad_slice *packed, isnad_arena *arena, const isnad_page *page, const isnad_article *article,
                                          isnad_err *err);

/* Row ids of articles, ascending and distinct. */
typedef struct isnad_ids {
  int64_t *items;
  size_t count;
} isnad_ids;

/* Finds the passages that `count` new articles (row ids, all of them not yet woven) share with each other and with all woven ones, and writes
 * them to the table passage, inside the batch that is open. `touched` lists the new articles and all whose passages came or went.
 * What is in the table afterwards depends on the set of woven articles alone, not on order, batches or threads.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT, ISNAD_STORE, ISNAD_IO; after a failure the batch can only be rolled back. */
ISNAD_API isnad_status isnad_reuse_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t count,
                                         unsigned threads, isnad_err *err);

#endif
