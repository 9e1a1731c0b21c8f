#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

double progress_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

progress progress_start(bool quiet) {
  progress p = {.on = !quiet && isatty(STDERR_FILENO) == 1};
  p.began = p.shown = progress_now();
  return p;
}

void progress_show(progress *p, uint64_t done, uint64_t total) {
  double at = p->on ? progress_now() : 0;
  if (!p->on || at - p->shown < 0.1) return;
  p->shown = at;
  double seconds = at - p->began, rate = (double)p->items / seconds;
  fprintf(stderr, "\r\033[K%llu captures, %.0f/s, %.1f MB", (unsigned long long)p->items, rate, (double)done / 1e6);
  if (total > 0 && done > 0 && done <= total)
    fprintf(stderr, " of %.1f (%.0f%%), %.0f s left", (double)total / 1e6, 100.0 * (double)done / (double)total,
            seconds * (double)(total - done) / (double)done);
  fflush(stderr);
}

void progress_end(progress *p) {
  if (p->on) fputs("\r\033[K", stderr);
}
