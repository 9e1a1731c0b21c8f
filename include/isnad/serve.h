/* isnad/serve.h - a store as an HTTP service and as web pages: read-only, on the loopback unless told otherwise.
 *
 * A few threads speak HTTP and answer from a cache; workers, each with the store open for reading, make what is not there yet. Limits: bytes of a
 * header and of a body, time of a request, requests a second, connections, replies that wait. docs/SERVER.md tells the routes.
 */
#ifndef ISNAD_SERVE_H
#define ISNAD_SERVE_H

#include "isnad/store.h"

typedef struct isnad_server isnad_server;

typedef struct isnad_server_options {
  const char *db;      /* path of the store, which has to be there */
  const char *version; /* of the program: isnad_version() */
  const char *address; /* numeric; NULL: 127.0.0.1 */
  uint16_t port;       /* 0: any that is free */
  unsigned workers;    /* threads that make replies; 0: 3 */
  size_t cache;        /* bytes of replies that are kept; 0: 24 MiB */
  size_t body;         /* most bytes of a request's body; 0: 4 MiB */
  unsigned rate;       /* requests a second of one address that are not answered from the cache; 0: 50, and the loopback is not counted */
  const char *origin;  /* whose scripts may read replies (CORS); NULL: nobody's */
  const char *host;    /* the name by which it is reached through a proxy; NULL: on the loopback only local names are answered */
  const char *token;   /* POST /captures with this bearer token adds captures; NULL: nobody may */
  /* Adds captures (JSON lines); called by one worker at a time, with a summary in JSON to be written into the arena. */
  isnad_status (*add)(void *context, isnad_slice *summary, isnad_arena *arena, isnad_slice lines, isnad_err *err);
  /* Told of each request in one line, by any thread; may be NULL. */
  void (*log)(void *context, const char *line);
  void *context;
} isnad_server_options;

/* Starts to answer. What the options point to must live until the server is stopped. Returns ISNAD_OK; what isnad_store_open returns; ISNAD_IO (the
 * address cannot be used); ISNAD_BAD_ARGUMENT (no numeric address, a token without add); ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_server_start(isnad_server **out, const isnad_server_options *options, isnad_err *err);

/* The port it listens on. */
ISNAD_API uint16_t isnad_server_port(const isnad_server *server);

/* Takes no new connections, lets the requests that run end (up to ten seconds), frees. NULL is allowed. */
ISNAD_API void isnad_server_stop(isnad_server *server);

#endif
