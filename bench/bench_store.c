/* bench_store STORE BATCH FILE...: how many captures a second the writer's thread puts into a store: by the clock, while other threads read captures
 * on the same processors, and in its own processor time. */
#include "isnad/isnad.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct spent {
  double wall, own;
} spent;

typedef struct measure {
  isnad_store *store;
  isnad_err err;
  uint64_t batch, captures, articles, citations, names, bytes;
  spent putting, committing;
} measure;

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static spent now(void) { return (spent){seconds(CLOCK_MONOTONIC), seconds(CLOCK_THREAD_CPUTIME_ID)}; }

static void add_since(spent *sum, spent began) {
  spent ended = now();
  sum->wall += ended.wall - began.wall;
  sum->own += ended.own - began.own;
}

static bool next_batch(measure *m) {
  spent began = now();
  bool good = isnad_store_commit(m->store, &m->err) == ISNAD_OK;
  add_since(&m->committing, began);
  return good && isnad_store_begin(m->store, &m->err) == ISNAD_OK;
}

static bool put(void *context, const isnad_result *result) {
  measure *m = context;
  bool fresh = false;
  if (result->status != ISNAD_OK) return true;
  spent began = now();
  bool good = isnad_store_put(m->store, &fresh, &result->prepared, &m->err) == ISNAD_OK;
  add_since(&m->putting, began);
  m->captures++;
  m->bytes += result->prepared.json.length + result->record.page.text.length;
  m->articles += result->record.article_count;
  for (size_t i = 0; i < result->record.article_count; i++) {
    m->citations += result->record.articles[i].source_count;
    m->names += result->record.articles[i].name_count;
  }
  return good && (m->captures % m->batch != 0 || next_batch(m));
}

static void report_time(const measure *m, const char *of, double putting, double committing) {
  double all = putting + committing;
  printf("%s: put %.3f s, commit %.3f s: %.0f captures/s, %.1f MB/s\n", of, putting, committing, (double)m->captures / all,
         (double)m->bytes / 1e6 / all);
}

static void report(const measure *m) {
  printf("%llu captures, %llu articles, %llu citations, %llu names, %.1f MB of text and records\n", (unsigned long long)m->captures,
         (unsigned long long)m->articles, (unsigned long long)m->citations, (unsigned long long)m->names, (double)m->bytes / 1e6);
  report_time(m, "by the clock", m->putting.wall, m->committing.wall);
  report_time(m, "own time", m->putting.own, m->committing.own);
}

int main(int argc, char **argv) {
  measure m = {0};
  if (argc < 4 || (m.batch = strtoull(argv[2], NULL, 10)) == 0) {
    fprintf(stderr, "usage: bench_store STORE BATCH FILE...\n");
    return 2;
  }
  isnad_run run = {.for_store = true, .take = put, .context = &m};
  isnad_status status = isnad_store_open(&m.store, argv[1], ISNAD_STORE_WRITE, &m.err);
  if (status == ISNAD_OK) status = isnad_store_begin(m.store, &m.err);
  if (status == ISNAD_OK) status = isnad_read_all((const char *const *)argv + 3, (size_t)argc - 3, &run, &m.err);
  spent began = now();
  if (status == ISNAD_OK) status = isnad_store_commit(m.store, &m.err);
  isnad_store_close(m.store);
  add_since(&m.committing, began);
  if (status != ISNAD_OK) fprintf(stderr, "bench_store: %s\n", m.err.message);
  report(&m);
  return status == ISNAD_OK ? 0 : 4;
}
