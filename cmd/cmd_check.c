/* isnad check: a sentence with a figure or a statement in, the claims that it meets out. */
#include "viewing.h"

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_LANG_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)count;
  return isnad_view_check(store, isnad_slice_of(arguments[0]), view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, 1, show); }

const command cmd_check = {
    "check",
    "TEXT",
    "looks a sentence up among the claims of the store: what agrees with it, what differs, and what supports each",
    "The reports with its names and rarest words are found, and their figures, statements, days, places and sentences held against it.\n"
    "What agrees meets every name, day and figure; what differs says in what. Nothing is ever called true or false.\n",
    rows,
    run};
