/* From what people and pages write to what is asked for. */
#include "fetch/target.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "capture/url.h"
#include "isnad/fetch.h"

#include <arpa/inet.h>
#include <string.h>

enum { LONGEST_URL = 8192 };

static const isnad_span nowhere = {0, 0};

static isnad_status refuse(isnad_err *err, const char *why) { return isnad_err_set(err, ISNAD_BAD_INPUT, "fetch", nowhere, "%s", why); }

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c; }

static bool is_hex(char c) { return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'F'); }

/* As browsers do: blanks and controls around it mean nothing, nor do line ends and tabs inside. */
static isnad_slice tidy(isnad_arena *arena, isnad_slice url) {
  buf out = buf_new(arena, url.length + 1);
  while (url.length > 0 && (unsigned char)url.bytes[0] <= ' ') url = ascii_behind(url, 1);
  while (url.length > 0 && (unsigned char)url.bytes[url.length - 1] <= ' ') url.length--;
  for (size_t i = 0; i < url.length; i++)
    if (url.bytes[i] != '\t' && url.bytes[i] != '\n' && url.bytes[i] != '\r') buf_add_char(&out, url.bytes[i]);
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

static bool is_address6(isnad_slice host) {
  char text[64];
  struct in6_addr address;
  if (host.length < 4 || host.length - 2 >= sizeof text || host.bytes[host.length - 1] != ']') return false;
  memcpy(text, host.bytes + 1, host.length - 2);
  text[host.length - 2] = '\0';
  return inet_pton(AF_INET6, text, &address) == 1;
}

/* "host", "host:80"; the port is checked, and written without leading zeros. */
static isnad_status add_authority(buf *out, isnad_arena *arena, isnad_slice authority, isnad_err *err) {
  size_t end = authority.length > 0 && authority.bytes[0] == '[' ? ascii_find(authority, "]") + 1 : ascii_find(authority, ":");
  if (end > authority.length) return refuse(err, "its host is no host name");
  isnad_slice host = {authority.bytes, end}, port = ascii_behind(authority, end);
  unsigned number = 0;
  if (port.length > 0 && port.bytes[0] != ':') return refuse(err, "its host is no host name");
  for (size_t i = 1; i < port.length; i++) {
    if (port.bytes[i] < '0' || port.bytes[i] > '9' || number > 65535) return refuse(err, "its port is no number");
    number = number * 10 + (unsigned)(port.bytes[i] - '0');
  }
  if (number > 65535 || (port.length > 1 && number == 0)) return refuse(err, "its port is no number");
  if (host.length > 0 && host.bytes[0] == '[' && is_address6(host))
    for (size_t i = 0; i < host.length; i++) buf_add_char(out, ascii_lower(host.bytes[i]));
  else {
    isnad_slice ascii = fetch_host_ascii(arena, host);
    if (ascii.length == 0) return isnad_arena_status(arena) == ISNAD_OK ? refuse(err, "its host is no host name") : isnad_arena_status(arena);
    buf_add_slice(out, ascii);
  }
  if (number > 0) buf_printf(out, ":%u", number);
  return ISNAD_OK;
}

/* RFC 3986, 2: what may not stand in a url as it is. A lone percent sign stays, as servers take it. */
static void add_encoded(buf *out, isnad_slice s) {
  static const char hex[] = "0123456789ABCDEF";
  for (size_t i = 0; i < s.length; i++) {
    unsigned char c = (unsigned char)s.bytes[i];
    bool plain = c > ' ' && c < 0x7F && strchr("\"<>\\^`{|}", c) == NULL;
    if (c == '%' && i + 2 < s.length && is_hex(s.bytes[i + 1]) && is_hex(s.bytes[i + 2])) { /* RFC 3986, 6.2.2.1 */
      buf_add_char(out, '%');
      buf_add_char(out, upper(s.bytes[i + 1]));
      buf_add_char(out, upper(s.bytes[i + 2]));
      i += 2;
      continue;
    }
    if (plain) buf_add_char(out, (char)c);
    if (plain) continue;
    buf_add_char(out, '%');
    buf_add_char(out, hex[c >> 4]);
    buf_add_char(out, hex[c & 15]);
  }
}

/* The length of a segment "." or ".." in any spelling, 0 when it is none. */
static size_t dots_of(isnad_slice segment) {
  size_t dots = 0;
  while (segment.length > 0) {
    size_t step = segment.bytes[0] == '.' ? 1 : ascii_begins(segment, "%2e") ? 3 : 0;
    if (step == 0 || ++dots > 2) return 0;
    segment = ascii_behind(segment, step);
  }
  return dots;
}

/* RFC 3986, 5.2.4: a path that goes up and down is another's in disguise, and rules for paths would not see it. `path` begins with a slash. */
static void add_path(buf *out, isnad_slice path) {
  size_t root = out->length;
  while (path.length > 0) {
    size_t length = 1 + ascii_find(ascii_behind(path, 1), "/\\");
    isnad_slice segment = {path.bytes + 1, length - 1};
    size_t dots = dots_of(segment);
    path = ascii_behind(path, length);
    for (size_t up = dots == 2 ? out->length : root; up > root; up = out->length)
      if (out->bytes[--out->length] == '/') break;
    if (dots == 0 || path.length == 0) buf_add_char(out, '/');
    if (dots == 0) add_encoded(out, segment);
  }
}

static isnad_status write_url(buf *out, isnad_arena *arena, isnad_slice url, isnad_err *err) {
  bool secure = ascii_begins(url, "https:"), web = secure || ascii_begins(url, "http:");
  if (!web) return refuse(err, "it is no http or https address");
  buf_add_text(out, secure ? "https://" : "http://");
  isnad_slice rest = ascii_behind(url, secure ? 6 : 5);
  if (!isnad_slice_starts(rest, isnad_slice_of("//"))) return refuse(err, "its host is missing");
  rest = ascii_behind(rest, 2);
  size_t length = ascii_find(rest, "/?#\\");
  isnad_slice authority = {rest.bytes, length};
  if (ascii_find(authority, "@") < length) return refuse(err, "names and passwords in an address are not sent");
  isnad_status status = add_authority(out, arena, authority, err);
  rest = ascii_behind(rest, length);
  isnad_slice path = {rest.bytes, ascii_find(rest, "?#")}; /* a backslash is the slash that it was meant to be, as in browsers */
  if (path.length == 0) buf_add_char(out, '/');
  add_path(out, path);
  add_encoded(out, ascii_behind(rest, path.length));
  return status;
}

/* The url is ours now: "scheme://host:port/path". */
static void take_parts(fetch_target *out, isnad_slice url) {
  size_t host = ascii_begins(url, "https") ? 8 : 7;
  size_t end = host + ascii_find(ascii_behind(url, host), "/?#");
  size_t bracket = host + ascii_find((isnad_slice){url.bytes + host, end - host}, "]");
  size_t colon = bracket < end ? bracket + 1 : host + ascii_find((isnad_slice){url.bytes + host, end - host}, ":");
  isnad_slice rest = ascii_behind(url, end);
  *out =
      (fetch_target){.url = url, .origin = {url.bytes, end}, .host = {url.bytes + host, colon - host}, .path = {rest.bytes, ascii_find(rest, "#")}};
}

isnad_status fetch_target_read(fetch_target *out, isnad_arena *arena, isnad_slice url, isnad_err *err) {
  if (url.length > LONGEST_URL) return refuse(err, "the address is longer than 8,192 bytes");
  isnad_slice bare = tidy(arena, url);
  buf whole = buf_new(arena, bare.length + 32);
  isnad_status status = write_url(&whole, arena, bare, err);
  if (status == ISNAD_NO_MEMORY || status == ISNAD_LIMIT) return isnad_arena_fail(err, arena, "fetch");
  if (status != ISNAD_OK) return status;
  isnad_slice clean = url_clean(arena, buf_slice(&whole));
  if (whole.failed || clean.length == 0) return isnad_arena_fail(err, arena, "fetch");
  take_parts(out, clean);
  return ISNAD_OK;
}

isnad_status isnad_fetch_url(isnad_slice *out, isnad_arena *arena, isnad_slice url, isnad_err *err) {
  fetch_target target;
  isnad_status status = fetch_target_read(&target, arena, url, err);
  *out = status == ISNAD_OK ? target.url : (isnad_slice){NULL, 0};
  return status;
}

isnad_slice isnad_fetch_host(isnad_slice url) {
  fetch_target target;
  take_parts(&target, url);
  return target.host;
}

isnad_slice isnad_fetch_key(isnad_arena *arena, isnad_slice url) { return url_key(arena, url); }
