/* The loop: requests from the queues to the wire, answers from the wire to the caller. */
#include "fetch/inside.h"

#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const isnad_span nowhere = {0, 0};

static isnad_status no_memory(isnad_err *err) { return isnad_err_set(err, ISNAD_NO_MEMORY, "fetch", nowhere, "out of memory"); }

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
  if (f->slots == NULL) return no_memory(err);
  for (; f->slot_count < f->options.at_once; f->slot_count++) {
    fetch_slot *slot = &f->slots[f->slot_count];
    slot->fetcher = f;
    slot->easy = curl_easy_init();
    if (slot->easy == NULL || isnad_arena_new(&slot->arena, 0) != ISNAD_OK) {
      curl_easy_cleanup(slot->easy);
      return no_memory(err);
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
    return no_memory(err);
  }
  f->options = *options;
  f->clock = options->clock != NULL ? *options->clock : isnad_clock_of_system();
  set_defaults(&f->options);
  set_agent(f);
  f->began = fetch_steady(f);
  f->multi = curl_multi_init();
  bool room = f->multi != NULL && isnad_arena_new(&f->arena, 0) == ISNAD_OK && map_new(&f->hosts_by_name, f->arena, 64) &&
              map_new(&f->sites_by_origin, f->arena, 64);
  isnad_status status = room ? make_slots(f, err) : no_memory(err);
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

/* Puts an aimed job where it belongs. */
static void place(isnad_fetcher *f, fetch_job *job, bool in_front) {
  if (job->url != NULL) {
    fetch_host_push(f, job->host, job, in_front);
    return;
  }
  job->next = f->refused;
  f->refused = job;
}

isnad_status isnad_fetcher_add(isnad_fetcher *f, const isnad_fetch_request *request, isnad_err *err) {
  isnad_arena *scratch = NULL;
  fetch_job *job = fetch_job_new(f, request);
  bool good = job != NULL && isnad_arena_new(&scratch, 0) == ISNAD_OK && fetch_job_aim(f, job, request->url, scratch);
  isnad_arena_free(scratch);
  if (good) {
    place(f, job, false);
    return ISNAD_OK;
  }
  fetch_job_free(job);
  return no_memory(err);
}

/* --- handing over --- */

static void stamp(char out[FETCH_DATE_ROOM], double wall) {
  int64_t second = (int64_t)wall;
  size_t length = clock_iso(out, second);
  if (length == 10) snprintf(out + length, FETCH_DATE_ROOM - length, "T00:00:00Z");
}

static void deliver(isnad_fetcher *f, fetch_job *job, isnad_fetched *result, bool private_address) {
  result->tag = job->request.tag;
  result->kind = job->request.kind;
  result->asked = job->request.url;
  result->tries = job->tries;
  result->hops = job->hops;
  if (result->url.length == 0) result->url = job->url != NULL ? isnad_slice_of(job->url) : job->request.url;
  if (job->robots_of != NULL)
    fetch_site_learn(f, job->robots_of, result, private_address);
  else
    f->options.done(f->options.context, result);
  fetch_job_free(job);
}

/* A result without an answer. */
static void deliver_words(isnad_fetcher *f, fetch_job *job, isnad_fetch_outcome outcome, const char *message, double retry_after) {
  char date[FETCH_DATE_ROOM];
  stamp(date, fetch_wall(f));
  isnad_fetched result = {.outcome = outcome, .date = isnad_slice_of(date), .message = isnad_slice_of(message), .retry_after = retry_after};
  deliver(f, job, &result, false);
}

static void deliver_refused(isnad_fetcher *f) {
  while (f->refused != NULL) {
    fetch_job *job = f->refused;
    f->refused = job->next;
    deliver_words(f, job, ISNAD_FETCH_REFUSED, job->refusal, 0);
  }
}

/* --- sending --- */

/* The request for the robots.txt of a site takes the slot first. */
static fetch_job *job_for_robots(isnad_fetcher *f, fetch_site *site, fetch_slot *slot) {
  isnad_slice url = isnad_arena_printf(slot->arena, "%s/robots.txt", site->origin);
  isnad_fetch_request request = {.kind = ISNAD_FETCH_A_FEED, .url = url};
  fetch_job *job = url.bytes != NULL ? fetch_job_new(f, &request) : NULL;
  if (job == NULL || !fetch_job_aim(f, job, url, slot->arena)) {
    fetch_job_free(job);
    return NULL;
  }
  job->robots_of = site;
  site->asked = true;
  return job;
}

typedef enum chosen { CHOSE_NOTHING, CHOSE_JOB, CHOSE_OVER } chosen; /* over: a job was ended without being sent; look again */

/* Whether a job may be sent now; when it may never be, it ends here. */
static chosen consider(isnad_fetcher *f, fetch_host *host, fetch_job *before, fetch_job *job, fetch_slot *slot, fetch_job **out, isnad_err *err) {
  fetch_site *site = NULL;
  double wait = 0;
  bool free_of_rules = job->robots_of != NULL || job->request.kind == ISNAD_FETCH_A_POST || f->options.ignore_robots;
  isnad_arena_reset(slot->arena);
  if (fetch_target_read(&slot->target, slot->arena, isnad_slice_of(job->url), err) != ISNAD_OK) return CHOSE_NOTHING;
  bool proxied = fetch_proxy_of(f, &slot->target) != NULL;
  if (proxied && !f->options.allow_private && fetch_host_is_private(slot->target.host)) {
    deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_REFUSED, "its host is not of the public internet", 0);
    return CHOSE_OVER;
  }
  fetch_may may = free_of_rules ? FETCH_MAY : fetch_site_judge(f, slot->arena, &slot->target, &site, &wait);
  if (may == FETCH_MAY_NOT) deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_DISALLOWED, "its robots.txt does not allow it", 0);
  char words[FETCH_MESSAGE_ROOM];
  if (may == FETCH_MAY_LATER && wait >= 0) {
    snprintf(words, sizeof words, "its robots.txt cannot be had, so nothing may be asked for (%s)", site->why[0] != '\0' ? site->why : "as before");
    deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_FAILED, words, wait);
  }
  if (may == FETCH_MAY_NOT || (may == FETCH_MAY_LATER && wait >= 0)) return CHOSE_OVER;
  if (may == FETCH_MAY) *out = fetch_host_pull(f, host, before);
  if (may == FETCH_MAY_ASK) *out = job_for_robots(f, site, slot);
  return *out != NULL ? CHOSE_JOB : CHOSE_NOTHING;
}

