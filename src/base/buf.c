#include "base/buf.h"

#include "base/room.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

buf buf_new(isnad_arena *arena, size_t room) {
  buf b = {arena, NULL, 0, 0, false};
  if (room > 0) {
    b.bytes = arena_room(arena, room, 1);
    b.failed = b.bytes == NULL;
    b.room = b.failed ? 0 : room;
  }
  return b;
}

static bool grow(buf *b, size_t more) {
  size_t wanted = b->room < 256 ? 256 : b->room;
  while (wanted - b->length < more) {
    if (wanted > SIZE_MAX / 4) {
      b->failed = true;
      return false;
    }
    wanted *= 2;
  }
  char *bytes = arena_grow_room(b->arena, b->bytes, b->room, wanted, 1);
  if (bytes == NULL) {
    b->failed = true;
    return false;
  }
  b->bytes = bytes;
  b->room = wanted;
  return true;
}

static inline bool make_room(buf *b, size_t more) {
  if (b->failed) return false;
  return more <= b->room - b->length || grow(b, more);
}

char *buf_extend(buf *b, size_t length) {
  if (!make_room(b, length)) return NULL;
  char *at = b->bytes + b->length;
  b->length += length;
  return at;
}

void buf_add(buf *b, const char *bytes, size_t length) {
  if (length == 0 || !make_room(b, length)) return;
  memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
}

void buf_add_slice(buf *b, isnad_slice s) { buf_add(b, s.bytes, s.length); }

void buf_add_text(buf *b, const char *text) { buf_add(b, text, strlen(text)); }

void buf_add_char_slowly(buf *b, char c) {
  if (make_room(b, 1)) b->bytes[b->length++] = c;
}

void buf_add_u64(buf *b, uint64_t n) {
  char digits[20];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + n % 10);
  while ((n /= 10) > 0);
  buf_add(b, digits + at, sizeof digits - at);
}

void buf_add_i64(buf *b, int64_t n) {
  if (n < 0) buf_add_char(b, '-');
  buf_add_u64(b, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
}

void buf_printf(buf *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  if (length < 0 || !make_room(b, (size_t)length + 1)) return;
  va_start(args, format);
  vsnprintf(b->bytes + b->length, (size_t)length + 1, format, args);
  va_end(args);
  b->length += (size_t)length;
}

isnad_slice buf_slice(const buf *b) { return (isnad_slice){b->bytes, b->length}; }

isnad_status buf_status(const buf *b, const char *stage, isnad_err *err) { return b->failed ? isnad_arena_fail(err, b->arena, stage) : ISNAD_OK; }
