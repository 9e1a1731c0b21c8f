#include "base/ascii.h"
#include "base/buf.h"
#include "isnad/warc.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ARGUMENTS = 256 };

/* Lower case; bytes beyond ASCII and blanks as the references they stand for. */
static void add_lower(buf *out, isnad_slice s) {
  static const char hex[] = "0123456789abcdef";
  for (size_t i = 0; i < s.length; i++) {
    unsigned char c = (unsigned char)s.bytes[i];
    if (c > ' ' && c < 0x7F) {
      buf_add_char(out, ascii_lower((char)c));
      continue;
    }
    buf_add_char(out, '%');
    buf_add_char(out, hex[c >> 4]);
    buf_add_char(out, hex[c & 15]);
  }
}

/* --- the host, from the top level down --- */

/* "www.", "www2." */
static isnad_slice without_www(isnad_slice host) {
  size_t at = 3;
  if (!ascii_begins(host, "www")) return host;
  while (at < host.length && ascii_is_digit(host.bytes[at])) at++;
  return at + 1 < host.length && host.bytes[at] == '.' ? ascii_behind(host, at + 1) : host;
}

static void add_host(buf *out, isnad_slice host) {
  while (host.length > 0 && host.bytes[host.length - 1] == '.') host.length--;
  host = without_www(host);
  if (host.length > 0 && host.bytes[0] == '[') { /* an address of IPv6; those of IPv4 are turned round as names are */
    add_lower(out, host);
    return;
  }
  for (size_t end = host.length; end > 0;) {
    size_t from = end;
    while (from > 0 && host.bytes[from - 1] != '.') from--;
    if (end < host.length) buf_add_char(out, ',');
    add_lower(out, (isnad_slice){host.bytes + from, end - from});
    end = from > 0 ? from - 1 : 0;
  }
}

static void add_authority(buf *out, isnad_slice authority, const char *default_port) {
  for (size_t at = authority.length; at > 0; at--) {
    if (authority.bytes[at - 1] != '@') continue;
    authority = ascii_behind(authority, at);
    break;
  }
  size_t colon = authority.length;
  while (colon > 0 && ascii_is_digit(authority.bytes[colon - 1])) colon--;
  bool has_port = colon > 0 && authority.bytes[colon - 1] == ':';
  isnad_slice port = has_port ? ascii_behind(authority, colon) : (isnad_slice){NULL, 0};
  add_host(out, (isnad_slice){authority.bytes, has_port ? colon - 1 : authority.length});
  if (port.length == 0 || isnad_slice_is(port, default_port)) return;
  buf_add_char(out, ':');
  buf_add_slice(out, port);
}

/* --- path and query --- */

static bool is_session(isnad_slice argument) {
  return ascii_begins(argument, "jsessionid=") || ascii_begins(argument, "phpsessid=") || ascii_begins(argument, "sid=") ||
         ascii_begins(argument, "aspsessionid");
}

static void add_path(buf *out, isnad_slice path) {
  size_t parameters = ascii_find(path, ";");
  if (parameters < path.length && is_session(ascii_behind(path, parameters + 1))) path.length = parameters;
  while (path.length > 1 && path.bytes[path.length - 1] == '/') path.length--;
  if (path.length == 0) buf_add_char(out, '/');
  add_lower(out, path);
}

static int by_bytes(const void *a, const void *b) {
  const isnad_slice *x = a, *y = b;
  size_t shared = x->length < y->length ? x->length : y->length;
  for (size_t i = 0; i < shared; i++) {
    int difference = (unsigned char)ascii_lower(x->bytes[i]) - (unsigned char)ascii_lower(y->bytes[i]);
    if (difference != 0) return difference;
  }
  return x->length < y->length ? -1 : x->length > y->length;
}

/* More arguments than anybody writes stay in their order. */
static void add_query(buf *out, isnad_slice query) {
  isnad_slice arguments[MOST_ARGUMENTS];
  size_t count = 0;
  for (isnad_slice left = query; left.length > 0 && count < MOST_ARGUMENTS;) {
    size_t length = ascii_find(left, "&");
    isnad_slice one = {left.bytes, length};
    if (length > 0 && !is_session(one)) arguments[count++] = one;
    left = ascii_behind(left, length < left.length ? length + 1 : length);
  }
  if (count == 0) return;
  buf_add_char(out, '?');
  if (count == MOST_ARGUMENTS) {
    add_lower(out, query);
    return;
  }
  qsort(arguments, count, sizeof *arguments, by_bytes);
  for (size_t i = 0; i < count; i++) {
    if (i > 0) buf_add_char(out, '&');
    add_lower(out, arguments[i]);
  }
}

isnad_slice isnad_surt(isnad_arena *arena, isnad_slice url) {
  buf out = buf_new(arena, url.length + 16);
  bool secure = ascii_begins(url, "https://");
  if (!secure && !ascii_begins(url, "http://")) return isnad_arena_copy(arena, url);
  isnad_slice rest = ascii_behind(url, secure ? 8 : 7);
  rest.length = ascii_find(rest, "#");
  size_t authority = ascii_find(rest, "/?");
  add_authority(&out, (isnad_slice){rest.bytes, authority}, secure ? "443" : "80");
  buf_add_char(&out, ')');
  rest = ascii_behind(rest, authority);
  size_t path = ascii_find(rest, "?");
  add_path(&out, (isnad_slice){rest.bytes, path});
  if (path < rest.length) add_query(&out, ascii_behind(rest, path + 1));
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}
