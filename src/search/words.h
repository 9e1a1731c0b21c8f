/* The words of the query language, and how a word becomes terms of the index. */
#ifndef ISNAD_SEARCH_WORDS_H
#define ISNAD_SEARCH_WORDS_H

#include "base/buf.h"
#include "isnad/search.h"
#include "store/tokenizer.h"
#include "tables.h"

/* The row of data/ar/search_words.tsv for a folded form; NULL: there is none. */
const isnad_search_words_row *search_word(uint64_t token_hash);

/* Whether the token is looked for at all: a word or a number. */
static inline bool search_is_word(const isnad_token *token) { return token->kind == ISNAD_TOKEN_WORD || token->kind == ISNAD_TOKEN_NUMBER; }

/* A word that says nothing of what a text is about: it has an exact term only. */
bool search_is_stop(const isnad_token *token);

/* A term at the next place, or beside the last. */
void search_put(buf *out, char place, isnad_slice term);
void search_put_exact(buf *out, char place, isnad_slice form);

/* What a question asks for by a stem: the term of the words that have it, or the form of those that are it. Function words that are it stay out. */
void search_put_stem(buf *out, isnad_slice stem);

/* A term that no text can give: an id of a table's row behind '#', a country's code behind '@', the edge of a text. */
enum { SEARCH_ID = '#', SEARCH_COUNTRY = '@', SEARCH_EDGE = '|' };
void search_put_marked(buf *out, char place, char mark, isnad_slice id);

#endif
