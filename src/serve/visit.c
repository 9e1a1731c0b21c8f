/* One request as libmicrohttpd hands it over, until its reply is queued. */
#include "serve/visit.h"
#include "serve/assets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_SECONDS = 20, BODY_SECONDS = 30, SEND_SECONDS = 60, SMALL_ARENA = 1 << 20, HOST_MOST = 256, KEY_ROOM = TARGET_MOST + HOST_MOST + 8 };

void *visit_begin(void *server, const char *target, struct MHD_Connection *connection) {
  isnad_server *s = server;
  visit *v = calloc(1, sizeof *v);
  if (v == NULL) return NULL;
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  v->s = s;
  v->connection = connection;
  v->p = info != NULL ? info->socket_context : NULL;
  v->target = malloc(strlen(target) + 1);
  if (v->target != NULL) strcpy(v->target, target);
  clock_gettime(CLOCK_MONOTONIC, &v->began);
  atomic_fetch_add(&s->visits, 1);
  return v;
}

static double seconds_since(struct timespec began) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - began.tv_sec) + (double)(now.tv_nsec - began.tv_nsec) / 1e9;
}

static void tell(const visit *v, double seconds) {
  char line[600];
  if (v->s->options.log == NULL) return;
  snprintf(line, sizeof line, "%u %.1f ms %.400s", v->code, seconds * 1000, v->target != NULL ? v->target : "");
  for (char *c = line; *c != '\0'; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7F) *c = '?';
  v->s->options.log(v->s->options.context, line);
}

void visit_end(void *server, struct MHD_Connection *connection, void **context, enum MHD_RequestTerminationCode why) {
  isnad_server *s = server;
  visit *v = *context;
  (void)connection;
  (void)why;
  if (v == NULL) return;
  *context = NULL;
  double seconds = seconds_since(v->began);
  if (v->code > 0) {
    counters_note(&s->counters, v->code, seconds);
    tell(v, seconds);
  }
  if (v->p != NULL) peers_allow(&s->peers, v->p, HEAD_SECONDS);
  reply_drop(s->cache, v->ready);
  free(v->target);
  free(v->body);
  free(v);
  atomic_fetch_sub(&s->visits, 1);
}

void visit_finished(void *waiter, reply *r) {
  visit *v = waiter;
  v->ready = r;
  v->answered = true;
  MHD_resume_connection(v->connection);
}

/* --- sending --- */

isnad_slice visit_header(const visit *v, const char *name) {
  return isnad_slice_of(MHD_lookup_connection_value(v->connection, MHD_HEADER_KIND, name));
}

static bool contains(isnad_slice text, const char *word) {
  size_t length = strlen(word);
  for (size_t i = 0; i + length <= text.length; i++)
    if (memcmp(text.bytes + i, word, length) == 0) return true;
  return false;
}

/* Tags are compared weakly: the same representation may go out packed or not. */
static bool has_it(const visit *v, const reply *r) {
  isnad_slice known = visit_header(v, "If-None-Match");
  if (r->etag[0] == '\0' || known.length == 0) return false;
  return isnad_slice_is(known, "*") || contains(known, r->etag + 2);
}

static bool takes_gzip(const visit *v) {
  isnad_slice codings = visit_header(v, "Accept-Encoding");
  return contains(codings, "gzip") && !contains(codings, "gzip;q=0");
}

static enum MHD_Result send_reply(visit *v, reply *r) {
  bool unchanged = has_it(v, r);
  v->code = unchanged ? 304 : r->code;
  if (v->p != NULL) peers_allow(&v->s->peers, v->p, SEND_SECONDS);
  return MHD_queue_response(v->connection, v->code, unchanged ? r->unchanged : reply_for(r, takes_gzip(v)));
}

static enum MHD_Result send_parts(visit *v, const reply_parts *parts) {
  reply *r = reply_new(parts);
  if (r == NULL) return MHD_NO;
  enum MHD_Result sent = send_reply(v, r);
  reply_drop(v->s->cache, r);
  return sent;
}

/* The format that the client wants errors in. */
static format error_format(const visit *v) {
  format f = request_negotiate(visit_header(v, "Accept"), 1u << FORMAT_JSON | 1u << FORMAT_HTML);
  return f == FORMAT_COUNT ? FORMAT_JSON : f;
}

