#include "capture/unpack.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>
#ifdef HAVE_BROTLI
#include <brotli/decode.h>
#endif

static const isnad_span nowhere = {0, 0};

/* What is being unpacked: the output grows by doubling, up to one byte more than is allowed, which tells that there is too much. */
typedef struct unpacking {
  isnad_arena *arena;
  isnad_err *err;
  char *bytes;
  size_t length, room, largest;
} unpacking;

static isnad_status too_large(const unpacking *u) {
  return isnad_err_set(u->err, ISNAD_LIMIT, "capture", nowhere, "the body unpacks to more than the allowed %zu bytes", u->largest);
}

static isnad_status damaged(const unpacking *u, const char *what) {
  return isnad_err_set(u->err, ISNAD_BAD_INPUT, "capture", nowhere, "the %s data of the body is damaged", what);
}

static isnad_status make_room(unpacking *u, size_t hint) {
  if (u->length < u->room) return ISNAD_OK;
  if (u->room > u->largest) return too_large(u);
  size_t room = u->room > 0 ? u->room * 2 : hint * 4 + 1024;
  if (room > u->largest) room = u->largest + 1;
  char *bytes = isnad_arena_grow(u->arena, u->bytes, u->room, room, 1);
  if (bytes == NULL) return isnad_arena_fail(u->err, u->arena, "capture");
  u->bytes = bytes;
  u->room = room;
  return ISNAD_OK;
}

static isnad_status finish(unpacking *u, isnad_slice *body) {
  if (u->length > u->largest) return too_large(u);
  *body = (isnad_slice){u->bytes, u->length};
  return ISNAD_OK;
}

/* --- zlib --- */

enum { SLICE_MOST = 1 << 30 };

/* Returns ISNAD_OK at the end of the data, a damage only when nothing came before it: browsers show what they could unpack. */
static isnad_status inflate_all(unpacking *u, z_stream *z, isnad_slice body, bool members, bool *cut) {
  int result = Z_OK;
  z->next_in = (Bytef *)(uintptr_t)body.bytes;
  z->avail_in = body.length < SLICE_MOST ? (unsigned)body.length : SLICE_MOST;
  for (;;) {
    isnad_status status = make_room(u, body.length);
    if (status != ISNAD_OK) return status;
    size_t room = u->room - u->length < SLICE_MOST ? u->room - u->length : SLICE_MOST;
    z->next_out = (Bytef *)u->bytes + u->length;
    z->avail_out = (unsigned)room;
    result = inflate(z, Z_NO_FLUSH);
    u->length += room - z->avail_out;
    if (result == Z_STREAM_END && members && z->avail_in > 18 && z->next_in[0] == 0x1F && z->next_in[1] == 0x8B && inflateReset(z) == Z_OK) continue;
    if (result != Z_OK || (z->avail_in == 0 && z->avail_out > 0)) break;
  }
  *cut = result != Z_STREAM_END;
  return ISNAD_OK;
}

static isnad_status inflate_body(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, int bits, isnad_err *err) {
  unpacking u = {.arena = arena, .err = err, .largest = largest};
  z_stream z = {0};
  if (inflateInit2(&z, bits) != Z_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory");
  isnad_status status = inflate_all(&u, &z, *body, bits > 16, cut);
  inflateEnd(&z);
  if (status == ISNAD_OK && *cut && u.length == 0) return damaged(&u, bits > 16 ? "gzip" : "deflate");
  return status == ISNAD_OK ? finish(&u, body) : status;
}

isnad_status unpack_gzip(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err) {
  if (!isnad_slice_starts(*body, (isnad_slice){"\x1F\x8B", 2})) return ISNAD_OK;
  return inflate_body(body, cut, arena, largest, 15 + 16, err);
}

/* RFC 9110 means zlib's frame; some servers send the bare data. A page that was stored unpacked opens with markup. */
isnad_status unpack_deflate(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err) {
  const unsigned char *p = (const unsigned char *)body->bytes;
  if (p[0] == '<' || p[0] == '\n') return ISNAD_OK;
  bool framed = body->length > 1 && (p[0] & 15) == 8 && (p[0] * 256u + p[1]) % 31 == 0;
  return inflate_body(body, cut, arena, largest, framed ? 15 : -15, err);
}

/* --- zstd --- */

enum { WINDOW_MOST = 23 }; /* 8 MiB (RFC 9659) */

isnad_status unpack_zstd(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err) {
  if (!isnad_slice_starts(*body, (isnad_slice){"\x28\xB5\x2F\xFD", 4})) return ISNAD_OK;
  unpacking u = {.arena = arena, .err = err, .largest = largest};
  ZSTD_DStream *z = ZSTD_createDStream();
  if (z == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory");
  ZSTD_DCtx_setParameter(z, ZSTD_d_windowLogMax, WINDOW_MOST);
  ZSTD_inBuffer in = {body->bytes, body->length, 0};
  isnad_status status = ISNAD_OK;
  size_t left = 1;
  while (status == ISNAD_OK && !(in.pos == in.size && (left == 0 || u.length < u.room))) {
    status = make_room(&u, body->length);
    ZSTD_outBuffer out = {u.bytes, u.room, u.length};
    if (status == ISNAD_OK) left = ZSTD_decompressStream(z, &out, &in);
    if (ZSTD_isError(left)) break;
    if (status == ISNAD_OK) u.length = out.pos;
  }
  ZSTD_freeDStream(z);
  *cut = left != 0;
  if (status == ISNAD_OK && *cut && u.length == 0) return damaged(&u, "zstd");
  return status == ISNAD_OK ? finish(&u, body) : status;
}

/* --- brotli --- */

#ifdef HAVE_BROTLI
/* Brotli has no magic: a body that opens like markup was stored unpacked, which packed bytes do about once in a million. */
static bool looks_like_markup(isnad_slice b) {
  return isnad_slice_starts(b, (isnad_slice){"<!D", 3}) || isnad_slice_starts(b, (isnad_slice){"<!d", 3}) ||
         isnad_slice_starts(b, (isnad_slice){"<ht", 3}) || isnad_slice_starts(b, (isnad_slice){"<HT", 3});
}

isnad_status unpack_brotli(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err) {
  if (looks_like_markup(*body)) return ISNAD_OK;
  unpacking u = {.arena = arena, .err = err, .largest = largest};
  BrotliDecoderState *state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
  if (state == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", nowhere, "out of memory");
  const uint8_t *in = (const uint8_t *)body->bytes;
  size_t left = body->length;
  isnad_status status = ISNAD_OK;
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (status == ISNAD_OK && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    status = make_room(&u, body->length);
    if (status != ISNAD_OK) break;
    uint8_t *out = (uint8_t *)u.bytes + u.length;
    size_t room = u.room - u.length;
    result = BrotliDecoderDecompressStream(state, &left, &in, &room, &out, NULL);
    u.length = u.room - room;
  }
  BrotliDecoderDestroyInstance(state);
  *cut = result != BROTLI_DECODER_RESULT_SUCCESS;
  if (status == ISNAD_OK && *cut && u.length == 0) return damaged(&u, "brotli");
  return status == ISNAD_OK ? finish(&u, body) : status;
}
#else
isnad_status unpack_brotli(isnad_slice *body, bool *cut, isnad_arena *arena, size_t largest, isnad_err *err) {
  (void)body, (void)cut, (void)arena, (void)largest;
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the body is packed as br, which this isnad was built without");
}
#endif
