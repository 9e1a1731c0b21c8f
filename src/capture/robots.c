#include "capture/robots.h"

#include "base/ascii.h"
#include "base/buf.h"

#include <string.h>

static bool same_word(isnad_slice a, isnad_slice b) {
  size_t i = 0;
  while (i < a.length && i < b.length && ascii_lower(a.bytes[i]) == ascii_lower(b.bytes[i])) i++;
  return i == a.length && i == b.length;
}

/* --- percent-encoding --- */

static void add_encoded(buf *out, unsigned char c) {
  static const char hex[] = "0123456789ABCDEF";
  buf_add_char(out, '%');
  buf_add_char(out, hex[c >> 4]);
  buf_add_char(out, hex[c & 15]);
}

/* RFC 9309, 2.2.2: bytes beyond ASCII are encoded, what needs no encoding is decoded; digits of what stays are made large. */
static isnad_slice normal(isnad_arena *arena, isnad_slice s) {
  buf out = buf_new(arena, s.length + 8);
  for (size_t i = 0; i < s.length; i++) {
    unsigned char c = (unsigned char)s.bytes[i];
    int high = c == '%' && i + 2 < s.length ? ascii_hex(s.bytes[i + 1]) : -1, low = high >= 0 ? ascii_hex(s.bytes[i + 2]) : -1;
    if (low >= 0) {
      int value = high * 16 + low;
      if (ascii_is_unreserved(value))
        buf_add_char(&out, (char)value);
      else
        add_encoded(&out, (unsigned char)value);
      i += 2;
    } else if (c <= ' ' || c >= 0x7F) {
      add_encoded(&out, c);
    } else {
      buf_add_char(&out, (char)c);
    }
  }
  return out.failed ? (isnad_slice){NULL, 0} : buf_slice(&out);
}

/* --- reading --- */

typedef struct group {
  robots_rule *rules;
  size_t count, room;
  double delay;
} group;

typedef struct reading {
  isnad_arena *arena;
  isnad_slice agent;
  group named, any; /* the groups for this crawler, and those for all */
  size_t sitemap_room;
  bool for_named, for_any, in_rules;
  bool was_named;
} reading;

/* More room for a list that holds `count`: twice as much. Patterns lie between two turns in the arena, so no list grows in place, and one that grew
 * by one would cost the square of its rules. */
static void *more_room(reading *r, void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  void *more = isnad_arena_grow(r->arena, items, *room, *room * 2 + 16, size);
  if (more != NULL) *room = *room * 2 + 16;
  return more;
}

static bool add_rule(reading *r, group *to, isnad_slice pattern, bool allow) {
  robots_rule *rules = more_room(r, to->rules, to->count, &to->room, sizeof *rules);
  if (rules == NULL) return false;
  to->rules = rules;
  rules[to->count++] = (robots_rule){pattern, allow};
  return true;
}

/* An empty pattern matches nothing. */
static bool take_rule(reading *r, isnad_slice value, bool allow) {
  r->in_rules = true;
  if (value.length == 0 || (!r->for_named && !r->for_any)) return true;
  isnad_slice pattern = normal(r->arena, value);
  if (pattern.bytes == NULL) return false;
  if (r->for_named && !add_rule(r, &r->named, pattern, allow)) return false;
  return !r->for_any || add_rule(r, &r->any, pattern, allow);
}

/* The token is what stands before a version or a comment: "isnad/1.0" names isnad. A line behind rules begins another group. */
static void take_agent(reading *r, isnad_slice value) {
  size_t length = 0;
  if (r->in_rules) r->for_named = r->for_any = r->in_rules = false;
  if (value.length > 0 && value.bytes[0] == '*' && (value.length == 1 || value.bytes[1] == ' ' || value.bytes[1] == '\t')) r->for_any = true;
  while (length < value.length && (ascii_is_unreserved(value.bytes[length]) && value.bytes[length] != '.' && value.bytes[length] != '~')) length++;
  if (length == 0 || !same_word((isnad_slice){value.bytes, length}, r->agent)) return;
  r->for_named = r->was_named = true;
}

static double read_seconds(isnad_slice digits) {
  double value = 0, part = 1;
  bool behind_point = false;
  for (size_t i = 0; i < digits.length && i < 12; i++) {
    char c = digits.bytes[i];
    if (c == '.' && !behind_point) {
      behind_point = true;
    } else if (c >= '0' && c <= '9') {
      part /= behind_point ? 10 : 1;
      value = behind_point ? value + part * (c - '0') : value * 10 + (c - '0');
    } else {
      break;
    }
  }
  return value;
}