enum MHD_Result visit_problem(visit *v, unsigned code, const char *detail) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, SMALL_ARENA) != ISNAD_OK) return MHD_NO;
  exchange x = {.arena = arena, .wanted = error_format(v), .facts = &v->s->facts};
  x.out = buf_new(arena, 1024);
  reply_problem(&x, code, detail);
  reply *r = reply_of(&x, false, v->s->options.origin);
  isnad_arena_free(arena);
  if (r == NULL) return MHD_NO;
  enum MHD_Result sent = send_reply(v, r);
  reply_drop(v->s->cache, r);
  return sent;
}

/* --- what needs no store --- */

static bool is_path(const request *ask, const char *first) { return ask->part_count == 1 && isnad_slice_is(ask->parts[0], first); }

static enum MHD_Result send_written(visit *v, const char *type, void (*write)(buf *out, isnad_server *s)) {
  isnad_arena *arena = NULL;
  if (isnad_arena_new(&arena, SMALL_ARENA) != ISNAD_OK) return MHD_NO;
  buf out = buf_new(arena, 4096);
  write(&out, v->s);
  enum MHD_Result sent = send_parts(v, &(reply_parts){.code = 200, .body = buf_slice(&out), .type = type, .allow_origin = v->s->options.origin});
  isnad_arena_free(arena);
  return sent;
}

static void health_write(buf *out, isnad_server *s) {
  buf_printf(out, "{\"status\":\"ok\",\"version\":\"%s\",\"seconds\":%llu}", s->facts.version, (unsigned long long)(time(NULL) - s->began));
}

static enum MHD_Result send_stream(visit *v) {
  struct MHD_Response *r = stream_new(v->s, v->connection);
  if (r == NULL) return visit_problem(v, 503, "too many listen already");
  v->code = 200;
  if (v->p != NULL) peers_allow(&v->s->peers, v->p, 0);
  enum MHD_Result sent = MHD_queue_response(v->connection, 200, r);
  MHD_destroy_response(r);
  return sent;
}

static enum MHD_Result send_asset(visit *v, const request *ask) {
  const isnad_slice *name = &ask->parts[ask->part_count - 1];
  const web_asset *a = asset_find(name->bytes, name->length);
  if (a == NULL) return visit_problem(v, 404, "nothing is at this address");
  reply_parts parts = {.code = 200, .body = {(const char *)a->bytes, a->length}, .type = a->type, .keep = true, .forever = ask->part_count == 2};
  bool stale = false;
  reply *r = cache_get(v->s->cache, ask->path, 0, &stale);
  if (r == NULL && (r = reply_new(&parts)) != NULL) cache_put(v->s->cache, ask->path, 0, r);
  if (r == NULL) return MHD_NO;
  enum MHD_Result sent = send_reply(v, r);
  reply_drop(v->s->cache, r);
  return sent;
}

/* --- dispatch --- */

/* What is asked for, in which format and language; feeds also by which name we were reached, since they give whole addresses. */
static isnad_slice key_of(char room[KEY_ROOM], format f, bool english, isnad_slice host, const char *target) {
  bool feed = f != FORMAT_JSON && f != FORMAT_HTML;
  int length =
      snprintf(room, KEY_ROOM, "%d%c%.*s%s", (int)f, english ? 'e' : 'a', feed ? (int)host.length : 0, host.bytes != NULL ? host.bytes : "", target);
  return (isnad_slice){room, length > 0 && length < KEY_ROOM ? (size_t)length : 0};
}

