/* What an open store is made of. Only src/store includes this; the stages across articles use sql.h. */
#ifndef ISNAD_STORE_HANDLE_H
#define ISNAD_STORE_HANDLE_H

#include "store/sql.h"

enum { STATEMENT_ROOM = 256 };

typedef struct statement_slot {
  const char *sql; /* the address is the key */
  sqlite3_stmt *statement;
} statement_slot;

struct isnad_store {
  sqlite3 *db;
  char *path;
  isnad_arena *scratch;       /* of one put: packed spans and records */
  struct ZSTD_CCtx_s *packer; /* of records; made by the first */
  struct ZSTD_DCtx_s *unpacker;
  bool writable;
  bool in_batch;
  struct vocabulary *vocabulary; /* of the batch; NULL: nothing was counted */
  void *kept;                    /* what a stage across articles has read of the whole store; NULL: nothing */
  void (*drop_kept)(void *kept);
  int64_t kept_version;
  statement_slot statements[STATEMENT_ROOM]; /* open addressing */
};

/* Frees the kept statements, so that the database can close. */
void store_finalize(isnad_store *store);

/* Frees what was kept with store_keep. */
void store_drop_kept(isnad_store *store);

/* Frees what packs records. */
void store_free_packers(isnad_store *store);

#endif
