/* isnad chain: who took it from whom. */
#include "viewing.h"

#include <stdint.h>

static const option_row rows[] = {VIEW_DB_OPTION,
                                  VIEW_JSON_OPTION,
                                  VIEW_PLAIN_OPTION,
                                  {"dot", OPTION_FLAG, NULL, "a drawing for Graphviz", offsetof(view_options, dot)},
                                  {"graphml", OPTION_FLAG, NULL, "GraphML, for graph programs", offsetof(view_options, graphml)},
                                  {"prov", OPTION_FLAG, NULL, "PROV-JSON (W3C), for archives", offsetof(view_options, prov)},
                                  VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_chain, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_chain = {"chain",
                           "ARTICLE|STORY...",
                           "shows by which chain a report came, from its origins down, with the evidence of each step",
                           "Under each report stand the steps that lead to it: \"<-\" took it from, \"--\" shares text with, but who took it from\n"
                           "whom is not known; declared: the report cites its source; copied: the text is the same; the share of belief; the\n"
                           "phrase that cites, with its place in the page and the rule that read it; and how many words are the same.\n",
                           rows,
                           run};
