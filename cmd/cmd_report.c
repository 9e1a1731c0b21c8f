/* isnad report: the page a fact-checker would print of one story. */
#include "viewing.h"

#include <stdint.h>

static const option_row rows[] = {
    {"html", OPTION_FLAG, NULL, "one HTML file that needs nothing else and prints on A4", offsetof(view_options, html)},
    {"pack", OPTION_TEXT, "FILE.zip", "into a zip: report, claims (JSON-LD), chain (PROV-JSON), drawings, pages, records, SHA-256",
     offsetof(view_options, pack)},
    {"all", OPTION_FLAG, NULL, "also the long tails: what one report alone tells, all speakers", offsetof(view_options, all)},
    VIEW_LANG_OPTION,
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)count;
  if (view->pack != NULL) return isnad_view_pack(store, isnad_slice_of(arguments[0]), view->pack, view, err);
  return isnad_view_report(store, isnad_slice_of(arguments[0]), view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, 1, show); }

const command cmd_report = {
    "report",
    "STORY",
    "writes the report of a story: what is agreed, what differs, who said what, and how well each is sourced",
    "Headline, when and where, summary with its sources, timeline, claims (agreed ones first), statements, the chain, what each\n"
    "outlet took over, open doubts, and how the report was made. Nothing is ever called true or false.\n",
    rows,
    run};
