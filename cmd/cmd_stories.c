/* isnad stories: what happened, as told by how many, newest first: of a store, or of captures that nobody stores. */
#include "adding.h"
#include "viewing.h"

#include <stdio.h>

static const option_row rows[] = {
    VIEW_LIMIT_OPTION,
    {"largest", OPTION_FLAG, NULL, "those with most reports first", offsetof(view_options, largest)},
    {"trending", OPTION_FLAG, NULL, "those first whose last day brought most, by independent origins", offsetof(view_options, trending)},
    {"since", OPTION_TEXT, "DAY", "stories that reach DAY (2018-06-12)", offsetof(view_options, since)},
    {"until", OPTION_TEXT, "DAY", "stories that begin no later than DAY", offsetof(view_options, until)},
    {"about", OPTION_TEXT, "WORDS", "stories with a report that tells of WORDS, in any form, names in any spelling", offsetof(view_options, about)},
    {"who", OPTION_TEXT, "NAME", "stories whose reports name NAME", offsetof(view_options, by)},
    {"where", OPTION_TEXT, "PLACE", "stories whose reports name PLACE", offsetof(view_options, where)},
    {"min-origins", OPTION_COUNT, "N", "stories that rest on N independent origins or more", offsetof(view_options, least_origins)},
    {"reports", OPTION_FLAG, NULL, "under each story its reports, and from whom each has it", offsetof(view_options, reports)},
    {"threads", OPTION_COUNT, "N", "with FILE: " ADDING_THREADS_HELP, offsetof(view_options, threads)},
    {"quiet", OPTION_FLAG, NULL, "with FILE: " ADDING_QUIET_HELP, offsetof(view_options, quiet)},
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_stories(store, view, err);
}

/* Names are gathered across articles only for who asks for one. */
static unsigned unneeded(const view_options *options) {
  unsigned always = ISNAD_MADE_RECORDS | ISNAD_MADE_WORDS | ISNAD_MADE_CLAIMS | ISNAD_MADE_THREADS;
  return options->by != NULL || options->where != NULL ? always : always | ISNAD_MADE_ENTITIES;
}

static isnad_status show_captures(adding *a, const view_options *options, char **paths, size_t count, isnad_err *err) {
  isnad_store *store = NULL;
  isnad_view view = view_for(options);
  isnad_status status = isnad_store_open(&store, NULL, ISNAD_STORE_PASSING, err);
  if (status == ISNAD_OK) status = adding_run(a, store, paths, count, err);
  if (status == ISNAD_OK) status = isnad_view_stories(store, &view, err);
  isnad_store_close(store);
  return status;
}

static int look_at(const command *self, const view_options *options, char **paths, size_t count) {
  isnad_err err = {0};
  adding a = {.self = self, .threads = options->threads, .without = unneeded(options), .quiet = options->quiet};
  isnad_status status = show_captures(&a, options, paths, count, &err);
  int code = view_ended(self, status, &err);
  return a.added.refused > 0 && (code == EXIT_FOUND || code == EXIT_NOTHING) ? EXIT_BAD_INPUT : code;
}

static int run(const command *self, int argc, char **argv) {
  view_options options = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) return view_stored(self, &options, argv, 0, show);
  if (options.db == NULL) return look_at(self, &options, argv, (size_t)count);
  fprintf(stderr, "isnad stories: a store or captures, not both (see isnad help stories)\n");
  return EXIT_USAGE;
}

const command cmd_stories = {"stories",
                             "[FILE... | -]",
                             "lists the stories of a store, or of captures: when, reports, outlets, independent origins, title",
                             "Reports that copied one another count as one independent origin. With captures (what isnad add takes) nothing is\n"
                             "kept: every note is read and the stories and chains are those that a store of the same captures would hold, but there\n"
                             "is no search, no claims and no threads, and what stories are called is forgotten. What cannot be read is named\n"
                             "on standard error and stops nothing else: then the exit code is 3.\n",
                             rows,
                             run};
