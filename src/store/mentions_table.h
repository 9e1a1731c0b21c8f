/* isnad_names(packed): the mentions of an article as a table-valued function of SQL. See "The Virtual Table Mechanism of SQLite", section 2.1.2. */
#ifndef ISNAD_STORE_MENTIONS_TABLE_H
#define ISNAD_STORE_MENTIONS_TABLE_H

#ifdef ISNAD_EXTENSION
#include <sqlite3ext.h>
#else
#include <sqlite3.h>
#endif

/* Returns a code of SQLite. */
int mentions_register(sqlite3 *db);

#endif
