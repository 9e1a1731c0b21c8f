/* Writing UTF-8 (RFC 3629). */
#ifndef ISNAD_BASE_UTF8_H
#define ISNAD_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* How many bytes the character takes: one to four. */
static inline size_t utf8_length(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

/* Writes the character, utf8_length of it bytes, and tells so many. Surrogates and what lies above U+10FFFF are for the caller to refuse. */
static inline size_t utf8_put(char *out, uint32_t c) {
  static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  size_t length = utf8_length(c);
  for (size_t i = length - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
  out[0] = (char)(leads[length] | c);
  return length;
}

#endif
