/* Addresses of pages: what in them does not tell which page it is. The words are rows of data/url_params.tsv. */
#ifndef ISNAD_CAPTURE_URL_H
#define ISNAD_CAPTURE_URL_H

#include "isnad/base.h"

/* The url without its fragment (one that begins with "#!" chooses a page and stays) and without parameters that only tell where the reader came from;
 * host in small letters, default port dropped. It leads to the same page. What is no http or https url stays as it is. In the arena; {NULL, 0} when
 * that refuses. */
isnad_slice url_clean(isnad_arena *arena, isnad_slice url);

/* One name for a page and its twins: "example.com/a?id=1" for https://www.example.com/a/?utm_source=x&id=1, http://m.example.com/a?id=1,
 * https://example.com/amp/a?id=1 and their copies in AMP caches. For comparing, not for fetching: arguments are sorted, percent-encoding is made
 * equal, dot segments, doubled and last slashes are dropped. Linear, but for the sorting of at most 256 arguments. */
isnad_slice url_key(isnad_arena *arena, isnad_slice url);

#endif
