/* The table of a golden story (tests/golden_stories/README.md), as the programs read it that print pairs for fitting weights. */
#ifndef ISNAD_BENCH_CLAIM_TABLE_H
#define ISNAD_BENCH_CLAIM_TABLE_H

#include "isnad/claim.h"
#include "isnad/store.h"

#include <stdio.h>
#include <string.h>

enum { TABLE_ROWS = 256, LINE_ROOM = 4096, CELLS = 6 };
enum { CLAIM, KIND, VERDICT, VERSION, REPORT, WORDS };

typedef struct row {
  char line[LINE_ROOM];
  isnad_slice cells[CELLS];
} row;

static inline size_t read_table(row *rows, const char *path) {
  size_t count = 0;
  FILE *f = path != NULL ? fopen(path, "r") : NULL;
  while (f != NULL && count < TABLE_ROWS && fgets(rows[count].line, LINE_ROOM, f) != NULL) {
    char *at = rows[count].line;
    size_t cell = 0;
    for (; cell < CELLS && at != NULL; cell++) {
      size_t length = strcspn(at, "\t\n");
      rows[count].cells[cell] = (isnad_slice){at, length};
      at = at[length] == '\t' ? at + length + 1 : NULL;
    }
    count += cell == CELLS;
  }
  if (f != NULL) fclose(f);
  return count;
}

static inline bool holds(isnad_slice text, isnad_slice part) {
  for (size_t i = 0; part.length > 0 && i + part.length <= text.length; i++)
    if (memcmp(text.bytes + i, part.bytes, part.length) == 0) return true;
  return false;
}

static inline const row *row_of(const row *rows, size_t count, const isnad_claim_mention *m) {
  for (size_t i = 0; i < count; i++)
    if (isnad_slice_equal(rows[i].cells[REPORT], m->label) && (holds(m->words, rows[i].cells[WORDS]) || holds(rows[i].cells[WORDS], m->words)))
      return &rows[i];
  return NULL;
}

/* 1, 0: the table gives both places to one claim, or to two; -: it has not both. Then the two
 * places, article and byte of each, and their words. */
static inline void print_places(const row *rows, size_t count, const char *kind, const isnad_claim_mention *a, const isnad_claim_mention *b) {
  const row *left = row_of(rows, count, a), *right = row_of(rows, count, b);
  const char *label = left == NULL || right == NULL ? "-" : isnad_slice_equal(left->cells[CLAIM], right->cells[CLAIM]) ? "1" : "0";
  printf("%s\t%s\t%.*s\t%u\t%.*s\t%u\t%.*s\t%.*s", label, kind, (int)a->label.length, a->label.bytes, a->span.begin, (int)b->label.length,
         b->label.bytes, b->span.begin, (int)a->words.length, a->words.bytes, (int)b->words.length, b->words.bytes);
}

static inline void print_features(const double *x, size_t count) {
  for (size_t i = 0; i < count; i++) printf("\t%.4g", x[i]);
  printf("\n");
}

typedef isnad_status pairs_printer(isnad_arena *arena, isnad_store *store, const char *story, const row *rows, size_t count, isnad_err *err);

/* STORE STORY [WANT.tsv]: opens the store and lets the pairs of the story be printed. Returns the program's exit code. */
static inline int print_pairs_of_story(int argc, char **argv, pairs_printer *print) {
  static row rows[TABLE_ROWS];
  isnad_arena *arena = NULL;
  isnad_store *store = NULL;
  isnad_err err = {0};
  if (argc < 3) return 2;
  isnad_status status = isnad_arena_new(&arena, 0);
  if (status == ISNAD_OK) status = isnad_store_open(&store, argv[1], ISNAD_STORE_READ, &err);
  if (status == ISNAD_OK) status = print(arena, store, argv[2], rows, read_table(rows, argc > 3 ? argv[3] : NULL), &err);
  if (status != ISNAD_OK) fprintf(stderr, "%s\n", err.message);
  isnad_store_close(store);
  isnad_arena_free(arena);
  return status == ISNAD_OK ? 0 : 1;
}

#endif
