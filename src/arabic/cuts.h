/* What the matcher and the generator of its tables share about proclitics. */
#ifndef ISNAD_ARABIC_CUTS_H
#define ISNAD_ARABIC_CUTS_H

#include "isnad/arabic.h"

enum { CUTS_LONGEST_WORD = 64 }; /* folded bytes; longer words carry no proclitic before a phrase */

/* How often a form was counted, by its hash. */
typedef uint32_t cuts_frequency(const void *counts, uint64_t token_hash);

/* The rule of isnad_arabic_proclitics over any counts. */
size_t cuts_best(isnad_slice folded_word, cuts_frequency *seen, const void *counts);

/* A word without proclitics as the first word of a phrase. */
typedef struct phrase_cut {
  uint64_t hash; /* of the rest; where li swallowed the article, of article + rest */
  uint8_t bytes; /* that were cut */
} phrase_cut;

/* The ways to cut proclitics off the first word of a phrase; the whole word is none of them. */
size_t cuts_of_phrases(phrase_cut out[ISNAD_MOST_CUTS], isnad_slice folded_word);

#endif
