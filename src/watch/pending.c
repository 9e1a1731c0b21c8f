/* What is with the fetcher. */
#include "watch/inside.h"

#include <stdlib.h>
#include <string.h>

static watch_pending *room(watch *w, uint64_t *tag) {
  for (unsigned i = 0; i < WATCH_MOST_PENDING; i++)
    if (!w->pending[i].taken) {
      *tag = i;
      return &w->pending[i];
    }
  return NULL;
}

bool watch_has_room_for_pages(const watch *w) { return w->pending_count - w->pending_feeds < WATCH_MOST_PAGES; }

static bool ask(watch *w, watch_pending *p, uint64_t tag, const isnad_fetch_request *request) {
  isnad_fetch_request tagged = *request;
  tagged.tag = tag;
  p->taken = true;
  w->pending_count++;
  w->pending_feeds += p->is_feed;
  isnad_status status = isnad_fetcher_add(w->fetcher, &tagged, w->err);
  if (status == ISNAD_OK) return true;
  watch_pending_free(w, p);
  w->status = w->status == ISNAD_OK ? status : w->status;
  return false;
}

bool watch_ask_feed(watch *w, int64_t feed, const isnad_fetch_request *request) {
  uint64_t tag = 0;
  watch_pending *p = w->pending_feeds < WATCH_MOST_FEEDS ? room(w, &tag) : NULL;
  if (p == NULL) return false;
  *p = (watch_pending){.is_feed = true, .feed = feed};
  return ask(w, p, tag, request);
}

bool watch_ask_item(watch *w, isnad_slice key, const isnad_fetch_request *request) {
  uint64_t tag = 0;
  watch_pending *p = watch_has_room_for_pages(w) ? room(w, &tag) : NULL;
  char *copy = p != NULL ? malloc(key.length + 1) : NULL;
  if (copy == NULL) return false;
  memcpy(copy, key.bytes, key.length);
  copy[key.length] = '\0';
  *p = (watch_pending){.key = copy};
  return ask(w, p, tag, request);
}

bool watch_is_asked(const watch *w, int64_t feed, isnad_slice key) {
  for (unsigned i = 0; i < WATCH_MOST_PENDING; i++) {
    const watch_pending *p = &w->pending[i];
    if (!p->taken) continue;
    if (key.length == 0 ? p->is_feed && p->feed == feed : !p->is_feed && isnad_slice_equal(isnad_slice_of(p->key), key)) return true;
  }
  return false;
}

void watch_pending_free(watch *w, watch_pending *p) {
  free(p->key);
  w->pending_feeds -= p->is_feed;
  *p = (watch_pending){0};
  w->pending_count--;
}
