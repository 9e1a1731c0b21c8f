/* A growable byte buffer in an arena. After the first refused request it stays failed and ignores writes; check once at the end. */
#ifndef ISNAD_BASE_BUF_H
#define ISNAD_BASE_BUF_H

#include "isnad/base.h"

typedef struct buf {
  isnad_arena *arena;
  char *bytes;
  size_t length, room;
  bool failed;
} buf;

buf buf_new(isnad_arena *arena, size_t room);
/* Room for `length` more bytes, which the caller fills whole: they count as written. NULL after a refusal. */
char *buf_extend(buf *b, size_t length);
void buf_add(buf *b, const char *bytes, size_t length);
void buf_add_slice(buf *b, isnad_slice s);
void buf_add_text(buf *b, const char *text);
/* A character where room is left at once, else by growing. A failed buffer takes no more. */
void buf_add_char_slowly(buf *b, char c);
static inline void buf_add_char(buf *b, char c) {
  if (!b->failed && b->length < b->room)
    b->bytes[b->length++] = c;
  else
    buf_add_char_slowly(b, c);
}
void buf_add_u64(buf *b, uint64_t n);
void buf_add_i64(buf *b, int64_t n);
void buf_printf(buf *b, const char *format, ...) ISNAD_PRINTF(2, 3);

/* What was written so far; valid until the next write. */
isnad_slice buf_slice(const buf *b);

/* ISNAD_OK, or why a write was refused, with err filled. */
isnad_status buf_status(const buf *b, const char *stage, isnad_err *err);

#endif
