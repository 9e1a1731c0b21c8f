/* Hosts and their queues: who may be asked when. */
#include "fetch/inside.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DELAY = 300 };

double fetch_wall(const isnad_fetcher *f) { return f->clock.wall(f->clock.context); }

double fetch_steady(const isnad_fetcher *f) { return f->clock.steady(f->clock.context); }

static double delay_of(const isnad_fetcher *f, const fetch_host *host) {
  return host->own_delay > f->options.delay ? host->own_delay : f->options.delay;
}

const char *fetch_proxy_of(const isnad_fetcher *f, const fetch_target *target) {
  const isnad_fetch_options *o = &f->options;
  bool plain = isnad_slice_starts(target->url, isnad_slice_of("http:"));
  const char *proxy = plain && o->http_proxy != NULL ? o->http_proxy : o->proxy;
  return proxy != NULL && *proxy != '\0' && !fetch_goes_direct(o->no_proxy, target->host) ? proxy : NULL;
}

/* What an earlier process knew of it. One that was killed may have asked a moment ago. */
static void recall(isnad_fetcher *f, fetch_host *host, isnad_slice name) {
  isnad_kept_host kept = {0};
  const isnad_fetch_memory *memory = f->options.memory;
  double wall = fetch_wall(f), steady = fetch_steady(f);
  if (memory != NULL && memory->host != NULL && memory->host(memory->context, name, &kept)) {
    host->failures = kept.failures;
    host->own_delay = kept.delay > MOST_DELAY ? MOST_DELAY : kept.delay;
    double wait = kept.not_before - wall;
    if (wait > f->options.longest_backoff) wait = f->options.longest_backoff; /* the clock was set back */
    if (wait > 0) host->next_at = steady + wait;
  }
  double cold = f->began + delay_of(f, host);
  if (f->options.cold && host->next_at < cold) host->next_at = cold;
}

fetch_host *fetch_host_known(const isnad_fetcher *f, isnad_slice name) {
  const uint64_t *found = map_get(&f->hosts_by_name, hash64(name));
  return found != NULL ? (fetch_host *)(uintptr_t)*found : NULL;
}

fetch_host *fetch_host_of(isnad_fetcher *f, isnad_slice name) {
  uint64_t *at = map_put(&f->hosts_by_name, hash64(name));
  if (at == NULL || *at != 0) return at != NULL ? (fetch_host *)(uintptr_t)*at : NULL;
  fetch_host *host = calloc(1, sizeof *host);
  if (host != NULL) host->name = strndup(name.bytes, name.length);
  if (host == NULL || host->name == NULL) {
    free(host);
    return NULL;
  }
  *at = (uint64_t)(uintptr_t)host;
  host->next = f->hosts;
  f->hosts = host;
  f->counts.hosts++;
  recall(f, host, name);
  return host;
}

void fetch_host_push(isnad_fetcher *f, fetch_host *host, fetch_job *job, bool in_front) {
  job->host = host;
  job->next = in_front ? host->first : NULL;
  if (host->first == NULL || !in_front) {
    if (host->first == NULL)
      host->first = job;
    else
      host->last->next = job;
    host->last = job;
  } else {
    host->first = job;
  }
  host->waiting++;
  f->counts.queued += job->robots_of == NULL;
}

fetch_job *fetch_host_pull(isnad_fetcher *f, fetch_host *host, fetch_job *before) {
  fetch_job *job = before != NULL ? before->next : host->first;
  if (before != NULL)
    before->next = job->next;
  else
    host->first = job->next;
  if (host->last == job) host->last = before;
  job->next = NULL;
  host->waiting--;
  f->counts.queued -= job->robots_of == NULL;
  return job;
}

double fetch_backoff(const isnad_fetcher *f, unsigned failures) {
  double wait = f->options.backoff;
  for (unsigned i = 1; i < failures && wait < f->options.longest_backoff; i++) wait *= 2;
  return wait < f->options.longest_backoff ? wait : f->options.longest_backoff;
}

/* The delay runs from the answer, so that no jitter on the way can make it shorter for the server. */
void fetch_host_answered(isnad_fetcher *f, fetch_host *host, bool failed, double wait) {
  const isnad_fetch_memory *memory = f->options.memory;
  bool news = failed || host->failures > 0;
  double delay = delay_of(f, host);
  host->failures = failed ? host->failures + 1 : 0;
  host->busy = false;
  host->next_at = fetch_steady(f) + (wait > delay ? wait : delay);
  if (!news || memory == NULL || memory->keep_host == NULL) return;
  isnad_kept_host kept = {failed ? fetch_wall(f) + wait : 0, host->failures, host->own_delay};
  memory->keep_host(memory->context, isnad_slice_of(host->name), &kept);
}

void fetch_hosts_free(isnad_fetcher *f) {
  for (fetch_host *host = f->hosts, *next; host != NULL; host = next) {
    next = host->next;
    while (host->first != NULL) fetch_job_free(fetch_host_pull(f, host, NULL));
    free(host->name);
    free(host);
  }
  f->hosts = NULL;
}
