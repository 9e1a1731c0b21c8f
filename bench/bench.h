/* What the benchmarks share: a monotonic clock, a whole file in memory, and the median of some runs. They measure and never assert. */
#ifndef ISNAD_BENCH_H
#define ISNAD_BENCH_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BENCH_RUNS = 7 };

static inline double bench_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Reads a file; exits when it cannot (a benchmark has no caller to tell). */
static inline char *bench_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*length + 1);
  if (bytes == NULL || fread(bytes, 1, *length, file) != *length) exit(2);
  fclose(file);
  return bytes;
}

static inline int bench_order(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Prints the median of `seconds` as MB/s and as items a second. */
static inline void bench_print(const char *what, double seconds[BENCH_RUNS], double bytes, double items) {
  qsort(seconds, BENCH_RUNS, sizeof seconds[0], bench_order);
  double median = seconds[BENCH_RUNS / 2];
  printf("%-28s %8.1f MB/s %12.0f items/s   (median of %d, %.3f s, min %.3f max %.3f)\n", what, bytes / median / 1e6, items / median, BENCH_RUNS,
         median, seconds[0], seconds[BENCH_RUNS - 1]);
}

#endif