/* It belongs to its group and does not end it. */
static void take_delay(reading *r, isnad_slice value) {
  double seconds = read_seconds(value);
  if (r->for_named && seconds > r->named.delay) r->named.delay = seconds;
  if (r->for_any && seconds > r->any.delay) r->any.delay = seconds;
}

static bool take_sitemap(reading *r, robots *out, isnad_slice value) {
  isnad_slice *sitemaps = more_room(r, out->sitemaps, out->sitemap_count, &r->sitemap_room, sizeof *sitemaps);
  if (sitemaps == NULL) return false;
  out->sitemaps = sitemaps;
  sitemaps[out->sitemap_count++] = value;
  return true;
}

/* "key: value # comment"; blanks anywhere around. */
static bool take_line(reading *r, robots *out, isnad_slice line) {
  const char *comment = line.length > 0 ? memchr(line.bytes, '#', line.length) : NULL;
  if (comment != NULL) line.length = (size_t)(comment - line.bytes);
  const char *colon = line.length > 0 ? memchr(line.bytes, ':', line.length) : NULL;
  if (colon == NULL) return true;
  isnad_slice key = ascii_trim((isnad_slice){line.bytes, (size_t)(colon - line.bytes)});
  isnad_slice value = ascii_trim((isnad_slice){colon + 1, line.length - (size_t)(colon + 1 - line.bytes)});
  if (same_word(key, isnad_slice_of("user-agent"))) take_agent(r, value);
  if (same_word(key, isnad_slice_of("crawl-delay"))) take_delay(r, value);
  if (same_word(key, isnad_slice_of("allow"))) return take_rule(r, value, true);
  if (same_word(key, isnad_slice_of("disallow"))) return take_rule(r, value, false);
  return !same_word(key, isnad_slice_of("sitemap")) || value.length == 0 || take_sitemap(r, out, value);
}

isnad_status robots_read(robots *out, isnad_arena *arena, isnad_slice bytes, isnad_slice agent, isnad_err *err) {
  reading r = {.arena = arena, .agent = agent};
  *out = (robots){0};
  if (bytes.length > ROBOTS_MOST) bytes.length = ROBOTS_MOST;
  size_t at = isnad_slice_starts(bytes, (isnad_slice){"\xEF\xBB\xBF", 3}) ? 3 : 0;
  while (at < bytes.length) {
    size_t end = at;
    while (end < bytes.length && bytes.bytes[end] != '\n' && bytes.bytes[end] != '\r') end++;
    if (!take_line(&r, out, (isnad_slice){bytes.bytes + at, end - at})) return isnad_arena_fail(err, arena, "capture");
    at = end + 1;
  }
  const group *holds = r.was_named ? &r.named : &r.any;
  out->rules = holds->rules;
  out->count = holds->count;
  out->delay = holds->delay;
  return ISNAD_OK;
}

robots robots_without_file(unsigned status) { return (robots){.none = status < 400 || status > 499}; }

/* --- asking --- */

/* Whether a pattern matches the beginning of a path, all of it with '$'. A star is tried at later and later places, only the last one met: O(path x
 * pattern) at worst. */
static bool matches(isnad_slice pattern, isnad_slice path) {
  bool to_end = pattern.length > 0 && pattern.bytes[pattern.length - 1] == '$';
  size_t length = pattern.length - to_end, p = 0, at = 0, star = SIZE_MAX, tried = 0;
  while (p < length || (to_end && at < path.length)) {
    if (p < length && pattern.bytes[p] == '*') {
      star = p++;
      tried = at;
    } else if (p < length && at < path.length && pattern.bytes[p] == path.bytes[at]) {
      p++;
      at++;
    } else if (star != SIZE_MAX && tried < path.length) {
      p = star + 1;
      at = ++tried;
    } else {
      return false;
    }
  }
  return true;
}

bool robots_allow(const robots *r, isnad_arena *arena, isnad_slice path) {
  static const isnad_slice itself = {"/robots.txt", 11};
  const robots_rule *best = NULL;
  if (isnad_slice_equal(path, itself)) return true;
  if (r->none) return false;
  isnad_slice whole = normal(arena, path.length > 0 ? path : isnad_slice_of("/"));
  if (whole.bytes == NULL) return false;
  for (size_t i = 0; i < r->count; i++) {
    const robots_rule *rule = &r->rules[i];
    bool longer = best == NULL || rule->pattern.length > best->pattern.length || (rule->pattern.length == best->pattern.length && rule->allow);
    if (longer && matches(rule->pattern, whole)) best = rule;
  }
  return best == NULL || best->allow;
}
