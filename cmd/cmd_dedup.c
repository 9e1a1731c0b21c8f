/* isnad dedup: groups of copies among captures, without a store of one's own. The index is spilled to a file that is gone in the end. */
#include "isnad/isnad.h"
#include "options.h"
#include "progress.h"
#include "viewing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = 1024, LEAST_DEFAULT = 80 };

typedef struct dedup_options {
  unsigned threads, least;
  bool passages, quiet, json;
} dedup_options;

static const option_row rows[] = {
    {"least", OPTION_COUNT, "PERCENT", "how much of the smaller text must lie in the other (default: 80)", offsetof(dedup_options, least)},
    {"passages", OPTION_FLAG, NULL, "print the shared passages of every pair instead of the groups", offsetof(dedup_options, passages)},
    {"threads", OPTION_COUNT, "N", "pages read at once (default: as many as there are processors)", offsetof(dedup_options, threads)},
    {"json", OPTION_FLAG, NULL, "one JSON object a line", offsetof(dedup_options, json)},
    {"quiet", OPTION_FLAG, NULL, "no progress line", offsetof(dedup_options, quiet)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

/* A folder of its own under $TMPDIR, and the store in it. */
typedef struct workplace {
  char folder[PATH_ROOM], store[PATH_ROOM + 8];
} workplace;

static bool workplace_open(workplace *out) {
  const char *parent = getenv("TMPDIR");
  int length = snprintf(out->folder, sizeof out->folder, "%s/isnad-XXXXXX", parent != NULL && parent[0] != '\0' ? parent : "/tmp");
  if (length < 0 || (size_t)length >= sizeof out->folder || mkdtemp(out->folder) == NULL) return false;
  snprintf(out->store, sizeof out->store, "%s/db", out->folder);
  return true;
}

static void workplace_close(const workplace *w) {
  static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
  char path[PATH_ROOM + 24];
  for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
    snprintf(path, sizeof path, "%s%s", w->store, endings[i]);
    unlink(path);
  }
  rmdir(w->folder);
}

typedef struct adding {
  progress progress;
  isnad_added added;
} adding;

static void show_progress(void *context, uint64_t done, uint64_t total) {
  adding *a = context;
  a->progress.items = a->added.fresh + a->added.known + a->added.refused;
  progress_show(&a->progress, done, total);
}

static void tell_refused(void *context, const isnad_result *result) {
  adding *a = context;
  progress_end(&a->progress);
  fprintf(stderr, "isnad dedup: %.*s", (int)result->path.length, result->path.bytes);
  if (result->line > 0) fprintf(stderr, ":%zu", result->line);
  fprintf(stderr, ": %s: %s\n", result->err.stage, result->err.message);
}

static isnad_status dedup(const workplace *w, adding *a, const dedup_options *options, char **paths, size_t count, isnad_err *err) {
  isnad_store *store = NULL;
  isnad_run how = {.threads = options->threads, .only_copies = true, .progress = show_progress, .context = a};
  isnad_view view = view_plain(options->json || options->passages);
  isnad_status status = isnad_store_open(&store, w->store, ISNAD_STORE_WRITE, err);
  if (status != ISNAD_OK) return status;
  a->progress = progress_start(options->quiet);
  status = isnad_add(&a->added, store, (const char *const *)paths, count, &how, tell_refused, err);
  progress_end(&a->progress);
  if (status == ISNAD_OK && options->passages) status = isnad_view_export(store, ISNAD_EXPORT_PASSAGES, &view, err);
  if (status == ISNAD_OK && !options->passages)
    status = isnad_view_groups(store, (options->least > 0 ? options->least : LEAST_DEFAULT) / 100.0, &view, err);
  isnad_store_close(store);
  return status;
}

static int run(const command *self, int argc, char **argv) {
  dedup_options options = {0};
  workplace work;
  adding a = {.added = {0}};
  isnad_err err = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad dedup: name files or folders, or - for standard input (see isnad help dedup)\n");
    return EXIT_USAGE;
  }
  if (!workplace_open(&work)) {
    fprintf(stderr, "isnad dedup: no temporary folder could be made\n");
    return EXIT_STORE;
  }
  isnad_status status = dedup(&work, &a, &options, argv, (size_t)count, &err);
  workplace_close(&work);
  if (fflush(stdout) != 0 || status == ISNAD_CANCELLED) {
    fprintf(stderr, "isnad dedup: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status != ISNAD_OK) fprintf(stderr, "isnad dedup: %s\n", err.message);
  if (status != ISNAD_OK && status != ISNAD_NOT_FOUND) return view_exit_code(status);
  return a.added.refused > 0 ? EXIT_BAD_INPUT : view_exit_code(status);
}

const command cmd_dedup = {
    "dedup",
    "FILE... | -",
    "groups captures that are copies of one another, without a store",
    "Two texts are copies when most of the smaller one (--least) lies in the other, whatever else that holds. Of each group\n"
    "the first is the one to keep: the longest, then the earliest. Memory is bounded; the index lies in $TMPDIR while it works.\n",
    rows,
    run};
