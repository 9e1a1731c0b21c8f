/* bench_hostile CASES [KILOBYTES]: texts that cost a reader much (tests/cases/hostile.tsv), each read whole, notes and record included, at one size,
 * at twice and at four times that. The last column is the cost of a byte at the largest size against that at the smallest: 1 where it is linear. */
#include "bench.h"
#include "isnad/isnad.h"

#include "../tests/hostile.h"

enum { SIZES = 3, KILOBYTE = 1024, USUAL = 250 };

static double seconds_of(isnad_slice text) {
  isnad_arena *arena = NULL;
  isnad_record record;
  isnad_slice json;
  isnad_input input = {.path = isnad_slice_of("page.txt"), .bytes = text};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(1);
  double began = bench_now();
  if (isnad_read(&record, arena, &input, NULL) != ISNAD_OK || isnad_record_json(&json, NULL, arena, &record, NULL) != ISNAD_OK) exit(1);
  double seconds = bench_now() - began;
  isnad_arena_free(arena);
  return seconds;
}

static void measure(const hostile_text *h, size_t size) {
  double seconds[SIZES];
  for (size_t i = 0; i < SIZES; i++) {
    isnad_slice text = hostile_repeated(h, size << i);
    seconds[i] = seconds_of(text);
    free((void *)(uintptr_t)text.bytes);
  }
  double megabytes = (double)(size << (SIZES - 1)) / 1e6;
  printf("%-26s %7.3f %7.3f %7.3f s %8.2f MB/s %6.2f\n", h->name, seconds[0], seconds[1], seconds[2], megabytes / seconds[2],
         seconds[2] / seconds[0] / (1 << (SIZES - 1)));
  fflush(stdout);
}

int main(int argc, char **argv) {
  hostile_text h;
  if (argc < 2) {
    fprintf(stderr, "usage: bench_hostile CASES [KILOBYTES]\n");
    return 2;
  }
  FILE *cases = fopen(argv[1], "r");
  size_t size = (argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : USUAL) * KILOBYTE;
  if (cases == NULL) return 2;
  while (hostile_next(&h, cases)) measure(&h, size);
  fclose(cases);
  return 0;
}
