/* A feed as captures: each item that has something to read becomes a line of JSONL, numbered from 1 as it stands in the feed. */
#ifndef ISNAD_FEED_ITEMS_H
#define ISNAD_FEED_ITEMS_H

#include "isnad/capture.h"
#include "isnad/feed.h"

typedef struct feed_items {
  isnad_arena *feed_arena, *line_arena; /* of the feed; of the line handed out */
  isnad_input from;
  isnad_feed feed;
  size_t next;
  bool open, told;
} feed_items;

/* Returns ISNAD_OK or ISNAD_NO_MEMORY. Free with feed_items_close, after a failure too. */
isnad_status feed_items_new(feed_items *out);

void feed_items_close(feed_items *items);

/* Whether an input is a feed or another list of addresses, and not a page. */
bool feed_items_is(const isnad_input *input);

/* Begins with such an input, whose bytes must live until the last item was handed out. Returns what isnad_feed_read does; ISNAD_BAD_INPUT for lists
 * that hold no reports. */
isnad_status feed_items_begin(feed_items *items, const isnad_input *input, isnad_err *err);

/* The next item; it lives until the next call. ISNAD_END when there are no more, or no feed was begun; before that ISNAD_BAD_INPUT, once, when the
 * feed was cut or broken; ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status feed_items_next(feed_items *items, isnad_input *out, isnad_err *err);

/* Reads the item at place->line of a feed again, as isnad_capture_again does. ISNAD_NOT_FOUND: the file is no feed. */
isnad_status feed_item_again(isnad_capture *out, isnad_arena *arena, const isnad_capture_place *place, const uint8_t sha256[32], isnad_err *err);

#endif
