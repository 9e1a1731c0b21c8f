/* bench_arabic FILE...: how many megabytes (10^6 bytes) of a text a second are folded, cut into tokens and searched for phrases, on one core. */
#include "isnad/arabic.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 5, CHUNK = 1 << 14 };

typedef uint64_t (*job)(isnad_arena *arena, isnad_slice text);

static uint64_t fold_job(isnad_arena *arena, isnad_slice text) {
  isnad_slice folded = {NULL, 0};
  return isnad_arabic_fold(&folded, NULL, arena, text, ISNAD_FOLD_MATCH, NULL) == ISNAD_OK ? folded.length : 0;
}

static uint64_t map_job(isnad_arena *arena, isnad_slice text) {
  isnad_slice folded = {NULL, 0};
  const uint32_t *map = NULL;
  return isnad_arabic_fold(&folded, &map, arena, text, ISNAD_FOLD_MATCH, NULL) == ISNAD_OK ? folded.length : 0;
}

static uint64_t tokens_job(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  return isnad_arabic_tokens(&tokens, arena, text, NULL) == ISNAD_OK ? tokens.count : 0;
}

/* Phrases of all tables at every token, proclitics cut; the tokens are made on the way. */
static uint64_t phrases_job(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  isnad_phrase hits[16];
  uint64_t found = 0;
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return 0;
  for (size_t at = 0; at < tokens.count; at++) found += isnad_phrases_at(hits, 16, &tokens, at, UINT32_MAX, ISNAD_PHRASE_CUT);
  return found;
}

static uint64_t sentences_job(isnad_arena *arena, isnad_slice text) {
  isnad_tokens tokens;
  const isnad_span *spans = NULL;
  size_t count = 0;
  if (isnad_arabic_tokens(&tokens, arena, text, NULL) != ISNAD_OK) return 0;
  return isnad_arabic_sentences(&spans, &count, arena, &tokens, 0, tokens.count, NULL) == ISNAD_OK ? count : 0;
}

/* Chunks end at a line break, so that no word is cut in two. */
static size_t chunk_at(isnad_slice text, size_t at) {
  size_t end = at + CHUNK < text.length ? at + CHUNK : text.length;
  while (end < text.length && text.bytes[end - 1] != '\n') end++;
  return end - at;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void run(const char *name, job work, isnad_slice text) {
  double best = 0;
  uint64_t total = 0;
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return;
  for (int round = 0; round < ROUNDS; round++) {
    double start = seconds();
    total = 0;
    for (size_t at = 0, length = 0; at < text.length; at += length) {
      length = chunk_at(text, at);
      isnad_arena_reset(arena);
      total += work(arena, (isnad_slice){text.bytes + at, length});
    }
    double taken = seconds() - start;
    if (round == 0 || taken < best) best = taken;
  }
  isnad_arena_free(arena);
  printf("%-10s %8.1f MB/s  %12llu\n", name, (double)text.length / 1e6 / best, (unsigned long long)total);
}

static isnad_slice read_whole(const char *path) {
  FILE *in = fopen(path, "rb");
  if (in == NULL || fseek(in, 0, SEEK_END) != 0) return (isnad_slice){NULL, 0};
  long size = ftell(in);
  char *bytes = size > 0 ? malloc((size_t)size) : NULL;
  rewind(in);
  size_t length = bytes != NULL ? fread(bytes, 1, (size_t)size, in) : 0;
  fclose(in);
  return (isnad_slice){bytes, length};
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    isnad_slice text = read_whole(argv[i]);
    if (text.length == 0) {
      fprintf(stderr, "bench_arabic: cannot read %s\n", argv[i]);
      return 2;
    }
    run("fold", fold_job, text);
    run("fold+map", map_job, text);
    run("tokens", tokens_job, text);
    run("+phrases", phrases_job, text);
    run("+sentences", sentences_job, text);
    free((void *)(uintptr_t)text.bytes);
  }
  return 0;
}
