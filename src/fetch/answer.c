/* What an answer means: for the page, and for when to ask again. */
#include "fetch/inside.h"

#include "base/ascii.h"
#include "capture/http_message.h"
#include "capture/warc_pages.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct judging {
  fetch_slot *slot;
  isnad_fetched *out;
  http_message message;
  CURLcode code;
} judging;

static void say(judging *j, isnad_fetch_outcome outcome, const char *format, ...) ISNAD_PRINTF(3, 4);

static void say(judging *j, isnad_fetch_outcome outcome, const char *format, ...) {
  char text[FETCH_MESSAGE_ROOM];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  j->out->outcome = outcome;
  j->out->message = isnad_arena_copy(j->slot->arena, isnad_slice_of(text));
}

/* --- what the head says --- */

static isnad_slice field(const judging *j, const char *name) { return http_field(&j->message, name); }

/* The number behind a word of Cache-Control ("max-age="). */
static double cache_seconds(isnad_slice value) {
  static const char word[] = "max-age=";
  size_t length = sizeof word - 1;
  for (size_t i = 0; i + length < value.length; i++) {
    if (strncasecmp(value.bytes + i, word, length) != 0) continue;
    double seconds = 0;
    for (i += length; i < value.length && value.bytes[i] >= '0' && value.bytes[i] <= '9' && seconds < 1e8; i++)
      seconds = seconds * 10 + (value.bytes[i] - '0');
    return seconds;
  }
  return 0;
}

/* RFC 9110, 10.2.3: seconds, or a date. */
static double retry_seconds(const judging *j) {
  isnad_slice value = field(j, "Retry-After");
  char text[64];
  if (value.length == 0 || value.length >= sizeof text) return 0;
  memcpy(text, value.bytes, value.length);
  text[value.length] = '\0';
  char *end = NULL;
  double seconds = strtod(text, &end);
  if (end != text && *end == '\0') return seconds > 0 && seconds < 1e8 ? seconds : 0;
  time_t when = curl_getdate(text, NULL);
  double wait = when > 0 ? (double)when - fetch_wall(j->slot->fetcher) : 0;
  return wait > 0 ? wait : 0;
}

static void take_head(judging *j) {
  isnad_fetched *out = j->out;
  out->status = j->message.status;
  out->content_type = field(j, "Content-Type");
  out->etag = field(j, "ETag");
  out->last_modified = field(j, "Last-Modified");
  out->max_age = cache_seconds(field(j, "Cache-Control"));
}

/* --- what the body is --- */

static bool ends_in(isnad_slice text, const char *end) {
  size_t length = strlen(end);
  if (text.length < length) return false;
  for (size_t i = 0; i < length; i++)
    if (ascii_lower(text.bytes[text.length - length + i]) != end[i]) return false;
  return true;
}

static bool is_closed(isnad_slice text) {
  static const char *const ends[] = {"</html>", "</rss>", "</feed>", "</rdf:rdf>", "</urlset>", "</sitemapindex>", "</opml>"};
  while (text.length > 0 && (unsigned char)text.bytes[text.length - 1] <= ' ') text.length--;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (ends_in(text, ends[i])) return true;
  return false;
}

/* A length that is wrong makes a whole body look cut: it is whole all the same when its packing comes to its end, or its document is closed. */
static bool is_whole(const judging *j, isnad_slice body, bool cut) { return !cut && (field(j, "Content-Encoding").length > 0 || is_closed(body)); }

/* libcurl counts the length for us, but shows what came behind it too. */
static void cut_excess(judging *j) {
  isnad_slice length = field(j, "Content-Length");
  unsigned long long n = 0;
  if (field(j, "Transfer-Encoding").length > 0 || length.length == 0) return;
  for (size_t i = 0; i < length.length; i++) {
    if (length.bytes[i] < '0' || length.bytes[i] > '9' || n > SIZE_MAX / 16) return;
    n = n * 10 + (unsigned long long)(length.bytes[i] - '0');
  }
  if (j->message.body.length <= n) return;
  j->out->response.length -= j->message.body.length - (size_t)n;
  j->message.body.length = (size_t)n;
}

/* Of a robots.txt the first 500 KiB count, whatever follows. */
static bool is_long_robots(const judging *j) { return j->slot->job->robots_of != NULL && j->slot->too_large && j->message.status == 200; }

static fetch_verdict again(judging *j, double wait) {
  const isnad_fetcher *f = j->slot->fetcher;
  double backoff = fetch_backoff(f, j->slot->job->host->failures + 1);
  j->out->retry_after = wait > backoff ? wait : backoff;
  return FETCH_AGAIN;
}

static fetch_verdict cut_short(judging *j) {
  say(j, ISNAD_FETCH_FAILED, "the answer ends too early");
  return again(j, 0);
}

