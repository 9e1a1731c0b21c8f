/* What the articles are compared by, as it is stored. */
#ifndef ISNAD_STORE_TERMS_H
#define ISNAD_STORE_TERMS_H

#include "isnad/store.h"

typedef struct store_terms {
  int64_t article;
  isnad_slice name, story, terms; /* valid during the call */
} store_terms;

/* Hands over the packed terms of every article, in the order of names. Returns ISNAD_OK, ISNAD_CANCELLED when `take` returned false, ISNAD_STORE,
 * ISNAD_IO, ISNAD_BUSY. */
isnad_status store_terms_each(isnad_store *store, bool (*take)(void *context, const store_terms *of), void *context, isnad_err *err);

#endif
