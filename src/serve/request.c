#include "serve/request.h"

#include "base/ascii.h"

#include <string.h>

/* --- UTF-8 --- */

/* The length of the character at `c`, 0 when there is none. */
static size_t utf8_at(const unsigned char *c, size_t left) {
  size_t length = c[0] < 0x80 ? 1 : c[0] >= 0xC2 && c[0] < 0xE0 ? 2 : c[0] >= 0xE0 && c[0] < 0xF0 ? 3 : c[0] >= 0xF0 && c[0] < 0xF5 ? 4 : 0;
  if (length == 0 || length > left) return 0;
  for (size_t i = 1; i < length; i++)
    if ((c[i] & 0xC0) != 0x80) return 0;
  if ((c[0] == 0xE0 && c[1] < 0xA0) || (c[0] == 0xED && c[1] > 0x9F) || (c[0] == 0xF0 && c[1] < 0x90) || (c[0] == 0xF4 && c[1] > 0x8F)) return 0;
  return length;
}

bool utf8_is_valid(isnad_slice bytes) {
  for (size_t i = 0; i < bytes.length;) {
    size_t length = utf8_at((const unsigned char *)bytes.bytes + i, bytes.length - i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

/* --- decoding --- */

static bool is_allowed(char c, bool lines) {
  unsigned char u = (unsigned char)c;
  return (u >= 0x20 && u != 0x7F) || (lines && (c == '\n' || c == '\r' || c == '\t'));
}

/* NULL, or what is wrong. */
static const char *decode(isnad_slice *out, isnad_arena *arena, isnad_slice in, bool query, bool lines) {
  char *to = isnad_arena_alloc(arena, in.length + 1);
  size_t length = 0;
  if (to == NULL) return "the request is too large";
  for (size_t i = 0; i < in.length; i++) {
    char c = in.bytes[i];
    if (c == '%') {
      bool whole = in.length - i > 2;
      int high = whole ? ascii_hex(in.bytes[i + 1]) : -1, low = whole ? ascii_hex(in.bytes[i + 2]) : -1;
      if (high < 0 || low < 0) return "a percent sign is not followed by two hexadecimal digits";
      c = (char)(high * 16 + low);
      i += 2;
    } else if (c == '+' && query) {
      c = ' ';
    }
    if (!is_allowed(c, lines)) return "the address holds a control character";
    to[length++] = c;
  }
  *out = (isnad_slice){to, length};
  return utf8_is_valid(*out) ? NULL : "the address is not UTF-8";
}

static isnad_slice take_until(isnad_slice *rest, char stop) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, stop, rest->length) : NULL;
  size_t length = end != NULL ? (size_t)(end - rest->bytes) : rest->length;
  isnad_slice taken = {rest->bytes, length};
  size_t step = end != NULL ? length + 1 : length;
  *rest = (isnad_slice){rest->bytes + step, rest->length - step};
  return taken;
}

static const char *read_fields(request *out, isnad_arena *arena, isnad_slice query, bool lines) {
  while (query.length > 0) {
    isnad_slice value = take_until(&query, '&'), name = take_until(&value, '=');
    if (name.length == 0) continue;
    if (out->field_count == FIELDS_MOST) return "the address has too many fields";
    field *f = &out->fields[out->field_count];
    const char *wrong = decode(&f->name, arena, name, true, false);
    if (wrong == NULL) wrong = decode(&f->value, arena, value, true, lines);
    if (wrong != NULL) return wrong;
    out->field_count++;
  }
  return NULL;
}

static const char *read_path(request *out, isnad_arena *arena, isnad_slice path) {
  while (path.length > 0) {
    isnad_slice part = take_until(&path, '/');
    if (part.length == 0) continue;
    if (out->part_count == PATH_PARTS) return "the path has too many parts";
    const char *wrong = decode(&out->parts[out->part_count], arena, part, false, false);
    if (wrong != NULL) return wrong;
    out->part_count++;
  }
  return NULL;
}

const char *request_read(request *out, isnad_arena *arena, isnad_slice target) {
  *out = (request){.target = target};
  if (target.length == 0 || target.bytes[0] != '/') return "the address does not begin with a slash";
  if (target.length > TARGET_MOST) return "the address is too long";
  isnad_slice query = target;
  out->path = take_until(&query, '?');
  const char *wrong = read_path(out, arena, out->path);
  return wrong != NULL ? wrong : read_fields(out, arena, query, false);
}

const char *request_read_form(request *out, isnad_arena *arena, isnad_slice form) { return read_fields(out, arena, form, true); }

/* --- fields --- */

static const field *find_field(const request *r, const char *name) {
  for (size_t i = 0; i < r->field_count; i++)
    if (isnad_slice_is(r->fields[i].name, name)) return &r->fields[i];
  return NULL;
}

isnad_slice request_field(const request *r, const char *name) {
  const field *f = find_field(r, name);
  return f != NULL ? f->value : (isnad_slice){NULL, 0};
}

bool request_has(const request *r, const char *name) { return find_field(r, name) != NULL; }

bool request_number(size_t *out, const request *r, const char *name, size_t fallback, size_t most) {
  isnad_slice text = request_field(r, name);
  *out = fallback;
  if (!request_has(r, name)) return true;
  if (text.length == 0 || text.length > 9) return false;
  size_t n = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.bytes[i] < '0' || text.bytes[i] > '9') return false;
    n = n * 10 + (size_t)(text.bytes[i] - '0');
  }
  *out = n;
  return n <= most;
}

