/* Inside the store and the stages across articles: the database handle and short ways to run SQL. No other folder includes this. */
#ifndef ISNAD_STORE_SQL_H
#define ISNAD_STORE_SQL_H

#include "isnad/store.h"

#include <sqlite3.h>

sqlite3 *store_db(isnad_store *store);

/* A prepared statement, kept with the store and reset: `sql` must be a string constant (its address is the key). Bindings of the last use stay, so
 * bind every parameter. Asking again for a statement that is still being stepped starts it over. NULL with err filled on failure. */
sqlite3_stmt *store_statement(isnad_store *store, const char *sql, isnad_err *err);

/* Runs a statement that returns no rows, and resets it. */
isnad_status store_run(isnad_store *store, sqlite3_stmt *statement, isnad_err *err);

/* Steps: ISNAD_OK with a row, ISNAD_END without one (and resets), or an error. */
isnad_status store_step(isnad_store *store, sqlite3_stmt *statement, isnad_err *err);

/* Executes plain SQL without parameters. */
isnad_status store_execute(isnad_store *store, const char *sql, isnad_err *err);

/* The number in the first column of the first row of a constant SELECT without parameters; 0 when there is no row. */
isnad_status store_number(int64_t *out, isnad_store *store, const char *sql, isnad_err *err);

/* A number that is another one after every change of the store, by whomever. */
isnad_status store_version(int64_t *out, isnad_store *store, isnad_err *err);

/* One thing that was read of the whole store stays with the handle, for who asks again: store_keep hands it over with the function that frees it, in
 * place of the one before. store_kept gives NULL when there is none, or when the store has changed since. */
isnad_status store_kept(void **out, isnad_store *store, isnad_err *err);
isnad_status store_keep(isnad_store *store, void *kept, void (*drop)(void *kept), isnad_err *err);

/* The status for the last SQLite error (busy, full, corrupt, ...), with its message in err. `doing` completes "cannot ...". */
isnad_status store_error(isnad_store *store, const char *doing, isnad_err *err);

/* Binds; the bytes must live until the statement is reset. An empty text binds NULL, an empty blob binds an empty blob (no blob of the schema
 * may be NULL). store_bind_words binds an empty text as such, for columns that may not be NULL. */
void store_bind_text(sqlite3_stmt *statement, int at, isnad_slice text);
void store_bind_words(sqlite3_stmt *statement, int at, isnad_slice text);
void store_bind_blob(sqlite3_stmt *statement, int at, isnad_slice bytes);

/* Text or blob; {NULL, 0} for NULL; valid until the next step. */
isnad_slice store_column(sqlite3_stmt *statement, int at);

/* The same, copied into an arena. */
isnad_slice store_column_copy(isnad_arena *arena, sqlite3_stmt *statement, int at);

#endif
