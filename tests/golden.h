/* What the golden tests share: their files, and the cases of a folder by name. */
#ifndef ISNAD_TESTS_GOLDEN_H
#define ISNAD_TESTS_GOLDEN_H

#include "isnad/isnad.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The file in the arena; nothing when it cannot be opened. */
static inline isnad_slice golden_file(isnad_arena *arena, const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return (isnad_slice){NULL, 0};
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = isnad_arena_alloc(arena, size + 1);
  size = fread(bytes, 1, size, file);
  fclose(file);
  return (isnad_slice){bytes, size};
}

/* What stands before the mark, which is passed, or all that is left. */
static inline isnad_slice golden_cut(isnad_slice *rest, char mark) {
  const char *at = rest->length > 0 ? memchr(rest->bytes, mark, rest->length) : NULL;
  size_t length = at != NULL ? (size_t)(at - rest->bytes) : rest->length;
  isnad_slice head = {rest->bytes, length};
  length += at != NULL;
  *rest = (isnad_slice){rest->bytes + length, rest->length - length};
  return head;
}

static inline int golden_by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The cases of a folder, whose names begin with a figure, in their order; each name is the caller's to free. */
static inline size_t golden_cases(const char *folder, char **names, size_t room) {
  DIR *all = opendir(folder);
  size_t count = 0;
  for (struct dirent *entry; all != NULL && (entry = readdir(all)) != NULL && count < room;)
    if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9') names[count++] = strdup(entry->d_name);
  if (all != NULL) closedir(all);
  qsort(names, count, sizeof names[0], golden_by_name);
  return count;
}

#endif
