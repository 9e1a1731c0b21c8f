#include "isnad/base.h"

#include <string.h>

int isnad_slice_compare(isnad_slice a, isnad_slice b) {
  size_t shared = a.length < b.length ? a.length : b.length;
  int order = shared > 0 ? memcmp(a.bytes, b.bytes, shared) : 0;
  if (order != 0) return order;
  return (a.length > b.length) - (a.length < b.length);
}

bool isnad_slice_starts(isnad_slice text, isnad_slice prefix) {
  return text.length >= prefix.length && (prefix.length == 0 || memcmp(text.bytes, prefix.bytes, prefix.length) == 0);
}
