/* bench_add STORE FILE...: what an add costs by stage, in processor time of all threads: reading captures with every note, putting records into the
 * store, and the stages across articles. With "records to stories" are meant the last two. STORE is made; it should not be there. With "-" for STORE
 * nothing is kept and nothing made but stories and chains, as isnad stories FILE... does. */
#include "isnad/isnad.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { COMMIT_EVERY = 4096 }; /* as isnad add */

typedef struct measure {
  isnad_store *store;
  isnad_err err;
  uint64_t captures, articles, in_batch;
  double putting; /* seconds */
  unsigned without;
} measure;

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static isnad_status put_one(measure *m, const isnad_result *result) {
  bool fresh = false;
  isnad_status status = m->in_batch == 0 ? isnad_store_begin(m->store, &m->err) : ISNAD_OK;
  if (status == ISNAD_OK) status = isnad_store_put(m->store, &fresh, &result->prepared, &m->err);
  m->captures += fresh;
  m->articles += fresh ? result->record.article_count : 0;
  if (status != ISNAD_OK || ++m->in_batch < COMMIT_EVERY) return status;
  m->in_batch = 0;
  return isnad_store_commit(m->store, &m->err);
}

static bool put(void *context, const isnad_result *result) {
  measure *m = context;
  double began = seconds(CLOCK_THREAD_CPUTIME_ID);
  isnad_status status = result->status == ISNAD_OK ? put_one(m, result) : ISNAD_OK;
  m->putting += seconds(CLOCK_THREAD_CPUTIME_ID) - began;
  return status == ISNAD_OK;
}

static isnad_status read_and_put(measure *m, char **files, size_t count) {
  isnad_run run = {.without = m->without, .for_store = true, .take = put, .context = m};
  isnad_status status = isnad_read_all((const char *const *)files, count, &run, &m->err);
  double began = seconds(CLOCK_THREAD_CPUTIME_ID);
  if (status == ISNAD_OK && m->in_batch > 0) status = isnad_store_commit(m->store, &m->err);
  m->putting += seconds(CLOCK_THREAD_CPUTIME_ID) - began;
  return status;
}

static void report(const measure *m, const char *what, double spent) {
  printf("%-24s %7.2f s  %7.0f us an article  %7.0f articles/s\n", what, spent, 1e6 * spent / (double)m->articles, (double)m->articles / spent);
}

static void report_all(const measure *m, double read, double woven) {
  struct rusage used;
  printf("%llu captures, %llu articles; processor time of all threads\n", (unsigned long long)m->captures, (unsigned long long)m->articles);
  report(m, "read, every note", read - m->putting);
  report(m, "put into the store", m->putting);
  report(m, "stages across articles", woven);
  report(m, "records to stories", m->putting + woven);
  report(m, "text to stories", read + woven);
  if (getrusage(RUSAGE_SELF, &used) == 0) printf("%-24s %7.0f MB\n", "memory at most", (double)used.ru_maxrss / 1024);
}

int main(int argc, char **argv) {
  measure m = {0};
  if (argc < 3) {
    fprintf(stderr, "usage: bench_add STORE FILE...\n");
    return 2;
  }
  bool passing = strcmp(argv[1], "-") == 0;
  if (passing) m.without = ISNAD_MADE_RECORDS | ISNAD_MADE_WORDS | ISNAD_MADE_CLAIMS | ISNAD_MADE_ENTITIES | ISNAD_MADE_THREADS;
  isnad_status status = isnad_store_open(&m.store, argv[1], passing ? ISNAD_STORE_PASSING : ISNAD_STORE_WRITE, &m.err);
  double began = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (status == ISNAD_OK) status = read_and_put(&m, argv + 2, (size_t)argc - 2);
  double read = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (status == ISNAD_OK) status = isnad_weave(m.store, 0, m.without, &m.err);
  isnad_store_close(m.store);
  double woven = seconds(CLOCK_PROCESS_CPUTIME_ID);
  if (status != ISNAD_OK) fprintf(stderr, "bench_add: %s\n", m.err.message);
  if (status == ISNAD_OK && m.articles > 0) report_all(&m, read - began, woven - read);
  return status == ISNAD_OK ? 0 : 4;
}
