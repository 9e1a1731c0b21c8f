/* isnad serve: a store as web pages and as an HTTP service. */
#include "isnad/isnad.h"
#include "options.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { PORT = 8765, TOKEN_BYTES = 16 };

typedef struct serve_options {
  const char *db, *address, *origin, *host;
  unsigned port, workers, rate, cache;
  bool any_port, allow_add, log;
} serve_options;

static const option_row rows[] = {
    {"db", OPTION_TEXT, "STORE", "the store (default: $ISNAD_DB, else isnad.db)", offsetof(serve_options, db)},
    {"port", OPTION_COUNT, "N", "where it listens (default: 8765)", offsetof(serve_options, port)},
    {"any-port", OPTION_FLAG, NULL, "any port that is free; the address is printed", offsetof(serve_options, any_port)},
    {"address", OPTION_TEXT, "ADDRESS", "numeric; default 127.0.0.1: this machine only", offsetof(serve_options, address)},
    {"host", OPTION_TEXT, "NAME", "the name it has behind a proxy, to be answered besides local ones", offsetof(serve_options, host)},
    {"workers", OPTION_COUNT, "N", "threads that make replies (default: 3)", offsetof(serve_options, workers)},
    {"rate", OPTION_COUNT, "N", "replies to be made a second for one address (default: 50, this machine freely)", offsetof(serve_options, rate)},
    {"cache", OPTION_COUNT, "MB", "memory for replies that were made already (default: 24)", offsetof(serve_options, cache)},
    {"cors", OPTION_TEXT, "ORIGIN", "whose scripts may read the replies (default: nobody's)", offsetof(serve_options, origin)},
    {"allow-add", OPTION_FLAG, NULL, "POST /captures adds captures, with the token in $ISNAD_TOKEN or else the one printed",
     offsetof(serve_options, allow_add)},
    {"log", OPTION_FLAG, NULL, "each request in one line on standard error", offsetof(serve_options, log)},
    {NULL, OPTION_FLAG, NULL, NULL, 0}};

static int complain(const char *message) {
  fprintf(stderr, "isnad serve: %s\n", message);
  return EXIT_STORE;
}

static void log_line(void *context, const char *line) {
  (void)context;
  fprintf(stderr, "%s\n", line);
}

/* --- adding --- */

static bool write_whole(const char *path, isnad_slice bytes) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) return false;
  bool written = fwrite(bytes.bytes, 1, bytes.length, file) == bytes.length;
  return fclose(file) == 0 && written;
}

static isnad_status add_file(isnad_added *added, const char *db, const char *path, isnad_err *err) {
  isnad_store *store = NULL;
  isnad_run how = {.threads = 1};
  isnad_status status = isnad_store_open(&store, db, ISNAD_STORE_WRITE, err);
  if (status == ISNAD_OK) status = isnad_add(added, store, &path, 1, &how, NULL, err);
  isnad_store_close(store);
  return status;
}

/* What was sent lies in a file while it is added, as all captures do. */
static isnad_status add_lines(void *context, isnad_slice *summary, isnad_arena *arena, isnad_slice lines, isnad_err *err) {
  const serve_options *options = context;
  const char *temporary = getenv("TMPDIR");
  isnad_slice name = isnad_arena_printf(arena, "%s/isnad-XXXXXX", temporary != NULL ? temporary : "/tmp");
  char folder[512] = "", path[540];
  isnad_added added = {0, 0, 0};
  if (name.length >= sizeof folder) return isnad_err_set(err, ISNAD_IO, "serve", (isnad_span){0, 0}, "the temporary folder has too long a name");
  memcpy(folder, name.bytes, name.length);
  if (mkdtemp(folder) == NULL) return isnad_err_set(err, ISNAD_IO, "serve", (isnad_span){0, 0}, "no temporary folder can be made");
  snprintf(path, sizeof path, "%s/posted.jsonl", folder);
  isnad_status status = write_whole(path, lines) ? add_file(&added, options_db(options->db), path, err)
                                                 : isnad_err_set(err, ISNAD_IO, "serve", (isnad_span){0, 0}, "the temporary folder is full");
  unlink(path);
  rmdir(folder);
  *summary = isnad_arena_printf(arena, "{\"fresh\":%llu,\"known\":%llu,\"refused\":%llu}", (unsigned long long)added.fresh,
                                (unsigned long long)added.known, (unsigned long long)added.refused);
  return status;
}

