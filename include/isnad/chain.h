/* isnad/chain.h - who took a report from whom: what articles declare about their sources joined with what they visibly copied.
 */
#ifndef ISNAD_CHAIN_H
#define ISNAD_CHAIN_H

#include "isnad/store.h"

/* Computes the edges of transmission anew from the articles, citations, passages and stories of the store, inside the batch that is open.
 *
 * A parent is an article held here, or a named source that is not. An edge is "declared" (the child names its source), "copied" (the two share a
 * passage) or "both". A copied edge points from the earlier to the later; where times do not tell, from the one that is cited, then from the
 * one that contains the other; else it is undirected. Of several parents of one text those are kept that add something to what the heavier
 * ones cover (greedy set cover), and those that tell the same; the weights of one child's edges add up to 1 at most.
 * What is in the table afterwards is a function of the set of captures. Linear in articles, citations and passages but for sorting.
 * Returns ISNAD_OK, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_chain_weave(isnad_store *store, isnad_err *err);

#endif
