/* bench_read FILE: a text file cut into texts of about 4 KB, each read as a text capture (page, articles, notes, record as JSON). One core. */
#include "bench.h"
#include "isnad/isnad.h"

#include <string.h>

enum { PIECE = 4096 };

static size_t piece_end(const char *bytes, size_t length, size_t begin) {
  if (length - begin <= PIECE) return length;
  const char *feed = memchr(bytes + begin + PIECE, '\n', length - begin - PIECE);
  return feed != NULL ? (size_t)(feed - bytes) + 1 : length;
}

static size_t read_pieces(isnad_arena *arena, const char *bytes, size_t length) {
  size_t pages = 0;
  for (size_t at = 0, end = 0; at < length; at = end, pages++) {
    end = piece_end(bytes, length, at);
    isnad_record record;
    isnad_slice json;
    isnad_input input = {.path = isnad_slice_of("page.txt"), .bytes = {bytes + at, end - at}};
    isnad_arena_reset(arena);
    if (isnad_read(&record, arena, &input, NULL) != ISNAD_OK || isnad_record_json(&json, NULL, arena, &record, NULL) != ISNAD_OK) exit(1);
  }
  return pages;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: bench_read FILE\n");
    return 2;
  }
  size_t length = 0, pages = 0;
  char *bytes = bench_file(argv[1], &length);
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 1;
  double seconds[BENCH_RUNS];
  for (int i = 0; i < BENCH_RUNS; i++) {
    double began = bench_now();
    pages = read_pieces(arena, bytes, length);
    seconds[i] = bench_now() - began;
  }
  bench_print("read of text captures", seconds, (double)length, (double)pages);
  isnad_arena_free(arena);
  free(bytes);
  return 0;
}
