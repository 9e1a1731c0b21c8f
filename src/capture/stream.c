#include "capture/stream.h"

#include "capture/warc_header.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { INPUT_ROOM = 256 * 1024 };

typedef enum packing { PLAIN, GZIP, ZSTD } packing;

struct stream {
  int fd;
  bool owns_fd;
  packing packing;
  z_stream gzip;
  ZSTD_DStream *zstd;
  size_t zstd_pending; /* what ZSTD_decompressStream last wanted; 0 at the end of a frame */
  bool member_done;    /* gzip: a member just ended */
  bool gzip_damaged;   /* what came before has been handed out */
  bool file_ended;
  uint64_t consumed;
  size_t begin, end; /* unread input */
  char input[INPUT_ROOM];
};

static isnad_status io_error(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_IO, "capture", (isnad_span){0, 0}, "%s: %s", what, strerror(errno));
}

static isnad_status damaged(isnad_err *err, const char *what) {
  return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", (isnad_span){0, 0}, "%s", what);
}

/* Makes sure that at least `wanted` bytes of input are there unless the file ends first. */
static isnad_status fill(stream *s, size_t wanted, isnad_err *err) {
  if (s->begin > 0) {
    memmove(s->input, s->input + s->begin, s->end - s->begin);
    s->end -= s->begin;
    s->begin = 0;
  }
  while (s->end < wanted && !s->file_ended) {
    ssize_t got = read(s->fd, s->input + s->end, INPUT_ROOM - s->end);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return io_error(err, "cannot read");
    s->file_ended = got == 0;
    s->end += (size_t)got;
    s->consumed += (uint64_t)got;
  }
  return ISNAD_OK;
}

