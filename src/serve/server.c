#include "serve/server.h"

#include "store/sql.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
  HEADER_BYTES = 32 << 10,
  CONNECTIONS = 800,
  CONNECTIONS_OF_ONE = 128,
  SPEAKERS = 2,
  HEAD_SECONDS = 20,
  STOP_SECONDS = 10,
  TICK_NANOSECONDS = 200000000
};

static const isnad_span nowhere = {0, 0};

static uint64_t generation_of(void *context) { return atomic_load(&((isnad_server *)context)->generation); }

static isnad_status add_captures(void *context, isnad_slice *summary, isnad_arena *arena, isnad_slice lines, isnad_err *err) {
  isnad_server *s = context;
  pthread_mutex_lock(&s->adding);
  isnad_status status = s->options.add(s->options.context, summary, arena, lines, err);
  pthread_mutex_unlock(&s->adding);
  atomic_fetch_add(&s->counters.added, 1);
  return status;
}

/* --- the ticker: has the store changed, who takes too long --- */

static int64_t version_of(isnad_store *store) {
  int64_t version = 0;
  isnad_err ignored;
  return store_number(&version, store, "PRAGMA data_version", &ignored) == ISNAD_OK ? version : -1;
}

static void *tick(void *argument) {
  isnad_server *s = argument;
  int64_t seen = version_of(s->watched);
  struct timespec pause = {0, TICK_NANOSECONDS};
  while (!atomic_load(&s->stopping)) {
    nanosleep(&pause, NULL);
    int64_t now = version_of(s->watched);
    if (now != seen && now >= 0) {
      seen = now;
      atomic_fetch_add(&s->generation, 1);
    }
    streams_wake(s);
    peers_cut(&s->peers);
  }
  return NULL;
}

/* --- connections --- */

static void on_connection(void *server, struct MHD_Connection *connection, void **context, enum MHD_ConnectionNotificationCode code) {
  isnad_server *s = server;
  if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
    if (*context != NULL) peers_remove(&s->peers, *context);
    free(*context);
    *context = NULL;
    return;
  }
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  peer *p = calloc(1, sizeof *p);
  *context = p;
  if (p == NULL || info == NULL) return;
  p->fd = info->connect_fd;
  p->deadline = time(NULL) + HEAD_SECONDS;
  peers_add(&s->peers, p);
}

static void no_log(void *context, const char *text, va_list arguments) {
  (void)context;
  (void)text;
  (void)arguments;
}

/* --- starting --- */

typedef union address {
  struct sockaddr any;
  struct sockaddr_in four;
  struct sockaddr_in6 six;
} address;

static bool read_address(address *out, bool *local, const isnad_server_options *o) {
  const char *text = o->address != NULL ? o->address : "127.0.0.1";
  memset(out, 0, sizeof *out);
  if (inet_pton(AF_INET, text, &out->four.sin_addr) == 1) {
    out->four.sin_family = AF_INET;
    out->four.sin_port = htons(o->port);
    *local = ntohl(out->four.sin_addr.s_addr) >> 24 == 127;
    return true;
  }
  if (inet_pton(AF_INET6, text, &out->six.sin6_addr) != 1) return false;
  out->six.sin6_family = AF_INET6;
  out->six.sin6_port = htons(o->port);
  *local = IN6_IS_ADDR_LOOPBACK(&out->six.sin6_addr);
  return true;
}

static isnad_status start_daemon(isnad_server *s, isnad_err *err) {
  address at;
  const char *named = s->options.address != NULL ? s->options.address : "127.0.0.1";
  if (!read_address(&at, &s->local, &s->options)) return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "serve", nowhere, "%s is no numeric address", named);
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | (at.any.sa_family == AF_INET6 ? MHD_USE_IPv6 : 0u);
  s->daemon = MHD_start_daemon(flags, s->options.port, NULL, NULL, visit_answer, s, MHD_OPTION_EXTERNAL_LOGGER, no_log, NULL, MHD_OPTION_SOCK_ADDR,
                               &at.any, MHD_OPTION_URI_LOG_CALLBACK, visit_begin, s, MHD_OPTION_NOTIFY_COMPLETED, visit_end, s,
                               MHD_OPTION_NOTIFY_CONNECTION, on_connection, s, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)SPEAKERS,
                               MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
                               s->local ? 0u : (unsigned)CONNECTIONS_OF_ONE, MHD_OPTION_CONNECTION_TIMEOUT, 60u, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                               (size_t)HEADER_BYTES, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
  if (s->daemon != NULL) return ISNAD_OK;
  return isnad_err_set(err, ISNAD_IO, "serve", nowhere, "%s port %u cannot be used: is another server there?", named, (unsigned)s->options.port);
}

