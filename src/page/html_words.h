/* The words of class names and the like, and their hash, which the generator of the hint table shares. */
#ifndef ISNAD_PAGE_HTML_WORDS_H
#define ISNAD_PAGE_HTML_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* FNV-1a over lower-case letters and digits. */
enum { HINT_BASIS = 0x11C9DC5 };

static inline uint32_t hint_step(uint32_t hash, char c) {
  uint8_t b = (uint8_t)c;
  return (hash ^ (b >= 'A' && b <= 'Z' ? b | 0x20u : b)) * 16777619u;
}

/* Two words one behind the other. */
static inline uint32_t hint_pair(uint32_t first, uint32_t second) { return first * 0x9E3779B1u ^ second; }

static inline bool hint_is_upper(char c) { return c >= 'A' && c <= 'Z'; }

static inline bool hint_is_letter(char c) { return (c >= 'a' && c <= 'z') || hint_is_upper(c) || (c >= '0' && c <= '9') || (uint8_t)c >= 0x80; }

/* Cuts the next word of bytes[*at, length): at every other character, and before a capital behind a small letter or digit ("articleBody").
 * Returns false when there is none. */
static inline bool hint_next_word(const char *bytes, size_t length, size_t *at, uint32_t *hash) {
  size_t i = *at;
  while (i < length && !hint_is_letter(bytes[i])) i++;
  if (i == length) return false;
  *hash = hint_step(HINT_BASIS, bytes[i++]);
  for (; i < length && hint_is_letter(bytes[i]); i++) {
    if (hint_is_upper(bytes[i]) && !hint_is_upper(bytes[i - 1])) break;
    *hash = hint_step(*hash, bytes[i]);
  }
  *at = i;
  return true;
}

/* data/html_hints.tsv compiled: open addressing, hash 0 is free; the bits are those of isnad_html_hints_kind. */
extern const uint32_t hint_mask;
extern const uint32_t hint_hashes[];
extern const uint32_t hint_kinds[];

#endif
