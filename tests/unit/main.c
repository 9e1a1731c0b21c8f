/* One program for all the tests of unit/ and property/, so that the library with its tables is linked once and not sixty times.
   Each test file has a main of its own, which the build renames to tests_of_<name>; the first argument says which of them is to run,
   and it sees the rest as its own arguments. */
#include "programs.h"

#include <stdio.h>
#include <string.h>

#define DECLARE(name) int tests_of_##name(int argc, char **argv);
TEST_PROGRAMS(DECLARE)

typedef struct {
  const char *name;
  int (*run)(int argc, char **argv);
} program;

#define ROW(name) {#name, tests_of_##name},
static const program programs[] = {TEST_PROGRAMS(ROW)};
enum { PROGRAMS = sizeof programs / sizeof *programs };

int main(int argc, char **argv) {
  for (size_t i = 0; argc > 1 && i < PROGRAMS; i++)
    if (!strcmp(programs[i].name, argv[1])) return programs[i].run(argc - 1, argv + 1);
  fprintf(stderr, "usage: unit NAME [ARGUMENTS], where NAME is one of\n");
  for (size_t i = 0; i < PROGRAMS; i++) fprintf(stderr, "  %s\n", programs[i].name);
  return 2;
}
