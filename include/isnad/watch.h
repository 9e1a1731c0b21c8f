/* isnad/watch.h - a store that is kept fed: feeds looked at by their own rhythm, the pages they name fetched, read, stored, and looked at again for
 * later editions.
 *
 * All state is in the store (tables watch_...; docs/STORE.md). An item is noted in the transaction that notes the look at its feed, and is marked as
 * held in the transaction that stores its page: after a kill at any moment nothing is lost and nothing is stored twice. A page is one capture by
 * whatever address it is met (isnad_fetch_key, and what it says of its own address); it is stored again only when its article changed. Method:
 * docs/FETCH.md.
 */
#ifndef ISNAD_WATCH_H
#define ISNAD_WATCH_H

#include "isnad/fetch.h"
#include "isnad/store.h"

/* Makes the store look at a feed, a sitemap, or a page of a site whose feeds are to be found, from now on. `title` may be empty. *fresh: it was not
 * watched before. In the batch that is open, else in one of its own. Returns ISNAD_OK; ISNAD_BAD_INPUT (no address that can be asked); what a store
 * returns. */
ISNAD_API isnad_status isnad_watch_feed(bool *fresh, isnad_store *store, isnad_slice url, isnad_slice title, isnad_err *err);

/* Stops looking at it. Returns also ISNAD_NOT_FOUND. */
ISNAD_API isnad_status isnad_watch_drop(isnad_store *store, isnad_slice url, isnad_err *err);

/* One feed as the store knows it. Times are seconds since 1970; 0: never. Slices live until the call returns. */
typedef struct isnad_watched {
  isnad_slice url, title, kind, state, error; /* kind: "rss", "atom", "sitemap", "page" ...; state: "active", "gone", "dropped" */
  int64_t due, looked, changed, interval;
  uint64_t looks, failures, items, held;
} isnad_watched;

/* Hands over every feed in the order of addresses. Returns ISNAD_OK, ISNAD_CANCELLED (take returned false), what a store returns. */
ISNAD_API isnad_status isnad_watch_each(isnad_store *store, bool (*take)(void *context, const isnad_watched *feed), void *context, isnad_err *err);

typedef enum isnad_watch_event_kind {
  ISNAD_WATCH_LOOKED,  /* at a feed: `fresh` items were new, the next look is `due` */
  ISNAD_WATCH_HELD,    /* a page is in the store now; `edition` counts from 1 */
  ISNAD_WATCH_SAME,    /* a page that is held already: unchanged, or under another address */
  ISNAD_WATCH_NOT_GOT, /* a page that is not: `message` says why, `due` when it is tried again (0: never) */
  ISNAD_WATCH_REMOVED, /* a page that was held is no longer on its site */
  ISNAD_WATCH_WOVEN,   /* stories and chains took in `fresh` pages */
  ISNAD_WATCH_EVENTS
} isnad_watch_event_kind;

/* "feed", "page", "same", "failed", "removed", "stories". Never NULL. */
ISNAD_API const char *isnad_watch_event_name(isnad_watch_event_kind kind);

typedef struct isnad_watch_event {
  isnad_watch_event_kind kind;
  isnad_fetch_outcome outcome;
  unsigned status;
  isnad_slice url, title, message;
  uint64_t fresh;
  unsigned edition;
  int64_t due;
} isnad_watch_event;

/* One event, or one feed, as a line of JSON without its line feed, in the arena. `at`: seconds since 1970. Returns ISNAD_OK, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_watch_event_json(isnad_slice *out, isnad_arena *arena, const isnad_watch_event *event, int64_t at, isnad_err *err);
ISNAD_API isnad_status isnad_watched_json(isnad_slice *out, isnad_arena *arena, const isnad_watched *feed, isnad_err *err);

/* What was done since the start, and what is still to do. */
typedef struct isnad_watch_counts {
  uint64_t looks, failed_looks, items, held, editions, same, not_got, woven;
  uint64_t feeds, failing; /* that are looked at; of them those that failed the last time */
  uint64_t waiting;        /* items that wait for their page */
  uint64_t weaving;        /* pages whose stories are being told now */
  int64_t until_next;      /* seconds until the next look at a feed; 0: one is due */
  isnad_fetch_counts net;
} isnad_watch_counts;

/* How pages become records and records become stories: given by isnad_watch (isnad.h). */
typedef struct isnad_watch_pipeline {
  isnad_status (*read)(isnad_prepared *out, isnad_arena *arena, const isnad_input *input, isnad_err *err);
  isnad_status (*weave)(isnad_store *store, isnad_err *err);
  isnad_status (*after)(isnad_store *store, const isnad_fetch_options *net, isnad_err *err); /* alerts; may be NULL */
} isnad_watch_pipeline;

typedef struct isnad_watch_options {
  isnad_fetch_options net;  /* its done, context and memory are set by the watch */
  bool once;                /* until nothing is due any more */
  bool only_pages;          /* nothing but `pages`: what is due otherwise stays so */
  const isnad_slice *pages; /* to be fetched now, whatever is known of them */
  size_t page_count;
  uint32_t least, most; /* seconds between two looks at a feed; 0: 300, 21600 */
  uint32_t recheck;     /* seconds after which a page is looked at for a later edition; then after 6, 24, 72 and 168 times that; 0: 3600 */
  bool no_recheck;
  uint32_t sitemap_days;  /* pages of a sitemap that changed within so many days are taken; 0: 3 */
  uint32_t weave_after;   /* pages that are gathered before stories are told anew; 0: 200. Fewer are taken in when nothing else is to do, or after: */
  uint32_t weave_seconds; /* 0: 60 */
  bool (*stop)(void *context);                                    /* asked several times a second; may be NULL */
  void (*told)(void *context, const isnad_watch_event *event);    /* may be NULL */
  void (*shown)(void *context, const isnad_watch_counts *counts); /* called several times a second; may be NULL */
  void *context;
} isnad_watch_options;

/* Watches until it is told to stop. What was committed stays, whatever happens. Only one watch at a time runs on a store (another one gets
 * ISNAD_BUSY); other programs may add to the store meanwhile. `out` may be NULL. Returns ISNAD_OK (stopped, or nothing is due any more), ISNAD_BUSY,
 * ISNAD_STORE, ISNAD_IO (store or archive), ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_watch_run(isnad_watch_counts *out, isnad_store *store, const isnad_watch_options *options,
                                       const isnad_watch_pipeline *pipeline, isnad_err *err);

#endif
