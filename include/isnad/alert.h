/* isnad/alert.h - alerts: what somebody waits for in a store, and how it is brought to him.
 *
 * An alert is evaluated after pages were added and stories told anew. It fires once for each thing that it finds, tells why, and shows the evidence:
 * spans of stored pages with the rule that read them, the words before and after. What an alert found when it was made is known to it and does not
 * fire. What fired is kept in the store until it is delivered: into an Atom feed, to the standard input of a command, by HTTP POST; failed deliveries
 * are tried again, later each time. Method: docs/FETCH.md.
 */
#ifndef ISNAD_ALERT_H
#define ISNAD_ALERT_H

#include "isnad/fetch.h"
#include "isnad/store.h"

typedef enum isnad_alert_kind {
  ISNAD_ALERT_OUTLET,  /* what: id or name of an outlet; fires for each new report of it */
  ISNAD_ALERT_ENTITY,  /* a name; for each new report that names its bearer */
  ISNAD_ALERT_STORY,   /* id of a story; for each new report of it */
  ISNAD_ALERT_ORIGINS, /* id of a story; for each new origin: somebody who tells it and took it from none of the others */
  ISNAD_ALERT_FIGURES, /* id of a story; when a figure is told with another value than before */
  ISNAD_ALERT_EDITS,   /* an outlet, or "all"; when the text of a page changed and the page does not say so */
  ISNAD_ALERT_SEARCH,  /* a query (isnad/search.h); for each new report that matches */
  ISNAD_ALERT_KINDS
} isnad_alert_kind;

/* "outlet", "entity", "story", "origins", "figures", "edits", "search". Never NULL. */
ISNAD_API const char *isnad_alert_kind_name(isnad_alert_kind kind);

typedef struct isnad_alert {
  isnad_slice name; /* one word or more, one of its name in a store */
  isnad_alert_kind kind;
  isnad_slice what;
  isnad_slice feed;        /* path of an Atom file that is written anew with the latest 100; empty: none */
  isnad_slice command;     /* program and arguments, parted by blanks (no shell); gets one JSON object and a line feed on its standard input */
  isnad_slice webhook;     /* gets the same by POST */
  bool allow_private;      /* the webhook may be on this machine or in a private network */
  int64_t created;         /* seconds since 1970 */
  uint64_t fired, waiting; /* so far; of them not delivered yet */
} isnad_alert;

/* Makes an alert; what is there already is learnt and does not fire. Returns ISNAD_OK; ISNAD_BAD_ARGUMENT (no name, no `what`, a name that is taken);
 * ISNAD_NOT_FOUND (no such story or name in the store); what a store returns. */
ISNAD_API isnad_status isnad_alert_add(isnad_store *store, const isnad_alert *alert, int64_t now, isnad_err *err);

/* Forgets it, with what fired. Returns ISNAD_OK, ISNAD_NOT_FOUND, what a store returns. */
ISNAD_API isnad_status isnad_alert_remove(isnad_store *store, isnad_slice name, isnad_err *err);

/* Hands over every alert in the order of names; lives until the call returns. Returns ISNAD_OK, ISNAD_CANCELLED, what a store returns. */
ISNAD_API isnad_status isnad_alert_each(isnad_store *store, bool (*take)(void *context, const isnad_alert *alert), void *context, isnad_err *err);

/* An alert as a line of JSON without its line feed. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_alert_json(isnad_slice *out, isnad_arena *arena, const isnad_alert *alert, isnad_err *err);

typedef struct isnad_alert_counts {
  uint64_t fired, delivered, failed; /* of this run; failed: deliveries, to be tried again */
} isnad_alert_counts;

/* Evaluates every alert, then delivers what waits. `told` (may be NULL) gets each object that fired, as JSON. `net` (may be NULL) is how webhooks are
 * reached; one that does not answer costs at most 15 seconds. Not inside a batch. Returns ISNAD_OK (also when deliveries failed), ISNAD_STORE,
 * ISNAD_IO, ISNAD_BUSY, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
ISNAD_API isnad_status isnad_alert_run(isnad_alert_counts *out, isnad_store *store, const isnad_fetch_options *net, int64_t now,
                                       void (*told)(void *context, isnad_slice json), void *context, isnad_err *err);

#endif
