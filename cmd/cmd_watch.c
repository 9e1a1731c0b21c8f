/* isnad watch: feeds looked at by their own rhythm, and what they name added to the store. */
#include "fetching.h"
#include "watch_line.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct watch_options {
  const char *db;
  unsigned least, most, recheck;
  bool once, list, drop, no_recheck, json, quiet;
  fetching_options net;
} watch_options;

static const option_row rows[] = {
    {"db", OPTION_TEXT, "STORE", "the store (default: $ISNAD_DB, else isnad.db); made when it is not there", offsetof(watch_options, db)},
    {"once", OPTION_FLAG, NULL, "looks at what is due, fetches what is new, and ends", offsetof(watch_options, once)},
    {"list", OPTION_FLAG, NULL, "prints the feeds that are watched, and ends", offsetof(watch_options, list)},
    {"drop", OPTION_FLAG, NULL, "stops watching the feeds that are named, and ends", offsetof(watch_options, drop)},
    {"least", OPTION_COUNT, "SECONDS", "between two looks at a feed, at least (default: 300)", offsetof(watch_options, least)},
    {"most", OPTION_COUNT, "SECONDS", "and at most (default: 21600)", offsetof(watch_options, most)},
    {"recheck", OPTION_COUNT, "SECONDS", "after which a page is looked at for a later edition, then after 6, 24, 72, 168 times that (default: 3600)",
     offsetof(watch_options, recheck)},
    {"no-recheck", OPTION_FLAG, NULL, "looks at each page once", offsetof(watch_options, no_recheck)},
    FETCHING_OPTION_ROWS(watch_options),
    {"json", OPTION_FLAG, NULL, "one JSON object an event, also on a terminal", offsetof(watch_options, json)},
    {"quiet", OPTION_FLAG, NULL, "tells nothing but what went wrong", offsetof(watch_options, quiet)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

/* Set by signals: how many came. */
static volatile sig_atomic_t signals;

static void on_signal(int number) {
  (void)number;
  signals = 1;
}

static bool asked_to_stop(void *context) {
  (void)context;
  return signals != 0;
}

typedef struct watching {
  const watch_options *options;
  isnad_store *store;
  isnad_arena *arena;
  isnad_err err;
  bool status_line, output_failed;
  watch_line line;
} watching;

/* --- what is told --- */

static bool print_line(watching *x, isnad_slice line) {
  bool good = fwrite(line.bytes, 1, line.length, stdout) == line.length && putchar('\n') != EOF && fflush(stdout) == 0;
  x->output_failed = x->output_failed || !good;
  if (!good) signals = 1;
  return good;
}

static void tell(void *context, const isnad_watch_event *e) {
  watching *x = context;
  isnad_slice line;
  bool wrong = e->kind == ISNAD_WATCH_NOT_GOT || (e->kind == ISNAD_WATCH_LOOKED && e->message.length > 0);
  if (x->status_line || x->options->quiet) {
    if (wrong && x->status_line) watch_line_clear();
    if (wrong) fprintf(stderr, "%.*s: %.*s\n", (int)e->url.length, e->url.bytes, (int)e->message.length, e->message.bytes);
    return;
  }
  isnad_arena_reset(x->arena);
  if (isnad_watch_event_json(&line, x->arena, e, (int64_t)time(NULL), NULL) == ISNAD_OK) print_line(x, line);
}

static void show(void *context, const isnad_watch_counts *counts) {
  watching *x = context;
  watch_line_show(&x->line, counts);
}

/* --- the list of feeds --- */

static bool print_feed(void *context, const isnad_watched *f) {
  watching *x = context;
  isnad_slice line;
  if (x->options->json) {
    isnad_arena_reset(x->arena);
    return isnad_watched_json(&line, x->arena, f, NULL) == ISNAD_OK && print_line(x, line);
  }
  return printf("%-7.*s %-9.*s every %5lld s  %5llu of %5llu items held  %.*s  %.*s\n", (int)f->state.length, f->state.bytes, (int)f->kind.length,
                f->kind.bytes, (long long)f->interval, (unsigned long long)f->held, (unsigned long long)f->items, (int)f->url.length, f->url.bytes,
                (int)f->error.length, f->error.bytes) > 0;
}

static isnad_status add(watching *x, isnad_slice url, isnad_slice title, const char *from) {
  bool fresh = false;
  isnad_err why = {0};
  isnad_status status = isnad_watch_feed(&fresh, x->store, url, title, &why);
  if (status == ISNAD_OK) return ISNAD_OK;
  if (status == ISNAD_BAD_INPUT) {
    fprintf(stderr, "isnad watch: %s%s%.*s: %s\n", from, from[0] != '\0' ? ": " : "", (int)url.length, url.bytes, why.message);
    return ISNAD_OK;
  }
  x->err = why;
  return status;
}

static bool read_whole(isnad_slice *out, isnad_arena *arena, FILE *file) {
  enum { MOST = 16 << 20 };
  char *bytes = isnad_arena_alloc(arena, MOST);
  if (bytes == NULL) return false;
  *out = (isnad_slice){bytes, fread(bytes, 1, MOST, file)};
  return ferror(file) == 0;
}

/* A file is a list of feeds: OPML, or one address a line. */
static isnad_status add_file(watching *x, FILE *file, const char *path) {
  isnad_slice bytes;
  isnad_outlines list = {.count = 0};
  isnad_sitemap lines = {.count = 0};
  isnad_arena *arena = NULL;
  isnad_status status = isnad_arena_new(&arena, 0);
  if (status == ISNAD_OK && !read_whole(&bytes, arena, file))
    status = isnad_err_set(&x->err, ISNAD_IO, "watch", (isnad_span){0, 0}, "%s: cannot be read", path);
  if (status == ISNAD_OK && isnad_feed_sniff(bytes) == ISNAD_FEED_URL_LIST)
    status = isnad_sitemap_read(&lines, arena, bytes, NULL, &x->err);
  else if (status == ISNAD_OK)
    status = isnad_outlines_read(&list, arena, bytes, NULL, &x->err);
  for (size_t i = 0; status == ISNAD_OK && i < list.count; i++)
    if (list.items[i].feed_url.length > 0) status = add(x, list.items[i].feed_url, list.items[i].text, path);
  for (size_t i = 0; status == ISNAD_OK && i < lines.count; i++) status = add(x, lines.items[i].url, (isnad_slice){NULL, 0}, path);
  isnad_arena_free(arena);
  return status;
}

static isnad_status change_list(watching *x, char **words, int count) {
  isnad_status status = count > 0 ? isnad_store_begin(x->store, &x->err) : ISNAD_OK;
  for (int i = 0; status == ISNAD_OK && i < count; i++) {
    isnad_slice word = isnad_slice_of(words[i]);
    FILE *file = x->options->drop ? NULL : fopen(words[i], "rb");
    if (x->options->drop)
      status = isnad_watch_drop(x->store, word, &x->err);
    else
      status = file != NULL ? add_file(x, file, words[i]) : add(x, word, (isnad_slice){NULL, 0}, "");
    if (file != NULL) fclose(file);
  }
  if (status == ISNAD_OK && count > 0) return isnad_store_commit(x->store, &x->err);
  isnad_store_rollback(x->store);
  return status;
}

/* --- the run --- */

static void catch_signals(void) {
  struct sigaction action = {.sa_handler = on_signal};
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
}

static isnad_status watch(watching *x, const isnad_fetch_options *net) {
  isnad_watch_counts counts;
  const watch_options *o = x->options;
  isnad_watch_options how = {.net = *net, .once = o->once, .least = o->least, .most = o->most, .recheck = o->recheck, .no_recheck = o->no_recheck};
  how.stop = asked_to_stop;
  how.told = tell;
  how.shown = x->status_line ? show : NULL;
  how.context = x;
  catch_signals();
  isnad_status status = isnad_watch(&counts, x->store, &how, &x->err);
  if (x->status_line) watch_line_clear();
  if (!o->quiet && status == ISNAD_OK && x->status_line)
    fprintf(stderr, "isnad watch: %llu looks, %llu new items, %llu held, %llu changed, %llu not got\n", (unsigned long long)counts.looks,
            (unsigned long long)counts.items, (unsigned long long)counts.held, (unsigned long long)counts.editions,
            (unsigned long long)counts.not_got);
  return status;
}

static int exit_code(const watching *x, isnad_status status) {
  if (x->output_failed) {
    fprintf(stderr, "isnad watch: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status == ISNAD_OK) return EXIT_FOUND;
  fprintf(stderr, "isnad watch: %s\n", x->err.message);
  return status == ISNAD_BAD_INPUT ? EXIT_BAD_INPUT : status == ISNAD_NOT_FOUND ? EXIT_NOTHING : EXIT_STORE;
}

static int run(const command *self, int argc, char **argv) {
  watch_options options = {0};
  watching x = {.options = &options};
  isnad_fetch_options net = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (options.drop && count == 0) {
    fprintf(stderr, "isnad watch: name the feeds to drop (see isnad help watch)\n");
    return EXIT_USAGE;
  }
  x.status_line = !options.json && !options.quiet && watch_line_fits();
  int code = fetching_start(&net, &options.net, "watch");
  if (code != EXIT_FOUND) return code;
  isnad_status status = isnad_arena_new(&x.arena, 0);
  if (status == ISNAD_OK) status = isnad_store_open(&x.store, options_db(options.db), ISNAD_STORE_WRITE, &x.err);
  if (status == ISNAD_OK) status = change_list(&x, argv, count);
  if (status == ISNAD_OK && options.list) status = isnad_watch_each(x.store, print_feed, &x, &x.err);
  if (status == ISNAD_OK && !options.list && !options.drop) status = watch(&x, &net);
  if (!fetching_end(&net, "watch") && status == ISNAD_OK) status = ISNAD_IO;
  isnad_store_close(x.store);
  isnad_arena_free(x.arena);
  return exit_code(&x, status);
}

const command cmd_watch = {
    "watch",
    "[FEEDS.opml | URL...]",
    "looks at feeds by their own rhythm, and adds what they name to the store",
    "Feeds (RSS, Atom, JSON Feed), sitemaps, sites whose feeds are to be found, or lists of them (OPML, or an address a line) are\n"
    "remembered in the store: without any, the watch goes on with those it knows. A page is looked at again for later editions.\n"
    "All state is in the store, so that a watch that was killed goes on where it was; ^C and SIGTERM end it cleanly. On a\n"
    "terminal there is a line of status, else one JSON object an event. A unit for systemd is in extras/.\n",
    rows,
    run};
