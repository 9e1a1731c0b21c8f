/* isnad export: everything of one kind as JSON lines, the same bytes for the same captures. */
#include "viewing.h"

#include <string.h>

static const struct {
  const char *name;
  isnad_export what;
} kinds[] = {{"records", ISNAD_EXPORT_RECORDS}, {"articles", ISNAD_EXPORT_ARTICLES}, {"passages", ISNAD_EXPORT_PASSAGES},
             {"edges", ISNAD_EXPORT_EDGES},     {"stories", ISNAD_EXPORT_STORIES},   {"threads", ISNAD_EXPORT_THREADS},
             {"quotes", ISNAD_EXPORT_QUOTES},   {"entities", ISNAD_EXPORT_ENTITIES}};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)count;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].name, arguments[0]) == 0) return isnad_view_export(store, kinds[i].what, view, err);
  return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "export", (isnad_span){0, 0},
                       "%s is none of records, articles, passages, edges, stories, threads, quotes, entities", arguments[0]);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, 1, show); }

const command cmd_export = {"export",
                            "records|articles|passages|edges|stories|threads|quotes|entities",
                            "prints everything of one kind, one JSON object a line, in an order that depends on the captures alone",
                            "records   what isnad read printed, byte for byte\n"
                            "articles  one line each, with the story and the date that the other reports taught\n"
                            "passages  pairs of articles that share text: {\"a\",\"b\",\"spans\",\"matched\",\"identity\",\"containment\"}\n"
                            "edges     steps of transmission: {\"child\",\"parent\" or \"source\",\"kind\",\"weight\",\"evidence\"}\n"
                            "stories   {\"id\",\"title\",\"published\",\"reports\",\"outlets\",\"texts\",\"origins\",\"captures\"}\n"
                            "threads   {\"id\",\"title\",\"span\",\"actors\",\"stories\"}\n"
                            "quotes    who said what: {\"article\",\"span\",\"mode\",\"speaker\",\"via\",\"words\" ...}\n"
                            "entities  {\"entity\",\"type\",\"canonical\",\"articles\",\"mentions\",\"spellings\",\"offices\",\"named_in\"}\n",
                            view_option_rows,
                            run};
