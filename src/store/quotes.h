/* Quotes as rows, for the view. */
#ifndef ISNAD_STORE_QUOTES_H
#define ISNAD_STORE_QUOTES_H

#include "isnad/store.h"

typedef struct store_quote {
  isnad_slice article, label; /* the article's name and label */
  isnad_slice outlet;         /* its name when known, else its id */
  isnad_interval published;
  isnad_slice basis;
  isnad_span span;
  isnad_slice mode;
  isnad_slice entity, speaker; /* id and canonical name; empty: not known */
  bool implicit, anonymous;
  isnad_slice via; /* the name of the source that carries it */
  isnad_slice rule;
  isnad_slice verb; /* that reports the words, as written; empty: none */
  isnad_slice words;
} store_quote;

/* Hands over every quote, in the order of publication (undated last), then of articles by name, then of places on the page. Rows live until the call
 * returns. Returns ISNAD_OK, ISNAD_CANCELLED (take returned false), ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
isnad_status store_quotes_each(isnad_store *store, bool (*take)(void *context, const store_quote *quote), void *context, isnad_err *err);

/* Hands over one, by its article's key and its place there. Returns ISNAD_NOT_FOUND, too. */
isnad_status store_quote_at(isnad_store *store, int64_t article, int64_t place, bool (*take)(void *context, const store_quote *quote), void *context,
                            isnad_err *err);

#endif
