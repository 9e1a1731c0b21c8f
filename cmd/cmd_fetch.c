/* isnad fetch: pages from the web, into a store or as records. */
#include "fetching.h"

#include <signal.h>
#include <stdio.h>

typedef struct fetch_options {
  const char *db;
  unsigned threads;
  bool quiet, json;
  fetching_options net;
} fetch_options;

static const option_row rows[] = {
    {"db", OPTION_TEXT, "STORE", "adds the pages to this store, instead of printing their records", offsetof(fetch_options, db)},
    FETCHING_OPTION_ROWS(fetch_options),
    {"quiet", OPTION_FLAG, NULL, "does not tell of each page", offsetof(fetch_options, quiet)},
    {"json", OPTION_FLAG, NULL, "with --db: the summary as a JSON object", offsetof(fetch_options, json)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

typedef struct fetching {
  const fetch_options *options;
  isnad_fetch_options net;
  isnad_fetcher *fetcher;
  isnad_store *store; /* NULL: records are printed */
  isnad_arena *arena; /* of one page */
  isnad_err err;
  unsigned got, fresh, not_got, not_read;
  bool output_failed;
} fetching;

static void tell(const fetching *x, const isnad_fetched *r, const char *what) {
  fprintf(stderr, "isnad fetch: %.*s: %s", (int)r->asked.length, r->asked.bytes, what);
  if (!isnad_slice_equal(r->url, r->asked) && r->hops > 0) fprintf(stderr, " (at %.*s)", (int)r->url.length, r->url.bytes);
  fputc('\n', stderr);
  (void)x;
}

static void print_record(fetching *x, const isnad_result *result) {
  isnad_slice json = result->prepared.json;
  x->output_failed = x->output_failed || fwrite(json.bytes, 1, json.length, stdout) != json.length || putchar('\n') == EOF;
}

static void told(void *context, const isnad_watch_event *e) {
  fetching *x = context;
  if (e->kind == ISNAD_WATCH_HELD) x->fresh++;
  if (e->kind == ISNAD_WATCH_HELD || e->kind == ISNAD_WATCH_SAME) x->got++;
  if (e->kind != ISNAD_WATCH_NOT_GOT && e->kind != ISNAD_WATCH_REMOVED) return;
  if (e->outcome == ISNAD_FETCH_GOT)
    x->not_read++;
  else
    x->not_got++;
  fprintf(stderr, "isnad fetch: %.*s: %s: %.*s\n", (int)e->url.length, e->url.bytes, isnad_fetch_outcome_name(e->outcome), (int)e->message.length,
          e->message.bytes);
}

/* Into a store the way goes by which a watch goes: one page is one capture, and its editions are kept. */
static isnad_status add_all(fetching *x, char **urls, int count) {
  isnad_slice *pages = isnad_arena_array(x->arena, (size_t)count, sizeof *pages);
  if (pages == NULL) return isnad_arena_fail(&x->err, x->arena, "fetch");
  for (int i = 0; i < count; i++) pages[i] = isnad_slice_of(urls[i]);
  isnad_watch_options how = {
      .net = x->net, .once = true, .only_pages = true, .pages = pages, .page_count = (size_t)count, .told = told, .context = x};
  how.no_recheck = true;
  return isnad_watch(NULL, x->store, &how, &x->err);
}

static void take(void *context, const isnad_fetched *r) {
  fetching *x = context;
  isnad_result result;
  char message[300];
  if (r->outcome != ISNAD_FETCH_GOT) {
    x->not_got++;
    snprintf(message, sizeof message, "%s: %.*s", isnad_fetch_outcome_name(r->outcome), (int)r->message.length, r->message.bytes);
    tell(x, r, message);
    return;
  }
  x->got++;
  isnad_input input = isnad_fetched_input(r, x->net.record_file);
  isnad_arena_reset(x->arena);
  isnad_read_one(&result, x->arena, &input, false);
  isnad_arena_limit(x->arena, 0);
  if (result.status != ISNAD_OK) {
    x->not_read++;
    tell(x, r, result.err.message);
  } else {
    print_record(x, &result);
  }
}

static isnad_status fetch_all(fetching *x, char **urls, int count) {
  isnad_status status = isnad_fetcher_new(&x->fetcher, &x->net, &x->err);
  for (int i = 0; status == ISNAD_OK && i < count; i++) {
    isnad_fetch_request request = {.kind = ISNAD_FETCH_A_PAGE, .url = isnad_slice_of(urls[i]), .tag = (uint64_t)i};
    status = isnad_fetcher_add(x->fetcher, &request, &x->err);
  }
  while (status == ISNAD_OK && !x->output_failed && x->got + x->not_got < (unsigned)count) {
    status = isnad_fetcher_step(x->fetcher, 1, &x->err);
  }
  isnad_fetcher_free(x->fetcher);
  return status;
}

static bool print_summary(const fetching *x) {
  const char *format =
      x->options->json ? "{\"got\":%u,\"fresh\":%u,\"not_got\":%u,\"refused\":%u}\n" : "%u got, %u of them new; %u not got, %u not read\n";
  return printf(format, x->got, x->fresh, x->not_got, x->not_read) > 0;
}

static int exit_code(fetching *x, isnad_status status) {
  if (x->output_failed || fflush(stdout) != 0) {
    fprintf(stderr, "isnad fetch: the output could not be written\n");
    return EXIT_STORE;
  }
  if (status != ISNAD_OK) {
    fprintf(stderr, "isnad fetch: %s\n", x->err.message);
    return EXIT_STORE;
  }
  if (x->not_got > 0) return EXIT_STORE;
  return x->not_read > 0 ? EXIT_BAD_INPUT : EXIT_FOUND;
}

static int run(const command *self, int argc, char **argv) {
  fetch_options options = {0};
  fetching x = {.options = &options};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count == 0) {
    fprintf(stderr, "isnad fetch: name the addresses of pages (see isnad help fetch)\n");
    return EXIT_USAGE;
  }
  signal(SIGPIPE, SIG_IGN);
  int code = fetching_start(&x.net, &options.net, "fetch");
  if (code != EXIT_FOUND) return code;
  x.net.done = take;
  x.net.context = &x;
  isnad_status status = isnad_arena_new(&x.arena, 0);
  if (status == ISNAD_OK && options.db != NULL) status = isnad_store_open(&x.store, options.db, ISNAD_STORE_WRITE, &x.err);
  if (status == ISNAD_OK) status = x.store != NULL ? add_all(&x, argv, count) : fetch_all(&x, argv, count);
  if (!fetching_end(&x.net, "fetch") && status == ISNAD_OK) status = ISNAD_IO;
  if (status == ISNAD_OK && x.store != NULL) x.output_failed = !print_summary(&x);
  isnad_store_close(x.store);
  isnad_arena_free(x.arena);
  return exit_code(&x, status);
}

const command cmd_fetch = {
    "fetch",
    "URL...",
    "gets pages from the web, and prints their records or adds them to a store",
    "robots.txt is obeyed, a host is asked once a second at most, addresses of private networks are refused. Redirects are\n"
    "followed, no cookies are kept. With --record every exchange is kept in a web archive, and evidence can be shown in the\n"
    "captured bytes (isnad show --raw). What was not got is named on standard error with the reason; then the exit code is 4.\n",
    rows,
    run};