/* --- formats --- */

static const struct {
  const char *name, *type, *media;
} formats[FORMAT_COUNT] = {
    [FORMAT_JSON] = {"json", "application/json", "application/json"},
    [FORMAT_HTML] = {"html", "text/html", "text/html; charset=utf-8"},
    [FORMAT_ATOM] = {"atom", "application/atom+xml", "application/atom+xml; charset=utf-8"},
    [FORMAT_RSS] = {"rss", "application/rss+xml", "application/rss+xml; charset=utf-8"},
    [FORMAT_FEED] = {"feed", "application/feed+json", "application/feed+json"},
};

const char *format_type(format f) { return formats[f].media; }

format format_named(isnad_slice name) {
  for (format f = FORMAT_JSON; f < FORMAT_COUNT; f++)
    if (isnad_slice_is(name, formats[f].name)) return f;
  return FORMAT_COUNT;
}

/* The weight of a media range in thousandths: "text/html;level=1;q=0.8" is 800. */
static unsigned quality(isnad_slice parameters) {
  while (parameters.length > 0) {
    isnad_slice one = ascii_trim(take_until(&parameters, ';'));
    if (one.length < 3 || (one.bytes[0] != 'q' && one.bytes[0] != 'Q') || one.bytes[1] != '=') continue;
    unsigned q = one.bytes[2] == '1' ? 1000 : 0, place = 100;
    for (size_t i = 4; i < one.length && place > 0 && q < 1000; i++, place /= 10)
      if (one.bytes[i] >= '0' && one.bytes[i] <= '9') q += (unsigned)(one.bytes[i] - '0') * place;
    return q < 1000 ? q : 1000;
  }
  return 1000;
}

static bool equal_caseless(isnad_slice a, const char *b) {
  if (a.length != strlen(b)) return false;
  for (size_t i = 0; i < a.length; i++)
    if ((a.bytes[i] | 0x20) != (b[i] | 0x20)) return false;
  return true;
}

/* 3 an exact match, 2 of the kind ("text" and any), 1 anything, 0 none. */
static unsigned closeness(isnad_slice range, format f) {
  const char *type = formats[f].type, *slash = strchr(type, '/');
  if (equal_caseless(range, type)) return 3;
  if (isnad_slice_is(range, "*/*")) return 1;
  size_t kind = (size_t)(slash - type) + 1;
  return range.length == kind + 1 && range.bytes[kind] == '*' && memcmp(range.bytes, type, kind) == 0 ? 2 : 0;
}

/* The closest range of the line decides the weight of a format (RFC 9110, 12.5.1). */
static unsigned weight_of(isnad_slice accept, format f) {
  unsigned best = 0, weight = 0;
  while (accept.length > 0) {
    isnad_slice parameters = take_until(&accept, ','), range = ascii_trim(take_until(&parameters, ';'));
    unsigned close = closeness(range, f);
    if (close <= best) continue;
    best = close;
    weight = quality(parameters);
  }
  return weight;
}

format request_negotiate(isnad_slice accept, unsigned offered) {
  format found = FORMAT_COUNT;
  unsigned best = 0;
  bool any = ascii_trim(accept).length == 0;
  for (format f = FORMAT_JSON; f < FORMAT_COUNT; f++) {
    if ((offered & 1u << f) == 0) continue;
    unsigned weight = any ? 1 : weight_of(accept, f);
    if (weight <= best) continue;
    best = weight;
    found = f;
  }
  return found;
}
