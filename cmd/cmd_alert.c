/* isnad alert: what somebody waits for in a store, and how it is brought to him. */
#include "fetching.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct alert_options {
  const char *db, *what[ISNAD_ALERT_KINDS], *feed, *command, *webhook;
  bool json;
  fetching_options net;
} alert_options;

static const option_row rows[] = {
    {"db", OPTION_TEXT, "STORE", "the store (default: $ISNAD_DB, else isnad.db)", offsetof(alert_options, db)},
    {"outlet", OPTION_TEXT, "OUTLET", "add: for each new report of an outlet, by id or name", offsetof(alert_options, what[ISNAD_ALERT_OUTLET])},
    {"entity", OPTION_TEXT, "NAME", "add: for each new report that names a person, place or body", offsetof(alert_options, what[ISNAD_ALERT_ENTITY])},
    {"story", OPTION_TEXT, "STORY", "add: for each new report of a story", offsetof(alert_options, what[ISNAD_ALERT_STORY])},
    {"origins", OPTION_TEXT, "STORY", "add: for each new origin of a story", offsetof(alert_options, what[ISNAD_ALERT_ORIGINS])},
    {"figures", OPTION_TEXT, "STORY", "add: when a figure of a story is told with another value", offsetof(alert_options, what[ISNAD_ALERT_FIGURES])},
    {"edits", OPTION_TEXT, "OUTLET", "add: when an outlet (or all) changes an article and does not say so",
     offsetof(alert_options, what[ISNAD_ALERT_EDITS])},
    {"search", OPTION_TEXT, "QUERY", "add: for each new report that a search finds (isnad help search)",
     offsetof(alert_options, what[ISNAD_ALERT_SEARCH])},
    {"feed", OPTION_TEXT, "FILE", "add: writes what fires into an Atom feed", offsetof(alert_options, feed)},
    {"exec", OPTION_TEXT, "COMMAND", "add: runs a command (no shell) with the JSON object on its standard input", offsetof(alert_options, command)},
    {"webhook", OPTION_TEXT, "URL", "add: posts the JSON object", offsetof(alert_options, webhook)},
    FETCHING_OPTION_ROWS(alert_options),
    {"json", OPTION_FLAG, NULL, "list and run: one JSON object a line", offsetof(alert_options, json)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

typedef struct alerting {
  const alert_options *options;
  isnad_store *store;
  isnad_arena *arena;
  isnad_err err;
  isnad_fetch_options net;
  uint64_t count;
  bool output_failed;
} alerting;

static void print_line(alerting *x, isnad_slice line) {
  x->output_failed = x->output_failed || fwrite(line.bytes, 1, line.length, stdout) != line.length || putchar('\n') == EOF;
}

static isnad_status add(alerting *x, const char *name) {
  const alert_options *o = x->options;
  isnad_alert alert = {
      .name = isnad_slice_of(name), .kind = ISNAD_ALERT_KINDS, .feed = isnad_slice_of(o->feed), .command = isnad_slice_of(o->command)};
  alert.webhook = isnad_slice_of(o->webhook);
  alert.allow_private = o->net.allow_private;
  for (int i = 0; i < ISNAD_ALERT_KINDS; i++) {
    if (o->what[i] == NULL) continue;
    if (alert.kind != ISNAD_ALERT_KINDS)
      return isnad_err_set(&x->err, ISNAD_BAD_ARGUMENT, "alert", (isnad_span){0, 0}, "an alert waits for one thing: make two of them");
    alert.kind = (isnad_alert_kind)i;
    alert.what = isnad_slice_of(o->what[i]);
  }
  if (alert.kind == ISNAD_ALERT_KINDS)
    return isnad_err_set(&x->err, ISNAD_BAD_ARGUMENT, "alert", (isnad_span){0, 0}, "say what it waits for (see isnad help alert)");
  return isnad_alert_add(x->store, &alert, (int64_t)time(NULL), &x->err);
}

static bool print_alert(void *context, const isnad_alert *a) {
  alerting *x = context;
  isnad_slice line;
  x->count++;
  isnad_arena_reset(x->arena);
  if (x->options->json) {
    if (isnad_alert_json(&line, x->arena, a, NULL) == ISNAD_OK) print_line(x, line);
  } else {
    printf("%-16.*s %-8s %.*s  fired %llu, %llu to be delivered\n", (int)a->name.length, a->name.bytes, isnad_alert_kind_name(a->kind),
           (int)a->what.length, a->what.bytes, (unsigned long long)a->fired, (unsigned long long)a->waiting);
  }
  return !x->output_failed;
}

static void print_fired(void *context, isnad_slice json) { print_line(context, json); }

static isnad_status run_all(alerting *x) {
  isnad_alert_counts counts;
  isnad_status status = isnad_alert_run(&counts, x->store, &x->net, (int64_t)time(NULL), print_fired, x, &x->err);
  x->count = counts.fired;
  if (status == ISNAD_OK && counts.failed > 0)
    fprintf(stderr, "isnad alert: %llu could not be delivered, and will be tried again\n", (unsigned long long)counts.failed);
  return status;
}

static isnad_status act(alerting *x, const char *verb, const char *name) {
  if (strcmp(verb, "add") == 0) return add(x, name);
  if (strcmp(verb, "remove") == 0) return isnad_alert_remove(x->store, isnad_slice_of(name), &x->err);
  if (strcmp(verb, "list") == 0) return isnad_alert_each(x->store, print_alert, x, &x->err);
  return run_all(x);
}

static bool is_known(const char *verb, int count) {
  bool named = strcmp(verb, "add") == 0 || strcmp(verb, "remove") == 0;
  return named ? count == 2 : count == 1 && (strcmp(verb, "list") == 0 || strcmp(verb, "run") == 0);
}

static int exit_code(const alerting *x, isnad_status status, bool counted) {
  if (x->output_failed || fflush(stdout) != 0) {
    fprintf(stderr, "isnad alert: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status == ISNAD_OK) return counted && x->count == 0 ? EXIT_NOTHING : EXIT_FOUND;
  fprintf(stderr, "isnad alert: %s\n", x->err.message);
  return status == ISNAD_BAD_ARGUMENT || status == ISNAD_BAD_INPUT ? EXIT_USAGE : status == ISNAD_NOT_FOUND ? EXIT_NOTHING : EXIT_STORE;
}

static int run(const command *self, int argc, char **argv) {
  alert_options options = {0};
  alerting x = {.options = &options};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0 || !is_known(argv[0], count)) {
    fprintf(stderr, "isnad alert: add NAME, remove NAME, list or run (see isnad help alert)\n");
    return EXIT_USAGE;
  }
  signal(SIGPIPE, SIG_IGN);
  int code = fetching_start(&x.net, &options.net, "alert");
  if (code != EXIT_FOUND) return code;
  isnad_status status = isnad_arena_new(&x.arena, 0);
  if (status == ISNAD_OK) status = isnad_store_open(&x.store, options_db(options.db), ISNAD_STORE_WRITE, &x.err);
  if (status == ISNAD_OK) status = act(&x, argv[0], count > 1 ? argv[1] : NULL);
  if (!fetching_end(&x.net, "alert") && status == ISNAD_OK) status = isnad_err_set(&x.err, ISNAD_IO, "alert", (isnad_span){0, 0}, "no archive");
  isnad_store_close(x.store);
  isnad_arena_free(x.arena);
  return exit_code(&x, status, strcmp(argv[0], "list") == 0 || strcmp(argv[0], "run") == 0);
}

const command cmd_alert = {
    "alert",
    "add NAME | remove NAME | list | run",
    "waits for something in the store, and tells of it once, with the reason and the evidence",
    "A watch looks at its alerts whenever stories were told anew; without one, isnad alert run does. What an alert finds when it\n"
    "is made does not fire. What fires is one JSON object: printed by run, and brought into a feed, to a command or a webhook,\n"
    "again and again until it was taken.\n",
    rows,
    run};
