/* What the test programs share: cmocka, slices of string literals, seeded random numbers, and a folder of their own to write into. */
#ifndef ISNAD_TESTS_SUPPORT_H
#define ISNAD_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "isnad/base.h"

/* A literal as a slice, NUL bytes inside it included. */
#define S(literal) ((isnad_slice){literal, sizeof(literal) - 1})

#define assert_slice(got, wanted)                                                                                                                    \
  do {                                                                                                                                               \
    isnad_slice got_ = (got), wanted_ = (wanted);                                                                                                    \
    if (!isnad_slice_equal(got_, wanted_))                                                                                                           \
      fail_msg("got \"%.*s\", wanted \"%.*s\"", (int)got_.length, got_.bytes, (int)wanted_.length, wanted_.bytes);                                   \
  } while (0)

/* splitmix64 (Steele, Lea and Flood, 2014): every seed gives another run, the same one each time. */
static inline uint64_t random_next(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static inline size_t random_below(uint64_t *state, size_t bound) { return (size_t)(random_next(state) % bound); }

static inline isnad_arena *new_arena(size_t limit) {
  isnad_arena *arena = NULL;
  assert_int_equal(isnad_arena_new(&arena, limit), ISNAD_OK);
  return arena;
}

/* Makes an empty folder and moves into it, so that tests can name files shortly. */
static inline int enter_folder_of_its_own(void **state) {
  char *folder = strdup("/tmp/isnad-test.XXXXXX");
  if (folder == NULL || mkdtemp(folder) == NULL || chdir(folder) != 0) return -1;
  *state = folder;
  return 0;
}

static inline void remove_tree(const char *path) {
  struct stat info;
  if (lstat(path, &info) != 0) return;
  if (!S_ISDIR(info.st_mode)) {
    unlink(path);
    return;
  }
  chmod(path, 0700);
  DIR *folder = opendir(path);
  for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
    char child[4096];
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (snprintf(child, sizeof child, "%s/%s", path, entry->d_name) < (int)sizeof child) remove_tree(child);
  }
  if (folder != NULL) closedir(folder);
  rmdir(path);
}

static inline int leave_folder(void **state) {
  char *folder = *state;
  if (chdir("/") != 0) return -1;
  remove_tree(folder);
  free(folder);
  return 0;
}

static inline void write_file(const char *path, isnad_slice bytes) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  if (bytes.length > 0) assert_int_equal(fwrite(bytes.bytes, 1, bytes.length, file), bytes.length);
  assert_int_equal(fclose(file), 0);
}

static inline isnad_slice read_file(isnad_arena *arena, const char *path) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  assert_int_equal(fseek(file, 0, SEEK_END), 0);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *bytes = isnad_arena_alloc(arena, size + 1);
  assert_int_equal(fread(bytes, 1, size, file), size);
  fclose(file);
  return (isnad_slice){bytes, size};
}

#endif
