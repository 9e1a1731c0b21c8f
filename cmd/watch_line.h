/* The line of status that a watch keeps on a terminal. */
#ifndef ISNAD_CMD_WATCH_LINE_H
#define ISNAD_CMD_WATCH_LINE_H

#include "isnad/isnad.h"

enum { WATCH_LINE_MARKS = 16 };

/* What was there some seconds ago, so that rates are those of now and not of all the days before. Zeroed before use. */
typedef struct watch_line {
  struct watch_mark {
    double at; /* steady seconds */
    uint64_t held, bytes;
  } marks[WATCH_LINE_MARKS];
  unsigned count;
} watch_line;

/* Whether there is a terminal that can hold one: standard output and standard error, and no dumb one. */
bool watch_line_fits(void);
/* Writes it anew, on standard error. */
void watch_line_show(watch_line *line, const isnad_watch_counts *counts);
/* Takes it away, for other words. */
void watch_line_clear(void);

#endif
