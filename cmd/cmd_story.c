/* isnad story: the reports of one event in the order of time. */
#include "viewing.h"

#include <stdint.h>

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  return view_each(store, arguments, count, view, isnad_view_story, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 1, SIZE_MAX, show); }

const command cmd_story = {"story",
                           "STORY...",
                           "shows the reports of a story in time order, and from whom each was taken",
                           "Dates stand with their basis: meta and dateline are stated, relative is read from words such as \"yesterday\",\n"
                           "story was learned from the other reports. An id may be shortened while it is unique.\n",
                           view_option_rows,
                           run};
