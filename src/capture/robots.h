/* robots.txt by RFC 9309: which paths of a site a crawler may fetch. */
#ifndef ISNAD_CAPTURE_ROBOTS_H
#define ISNAD_CAPTURE_ROBOTS_H

#include "isnad/base.h"

enum { ROBOTS_MOST = 512 * 1024 };         /* bytes of a file that are read (the RFC asks for 500 KiB at least); the rest is not looked at */
enum { ROBOTS_MEMORY = 64 * ROBOTS_MOST }; /* bytes that reading the worst of such files takes at most */

typedef struct robots_rule {
  isnad_slice pattern; /* percent-encoding made equal; '*' matches any bytes, '$' at the end the end */
  bool allow;
} robots_rule;

typedef struct robots {
  robots_rule *rules; /* of the groups that hold for the crawler */
  size_t count;
  bool none;             /* nothing may be fetched, whatever the rules */
  double delay;          /* seconds between requests that the groups ask for ("crawl-delay", no part of the RFC); 0: none */
  isnad_slice *sitemaps; /* urls, of the whole file */
  size_t sitemap_count;
} robots;

/* Reads a file for the crawler of this product token ("isnad"): the rules of all groups that name it, in any case of letters; of those for "*" when
 * none does. Lines that are no rules, and groups of others, are passed over: nothing is an error. Linear in the bytes, and
 * of the arena it takes less than ROBOTS_MEMORY. Returns ISNAD_OK, ISNAD_LIMIT (the arena's), ISNAD_NO_MEMORY. */
isnad_status robots_read(robots *out, isnad_arena *arena, isnad_slice bytes, isnad_slice agent, isnad_err *err);

/* What holds when the file was not there to be read, by the status of the answer (0: no answer): 400 to 499 allow everything, all others nothing
 * (RFC 9309, 2.3.1). Redirects are to be followed first, five at least. */
robots robots_without_file(unsigned status);

/* Whether a path with its query ("/a?b=c") may be fetched: the longest pattern that matches decides, and allowing wins between equals. "/robots.txt"
 * may always. The arena holds the path while it is compared. */
bool robots_allow(const robots *r, isnad_arena *arena, isnad_slice path);

#endif
