/* bench_watch WEB FOLDER [FEEDS ITEMS DAYS SPEED KILLS [wait]]: a watch of many feeds over days that pass SPEED times as fast, killed on the way,
 * against the web of tests/fetch with its faults. Where the machine cannot keep up, items scroll out of their feeds unseen; with "wait" feeds show
 * new ones only when the last were fetched, and the watch is let be until it has all of them. Tells what was lost or doubled, how close two requests
 * to one host came, what the watch took of the processor, and of memory in each tenth of the days: flat is when they are alike.
 */
#include "isnad/isnad.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TENTHS = 10 };

typedef struct bench {
  const char *web;
  unsigned feeds, items, kills;
  bool waits;
  double days, speed, base, start, delay;
  unsigned port;
  pid_t server, watcher;
  long now, tenths[TENTHS + 1]; /* KiB of the watch: now; the most in each tenth of the days, and after them */
} bench;

static double steady(void *context) {
  struct timespec t;
  (void)context;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double wall(void *context) {
  const bench *b = context;
  return b->base + b->speed * (steady(NULL) - b->start);
}

static void nap(double seconds) {
  struct timespec t = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&t, NULL);
}

/* --- the server --- */

static bool start_server(bench *b) {
  char items[20], seconds[20], pace[40], base[40], speed[40], start[40];
  int ends[2];
  double real = b->days * 86400 / b->speed;
  snprintf(items, sizeof items, "%u", b->items);
  snprintf(seconds, sizeof seconds, "%.0f", 20 * real + 600);
  snprintf(pace, sizeof pace, "%.6f", b->waits ? 0 : real / b->items / 1.5); /* the slowest site has all its items at the end */
  snprintf(base, sizeof base, "%.3f", b->base);
  snprintf(speed, sizeof speed, "%.3f", b->speed);
  snprintf(start, sizeof start, "%.6f", b->start);
  if (pipe(ends) != 0) return false;
  b->server = fork();
  if (b->server == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execl(b->web, b->web, "log", items, seconds, pace, base, speed, start, (char *)NULL);
    _exit(127);
  }
  close(ends[1]);
  FILE *told = fdopen(ends[0], "r");
  bool good = told != NULL && fscanf(told, "%u", &b->port) == 1;
  if (told != NULL) fclose(told);
  return good;
}

/* --- the watch --- */

static volatile sig_atomic_t stopped;

static void on_signal(int number) {
  (void)number;
  stopped = 1;
}

static bool is_stopped(void *context) {
  (void)context;
  return stopped != 0;
}

static int watch(bench *b) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  isnad_clock clock = {.wall = wall, .steady = steady, .speed = b->speed, .context = b};
  isnad_watch_options how = {.no_recheck = true, .stop = is_stopped, .context = b};
  how.net =
      (isnad_fetch_options){.allow_private = true, .delay = b->delay, .backoff = 0.2, .clock = &clock, .record_file = "watch.warc.gz", .at_once = 32};
  signal(SIGTERM, on_signal);
  isnad_status status =
      isnad_warc_append(&how.net.record, how.net.record_file, isnad_slice_of("bench"), isnad_slice_of("2026-01-01T00:00:00Z"), &err);
  if (status == ISNAD_OK) status = isnad_store_open(&store, "watch.db", ISNAD_STORE_WRITE, &err);
  if (status == ISNAD_OK) status = isnad_store_begin(store, &err);
  for (unsigned i = 0; status == ISNAD_OK && i < b->feeds; i++) {
    char url[100];
    bool fresh = false;
    snprintf(url, sizeof url, "http://f%u.localhost:%u/feed.xml", i, b->port);
    status = isnad_watch_feed(&fresh, store, isnad_slice_of(url), (isnad_slice){NULL, 0}, &err);
  }
  if (status == ISNAD_OK) status = isnad_store_commit(store, &err);
  if (status == ISNAD_OK) status = isnad_watch(NULL, store, &how, &err);
  if (status != ISNAD_OK) fprintf(stderr, "bench_watch: %s\n", err.message);
  isnad_store_close(store);
  isnad_warc_finish(how.net.record, NULL);
  return status == ISNAD_OK ? 0 : 4;
}

static void start_watch(bench *b) {
  fflush(NULL);
  b->watcher = fork();
  if (b->watcher == 0) _exit(watch(b));
}

