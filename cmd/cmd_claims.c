/* isnad claims: what the reports of a story claim, in which versions, and what supports each. */
#include "viewing.h"

#include <stdint.h>

static const option_row rows[] = {VIEW_LANG_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_claims, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_claims = {
    "claims",
    "STORY...",
    "shows the figures and statements of a story, who carries which version, and on how many independent origins",
    "Figures are compared when they count the same thing at the same place and time by the same claimant; what stands beside\n"
    "them without being compared is listed with the reason (~), the parts of a sum with +, a denial with !.\n"
    "Nothing is ever called true or false.\n",
    rows,
    run};
