/* The command `isnad`: a table of subcommands, each in its own file. */
#include "isnad/isnad.h"
#include "options.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define COMMAND(name) extern const command cmd_##name;
#include "commands.def"
#undef COMMAND

#define COMMAND(name) &cmd_##name,
static const command *const commands[] = {
#include "commands.def"
};
#undef COMMAND

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static const command *find(const char *name) {
  for (size_t i = 0; i < COMMAND_COUNT; i++)
    if (strcmp(commands[i]->name, name) == 0) return commands[i];
  return NULL;
}

static const char overview[] = "isnad tells, of captured Arabic news pages, which articles stand on them, which events they report,\n"
                               "in what order, and by which chain each report came.\n\n"
                               "usage: isnad COMMAND [OPTIONS] [ARGUMENTS]\n\n";

static const char exit_codes[] = "\nexit codes: 0 found, 1 nothing found, 2 usage, 3 bad input, 4 store or network\n"
                                 "isnad help COMMAND tells more of a command.\n";

static void list_commands(FILE *out) {
  fputs(overview, out);
  for (size_t i = 0; i < COMMAND_COUNT; i++) fprintf(out, "  %-9s %s\n", commands[i]->name, commands[i]->summary);
  fputs("  help      this list, or the options of one command\n", out);
  fputs(exit_codes, out);
}

static int help(int argc, char **argv) {
  const command *about = argc > 0 ? find(argv[0]) : NULL;
  if (argc > 0 && about == NULL) {
    fprintf(stderr, "isnad help: no command is called %s\n", argv[0]);
    return EXIT_USAGE;
  }
  if (about != NULL)
    options_help(about);
  else
    list_commands(stdout);
  return EXIT_FOUND;
}

int main(int argc, char **argv) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* nobody asks how much memory SQLite holds, and counting takes a lock at each allocation */
  if (argc < 2) {
    list_commands(stderr);
    return EXIT_USAGE;
  }
  if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0) return help(argc - 2, argv + 2);
  if (strcmp(argv[1], "--version") == 0) {
    printf("isnad %s\n", isnad_version());
    return EXIT_FOUND;
  }
  const command *self = find(argv[1]);
  if (self == NULL) {
    fprintf(stderr, "isnad: no command is called %s (see isnad help)\n", argv[1]);
    return EXIT_USAGE;
  }
  for (int i = 2; i < argc; i++)
    if (strcmp(argv[i], "--help") == 0) return help(1, argv + 1);
  return self->run(self, argc - 2, argv + 2);
}
