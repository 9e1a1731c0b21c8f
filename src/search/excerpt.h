/* The words of a page around what was found, with every found word marked. */
#ifndef ISNAD_SEARCH_EXCERPT_H
#define ISNAD_SEARCH_EXCERPT_H

#include "search/expression.h"

/* What is looked for in the text, prepared once a query. */
typedef struct excerpt_words excerpt_words;

isnad_status excerpt_prepare(excerpt_words **out, const expression *e);

/* The marks of the headline, and the best pieces of the body. `text` is the page's; spans are of it. What stays is put into `arena`. */
isnad_status excerpt_make(isnad_search_hit *hit, isnad_arena *arena, isnad_arena *scratch, const excerpt_words *words, isnad_slice text,
                          isnad_span headline, const isnad_span *body, size_t body_count, size_t room, isnad_err *err);

#endif
