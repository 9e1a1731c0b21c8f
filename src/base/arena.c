#include "base/memory.h"
#include "base/room.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 8 * 1024 * 1024, MOST_SPARE = 4 * LARGEST_BLOCK, ALIGNMENT = 16 };

typedef struct block {
  struct block *older;
  size_t size; /* of `bytes` */
  size_t used;
  _Alignas(ALIGNMENT) char bytes[];
} block;

struct isnad_arena {
  block *newest;
  block *spare; /* of before the last reset: taking memory from the system anew for every batch costs more than reading it */
  size_t limit;
  size_t used;
  size_t next_block;
  isnad_status status;
};

isnad_status isnad_arena_new(isnad_arena **out, size_t limit) {
  *out = calloc(1, sizeof **out);
  if (*out == NULL) return ISNAD_NO_MEMORY;
  (*out)->limit = limit;
  (*out)->next_block = FIRST_BLOCK;
  return ISNAD_OK;
}

static void free_blocks(block *newest) {
  while (newest != NULL) {
    block *older = newest->older;
    memory_block_free(newest, sizeof *newest + newest->size);
    newest = older;
  }
}

void isnad_arena_free(isnad_arena *arena) {
  if (arena == NULL) return;
  free_blocks(arena->newest);
  free_blocks(arena->spare);
  free(arena);
}

/* Keeps the newest blocks, up to MOST_SPARE bytes of them; of an arena from which nothing was taken what it had. */
void isnad_arena_reset(isnad_arena *arena) {
  size_t kept = 0;
  arena->status = ISNAD_OK;
  if (arena->newest == NULL) return;
  free_blocks(arena->spare);
  arena->spare = arena->newest;
  arena->newest = NULL;
  for (block **at = &arena->spare; *at != NULL;) {
    kept += (*at)->size;
    if (kept > MOST_SPARE && at != &arena->spare) {
      free_blocks(*at);
      *at = NULL;
    } else {
      at = &(*at)->older;
    }
  }
  arena->used = 0;
}

/* Unlike a reset it also keeps what lay unused: a small reply between two large ones does not send their memory back. */
void isnad_arena_trim(isnad_arena *arena, size_t keep) {
  size_t kept = 0;
  block **end = &arena->newest;
  while (*end != NULL) end = &(*end)->older;
  *end = arena->spare;
  arena->spare = arena->newest;
  arena->newest = NULL;
  arena->used = 0;
  arena->status = ISNAD_OK;
  for (block **at = &arena->spare; *at != NULL;) {
    block *one = *at;
    if (one->size <= keep - kept) {
      kept += one->size;
      at = &one->older;
      continue;
    }
    *at = one->older;
    memory_block_free(one, sizeof *one + one->size);
    arena->next_block = FIRST_BLOCK;
  }
}

/* A spare block of at least this size, or NULL. */
static block *spare_of(isnad_arena *arena, size_t need) {
  for (block **at = &arena->spare; *at != NULL; at = &(*at)->older) {
    block *found = *at;
    if (found->size < need) continue;
    *at = found->older;
    return found;
  }
  return NULL;
}

static bool add_block(isnad_arena *arena, size_t need) {
  block *fresh = spare_of(arena, need);
  if (fresh == NULL) {
    size_t whole = sizeof *fresh + need;
    if (whole < arena->next_block) whole = arena->next_block;
    fresh = memory_block(&whole);
    if (fresh == NULL) {
      arena->status = ISNAD_NO_MEMORY;
      return false;
    }
    fresh->size = whole - sizeof *fresh;
    if (arena->next_block < LARGEST_BLOCK) arena->next_block *= 2;
  }
  fresh->older = arena->newest;
  fresh->used = 0;
  arena->newest = fresh;
  return true;
}

static bool within_limit(isnad_arena *arena, size_t more) {
  if (arena->limit == 0 || (more <= arena->limit && arena->used <= arena->limit - more)) return true;
  arena->status = ISNAD_LIMIT;
  return false;
}

