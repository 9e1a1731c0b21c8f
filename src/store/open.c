#include "store/handle.h"

#include "store/mentions_table.h"
#include "store/schema.h"
#include "store/tokenizer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { APPLICATION_ID = 0x69736E64 /* "isnd" */, BUSY_MILLISECONDS = 5000 };

static const isnad_span nowhere = {0, 0};

/* FULL costs one sync of the log per batch, and then a power cut takes no committed batch either. That keys point at rows is the stages' own doing:
 * looking each one up again was a twentieth of an add. Some builds of SQLite overwrite what is deleted with zeros, which costs a write of every page
 * that a merge of the index gives back; a store of published news has nothing to hide. */
static const char writer_settings[] = "PRAGMA foreign_keys=OFF; PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF; PRAGMA cache_size=-65536;"
                                      "PRAGMA temp_store=MEMORY;"
                                      "PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864;";
static const char passing_settings[] = "PRAGMA page_size=8192; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;"
                                       "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
/* What is looked up by these is asked of stores that are kept: an article by its label, an outlet's, those that a word may find, who said what. */
static const char drop_unasked[] = "DROP INDEX article_label; DROP INDEX article_outlet; DROP INDEX article_facts; DROP INDEX quote_entity";
static const char reader_settings[] = "PRAGMA query_only=ON; PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;";

/* --- what kind of file it is --- */

static isnad_status read_pragma(int64_t *out, isnad_store *store, const char *sql, isnad_err *err) {
  sqlite3_stmt *statement = NULL;
  *out = 0;
  if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
    *out = sqlite3_column_int64(statement, 0);
  return sqlite3_finalize(statement) == SQLITE_OK ? ISNAD_OK : store_error(store, "be opened", err);
}

typedef struct identity {
  int64_t application, version, tables;
} identity;

static isnad_status read_identity(identity *out, isnad_store *store, isnad_err *err) {
  isnad_status status = read_pragma(&out->application, store, "PRAGMA application_id", err);
  if (status == ISNAD_OK) status = read_pragma(&out->version, store, "PRAGMA user_version", err);
  if (status == ISNAD_OK) status = read_pragma(&out->tables, store, "SELECT count(*) FROM sqlite_schema", err);
  return status;
}

static bool is_empty(identity id) { return id.application == 0 && id.version == 0 && id.tables == 0; }

static isnad_status judge(isnad_store *store, identity id, isnad_err *err) {
  if (is_empty(id)) return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "%s is empty: it is not an isnad store", store->path);
  if (id.application != APPLICATION_ID)
    return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "%s is a database of another program, not an isnad store", store->path);
  if (id.version > ISNAD_STORE_SCHEMA)
    return isnad_err_set(err, ISNAD_NEWER_SCHEMA, "store", nowhere, "%s was written by a newer isnad (schema %lld; this one knows %d)", store->path,
                         (long long)id.version, ISNAD_STORE_SCHEMA);
  if (id.version < 1) return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "%s is damaged: it has no schema number", store->path);
  return ISNAD_OK;
}

static bool side_file(const char *path, const char *ending, off_t *size) {
  char name[4096];
  struct stat info;
  int length = snprintf(name, sizeof name, "%s%s", path, ending);
  if (length < 0 || (size_t)length >= sizeof name || stat(name, &info) != 0) return false;
  *size = info.st_size;
  return true;
}

/* SQLite reads the missing end of a last page as zeros. Without a log no writer can be in the midst of growing the file. */
static isnad_status check_length(isnad_store *store, isnad_err *err) {
  off_t length = 0, log = 0;
  int64_t page = 0;
  isnad_status status = read_pragma(&page, store, "PRAGMA page_size", err);
  if (status != ISNAD_OK || !side_file(store->path, "", &length) || (side_file(store->path, "-wal", &log) && log > 0)) return status;
  if (page > 0 && length % page == 0) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "%s is damaged: it ends inside a page", store->path);
}

static isnad_status accept(isnad_store *store, identity id, isnad_err *err) {
  isnad_status status = judge(store, id, err);
  return status == ISNAD_OK ? check_length(store, err) : status;
}

/* --- the handle --- */

