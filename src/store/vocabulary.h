/* In how many reports each stem stands: counted in memory while a batch is filled, and written when it is committed. */
#ifndef ISNAD_STORE_VOCABULARY_H
#define ISNAD_STORE_VOCABULARY_H

#include "store/handle.h"

/* Counts the stems of one article, packed by stems_put. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
isnad_status vocabulary_count(isnad_store *store, isnad_slice stems, isnad_err *err);

/* Writes what was counted, and forgets it. In a batch. */
isnad_status vocabulary_write(isnad_store *store, isnad_err *err);

void vocabulary_drop(isnad_store *store);

#endif
