/* isnad stories: what happened, as told by how many, newest first. */
#include "viewing.h"

static const option_row rows[] = {
    VIEW_LIMIT_OPTION,
    {"largest", OPTION_FLAG, NULL, "those with most reports first", offsetof(view_options, largest)},
    {"trending", OPTION_FLAG, NULL, "those first whose last day brought most, by independent origins", offsetof(view_options, trending)},
    {"since", OPTION_TEXT, "DAY", "stories that reach DAY (2018-06-12)", offsetof(view_options, since)},
    {"until", OPTION_TEXT, "DAY", "stories that begin no later than DAY", offsetof(view_options, until)},
    {"about", OPTION_TEXT, "WORDS", "stories with a report that tells of WORDS, in any form, names in any spelling", offsetof(view_options, about)},
    {"who", OPTION_TEXT, "NAME", "stories whose reports name NAME", offsetof(view_options, by)},
    {"where", OPTION_TEXT, "PLACE", "stories whose reports name PLACE", offsetof(view_options, where)},
    {"min-origins", OPTION_COUNT, "N", "stories that rest on N independent origins or more", offsetof(view_options, least_origins)},
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

static isnad_status show(isnad_store *store, char **arguments, size_t count, const isnad_view *view, isnad_err *err) {
  (void)arguments;
  (void)count;
  return isnad_view_stories(store, view, err);
}

static int run(const command *self, int argc, char **argv) { return view_run(self, argc, argv, 0, 0, show); }

const command cmd_stories = {"stories",
                             "",
                             "lists the stories: when, reports, outlets, independent texts, title",
                             "Reports that copied one another count as one independent text.\n",
                             rows,
                             run};
