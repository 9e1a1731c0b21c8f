/* isnad threads: stories that belong together over weeks to years. */
#include "viewing.h"

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_threads(store, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_threads = {"threads",
                             "",
                             "lists threads of stories: span, how many, id, main actors, title",
                             "A thread holds the stories that have the same two among their main actors.\n",
                             rows,
                             run};
