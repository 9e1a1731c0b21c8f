#include "adding.h"

#include <stdio.h>

static void show_progress(void *context, uint64_t done, uint64_t total) {
  adding *a = context;
  a->progress.items = a->added.fresh + a->added.known + a->added.refused;
  progress_show(&a->progress, done, total);
}

static void tell_refused(void *context, const isnad_result *result) {
  adding *a = context;
  progress_end(&a->progress);
  fprintf(stderr, "isnad %s: %.*s", a->self->name, (int)result->path.length, result->path.bytes);
  if (result->line > 0) fprintf(stderr, ":%zu", result->line);
  fprintf(stderr, ": %s: %s\n", result->err.stage, result->err.message);
}

isnad_status adding_run(adding *a, isnad_store *store, char **paths, size_t count, isnad_err *err) {
  isnad_run how = {.threads = a->threads, .without = a->without, .progress = show_progress, .context = a};
  a->progress = progress_start(a->quiet);
  isnad_status status = isnad_add(&a->added, store, (const char *const *)paths, count, &how, tell_refused, err);
  progress_end(&a->progress);
  return status;
}
