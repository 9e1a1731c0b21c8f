/* bench_figures FILE: how fast one core reads the times and the figures of a text in pieces of an article's size. Tokens and the look-up of phrases,
 * which all readers of notes share, are timed apart. */
#include "bench.h"

#include "note/scan.h"

enum { PIECE_BYTES = 4000, STEPS = 4 };

static size_t piece_at(isnad_slice text, size_t at) {
  size_t end = at + PIECE_BYTES < text.length ? at + PIECE_BYTES : text.length;
  while (end < text.length && text.bytes[end - 1] != '\n') end++;
  return end - at;
}

static void add_lap(double laps[STEPS], size_t step, double *from) {
  double now = bench_now();
  laps[step] += now - *from;
  *from = now;
}

static size_t read_piece(isnad_arena *arena, isnad_slice piece, double laps[STEPS]) {
  isnad_page page = {.text = piece};
  isnad_span body = {0, (uint32_t)piece.length};
  isnad_article article = {.body = &body, .body_count = 1, .published = {.when = {1700000000, 1700086400}}};
  note_scan s = {.arena = arena, .page = &page, .article = &article};
  isnad_arena_reset(arena);
  double from = bench_now();
  if (isnad_arabic_tokens(&page.tokens, arena, piece, NULL) != ISNAD_OK) return 0;
  add_lap(laps, 0, &from);
  note_units(&s);
  add_lap(laps, 1, &from);
  note_times(&s);
  add_lap(laps, 2, &from);
  note_figures(&s);
  add_lap(laps, 3, &from);
  return s.time_count + s.figure_count;
}

int main(int argc, char **argv) {
  static const char *const names[STEPS] = {"tokens", "phrases (shared)", "times", "figures"};
  double seconds[STEPS][BENCH_RUNS] = {{0}}, both[BENCH_RUNS];
  isnad_arena *arena = NULL;
  isnad_slice text;
  size_t found = 0;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  text.bytes = bench_file(argv[1], &text.length);
  for (size_t run = 0; run < BENCH_RUNS; run++) {
    double laps[STEPS] = {0};
    found = 0;
    for (size_t at = 0, length = 0; at < text.length; at += length) {
      length = piece_at(text, at);
      found += read_piece(arena, (isnad_slice){text.bytes + at, length}, laps);
    }
    for (size_t i = 0; i < STEPS; i++) seconds[i][run] = laps[i];
    both[run] = laps[2] + laps[3];
  }
  for (size_t i = 0; i < STEPS; i++) bench_print(names[i], seconds[i], (double)text.length, (double)found);
  bench_print("times and figures together", both, (double)text.length, (double)found);
  isnad_arena_free(arena);
  free((void *)(uintptr_t)text.bytes);
  return 0;
}
