/* What a watch is made of. Only src/watch includes this. */
#ifndef ISNAD_WATCH_INSIDE_H
#define ISNAD_WATCH_INSIDE_H

#include "isnad/watch.h"
#include "store/sql.h"

/* Feeds and pages have rooms of their own: pages that wait are in the store, but what scrolls out of a feed unseen is lost. */
enum { WATCH_MOST_FEEDS = 128, WATCH_MOST_PAGES = 128, WATCH_MOST_PENDING = WATCH_MOST_FEEDS + WATCH_MOST_PAGES, WATCH_PER_HOST = 2 };

/* A request that is with the fetcher. */
typedef struct watch_pending {
  bool taken, is_feed;
  int64_t feed;
  char *key; /* of an item */
} watch_pending;

typedef struct watch {
  isnad_store *store;
  const isnad_watch_options *options;
  const isnad_watch_pipeline *pipeline;
  isnad_watch_options with; /* defaults filled in */
  isnad_fetcher *fetcher;
  isnad_fetch_memory memory;
  isnad_clock clock;
  isnad_arena *arena; /* of one answer */
  isnad_arena *page;  /* of one page while it is read */
  watch_pending pending[WATCH_MOST_PENDING];
  unsigned pending_count, pending_feeds; /* all; of them feeds */
  bool in_batch, stopping, weaving;
  unsigned batch_writes;
  double batch_since, woven_at, topped_at, held_since; /* steady */
  double weaving_took;                                 /* seconds, the last time */
  uint64_t unwoven;
  isnad_watch_counts counts;
  isnad_status status; /* the first failure inside a callback */
  isnad_err *err;
} watch;

/* --- batch.c --- */

/* Opens a batch when none is open; waits for other writers, unless the watch is to stop. */
isnad_status watch_begin(watch *w);
/* Ends it: what the archive got is made to last first, so that no row points to bytes that are not there. */
isnad_status watch_commit(watch *w);
int64_t watch_now(const watch *w);
double watch_steady(const watch *w);
void watch_tell(const watch *w, const isnad_watch_event *event);
bool watch_stopped(watch *w);

/* --- watch.c --- */

/* Lets the caller show where the watch is. */
isnad_status watch_show(watch *w);

/* --- pending.c --- */

/* Hands a request to the fetcher. False: there is no room now. */
bool watch_ask_feed(watch *w, int64_t feed, const isnad_fetch_request *request);
bool watch_ask_item(watch *w, isnad_slice key, const isnad_fetch_request *request);
bool watch_has_room_for_pages(const watch *w);
bool watch_is_asked(const watch *w, int64_t feed, isnad_slice key);
void watch_pending_free(watch *w, watch_pending *p);

/* --- feeds.c, items.c, taken.c: in a batch, of what came --- */

isnad_status watch_take_feed(watch *w, int64_t feed, const isnad_fetched *r);
isnad_status watch_take_page(watch *w, isnad_slice key, const isnad_fetched *r);
/* Notes a list of pages to be looked at; in a batch. `due`: when first. */
isnad_status watch_note_feed(bool *fresh, isnad_store *store, isnad_slice url, isnad_slice title, bool guessed, int64_t due, isnad_err *err);
/* Notes a page to be fetched; in a batch. */
isnad_status watch_note_item(bool *fresh, watch *w, int64_t feed, isnad_slice url, isnad_slice title);
/* Writes the row of a page that has none: `state` is "waiting", or why it is not to be fetched; in a batch. */
isnad_status watch_insert_item(bool *fresh, watch *w, int64_t feed, isnad_slice key, isnad_slice url, isnad_slice title, const char *state);
/* Asks for what is due, as far as there is room. */
isnad_status watch_top_up_feeds(watch *w);
isnad_status watch_top_up_items(watch *w);
/* Whether something is due now. */
isnad_status watch_is_idle(bool *idle, watch *w);

/* --- stories.c --- */

/* Tells stories anew when there are new pages and it is time: no request is sent any more until then. */
isnad_status watch_weave_when_quiet(watch *w);

/* --- memory.c --- */

isnad_fetch_memory watch_memory(watch *w);

#endif
