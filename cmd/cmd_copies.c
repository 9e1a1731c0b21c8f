/* isnad copies: who shares text with a report. */
#include "viewing.h"

#include <stdint.h>

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_copies, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_copies = {
    "copies",
    "ARTICLE...",
    "lists every report that shares text with an article, the closest first",
    "exact: the same text; near: small changes; shortened: one lies whole in the other, which begins as it does; embedded: whole inside it;\n"
    "several: one of several that lie in this one; part: a passage of both; quote: a speaker's words alone; headline: only a headline;\n"
    "edition: the same page at another time, with what was taken out (-), put in (+), and the figures and names among it.\n",
    view_option_rows,
    run};
