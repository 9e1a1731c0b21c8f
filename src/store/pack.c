#include "store/pack.h"

#include "store/handle.h"

#include <zstd.h>

enum { LEVEL = -3 }; /* a third of the time of level 1, for a third more bytes */

static const isnad_span nowhere = {0, 0};

isnad_status store_pack(isnad_slice *out, isnad_store *store, isnad_slice text, isnad_err *err) {
  if (store->packer == NULL) store->packer = ZSTD_createCCtx();
  if (store->packer == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
  size_t room = ZSTD_compressBound(text.length);
  char *bytes = isnad_arena_alloc(store->scratch, room);
  if (bytes == NULL) return isnad_arena_fail(err, store->scratch, "store");
  size_t length = ZSTD_compressCCtx(store->packer, bytes, room, text.bytes, text.length, LEVEL);
  if (ZSTD_isError(length)) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "a record cannot be packed: %s", ZSTD_getErrorName(length));
  *out = (isnad_slice){bytes, length};
  return ISNAD_OK;
}

static isnad_status damaged(const isnad_store *store, isnad_err *err) {
  return isnad_err_set(err, ISNAD_STORE, "store", nowhere, "%s cannot be read: a record is damaged", store->path);
}

isnad_status store_unpack(isnad_slice *out, isnad_arena *arena, isnad_store *store, isnad_slice packed, isnad_err *err) {
  unsigned long long length = ZSTD_getFrameContentSize(packed.bytes, packed.length);
  bool sound = length != ZSTD_CONTENTSIZE_UNKNOWN && length != ZSTD_CONTENTSIZE_ERROR && length / 65536 <= packed.length; /* no frame packs tighter */
  if (!sound) return damaged(store, err);
  char *bytes = isnad_arena_alloc(arena, (size_t)length + 1);
  if (bytes == NULL) return isnad_arena_fail(err, arena, "store");
  if (store->unpacker == NULL) store->unpacker = ZSTD_createDCtx();
  if (store->unpacker == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "store", nowhere, "out of memory");
  if (ZSTD_decompressDCtx(store->unpacker, bytes, (size_t)length, packed.bytes, packed.length) != length) return damaged(store, err);
  *out = (isnad_slice){bytes, (size_t)length};
  return ISNAD_OK;
}

void store_free_packers(isnad_store *store) {
  ZSTD_freeCCtx(store->packer);
  ZSTD_freeDCtx(store->unpacker);
}
