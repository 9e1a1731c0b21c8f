/* isnad/fetch.h - pages and feeds from the web, politely and safely.
 *
 * One fetcher, one thread, many hosts at once, one connection a host: a host is asked again only when its delay has passed since its last answer,
 * when the time that it asked for (Retry-After) is over, and later and later while it fails. robots.txt (RFC 9309) is asked for first and kept.
 * Only http and https; redirects are followed here, every hop is judged like a first request; no cookies, no passwords; addresses that are not public
 * are refused on the socket itself, after the name was looked up, so that no name can lead there. Bodies are limited as sent and as unpacked.
 * The method, and what each limit is: docs/FETCH.md.
 */
#ifndef ISNAD_FETCH_H
#define ISNAD_FETCH_H

#include "isnad/capture.h"

/* Time as the fetcher sees it, so that tests can let days pass. */
typedef struct isnad_clock {
  double (*wall)(void *context);   /* seconds since 1970, UTC */
  double (*steady)(void *context); /* seconds that never go back */
  double speed;                    /* wall seconds in a steady second; 0: 1. Tests let days pass in seconds */
  void *context;
} isnad_clock;

/* The clocks of the system. */
ISNAD_API isnad_clock isnad_clock_of_system(void);

/* --- what outlives the process, when the caller keeps it --- */

typedef struct isnad_kept_robots {
  unsigned status;  /* of the answer: 200, 404 ...; 0: there was none */
  double until;     /* wall time; then it is asked for again */
  double fetched;   /* wall time at which the file was last read; 0: never */
  isnad_slice text; /* of the file; empty unless it was there */
} isnad_kept_robots;

typedef struct isnad_kept_host {
  double not_before; /* wall time; 0: at once */
  unsigned failures; /* in a row */
  double delay;      /* seconds, that its robots.txt asked for; 0: none */
} isnad_kept_host;

typedef struct isnad_fetch_memory {
  bool (*robots)(void *context, isnad_arena *arena, isnad_slice origin, isnad_kept_robots *out); /* false: not known */
  void (*keep_robots)(void *context, isnad_slice origin, const isnad_kept_robots *kept);
  bool (*host)(void *context, isnad_slice host, isnad_kept_host *out);
  void (*keep_host)(void *context, isnad_slice host, const isnad_kept_host *kept);
  void *context;
} isnad_fetch_memory;

/* --- asking --- */

typedef enum isnad_fetch_kind { ISNAD_FETCH_A_PAGE, ISNAD_FETCH_A_FEED, ISNAD_FETCH_A_POST } isnad_fetch_kind;

typedef struct isnad_fetch_request {
  isnad_fetch_kind kind;           /* a page must be HTML or text; a feed may be of any type; a post sends `body` and asks no robots.txt */
  isnad_slice url;                 /* http or https; host in any script; other bytes are percent-encoded */
  isnad_slice etag, last_modified; /* of the edition that is known, as its answer stated them; may be empty */
  isnad_slice body, body_type;     /* of a post */
  uint64_t tag;                    /* the caller's, handed back */
} isnad_fetch_request;

typedef enum isnad_fetch_outcome {
  ISNAD_FETCH_GOT,        /* 200 or 203: response, body and url are there (a post: any 2xx) */
  ISNAD_FETCH_UNCHANGED,  /* 304: the edition that is known is still the one */
  ISNAD_FETCH_DISALLOWED, /* robots.txt does not let us */
  ISNAD_FETCH_REFUSED,    /* by us: no public address, no web address, a loop of redirects, too large, no page. Asking again does not help */
  ISNAD_FETCH_MISSING,    /* the server says that it is not there, or not for us (404, 410, 403 ...) */
  ISNAD_FETCH_FAILED,     /* network or server; ask again after retry_after seconds */
  ISNAD_FETCH_OUTCOMES
} isnad_fetch_outcome;

/* "got", "unchanged", "disallowed", "refused", "missing", "failed". Never NULL. */
ISNAD_API const char *isnad_fetch_outcome_name(isnad_fetch_outcome outcome);

/* What came of a request. Slices live until the call returns. */
typedef struct isnad_fetched {
  uint64_t tag;
  isnad_fetch_kind kind;
  isnad_fetch_outcome outcome;
  unsigned status;        /* of the last answer; 0: there was none */
  isnad_slice asked, url; /* as asked for; where the answer came from, cleaned (tracking parameters dropped) */
  isnad_slice moved;      /* the new address, when every hop said that it moved for good (301, 308); else empty */
  unsigned hops;
  isnad_slice date;     /* of the answer, "2026-11-25T10:00:00Z" */
  isnad_slice address;  /* of the server */
  isnad_slice response; /* the HTTP message as it came (an HTTP/2 answer as HTTP/1.1 would say it) */
  isnad_slice body;     /* with chunks and packing undone */
  isnad_slice content_type, etag, last_modified;
  double max_age;      /* seconds that the answer may be held to be fresh (Cache-Control); 0: it does not say */
  double retry_after;  /* seconds; of a failed one */
  unsigned tries;      /* requests that were sent for it, redirects apart */
  isnad_slice message; /* why not, one line; empty when it was got */
  bool recorded;       /* in the archive, at: */
  isnad_warc_place place;
  isnad_slice recorded_at; /* the date of that record: of an earlier one when the body is the same */
  size_t largest;          /* bytes that the body may unpack to */
} isnad_fetched;

