/* A progress line on standard error: only on a terminal, at most ten times a second. */
#ifndef ISNAD_CMD_PROGRESS_H
#define ISNAD_CMD_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct progress {
  bool on;
  double began, shown; /* seconds */
  uint64_t items;      /* the caller counts them up */
} progress;

/* Seconds of the steady clock. */
double progress_now(void);

progress progress_start(bool quiet);

/* `done` of `total` bytes of input (total 0: not known). */
void progress_show(progress *p, uint64_t done, uint64_t total);

/* Wipes the line. */
void progress_end(progress *p);

#endif
