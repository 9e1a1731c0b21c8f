#include "capture/url.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "isnad/arabic.h"
#include "tables.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ARGUMENTS = 256, MOST_SEGMENTS = 256, MOST_WRAPS = 3 };

typedef struct url_parts {
  bool secure, web;
  isnad_slice host, port, path, query, fragment; /* query and fragment without their marks */
} url_parts;

/* Whether a text ends with a row's word, or is it; the word is in small letters. */
static bool ends(isnad_slice s, const char *word) {
  size_t length = strlen(word);
  return s.length >= length && ascii_begins(ascii_behind(s, s.length - length), word);
}

static bool is(isnad_slice s, const char *word) { return s.length == strlen(word) && ascii_begins(s, word); }

/* --- parts --- */

static void split_authority(url_parts *out, isnad_slice authority) {
  for (size_t at = authority.length; at > 0; at--)
    if (authority.bytes[at - 1] == '@') {
      authority = ascii_behind(authority, at);
      break;
    }
  size_t colon = authority.length;
  while (colon > 0 && ascii_is_digit(authority.bytes[colon - 1])) colon--;
  bool has_port = colon > 0 && authority.bytes[colon - 1] == ':';
  out->host = (isnad_slice){authority.bytes, has_port ? colon - 1 : authority.length};
  while (out->host.length > 0 && out->host.bytes[out->host.length - 1] == '.') out->host.length--;
  if (has_port && !is(ascii_behind(authority, colon), out->secure ? "443" : "80")) out->port = ascii_behind(authority, colon);
}

static url_parts split(isnad_slice url) {
  url_parts out = {.secure = ascii_begins(url, "https://")};
  out.web = out.secure || ascii_begins(url, "http://");
  if (!out.web) return out;
  isnad_slice rest = ascii_behind(url, out.secure ? 8 : 7);
  size_t length = ascii_find(rest, "/?#");
  split_authority(&out, (isnad_slice){rest.bytes, length});
  rest = ascii_behind(rest, length);
  length = ascii_find(rest, "?#");
  out.path = (isnad_slice){rest.bytes, length};
  rest = ascii_behind(rest, length);
  if (rest.length > 0 && rest.bytes[0] == '?') {
    length = ascii_find(rest, "#");
    out.query = (isnad_slice){rest.bytes + 1, length - 1};
    rest = ascii_behind(rest, length);
  }
  if (rest.length > 0) out.fragment = ascii_behind(rest, 1);
  return out;
}

static void add_lower(buf *out, isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) buf_add_char(out, ascii_lower(s.bytes[i]));
}

/* --- arguments --- */

static bool is_of(isnad_slice host, const char *site) {
  if (site == NULL) return true;
  size_t length = strlen(site);
  return ends(host, site) && (host.length == length || host.bytes[host.length - length - 1] == '.');
}

static bool says_nothing(const url_parts *u, isnad_slice argument, bool twins) {
  isnad_slice name = {argument.bytes, ascii_find(argument, "=")};
  for (size_t i = 0; i < isnad_url_parts_count; i++) {
    const isnad_url_parts_row *row = &isnad_url_parts_rows[i];
    bool same = (row->kind == ISNAD_URL_PARTS_KIND_TRACK && is(name, row->text)) ||
                (row->kind == ISNAD_URL_PARTS_KIND_TRACK_PREFIX && ascii_begins(name, row->text)) ||
                (twins && row->kind == ISNAD_URL_PARTS_KIND_TWIN_PARAM && is(name, row->text));
    if (same && is_of(u->host, row->host)) return true;
  }
  return argument.length == 0;
}

/* The arguments that tell something. More than anybody writes are given as they are. */
static size_t list_arguments(isnad_slice out[MOST_ARGUMENTS], const url_parts *u, bool twins) {
  size_t count = 0;
  for (isnad_slice left = u->query; left.length > 0;) {
    size_t length = ascii_find(left, "&");
    isnad_slice one = {left.bytes, length};
    if (!says_nothing(u, one, twins)) {
      if (count == MOST_ARGUMENTS) {
        out[0] = u->query;
        return 1;
      }
      out[count++] = one;
    }
    left = ascii_behind(left, length < left.length ? length + 1 : length);
  }
  return count;
}