typedef struct isnad_fetch_options {
  isnad_slice agent;      /* User-Agent; empty: "isnad/VERSION (...)"; its first word up to "/" is the name that robots.txt is read for */
  const char *proxy;      /* requests go through it: "http://host:port", "socks5h://..."; NULL or "": none. Then the proxy judges addresses */
  const char *http_proxy; /* the one for http: addresses; NULL: `proxy` is for them too; "": none */
  const char *no_proxy;   /* hosts that are asked directly, as in the variable of that name; NULL: none */
  const char *ca_file;    /* certificates that are trusted; NULL: those of the system */
  bool allow_private;     /* addresses of this machine and of private networks too */
  bool ignore_robots;     /* for one's own sites */
  bool cold;              /* the process may have been killed a moment ago: every host's delay runs from now */
  size_t largest;         /* bytes of a body, as sent and as unpacked; 0: 16 MiB */
  unsigned at_once;       /* hosts; 0: 16 */
  unsigned redirects;     /* 0: 10 */
  unsigned tries;         /* of one request within `patience`; 0: 3 */
  double delay;           /* seconds between an answer and the next request to its host; 0: 1. robots.txt may ask for more, up to 300 */
  double patience;        /* seconds that a request may wait for a host that failed, before it is handed back as failed; 0: 60 */
  double backoff;         /* seconds after the first failure, doubled with each; 0: 2 */
  double longest_backoff; /* 0: 3600 */
  double connect_seconds, transfer_seconds;                 /* 0: 20, 120 */
  isnad_warc_writer *record;                                /* every exchange is written there; NULL: none is */
  const char *record_file;                                  /* its name, for the places */
  const isnad_fetch_memory *memory;                         /* NULL: what is learnt is forgotten with the fetcher */
  const isnad_clock *clock;                                 /* NULL: the system's */
  void (*done)(void *context, const isnad_fetched *result); /* called inside isnad_fetcher_step; may add requests */
  void *context;
} isnad_fetch_options;

typedef struct isnad_fetcher isnad_fetcher;

/* Makes a fetcher. Strings and structs that the options point to must outlive it. The caller frees it with isnad_fetcher_free.
 * Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_BAD_ARGUMENT (no `done`, or a proxy that is none). */
ISNAD_API isnad_status isnad_fetcher_new(isnad_fetcher **out, const isnad_fetch_options *options, isnad_err *err);

/* Puts a request into the queue of its host; its strings are copied. A url that cannot be asked is a result like any other (refused).
 * Returns ISNAD_OK, ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_fetcher_add(isnad_fetcher *fetcher, const isnad_fetch_request *request, isnad_err *err);

/* Sends what may be sent, waits up to `seconds` for something to happen, and hands over what is done. Returns ISNAD_OK; ISNAD_IO when the archive
 * cannot be written; ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_fetcher_step(isnad_fetcher *fetcher, double seconds, isnad_err *err);

typedef struct isnad_fetch_counts {
  uint64_t queued;   /* waiting, robots.txt apart */
  uint64_t active;   /* on the wire */
  uint64_t requests; /* sent so far, redirects and robots.txt among them */
  uint64_t failures; /* requests of those that failed */
  uint64_t bytes;    /* that came */
  uint64_t hosts;    /* known */
} isnad_fetch_counts;

/* What it did so far and what is under way; costs nothing. */
ISNAD_API void isnad_fetcher_count(isnad_fetch_counts *out, const isnad_fetcher *fetcher);

/* No new request is sent while it is held; what is on the wire comes to its end. */
ISNAD_API void isnad_fetcher_hold(isnad_fetcher *fetcher, bool held);

/* Requests of this host that wait or are on the wire. `host` as isnad_fetch_host gives it. */
ISNAD_API unsigned isnad_fetcher_load(const isnad_fetcher *fetcher, isnad_slice host);

/* Drops what waits. NULL is allowed. */
ISNAD_API void isnad_fetcher_free(isnad_fetcher *fetcher);

/* What isnad_read takes: the page as it came. Its place is that of its record; without a record it has no file to go back to. */
ISNAD_API isnad_input isnad_fetched_input(const isnad_fetched *fetched, const char *record_file);

/* --- addresses --- */

/* The url as it would be asked for: absolute, in ASCII (host by RFC 3492 and, nearly, UTS #46), without what only tells where its reader came from.
 * Returns ISNAD_OK, ISNAD_BAD_INPUT (it is none that may be asked: err says why), ISNAD_NO_MEMORY. Pure. */
ISNAD_API isnad_status isnad_fetch_url(isnad_slice *out, isnad_arena *arena, isnad_slice url, isnad_err *err);

/* The host of such a url, in small letters. */
ISNAD_API isnad_slice isnad_fetch_host(isnad_slice url);

/* One name for a page and its twins (tracking, AMP, telephones, http): for telling pages apart, not for asking. {NULL, 0} when the arena refuses. */
ISNAD_API isnad_slice isnad_fetch_key(isnad_arena *arena, isnad_slice url);

#endif
