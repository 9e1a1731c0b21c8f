/* From the queues to the wire: whose turn it is, and what may be asked for. */
#include "fetch/inside.h"

#include <stdio.h>

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
    fetch_deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_REFUSED, "its host is not of the public internet", 0);
    return CHOSE_OVER;
  }
  fetch_may may = free_of_rules ? FETCH_MAY : fetch_site_judge(f, slot->arena, &slot->target, &site, &wait);
  if (may == FETCH_MAY_NOT) fetch_deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_DISALLOWED, "its robots.txt does not allow it", 0);
  char words[FETCH_MESSAGE_ROOM];
  if (may == FETCH_MAY_LATER && wait >= 0) {
    snprintf(words, sizeof words, "its robots.txt cannot be had, so nothing may be asked for (%s)", site->why[0] != '\0' ? site->why : "as before");
    fetch_deliver_words(f, fetch_host_pull(f, host, before), ISNAD_FETCH_FAILED, words, wait);
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
    fetch_deliver_words(f, fetch_host_pull(f, host, NULL), ISNAD_FETCH_FAILED, "its host asked to be left alone for a while", wait);
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
isnad_status fetch_send_all(isnad_fetcher *f, isnad_err *err) {
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