static isnad_status detect(stream *s, isnad_err *err) {
  static const unsigned char gzip_magic[] = {0x1F, 0x8B}, zstd_magic[] = {0x28, 0xB5, 0x2F, 0xFD};
  isnad_status status = fill(s, sizeof zstd_magic, err);
  if (status != ISNAD_OK) return status;
  if (s->end >= 2 && memcmp(s->input, gzip_magic, 2) == 0) {
    s->packing = GZIP;
    if (inflateInit2(&s->gzip, 15 + 16) != Z_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
  } else if (s->end >= 4 && memcmp(s->input, zstd_magic, 4) == 0) {
    s->packing = ZSTD;
    s->zstd = ZSTD_createDStream();
    if (s->zstd == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
  }
  return ISNAD_OK;
}

isnad_status stream_open(stream **out, const char *path, isnad_err *err) {
  stream *s = calloc(1, sizeof *s);
  if (s == NULL) return isnad_err_set(err, ISNAD_NO_MEMORY, "capture", (isnad_span){0, 0}, "out of memory");
  s->owns_fd = path != NULL;
  s->fd = path == NULL ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  isnad_status status = s->fd < 0 ? io_error(err, "cannot open") : detect(s, err);
  if (status != ISNAD_OK) {
    stream_close(s);
    return status;
  }
  *out = s;
  return ISNAD_OK;
}

static isnad_status read_plain(stream *s, char *bytes, size_t room, size_t *length, isnad_err *err) {
  isnad_status status = s->begin < s->end ? ISNAD_OK : fill(s, 1, err);
  size_t ready = s->end - s->begin;
  *length = ready < room ? ready : room;
  memcpy(bytes, s->input + s->begin, *length);
  s->begin += *length;
  return status;
}

static isnad_status read_gzip(stream *s, char *bytes, size_t room, size_t *length, isnad_err *err) {
  unsigned most = room > 1u << 30 ? 1u << 30 : (unsigned)room;
  s->gzip.next_out = (Bytef *)bytes;
  s->gzip.avail_out = most;
  while (s->gzip.avail_out == most && !s->gzip_damaged) {
    isnad_status status = s->begin < s->end ? ISNAD_OK : fill(s, 1, err);
    if (status != ISNAD_OK) return status;
    if (s->begin == s->end) {
      if (!s->member_done) return damaged(err, "the gzip data ends too early");
      break;
    }
    if (s->member_done && inflateReset(&s->gzip) != Z_OK) return damaged(err, "the gzip data is damaged");
    s->member_done = false;
    s->gzip.next_in = (Bytef *)s->input + s->begin;
    s->gzip.avail_in = (unsigned)(s->end - s->begin);
    int result = inflate(&s->gzip, Z_NO_FLUSH);
    s->begin = s->end - s->gzip.avail_in;
    if (result == Z_STREAM_END)
      s->member_done = true;
    else if (result != Z_OK && result != Z_BUF_ERROR)
      s->gzip_damaged = true;
  }
  if (s->gzip_damaged && s->gzip.avail_out == most) return damaged(err, "the gzip data is damaged");
  *length = most - s->gzip.avail_out;
  return ISNAD_OK;
}

/* Feeds no more than the library asks for, which is one block at a time: then all blocks before a damaged one are handed out, however the bytes
 * of a pipe happened to arrive. */
static isnad_status read_zstd(stream *s, char *bytes, size_t room, size_t *length, isnad_err *err) {
  ZSTD_outBuffer out = {bytes, room, 0};
  while (out.pos == 0) {
    isnad_status status = s->begin < s->end ? ISNAD_OK : fill(s, 1, err);
    if (status != ISNAD_OK) return status;
    size_t ready = s->end - s->begin, asked = s->zstd_pending > 0 ? s->zstd_pending : 1;
    ZSTD_inBuffer in = {s->input + s->begin, ready < asked ? ready : asked, 0};
    if (ready == 0 && s->zstd_pending == 0) break;
    s->zstd_pending = ZSTD_decompressStream(s->zstd, &out, &in);
    s->begin += in.pos;
    if (ZSTD_isError(s->zstd_pending)) return damaged(err, "the zstd data is damaged");
    if (ready == 0 && out.pos == 0) return damaged(err, "the zstd data ends too early");
  }
  *length = out.pos;
  return ISNAD_OK;
}

isnad_status stream_read(stream *s, char *bytes, size_t room, size_t *length, isnad_err *err) {
  *length = 0;
  switch (s->packing) {
  case GZIP:
    return read_gzip(s, bytes, room, length, err);
  case ZSTD:
    return read_zstd(s, bytes, room, length, err);
  default:
    return read_plain(s, bytes, room, length, err);
  }
}

isnad_status stream_read_raw(void *s, char *bytes, size_t room, size_t *length, isnad_err *err) { return read_plain(s, bytes, room, length, err); }

enum { OPENING = 8, ENOUGH = 4096 }; /* "WARC/1.0"; packed bytes that hold as much */

static size_t open_gzip(char out[OPENING], const char *bytes, size_t length) {
  z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (unsigned)length, .next_out = (Bytef *)out, .avail_out = OPENING};
  if (inflateInit2(&z, 15 + 16) != Z_OK) return 0;
  (void)inflate(&z, Z_SYNC_FLUSH);
  inflateEnd(&z);
  return OPENING - z.avail_out;
}

static size_t open_zstd(char out[OPENING], const char *bytes, size_t length) {
  ZSTD_DStream *z = ZSTD_createDStream();
  ZSTD_outBuffer to = {out, OPENING, 0};
  ZSTD_inBuffer from = {bytes, length, 0};
  if (z != NULL) (void)ZSTD_decompressStream(z, &to, &from);
  ZSTD_freeDStream(z);
  return to.pos;
}

isnad_status stream_is_warc(stream *s, bool *is, isnad_err *err) {
  char opening[OPENING] = {0};
  bool packed = s->packing != PLAIN, maybe = packed || (s->end >= 4 && memcmp(s->input, "WARC", 4) == 0);
  isnad_status status = maybe ? fill(s, s->packing == ZSTD ? INPUT_ROOM : packed ? ENOUGH : OPENING, err) : ISNAD_OK;
  size_t length = 0;
  if (s->packing == GZIP) length = open_gzip(opening, s->input, s->end);
  if (s->packing == ZSTD) length = open_zstd(opening, s->input, s->end);
  if (!packed) memcpy(opening, s->input, length = s->end < OPENING ? s->end : OPENING);
  *is = warc_opens((isnad_slice){opening, length}) || (s->end >= 4 && memcmp(s->input, "\x5D\x2A\x4D\x18", 4) == 0);
  return status;
}

uint64_t stream_consumed(const stream *s) { return s->consumed; }

void stream_close(stream *s) {
  if (s == NULL) return;
  if (s->packing == GZIP) inflateEnd(&s->gzip);
  ZSTD_freeDStream(s->zstd);
  if (s->owns_fd && s->fd >= 0) close(s->fd);
  free(s);
}
