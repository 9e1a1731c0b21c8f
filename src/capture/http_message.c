#include "capture/http_message.h"

#include "base/ascii.h"
#include "capture/warc_header.h"

#include <string.h>

static const isnad_span nowhere = {0, 0};

static isnad_slice first_line(isnad_slice bytes) {
  const char *feed = bytes.length > 0 ? memchr(bytes.bytes, '\n', bytes.length) : NULL;
  isnad_slice line = {bytes.bytes, feed != NULL ? (size_t)(feed - bytes.bytes) : 0};
  if (line.length > 0 && line.bytes[line.length - 1] == '\r') line.length--;
  return line;
}

/* "HTTP/1.1 200 OK", also "HTTP/2 200". */
static bool status_line(http_message *out, isnad_slice line) {
  const char *space = line.length > 0 ? memchr(line.bytes, ' ', line.length) : NULL;
  size_t at = space != NULL ? (size_t)(space - line.bytes) : line.length;
  if (!isnad_slice_starts(line, (isnad_slice){"HTTP/", 5})) return false;
  while (at < line.length && line.bytes[at] == ' ') at++;
  if (line.length < at + 3) return false;
  for (size_t i = at; i < at + 3; i++)
    if (!ascii_is_digit(line.bytes[i])) return false;
  out->response = true;
  out->status = (unsigned)(line.bytes[at] - '0') * 100 + (unsigned)(line.bytes[at + 1] - '0') * 10 + (unsigned)(line.bytes[at + 2] - '0');
  return true;
}

/* "GET /page HTTP/1.1" */
static bool request_line(http_message *out, isnad_slice line) {
  const char *space = line.length > 0 ? memchr(line.bytes, ' ', line.length) : NULL;
  if (space == NULL || space == line.bytes) return false;
  isnad_slice rest = {space + 1, line.length - (size_t)(space + 1 - line.bytes)};
  const char *end = rest.length > 0 ? memchr(rest.bytes, ' ', rest.length) : NULL;
  if (end == NULL) return false;
  out->target = (isnad_slice){rest.bytes, (size_t)(end - rest.bytes)};
  isnad_slice version = {end + 1, rest.length - out->target.length - 1};
  return isnad_slice_starts(version, (isnad_slice){"HTTP/", 5});
}

isnad_status http_message_read(http_message *out, isnad_slice bytes, isnad_err *err) {
  *out = (http_message){0};
  isnad_slice line = first_line(bytes);
  if (!status_line(out, line) && !request_line(out, line)) return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "no HTTP message");
  size_t end = warc_header_end(bytes, 0);
  if (end == 0) return isnad_err_set(err, ISNAD_BAD_INPUT, "capture", nowhere, "the HTTP head has no end");
  size_t begin = (size_t)((const char *)memchr(bytes.bytes, '\n', bytes.length) - bytes.bytes) + 1;
  out->head = (isnad_slice){bytes.bytes + begin, end > begin ? end - begin : 0};
  out->body = (isnad_slice){bytes.bytes + end, bytes.length - end};
  return ISNAD_OK;
}

size_t http_head_length(isnad_slice bytes) {
  http_message message;
  return http_message_read(&message, bytes, NULL) == ISNAD_OK ? bytes.length - message.body.length : 0;
}

isnad_slice http_field(const http_message *message, const char *name) { return header_field(message->head, name); }
