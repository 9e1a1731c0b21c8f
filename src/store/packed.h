/* Spans as the store keeps them (docs/STORE.md): numbers of 32 bits, the low byte first; two of them a span, four the two sides of a passage. */
#ifndef ISNAD_STORE_PACKED_H
#define ISNAD_STORE_PACKED_H

#include "isnad/base.h"

/* The number at `index`, counted in numbers; 0 beyond the end. */
static inline uint32_t packed_u32(isnad_slice packed, size_t index) {
  if (index >= packed.length / 4) return 0;
  const unsigned char *at = (const unsigned char *)packed.bytes + 4 * index;
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline size_t packed_spans(isnad_slice packed) { return packed.length / 8; }

/* The span at `index`, counted in spans; {0, 0} beyond the end. */
static inline isnad_span packed_span(isnad_slice packed, size_t index) {
  if (index >= packed_spans(packed)) return (isnad_span){0, 0};
  return (isnad_span){packed_u32(packed, 2 * index), packed_u32(packed, 2 * index + 1)};
}

static inline size_t packed_passages(isnad_slice packed) { return packed.length / 16; }

/* One side of the passage at `index`: that of the article named first, or of the other. */
static inline isnad_span packed_side(isnad_slice packed, size_t index, bool first) { return packed_span(packed, 2 * index + (first ? 0 : 1)); }

/* From the first to the last shared byte on one side. */
static inline isnad_span packed_reach(isnad_slice packed, bool first) {
  isnad_span reach = {UINT32_MAX, 0};
  for (size_t i = 0; i < packed_passages(packed); i++) {
    isnad_span span = packed_side(packed, i, first);
    if (span.begin < reach.begin) reach.begin = span.begin;
    if (span.end > reach.end) reach.end = span.end;
  }
  return reach;
}

#endif
