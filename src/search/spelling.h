/* Words of the store that a word of the query may have been meant to be. */
#ifndef ISNAD_SEARCH_SPELLING_H
#define ISNAD_SEARCH_SPELLING_H

#include "search/expression.h"

/* Suggestions for the words that few reports hold, the commonest of the nearest first, and what transliterations were taken for. At most five; reads
 * at most 300,000 words of the vocabulary. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status spelling_suggest(isnad_search_page *page, isnad_arena *arena, const expression *e);

/* How many letters must be put in, left out, changed or exchanged with their neighbour to make one word of the other; `most` + 1 when more. */
unsigned spelling_distance(isnad_slice a, isnad_slice b, unsigned most);

#endif
