/* Requests while they wait. */
#include "fetch/inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool copy(isnad_slice *s) {
  char *bytes = malloc(s->length + 1);
  if (bytes == NULL) return false;
  if (s->length > 0) memcpy(bytes, s->bytes, s->length);
  bytes[s->length] = '\0';
  s->bytes = bytes;
  return true;
}

static void drop(isnad_slice s) { free((void *)(uintptr_t)s.bytes); }

void fetch_job_free(fetch_job *job) {
  if (job == NULL) return;
  isnad_fetch_request *r = &job->request;
  drop(r->url);
  drop(r->etag);
  drop(r->last_modified);
  drop(r->body);
  drop(r->body_type);
  free(job->url);
  free(job);
}

fetch_job *fetch_job_new(isnad_fetcher *f, const isnad_fetch_request *request) {
  fetch_job *job = calloc(1, sizeof *job);
  (void)f;
  if (job == NULL) return NULL;
  job->request = (isnad_fetch_request){.kind = request->kind, .tag = request->tag};
  job->moved_for_good = true;
  isnad_slice *to[] = {&job->request.url, &job->request.etag, &job->request.last_modified, &job->request.body, &job->request.body_type};
  const isnad_slice *from[] = {&request->url, &request->etag, &request->last_modified, &request->body, &request->body_type};
  for (size_t i = 0; i < sizeof to / sizeof to[0]; i++) {
    *to[i] = *from[i];
    if (copy(to[i])) continue;
    *to[i] = (isnad_slice){NULL, 0};
    for (size_t k = i; k < sizeof to / sizeof to[0]; k++) *to[k] = (isnad_slice){NULL, 0};
    fetch_job_free(job);
    return NULL;
  }
  return job;
}

bool fetch_job_aim(isnad_fetcher *f, fetch_job *job, isnad_slice url, isnad_arena *scratch) {
  fetch_target target;
  isnad_err err = {0};
  isnad_status status = fetch_target_read(&target, scratch, url, &err);
  free(job->url);
  job->url = NULL;
  if (status == ISNAD_BAD_INPUT) snprintf(job->refusal, sizeof job->refusal, "%s", err.message);
  if (status != ISNAD_OK) return status == ISNAD_BAD_INPUT;
  job->url = strndup(target.url.bytes, target.url.length);
  job->host = job->url != NULL ? fetch_host_of(f, target.host) : NULL;
  return job->host != NULL;
}
