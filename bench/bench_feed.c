/* bench_feed FILE...: how fast one core reads each file as a feed, unpacking and charset included. */
#include "bench.h"

#include "isnad/feed.h"

static void measure(const char *path) {
  double seconds[BENCH_RUNS];
  size_t length = 0;
  isnad_arena *arena = NULL;
  isnad_feed feed = {0};
  char *bytes = bench_file(path, &length);
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  for (size_t i = 0; i < BENCH_RUNS; i++) {
    isnad_err err = {0};
    isnad_arena_reset(arena);
    double begin = bench_now();
    if (isnad_feed_read(&feed, arena, (isnad_slice){bytes, length}, NULL, &err) != ISNAD_OK) fprintf(stderr, "%s: %s\n", path, err.message);
    seconds[i] = bench_now() - begin;
  }
  bench_print(path, seconds, (double)length, (double)feed.item_count);
  printf("%zu items, %zu faults, %.1f bytes of memory a byte\n", feed.item_count, isnad_feed_fault_count(&feed.faults),
         (double)isnad_arena_used(arena) / (double)length);
  isnad_arena_free(arena);
  free(bytes);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) measure(argv[i]);
  return argc > 1 ? 0 : 2;
}
