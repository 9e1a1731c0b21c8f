#include "base/zip.h"

#include <zlib.h>

enum { MOST_FILES = 65000, VERSION = 20, STORED = 0, DEFLATED = 8, FIRST_DAY = 0x21, RAW_WINDOW = -15, MEMORY_LEVEL = 8 }; /* 1980-01-01 */
#define MOST_BYTES 0xFFFF0000u

static const isnad_span nowhere = {0, 0};

static void u16(buf *b, unsigned n) {
  buf_add_char(b, (char)(n & 0xFF));
  buf_add_char(b, (char)(n >> 8 & 0xFF));
}

static void u32(buf *b, uint32_t n) {
  u16(b, n & 0xFFFF);
  u16(b, n >> 16);
}

zip zip_new(isnad_arena *arena) { return (zip){.arena = arena, .out = buf_new(arena, 64 * 1024)}; }

/* The fields that a local header and the directory share. */
static void shared_fields(buf *b, const zip_entry *e) {
  u16(b, VERSION);
  u16(b, 0); /* flags */
  u16(b, e->method);
  u16(b, 0);
  u16(b, FIRST_DAY);
  u32(b, e->crc);
  u32(b, e->packed);
  u32(b, e->size);
  u16(b, (unsigned)e->name.length);
  u16(b, 0); /* extra */
}

/* Deflated bytes; an empty slice when that saves nothing. */
static isnad_slice deflated(isnad_arena *arena, isnad_slice bytes) {
  z_stream s = {.zalloc = Z_NULL};
  isnad_slice out = {NULL, 0};
  if (bytes.length == 0 || deflateInit2(&s, Z_BEST_COMPRESSION, Z_DEFLATED, RAW_WINDOW, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) return out;
  char *room = isnad_arena_alloc(arena, bytes.length);
  s.next_in = (Bytef *)(uintptr_t)bytes.bytes;
  s.avail_in = (uInt)bytes.length;
  s.next_out = (Bytef *)room;
  s.avail_out = (uInt)bytes.length;
  if (room != NULL && deflate(&s, Z_FINISH) == Z_STREAM_END) out = (isnad_slice){room, (size_t)s.total_out};
  deflateEnd(&s);
  return out;
}

static zip_entry *add_entry(zip *z) {
  if (z->count == z->room) {
    zip_entry *more = isnad_arena_grow(z->arena, z->entries, z->room, z->room * 2 + 64, sizeof *more);
    if (more == NULL) return NULL;
    z->entries = more;
    z->room = z->room * 2 + 64;
  }
  return &z->entries[z->count++];
}

isnad_status zip_add(zip *z, isnad_slice name, isnad_slice bytes, isnad_err *err) {
  if (z->count == MOST_FILES || bytes.length > MOST_BYTES || z->out.length + bytes.length > MOST_BYTES)
    return isnad_err_set(err, ISNAD_LIMIT, "zip", nowhere, "the archive would need more than 65,000 files or 4 GB");
  zip_entry *e = add_entry(z);
  if (e == NULL) return isnad_arena_fail(err, z->arena, "zip");
  isnad_slice packed = deflated(z->arena, bytes);
  bool smaller = packed.length > 0 && packed.length < bytes.length;
  *e = (zip_entry){.name = name, .size = (uint32_t)bytes.length, .at = (uint32_t)z->out.length, .method = smaller ? DEFLATED : STORED};
  e->crc = (uint32_t)crc32(crc32(0, Z_NULL, 0), (const Bytef *)bytes.bytes, (uInt)bytes.length);
  if (!smaller) packed = bytes;
  e->packed = (uint32_t)packed.length;
  u32(&z->out, 0x04034B50);
  shared_fields(&z->out, e);
  buf_add_slice(&z->out, name);
  buf_add_slice(&z->out, packed);
  return buf_status(&z->out, "zip", err);
}

isnad_status zip_finish(isnad_slice *bytes, zip *z, isnad_err *err) {
  buf *b = &z->out;
  uint32_t begin = (uint32_t)b->length;
  for (size_t i = 0; i < z->count; i++) {
    u32(b, 0x02014B50);
    u16(b, VERSION);
    shared_fields(b, &z->entries[i]);
    u16(b, 0); /* comment */
    u16(b, 0); /* disk */
    u16(b, 0); /* internal attributes */
    u32(b, 0); /* external attributes */
    u32(b, z->entries[i].at);
    buf_add_slice(b, z->entries[i].name);
  }
  uint32_t size = (uint32_t)b->length - begin;
  u32(b, 0x06054B50);
  u16(b, 0);
  u16(b, 0);
  u16(b, (unsigned)z->count);
  u16(b, (unsigned)z->count);
  u32(b, size);
  u32(b, begin);
  u16(b, 0);
  *bytes = buf_slice(b);
  return buf_status(b, "zip", err);
}
