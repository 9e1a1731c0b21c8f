/* bench_page FILE [ROUNDS]: how fast one core repairs, cuts and reads a text page made of FILE's bytes in pieces of a page's size: tokens alone,
 * then page, then page and articles. */
#include "bench.h"

#include "isnad/article.h"

enum { PAGE_BYTES = 6000 };

typedef enum depth { TOKENS, PAGE, ARTICLES } depth;

static size_t piece_at(isnad_slice text, size_t at) {
  size_t end = at + PAGE_BYTES < text.length ? at + PAGE_BYTES : text.length;
  while (end < text.length && text.bytes[end - 1] != '\n') end++;
  return end - at;
}

static size_t work(isnad_arena *arena, isnad_slice piece, depth how) {
  isnad_capture capture = {.uri = isnad_slice_of("bench"), .bytes = piece};
  isnad_page page;
  isnad_tokens tokens;
  isnad_article *articles = NULL;
  size_t count = 0;
  isnad_arena_reset(arena);
  if (how == TOKENS) return isnad_arabic_tokens(&tokens, arena, piece, NULL) == ISNAD_OK ? tokens.count : 0;
  if (isnad_page_read(&page, arena, &capture, NULL) != ISNAD_OK) return 0;
  if (how == PAGE) return page.part_count;
  return isnad_articles_find(&articles, &count, arena, &page, &capture, NULL) == ISNAD_OK ? count : 0;
}

static void run(isnad_arena *arena, isnad_slice text, depth how, const char *what, size_t rounds) {
  double seconds[BENCH_RUNS];
  size_t pieces = 0;
  for (size_t i = 0; i < BENCH_RUNS; i++) {
    double begin = bench_now();
    pieces = 0;
    for (size_t round = 0; round < rounds; round++)
      for (size_t at = 0, length = 0; at < text.length; at += length, pieces++) {
        length = piece_at(text, at);
        work(arena, (isnad_slice){text.bytes + at, length}, how);
      }
    seconds[i] = bench_now() - begin;
  }
  bench_print(what, seconds, (double)text.length * (double)rounds, (double)pieces);
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  isnad_slice text;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  text.bytes = bench_file(argv[1], &text.length);
  size_t rounds = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : 1;
  run(arena, text, TOKENS, "tokens", rounds);
  run(arena, text, PAGE, "page (tokens included)", rounds);
  run(arena, text, ARTICLES, "page and articles", rounds);
  isnad_arena_free(arena);
  free((void *)(uintptr_t)text.bytes);
  return 0;
}
