/* A feed while it is read, of XML or JSON: items with their lists, and what is settled when an item ends. */
#ifndef ISNAD_FEED_BUILDER_H
#define ISNAD_FEED_BUILDER_H

#include "feed/source.h"

typedef struct slice_list {
  isnad_slice *items;
  size_t count, room;
} slice_list;

typedef struct builder {
  feed_source *source;
  isnad_arena *arena;
  isnad_feed feed;
  isnad_feed_item *items;
  size_t room;
  slice_list hubs;
  isnad_slice base; /* of the feed: where it came from, or what it says */
  /* the item that is read */
  isnad_feed_item item;
  isnad_slice item_base;
  bool id_is_link; /* its id is an address of the page when it looks like one */
  slice_list categories;
  isnad_feed_media *media;
  size_t media_room;
} builder;

builder builder_new(feed_source *source);

void builder_item(builder *b, uint32_t line);

/* Settles the item and keeps it: address and id from each other, content told from summary, faults. */
void builder_item_end(builder *b);

void builder_category(builder *b, isnad_slice name);

/* Adds a medium, once an address. Its strings are borrowed. NULL when it has no address or there are too many. */
isnad_feed_media *builder_media(builder *b, isnad_slice url, isnad_slice type, isnad_slice medium, isnad_slice length);

void builder_author(builder *b, isnad_slice name);

/* A hub once. */
void builder_hub(builder *b, isnad_slice url);

isnad_slice builder_address(builder *b, isnad_slice base, isnad_slice reference, uint32_t line);

/* Reads a time; tells one that cannot be read. */
isnad_feed_time builder_time(builder *b, isnad_slice written, uint32_t line);

static inline bool builder_knows(const isnad_feed_time *time) { return time->when.from < time->when.to; }

/* Hands the feed out. */
void builder_finish(isnad_feed *out, builder *b);

#endif
