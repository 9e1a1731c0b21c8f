/* isnad outlets: who publishes, how much of it is its own, and what one of them takes from whom. */
#include "viewing.h"

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return count == 0 ? isnad_view_outlets(store, view, err) : isnad_view_outlet(store, isnad_slice_of(arguments[0]), view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 1, show); }

const command cmd_outlets = {"outlets",
                             "[OUTLET]",
                             "lists the outlets with the share of their words that is their own; of one, from whom it takes and who takes from it",
                             "A word is an outlet's own when no report that came before holds it in a passage that both share. What a report says\n"
                             "it has from a source that is not held here counts as its own, and is listed behind cites.\n",
                             rows,
                             run};
