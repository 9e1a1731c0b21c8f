/* How much a word says, by how often texts use it (isnad_arabic_frequency: times in 100 million words). One place for all that weigh words: likeness
 * and keywords do not depend on what else is held, and must not depend on who weighs. */
#ifndef ISNAD_ARABIC_FREQUENCY_H
#define ISNAD_ARABIC_FREQUENCY_H

#include <math.h>
#include <stdint.h>

enum {
  WORD_COMMON = 100000, /* once in a thousand: beyond, a word says nothing of what a text is about */
  WORD_UNSEEN = 60      /* added to what was counted: a word never seen is rare, not without end */
};

/* The bits that a word of this frequency says. */
static inline double word_bits(uint32_t frequency) { return log2(1e8 / ((double)frequency + WORD_UNSEEN)); }

#endif
