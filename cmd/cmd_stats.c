/* isnad stats: what the store holds, in counts. */
#include "viewing.h"

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_stats(store, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_stats = {"stats", "", "counts what the store holds", NULL, view_option_rows, run};
