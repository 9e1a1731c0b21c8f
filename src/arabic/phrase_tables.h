/* The compiled phrase tables, as the generator writes them and phrases.c reads them. */
#ifndef ISNAD_ARABIC_PHRASE_TABLES_H
#define ISNAD_ARABIC_PHRASE_TABLES_H

#include <stdint.h>

/* An edge of the trie in an open-addressing table; node 0 marks a free slot (the root is nobody's child). */
typedef struct phrase_edge {
  uint64_t key;
  uint32_t node;
  uint32_t accept; /* the node's accepts begin here and end where `node` of the accept changes; UINT32_MAX: none */
} phrase_edge;

typedef struct phrase_accept {
  uint32_t row;
  uint8_t table, cell;
  uint8_t last; /* 1: the last accept of its node */
} phrase_accept;

extern const phrase_edge phrase_edges[];
extern const uint32_t phrase_edge_mask;
extern const phrase_accept phrase_accepts[];

/* Bit `key >> 44` is set when an edge has that key: most look-ups end here, in a table that stays in the cache. */
enum { PHRASE_FILTER_WORDS = 1 << 14 };
extern const uint64_t phrase_filter[PHRASE_FILTER_WORDS];

/* The counted forms: hashes in an open-addressing table (0: free) and their counts. */
extern const uint64_t form_hashes[];
extern const uint32_t form_counts[];
extern const uint32_t form_mask;

/* Forms whose stem no rule finds: hashes in an open-addressing table (0: free) and their folded stems. */
extern const uint64_t plural_hashes[];
extern const char *const plural_stems[];
extern const uint32_t plural_mask;

/* Per table its file and the source line of each row. */
extern const char *const table_files[];
extern const uint32_t *const table_lines[];

static inline uint64_t phrase_edge_key(uint32_t node, uint64_t token) {
  uint64_t mixed = token ^ (node * 0x9E3779B97F4A7C15u);
  return (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9u;
}

static inline uint32_t phrase_filter_word(uint64_t key) { return (uint32_t)(key >> 50); }
static inline uint64_t phrase_filter_bit(uint64_t key) { return UINT64_C(1) << (key >> 44 & 63); }
static inline uint32_t phrase_slot(uint64_t key) { return (uint32_t)key; }

#endif
