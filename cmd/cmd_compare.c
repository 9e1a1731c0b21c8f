/* isnad compare: two reports side by side. */
#include "viewing.h"

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)count;
  return isnad_view_compare(store, isnad_slice_of(arguments[0]), isnad_slice_of(arguments[1]), view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 2, 2, show); }

const command cmd_compare = {"compare",
                             "ARTICLE ARTICLE",
                             "shows the passages that two reports share, and which words, figures and names differ in them",
                             "Under each passage stand its words; where the two differ, a line A and a line B give what each has. A line that\n"
                             "ends in \"<- figure\" or \"<- name\" changes one.\n",
                             view_option_rows,
                             run};
