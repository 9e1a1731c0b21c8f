#include "isnad/base.h"

#include <stdarg.h>
#include <stdio.h>

isnad_status isnad_err_set(isnad_err *err, isnad_status status, const char *stage, isnad_span span, const char *format, ...) {
  if (err == NULL) return status;
  err->status = status;
  err->stage = stage;
  err->span = span;
  va_list args;
  va_start(args, format);
  vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  return status;
}

const char *isnad_status_name(isnad_status status) {
  static const char *const names[] = {"ok",           "end",       "not found",   "out of memory", "limit reached", "bad input",
                                      "bad argument", "I/O error", "store error", "store busy",    "newer schema",  "cancelled"};
  return (size_t)status < sizeof names / sizeof names[0] ? names[status] : "unknown status";
}
