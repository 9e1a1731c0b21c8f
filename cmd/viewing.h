/* What the commands that read a store share: their options, the open store, the terminal, and the exit code of what they found. */
#ifndef ISNAD_CMD_VIEWING_H
#define ISNAD_CMD_VIEWING_H

#include "isnad/isnad.h"
#include "options.h"

typedef struct view_options {
  const char *db;
  const char *by, *about;            /* quotes, timeline, stories */
  const char *where, *since, *until; /* stories */
  unsigned least_origins;
  const char *lang; /* claims, report, check */
  const char *pack; /* report */
  bool html;        /* report */
  bool all;         /* report, who, where */
  bool json, plain, largest, trending, raw;
  bool reports, quiet;     /* stories */
  unsigned threads;        /* stories */
  bool dot, graphml, prov; /* chain */
  unsigned limit;
} view_options;

#define VIEW_DB_OPTION                                                                                                                               \
  { "db", OPTION_TEXT, "STORE", "the store (default: $ISNAD_DB, else isnad.db)", offsetof(view_options, db) }
#define VIEW_JSON_OPTION                                                                                                                             \
  { "json", OPTION_FLAG, NULL, "one JSON object a line", offsetof(view_options, json) }
#define VIEW_PLAIN_OPTION                                                                                                                            \
  { "plain", OPTION_FLAG, NULL, "no colours and no direction marks on a terminal", offsetof(view_options, plain) }
#define VIEW_LANG_OPTION                                                                                                                             \
  { "lang", OPTION_TEXT, "LANGUAGE", "of the words around the evidence: ar (default) or en", offsetof(view_options, lang) }
#define VIEW_LIMIT_OPTION                                                                                                                            \
  { "limit", OPTION_COUNT, "N", "at most so many (default: all)", offsetof(view_options, limit) }
#define VIEW_NO_MORE_OPTIONS                                                                                                                         \
  { NULL, OPTION_FLAG, NULL, NULL, 0 }

extern const option_row view_option_rows[]; /* db, json, plain */

/* Shows something of an open store; `arguments` are the words of the command line. */
typedef isnad_status (*view_function)(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err);

/* Reads the options, opens the store for reading, shows, closes; complains in one line on standard error. `least` and `most` arguments are
 * allowed. Returns the exit code. */
int view_run(const command *self, int argc, char **argv, size_t least, size_t most, view_function show);

/* The same when the options were read. */
int view_stored(const command *self, const view_options *options, char **arguments, size_t count, view_function show);

/* Tells on standard error what went wrong, behind the command's name. Returns `code`. */
int view_complain(const command *self, const char *words, int code);

/* Ends a command that showed something: what was written goes out, and what went wrong is told. Returns the exit code. */
int view_ended(const command *self, isnad_status status, const isnad_err *err);

/* One view after the other, for commands that take several ids; `show` is one of the isnad_view functions that take an id. */
isnad_status view_each(isnad_store *store, char **arguments, size_t count, const isnad_view *view,
                       isnad_status (*show)(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err), isnad_err *err);

/* The view that the options and the terminal ask for. */
isnad_view view_for(const view_options *options);

/* A view that prints to standard output as it is, without colours and direction marks. */
isnad_view view_plain(bool json);

/* The exit code for a status. */
int view_exit_code(isnad_status status);

#endif