static void note_memory(bench *b) {
  char path[60];
  long pages = 0;
  double part = (wall(b) - b->base) / (b->days * 86400) * TENTHS;
  long *most = &b->tenths[part < TENTHS ? (int)part : TENTHS];
  snprintf(path, sizeof path, "/proc/%ld/statm", (long)b->watcher);
  FILE *file = fopen(path, "r");
  if (file != NULL && fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
  if (file != NULL) fclose(file);
  b->now = pages * (sysconf(_SC_PAGESIZE) / 1024);
  if (b->now > *most) *most = b->now;
}

/* Lets it go on for so many seconds, and tells its memory now and then. */
static void let_be(bench *b, double seconds, double *told) {
  for (double end = steady(NULL) + seconds; steady(NULL) < end;) {
    nap(0.2);
    note_memory(b);
    if (steady(NULL) - *told < 10) continue;
    *told = steady(NULL);
    printf("day %.2f: %ld MB\n", (wall(b) - b->base) / 86400, b->now / 1024);
    fflush(stdout);
  }
}

static void end(pid_t pid, int number) {
  kill(pid, number);
  waitpid(pid, NULL, 0);
}

/* --- what came of it --- */

typedef struct seen {
  char host[64];
  double last;
} seen;

static void judge_log(const bench *b) {
  seen *hosts = calloc(b->feeds, sizeof *hosts);
  FILE *log = fopen("log", "r");
  double at = 0, closest = 1e9;
  char host[64], path[1024];
  unsigned n = 0;
  unsigned long requests = 0, looks = 0, faults = 0;
  int status = 0;
  while (hosts != NULL && log != NULL && fscanf(log, "%lf %63s %1023s %d", &at, host, path, &status) == 4) {
    requests++;
    looks += strcmp(path, "/feed.xml") == 0;
    faults += status >= 500 || status == 0;
    if (sscanf(host, "f%u.", &n) != 1 || n >= b->feeds) continue;
    if (hosts[n].last > 0 && at - hosts[n].last < closest) closest = at - hosts[n].last;
    hosts[n].last = at;
  }
  printf("%lu requests, %lu looks, %lu faults; two requests to one host never closer than %.4f s (delay %.3f)\n", requests, looks, faults, closest,
         b->delay);
  if (log != NULL) fclose(log);
  free(hosts);
}

typedef struct tally {
  uint64_t items, held;
} tally;

static bool add_up(void *context, const isnad_watched *feed) {
  tally *t = context;
  t->items += feed->items;
  t->held += feed->held;
  return true;
}

static bool has_all(const bench *b) {
  isnad_store *store = NULL;
  tally t = {0};
  if (isnad_store_open(&store, "watch.db", ISNAD_STORE_READ, NULL) == ISNAD_OK) isnad_watch_each(store, add_up, &t, NULL);
  isnad_store_close(store);
  return t.held >= (uint64_t)b->feeds * b->items;
}

static void print_costs(const bench *b) {
  struct rusage used; /* of the watches that ended: the server runs still */
  getrusage(RUSAGE_CHILDREN, &used);
  printf("processor: %.1f s and %.1f s in the system; memory in MB, by tenths of the days, and after them:", (double)used.ru_utime.tv_sec,
         (double)used.ru_stime.tv_sec);
  for (int i = 0; i <= TENTHS; i++) printf(" %ld", b->tenths[i] / 1024);
  putchar('\n');
}

static int judge(const bench *b, double seconds) {
  isnad_store *store = NULL;
  isnad_err err = {0};
  isnad_store_counts counts = {0};
  tally t = {0};
  isnad_status status = isnad_store_open(&store, "watch.db", ISNAD_STORE_READ, &err);
  if (status == ISNAD_OK) status = isnad_watch_each(store, add_up, &t, &err);
  if (status == ISNAD_OK) status = isnad_store_count(&counts, store, &err);
  isnad_store_close(store);
  uint64_t wanted = (uint64_t)b->feeds * b->items;
  printf("%u feeds, %.1f days in %.0f s, %u kills: %llu of %llu items noted, %llu held, %llu captures (doubled: %lld), %llu articles unwoven\n",
         b->feeds, b->days, seconds, b->kills, (unsigned long long)t.items, (unsigned long long)wanted, (unsigned long long)t.held,
         (unsigned long long)counts.captures, (long long)counts.captures - (long long)t.held, (unsigned long long)counts.unwoven);
  print_costs(b);
  judge_log(b);
  return status == ISNAD_OK && t.held == wanted && counts.captures == wanted ? 0 : 1;
}

int main(int argc, char **argv) {
  bench b = {.feeds = 200, .items = 50, .days = 3, .speed = 2000, .kills = 20, .base = 1750000000, .delay = 0.02};
  if (argc < 3 || chdir(argv[2]) != 0) return 2;
  b.web = argv[1];
  if (argc > 3) b.feeds = (unsigned)strtoul(argv[3], NULL, 10);
  if (argc > 4) b.items = (unsigned)strtoul(argv[4], NULL, 10);
  if (argc > 5) b.days = strtod(argv[5], NULL);
  if (argc > 6) b.speed = strtod(argv[6], NULL);
  if (argc > 7) b.kills = (unsigned)strtoul(argv[7], NULL, 10);
  b.waits = argc > 8;
  b.start = steady(NULL);
  double told = b.start, real = b.days * 86400 / b.speed;
  if (!start_server(&b)) return 2;
  for (unsigned i = 0; i < b.kills; i++) {
    start_watch(&b);
    let_be(&b, real / (b.kills + 1) * (0.7 + 0.6 * (double)(i * 7 % 10) / 10), &told);
    end(b.watcher, SIGKILL);
  }
  start_watch(&b);
  let_be(&b, b.start + real - steady(NULL) > 0 ? b.start + real - steady(NULL) : 0, &told);
  for (int i = 0; b.waits && i < 300 && !has_all(&b); i++) let_be(&b, 3, &told);
  let_be(&b, 2.5 * 21600 / b.speed + 5, &told); /* the slowest look is six hours away, and its pages after it */
  end(b.watcher, SIGTERM);
  int code = judge(&b, steady(NULL) - b.start);
  end(b.server, SIGKILL);
  return code;
}