static void *take(isnad_arena *arena, size_t size) {
  if (size > SIZE_MAX / 2) { /* leaves room for rounding and for the block's head */
    arena->status = ISNAD_LIMIT;
    return NULL;
  }
  size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if (!within_limit(arena, rounded)) return NULL;
  block *b = arena->newest;
  if ((b == NULL || b->size - b->used < rounded) && !add_block(arena, rounded)) return NULL;
  b = arena->newest;
  void *at = b->bytes + b->used;
  b->used += rounded;
  arena->used += rounded;
  return at;
}

void *isnad_arena_alloc(isnad_arena *arena, size_t size) {
  void *at = take(arena, size);
  if (at != NULL) memset(at, 0, size);
  return at;
}

static bool product(size_t *out, size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) return false;
  *out = count * size;
  return true;
}

void *isnad_arena_array(isnad_arena *arena, size_t count, size_t size) {
  size_t bytes = 0;
  if (!product(&bytes, count, size)) {
    arena->status = ISNAD_LIMIT;
    return NULL;
  }
  return isnad_arena_alloc(arena, bytes);
}

void *arena_room(isnad_arena *arena, size_t count, size_t size) {
  size_t bytes = 0;
  if (product(&bytes, count, size)) return take(arena, bytes);
  arena->status = ISNAD_LIMIT;
  return NULL;
}

/* Growing the newest allocation in place keeps append-heavy arrays from being copied each time they double. */
static bool grow_in_place(isnad_arena *arena, const void *items, size_t old_bytes, size_t new_bytes) {
  block *b = arena->newest;
  size_t old_rounded = (old_bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  size_t new_rounded = (new_bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  if (b == NULL || items == NULL || b->used < old_rounded || b->bytes + (b->used - old_rounded) != (const char *)items) return false;
  if (b->size - b->used < new_rounded - old_rounded) return false;
  if (!within_limit(arena, new_rounded - old_rounded)) return false;
  b->used += new_rounded - old_rounded;
  arena->used += new_rounded - old_rounded;
  return true;
}

void *arena_grow_room(isnad_arena *arena, void *items, size_t old_count, size_t new_count, size_t size) {
  size_t old_bytes = 0, new_bytes = 0;
  if (new_count < old_count || !product(&old_bytes, old_count, size) || !product(&new_bytes, new_count, size) || new_bytes > SIZE_MAX / 2) {
    arena->status = ISNAD_LIMIT;
    return NULL;
  }
  if (grow_in_place(arena, items, old_bytes, new_bytes)) return items;
  void *at = take(arena, new_bytes);
  if (at != NULL && old_bytes > 0) memcpy(at, items, old_bytes);
  return at;
}

void *isnad_arena_grow(isnad_arena *arena, void *items, size_t old_count, size_t new_count, size_t size) {
  void *at = arena_grow_room(arena, items, old_count, new_count, size);
  if (at != NULL) memset((char *)at + old_count * size, 0, (new_count - old_count) * size);
  return at;
}

isnad_slice isnad_arena_copy(isnad_arena *arena, isnad_slice slice) {
  char *bytes = slice.length > 0 ? take(arena, slice.length) : NULL;
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  memcpy(bytes, slice.bytes, slice.length);
  return (isnad_slice){bytes, slice.length};
}

isnad_slice isnad_arena_printf(isnad_arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  int length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *bytes = length >= 0 ? take(arena, (size_t)length + 1) : NULL;
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  va_start(args, format);
  vsnprintf(bytes, (size_t)length + 1, format, args);
  va_end(args);
  return (isnad_slice){bytes, (size_t)length};
}

void isnad_arena_limit(isnad_arena *arena, size_t limit) {
  arena->limit = limit;
  arena->status = ISNAD_OK;
}

size_t isnad_arena_used(const isnad_arena *arena) { return arena->used; }

isnad_status isnad_arena_status(const isnad_arena *arena) { return arena->status; }

isnad_status isnad_arena_fail(isnad_err *err, const isnad_arena *arena, const char *stage) {
  if (arena->status == ISNAD_LIMIT)
    return isnad_err_set(err, ISNAD_LIMIT, stage, (isnad_span){0, 0}, "needs more than the allowed %zu bytes of memory", arena->limit);
  return isnad_err_set(err, ISNAD_NO_MEMORY, stage, (isnad_span){0, 0}, "out of memory");
}
