/* isnad search: what the store holds of some words. */
#include "viewing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct search_options {
  view_options view; /* first: the rows of other commands point into it */
  const char *since, *until, *cursor, *now;
  bool newest;
} search_options;

static const option_row rows[] = {
    {"since", OPTION_TEXT, "TIME", "reports of this time and later: 2018, 2018-03, 2018-03-05, or a written time", offsetof(search_options, since)},
    {"until", OPTION_TEXT, "TIME", "reports of this time and earlier", offsetof(search_options, until)},
    {"newest", OPTION_FLAG, NULL, "the newest first, not the most fitting", offsetof(search_options, newest)},
    {"cursor", OPTION_TEXT, "NEXT", "the page that follows, as the page before named it", offsetof(search_options, cursor)},
    {"now", OPTION_TEXT, "DAY", "the day from which \"yesterday\" is told (default: today)", offsetof(search_options, now)},
    {"limit", OPTION_COUNT, "N", "at most so many hits (default: 20)", offsetof(search_options, view.limit)},
    VIEW_DB_OPTION,
    VIEW_JSON_OPTION,
    VIEW_PLAIN_OPTION,
    VIEW_NO_MORE_OPTIONS};

/* The arguments and the options of time as one query. */
static char *query_of(char **arguments, int count, const search_options *o) {
  size_t room = 64 + (o->since != NULL ? strlen(o->since) : 0) + (o->until != NULL ? strlen(o->until) : 0);
  for (int i = 0; i < count; i++) room += strlen(arguments[i]) + 1;
  char *query = calloc(room, 1);
  size_t at = 0;
  if (query == NULL) return NULL;
  for (int i = 0; i < count; i++) at += (size_t)snprintf(query + at, room - at, "%s%s", i > 0 ? " " : "", arguments[i]);
  if (o->since != NULL) at += (size_t)snprintf(query + at, room - at, " since:\"%s\"", o->since);
  if (o->until != NULL) snprintf(query + at, room - at, " until:\"%s\"", o->until);
  return query;
}

/* Noon of a day; 0: it is none. */
static int64_t noon_of(const char *day) {
  enum { HALF_A_DAY = 43200 };
  char query[64];
  isnad_arena *arena = NULL;
  isnad_search_query parsed = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return 0;
  snprintf(query, sizeof query, "on:%.40s", day);
  bool read = isnad_search_parse(&parsed, arena, isnad_slice_of(query), 0, NULL) == ISNAD_OK && parsed.count == 0;
  isnad_arena_free(arena);
  return read && parsed.within.from != INT64_MIN ? parsed.within.from + HALF_A_DAY : 0;
}

static isnad_status show(isnad_store *store, const char *query, const search_options *o, int64_t now, isnad_err *err) {
  isnad_search *search = NULL;
  isnad_view view = view_for(&o->view);
  isnad_search_options options = {.now = now, .order = o->newest ? ISNAD_SEARCH_NEWEST : ISNAD_SEARCH_RELEVANCE, .cursor = isnad_slice_of(o->cursor)};
  isnad_status status = isnad_search_open(&search, store, err);
  if (status == ISNAD_OK) status = isnad_view_search(search, isnad_slice_of(query), &options, &view, err);
  isnad_search_close(search);
  return status;
}

static int answer(const command *self, const char *query, const search_options *o, int64_t now) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  if (isnad_store_open(&store, options_db(o->view.db), ISNAD_STORE_READ, &err) != ISNAD_OK) return view_complain(self, err.message, EXIT_STORE);
  isnad_status status = show(store, query, o, now, &err);
  isnad_store_close(store);
  if (fflush(stdout) != 0 || status == ISNAD_CANCELLED) return view_complain(self, "the output could not be written", EXIT_STORE);
  return status == ISNAD_OK ? EXIT_FOUND : view_complain(self, err.message, status == ISNAD_BAD_INPUT ? EXIT_USAGE : view_exit_code(status));
}

static int run(const command *self, int argc, char **argv) {
  search_options o = {0};
  int count = options_read(self, &o, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0 && o.since == NULL && o.until == NULL) return view_complain(self, "what is to be looked for? (see isnad help search)", EXIT_USAGE);
  int64_t now = o.now != NULL ? noon_of(o.now) : (int64_t)time(NULL);
  if (now == 0) return view_complain(self, "--now takes a day: 2018-03-05", EXIT_USAGE);
  char *query = query_of(argv, count, &o);
  int code = query != NULL ? answer(self, query, &o, now) : view_complain(self, "out of memory", EXIT_STORE);
  free(query);
  return code;
}

const command cmd_search = {
    "search",
    "QUERY...",
    "finds reports by their words, copies of one text under one hit",
    "Words are found in all their forms; \"...\" or \302\253...\302\273 as they are written, in this order. OR joins alternatives, -WORD excludes.\n"
    "title: by: outlet: source: who: where: look there only; since: until: on: take a time, and so does a bare date or\n"
    "\"yesterday\" in Arabic. All have Arabic names. A word in Latin letters is taken for a transliteration where the store\n"
    "does not hold it. docs/SEARCH.md tells more.\n",
    rows,
    run};
