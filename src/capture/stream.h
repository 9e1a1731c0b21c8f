/* A file or standard input as a stream of plain bytes: gzip (RFC 1952, several members) and zstd (RFC 8878, several frames) are told by
 * their first bytes and unpacked on the way. Memory is constant. */
#ifndef ISNAD_CAPTURE_STREAM_H
#define ISNAD_CAPTURE_STREAM_H

#include "isnad/base.h"

typedef struct stream stream;

/* Opens `path` (NULL: standard input). ISNAD_OK, ISNAD_IO, ISNAD_NO_MEMORY. Free with stream_close. */
isnad_status stream_open(stream **out, const char *path, isnad_err *err);

/* Reads up to `room` bytes; *length 0 at the end. ISNAD_OK, ISNAD_IO, ISNAD_BAD_INPUT (damaged or cut compressed data; what came before
 * the damage has been handed out). */
isnad_status stream_read(stream *s, char *bytes, size_t room, size_t *length, isnad_err *err);

/* Whether the file is a web archive: its first bytes, unpacked, open a WARC record, or a dictionary of a .warc.zst. Before anything was read. */
isnad_status stream_is_warc(stream *s, bool *is, isnad_err *err);

/* Reads the file's own bytes, packed as they are; either these or those of stream_read are read, not both. The form of isnad_warc_input. */
isnad_status stream_read_raw(void *s, char *bytes, size_t room, size_t *length, isnad_err *err);

/* Bytes taken from the file itself so far (packed ones when it is packed). */
uint64_t stream_consumed(const stream *s);

void stream_close(stream *s);

#endif
