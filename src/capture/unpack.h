/* Packed bodies of known length, unpacked into an arena up to a limit. */
#ifndef ISNAD_CAPTURE_UNPACK_H
#define ISNAD_CAPTURE_UNPACK_H

#include "isnad/base.h"

/* Each replaces *body by what it unpacks to. *cut: the data ends too early, and what came before is given. A body that is not packed in that way at
 * all is left as it is. Returns ISNAD_OK, ISNAD_LIMIT (more than `largest` bytes), ISNAD_BAD_INPUT (damaged), ISNAD_NO_MEMORY. */
isnad_status unpack_gzip(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err);
isnad_status unpack_deflate(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err); /* with or without zlib's frame */
isnad_status unpack_zstd(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err);
isnad_status unpack_brotli(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err); /* BAD_INPUT when not built in */

/* One gzip member (RFC 1952) of the parts one after another, by libdeflate where it is there, else zlib. */
isnad_status pack_gzip(isnad_slice *out, isnad_arena *arena, isnad_slice bytes, isnad_err *err);

#endif