/* The token of the environment, else one that nobody can guess. False: no random numbers are to be had. */
static bool find_token(char token[2 * TOKEN_BYTES + 1], const char **out) {
  unsigned char bytes[TOKEN_BYTES];
  const char *given = getenv("ISNAD_TOKEN");
  if (given != NULL && given[0] != '\0') {
    *out = given;
    return true;
  }
  FILE *random = fopen("/dev/urandom", "rb");
  bool read = random != NULL && fread(bytes, 1, sizeof bytes, random) == sizeof bytes;
  if (random != NULL) fclose(random);
  for (size_t i = 0; read && i < sizeof bytes; i++) snprintf(token + 2 * i, 3, "%02x", bytes[i]);
  *out = token;
  return read;
}

/* --- running --- */

static void say_where(const serve_options *options, const isnad_server *server, const char *token) {
  const char *address = options->address != NULL ? options->address : "127.0.0.1";
  bool six = strchr(address, ':') != NULL;
  printf("http://%s%s%s:%u/\n", six ? "[" : "", address, six ? "]" : "", (unsigned)isnad_server_port(server));
  fflush(stdout);
  fprintf(stderr, "isnad serve: %s, %s; Ctrl-C stops\n", options_db(options->db), token != NULL ? "captures may be added" : "read only");
  if (token != NULL && getenv("ISNAD_TOKEN") == NULL) fprintf(stderr, "isnad serve: the token is %s\n", token);
}

/* What one large reply needed goes back to the system when it is sent: without this the C library keeps it, once for each thread. */
static void keep_memory_small(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
  mallopt(M_ARENA_MAX, 2);
#endif
}

static int serve(const serve_options *options) {
  isnad_server *server = NULL;
  isnad_err err = {0};
  sigset_t ends;
  int which = 0;
  char made[2 * TOKEN_BYTES + 1];
  const char *token = NULL;
  if (options->allow_add && !find_token(made, &token)) return complain("no token can be made: set ISNAD_TOKEN");
  isnad_server_options how = {.db = options_db(options->db),
                              .version = isnad_version(),
                              .address = options->address,
                              .port = (uint16_t)(options->any_port   ? 0
                                                 : options->port > 0 ? options->port
                                                                     : PORT),
                              .workers = options->workers,
                              .cache = (size_t)options->cache << 20,
                              .rate = options->rate,
                              .origin = options->origin,
                              .host = options->host,
                              .token = token,
                              .add = add_lines,
                              .log = options->log ? log_line : NULL,
                              .context = (void *)(uintptr_t)options};
  keep_memory_small();
  signal(SIGPIPE, SIG_IGN);
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, NULL); /* before any thread is there: all of them leave these to us */
  if (isnad_server_start(&server, &how, &err) != ISNAD_OK) return complain(err.message);
  say_where(options, server, token);
  sigwait(&ends, &which);
  isnad_server_stop(server);
  return EXIT_FOUND;
}

static int run(const command *self, int argc, char **argv) {
  serve_options options = {0};
  int count = options_read(self, &options, argc, argv);
  if (count < 0) return EXIT_USAGE;
  if (count > 0 || options.port > UINT16_MAX || options.workers > 32) {
    fprintf(stderr, "isnad serve: takes options only, a port up to 65535 and up to 32 workers (see isnad help serve)\n");
    return EXIT_USAGE;
  }
  return serve(&options);
}

const command cmd_serve = {
    "serve",
    "",
    "shows a store as web pages and answers programs over HTTP",
    "Prints its address and answers until it is told to end (Ctrl-C, SIGTERM). Nothing is changed in the store unless\n"
    "--allow-add is given. A browser gets pages in Arabic (?lang=en: English), a program JSON; docs/SERVER.md has the routes.\n",
    rows,
    run};
