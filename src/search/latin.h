/* Latin words of a query: the Arabic words of the store that they transliterate. */
#ifndef ISNAD_SEARCH_LATIN_H
#define ISNAD_SEARCH_LATIN_H

#include "search/expression.h"

/* Adds to the clause, as alternatives, the words of the store that its Latin word stands for: by data/latin_names.tsv, by the ids of known persons,
 * places, bodies and outlets, else by sound. Does nothing for other words. Returns what expression_write returns. */
isnad_status latin_take(expression *e, uint32_t clause, const isnad_tokens *tokens);

/* How far an Arabic word is from the sound of a Latin one, 0: the same; in tenths of a letter. Both folded. */
unsigned latin_distance(isnad_slice latin, isnad_slice arabic);

#endif
