/* An ordered pipeline of workers: one thread makes jobs, many do them, one takes the results in the order in which the jobs were made.
 * At most `slots` jobs are under way, so memory is bounded whatever the input. */
#ifndef ISNAD_BASE_POOL_H
#define ISNAD_BASE_POOL_H

#include "isnad/base.h"

typedef struct pool_work {
  /* Makes the next job in `slot` (reused memory of the caller); false when there are no more. Serial, on a thread of its own. */
  bool (*make)(void *context, void *slot);
  /* Does a job; called by any worker. */
  void (*work)(void *context, void *slot);
  /* Takes a result; serial, in order, on the calling thread. False stops the run: no further job is taken. */
  bool (*take)(void *context, void *slot);
  void *context;
} pool_work;

/* Runs until all jobs are taken or `take` stops. `slots` points to `slot_count` slots of `slot_size` bytes. With threads <= 1 everything happens in
 * turn on the calling thread. Returns ISNAD_OK, ISNAD_CANCELLED when `take` stopped, ISNAD_NO_MEMORY when no thread could be started. */
isnad_status pool_run(const pool_work *work, void *slots, size_t slot_count, size_t slot_size, unsigned threads, isnad_err *err);

#endif
