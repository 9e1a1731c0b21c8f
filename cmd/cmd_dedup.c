/* isnad dedup: groups of copies among captures, without a store of one's own. */
#include "adding.h"
#include "viewing.h"

#include <stdio.h>

enum { LEAST_DEFAULT = 80 };

typedef struct dedup_options {
  unsigned threads, least;
  bool passages, quiet, json;
} dedup_options;

static const option_row rows[] = {
    {"least", OPTION_COUNT, "PERCENT", "how much of the smaller text must lie in the other (default: 80)", offsetof(dedup_options, least)},
    {"passages", OPTION_FLAG, NULL, "print the shared passages of every pair instead of the groups", offsetof(dedup_options, passages)},
    {"threads", OPTION_COUNT, "N", ADDING_THREADS_HELP, offsetof(dedup_options, threads)},
    {"json", OPTION_FLAG, NULL, "one JSON object a line", offsetof(dedup_options, json)},
    {"quiet", OPTION_FLAG, NULL, ADDING_QUIET_HELP, offsetof(dedup_options, quiet)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

static const unsigned only_copies = ISNAD_MADE_RECORDS | ISNAD_MADE_WORDS | ISNAD_MADE_CLAIMS | ISNAD_MADE_ENTITIES | ISNAD_MADE_STORIES;

static isnad_status dedup(adding *a, const dedup_options *options, char **paths, size_t count, isnad_err *err) {
  isnad_store *store = NULL;
  isnad_view view = view_plain(options->json || options->passages);
  isnad_status status = isnad_store_open(&store, NULL, ISNAD_STORE_PASSING, err);
  if (status != ISNAD_OK) return status;
  status = adding_run(a, store, paths, count, err);
  if (status == ISNAD_OK && options->passages) status = isnad_view_export(store, ISNAD_EXPORT_PASSAGES, &view, err);
  if (status == ISNAD_OK && !options->passages)
    status = isnad_view_groups(store, (options->least > 0 ? options->least : LEAST_DEFAULT) / 100.0, &view, err);
  isnad_store_close(store);
  return status;
}

static int run(const command *self, int argc, char **argv) {
  dedup_options options = {0};
  isnad_err err = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad dedup: name files or folders, or - for standard input (see isnad help dedup)\n");
    return EXIT_USAGE;
  }
  adding a = {.self = self, .threads = options.threads, .without = only_copies, .quiet = options.quiet};
  isnad_status status = dedup(&a, &options, argv, (size_t)count, &err);
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
