/* What tools/compile_html.c writes at build time: hash tables of names without collisions, and the character references. */
#ifndef ISNAD_HTML_TABLES_H
#define ISNAD_HTML_TABLES_H

#include <stdbool.h>
#include <stdint.h>

enum { HTML_TAG_BITS = 11, HTML_ATTR_BITS = 9, HTML_LONGEST_REFERENCE = 32, HTML_REFERENCE_TEXT = 7 };

static const uint32_t HTML_HASH_SEED = 0x811C9DC5u;

/* FNV-1a, of names in lower case. */
static inline uint32_t html_hash_add(uint32_t hash, uint8_t byte) { return (hash ^ byte) * 0x01000193u; }

static inline uint32_t html_slot(uint32_t hash, uint32_t multiplier, unsigned bits) { return hash * multiplier >> (32 - bits); }

/* A slot holds the place of its name in the list of names.h, counted from 1; 0: no name. Another name may fall into it: compare. */
extern const uint32_t html_tag_multiplier, html_attr_multiplier;
extern const uint8_t html_tag_slots[1 << HTML_TAG_BITS], html_attr_slots[1 << HTML_ATTR_BITS];

typedef struct html_reference {
  char name[HTML_LONGEST_REFERENCE]; /* without the ampersand; not NUL-terminated when it fills the room */
  uint8_t length, text_length;
  uint8_t text[HTML_REFERENCE_TEXT]; /* UTF-8 */
} html_reference;

extern const uint32_t html_reference_count;
extern const html_reference html_references[]; /* sorted by bytes */
extern const uint16_t html_reference_starts[129];

#endif
