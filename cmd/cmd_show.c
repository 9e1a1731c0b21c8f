/* isnad show: one article with its parts, and where each value was read. */
#include "viewing.h"

#include <stdint.h>

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, view->raw ? isnad_view_raw : isnad_view_article, err);
}

static const option_row rows[] = {
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    {"raw", OPTION_FLAG, NULL, "shows the evidence in the captured bytes, read again from their file or web archive", offsetof(view_options, raw)},
    VIEW_NO_MORE_OPTIONS};

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_show = {"show",
                          "ARTICLE...",
                          "shows an article: its headline, outlet, date, sources, names and parts, and where each was read",
                          "An article is named by its id (which may be shortened while it is unique), by the id its capture brought, or by its\n"
                          "uri, with #place when the page holds several. [b,e) are bytes of the page's text; the last column is the rule. With "
                          "--raw, raw [b,e) are bytes of\n"
                          "the file, or of the body of the record with its chunks and packing undone; bytes that are no UTF-8 are \\xHH.\n",
                          rows,
                          run};
