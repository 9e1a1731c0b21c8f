/* isnad thread: the stories of a thread in the order of time. */
#include "viewing.h"

#include <stdint.h>

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_thread, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_thread = {"thread",
                            "THREAD...",
                            "shows the stories of a thread in time order, and what ties each to the one before",
                            "An id may be shortened while it is unique.\n",
                            view_option_rows,
                            run};
