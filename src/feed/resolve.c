/* References to addresses as addresses: RFC 3986, 5.2. */
#include "feed/text.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "feed/words.h"

enum { SEGMENTS = 256 };

typedef struct parts {
  isnad_slice scheme, authority, path, query, fragment; /* without their marks */
  bool has_scheme, has_authority, has_query, has_fragment;
} parts;

static bool is_scheme(isnad_slice s) {
  for (size_t i = 0; i < s.length; i++) {
    char c = to_lower(s.bytes[i]);
    bool letter = c >= 'a' && c <= 'z', later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!letter && !(later && i > 0)) return false;
  }
  return s.length > 0;
}

static parts split(isnad_slice url) {
  parts p = {0};
  size_t end = ascii_find(url, ":/?#");
  if (end < url.length && url.bytes[end] == ':' && is_scheme((isnad_slice){url.bytes, end})) {
    p.scheme = (isnad_slice){url.bytes, end};
    p.has_scheme = true;
    url = ascii_behind(url, end + 1);
  }
  if (word_at(url, 0, "//")) {
    url = ascii_behind(url, 2);
    p.authority = (isnad_slice){url.bytes, ascii_find(url, "/?#")};
    p.has_authority = true;
    url = ascii_behind(url, p.authority.length);
  }
  p.path = (isnad_slice){url.bytes, ascii_find(url, "?#")};
  url = ascii_behind(url, p.path.length);
  if (url.length > 0 && url.bytes[0] == '?') {
    p.query = (isnad_slice){url.bytes + 1, ascii_find(ascii_behind(url, 1), "#")};
    p.has_query = true;
    url = ascii_behind(url, p.query.length + 1);
  }
  p.has_fragment = url.length > 0;
  if (p.has_fragment) p.fragment = ascii_behind(url, 1);
  return p;
}

/* Bytes that no url may hold are percent-encoded; what is encoded already stays. */
static void add_encoded(buf *out, isnad_slice s) {
  static const char hex[] = "0123456789ABCDEF";
  for (size_t i = 0; i < s.length; i++) {
    unsigned char c = (unsigned char)s.bytes[i];
    if (c == '\n' || c == '\r' || c == '\t') continue; /* as browsers do (WHATWG URL, 4.4) */
    if (c > ' ' && c < 0x7F && strchr("\"<>\\^`{|}", c) == NULL) {
      buf_add_char(out, (char)c);
    } else {
      buf_add_char(out, '%');
      buf_add_char(out, hex[c >> 4]);
      buf_add_char(out, hex[c & 15]);
    }
  }
}

/* The path without dot segments (5.2.4); one of more segments than anybody writes stays as it is. */
static void add_path(buf *out, isnad_slice path) {
  isnad_slice segments[SEGMENTS];
  size_t count = 0;
  bool folder = false;
  isnad_slice left = path.length > 0 && path.bytes[0] == '/' ? ascii_behind(path, 1) : path;
  for (bool more = true; more;) {
    size_t length = ascii_find(left, "/");
    isnad_slice one = {left.bytes, length};
    more = length < left.length;
    left = ascii_behind(left, length + more);
    folder = word_is(one, ".") || word_is(one, "..");
    if (word_is(one, "..")) count -= count > 0;
    if (folder) continue;
    if (count == SEGMENTS) {
      add_encoded(out, path);
      return;
    }
    segments[count++] = one;
  }
  for (size_t i = 0; i < count; i++) {
    buf_add_char(out, '/');
    add_encoded(out, segments[i]);
  }
  if (folder || count == 0) buf_add_char(out, '/');
}

/* The base's path up to its last slash, and the reference's behind it (5.2.3). */
static isnad_slice merged(isnad_arena *arena, const parts *base, isnad_slice path) {
  size_t slash = base->path.length;
  while (slash > 0 && base->path.bytes[slash - 1] != '/') slash--;
  buf out = buf_new(arena, slash + path.length + 1);
  buf_add(&out, base->path.bytes, slash);
  if (slash == 0) buf_add_char(&out, '/');
  buf_add_slice(&out, path);
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

static isnad_slice compose(isnad_arena *arena, const parts *p) {
  buf out = buf_new(arena, p->authority.length + p->path.length + p->query.length + p->fragment.length + 32);
  for (size_t i = 0; i < p->scheme.length; i++) buf_add_char(&out, to_lower(p->scheme.bytes[i]));
  buf_add_text(&out, "://");
  for (size_t i = 0; i < p->authority.length; i++) buf_add_char(&out, to_lower(p->authority.bytes[i]));
  add_path(&out, p->path);
  if (p->has_query) buf_add_char(&out, '?');
  add_encoded(&out, p->query);
  if (p->has_fragment) buf_add_char(&out, '#');
  add_encoded(&out, p->fragment);
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

static bool is_web(const parts *p) { return word_is(p->scheme, "http") || word_is(p->scheme, "https"); }

isnad_slice isnad_url_resolve(isnad_arena *arena, isnad_slice base, isnad_slice reference) {
  reference = word_trim(reference);
  parts r = split(reference), b = split(word_trim(base));
  if (reference.length == 0 || (r.has_scheme && !is_web(&r))) return reference;
  if (!r.has_scheme && !(is_web(&b) && b.authority.length > 0)) return reference;
  if (!r.has_scheme) r.scheme = b.scheme;
  if (r.has_scheme || r.has_authority) return compose(arena, &r);
  r.authority = b.authority;
  if (r.path.length == 0) {
    r.path = b.path;
    if (!r.has_query) r.query = b.query;
    r.has_query = r.has_query || b.has_query;
  } else if (r.path.bytes[0] != '/') {
    r.path = merged(arena, &b, r.path);
  }
  return compose(arena, &r);
}

isnad_slice feed_address(isnad_arena *arena, isnad_slice base, isnad_slice reference) {
  isnad_slice url = isnad_url_resolve(arena, base, reference);
  parts p = split(url);
  size_t host = ascii_find(p.authority, ":");
  return is_web(&p) && host > 0 && ascii_find(p.authority, " %<>\"") == p.authority.length ? url : (isnad_slice){NULL, 0};
}
