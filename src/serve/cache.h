/* Replies that were made already, by what was asked for. Guarded by a lock of its own; bounded in bytes, the one unused for longest goes first. */
#ifndef ISNAD_SERVE_CACHE_H
#define ISNAD_SERVE_CACHE_H

#include "isnad/base.h"

#include <microhttpd.h>
#include <stdatomic.h>

/* What a reply is made of. Its texts but the body outlive the reply. */
typedef struct reply_parts {
  unsigned code;
  isnad_slice body;
  const char *type;
  bool html;                /* carries the policy of pages */
  bool keep;                /* may be kept by a client until asked again (ETag); else it is never stored */
  bool forever;             /* an asset whose address changes with it */
  const char *allow_origin; /* CORS; NULL: none */
  unsigned retry_after;     /* seconds; 0: none */
} reply_parts;

/* A reply as libmicrohttpd sends it, plain and packed. Counted: made with one user. */
typedef struct reply {
  reply_parts parts; /* the body is that of `whole` */
  unsigned code;
  char etag[24]; /* with its quotes; of a reply with code 200 */
  struct MHD_Response *whole;
  struct MHD_Response *unchanged;      /* 304 */
  _Atomic(struct MHD_Response *) gzip; /* NULL: nobody has asked for it yet, or packing gains nothing */
  _Atomic bool packed;                 /* somebody saw to that, or does so now */
  size_t bytes;
  unsigned users;
} reply;

/* NULL when memory is short. */
reply *reply_new(const reply_parts *parts);
void reply_free(reply *r); /* whatever its users */

/* What to send to a client that takes gzip or does not. The first who takes it packs the reply; others get the whole meanwhile. */
struct MHD_Response *reply_for(reply *r, bool gzip);

typedef struct cache cache;

cache *cache_new(size_t most_bytes);
void cache_free(cache *c);

/* One more, one less user. */
void reply_hold(cache *c, reply *r);
void reply_drop(cache *c, reply *r);

/* The reply kept for `key`, held for the caller; NULL: none. *stale: it was made before the store became `generation`. */
reply *cache_get(cache *c, isnad_slice key, uint64_t generation, bool *stale);

/* Keeps a reply (which stays the caller's to drop) as made when the store was `generation`. */
void cache_put(cache *c, isnad_slice key, uint64_t generation, reply *r);

typedef struct cache_counts {
  uint64_t hits, misses, stale, entries, bytes;
} cache_counts;
cache_counts cache_count(cache *c);

#endif
