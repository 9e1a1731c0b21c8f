/* isnad add: captures into the store, and what they mean for the stories in it. */
#include "adding.h"

#include <stdio.h>

typedef struct add_options {
  const char *db;
  unsigned threads;
  bool quiet, json;
} add_options;

static const option_row rows[] = {
    {"db", OPTION_TEXT, "STORE", "the store (default: $ISNAD_DB, else isnad.db); made when it is not there", offsetof(add_options, db)},
    {"threads", OPTION_COUNT, "N", ADDING_THREADS_HELP, offsetof(add_options, threads)},
    {"json", OPTION_FLAG, NULL, "the summary as a JSON object", offsetof(add_options, json)},
    {"quiet", OPTION_FLAG, NULL, ADDING_QUIET_HELP, offsetof(add_options, quiet)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

static int complain(const isnad_err *err) {
  fprintf(stderr, "isnad add: %s\n", err->message);
  return EXIT_STORE;
}

static bool print_summary(const add_options *options, const isnad_added *added, uint64_t captures, uint64_t stories) {
  const char *format = options->json ? "{\"fresh\":%llu,\"known\":%llu,\"refused\":%llu,\"captures\":%llu,\"stories\":%llu}\n"
                                     : "%llu new, %llu already there, %llu refused; the store holds %llu captures and %llu stories\n";
  return printf(format, (unsigned long long)added->fresh, (unsigned long long)added->known, (unsigned long long)added->refused,
                (unsigned long long)captures, (unsigned long long)stories) > 0 &&
         fflush(stdout) == 0;
}

static isnad_status add_all(adding *a, uint64_t *captures, uint64_t *stories, const add_options *options, char **paths, size_t count,
                            isnad_err *err) {
  isnad_store *store = NULL;
  isnad_status status = isnad_store_open(&store, options_db(options->db), ISNAD_STORE_WRITE, err);
  if (status != ISNAD_OK) return status;
  status = adding_run(a, store, paths, count, err);
  if (status == ISNAD_OK) status = isnad_store_size(captures, stories, store, err);
  isnad_store_close(store);
  return status;
}

static int run(const command *self, int argc, char **argv) {
  add_options options = {0};
  uint64_t captures = 0, stories = 0;
  isnad_err err = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad add: name files or folders, or - for standard input (see isnad help add)\n");
    return EXIT_USAGE;
  }
  adding a = {.self = self, .threads = options.threads, .quiet = options.quiet};
  if (add_all(&a, &captures, &stories, &options, argv, (size_t)count, &err) != ISNAD_OK) return complain(&err);
  if (!print_summary(&options, &a.added, captures, stories)) {
    fprintf(stderr, "isnad add: the output could not be written\n");
    return EXIT_STORE;
  }
  if (a.added.refused > 0) return EXIT_BAD_INPUT;
  return a.added.fresh + a.added.known > 0 ? EXIT_FOUND : EXIT_NOTHING;
}

const command cmd_add = {"add",
                         "FILE... | -",
                         "reads captures into the store and finds their stories and chains",
                         "Captures are what isnad read takes. Adding one twice changes nothing. What cannot be read is named on standard\n"
                         "error, kept for isnad doctor, and stops nothing else: then the exit code is 3. Every batch of captures is one\n"
                         "transaction, so an add that is cut short can simply be run again.\n",
                         rows,
                         run};