static isnad_status open_database(isnad_store *store, const char *name, int flags, isnad_err *err) {
  if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK) {
    if (store->db == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
    return store_error(store, "be opened", err);
  }
  sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
  /* A store may come from anybody: its views and triggers get no say over functions with effects. */
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
  if (mentions_register(store->db) != SQLITE_OK) return store_error(store, "be opened", err);
  return tokenizer_register(store->db) == SQLITE_OK ? ISNAD_OK : store_error(store, "be searched: SQLite was built without FTS5", err);
}

static void close_database(isnad_store *store) {
  store_finalize(store);
  sqlite3_close(store->db);
  store->db = NULL;
}

static isnad_status new_store(isnad_store **out, const char *path, bool writable, isnad_err *err) {
  isnad_store *store = calloc(1, sizeof *store);
  *out = store;
  if (store != NULL) store->path = malloc(strlen(path) + 1);
  if (store == NULL || store->path == NULL || isnad_arena_new(&store->scratch, 0) != ISNAD_OK)
    return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
  memcpy(store->path, path, strlen(path) + 1);
  store->writable = writable;
  return ISNAD_OK;
}

void isnad_store_close(isnad_store *store) {
  if (store == NULL) return;
  isnad_store_rollback(store);
  store_drop_kept(store);
  close_database(store);
  isnad_arena_free(store->scratch);
  store_free_packers(store);
  free(store->path);
  free(store);
}

/* --- writing --- */

/* Inside the lock it may turn out that another writer has just made the tables. */
static isnad_status create_tables(isnad_store *store, isnad_err *err) {
  identity id = {0, 0, 0};
  isnad_status status = store_execute(store, "BEGIN IMMEDIATE", err);
  if (status != ISNAD_OK) return status;
  status = read_identity(&id, store, err);
  for (size_t i = 0; status == ISNAD_OK && is_empty(id) && store_schema[i] != NULL; i++) status = store_execute(store, store_schema[i], err);
  if (status == ISNAD_OK && is_empty(id)) {
    char stamp[96];
    snprintf(stamp, sizeof stamp, "PRAGMA application_id=%d; PRAGMA user_version=%d", APPLICATION_ID, ISNAD_STORE_SCHEMA);
    status = store_execute(store, stamp, err);
  }
  if (status == ISNAD_OK) status = store_execute(store, "COMMIT", err);
  if (status != ISNAD_OK) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
  return status;
}

