/* isnad timeline: dated reports, of all stories or of some. */
#include "viewing.h"

#include <stdint.h>
#include <stdlib.h>

static const option_row rows[] = {VIEW_LIMIT_OPTION, VIEW_DB_OPTION, VIEW_JSON_OPTION, VIEW_PLAIN_OPTION, VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  isnad_slice *ids = calloc(count + 1, sizeof *ids);
  if (ids == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "timeline", (isnad_span){0, 0}, "out of memory");
  for (size_t i = 0; i < count; i++) ids[i] = isnad_slice_of(arguments[i]);
  isnad_status status = isnad_view_timeline(store, ids, count, view, err);
  free(ids);
  return status;
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, SIZE_MAX, show); }

const command cmd_timeline = {"timeline", "[STORY...]", "shows the dated reports of all stories, or of some, in the order of time", NULL, rows, run};