static fetch_job *choose(isnad_fetcher *f, fetch_host *host, fetch_slot *slot, isnad_err *err) {
  fetch_job *out = NULL;
  for (fetch_job *before = NULL, *job = host->first; job != NULL;) {
    chosen c = consider(f, host, before, job, slot, &out, err);
    if (c == CHOSE_JOB) return out;
    if (c == CHOSE_NOTHING) before = job;
    job = before != NULL ? before->next : host->first;
  }
  return NULL;
}

/* A host that asked for more time than a request has is given up for now. */
static void give_up(isnad_fetcher *f, fetch_host *host, double wait) {
  for (unsigned left = host->waiting; left > 0 && host->first != NULL; left--) /* who is told may ask again */
    deliver_words(f, fetch_host_pull(f, host, NULL), ISNAD_FETCH_FAILED, "its host asked to be left alone for a while", wait);
}

static fetch_slot *free_slot_of(const isnad_fetcher *f) {
  for (unsigned i = 0; i < f->slot_count; i++)
    if (f->slots[i].job == NULL) return &f->slots[i];
  return NULL;
}

static isnad_status send_one(isnad_fetcher *f, fetch_host *host, fetch_slot *slot, isnad_err *err) {
  fetch_job *job = choose(f, host, slot, err);
  if (job == NULL) return ISNAD_OK;
  isnad_status status = fetch_target_read(&slot->target, slot->arena, isnad_slice_of(job->url), err);
  if (status == ISNAD_OK) status = fetch_slot_start(slot, job, err);
  if (status != ISNAD_OK) {
    fetch_host_push(f, host, job, true);
    return status;
  }
  host->busy = true;
  f->active++;
  f->counts.requests++;
  return ISNAD_OK;
}

/* Begins where the last round ran out of slots, so that no host stands behind the same others for ever. */
static isnad_status send_all(isnad_fetcher *f, isnad_err *err) {
  double now = fetch_steady(f);
  isnad_status status = ISNAD_OK;
  fetch_host *host = f->turn;
  for (uint64_t left = f->counts.hosts; status == ISNAD_OK && left > 0 && !f->held; left--, host = host->next) {
    if (host == NULL) host = f->hosts;
    f->turn = host;
    if (host->first == NULL || host->busy) continue;
    if (host->next_at - now > f->options.patience && host->failures > 0) give_up(f, host, host->next_at - now);
    if (host->first == NULL || now < host->next_at) continue;
    fetch_slot *slot = free_slot_of(f);
    if (slot == NULL) break;
    status = send_one(f, host, slot, err);
  }
  return status;
}

