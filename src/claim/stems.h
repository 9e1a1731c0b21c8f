/* Forms of one word as one number: for comparing inside one story only. */
#ifndef ISNAD_CLAIM_STEMS_H
#define ISNAD_CLAIM_STEMS_H

#include "isnad/arabic.h"

/* The hash of the stem of one folded word: proclitics by the frequency rule, then the endings of number, person and possession, then long vowels
 * inside, while three letters stay (a light stemmer in the manner of Larkey, Ballesteros and Connell, SIGIR 2002, with the vowels of patterns
 * left out). */
uint64_t claim_stem(isnad_slice folded_word);

/* The hash of the consonants that a verb and its nouns share: the stem without what a pattern writes before the root or behind its first radical
 * (as ISRI does: Taghva, Elkhoury and Coombs, "Arabic stemming without a root dictionary", ITCC 2005), while three letters stay. Different words of
 * one root are one. */
uint64_t claim_root(isnad_slice folded_word);

#endif
