/* isnad quotes: who said what, asked by speaker and by word. */
#include "viewing.h"

static const option_row rows[] = {
    {"by", OPTION_TEXT, "NAME", "only what this speaker said: a part of the name, or the id of an entity", offsetof(view_options, by)},
    {"about", OPTION_TEXT, "WORD", "only what holds this word or phrase; hamza, ta marbuta and marks do not matter", offsetof(view_options, about)},
    VIEW_LIMIT_OPTION,
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_quotes(store, view->by, view->about, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_quotes = {"quotes",
                            "",
                            "lists who said what, in the order of time",
                            "Direct speech, quoted pieces and reported statements, each with its speaker and, where one carries it, the source.\n"
                            "The speaker may be the one who spoke last (\"and he added\"); --json tells (\"implicit\").\n",
                            rows,
                            run};
