/* When a watch stops to tell stories anew, and for how much of its time. */
#include "watch/inside.h"

#include "base/memory.h"

/* Weaving costs more with every story that new pages touch, while feeds scroll on: it gets a third of the time, whatever the machine. */
static const double REST = 2, /* times as long as the last weaving took */
    PATIENCE = 2;             /* seconds for answers that are still on the wire */

static bool weave_is_due(const watch *w) {
  double since = watch_steady(w) - w->woven_at;
  bool idle = w->pending_count == 0;
  if (w->unwoven == 0) return false;
  if (since < REST * w->weaving_took && !(idle && w->with.once)) return false;
  return idle || w->unwoven >= w->with.weave_after || since >= w->with.weave_seconds;
}

static isnad_status weave(watch *w) {
  isnad_watch_event event = {.kind = ISNAD_WATCH_WOVEN, .fresh = w->unwoven};
  double began = watch_steady(w);
  isnad_status status = watch_commit(w);
  w->counts.weaving = w->unwoven;
  if (status == ISNAD_OK) status = watch_show(w);
  if (status == ISNAD_OK) status = w->pipeline->weave(w->store, w->err);
  if (status == ISNAD_OK && w->pipeline->after != NULL) status = w->pipeline->after(w->store, &w->with.net, w->err);
  w->counts.weaving = 0;
  w->counts.woven += w->unwoven;
  w->unwoven = 0;
  w->woven_at = watch_steady(w);
  w->weaving_took = w->woven_at - began;
  memory_give_back();
  if (status == ISNAD_OK) watch_tell(w, &event);
  return status == ISNAD_BUSY ? ISNAD_OK : status; /* another writer: what is not woven now is woven the next time */
}

/* Answers would wait on the wire while stories are told anew, so they are let come to their end first; not the slow ones. */
isnad_status watch_weave_when_quiet(watch *w) {
  isnad_fetch_counts net;
  if (!w->weaving && weave_is_due(w)) {
    isnad_fetcher_hold(w->fetcher, w->weaving = true);
    w->held_since = watch_steady(w);
  }
  if (!w->weaving) return ISNAD_OK;
  isnad_fetcher_count(&net, w->fetcher);
  if (net.active > 0 && watch_steady(w) - w->held_since < PATIENCE) return ISNAD_OK;
  isnad_status status = weave(w);
  isnad_fetcher_hold(w->fetcher, w->weaving = false);
  return status;
}
