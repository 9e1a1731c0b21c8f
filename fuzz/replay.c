/* Runs a fuzz target without a fuzzing engine: over each file of its corpus, then over seeded mutations of them, always the same ones.
 * replay FOLDER [FIRST-MUTATION [COUNT]]. What was being read when the target broke is told by its number, and left in the file replay-broken. */
#include "fuzz.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum { MOST_FILES = 4096, LARGEST = 1 << 16, MUTATIONS = 6000 };

typedef struct input {
  char name[256];
  uint8_t *bytes;
  size_t size;
} input;

/* What a signal handler needs to know. */
static struct {
  const input *file; /* NULL: a mutation */
  long mutation;
  const uint8_t *bytes;
  size_t size;
  size_t passed;
} now;

static void tell_and_stop(int signal_number) {
  static volatile sig_atomic_t told;
  char words[400];
  if (told) _exit(1); /* a sanitizer reports, then aborts */
  told = 1;
  int length = now.file != NULL ? snprintf(words, sizeof words, "broken by the file %s\n%zu passed, 1 failed\n", now.file->name, now.passed)
                                : snprintf(words, sizeof words, "broken by mutation %ld\n%zu passed, 1 failed\n", now.mutation, now.passed);
  if (length > 0) (void)!write(STDOUT_FILENO, words, (size_t)length);
  int fd = open("replay-broken", O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd >= 0) {
    (void)!write(fd, now.bytes, now.size);
    close(fd);
  }
  if (signal_number != 0) _exit(1);
}

static void on_sanitizer_report(void) { tell_and_stop(0); }

/* Given by the sanitizers when they are linked in. */
__attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)(void));

static void catch_failures(void) {
  static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
  if (__sanitizer_set_death_callback != NULL) {
    __sanitizer_set_death_callback(on_sanitizer_report);
    signal(SIGABRT, tell_and_stop);
    return;
  }
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) signal(signals[i], tell_and_stop);
}

/* splitmix64 */
static uint64_t next(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static size_t below(uint64_t *state, size_t bound) { return bound > 0 ? (size_t)(next(state) % bound) : 0; }

static int by_name(const void *a, const void *b) { return strcmp(((const input *)a)->name, ((const input *)b)->name); }

static bool load(input *file, const char *folder) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, file->name);
  FILE *in = fopen(path, "rb");
  file->bytes = malloc(LARGEST);
  if (in == NULL || file->bytes == NULL) return false;
  file->size = fread(file->bytes, 1, LARGEST, in);
  fclose(in);
  return true;
}

static size_t load_corpus(input *files, const char *folder) {
  size_t count = 0;
  DIR *listing = opendir(folder);
  if (listing == NULL) return 0;
  for (const struct dirent *entry; (entry = readdir(listing)) != NULL && count < MOST_FILES;) {
    if (entry->d_name[0] == '.') continue;
    snprintf(files[count].name, sizeof files[count].name, "%s", entry->d_name);
    if (load(&files[count], folder)) count++;
  }
  closedir(listing);
  qsort(files, count, sizeof *files, by_name);
  return count;
}

/* A copy of exactly its size, so that a read past the end is seen. */
static void run(const uint8_t *bytes, size_t size) {
  uint8_t *copy = malloc(size > 0 ? size : 1);
  if (copy == NULL) return;
  memcpy(copy, bytes, size);
  now.bytes = copy;
  now.size = size;
  LLVMFuzzerTestOneInput(copy, size);
  free(copy);
}

static void replace(uint8_t *bytes, size_t *size, size_t at, size_t removed, const uint8_t *with, size_t added) {
  if (*size - removed + added > LARGEST) return;
  memmove(bytes + at + added, bytes + at + removed, *size - at - removed);
  memcpy(bytes + at, with, added);
  *size = *size - removed + added;
}

static void mutate_once(uint8_t *bytes, size_t *size, const input *other, uint64_t *state) {
  static const uint8_t awkward[] = {0,   1,   0x7F, 0x80, 0xFF, '"',  '\\', '{', '}', '[', ']',  ',',  ':',
                                    '<', '>', '&',  ';',  '/',  '\n', '\r', ' ', '-', '0', 0xD8, 0xE2, 0xEF};
  size_t at = below(state, *size + 1), left = *size - at, length = below(state, left < 64 ? left + 1 : 64);
  uint8_t piece[64];
  switch (below(state, 7)) {
  case 0:
    if (left > 0) bytes[at] ^= (uint8_t)(1u << below(state, 8));
    break;
  case 1:
    piece[0] = awkward[below(state, sizeof awkward)];
    replace(bytes, size, at, left > 0 ? below(state, 2) : 0, piece, 1);
    break;
  case 2:
    replace(bytes, size, at, length, piece, 0);
    break;
  case 3: /* repeats a piece */
    memcpy(piece, bytes + at, length);
    for (size_t times = below(state, 20); times > 0; times--) replace(bytes, size, at, 0, piece, length);
    break;
  case 4: /* brings in a piece of another file */
    if (other->size == 0) break;
    length = below(state, other->size < 64 ? other->size : 64);
    memcpy(piece, other->bytes + below(state, other->size - length), length);
    replace(bytes, size, at, left > 0 ? below(state, left < length ? left : length + 1) : 0, piece, length);
    break;
  case 5:
    *size = at;
    break;
  default:
    if (left > 0) bytes[at] = (uint8_t)next(state);
  }
}

/* Every mutation has its own seed, so that one can be run again alone. */
static void run_mutation(const input *files, size_t count, long number) {
  static uint8_t bytes[LARGEST];
  uint64_t state = (uint64_t)number;
  const input *from = &files[below(&state, count)], *other = &files[below(&state, count)];
  size_t size = from->size;
  memcpy(bytes, from->bytes, size);
  for (size_t times = 1 + below(&state, 8); times > 0; times--) mutate_once(bytes, &size, other, &state);
  now.file = NULL;
  now.mutation = number;
  run(bytes, size);
}

int main(int argc, char **argv) {
  input *files = calloc(MOST_FILES, sizeof *files);
  size_t count = argc > 1 && files != NULL ? load_corpus(files, argv[1]) : 0;
  if (count == 0) {
    printf("there is no corpus to replay\n0 passed, 1 failed\n");
    return 1;
  }
  long first = argc > 2 ? strtol(argv[2], NULL, 10) : 0, mutations = argc > 3 ? strtol(argv[3], NULL, 10) : MUTATIONS, done = 0;
  catch_failures();
  for (size_t i = 0; i < count; i++) {
    now.file = &files[i];
    run(files[i].bytes, files[i].size);
    now.passed++;
  }
  for (; done < mutations; done++) run_mutation(files, count, first + done);
  for (size_t i = 0; i < count; i++) free(files[i].bytes);
  free(files);
  printf("%zu files and %ld mutations were read\n", count, done);
  printf("%zu passed, 0 failed\n", now.passed + (done > 0)); /* the mutations count as one test */
  return 0;
}
