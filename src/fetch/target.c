/* From what people and pages write to what is asked for. */
#include "fetch/target.h"

#include "base/buf.h"
#include "capture/url.h"
#include "isnad/fetch.h"

#include <arpa/inet.h>
#include <string.h>

enum { LONGEST_URL = 8192 };

static const isnad_span nowhere = {0, 0};

static isnad_status refuse(isnad_err *err, const char *why) { return isnad_err_set(err, ISNAD_BAD_INPUT, "fetch", nowhere, "%s", why); }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c; }

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c; }

static bool is_hex(char c) { return (c >= '0' && c <= '9') || (upper(c) >= 'A' && upper(c) <= 'F'); }

static bool begins(isnad_slice s, const char *word) {
  size_t at = 0;
  while (word[at] != '\0' && at < s.length && lower(s.bytes[at]) == word[at]) at++;
  return word[at] == '\0';
}

static isnad_slice behind(isnad_slice s, size_t length) { return (isnad_slice){s.bytes + length, s.length - length}; }

static size_t find(isnad_slice s, const char *any) {
  size_t at = 0;
  while (at < s.length && (s.bytes[at] == '\0' || strchr(any, s.bytes[at]) == NULL)) at++;
  return at;
}

/* As browsers do: blanks and controls around it mean nothing, nor do line ends and tabs inside. */
static isnad_slice tidy(isnad_arena *arena, isnad_slice url) {
  buf out = buf_new(arena, url.length + 1);
  while (url.length > 0 && (unsigned char)url.bytes[0] <= ' ') url = behind(url, 1);
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
  size_t end = authority.length > 0 && authority.bytes[0] == '[' ? find(authority, "]") + 1 : find(authority, ":");
  if (end > authority.length) return refuse(err, "its host is no host name");
  isnad_slice host = {authority.bytes, end}, port = behind(authority, end);
  unsigned number = 0;
  if (port.length > 0 && port.bytes[0] != ':') return refuse(err, "its host is no host name");
  for (size_t i = 1; i < port.length; i++) {
    if (port.bytes[i] < '0' || port.bytes[i] > '9' || number > 65535) return refuse(err, "its port is no number");
    number = number * 10 + (unsigned)(port.bytes[i] - '0');
  }
  if (number > 65535 || (port.length > 1 && number == 0)) return refuse(err, "its port is no number");
  if (host.length > 0 && host.bytes[0] == '[' && is_address6(host))
    for (size_t i = 0; i < host.length; i++) buf_add_char(out, lower(host.bytes[i]));
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
    size_t step = segment.bytes[0] == '.' ? 1 : begins(segment, "%2e") ? 3 : 0;
    if (step == 0 || ++dots > 2) return 0;
    segment = behind(segment, step);
  }
  return dots;
}

/* RFC 3986, 5.2.4: a path that goes up and down is another's in disguise, and rules for paths would not see it. `path` begins with a slash. */
static void add_path(buf *out, isnad_slice path) {
  size_t root = out->length;
  while (path.length > 0) {
    size_t length = 1 + find(behind(path, 1), "/\\");
    isnad_slice segment = {path.bytes + 1, length - 1};
    size_t dots = dots_of(segment);
    path = behind(path, length);
    for (size_t up = dots == 2 ? out->length : root; up > root; up = out->length)
      if (out->bytes[--out->length] == '/') break;
    if (dots == 0 || path.length == 0) buf_add_char(out, '/');
    if (dots == 0) add_encoded(out, segment);
  }
}

static isnad_status write_url(buf *out, isnad_arena *arena, isnad_slice url, isnad_err *err) {
  bool secure = begins(url, "https:"), web = secure || begins(url, "http:");
  if (!web) return refuse(err, "it is no http or https address");
  buf_add_text(out, secure ? "https://" : "http://");
  isnad_slice rest = behind(url, secure ? 6 : 5);
  if (!isnad_slice_starts(rest, isnad_slice_of("//"))) return refuse(err, "its host is missing");
  rest = behind(rest, 2);
  size_t length = find(rest, "/?#\\");
  isnad_slice authority = {rest.bytes, length};
  if (find(authority, "@") < length) return refuse(err, "names and passwords in an address are not sent");
  isnad_status status = add_authority(out, arena, authority, err);
  rest = behind(rest, length);
  isnad_slice path = {rest.bytes, find(rest, "?#")}; /* a backslash is the slash that it was meant to be, as in browsers */
  if (path.length == 0) buf_add_char(out, '/');
  add_path(out, path);
  add_encoded(out, behind(rest, path.length));
  return status;
}

/* The url is ours now: "scheme://host:port/path". */
static void take_parts(fetch_target *out, isnad_slice url) {
  size_t host = begins(url, "https") ? 8 : 7;
  size_t end = host + find(behind(url, host), "/?#");
  size_t bracket = host + find((isnad_slice){url.bytes + host, end - host}, "]");
  size_t colon = bracket < end ? bracket + 1 : host + find((isnad_slice){url.bytes + host, end - host}, ":");
  isnad_slice rest = behind(url, end);
  *out = (fetch_target){.url = url, .origin = {url.bytes, end}, .host = {url.bytes + host, colon - host}, .path = {rest.bytes, find(rest, "#")}};
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
