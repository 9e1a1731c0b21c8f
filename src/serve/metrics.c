/* Counters in Prometheus' text format (version 0.0.4). */
#include "serve/server.h"

#include <stdio.h>

static const double steps[LATENCY_STEPS] = {0.0005, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5};

void counters_note(counters *c, unsigned code, double seconds) {
  size_t step = 0;
  while (step < LATENCY_STEPS && seconds > steps[step]) step++;
  atomic_fetch_add(&c->latency[step], 1);
  atomic_fetch_add(&c->latency_microseconds, (uint64_t)(seconds * 1e6));
  if (code / 100 < 6) atomic_fetch_add(&c->by_class[code / 100], 1);
}

static void head(buf *out, const char *name, const char *type, const char *help) {
  buf_printf(out, "# HELP isnad_%s %s\n# TYPE isnad_%s %s\n", name, help, name, type);
}

static void number(buf *out, const char *name, const char *type, const char *help, uint64_t value) {
  head(out, name, type, help);
  buf_printf(out, "isnad_%s %llu\n", name, (unsigned long long)value);
}

/* Pages of memory in use, from the system; 0 where it does not tell. */
static uint64_t resident_pages(void) {
  unsigned long long size = 0, resident = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%llu %llu", &size, &resident) != 2) resident = 0;
  fclose(file);
  return resident;
}

static void latencies(buf *out, counters *c) {
  uint64_t sum = 0;
  head(out, "request_seconds", "histogram", "Time from the head of a request to the end of its reply.");
  for (size_t i = 0; i <= LATENCY_STEPS; i++) {
    sum += atomic_load(&c->latency[i]);
    if (i < LATENCY_STEPS)
      buf_printf(out, "isnad_request_seconds_bucket{le=\"%g\"} %llu\n", steps[i], (unsigned long long)sum);
    else
      buf_printf(out, "isnad_request_seconds_bucket{le=\"+Inf\"} %llu\n", (unsigned long long)sum);
  }
  buf_printf(out, "isnad_request_seconds_sum %.6f\n", (double)atomic_load(&c->latency_microseconds) / 1e6);
  buf_printf(out, "isnad_request_seconds_count %llu\n", (unsigned long long)sum);
}

void metrics_write(buf *out, isnad_server *s) {
  cache_counts kept = cache_count(s->cache);
  head(out, "requests_total", "counter", "Requests by the class of their status.");
  for (unsigned i = 2; i < 6; i++)
    buf_printf(out, "isnad_requests_total{class=\"%uxx\"} %llu\n", i, (unsigned long long)atomic_load(&s->counters.by_class[i]));
  latencies(out, &s->counters);
  number(out, "cache_hits_total", "counter", "Replies that were in the cache.", kept.hits);
  number(out, "cache_misses_total", "counter", "Replies that were not.", kept.misses);
  number(out, "cache_stale_total", "counter", "Replies in the cache that the store had outgrown.", kept.stale);
  number(out, "cache_entries", "gauge", "Replies in the cache.", kept.entries);
  number(out, "cache_bytes", "gauge", "Bytes in the cache.", kept.bytes);
  number(out, "limited_total", "counter", "Requests refused because their address asked too often.", atomic_load(&s->counters.limited));
  number(out, "captures_posted_total", "counter", "Requests that added captures.", atomic_load(&s->counters.added));
  number(out, "jobs_waiting", "gauge", "Replies that wait for a worker.", jobs_waiting(s->jobs));
  number(out, "connections", "gauge", "Open connections.", (uint64_t)s->peers.count);
  number(out, "streams", "gauge", "Listeners to events.", (uint64_t)s->streams.count);
  number(out, "store_changes_total", "counter", "Changes of the store that were seen.", atomic_load(&s->generation));
  number(out, "start_time_seconds", "gauge", "When the server began, in seconds since 1970.", (uint64_t)s->began);
  number(out, "resident_pages", "gauge", "Pages of memory in use.", resident_pages());
}
