#include "isnad/base.h"

#include <string.h>

isnad_slice isnad_slice_of(const char *text) { return (isnad_slice){text, text != NULL ? strlen(text) : 0}; }

bool isnad_slice_equal(isnad_slice a, isnad_slice b) { return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0); }

int isnad_slice_compare(isnad_slice a, isnad_slice b) {
  size_t shared = a.length < b.length ? a.length : b.length;
  int order = shared > 0 ? memcmp(a.bytes, b.bytes, shared) : 0;
  if (order != 0) return order;
  return (a.length > b.length) - (a.length < b.length);
}

bool isnad_slice_starts(isnad_slice text, isnad_slice prefix) {
  return text.length >= prefix.length && (prefix.length == 0 || memcmp(text.bytes, prefix.bytes, prefix.length) == 0);
}

isnad_slice isnad_slice_at(isnad_slice text, isnad_span span) {
  if (span.begin >= span.end || span.end > text.length) return (isnad_slice){NULL, 0};
  return (isnad_slice){text.bytes + span.begin, span.end - span.begin};
}