static fetch_verdict take_body(judging *j) {
  bool cut = false, page = j->slot->job->request.kind == ISNAD_FETCH_A_PAGE && j->slot->job->robots_of == NULL;
  isnad_err why = {0};
  cut_excess(j);
  isnad_status status = http_body(&j->out->body, &cut, j->slot->arena, &j->message, j->slot->largest, &why);
  if (status == ISNAD_LIMIT) say(j, ISNAD_FETCH_REFUSED, "it unpacks to more than %zu bytes", j->slot->largest);
  if (status == ISNAD_BAD_INPUT) say(j, ISNAD_FETCH_REFUSED, "%s", why.message);
  if (status == ISNAD_NO_MEMORY) say(j, ISNAD_FETCH_FAILED, "out of memory");
  if (status != ISNAD_OK) return FETCH_DONE;
  if (j->code != CURLE_OK && !is_whole(j, j->out->body, cut) && !is_long_robots(j)) return cut_short(j);
  if (cut && !is_long_robots(j)) return cut_short(j);
  j->out->outcome = ISNAD_FETCH_GOT;
  if (page && !warc_is_page_type(j->out->content_type))
    say(j, ISNAD_FETCH_REFUSED, "it is no page: %.*s", (int)j->out->content_type.length, j->out->content_type.bytes);
  if (page && j->out->outcome == ISNAD_FETCH_GOT && j->out->body.length == 0) say(j, ISNAD_FETCH_REFUSED, "there is nothing on the page");
  return FETCH_DONE;
}

/* --- what the status says --- */

static bool is_redirect(unsigned status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

static bool is_trouble(unsigned status) {
  return status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501 && status != 505);
}

static fetch_verdict redirect(judging *j, isnad_slice *location) {
  char *to = NULL;
  const fetch_job *job = j->slot->job;
  unsigned most = job->robots_of != NULL ? 5 : j->slot->fetcher->options.redirects;
  curl_easy_getinfo(j->slot->easy, CURLINFO_REDIRECT_URL, &to);
  if (to == NULL || job->request.kind == ISNAD_FETCH_A_POST) {
    say(j, ISNAD_FETCH_MISSING, "status %u, which leads nowhere", j->message.status);
    return FETCH_DONE;
  }
  if (job->hops >= most) {
    say(j, ISNAD_FETCH_REFUSED, "more than %u redirects", most);
    return FETCH_DONE;
  }
  *location = isnad_arena_copy(j->slot->arena, isnad_slice_of(to));
  return FETCH_REDIRECT;
}

static fetch_verdict by_status(judging *j, isnad_slice *location) {
  unsigned status = j->message.status;
  const isnad_fetch_request *r = &j->slot->job->request;
  if (is_redirect(status)) return redirect(j, location);
  if (r->kind == ISNAD_FETCH_A_POST && status >= 200 && status < 300) {
    j->out->outcome = ISNAD_FETCH_GOT;
    return FETCH_DONE;
  }
  if (status == 200 || status == 203) return take_body(j);
  if (status == 304 && (r->etag.length > 0 || r->last_modified.length > 0)) {
    j->out->outcome = ISNAD_FETCH_UNCHANGED;
    return FETCH_DONE;
  }
  if (is_trouble(status)) {
    say(j, ISNAD_FETCH_FAILED, "status %u", status);
    return again(j, retry_seconds(j));
  }
  say(j, ISNAD_FETCH_MISSING, "status %u", status);
  return FETCH_DONE;
}

/* --- when there is no answer --- */

static bool is_certificate(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR;
}

static fetch_verdict no_answer(judging *j) {
  fetch_slot *slot = j->slot;
  const char *why = slot->error[0] != '\0' ? slot->error : curl_easy_strerror(j->code);
  if (slot->private_address) {
    say(j, ISNAD_FETCH_REFUSED, "its address %s is not of the public internet", slot->private_text);
    return FETCH_DONE;
  }
  if (slot->too_large || j->code == CURLE_FILESIZE_EXCEEDED) {
    say(j, ISNAD_FETCH_REFUSED, "it is larger than %zu bytes", slot->largest);
    return FETCH_DONE;
  }
  say(j, ISNAD_FETCH_FAILED, "%s", why);
  again(j, 0);
  return is_certificate(j->code) ? FETCH_DONE : FETCH_AGAIN; /* it will be as bad in a moment */
}

static void take_message(judging *j) {
  fetch_slot *slot = j->slot;
  buf whole = buf_new(slot->arena, slot->head.length + slot->body.length + 1);
  buf_add_slice(&whole, buf_slice(&slot->head));
  buf_add_slice(&whole, buf_slice(&slot->body));
  if (whole.failed || !slot->head_done || http_message_read(&j->message, buf_slice(&whole), NULL) != ISNAD_OK) return;
  j->out->response = buf_slice(&whole);
  take_head(j);
}

fetch_verdict fetch_answer_judge(isnad_fetched *out, isnad_slice *location, fetch_slot *slot, CURLcode code) {
  judging j = {.slot = slot, .out = out, .code = code};
  char *address = NULL;
  take_message(&j);
  curl_easy_getinfo(slot->easy, CURLINFO_PRIMARY_IP, &address);
  out->address = isnad_arena_copy(slot->arena, isnad_slice_of(address));
  if (slot->body.failed) {
    say(&j, ISNAD_FETCH_FAILED, "out of memory");
    return FETCH_DONE;
  }
  bool usable = out->response.length > 0 && j.message.status == 200 && (!slot->too_large || is_long_robots(&j)) && code != CURLE_FILESIZE_EXCEEDED;
  if (code == CURLE_OK && out->response.length > 0) return by_status(&j, location);
  return usable ? take_body(&j) : no_answer(&j);
}