/* --- taking --- */

/* A complete answer, whatever its status, is evidence. */
static isnad_status record(isnad_fetcher *f, const fetch_slot *slot, isnad_fetched *result, CURLcode code, isnad_err *err) {
  bool whole = code == CURLE_OK || result->outcome == ISNAD_FETCH_GOT;
  if (f->options.record == NULL || !whole || result->response.length == 0 || slot->job->request.kind == ISNAD_FETCH_A_POST) return ISNAD_OK;
  isnad_warc_exchange x = {.url = slot->target.url, .date = result->date, .address = result->address, .response = result->response};
  isnad_warc_written written = {.revisit = false};
  x.request = buf_slice(&slot->sent);
  x.truncated = slot->too_large;
  isnad_status status = isnad_warc_write(f->options.record, &x, &written, err);
  if (status == ISNAD_BAD_ARGUMENT) return ISNAD_OK; /* an answer that no record can hold */
  result->recorded = status == ISNAD_OK && written.original_at.length > 0;
  result->place = written.original;
  result->recorded_at = isnad_arena_copy(slot->arena, written.original_at);
  return status;
}

/* Sends the job on to another address. */
static isnad_status follow(isnad_fetcher *f, fetch_job *job, isnad_slice location, unsigned status, fetch_slot *slot, isnad_err *err) {
  job->hops++;
  job->moved_for_good = job->moved_for_good && (status == 301 || status == 308);
  if (!fetch_job_aim(f, job, location, slot->arena)) return no_memory(err);
  if (job->url == NULL && job->robots_of != NULL) {
    isnad_fetched none = {.outcome = ISNAD_FETCH_REFUSED, .status = status};
    deliver(f, job, &none, false);
    return ISNAD_OK;
  }
  place(f, job, true);
  return ISNAD_OK;
}

static isnad_status finish(isnad_fetcher *f, fetch_slot *slot, CURLcode code, isnad_err *err) {
  fetch_job *job = slot->job;
  fetch_host *host = job->host;
  char date[FETCH_DATE_ROOM];
  isnad_slice location = {NULL, 0};
  stamp(date, fetch_wall(f));
  isnad_fetched result = {.date = isnad_slice_of(date), .url = slot->target.url, .largest = slot->largest};
  fetch_verdict verdict = fetch_answer_judge(&result, &location, slot, code);
  bool failed = result.outcome == ISNAD_FETCH_FAILED && verdict != FETCH_REDIRECT;
  isnad_status status = record(f, slot, &result, code, err);
  f->counts.bytes += slot->head.length + slot->body.length;
  f->counts.failures += failed;
  f->active--;
  fetch_host_answered(f, host, failed, result.retry_after);
  job->tries += verdict != FETCH_REDIRECT;
  if (job->hops > 0 && job->moved_for_good) result.moved = slot->target.url;
  bool once_more = verdict == FETCH_AGAIN && job->tries < f->options.tries && result.retry_after <= f->options.patience;
  if (status == ISNAD_OK && verdict == FETCH_REDIRECT)
    status = follow(f, job, location, result.status, slot, err);
  else if (once_more)
    place(f, job, true);
  else
    deliver(f, job, &result, slot->private_address);
  fetch_slot_release(slot);
  return status;
}

static isnad_status take_all(isnad_fetcher *f, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  CURLMsg *message = NULL;
  for (int left = 0; status == ISNAD_OK && (message = curl_multi_info_read(f->multi, &left)) != NULL;) {
    char *slot = NULL;
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &slot);
    status = finish(f, (fetch_slot *)(void *)slot, code, err);
  }
  return status;
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
  deliver_refused(f);
  isnad_status status = send_all(f, err);
  if (status != ISNAD_OK) return status;
  curl_multi_perform(f->multi, &running);
  unsigned before = f->active;
  status = take_all(f, err);
  if (status != ISNAD_OK || f->active != before || f->refused != NULL) return status;
  bool waits_for_slot = f->active == f->slot_count;
  double wait = waits_for_slot ? seconds : until_next(f, seconds);
  curl_multi_poll(f->multi, NULL, 0, wait < 1000 ? (int)(wait * 1000) + 1 : 1000000, NULL);
  curl_multi_perform(f->multi, &running);
  return take_all(f, err);
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