/* Nothing is changed before the file is known to be ours or empty. */
static isnad_status open_to_write(isnad_store *store, isnad_err *err) {
  identity id = {0, 0, 0};
  isnad_status status = open_database(store, store->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
  if (status == ISNAD_OK && sqlite3_db_readonly(store->db, "main") == 1)
    return isnad_err_set(err, ISNAD_IO, "store", nowhere, "%s cannot be written: it is read-only", store->path);
  if (status == ISNAD_OK) status = read_identity(&id, store, err);
  if (status == ISNAD_OK && !is_empty(id)) status = accept(store, id, err);
  if (status == ISNAD_OK && is_empty(id)) status = store_execute(store, "PRAGMA page_size=8192", err);
  if (status == ISNAD_OK) status = store_execute(store, "PRAGMA journal_mode=WAL", err);
  if (status == ISNAD_OK) status = store_execute(store, writer_settings, err);
  if (status == ISNAD_OK && is_empty(id)) status = create_tables(store, err);
  if (status == ISNAD_OK && is_empty(id)) status = read_identity(&id, store, err);
  return status == ISNAD_OK ? judge(store, id, err) : status;
}

/* SQLite's name for a database without one is the empty one. */
static isnad_status open_passing(isnad_store *store, isnad_err *err) {
  isnad_status status = open_database(store, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err);
  if (status == ISNAD_OK) status = store_execute(store, passing_settings, err);
  if (status == ISNAD_OK) status = create_tables(store, err);
  return status == ISNAD_OK ? store_execute(store, drop_unasked, err) : status;
}

/* --- reading without a trace --- */

/* A file name as SQLite's URI, whatever bytes it holds. NULL when memory is short. */
static char *uri_of(const char *path, const char *parameters) {
  static const char hex[] = "0123456789ABCDEF";
  size_t room = 3 * strlen(path) + strlen(parameters) + 16;
  char *uri = malloc(room);
  if (uri == NULL) return NULL;
  size_t at = (size_t)snprintf(uri, room, "%s", path[0] == '/' ? "file://" : "file:");
  for (; *path != '\0'; path++) {
    unsigned char c = (unsigned char)*path;
    bool plain = c > 0x20 && c < 0x7F && c != '%' && c != '?' && c != '#';
    if (plain)
      uri[at++] = (char)c;
    else
      at += (size_t)snprintf(uri + at, room - at, "%%%c%c", hex[c >> 4], hex[c & 15]);
  }
  snprintf(uri + at, room - at, "?%s", parameters);
  return uri;
}

static isnad_status try_reading(isnad_store *store, const char *name, int flags, isnad_err *err) {
  identity id = {0, 0, 0};
  isnad_status status = open_database(store, name, flags, err);
  if (status == ISNAD_OK && (flags & SQLITE_OPEN_READWRITE) != 0 && sqlite3_db_readonly(store->db, "main") == 1)
    return isnad_err_set(err, ISNAD_IO, "store", nowhere, "%s is read-only", store->path);
  if (status == ISNAD_OK) status = store_execute(store, reader_settings, err);
  if (status == ISNAD_OK) status = read_identity(&id, store, err);
  return status == ISNAD_OK ? accept(store, id, err) : status;
}

static isnad_status try_uri(isnad_store *store, const char *parameters, isnad_err *err) {
  close_database(store);
  char *uri = uri_of(store->path, parameters);
  if (uri == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
  isnad_status status = try_reading(store, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
  free(uri);
  return status;
}

/* Where we may write, the last one to close removes the side files of the log again, which a read-only opening would leave behind.
 * Where we may not, the log's index that is there is read as it is; without a log the file cannot change and needs no index. */
static isnad_status open_to_read(isnad_store *store, isnad_err *err) {
  off_t log_size = 0, index_size = 0;
  bool log = side_file(store->path, "-wal", &log_size) && log_size > 0;
  bool writable = access(store->path, W_OK) == 0;
  isnad_status status = ISNAD_IO;
  if (writable) {
    status = try_reading(store, store->path, SQLITE_OPEN_READWRITE, err);
    /* What a killed writer left in the log is for the next writer to move: a reader changes nothing. */
    if (store->db != NULL && log) sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)NULL);
  }
  if (status == ISNAD_IO && side_file(store->path, "-shm", &index_size)) status = try_uri(store, "mode=ro&readonly_shm=1", err);
  if (status == ISNAD_IO && !log) status = try_uri(store, "mode=ro&immutable=1", err);
  if (status == ISNAD_IO && log)
    isnad_err_set(err, status, "store", nowhere, "%s cannot be read where nothing may be written: copy it and %s-wal together to another folder",
                  store->path, store->path);
  return status;
}

static isnad_status look(const char *path, bool writable, isnad_err *err) {
  struct stat info;
  if (path == NULL || path[0] == '\0') return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "store", nowhere, "the store needs a file name");
  if (stat(path, &info) != 0) {
    if (errno == ENOENT && writable) return ISNAD_OK;
    isnad_status status = errno == ENOENT ? ISNAD_NOT_FOUND : ISNAD_IO;
    return isnad_err_set(err, status, "store", nowhere, "%s: %s", path, errno == ENOENT ? "there is no store here yet" : strerror(errno));
  }
  if (!S_ISREG(info.st_mode)) return isnad_err_set(err, ISNAD_IO, "store", nowhere, "%s is not a file", path);
  return ISNAD_OK;
}

static isnad_status open_as(isnad_store *store, isnad_store_mode mode, isnad_err *err) {
  if (mode == ISNAD_STORE_PASSING) return open_passing(store, err);
  return mode == ISNAD_STORE_WRITE ? open_to_write(store, err) : open_to_read(store, err);
}

isnad_status isnad_store_open(isnad_store **out, const char *path, isnad_store_mode mode, isnad_err *err) {
  bool passing = mode == ISNAD_STORE_PASSING;
  *out = NULL;
  isnad_status status = passing ? ISNAD_OK : look(path, mode == ISNAD_STORE_WRITE, err);
  if (status == ISNAD_OK) status = new_store(out, passing ? "the temporary store" : path, mode != ISNAD_STORE_READ, err);
  if (status == ISNAD_OK) status = open_as(*out, mode, err);
  if (status == ISNAD_OK) return ISNAD_OK;
  isnad_store_close(*out);
  *out = NULL;
  return status;
}
