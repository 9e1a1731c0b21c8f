/* Copying the exchanges of web archives into another. */
#ifndef ISNAD_CMD_WARC_COPY_H
#define ISNAD_CMD_WARC_COPY_H

#include "isnad/warc.h"

typedef struct warc_copied {
  unsigned long long responses, revisits; /* written; of these as revisits */
  unsigned long long left_out;            /* responses that are damaged, too large or no HTTP */
  unsigned long long faults;              /* broken places, files that cannot be read; each was told on standard error */
} warc_copied;

/* Appends the responses of the files, with their requests, to the archive `into`. Returns what isnad_warc_append and isnad_warc_write return. */
isnad_status warc_copy(warc_copied *out, const char *into, char **paths, size_t count, isnad_err *err);

#endif
