/* HTTP messages as they stand in web archives and come from servers (RFC 9112): the head, and the body with its framing and packing undone. */
#ifndef ISNAD_CAPTURE_HTTP_MESSAGE_H
#define ISNAD_CAPTURE_HTTP_MESSAGE_H

#include "isnad/base.h"

typedef struct http_message {
  bool response;      /* else a request */
  unsigned status;    /* of a response */
  isnad_slice head;   /* the lines behind the first */
  isnad_slice body;   /* as it was transferred */
  isnad_slice target; /* of a request */
} http_message;

/* Reads the head. Returns ISNAD_OK, ISNAD_BAD_INPUT (no HTTP message, or its head has no end). Pure; slices point into `bytes`. */
isnad_status http_message_read(http_message *out, isnad_slice bytes, isnad_err *err);

/* The first field of that name, in any case; empty when there is none. */
isnad_slice http_field(const http_message *message, const char *name);

/* The length of the head with its empty line; 0 when these bytes are no message or hold no end of a head. */
size_t http_head_length(isnad_slice bytes);

/* The body with chunks joined, as the Transfer-Encoding says; the body itself when it is not chunked, or is no longer so though the head says it
 * (archives may keep what was decoded with the old head). *cut: the chunks end too early; what is there is given.
 * Returns ISNAD_OK, ISNAD_LIMIT, ISNAD_NO_MEMORY. */
isnad_status http_body_joined(isnad_slice *out, bool *cut, isnad_arena *arena, const http_message *message, isnad_err *err);

/* The body as the server meant it: chunks joined, then every Content-Encoding undone (gzip, deflate, zstd, br where it was built in). One that is
 * stated and not there is passed over. *cut: the body ends too early; what came before is given. Unpacks to at most `largest` bytes.
 * Returns ISNAD_OK, ISNAD_LIMIT (more than `largest`), ISNAD_BAD_INPUT (damaged, or an encoding that is not known), ISNAD_NO_MEMORY. */
isnad_status http_body(isnad_slice *out, bool *cut, isnad_arena *arena, const http_message *message, size_t largest, isnad_err *err);

#endif
