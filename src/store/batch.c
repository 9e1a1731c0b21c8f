#include "store/handle.h"
#include "store/vocabulary.h"

static const isnad_span nowhere = {0, 0};

isnad_status isnad_store_begin(isnad_store *store, isnad_err *err) {
  if (!store->writable || store->in_batch)
    return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "store", nowhere, store->writable ? "a batch is already open" : "the store was opened for reading");
  isnad_status status = store_execute(store, "BEGIN IMMEDIATE", err);
  store->in_batch = status == ISNAD_OK;
  return status;
}

isnad_status isnad_store_commit(isnad_store *store, isnad_err *err) {
  if (!store->in_batch) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "store", nowhere, "no batch is open");
  isnad_status status = vocabulary_write(store, err);
  if (status == ISNAD_OK) status = store_execute(store, "COMMIT", err);
  if (status != ISNAD_OK) isnad_store_rollback(store);
  store->in_batch = false;
  return status;
}

void isnad_store_rollback(isnad_store *store) {
  if (store->db != NULL && !sqlite3_get_autocommit(store->db)) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
  store->in_batch = false;
  vocabulary_drop(store);
}
