/* isnad pages: which articles stand on each page. */
#include "viewing.h"

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_pages(store, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_pages = {"pages",          "", "lists the pages and the articles on each: role, date, outlet, headline, cited origin", NULL,
                           view_option_rows, run};
