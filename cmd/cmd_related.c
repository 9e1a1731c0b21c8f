/* isnad related: what else to read beside an article. */
#include "viewing.h"

#include <stdint.h>

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_related, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_related = {"related",
                             "ARTICLE...",
                             "lists articles that tell of the same things: one of each event, no copies, the recent first among equals",
                             "The weight is the likeness of all terms, halved by each month between the two.\n",
                             rows,
                             run};
