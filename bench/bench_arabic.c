/* bench_arabic FILE: folding and tokens over one text file, cut into texts of about 4 KB as articles are. One core. */
#include "bench.h"
#include "isnad/arabic.h"

#include <string.h>

enum { PIECE = 4096 };

/* The next piece ends at a line feed, so that no character is cut. */
static size_t piece_end(const char *bytes, size_t length, size_t begin) {
  if (length - begin <= PIECE) return length;
  const char *feed = memchr(bytes + begin + PIECE, '\n', length - begin - PIECE);
  return feed != NULL ? (size_t)(feed - bytes) + 1 : length;
}

static size_t run(isnad_arena *arena, const char *bytes, size_t length, int what) {
  size_t items = 0;
  for (size_t at = 0, end = 0; at < length; at = end) {
    end = piece_end(bytes, length, at);
    isnad_slice text = {bytes + at, end - at}, folded;
    isnad_tokens tokens;
    isnad_arena_reset(arena);
    if (what == 0) {
      if (isnad_arabic_fold(&folded, NULL, arena, text, ISNAD_FOLD_MATCH, NULL) != ISNAD_OK) exit(1);
      items++;
    } else {
      if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) exit(1);
      items += tokens.count;
      isnad_phrase hits[16];
      for (size_t i = 0; what == 2 && i < tokens.count; i++) isnad_phrases_at(hits, 16, &tokens, i, UINT32_MAX, ISNAD_PHRASE_CUT);
    }
  }
  return items;
}

int main(int argc, char **argv) {
  static const char *const names[] = {"fold with slow path only", "fold + tokens", "fold + tokens + phrases"};
  if (argc < 2) {
    fprintf(stderr, "usage: bench_arabic FILE\n");
    return 2;
  }
  size_t length = 0;
  char *bytes = bench_file(argv[1], &length);
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 1;
  for (int what = 0; what < 3; what++) {
    double seconds[BENCH_RUNS];
    size_t items = 0;
    for (int i = 0; i < BENCH_RUNS; i++) {
      double began = bench_now();
      items = run(arena, bytes, length, what);
      seconds[i] = bench_now() - began;
    }
    bench_print(names[what], seconds, (double)length, (double)items);
  }
  isnad_arena_free(arena);
  free(bytes);
  return 0;
}
