#include "capture/lines.h"

#include <string.h>

enum { FIRST_ROOM = 256 * 1024 };

isnad_status lines_open(lines *out, isnad_arena *arena, stream *from, size_t largest, isnad_err *err) {
  *out = (lines){.from = from, .arena = arena, .largest = largest, .room = FIRST_ROOM};
  out->bytes = isnad_arena_alloc(arena, FIRST_ROOM);
  return out->bytes != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "capture");
}

static isnad_status too_large(const lines *l, isnad_err *err) {
  return isnad_err_set(err, ISNAD_LIMIT, "capture", (isnad_span){0, 0}, "larger than the allowed %zu bytes", l->largest);
}

/* Brings more bytes into the buffer, which grows when it is full; ISNAD_LIMIT when it may not grow. */
static isnad_status more(lines *l, isnad_err *err) {
  if (l->begin > 0 && l->end == l->room) {
    memmove(l->bytes, l->bytes + l->begin, l->end - l->begin);
    l->end -= l->begin;
    l->begin = 0;
  }
  if (l->end == l->room) {
    if (l->end - l->begin > l->largest) return too_large(l, err);
    char *bytes = isnad_arena_grow(l->arena, l->bytes, l->room, l->room * 2, 1);
    if (bytes == NULL) return isnad_arena_fail(err, l->arena, "capture");
    l->bytes = bytes;
    l->room *= 2;
  }
  size_t got = 0;
  isnad_status status = stream_read(l->from, l->bytes + l->end, l->room - l->end, &got, err);
  l->end += got;
  l->ended = status == ISNAD_OK && got == 0;
  return status;
}

static isnad_slice unread(const lines *l) { return (isnad_slice){l->bytes + l->begin, l->end - l->begin}; }

static const char *line_feed(isnad_slice s, size_t from) { return s.length > from ? memchr(s.bytes + from, '\n', s.length - from) : NULL; }

/* Where the first line with something on it begins, past a byte order mark. */
static size_t first_letter(isnad_slice s) {
  size_t at = s.length >= 3 && memcmp(s.bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < s.length && memchr(" \t\r\n", s.bytes[at], 4) != NULL) at++;
  return at;
}

isnad_status lines_peek(lines *l, isnad_slice *out, isnad_err *err) {
  size_t at = first_letter(unread(l));
  while (line_feed(unread(l), at) == NULL && !l->ended && l->end < FIRST_ROOM) {
    isnad_status status = more(l, err);
    if (status != ISNAD_OK) return status;
    at = first_letter(unread(l));
  }
  isnad_slice all = unread(l);
  const char *feed = line_feed(all, at);
  *out = (isnad_slice){all.bytes + at, feed != NULL ? (size_t)(feed - all.bytes) - at : all.length - at};
  return ISNAD_OK;
}

/* Drops bytes up to the end of the line that grew too long. */
static isnad_status pass_over_line(lines *l, isnad_err *err) {
  for (;;) {
    const char *feed = line_feed(unread(l), 0);
    if (feed != NULL) {
      l->begin = (size_t)(feed - l->bytes) + 1;
      return too_large(l, err);
    }
    l->begin = l->end = 0;
    if (l->ended) return too_large(l, err);
    isnad_status status = more(l, err);
    if (status != ISNAD_OK) return status;
  }
}

isnad_status lines_next(lines *l, isnad_slice *out, isnad_err *err) {
  size_t seen = 0;
  const char *feed = NULL;
  while ((feed = line_feed(unread(l), seen)) == NULL && !l->ended) {
    seen = l->end - l->begin;
    isnad_status status = more(l, err);
    if (status == ISNAD_LIMIT) return pass_over_line(l, err);
    if (status != ISNAD_OK) return status;
  }
  if (feed == NULL && l->begin == l->end) return ISNAD_END;
  *out = unread(l);
  if (feed != NULL) out->length = (size_t)(feed - out->bytes);
  l->begin += out->length + (feed != NULL);
  if (out->length > 0 && out->bytes[out->length - 1] == '\r') out->length--;
  return out->length <= l->largest ? ISNAD_OK : too_large(l, err);
}

isnad_status lines_rest(lines *l, isnad_slice *out, isnad_err *err) {
  while (!l->ended) {
    isnad_status status = more(l, err);
    if (status != ISNAD_OK) return status;
    if (l->end - l->begin > l->largest) break;
  }
  if (l->end - l->begin > l->largest) return too_large(l, err);
  *out = unread(l);
  l->begin = l->end;
  return ISNAD_OK;
}
