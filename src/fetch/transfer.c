/* One request and its answer through libcurl, kept as they stood on the wire. */
#include "fetch/inside.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

enum { MOST_HEAD = 256 * 1024, MOST_KEPT = 1024 * 1024, SLOWEST = 50 /* bytes a second */, SLOW_SECONDS = 30 };

#ifdef HAVE_BROTLI
static const char packings[] = "Accept-Encoding: gzip, deflate, br, zstd";
#else
static const char packings[] = "Accept-Encoding: gzip, deflate, zstd";
#endif

static const isnad_span nowhere = {0, 0};

/* --- what libcurl calls --- */

static void tell_address(char out[64], const struct sockaddr *address) {
  struct sockaddr_in in;
  struct sockaddr_in6 in6;
  memcpy(&in, address, sizeof in);
  if (address->sa_family == AF_INET) inet_ntop(AF_INET, &in.sin_addr, out, 64);
  if (address->sa_family != AF_INET6) return;
  memcpy(&in6, address, sizeof in6);
  inet_ntop(AF_INET6, &in6.sin6_addr, out, 64);
}

/* The address is what the name was resolved to for this very connection. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  fetch_slot *slot = context;
  bool judged = slot->proxy == NULL && !slot->fetcher->options.allow_private;
  if (purpose == CURLSOCKTYPE_IPCXN && judged && !fetch_address_is_public(&address->addr)) {
    slot->private_address = true;
    tell_address(slot->private_text, &address->addr);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype, address->protocol);
}

/* "HTTP/2 200" would stop readers of archives that know HTTP/1 only. */
static void add_first_line(buf *out, isnad_slice line) {
  bool two = isnad_slice_starts(line, isnad_slice_of("HTTP/2 ")) || isnad_slice_starts(line, isnad_slice_of("HTTP/3 "));
  buf_add_text(out, two ? "HTTP/1.1 " : "");
  buf_add_slice(out, two ? (isnad_slice){line.bytes + 7, line.length - 7} : line);
}

static void add_request(buf *out, isnad_slice text) {
  static const char version[] = " HTTP/2\r\n";
  const char *end = memchr(text.bytes, '\n', text.length);
  size_t line = end != NULL ? (size_t)(end - text.bytes) + 1 : 0, tail = sizeof version - 1;
  bool first = isnad_slice_starts(text, isnad_slice_of("GET ")) || isnad_slice_starts(text, isnad_slice_of("POST "));
  if (first) out->length = 0; /* libcurl tries again by itself when a kept connection turns out to be closed */
  if (first && line > tail && memcmp(text.bytes + line - tail, version, tail) == 0) {
    buf_add(out, text.bytes, line - tail);
    buf_add_text(out, " HTTP/1.1\r\n");
    text = (isnad_slice){text.bytes + line, text.length - line};
  }
  buf_add_slice(out, text);
}

/* The body comes here as it was sent, before chunks are joined. */
static int trace(CURL *easy, curl_infotype type, char *bytes, size_t length, void *context) {
  fetch_slot *slot = context;
  (void)easy;
  if (type == CURLINFO_HEADER_OUT && length > 0) add_request(&slot->sent, (isnad_slice){bytes, length});
  if (type != CURLINFO_DATA_IN || !slot->head_done) return 0;
  if (slot->body.length + length > slot->largest + slot->largest / 8 + 1024) slot->too_large = true; /* chunks have sizes beside their bytes */
  if (!slot->too_large) buf_add(&slot->body, bytes, length);
  return 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const fetch_slot *slot = context;
  (void)bytes;
  return slot->too_large || slot->body.failed ? 0 : size * count;
}

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
  fetch_slot *slot = context;
  isnad_slice line = {bytes, size * count};
  if (slot->head_done && slot->body.length > 0) return line.length; /* trailers: what counts was said before */
  if (isnad_slice_starts(line, isnad_slice_of("HTTP/"))) {
    slot->head.length = slot->body.length = 0; /* the one before was 100 or 103 */
    slot->head_done = false;
    add_first_line(&slot->head, line);
  } else if (!slot->head_done) {
    buf_add_slice(&slot->head, line);
  }
  slot->head_done = slot->head_done || line.length == 0 || line.bytes[0] == '\r' || line.bytes[0] == '\n';
  if (slot->head.length > MOST_HEAD) slot->too_large = true;
  return slot->too_large || slot->head.failed ? 0 : line.length;
}

/* --- asking --- */

static void add_field(fetch_slot *slot, const char *field) {
  struct curl_slist *more = curl_slist_append(slot->fields, field);
  if (more != NULL) slot->fields = more;
}

