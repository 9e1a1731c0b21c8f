/* A table of data/ as read and checked against its schema. Every problem of a file is told, not only the first. */
#ifndef ISNAD_TOOLS_TSV_H
#define ISNAD_TOOLS_TSV_H

#include "schema.h"

#include "isnad/base.h"

typedef struct tsv_row {
  unsigned line;
  isnad_slice cells[MOST_COLUMNS];
} tsv_row;

typedef struct tsv {
  const schema *schema;
  const char *path;
  tsv_row *rows;
  size_t count;
  size_t problems; /* told on standard error as "file:line: why" */
} tsv;

/* Reads `folder`/of->file into the arena. */
void tsv_read(tsv *out, isnad_arena *arena, const char *folder, const schema *of);

/* The position of a word in the space-separated list of an enum column, or -1. */
int tsv_enum_value(const column *c, isnad_slice cell);

#endif
