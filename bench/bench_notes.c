/* bench_notes FILE: how fast one core reads the notes of an article, stage by stage, in pieces of an article's size. Tokens and the look-up of
 * phrases, which all stages share, are timed apart. */
#include "bench.h"

#include "note/scan.h"

enum { PIECE_BYTES = 4000, STAGES = 7, FIRST_OF_THREE = 4 };

static const char *const stage_names[STAGES] = {"tokens", "phrases (shared)", "times", "figures", "sources", "names", "quotes"};

static size_t piece_at(isnad_slice text, size_t at) {
  size_t end = at + PIECE_BYTES < text.length ? at + PIECE_BYTES : text.length;
  while (end < text.length && text.bytes[end - 1] != '\n') end++;
  return end - at;
}

static void add_lap(double laps[STAGES], size_t stage, double *from) {
  double now = bench_now();
  laps[stage] += now - *from;
  *from = now;
}

/* The stages in the order of isnad_note_article. */
static size_t read_piece(isnad_arena *arena, isnad_slice piece, double laps[STAGES]) {
  static void (*const stages[STAGES - 1])(note_scan *) = {note_units, note_times, note_figures, note_citations, note_names, note_quotes};
  isnad_page page = {.text = piece};
  isnad_span body = {0, (uint32_t)piece.length};
  isnad_article article = {.body = &body, .body_count = 1, .published = {.when = {1700000000, 1700086400}}};
  note_scan s = {.arena = arena, .page = &page, .article = &article};
  isnad_arena_reset(arena);
  double from = bench_now();
  if (isnad_arabic_tokens(&page.tokens, arena, piece, NULL) != ISNAD_OK) return 0;
  add_lap(laps, 0, &from);
  for (size_t i = 1; i < STAGES; i++) {
    stages[i - 1](&s);
    add_lap(laps, i, &from);
  }
  return s.source_count + s.name_count + s.quote_count;
}

static size_t read_pieces(isnad_arena *arena, isnad_slice text, double laps[STAGES]) {
  size_t found = 0;
  for (size_t at = 0, length = 0; at < text.length; at += length) {
    length = piece_at(text, at);
    found += read_piece(arena, (isnad_slice){text.bytes + at, length}, laps);
  }
  return found;
}

int main(int argc, char **argv) {
  double seconds[STAGES][BENCH_RUNS], three[BENCH_RUNS], all[BENCH_RUNS];
  isnad_arena *arena = NULL;
  isnad_slice text;
  size_t found = 0;
  if (argc < 2 || isnad_arena_new(&arena, 0) != ISNAD_OK) return 2;
  text.bytes = bench_file(argv[1], &text.length);
  for (size_t run = 0; run < BENCH_RUNS; run++) {
    double laps[STAGES] = {0};
    found = read_pieces(arena, text, laps);
    three[run] = all[run] = 0;
    for (size_t i = 0; i < STAGES; i++) {
      seconds[i][run] = laps[i];
      all[run] += laps[i];
      if (i >= FIRST_OF_THREE) three[run] += laps[i];
    }
  }
  for (size_t i = 0; i < STAGES; i++) bench_print(stage_names[i], seconds[i], (double)text.length, (double)found);
  bench_print("sources, names and quotes", three, (double)text.length, (double)found);
  bench_print("all stages", all, (double)text.length, (double)found);
  isnad_arena_free(arena);
  free((void *)(uintptr_t)text.bytes);
  return 0;
}
