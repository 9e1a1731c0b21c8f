/* isnad who: one bearer of a name across the articles of a store. */
#include "viewing.h"

#include <stdint.h>
#include <string.h>

enum { LONGEST_NAME = 512 };

/* The words of the command line are one name: isnad who first last. */
static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  char name[LONGEST_NAME];
  size_t used = 0;
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(arguments[i]);
    if (used + length + 1 >= sizeof name)
      return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "who", (isnad_span){0, 0}, "the name is longer than 500 bytes");
    memcpy(name + used, arguments[i], length);
    used += length;
    name[used++] = ' ';
  }
  return isnad_view_who(store, (isnad_slice){name, used > 0 ? used - 1 : 0}, view, err); /* without the last space */
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_who = {"who",
                         "NAME...",
                         "shows who bears a name: spellings, offices by date, the articles that name it, what it said",
                         "NAME may be a part of the name; of several bearers the one that most articles name is shown, the others are listed\n"
                         "(also). office: from data/office_holders.tsv; called: the words of the articles, with the day of the first.\n",
                         view_option_rows,
                         run};
