/* The fetcher itself: its options, its making, and the step that everything happens in. */
#include "fetch/inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const isnad_span nowhere = {0, 0};

isnad_status fetch_no_memory(isnad_err *err) { return isnad_err_set(err, ISNAD_NO_MEMORY, "fetch", nowhere, "out of memory"); }

const char *isnad_fetch_outcome_name(isnad_fetch_outcome outcome) {
  static const char *const names[] = {"got", "unchanged", "disallowed", "refused", "missing", "failed"};
  return (unsigned)outcome < ISNAD_FETCH_OUTCOMES ? names[outcome] : "unknown";
}

/* --- time --- */

static double time_of(clockid_t which) {
  struct timespec t = {0, 0};
  clock_gettime(which, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double system_wall(void *context) {
  (void)context;
  return time_of(CLOCK_REALTIME);
}

static double system_steady(void *context) {
  (void)context;
  return time_of(CLOCK_MONOTONIC);
}

isnad_clock isnad_clock_of_system(void) { return (isnad_clock){.wall = system_wall, .steady = system_steady}; }

/* --- making and freeing --- */

static double or_else(double value, double fallback) { return value > 0 ? value : fallback; }

static void set_defaults(isnad_fetch_options *o) {
  o->largest = o->largest > 0 ? o->largest : 16u * 1024 * 1024;
  o->at_once = o->at_once > 0 ? o->at_once : 16;
  o->redirects = o->redirects > 0 ? o->redirects : 10;
  o->tries = o->tries > 0 ? o->tries : 3;
  o->delay = or_else(o->delay, 1);
  o->patience = or_else(o->patience, 60);
  o->backoff = or_else(o->backoff, 2);
  o->longest_backoff = or_else(o->longest_backoff, 3600);
  o->connect_seconds = or_else(o->connect_seconds, 20);
  o->transfer_seconds = or_else(o->transfer_seconds, 120);
}

/* The product token of RFC 9309, 2.2.1: letters, "_" and "-". */
static void set_agent(isnad_fetcher *f) {
  isnad_slice given = f->options.agent;
  size_t length = 0;
  if (given.length > 0)
    snprintf(f->agent, sizeof f->agent, "%.*s", (int)given.length, given.bytes);
  else
    snprintf(f->agent, sizeof f->agent, "isnad/0.1.0 (reads news pages and names their sources; robots.txt: isnad)");
  for (const char *c = f->agent; ((*c | 32) >= 'a' && (*c | 32) <= 'z') || *c == '_' || *c == '-'; c++)
    if (length + 1 < sizeof f->token) f->token[length++] = *c;
  f->token[length] = '\0';
}

static isnad_status make_slots(isnad_fetcher *f, isnad_err *err) {
  f->slots = calloc(f->options.at_once, sizeof *f->slots);
  if (f->slots == NULL) return fetch_no_memory(err);
  for (; f->slot_count < f->options.at_once; f->slot_count++) {
    fetch_slot *slot = &f->slots[f->slot_count];
    slot->fetcher = f;
    slot->easy = curl_easy_init();
    if (slot->easy == NULL || isnad_arena_new(&slot->arena, 0) != ISNAD_OK) {
      curl_easy_cleanup(slot->easy);
      return fetch_no_memory(err);
    }
  }
  return ISNAD_OK;
}

isnad_status isnad_fetcher_new(isnad_fetcher **out, const isnad_fetch_options *options, isnad_err *err) {
  *out = NULL;
  if (options->done == NULL) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "fetch", nowhere, "nobody takes the results");
  isnad_fetcher *f = calloc(1, sizeof *f);
  if (f == NULL || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    free(f);
    return fetch_no_memory(err);
  }
  f->options = *options;
  f->clock = options->clock != NULL ? *options->clock : isnad_clock_of_system();
  set_defaults(&f->options);
  set_agent(f);
  f->began = fetch_steady(f);
  f->multi = curl_multi_init();
  bool room = f->multi != NULL && isnad_arena_new(&f->arena, 0) == ISNAD_OK && map_new(&f->hosts_by_name, f->arena, 64) &&
              map_new(&f->sites_by_origin, f->arena, 64);
  isnad_status status = room ? make_slots(f, err) : fetch_no_memory(err);
  if (status != ISNAD_OK) {
    isnad_fetcher_free(f);
    return status;
  }
  curl_multi_setopt(f->multi, CURLMOPT_MAXCONNECTS, (long)f->options.at_once * 2);
  *out = f;
  return ISNAD_OK;
}

static void free_slot(fetch_slot *slot) {
  fetch_job *job = slot->job;
  fetch_slot_release(slot);
  fetch_job_free(job);
  curl_easy_cleanup(slot->easy);
  isnad_arena_free(slot->arena);
}

void isnad_fetcher_free(isnad_fetcher *f) {
  if (f == NULL) return;
  for (unsigned i = 0; i < f->slot_count; i++) free_slot(&f->slots[i]);
  free(f->slots);
  for (fetch_job *job = f->refused, *next; job != NULL; job = next) {
    next = job->next;
    fetch_job_free(job);
  }
  fetch_hosts_free(f);
  fetch_sites_free(f);
  if (f->multi != NULL) curl_multi_cleanup(f->multi);
  isnad_arena_free(f->arena);
  free(f);
  curl_global_cleanup();
}

/* --- asking --- */

isnad_status isnad_fetcher_add(isnad_fetcher *f, const isnad_fetch_request *request, isnad_err *err) {
  isnad_arena *scratch = NULL;
  fetch_job *job = fetch_job_new(f, request);
  bool good = job != NULL && isnad_arena_new(&scratch, 0) == ISNAD_OK && fetch_job_aim(f, job, request->url, scratch);
  isnad_arena_free(scratch);
  if (good) {
    fetch_place(f, job, false);
    return ISNAD_OK;
  }
  fetch_job_free(job);
  return fetch_no_memory(err);
}

/* --- the step --- */

/* Seconds until the first host may be asked that has something to be asked for; at most `seconds`. */
static double until_next(const isnad_fetcher *f, double seconds) {
  double now = fetch_steady(f), least = seconds;
  for (const fetch_host *host = f->hosts; host != NULL && !f->held; host = host->next)
    if (host->first != NULL && !host->busy && host->next_at - now < least) least = host->next_at - now;
  return least > 0 ? least : 0;
}

isnad_status isnad_fetcher_step(isnad_fetcher *f, double seconds, isnad_err *err) {
  int running = 0;
  fetch_deliver_refused(f);
  isnad_status status = fetch_send_all(f, err);
  if (status != ISNAD_OK) return status;
  curl_multi_perform(f->multi, &running);
  unsigned before = f->active;
  status = fetch_take_all(f, err);
  if (status != ISNAD_OK || f->active != before || f->refused != NULL) return status;
  bool waits_for_slot = f->active == f->slot_count;
  double wait = waits_for_slot ? seconds : until_next(f, seconds);
  curl_multi_poll(f->multi, NULL, 0, wait < 1000 ? (int)(wait * 1000) + 1 : 1000000, NULL);
  curl_multi_perform(f->multi, &running);
  return fetch_take_all(f, err);
}

void isnad_fetcher_count(isnad_fetch_counts *out, const isnad_fetcher *f) {
  *out = f->counts;
  out->active = f->active;
}

void isnad_fetcher_hold(isnad_fetcher *f, bool held) { f->held = held; }

unsigned isnad_fetcher_load(const isnad_fetcher *f, isnad_slice name) {
  const fetch_host *host = fetch_host_known(f, name);
  return host != NULL ? host->waiting + host->busy : 0;
}

isnad_input isnad_fetched_input(const isnad_fetched *fetched, const char *record_file) {
  isnad_input input = {.path = fetched->url, .bytes = fetched->response, .standard_input = !fetched->recorded};
  if (fetched->recorded) input.path = isnad_slice_of(record_file);
  input.record = (isnad_archived){.is = true, .http = true, .target = fetched->url, .date = fetched->date, .largest = fetched->largest};
  input.record.content_type = isnad_slice_of("application/http; msgtype=response");
  input.record.place = fetched->place;
  if (fetched->recorded) input.record.date = fetched->recorded_at;
  return input;
}