/* A value that an answer brought may not bring lines of its own. */
static void add_value(fetch_slot *slot, const char *name, isnad_slice value) {
  if (value.length == 0 || memchr(value.bytes, '\n', value.length) != NULL || memchr(value.bytes, '\r', value.length) != NULL) return;
  isnad_slice field = isnad_arena_printf(slot->arena, "%s: %.*s", name, (int)value.length, value.bytes);
  if (field.bytes != NULL) add_field(slot, field.bytes);
}

static void set_fields(fetch_slot *slot, const fetch_job *job) {
  static const char *const wanted[] = {
      [ISNAD_FETCH_A_PAGE] = "Accept: text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
      [ISNAD_FETCH_A_FEED] = "Accept: application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
      [ISNAD_FETCH_A_POST] = "Accept: */*",
  };
  const isnad_fetch_request *r = &job->request;
  add_field(slot, job->robots_of != NULL ? "Accept: text/plain,*/*;q=0.5" : wanted[r->kind]);
  add_field(slot, "Accept-Language: ar,*;q=0.5");
  add_field(slot, packings);
  if (r->kind == ISNAD_FETCH_A_POST) {
    add_value(slot, "Content-Type", r->body_type);
    add_field(slot, "Expect:");
    return;
  }
  add_value(slot, "If-None-Match", r->etag);
  add_value(slot, "If-Modified-Since", r->last_modified);
}

static void set_callbacks(fetch_slot *slot) {
  CURL *easy = slot->easy;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, slot);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, slot);
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, trace);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, slot);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, slot);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_head);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, slot);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, slot->error);
}

static long milliseconds(double seconds) { return seconds < 1e6 ? (long)(seconds * 1000) : 1000000000L; }

static void set_limits(fetch_slot *slot) {
  CURL *easy = slot->easy;
  const isnad_fetch_options *o = &slot->fetcher->options;
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(o->connect_seconds));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(o->transfer_seconds));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)SLOWEST);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)slot->largest);
}

static void set_way(fetch_slot *slot) {
  CURL *easy = slot->easy;
  const isnad_fetch_options *o = &slot->fetcher->options;
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, slot->fetcher->agent);
  curl_easy_setopt(easy, CURLOPT_PROXY, slot->proxy != NULL ? slot->proxy : "");
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
  curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (o->ca_file != NULL) curl_easy_setopt(easy, CURLOPT_CAINFO, o->ca_file);
}

static size_t largest_of(const fetch_slot *slot, const fetch_job *job) {
  size_t most = slot->fetcher->options.largest;
  return job->robots_of != NULL && most > ROBOTS_MOST + 1 ? ROBOTS_MOST + 1 : most;
}

isnad_status fetch_slot_start(fetch_slot *slot, fetch_job *job, isnad_err *err) {
  isnad_slice url = isnad_arena_printf(slot->arena, "%.*s", (int)slot->target.url.length, slot->target.url.bytes);
  slot->sent = buf_new(slot->arena, 1024);
  slot->head = buf_new(slot->arena, 4096);
  slot->body = buf_new(slot->arena, 0);
  slot->largest = largest_of(slot, job);
  slot->proxy = fetch_proxy_of(slot->fetcher, &slot->target);
  slot->head_done = slot->too_large = slot->private_address = false;
  slot->error[0] = '\0';
  if (url.bytes == NULL || slot->head.failed) return isnad_arena_fail(err, slot->arena, "fetch");
  set_callbacks(slot);
  set_limits(slot);
  set_way(slot);
  set_fields(slot, job);
  curl_easy_setopt(slot->easy, CURLOPT_HTTPHEADER, slot->fields);
  curl_easy_setopt(slot->easy, CURLOPT_URL, url.bytes);
  if (job->request.kind == ISNAD_FETCH_A_POST && job->robots_of == NULL) {
    curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)job->request.body.length);
    curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDS, job->request.body.bytes);
  }
  if (curl_multi_add_handle(slot->fetcher->multi, slot->easy) != CURLM_OK)
    return isnad_err_set(err, ISNAD_NO_MEMORY, "fetch", nowhere, "out of memory");
  slot->job = job;
  return ISNAD_OK;
}

void fetch_slot_release(fetch_slot *slot) {
  isnad_arena *fresh = NULL;
  if (slot->job != NULL) curl_multi_remove_handle(slot->fetcher->multi, slot->easy);
  curl_easy_reset(slot->easy);
  curl_slist_free_all(slot->fields);
  slot->fields = NULL;
  slot->job = NULL;
  if (isnad_arena_used(slot->arena) > MOST_KEPT && isnad_arena_new(&fresh, 0) == ISNAD_OK) {
    isnad_arena_free(slot->arena); /* one huge page would stay with every slot */
    slot->arena = fresh;
  }
  isnad_arena_reset(slot->arena);
}