static enum MHD_Result wait_for(visit *v, const job_ask *ask) {
  union MHD_ConnectionInfo const *info = MHD_get_connection_info(v->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (!rate_allows(&v->s->rate, info != NULL ? info->client_addr : NULL)) {
    atomic_fetch_add(&v->s->counters.limited, 1);
    return visit_problem(v, 429, "this address asks too often");
  }
  if (v->p != NULL) peers_allow(&v->s->peers, v->p, 0);
  MHD_suspend_connection(v->connection);
  if (jobs_submit(v->s->jobs, ask, v)) return MHD_YES;
  v->answered = true; /* without a reply: it is refused when the connection goes on */
  MHD_resume_connection(v->connection);
  return MHD_YES;
}

static enum MHD_Result answer_route(visit *v, const route *r, const char *method, format wanted, bool english) {
  char room[KEY_ROOM];
  bool cached = (r->flags & ROUTE_LIVE) == 0, stale = false;
  job_ask ask = {.r = r, .method = isnad_slice_of(method), .target = isnad_slice_of(v->target), .wanted = wanted, .english = english};
  ask.host = visit_header(v, "Host");
  if (ask.host.length > HOST_MOST) ask.host.length = 0;
  if (cached) ask.key = key_of(room, wanted, english, ask.host, v->target);
  reply *kept = cached ? cache_get(v->s->cache, ask.key, atomic_load(&v->s->generation), &stale) : NULL;
  if (kept != NULL && (!stale || (r->flags & ROUTE_HEAVY) != 0)) {
    if (stale) jobs_submit(v->s->jobs, &ask, NULL);
    enum MHD_Result sent = send_reply(v, kept);
    reply_drop(v->s->cache, kept);
    return sent;
  }
  reply_drop(v->s->cache, kept);
  if (!cached) {
    ask.body = (isnad_slice){v->body, v->body_length};
    ask.body_type = visit_header(v, "Content-Type");
  }
  return wait_for(v, &ask);
}

static enum MHD_Result answer_asked(visit *v, const char *method, const request *ask) {
  unsigned code = 0;
  isnad_slice args[2];
  bool get = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
  if (get && is_path(ask, "health")) return send_written(v, "application/json", health_write);
  if (get && is_path(ask, "metrics")) return send_written(v, "text/plain; version=0.0.4; charset=utf-8", metrics_write);
  if (get && is_path(ask, "events")) return send_stream(v);
  if (get && is_path(ask, "openapi.json")) return send_asset(v, ask);
  if (get && ask->part_count == 2 && isnad_slice_is(ask->parts[0], "assets")) return send_asset(v, ask);
  const route *r = route_find(method, ask, args, &code);
  if (r == NULL) return visit_problem(v, code, code == 405 ? "this address does not take that method" : "nothing is at this address");
  unsigned offered = route_formats(r);
  isnad_slice named = request_field(ask, "format");
  format wanted = named.length > 0 ? format_named(named) : request_negotiate(visit_header(v, "Accept"), offered);
  if (wanted == FORMAT_COUNT || (offered & 1u << wanted) == 0) return visit_problem(v, 406, "this address has no such format");
  return answer_route(v, r, method, wanted, isnad_slice_is(request_field(ask, "lang"), "en"));
}

static enum MHD_Result dispatch(visit *v, const char *method) {
  isnad_arena *arena = NULL;
  request ask;
  if (v->target == NULL || isnad_arena_new(&arena, SMALL_ARENA) != ISNAD_OK) return MHD_NO;
  const char *wrong = request_read(&ask, arena, isnad_slice_of(v->target));
  enum MHD_Result sent = wrong != NULL ? visit_problem(v, 400, wrong) : answer_asked(v, method, &ask);
  isnad_arena_free(arena);
  return sent;
}

enum MHD_Result visit_answer(void *server, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                             const char *upload, size_t *upload_size, void **context) {
  isnad_server *s = server;
  visit *v = *context;
  enum MHD_Result sent = MHD_NO;
  (void)connection;
  (void)url;
  (void)version;
  if (v == NULL) return MHD_NO;
  if (!v->begun) {
    v->begun = true;
    if (visit_refused(v, method, &sent)) return sent;
    if (v->p != NULL) peers_allow(&s->peers, v->p, BODY_SECONDS);
    if (strcmp(method, "POST") == 0) return MHD_YES;
  }
  if (*upload_size > 0) {
    visit_take_body(v, upload, *upload_size);
    *upload_size = 0;
    return MHD_YES;
  }
  if (v->too_large) return visit_problem(v, 413, "the body is too large");
  if (v->answered && v->ready == NULL) return visit_problem(v, 503, "the server is busy");
  return v->answered ? send_reply(v, v->ready) : dispatch(v, method);
}
