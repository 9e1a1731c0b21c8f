/* The batch that all of a watch's writing goes through. */
#include "watch/inside.h"

enum { PATIENCE = 120 /* tries of five seconds */ };

double watch_steady(const watch *w) { return w->clock.steady(w->clock.context); }

int64_t watch_now(const watch *w) { return (int64_t)w->clock.wall(w->clock.context); }

void watch_tell(const watch *w, const isnad_watch_event *event) {
  if (w->with.told != NULL) w->with.told(w->with.context, event);
}

bool watch_stopped(watch *w) {
  if (!w->stopping && w->with.stop != NULL) w->stopping = w->with.stop(w->with.context);
  return w->stopping;
}

isnad_status watch_begin(watch *w) {
  isnad_status status = ISNAD_OK;
  w->batch_writes++;
  if (w->in_batch) return ISNAD_OK;
  for (unsigned i = 0; i < PATIENCE; i++) {
    status = isnad_store_begin(w->store, w->err);
    if (status != ISNAD_BUSY || watch_stopped(w)) break;
  }
  w->in_batch = status == ISNAD_OK;
  w->batch_since = watch_steady(w);
  return status;
}

isnad_status watch_commit(watch *w) {
  if (!w->in_batch) return ISNAD_OK;
  isnad_status status = w->with.net.record != NULL ? isnad_warc_sync(w->with.net.record, w->err) : ISNAD_OK;
  if (status == ISNAD_OK) status = isnad_store_commit(w->store, w->err);
  if (status != ISNAD_OK) isnad_store_rollback(w->store);
  w->in_batch = false;
  w->batch_writes = 0;
  return status;
}
