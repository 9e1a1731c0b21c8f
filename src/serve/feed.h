/* Feeds of what the views print. */
#ifndef ISNAD_SERVE_FEED_H
#define ISNAD_SERVE_FEED_H

#include "serve/web.h"

typedef struct feed_item {
  isnad_slice id, title, url, summary;
  int64_t time;
} feed_item;

typedef struct feed {
  exchange *x;
  isnad_slice title, page; /* page: its address as HTML */
  feed_item *items;
  size_t count;
  int64_t updated;
} feed;

bool feed_start(feed *f, exchange *x, isnad_slice title, isnad_slice page);
void feed_add(feed *f, isnad_slice id, isnad_slice title, isnad_slice url, isnad_slice summary, const tree *published);
void feed_write(const feed *f); /* in the format that is wanted */

void feed_stories(exchange *x);
void feed_story(exchange *x);
void feed_threads(exchange *x);
void feed_thread(exchange *x);
void feed_entity(exchange *x);
void feed_search(exchange *x);

#endif
