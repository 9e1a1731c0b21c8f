/* isnad/base.h - slices, spans, statuses, errors and arenas: what every stage is made of.
 *
 * Conventions that hold for every isnad header:
 *   - argument order: outputs, arena, inputs, options, err;
 *   - every function that can fail returns an isnad_status and may fill an isnad_err, which may be NULL;
 *   - results live in the arena that was passed in and are freed with it; nothing else is to be freed;
 *   - inputs are const and are only borrowed, and results may point into them;
 *   - no function prints, exits, aborts or keeps mutable global state.
 */
#ifndef ISNAD_BASE_H
#define ISNAD_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define ISNAD_API __attribute__((visibility("default")))
#define ISNAD_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define ISNAD_API
#define ISNAD_PRINTF(text, first)
#endif

/* Bytes that belong to somebody else. Not NUL-terminated; `bytes` may be NULL only when `length` is 0. */
typedef struct isnad_slice {
  const char *bytes;
  size_t length;
} isnad_slice;

/* [begin, end) in bytes of a page's UTF-8 text. An absent span is {0, 0}. */
typedef struct isnad_span {
  uint32_t begin;
  uint32_t end;
} isnad_span;

/* The statuses of the whole library. Zero is success; a caller branches on these, and shows isnad_err.message to people. */
typedef enum isnad_status {
  ISNAD_OK = 0,
  ISNAD_END,          /* an iterator has no more items */
  ISNAD_NOT_FOUND,    /* the thing asked for is not there */
  ISNAD_NO_MEMORY,    /* the system gave no memory */
  ISNAD_LIMIT,        /* a stated limit of bytes, depth or count was reached */
  ISNAD_BAD_INPUT,    /* outside bytes that cannot be read: message and span say where */
  ISNAD_BAD_ARGUMENT, /* a caller's mistake */
  ISNAD_IO,           /* a file or stream could not be read or written */
  ISNAD_STORE,        /* the store is damaged or refused an operation */
  ISNAD_BUSY,         /* the store is held by another writer */
  ISNAD_NEWER_SCHEMA, /* the store was written by a newer isnad */
  ISNAD_CANCELLED     /* a callback asked to stop */
} isnad_status;

/* What went wrong, for people. `stage` is a constant string; `span` is {0, 0} unless a place in a text is meant. */
typedef struct isnad_err {
  isnad_status status;
  const char *stage;
  isnad_span span;
  char message[240];
} isnad_err;

/* Fills err (when not NULL) and returns `status`, so that a failing function can end in one line. */
ISNAD_API isnad_status isnad_err_set(isnad_err *err, isnad_status status, const char *stage, isnad_span span, const char *format, ...)
    ISNAD_PRINTF(5, 6);

/* The constant English name of a status ("bad input"); never NULL. */
ISNAD_API const char *isnad_status_name(isnad_status status);

/* A region of memory that is filled forwards and freed at once. One thread uses it at a time. */
typedef struct isnad_arena isnad_arena;

/* Makes an arena that will hand out at most `limit` bytes in all between resets (0: no limit).
 * Returns ISNAD_OK, or ISNAD_NO_MEMORY. The caller frees it with isnad_arena_free. */
ISNAD_API isnad_status isnad_arena_new(isnad_arena **out, size_t limit);

/* Frees the arena and all that was taken from it. NULL is allowed. */
ISNAD_API void isnad_arena_free(isnad_arena *arena);

/* Sets how many bytes may be handed out in all between resets (0: no limit). */
ISNAD_API void isnad_arena_limit(isnad_arena *arena, size_t limit);

/* Forgets all that was taken, and keeps one block for reuse. Everything taken before is invalid. */
ISNAD_API void isnad_arena_reset(isnad_arena *arena);

/* The same, and of the memory that it holds no more than `keep` bytes stay for reuse; the rest is given back. */
ISNAD_API void isnad_arena_trim(isnad_arena *arena, size_t keep);

/* `size` zeroed bytes aligned to 16, or NULL when the limit is reached or the system has none (isnad_arena_status tells which).
 * A size of 0 gives a valid pointer. */
ISNAD_API void *isnad_arena_alloc(isnad_arena *arena, size_t size);

/* Like isnad_arena_alloc for `count` items of `size` bytes; refuses products that overflow. */
ISNAD_API void *isnad_arena_array(isnad_arena *arena, size_t count, size_t size);

/* Grows an array taken from this arena from `old_count` to `new_count` items: in place when it was the last thing taken, else by copying.
 * `items` may be NULL when old_count is 0. New items are zeroed. NULL on failure, the old array stays valid. */
ISNAD_API void *isnad_arena_grow(isnad_arena *arena, void *items, size_t old_count, size_t new_count, size_t size);

/* A copy of a slice in the arena; {NULL, 0} on failure or for an empty slice. */
ISNAD_API isnad_slice isnad_arena_copy(isnad_arena *arena, isnad_slice slice);

/* Text made as by printf, in the arena; {NULL, 0} on failure. */
ISNAD_API isnad_slice isnad_arena_printf(isnad_arena *arena, const char *format, ...) ISNAD_PRINTF(2, 3);

/* Bytes handed out since the last reset. */
ISNAD_API size_t isnad_arena_used(const isnad_arena *arena);

/* ISNAD_OK, or why the last refused request was refused: ISNAD_LIMIT or ISNAD_NO_MEMORY. */
ISNAD_API isnad_status isnad_arena_status(const isnad_arena *arena);

/* Fills err with the reason of a refused request of this arena, and returns it. */
ISNAD_API isnad_status isnad_arena_fail(isnad_err *err, const isnad_arena *arena, const char *stage);

/* --- slices: small helpers that need no memory --- */

/* A slice of a NUL-terminated string; {NULL, 0} for NULL. */
static inline isnad_slice isnad_slice_of(const char *text) { return (isnad_slice){text, text != NULL ? strlen(text) : 0}; }

/* Whether both hold the same bytes; two empty slices do. */
static inline bool isnad_slice_equal(isnad_slice a, isnad_slice b) {
  return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* Whether it is this NUL-terminated word; NULL is the empty one. */
static inline bool isnad_slice_is(isnad_slice slice, const char *word) { return isnad_slice_equal(slice, isnad_slice_of(word)); }

/* Order by bytes, then by length: <0, 0, >0. */
ISNAD_API int isnad_slice_compare(isnad_slice a, isnad_slice b);

/* Whether `text` begins with `prefix`; every text does with an empty one. */
ISNAD_API bool isnad_slice_starts(isnad_slice text, isnad_slice prefix);

/* The part of `text` at a span; an out-of-range span gives an empty slice. */
static inline isnad_slice isnad_slice_at(isnad_slice text, isnad_span span) {
  if (span.begin >= span.end || span.end > text.length) return (isnad_slice){NULL, 0};
  return (isnad_slice){text.bytes + span.begin, span.end - span.begin};
}

/* An interval of time, half-open [from, to), in seconds since 1970-01-01T00:00:00. Both zero: unknown.
 * Day-grained intervals are days of the place meant by the text and carry no zone; instants are UTC. */
typedef struct isnad_interval {
  int64_t from;
  int64_t to;
} isnad_interval;

#endif
