#include "viewing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const option_row view_option_rows[] = {VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static bool print_line(void *context, isnad_slice line) {
  (void)context;
  return fwrite(line.bytes, 1, line.length, stdout) == line.length && putchar('\n') != EOF;
}

/* NO_COLOR (no-color.org) turns colours off when it is set to anything. */
isnad_view view_for(const view_options *options) {
  const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
  bool pretty = !options->json && !options->plain && isatty(STDOUT_FILENO) == 1;
  bool dumb = terminal == NULL || strcmp(terminal, "dumb") == 0;
  return (isnad_view){.json = options->json,
                      .color = pretty && !dumb && (no_color == NULL || no_color[0] == '\0'),
                      .isolate = pretty && !dumb,
                      .raw = options->raw,
                      .largest = options->largest,
                      .html = options->html,
                      .all = options->all,
                      .reports = options->reports,
                      .pack = options->pack,
                      .trending = options->trending,
                      .english = options->lang != NULL && strcmp(options->lang, "en") == 0,
                      .chain = options->dot       ? ISNAD_CHAIN_DOT
                               : options->graphml ? ISNAD_CHAIN_GRAPHML
                               : options->prov    ? ISNAD_CHAIN_PROV
                                                  : ISNAD_CHAIN_TREE,
                      .limit = options->limit,
                      .by = isnad_slice_of(options->by),
                      .about = isnad_slice_of(options->about),
                      .where = isnad_slice_of(options->where),
                      .since = isnad_slice_of(options->since),
                      .until = isnad_slice_of(options->until),
                      .least_origins = options->least_origins,
                      .line = print_line};
}

isnad_view view_plain(bool json) { return (isnad_view){.json = json, .line = print_line}; }

int view_exit_code(isnad_status status) {
  switch (status) {
  case ISNAD_OK:
    return EXIT_FOUND;
  case ISNAD_NOT_FOUND:
    return EXIT_NOTHING;
  case ISNAD_BAD_ARGUMENT:
    return EXIT_USAGE;
  case ISNAD_BAD_INPUT:
    return EXIT_BAD_INPUT;
  default:
    return EXIT_STORE;
  }
}

int view_complain(const command *self, const char *words, int code) {
  fprintf(stderr, "isnad %s: %s\n", self->name, words);
  return code;
}

int view_ended(const command *self, isnad_status status, const isnad_err *err) {
  if (fflush(stdout) != 0 || status == ISNAD_CANCELLED) return view_complain(self, "the output could not be written", EXIT_STORE);
  return status == ISNAD_OK ? EXIT_FOUND : view_complain(self, err->message, view_exit_code(status));
}

int view_stored(const command *self, const view_options *options, char **arguments, size_t count, view_function show) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  isnad_view view = view_for(options);
  if (isnad_store_open(&store, options_db(options->db), ISNAD_STORE_READ, &err) != ISNAD_OK) return view_complain(self, err.message, EXIT_STORE);
  isnad_status status = show(store, arguments, count, &view, &err);
  isnad_store_close(store);
  return view_ended(self, status, &err);
}

int view_run(const command *self, int argc, char **argv, size_t least, size_t most, view_function show) {
  view_options options = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if ((size_t)count < least || (size_t)count > most) {
    fprintf(stderr, "usage: isnad %s [OPTIONS] %s (see isnad help %s)\n", self->name, self->arguments, self->name);
    return EXIT_USAGE;
  }
  if (options.lang != NULL && strcmp(options.lang, "ar") != 0 && strcmp(options.lang, "en") != 0) {
    fprintf(stderr, "isnad %s: --lang is ar or en\n", self->name);
    return EXIT_USAGE;
  }
  return view_stored(self, &options, argv, (size_t)count, show);
}

isnad_status view_each(isnad_store *store, char **arguments, size_t count, const isnad_view *view,
                       isnad_status (*show)(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err), isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = show(store, isnad_slice_of(arguments[i]), view, err);
  return status;
}
