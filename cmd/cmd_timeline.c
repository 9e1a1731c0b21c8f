/* isnad timeline: dated reports of all stories, or what happened in some, to somebody, or about something. */
#include "viewing.h"

#include <stdint.h>
#include <stdlib.h>

static const option_row rows[] = {
    {"who", OPTION_TEXT, "NAME", "events in which NAME is named", offsetof(view_options, by)},
    {"about", OPTION_TEXT, "WORDS", "events of reports that tell of WORDS, in any form, names in any spelling", offsetof(view_options, about)},
    VIEW_LIMIT_OPTION,
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  if (count == 0 && view->by.length == 0 && view->about.length == 0) return isnad_view_timeline(store, NULL, 0, view, err);
  isnad_slice *ids = calloc(count + 1, sizeof *ids);
  if (ids == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "timeline", (isnad_span){0, 0}, "out of memory");
  for (size_t i = 0; i < count; i++) ids[i] = isnad_slice_of(arguments[i]);
  isnad_status status = isnad_view_events(store, ids, count, view, err);
  free(ids);
  return status;
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, SIZE_MAX, show); }

const command cmd_timeline = {
    "timeline",
    "[STORY...]",
    "shows the dated reports of all stories, or what happened in some, to --who, or --about something",
    "Without arguments: every dated report. With stories, a name or words: one line an event, with the sentence that says it\n"
    "best; reported: news of that day, with its reports and origins; recalled: past events that later reports come back to.\n",
    rows,
    run};
