/* From the wire to the caller: the archive, redirects, other tries, results. */
#include "fetch/inside.h"

#include "base/clock.h"

#include <stdio.h>

void fetch_place(isnad_fetcher *f, fetch_job *job, bool in_front) {
  if (job->url != NULL) {
    fetch_host_push(f, job->host, job, in_front);
    return;
  }
  job->next = f->refused;
  f->refused = job;
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

void fetch_deliver_words(isnad_fetcher *f, fetch_job *job, isnad_fetch_outcome outcome, const char *message, double retry_after) {
  char date[FETCH_DATE_ROOM];
  stamp(date, fetch_wall(f));
  isnad_fetched result = {.outcome = outcome, .date = isnad_slice_of(date), .message = isnad_slice_of(message), .retry_after = retry_after};
  deliver(f, job, &result, false);
}

void fetch_deliver_refused(isnad_fetcher *f) {
  while (f->refused != NULL) {
    fetch_job *job = f->refused;
    f->refused = job->next;
    fetch_deliver_words(f, job, ISNAD_FETCH_REFUSED, job->refusal, 0);
  }
}

/* --- answers --- */

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
  if (!fetch_job_aim(f, job, location, slot->arena)) return fetch_no_memory(err);
  if (job->url == NULL && job->robots_of != NULL) {
    isnad_fetched none = {.outcome = ISNAD_FETCH_REFUSED, .status = status};
    deliver(f, job, &none, false);
    return ISNAD_OK;
  }
  fetch_place(f, job, true);
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
    fetch_place(f, job, true);
  else
    deliver(f, job, &result, slot->private_address);
  fetch_slot_release(slot);
  return status;
}

isnad_status fetch_take_all(isnad_fetcher *f, isnad_err *err) {
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
