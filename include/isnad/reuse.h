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

#endif
