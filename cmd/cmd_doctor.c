/* isnad doctor: what in the store needs a look. */
#include "viewing.h"

static const option_row rows[] = {{"limit", OPTION_COUNT, "N", "at most so many of each kind (default: all)", offsetof(view_options, limit)},
                                  VIEW_DB_OPTION,
                                  VIEW_JSON_OPTION,
                                  VIEW_PLAIN_OPTION,
                                  VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_doctor(store, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_doctor = {"doctor",
                            "",
                            "tells what needs a look: damage, refused inputs, repairs, missing dates and outlets, dates that lie apart",
                            "Exits with 0 when there is something to look at and with 1 when there is nothing.\n",
                            rows,
                            run};
