/* Terms as the twelve bytes that are kept of each. */
#include "story/terms.h"

enum { FLAG = 0x8000, KIND_SHIFT = 13, LEAD = 0x1000, EVENT = 0x800 };

uint16_t term_units(float bits, unsigned most) {
  double units = (double)bits * TERM_UNITS + 0.5;
  return (uint16_t)(units >= most ? most : (unsigned)units);
}

isnad_slice terms_pack(isnad_arena *arena, const term *terms, size_t count) {
  unsigned char *bytes = count > 0 ? isnad_arena_alloc(arena, count * TERM_BYTES) : NULL;
  for (size_t i = 0; bytes != NULL && i < count; i++) {
    unsigned char *at = bytes + i * TERM_BYTES;
    unsigned whole = term_units(terms[i].whole, FLAG - 1) | (terms[i].specific ? FLAG : 0),
             headline = terms[i].headline | (terms[i].lead ? LEAD : 0) | (terms[i].event ? EVENT : 0) | (unsigned)terms[i].kind << KIND_SHIFT;
    for (unsigned k = 0; k < 8; k++) at[k] = (unsigned char)(terms[i].hash >> (8 * k));
    at[8] = (unsigned char)whole;
    at[9] = (unsigned char)(whole >> 8);
    at[10] = (unsigned char)headline;
    at[11] = (unsigned char)(headline >> 8);
  }
  return (isnad_slice){(const char *)bytes, bytes != NULL ? count * TERM_BYTES : 0};
}

size_t terms_unpack(term *out, isnad_slice packed) {
  size_t count = packed.length / TERM_BYTES;
  if (count > MOST_TERMS) count = MOST_TERMS;
  for (size_t i = 0; i < count; i++) {
    const unsigned char *at = (const unsigned char *)packed.bytes + i * TERM_BYTES;
    uint64_t hash = 0;
    for (unsigned k = 0; k < 8; k++) hash |= (uint64_t)at[k] << (8 * k);
    unsigned whole = at[8] | (unsigned)at[9] << 8, headline = at[10] | (unsigned)at[11] << 8;
    out[i] = (term){.hash = hash,
                    .whole = (float)(whole & (FLAG - 1)) / TERM_UNITS,
                    .headline = (uint16_t)(headline & TERM_HEADLINE_MOST),
                    .kind = (uint8_t)(headline >> KIND_SHIFT),
                    .specific = (whole & FLAG) != 0,
                    .lead = (headline & LEAD) != 0,
                    .event = (headline & EVENT) != 0};
  }
  return count;
}
