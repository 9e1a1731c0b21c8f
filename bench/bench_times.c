/* bench_times FILE [ROUNDS]: how fast one core reads the times and the figures of an article, in pieces of an article's size: the phrases that all
 * readers of notes share are looked up once and measured apart. */
#include "bench.h"

#include "note/scan.h"

enum { PIECE_BYTES = 3000 };

static size_t piece_at(isnad_slice text, size_t at) {
  size_t end = at + PIECE_BYTES < text.length ? at + PIECE_BYTES : text.length;
  while (end < text.length && text.bytes[end - 1] != '\n') end++;
  return end - at;
}

typedef struct spent {
  double phrases, times, both;
  size_t pieces, found;
} spent;

static void piece(isnad_arena *arena, isnad_slice text, spent *s) {
  isnad_page page = {.text = text};
  isnad_arena_reset(arena);
  if (isnad_arabic_tokens(&page.tokens, arena, text, NULL) != ISNAD_OK) return;
  isnad_span body = {0, (uint32_t)text.length};
  isnad_article article = {.body = &body, .body_count = 1};
  article.published = (isnad_published){.when = {1726444800, 1726531200}, .rule = {.name = "at"}};
  note_scan scan = {.arena = arena, .page = &page, .article = &article};
  double begin = bench_now();
  note_units(&scan);
  double between = bench_now();
  note_times(&scan);
  s->phrases += between - begin;
  double after = bench_now();
  note_figures(&scan);
  s->times += after - between;
  s->both += bench_now() - between;
  s->pieces++;
  s->found += scan.time_count;
}

int main(int argc, char **argv) {
  isnad_arena *arena = NULL;
  isnad_slice text;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  text.bytes = bench_file(argv[1], &text.length);
  size_t rounds = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : 1, found = 0;
  double phrases[BENCH_RUNS], times[BENCH_RUNS], both[BENCH_RUNS];
  size_t pieces = 0;
  for (size_t run = 0; run < BENCH_RUNS; run++) {
    spent s = {0, 0, 0, 0, 0};
    for (size_t round = 0; round < rounds; round++)
      for (size_t at = 0, length = 0; at < text.length; at += length) {
        length = piece_at(text, at);
        piece(arena, (isnad_slice){text.bytes + at, length}, &s);
      }
    phrases[run] = s.phrases;
    times[run] = s.times;
    both[run] = s.both;
    pieces = s.pieces;
    found = s.found;
  }
  bench_print("phrases of all tables (shared by all readers)", phrases, (double)text.length * (double)rounds, (double)pieces);
  bench_print("times", times, (double)text.length * (double)rounds, (double)pieces);
  bench_print("times and figures", both, (double)text.length * (double)rounds, (double)pieces);
  printf("%zu times found\n", found / rounds);
  isnad_arena_free(arena);
  free((void *)(uintptr_t)text.bytes);
  return 0;
}
