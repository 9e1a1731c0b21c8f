/* A line of origin while it is read (filed.c); its pieces are told in filed_piece.c. */
#ifndef ISNAD_PAGE_FILED_READ_H
#define ISNAD_PAGE_FILED_READ_H

#include "page/filed.h"

typedef struct filed_reading {
  const isnad_tokens *t;
  size_t first, last;
  bool whole;
  filed *out;
} filed_reading;

/* A mark between two pieces: a dash, a stroke, a bar, a colon, a bracket, a quotation mark, a bullet. */
bool filed_parts(const isnad_tokens *t, size_t at);

/* Reads the piece at a word; returns the token behind it. */
size_t filed_read_piece(const filed_reading *r, size_t at, filed_piece *piece);

#endif
