/* A text in one byte a word: enough to tell that two texts cannot share a passage, without reading either.
 *
 * Texts that share one rare 5-gram are candidates, and half of them share no more than it: to read and fold two texts for that costs a hundred times
 * what their sketches do. The test never turns away a pair of which reuse_judge would keep a passage: where words are equal their bytes are, and all
 * that it counts is counted upwards. */
#ifndef ISNAD_REUSE_SKETCH_H
#define ISNAD_REUSE_SKETCH_H

#include "reuse/text.h"

enum { SKETCH_WORD = 0x7F, SKETCH_QUOTED = 0x80, SKETCH_LONGEST = 4096, SKETCH_SLOTS = 4096 };

/* The low bits of a word's hash, and whether it stands between quotation marks. */
static inline uint8_t sketch_of_word(uint32_t word, uint8_t quoted) { return (uint8_t)((word & SKETCH_WORD) | (quoted != 0 ? SKETCH_QUOTED : 0)); }

typedef struct reuse_sketch {
  const uint8_t *words; /* of headline and body */
  uint32_t count, headline;
} reuse_sketch;

/* The 3-grams of one sketch, for holding many others against it. */
typedef struct sketch_index {
  reuse_sketch of;
  uint32_t grams[SKETCH_LONGEST];
  uint16_t heads[SKETCH_SLOTS], next[SKETCH_LONGEST]; /* places counted from 1 */
} sketch_index;

void sketch_index_fill(sketch_index *out, reuse_sketch of);

/* False: reuse_judge finds no passage in the two. True: perhaps; so are all texts of more than SKETCH_LONGEST words, and bare headlines. */
bool sketch_may_share(const sketch_index *index, reuse_sketch other);

#endif
