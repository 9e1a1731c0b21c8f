/* The workers: threads that each hold the store open for reading and make the replies that are not in the cache. What several clients ask for at once
 * is made once; what may take long never takes all workers; what waits is bounded. */
#ifndef ISNAD_SERVE_JOBS_H
#define ISNAD_SERVE_JOBS_H

#include "serve/cache.h"
#include "serve/routes.h"

typedef struct jobs jobs;

typedef struct job_ask {
  const route *r;
  isnad_slice method, target, key;   /* key empty: shared with nobody and not cached */
  isnad_slice body, body_type, host; /* copied, as all the others */
  format wanted;
  bool english;
} job_ask;

typedef struct jobs_options {
  const char *db;
  unsigned workers;
  cache *cache;
  const server_facts *facts;
  const char *allow_origin;
  uint64_t (*generation)(void *context);    /* of the store, as far as it is known */
  void (*finished)(void *waiter, reply *r); /* r is held for the waiter; NULL: memory was short */
  void *context;
} jobs_options;

/* Opens the store once for each worker. Returns ISNAD_OK and what isnad_store_open returns; ISNAD_NO_MEMORY. */
isnad_status jobs_start(jobs **out, const jobs_options *options, isnad_err *err);

/* Hands over a job; `waiter` NULL: only the cache waits for it. False: too many wait. */
bool jobs_submit(jobs *j, const job_ask *ask, void *waiter);

size_t jobs_waiting(jobs *j);

/* Finishes what is running, drops the rest (their waiters get NULL), ends the threads. */
void jobs_stop(jobs *j);

/* A reply from what an exchange wrote. */
reply *reply_of(const exchange *x, bool keep, const char *allow_origin);

#endif
