#include "isnad/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message that did not fit may end inside a character; the part of it that is there goes too. */
static void cut_between_characters(char *message) {
  size_t end = strlen(message);
  size_t begin = end;
  while (begin > 0 && end - begin < 3 && ((unsigned char)message[begin - 1] & 0xC0) == 0x80) begin--;
  if (begin == 0 || (unsigned char)message[begin - 1] < 0xC0) return;
  unsigned char lead = (unsigned char)message[--begin];
  size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (end - begin < length) message[begin] = '\0';
}

isnad_status isnad_err_set(isnad_err *err, isnad_status status, const char *stage, isnad_span span, const char *format, ...) {
  if (err == NULL || format == NULL) return status;
  err->status = status;
  err->stage = stage;
  err->span = span;
  va_list args;
  va_start(args, format);
  int length = vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  if (length >= (int)sizeof err->message) cut_between_characters(err->message);
  return status;
}

const char *isnad_status_name(isnad_status status) {
  static const char *const names[] = {"ok",           "end",       "not found",   "out of memory", "limit reached", "bad input",
                                      "bad argument", "I/O error", "store error", "store busy",    "newer schema",  "cancelled"};
  return (size_t)status < sizeof names / sizeof names[0] ? names[status] : "unknown status";
}
