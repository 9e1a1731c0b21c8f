/* A running server, for the files that make it up. */
#ifndef ISNAD_SERVE_SERVER_H
#define ISNAD_SERVE_SERVER_H

#include "isnad/serve.h"
#include "serve/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

/* --- who is connected, and until when he may take --- */

typedef struct peer {
  struct peer *next, *before;
  int fd;
  time_t deadline; /* 0: none, while we work for him */
} peer;

typedef struct peer_list {
  pthread_mutex_t lock;
  peer *first;
  size_t count;
} peer_list;

void peers_add(peer_list *list, peer *p);
void peers_remove(peer_list *list, peer *p);
void peers_allow(peer_list *list, peer *p, unsigned seconds); /* 0: as long as it takes */
void peers_cut(peer_list *list);                              /* ends the connections of those who took too long */

/* --- how often an address may ask --- */

enum { RATE_SLOTS = 4096 };
typedef struct rate_slot {
  uint64_t address;
  double tokens;
  double last; /* seconds */
} rate_slot;
typedef struct rate_table {
  pthread_mutex_t lock;
  unsigned rate;
  bool loopback_too;
  rate_slot slots[RATE_SLOTS];
} rate_table;
bool rate_allows(rate_table *t, const struct sockaddr *address);

/* --- counters --- */

enum { LATENCY_STEPS = 10 };
typedef struct counters {
  _Atomic uint64_t by_class[6]; /* 1xx .. 5xx */
  _Atomic uint64_t latency[LATENCY_STEPS + 1], latency_microseconds, limited, cut, added;
} counters;
void counters_note(counters *c, unsigned code, double seconds);

/* --- streams of events --- */

typedef struct stream stream;
typedef struct stream_list {
  pthread_mutex_t lock;
  stream *first;
  size_t count;
  bool stopped;
} stream_list;

struct isnad_server {
  isnad_server_options options;
  server_facts facts;
  struct MHD_Daemon *daemon;
  cache *cache;
  jobs *jobs;
  isnad_store *watched; /* of the ticker */
  pthread_t ticker;
  bool ticking;
  bool local; /* listens on the loopback only */
  time_t began;
  _Atomic uint64_t generation;
  _Atomic int visits;
  _Atomic bool stopping;
  pthread_mutex_t adding;
  peer_list peers;
  rate_table rate;
  counters counters;
  stream_list streams;
};

/* A stream of events (text/event-stream) for a connection; NULL: too many listen. */
struct MHD_Response *stream_new(isnad_server *s, struct MHD_Connection *connection);
void streams_wake(isnad_server *s); /* to look whether there is news, or that it ends */

/* Prometheus' text format. */
void metrics_write(buf *out, isnad_server *s);

/* libmicrohttpd's callbacks. */
enum MHD_Result visit_answer(void *server, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                             const char *upload, size_t *upload_size, void **context);
void *visit_begin(void *server, const char *target, struct MHD_Connection *connection);
void visit_end(void *server, struct MHD_Connection *connection, void **context, enum MHD_RequestTerminationCode why);
void visit_finished(void *visit, reply *r); /* from a worker */

#endif
