/* isnad copies: who shares text with a report. */
#include "viewing.h"

#include <stdint.h>

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_copies, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_copies = {"copies",
                            "ARTICLE...",
                            "lists every report that shares text with an article, the closest first",
                            "exact: the same text; near: small changes; whole: it lies whole in the other; holds: the other lies whole in it;\n"
                            "part: a long passage; quote: a short one; headline: only the headline; edition: another capture of the same page.\n",
                            view_option_rows,
                            run};
