/* A stream cut into whole files or lines, in one buffer that grows up to a limit. */
#ifndef ISNAD_CAPTURE_LINES_H
#define ISNAD_CAPTURE_LINES_H

#include "capture/stream.h"

typedef struct lines {
  stream *from;
  isnad_arena *arena; /* holds the buffer only */
  char *bytes;
  size_t room, begin, end;
  size_t largest;
  bool ended;
} lines;

isnad_status lines_open(lines *out, isnad_arena *arena, stream *from, size_t largest, isnad_err *err);

/* Peeks at the first line with something on it, from its first letter (at most what fits into the first buffer), without taking it. */
isnad_status lines_peek(lines *l, isnad_slice *out, isnad_err *err);

/* The next line without its line feed. ISNAD_END at the end; ISNAD_LIMIT for a line that is too long (it has been passed over); and what stream_read
 * returns. */
isnad_status lines_next(lines *l, isnad_slice *out, isnad_err *err);

/* All that is left. ISNAD_LIMIT when it is too large. */
isnad_status lines_rest(lines *l, isnad_slice *out, isnad_err *err);

#endif
