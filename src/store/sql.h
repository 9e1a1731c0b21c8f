/* Inside the store and the stages across articles: the database handle and short ways to run SQL. No other folder includes this. */
#ifndef ISNAD_STORE_SQL_H
#define ISNAD_STORE_SQL_H

#include "isnad/store.h"

#include <sqlite3.h>

sqlite3 *store_db(isnad_store *store);

/* A prepared statement, kept with the store and reset: `sql` must be a string constant (its address is the key). NULL with err filled on failure. */
sqlite3_stmt *store_statement(isnad_store *store, const char *sql, isnad_err *err);

/* Runs a statement that returns no rows, and resets it. */
isnad_status store_run(isnad_store *store, sqlite3_stmt *statement, isnad_err *err);

/* Steps: ISNAD_OK with a row, ISNAD_END without one (and resets), or an error. */
isnad_status store_step(isnad_store *store, sqlite3_stmt *statement, isnad_err *err);

/* Executes plain SQL without parameters. */
isnad_status store_execute(isnad_store *store, const char *sql, isnad_err *err);

/* The status for the last SQLite error (busy, full, corrupt, ...), with its message in err. */
isnad_status store_error(isnad_store *store, const char *doing, isnad_err *err);

/* Binds; an empty slice binds NULL. The bytes must live until the statement is reset. */
void store_bind_text(sqlite3_stmt *statement, int at, isnad_slice text);
void store_bind_blob(sqlite3_stmt *statement, int at, isnad_slice bytes);
isnad_slice store_column(sqlite3_stmt *statement, int at); /* text or blob; valid until the next step */

#endif
