/* isnad who: one bearer of a name across the articles of a store. isnad where: one place. */
#include "viewing.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST_NAME = 512, EACH = 10 };

typedef isnad_status (*name_view)(isnad_store *store, isnad_slice name, const isnad_view *view, isnad_err *err);

/* The words of the command line are one name: isnad who first last. */
static isnad_status show_name(isnad_store *store, char **arguments, size_t count, const isnad_view *view, name_view show, isnad_err *err) {
  char name[LONGEST_NAME];
  size_t used = 0;
  isnad_view asked = *view;
  if (!view->json && !view->all) asked.each = EACH;
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(arguments[i]);
    if (used + length + 1 >= sizeof name)
      return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "who", (isnad_span){0, 0}, "the name is longer than 500 bytes");
    memcpy(name + used, arguments[i], length);
    used += length;
    name[used++] = ' ';
  }
  return show(store, (isnad_slice){name, used > 0 ? used - 1 : 0}, &asked, err); /* without the last space */
}

static isnad_status show_who(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return show_name(store, arguments, count, view, isnad_view_who, err);
}

static isnad_status show_where(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return show_name(store, arguments, count, view, isnad_view_where, err);
}

static int run_who(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show_who); }
static int run_where(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show_where); }

static const option_row rows[] = {
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    {"all", OPTION_FLAG, NULL, "all of each kind, not the first ten (with --json: always)", offsetof(view_options, all)},
    VIEW_NO_MORE_OPTIONS};

const command cmd_who = {"who",
                         "NAME...",
                         "shows who bears a name: spellings, offices, what names it lately, what it said",
                         "NAME may be a part of the name; of several bearers the one that most articles name is shown, the others are listed\n"
                         "(also). office: from data/office_holders.tsv; called: the words of the articles, the most said first, with the day of\n"
                         "the first. Stories, articles and statements: the newest first, ten of each.\n",
                         rows,
                         run_who};

const command cmd_where = {"where",
                           "PLACE...",
                           "shows a place: where it lies, its spellings, the latest stories and articles that name it",
                           "PLACE may be a part of the name; of several places the one that most articles name is shown, the others are listed\n"
                           "(also). Stories and articles: the newest first, ten of each.\n",
                           rows,
                           run_where};
