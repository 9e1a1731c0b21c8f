/* Command-line options: one table per command makes parsing and help. */
#ifndef ISNAD_CMD_OPTIONS_H
#define ISNAD_CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* Exit codes, as `isnad help` tells them. */
enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_USAGE = 2, EXIT_BAD_INPUT = 3, EXIT_STORE = 4 };

typedef enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_COUNT } option_kind;

typedef struct option_row {
  const char *name; /* without the dashes; NULL ends a table */
  option_kind kind;
  const char *value; /* what the help calls the value: "FILE"; NULL for flags */
  const char *help;
  size_t offset; /* of a bool, const char * or unsigned in the command's struct of options */
} option_row;

/* One subcommand: its row in the table of main.c. */
typedef struct command {
  const char *name;
  const char *arguments; /* "FILE… | -" */
  const char *summary;   /* one line */
  const char *details;   /* more for `isnad help NAME`; may be NULL */
  const option_row *options;
  int (*run)(const struct command *self, int argc, char **argv);
} command;

/* Reads options into `values` (zeroed by the caller) and moves the other arguments to the front of argv; "--" ends the options.
 * Returns the number of arguments, or -1 after one line on standard error. */
int options_read(const command *self, void *values, int argc, char **argv);

/* The path of the store: the given one, else $ISNAD_DB, else "isnad.db". */
const char *options_db(const char *given);

void options_help(const command *self);

#endif
