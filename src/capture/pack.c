#include "capture/unpack.h"

#include <zlib.h>
#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#endif

static const isnad_span nowhere = {0, 0};

static isnad_status refused(isnad_err *err) { return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory"); }

enum { LEVEL = 6 };

#ifdef HAVE_LIBDEFLATE
isnad_status pack_gzip(isnad_slice *out, isnad_arena *arena, isnad_slice bytes, isnad_err *err) {
  struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
  if (packer == NULL) return refused(err);
  size_t room = libdeflate_gzip_compress_bound(packer, bytes.length);
  char *packed = isnad_arena_alloc(arena, room);
  size_t length = packed != NULL ? libdeflate_gzip_compress(packer, bytes.bytes, bytes.length, packed, room) : 0;
  libdeflate_free_compressor(packer);
  *out = (isnad_slice){packed, length};
  return length > 0 ? ISNAD_OK : isnad_arena_fail(err, arena, "capture");
}
#else
enum { SLICE_MOST = 1 << 30 };

isnad_status pack_gzip(isnad_slice *out, isnad_arena *arena, isnad_slice bytes, isnad_err *err) {
  z_stream z = {0};
  if (bytes.length > SLICE_MOST) return isnad_err_set(err, ISNAD_LIMIT, "capture", nowhere, "a record of more than 1 GiB");
  if (deflateInit2(&z, LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return refused(err);
  size_t room = deflateBound(&z, (uLong)bytes.length) + 32;
  char *packed = isnad_arena_alloc(arena, room);
  z.next_in = (Bytef *)(uintptr_t)bytes.bytes;
  z.avail_in = (unsigned)bytes.length;
  z.next_out = (Bytef *)packed;
  z.avail_out = (unsigned)room;
  bool good = packed != NULL && deflate(&z, Z_FINISH) == Z_STREAM_END;
  *out = (isnad_slice){packed, good ? room - z.avail_out : 0};
  deflateEnd(&z);
  return good ? ISNAD_OK : isnad_arena_fail(err, arena, "capture");
}
#endif
