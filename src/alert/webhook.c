#include "alert/deliver.h"

#include <stdio.h>

static const double LONGEST = 15; /* seconds for one that does not answer */

typedef struct posting {
  alert_event *events;
  unsigned waiting;
} posting;

static void done(void *context, const isnad_fetched *r) {
  posting *p = context;
  alert_event *e = &p->events[r->tag];
  p->waiting--;
  if (r->outcome == ISNAD_FETCH_GOT)
    e->sent |= ALERT_WEBHOOK;
  else
    snprintf(e->error, sizeof e->error, "the webhook: %.*s", (int)r->message.length, r->message.bytes);
}

/* Those that may go to private networks, or those that may not: one fetcher judges all its addresses alike. */
static isnad_status post(alert_run *r, alert_event *events, size_t count, bool allow_private, const isnad_fetch_options *net) {
  posting p = {.events = events};
  isnad_fetcher *fetcher = NULL;
  isnad_fetch_options how = {.agent = net != NULL ? net->agent : (isnad_slice){NULL, 0},
                             .proxy = net != NULL && !allow_private ? net->proxy : NULL,
                             .http_proxy = net != NULL && !allow_private ? net->http_proxy : NULL,
                             .no_proxy = net != NULL ? net->no_proxy : NULL,
                             .ca_file = net != NULL ? net->ca_file : NULL,
                             .allow_private = allow_private || (net != NULL && net->allow_private),
                             .tries = 1,
                             .delay = 0.01,
                             .patience = 0.001, /* behind one that failed nobody waits */
                             .connect_seconds = LONGEST / 3,
                             .transfer_seconds = LONGEST,
                             .done = done,
                             .context = &p};
  isnad_status status = isnad_fetcher_new(&fetcher, &how, r->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    const alert_event *e = &events[i];
    if (e->webhook.length == 0 || (e->sent & ALERT_WEBHOOK) != 0 || e->allow_private != allow_private) continue;
    isnad_fetch_request request = {.kind = ISNAD_FETCH_A_POST, .url = e->webhook, .body = e->body, .tag = i};
    request.body_type = isnad_slice_of("application/json");
    status = isnad_fetcher_add(fetcher, &request, r->err);
    p.waiting += status == ISNAD_OK;
  }
  while (status == ISNAD_OK && p.waiting > 0) status = isnad_fetcher_step(fetcher, 1, r->err);
  isnad_fetcher_free(fetcher);
  return status;
}

isnad_status alert_post(alert_run *r, alert_event *events, size_t count, const isnad_fetch_options *net) {
  unsigned to[2] = {0, 0};
  for (size_t i = 0; i < count; i++) to[events[i].allow_private] += events[i].webhook.length > 0 && (events[i].sent & ALERT_WEBHOOK) == 0;
  isnad_status status = to[0] > 0 ? post(r, events, count, false, net) : ISNAD_OK;
  return status == ISNAD_OK && to[1] > 0 ? post(r, events, count, true, net) : status;
}
