/* The bytes of a feed, a list of feeds or a sitemap as text that a reader can begin with. */
#ifndef ISNAD_FEED_SOURCE_H
#define ISNAD_FEED_SOURCE_H

#include "feed/faults.h"

typedef struct feed_source {
  isnad_arena *arena;
  isnad_slice text; /* valid UTF-8, from where the document begins */
  isnad_slice charset, base;
  isnad_feed_kind kind;
  uint32_t first_line; /* of `text` in the whole, from 1 */
  uint32_t most_items, deepest;
  bool cut; /* the packed bytes end too soon */
  fault_list faults;
} feed_source;

/* Unpacks gzip, finds the charset, tells the kind, and cuts off what stands before the document. Returns ISNAD_OK; ISNAD_BAD_INPUT (binary or
 * damaged bytes); ISNAD_LIMIT, ISNAD_NO_MEMORY. A kind of ISNAD_FEED_NONE is not an error here. */
isnad_status feed_source_open(feed_source *out, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err);

/* What a decoded text is, and where its document begins. */
isnad_feed_kind feed_kind_of(isnad_slice text, size_t *begin);

/* Refuses a source that is of another kind than was asked for. */
isnad_status feed_refuse_kind(const feed_source *source, const char *wanted, isnad_err *err);

#endif
