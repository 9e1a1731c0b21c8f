/* Outlets that share a name: which of them is meant is told by the country of the text. */
#ifndef ISNAD_ARTICLE_NAMESAKE_H
#define ISNAD_ARTICLE_NAMESAKE_H

#include "isnad/article.h"

/* Decides among the outlets of one name, of which `named` is one by the words [first, last) of `words`: the outlet of the article itself (`home`,
 * NULL: it is what is asked), one whose country stands as an adjective behind, else the one whose country the page names most. Where it names none of
 * theirs, an outlet asked about has no id and keeps the words as its name; a cited one stays what it was. Linear in the tokens of the page, and only
 * for a name that is shared. Returns whether it is. */
bool article_tell_namesakes(isnad_named *named, const isnad_tokens *words, size_t first, size_t last, const isnad_page *page,
                            const isnad_named *home);

/* Whether the outlet is one of those that the words name. */
bool article_is_namesake(const isnad_named *outlet, const isnad_tokens *words);

/* The outlet by a name with something in brackets behind, "the agency (abbreviation)": whichever of the two the table knows. */
bool article_bracketed_outlet(isnad_named *out, const isnad_tokens *words);

#endif