isnad_slice url_clean(isnad_arena *arena, isnad_slice url) {
  isnad_slice arguments[MOST_ARGUMENTS];
  url_parts u = split(url);
  if (!u.web) return isnad_arena_copy(arena, url);
  buf out = buf_new(arena, url.length + 1);
  buf_add_text(&out, u.secure ? "https://" : "http://");
  add_lower(&out, u.host);
  if (u.port.length > 0) buf_add_char(&out, ':');
  buf_add_slice(&out, u.port);
  buf_add_slice(&out, u.path.length > 0 ? u.path : isnad_slice_of("/"));
  size_t count = list_arguments(arguments, &u, false);
  for (size_t i = 0; i < count; i++) {
    buf_add_char(&out, i == 0 ? '?' : '&');
    buf_add_slice(&out, arguments[i]);
  }
  if (u.fragment.length > 1 && u.fragment.bytes[0] == '!') buf_add_char(&out, '#');
  if (u.fragment.length > 1 && u.fragment.bytes[0] == '!') buf_add_slice(&out, u.fragment);
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

/* --- twins --- */

/* "google.com/amp/s/news.example/a" is https://news.example/a. */
static bool unwrap(isnad_arena *arena, url_parts *u) {
  for (size_t i = 0; i < isnad_url_parts_count; i++) {
    const isnad_url_parts_row *row = &isnad_url_parts_rows[i];
    if (row->kind != ISNAD_URL_PARTS_KIND_CACHE) continue;
    const char *path = strchr(row->text, '/');
    char site[128] = {0};
    if (path == NULL || (size_t)(path - row->text) >= sizeof site) continue;
    memcpy(site, row->text, (size_t)(path - row->text));
    if (!is_of(u->host, site) || !ascii_begins(u->path, path)) continue;
    isnad_slice rest = ascii_behind(u->path, strlen(path));
    if (ascii_find(rest, ".") >= ascii_find(rest, "/")) continue; /* no host follows */
    isnad_slice own = isnad_arena_printf(arena, "https://%.*s%s%.*s", (int)rest.length, rest.bytes, u->query.length > 0 ? "?" : "",
                                         (int)u->query.length, u->query.length > 0 ? u->query.bytes : "");
    if (own.bytes == NULL) return false;
    *u = split(own);
    return true;
  }
  return false;
}

/* A host that keeps a dot behind what is cut off. */
static isnad_slice bare_host(isnad_slice host) {
  for (int turn = 0; turn < MOST_WRAPS; turn++) {
    size_t before = host.length;
    for (size_t i = 0; i < isnad_url_parts_count; i++) {
      const isnad_url_parts_row *row = &isnad_url_parts_rows[i];
      if (row->kind != ISNAD_URL_PARTS_KIND_TWIN_HOST || !ascii_begins(host, row->text)) continue;
      isnad_slice rest = ascii_behind(host, strlen(row->text));
      if (ascii_find(rest, ".") < rest.length) host = rest;
    }
    if (host.length == before) break;
  }
  return host;
}

static void add_byte(buf *out, unsigned char c, bool encoded) {
  static const char hex[] = "0123456789ABCDEF";
  if (!encoded && c > ' ' && c < 0x7F) {
    buf_add_char(out, (char)c);
    return;
  }
  buf_add_char(out, '%');
  buf_add_char(out, hex[c >> 4]);
  buf_add_char(out, hex[c & 15]);
}

/* RFC 3986, 6.2.2: what needs no encoding is decoded, what needs it is encoded, digits are large. */
static void add_normal(buf *out, isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) {
    bool coded = s.bytes[i] == '%' && i + 2 < s.length && ascii_hex(s.bytes[i + 1]) >= 0 && ascii_hex(s.bytes[i + 2]) >= 0;
    if (!coded) {
      add_byte(out, (unsigned char)s.bytes[i], false);
      continue;
    }
    int value = ascii_hex(s.bytes[i + 1]) * 16 + ascii_hex(s.bytes[i + 2]);
    add_byte(out, (unsigned char)value, !ascii_is_unreserved(value));
    i += 2;
  }
}

