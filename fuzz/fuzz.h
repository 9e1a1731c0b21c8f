/* What the fuzz targets share. A target reads any bytes without harm and keeps its invariants: REQUIRE stops it when one is broken. */
#ifndef ISNAD_FUZZ_H
#define ISNAD_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "isnad/base.h"

#define REQUIRE(condition)                                                                                                                           \
  do {                                                                                                                                               \
    if (!(condition)) {                                                                                                                              \
      fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition);                                                                        \
      abort();                                                                                                                                       \
    }                                                                                                                                                \
  } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads every byte of a slice, so that the sanitizer sees one that points nowhere. */
static inline unsigned touch(isnad_slice s) {
  unsigned sum = 0;
  for (size_t i = 0; i < s.length; i++) sum += (unsigned char)s.bytes[i];
  return sum;
}

static inline bool inside(isnad_slice part, isnad_slice whole) {
  uintptr_t begin = (uintptr_t)part.bytes, from = (uintptr_t)whole.bytes;
  return begin >= from && begin - from <= whole.length && part.length <= whole.length - (begin - from);
}

#endif