/* The first pages that people open are made before they ask. What becomes of it shows when they do. */
static void warm(isnad_server *s) {
  static const char *const pages[][2] = {{"/", "1a/"}, {"/outlets", "1a/outlets"}, {"/threads", "1a/threads"}}; /* the key: see visit.c */
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, 1 << 20) != ISNAD_OK) return;
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    request ask;
    isnad_slice args[2];
    unsigned code = 0;
    if (request_read(&ask, arena, isnad_slice_of(pages[i][0])) != NULL) continue;
    job_ask job = {.r = route_find("GET", &ask, args, &code),
                   .method = isnad_slice_of("GET"),
                   .target = ask.target,
                   .key = isnad_slice_of(pages[i][1]),
                   .wanted = FORMAT_HTML};
    if (job.r != NULL) jobs_submit(s->jobs, &job, NULL);
  }
  isnad_arena_free(arena);
}

static isnad_status start_parts(isnad_server *s, isnad_err *err) {
  s->cache = cache_new(s->options.cache);
  if (s->cache == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "serve", nowhere, "out of memory");
  jobs_options how = {.db = s->options.db,
                      .workers = s->options.workers,
                      .cache = s->cache,
                      .facts = &s->facts,
                      .allow_origin = s->options.origin,
                      .generation = generation_of,
                      .finished = visit_finished,
                      .context = s};
  isnad_status status = isnad_store_open(&s->watched, s->options.db, ISNAD_STORE_READ, err);
  if (status == ISNAD_OK) status = store_execute(s->watched, "PRAGMA cache_size=-64", err);
  if (status == ISNAD_OK) status = jobs_start(&s->jobs, &how, err);
  if (status == ISNAD_OK) status = start_daemon(s, err);
  if (status != ISNAD_OK) return status;
  warm(s);
  s->ticking = pthread_create(&s->ticker, NULL, tick, s) == 0;
  return s->ticking ? ISNAD_OK : isnad_err_set(err, ISNAD_NO_MEMORY, "serve", nowhere, "no thread could be started");
}

static isnad_server_options with_defaults(isnad_server_options o) {
  if (o.version == NULL) o.version = "";
  if (o.workers == 0) o.workers = 3;
  if (o.cache == 0) o.cache = (size_t)24 << 20;
  if (o.body == 0) o.body = (size_t)4 << 20;
  return o;
}

isnad_status isnad_server_start(isnad_server **out, const isnad_server_options *options, isnad_err *err) {
  *out = NULL;
  if (options->token != NULL && options->add == NULL)
    return isnad_err_set(err, ISNAD_BAD_ARGUMENT, "serve", nowhere, "a token is of no use without what adds");
  isnad_server *s = calloc(1, sizeof *s);
  if (s == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "serve", nowhere, "out of memory");
  s->options = with_defaults(*options);
  s->rate.loopback_too = options->rate > 0;
  s->rate.rate = options->rate > 0 ? options->rate : 50;
  s->facts = (server_facts){.version = s->options.version, .add = options->token != NULL ? add_captures : NULL, .context = s};
  s->began = time(NULL);
  pthread_mutex_init(&s->adding, NULL);
  pthread_mutex_init(&s->peers.lock, NULL);
  pthread_mutex_init(&s->rate.lock, NULL);
  pthread_mutex_init(&s->streams.lock, NULL);
  isnad_status status = start_parts(s, err);
  if (status == ISNAD_OK)
    *out = s;
  else
    isnad_server_stop(s);
  return status;
}

uint16_t isnad_server_port(const isnad_server *server) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info != NULL ? info->port : 0;
}

/* --- stopping --- */

static void end_streams(isnad_server *s) {
  pthread_mutex_lock(&s->streams.lock);
  s->streams.stopped = true;
  pthread_mutex_unlock(&s->streams.lock);
  streams_wake(s);
}

static void wait_for_visits(isnad_server *s) {
  struct timespec pause = {0, TICK_NANOSECONDS / 10};
  time_t until = time(NULL) + STOP_SECONDS;
  while (atomic_load(&s->visits) > 0 && time(NULL) < until) nanosleep(&pause, NULL);
}

void isnad_server_stop(isnad_server *s) {
  if (s == NULL) return;
  MHD_socket listening = s->daemon != NULL ? MHD_quiesce_daemon(s->daemon) : MHD_INVALID_SOCKET;
  end_streams(s);
  wait_for_visits(s);
  atomic_store(&s->stopping, true);
  if (s->ticking) pthread_join(s->ticker, NULL);
  jobs_stop(s->jobs); /* resumes all who still wait: a daemon cannot stop while connections sleep */
  if (s->daemon != NULL) MHD_stop_daemon(s->daemon);
  if (listening != MHD_INVALID_SOCKET) close(listening);
  isnad_store_close(s->watched);
  cache_free(s->cache);
  pthread_mutex_destroy(&s->adding);
  pthread_mutex_destroy(&s->peers.lock);
  pthread_mutex_destroy(&s->rate.lock);
  pthread_mutex_destroy(&s->streams.lock);
  free(s);
}
