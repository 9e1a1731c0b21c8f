/* What a fetcher is made of. Only src/fetch includes this. */
#ifndef ISNAD_FETCH_INSIDE_H
#define ISNAD_FETCH_INSIDE_H

#include "base/buf.h"
#include "base/map.h"
#include "capture/robots.h"
#include "fetch/target.h"
#include "isnad/fetch.h"

#include <curl/curl.h>

enum { FETCH_DATE_ROOM = 40, FETCH_MESSAGE_ROOM = 240 };

/* The robots.txt of one origin. */
typedef struct fetch_site {
  struct fetch_site *next;
  char *origin;
  isnad_arena *arena; /* of rules and text */
  robots rules;
  bool known, asked; /* asked: a request for it is under way */
  bool unreachable;  /* it could not be had, and no earlier one holds: nothing may be fetched */
  unsigned status, failures;
  double until, fetched; /* wall time */
  char why[160];         /* it is unreachable */
} fetch_site;

/* A request from the moment it was added until its result is handed over. */
typedef struct fetch_job {
  struct fetch_job *next;
  isnad_fetch_request request; /* its strings belong to the job */
  char *url;                   /* of this hop; NULL: it cannot be asked, and `refusal` says why */
  struct fetch_host *host;
  fetch_site *robots_of; /* not NULL: it asks for the robots.txt of that site */
  unsigned hops, tries;
  bool moved_for_good;
  char refusal[FETCH_MESSAGE_ROOM];
} fetch_job;

typedef struct fetch_host {
  struct fetch_host *next;
  char *name;
  fetch_job *first, *last;
  unsigned waiting;
  bool busy;
  double next_at;    /* steady time before which nothing is asked */
  double own_delay;  /* that its robots.txt asks for */
  unsigned failures; /* in a row */
} fetch_host;

/* One connection's worth of work. */
typedef struct fetch_slot {
  isnad_fetcher *fetcher;
  CURL *easy;
  struct curl_slist *fields;
  fetch_job *job;    /* NULL: the slot is free */
  const char *proxy; /* of this request; NULL: it goes directly */
  isnad_arena *arena;
  fetch_target target;
  buf sent, head, body; /* as on the wire, HTTP/2 told as HTTP/1.1 */
  size_t largest;
  bool head_done, too_large, private_address;
  char private_text[64];
  char error[CURL_ERROR_SIZE];
} fetch_slot;

struct isnad_fetcher {
  isnad_fetch_options options;
  isnad_clock clock;
  CURLM *multi;
  isnad_arena *arena; /* of the maps */
  map hosts_by_name, sites_by_origin;
  fetch_host *hosts, *turn; /* turn: whose it is next; NULL: that of the first */
  fetch_site *sites;
  fetch_job *refused; /* to be handed over with the next step */
  fetch_slot *slots;
  unsigned slot_count, active;
  double began; /* steady */
  bool held;
  char agent[200], token[64];
  isnad_fetch_counts counts;
};

/* Wall and steady time of the fetcher's clock. */
double fetch_wall(const isnad_fetcher *f);
double fetch_steady(const isnad_fetcher *f);

/* --- hosts.c --- */

/* The host of that name, made when it is new. NULL: no memory. */
fetch_host *fetch_host_of(isnad_fetcher *f, isnad_slice name);
fetch_host *fetch_host_known(const isnad_fetcher *f, isnad_slice name);
void fetch_host_push(isnad_fetcher *f, fetch_host *host, fetch_job *job, bool in_front);
/* Takes the job behind `before` (NULL: the first) out of the queue. */
fetch_job *fetch_host_pull(isnad_fetcher *f, fetch_host *host, fetch_job *before);
/* After an answer: when it may be asked again. `wait`: seconds that it asked for or that its failure costs. */
void fetch_host_answered(isnad_fetcher *f, fetch_host *host, bool failed, double wait);
/* Seconds to wait after `failures` failures in a row. */
double fetch_backoff(const isnad_fetcher *f, unsigned failures);
void fetch_hosts_free(isnad_fetcher *f);

/* The proxy through which it is asked for; NULL: none. */
const char *fetch_proxy_of(const isnad_fetcher *f, const fetch_target *target);

/* --- jobs.c --- */

fetch_job *fetch_job_new(isnad_fetcher *f, const isnad_fetch_request *request);
/* Points a job to a url: its host's queue is where it belongs then. False: no memory. A url that cannot be asked leaves `url` NULL. */
bool fetch_job_aim(isnad_fetcher *f, fetch_job *job, isnad_slice url, isnad_arena *scratch);
void fetch_job_free(fetch_job *job);

/* --- fetcher.c --- */

isnad_status fetch_no_memory(isnad_err *err);

/* --- send.c --- */

/* Sends what may be sent now, as far as there are slots. */
isnad_status fetch_send_all(isnad_fetcher *f, isnad_err *err);

/* --- take.c --- */

/* Puts an aimed job where it belongs: into the queue of its host, or among those that are refused with the next step. */
void fetch_place(isnad_fetcher *f, fetch_job *job, bool in_front);
/* Hands over a result without an answer; the job is freed. */
void fetch_deliver_words(isnad_fetcher *f, fetch_job *job, isnad_fetch_outcome outcome, const char *message, double retry_after);
void fetch_deliver_refused(isnad_fetcher *f);
/* Takes the answers that are complete. */
isnad_status fetch_take_all(isnad_fetcher *f, isnad_err *err);

/* --- sites.c --- */

typedef enum fetch_may { FETCH_MAY, FETCH_MAY_NOT, FETCH_MAY_LATER, FETCH_MAY_ASK, FETCH_MAY_NO_MEMORY } fetch_may;

/* Whether the robots.txt of its site lets a url be asked for. LATER: it cannot be had now, try after *wait seconds, or it is under way (*wait < 0).
 * ASK: `*site` must be asked for first. */
fetch_may fetch_site_judge(isnad_fetcher *f, isnad_arena *scratch, const fetch_target *target, fetch_site **site, double *wait);
/* Takes the answer to a request for a robots.txt, after redirects and tries. */
void fetch_site_learn(isnad_fetcher *f, fetch_site *site, const isnad_fetched *result, bool private_address);
void fetch_sites_free(isnad_fetcher *f);

/* --- transfer.c --- */

/* Sets a slot to work on a job whose target was read into the slot's arena. */
isnad_status fetch_slot_start(fetch_slot *slot, fetch_job *job, isnad_err *err);
/* The slot is free again; the job is the caller's. */
void fetch_slot_release(fetch_slot *slot);

/* --- answer.c --- */

typedef enum fetch_verdict { FETCH_DONE, FETCH_REDIRECT, FETCH_AGAIN } fetch_verdict;

/* Tells what an answer means and fills `out` (in the slot's arena). REDIRECT: *location is where to; AGAIN: out->retry_after says when. */
fetch_verdict fetch_answer_judge(isnad_fetched *out, isnad_slice *location, fetch_slot *slot, CURLcode code);

#endif
