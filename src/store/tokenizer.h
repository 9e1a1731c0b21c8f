/* The tokenizer "isnad" of SQLite's FTS5: our tokens and stems as its terms. The store's index has it, and so has the loadable extension.
 *
 * A word has two terms at one place: its stem, and its folded form behind "=". A question gives the stem, so that every form is found; behind "=" it
 * gives the form, and so it does where a prefix is asked for. Texts are given as they are, or, with the argument "packed", as terms that were made
 * before: each begins with TERM_NEXT (at the next place) or TERM_BESIDE (at the same place). There an Arabic letter takes one byte (tokenizer_code),
 * which is less to hash and to compare, and a word that is its own stem has the one term of its form, so that a question gives both of a stem;
 * without "packed" the terms stay readable.
 *
 * See "The FTS5 extension", section 7, on sqlite.org; FTS5 is asked through the interface of SQLite 3.40.
 */
#ifndef ISNAD_STORE_TOKENIZER_H
#define ISNAD_STORE_TOKENIZER_H

#include "isnad/arabic.h"

#ifdef ISNAD_EXTENSION
#include <sqlite3ext.h>
#else
#include <sqlite3.h>
#endif

enum { TERM_NEXT = 1, TERM_BESIDE = 2, TERM_EXACT = '=' };

/* The longest term in bytes; what is longer is cut, at both ends of the question alike. */
enum { TERM_LONGEST = 128 };

/* The bytes of a term in a packed table: a letter of U+0600-U+067F as the byte 0x80 and up, ASCII as it is; words that hold other letters as they
 * are, behind 0x7F. At most TERM_LONGEST bytes are written; returns how many. */
size_t tokenizer_code(char out[TERM_LONGEST], isnad_slice form);

/* The stem by which a word or number token is looked for: of Arabic words the light stem, of numbers the digits without thousands separators, of
 * other words the folded form. Points into the tokens, into `room`, or to constant text. */
isnad_slice tokenizer_stem(char room[ISNAD_STEM_ROOM], const isnad_tokens *tokens, size_t at);

/* FTS5's interface on this connection; NULL: it has none. */
fts5_api *tokenizer_fts5(sqlite3 *db);

/* Makes the tokenizer known on a connection. SQLITE_OK, or why not. */
int tokenizer_register(sqlite3 *db);

#endif