/* The segments without dots (RFC 3986, 5.2.4) and empty ones; a path of more than anybody writes stays as it is. */
static void add_segments(buf *out, isnad_slice path) {
  isnad_slice segments[MOST_SEGMENTS];
  size_t count = 0;
  for (isnad_slice left = path; left.length > 0;) {
    size_t length = ascii_find(left, "/");
    isnad_slice one = {left.bytes, length};
    left = ascii_behind(left, length < left.length ? length + 1 : length);
    if (length == 0 || is(one, ".")) continue;
    if (is(one, "..")) {
      count -= count > 0;
    } else if (count == MOST_SEGMENTS) {
      add_normal(out, path);
      return;
    } else {
      segments[count++] = one;
    }
  }
  if (count == 0) buf_add_char(out, '/');
  for (size_t i = 0; i < count; i++) {
    buf_add_char(out, '/');
    add_normal(out, segments[i]);
  }
}

/* Takes off the marks of a twin, once at each end. */
static isnad_slice bare_path(isnad_arena *arena, isnad_slice path) {
  bool begun = false, ended = false;
  for (size_t i = 0; i < isnad_url_parts_count; i++) {
    const isnad_url_parts_row *row = &isnad_url_parts_rows[i];
    const char *to = row->to != NULL ? row->to : "";
    size_t length = strlen(row->text);
    if (row->kind == ISNAD_URL_PARTS_KIND_TWIN_END && !ended && ends(path, row->text)) {
      path = isnad_arena_printf(arena, "%.*s%s", (int)(path.length - length), path.bytes, to);
      ended = true;
    } else if (row->kind == ISNAD_URL_PARTS_KIND_TWIN_BEGIN && !begun && ascii_begins(path, row->text) && path.length > length) {
      path = isnad_arena_printf(arena, "%s%.*s", to, (int)(path.length - length), path.bytes + length);
      begun = true;
    }
  }
  return path.length > 0 ? path : isnad_slice_of("/");
}

static int by_bytes(const void *a, const void *b) { return isnad_slice_compare(*(const isnad_slice *)a, *(const isnad_slice *)b); }

static void add_query(buf *out, const url_parts *u) {
  isnad_slice arguments[MOST_ARGUMENTS];
  size_t count = list_arguments(arguments, u, true);
  if (count > 1) qsort(arguments, count, sizeof *arguments, by_bytes);
  for (size_t i = 0; i < count; i++) {
    buf_add_char(out, i == 0 ? '?' : '&');
    add_normal(out, arguments[i]);
  }
}

isnad_slice url_key(isnad_arena *arena, isnad_slice url) {
  url_parts u = split(url);
  if (!u.web) return isnad_arena_copy(arena, url);
  for (int turn = 0; turn < MOST_WRAPS && unwrap(arena, &u); turn++) continue;
  buf path = buf_new(arena, u.path.length + 16), out = buf_new(arena, url.length + 16);
  add_segments(&path, u.path);
  add_lower(&out, bare_host(u.host));
  if (u.port.length > 0) buf_add_char(&out, ':');
  buf_add_slice(&out, u.port);
  buf_add_slice(&out, path.failed ? (isnad_slice){NULL, 0} : bare_path(arena, buf_slice(&path)));
  add_query(&out, &u);
  return out.failed || path.failed || isnad_arena_status(arena) != ISNAD_OK ? (isnad_slice){NULL, 0} : buf_slice(&out);
}
