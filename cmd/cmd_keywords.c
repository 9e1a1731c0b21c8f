/* isnad keywords: whom and what a story or an article is about. */
#include "viewing.h"

#include <stdint.h>

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_keywords, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_keywords = {"keywords",
                              "STORY|ARTICLE...",
                              "lists the names and phrases that tell a story or an article from others, the heaviest first",
                              "The weight is how rare a phrase is in the counted news, how often it is said, and whether a headline says it.\n",
                              rows,
                              run};
