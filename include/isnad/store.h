/* isnad/store.h - one SQLite file that holds records, and what the stages across articles found.
 *
 * One writer, many readers (WAL). A batch is one transaction: after a kill -9 it is there whole or not at all. Adding the same capture twice
 * changes nothing. A file written by a newer schema is refused. The tables and views are documented in docs/STORE.md.
 */
#ifndef ISNAD_STORE_H
#define ISNAD_STORE_H

#include "isnad/record.h"

enum { ISNAD_STORE_SCHEMA = 1 };

typedef struct isnad_store isnad_store;

typedef enum isnad_store_mode { ISNAD_STORE_READ, ISNAD_STORE_WRITE } isnad_store_mode;

/* Opens (WRITE: also creates) the store at `path`. The caller closes it.
 * Returns ISNAD_OK, ISNAD_NOT_FOUND (READ of a file that is not there), ISNAD_STORE (not a store, or damaged), ISNAD_NEWER_SCHEMA, ISNAD_BUSY,
 * ISNAD_IO. */
ISNAD_API isnad_status isnad_store_open(isnad_store **out, const char *path, isnad_store_mode mode, isnad_err *err);

ISNAD_API void isnad_store_close(isnad_store *store);

/* Begins, ends and drops a batch. Returns ISNAD_OK, ISNAD_BUSY, ISNAD_STORE, ISNAD_IO (disk full: the batch is rolled back). */
ISNAD_API isnad_status isnad_store_begin(isnad_store *store, isnad_err *err);
ISNAD_API isnad_status isnad_store_commit(isnad_store *store, isnad_err *err);
ISNAD_API void isnad_store_rollback(isnad_store *store);

/* What a worker prepares from a record, so that the writer has only to write. */
typedef struct isnad_prepared_article {
  isnad_slice prints; /* packed by isnad_reuse_prints */
  isnad_slice terms;  /* packed by isnad_story_terms */
} isnad_prepared_article;

typedef struct isnad_prepared {
  const isnad_record *record;
  isnad_slice json; /* the record without its page text */
  size_t text_at;   /* offset in json at which the key "text" with the page's text belongs; 0: the record does not carry the text */
  const isnad_prepared_article *articles; /* as many as the record's articles */
} isnad_prepared;

/* Puts one record into the current batch. `*fresh` tells whether it was new. Returns ISNAD_OK, ISNAD_STORE, ISNAD_IO, ISNAD_BUSY. */
ISNAD_API isnad_status isnad_store_put(isnad_store *store, bool *fresh, const isnad_prepared *prepared, isnad_err *err);

#endif
