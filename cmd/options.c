#include "options.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const option_row *find(const option_row *rows, const char *name, size_t length) {
  for (; rows != NULL && rows->name != NULL; rows++)
    if (strlen(rows->name) == length && memcmp(rows->name, name, length) == 0) return rows;
  return NULL;
}

static int complain(const command *self, const char *what, const char *about) {
  fprintf(stderr, "isnad %s: %s%s (see isnad help %s)\n", self->name, what, about, self->name);
  return -1;
}

static bool read_count(const char *text, unsigned *out) {
  char *end = NULL;
  errno = 0;
  unsigned long n = strtoul(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || text[0] == '-' || n > UINT_MAX) return false;
  *out = (unsigned)n;
  return true;
}

static bool store_value(const option_row *row, void *values, const char *text) {
  char *place = (char *)values + row->offset;
  if (row->kind == OPTION_FLAG)
    *(bool *)(void *)place = true;
  else if (row->kind == OPTION_TEXT)
    *(const char **)(void *)place = text;
  else
    return read_count(text, (unsigned *)(void *)place);
  return true;
}

/* One "--name", "--name=value" or "--name value". Returns how many words it took, or -1. */
static int take_option(const command *self, void *values, char **words, int left) {
  const char *name = words[0] + 2, *equals = strchr(name, '=');
  const option_row *row = find(self->options, name, equals != NULL ? (size_t)(equals - name) : strlen(name));
  if (row == NULL) return complain(self, "unknown option ", words[0]);
  if (row->kind == OPTION_FLAG) {
    if (equals != NULL) return complain(self, "takes no value: ", words[0]);
    return store_value(row, values, NULL) ? 1 : -1;
  }
  if (equals == NULL && left < 2) return complain(self, "a value is missing after ", words[0]);
  if (!store_value(row, values, equals != NULL ? equals + 1 : words[1])) return complain(self, "not a number for ", words[0]);
  return equals != NULL ? 1 : 2;
}

int options_read(const command *self, void *values, int argc, char **argv) {
  int kept = 0;
  bool options_ended = false;
  for (int i = 0; i < argc;) {
    char *word = argv[i];
    bool arabic = (unsigned char)word[1] >= 0x80; /* a word that a search excludes */
    if (options_ended || word[0] != '-' || word[1] == '\0' || arabic) {
      argv[kept++] = word;
      i++;
    } else if (strcmp(word, "--") == 0) {
      options_ended = true;
      i++;
    } else if (word[1] != '-') {
      return complain(self, "unknown option ", word);
    } else {
      int taken = take_option(self, values, argv + i, argc - i);
      if (taken < 0) return -1;
      i += taken;
    }
  }
  return kept;
}

const char *options_db(const char *given) {
  const char *environment = getenv("ISNAD_DB");
  if (given != NULL) return given;
  return environment != NULL && environment[0] != '\0' ? environment : "isnad.db";
}

void options_help(const command *self) {
  printf("isnad %s%s%s\n    %s\n", self->name, self->arguments[0] != '\0' ? " " : "", self->arguments, self->summary);
  if (self->details != NULL) printf("\n%s", self->details);
  if (self->options != NULL && self->options->name != NULL) printf("\n");
  for (const option_row *row = self->options; row != NULL && row->name != NULL; row++)
    printf("  --%s%s%-*s %s\n", row->name, row->value != NULL ? "=" : "", (row->value != NULL ? 18 : 19) - (int)strlen(row->name),
           row->value != NULL ? row->value : "", row->help);
}
