/* Alignment of two word sequences: the passages that they share, in order, through small edits. */
#ifndef ISNAD_REUSE_ALIGN_H
#define ISNAD_REUSE_ALIGN_H

#include "isnad/base.h"

/* A shared passage: words [a, a_end) of one text against [b, b_end) of the other, `matched` of them the same in the same order; `alike` of those
 * that stand in runs are spelled the same to the byte, as they are where a text was taken over and not written anew. */
typedef struct align_passage {
  uint32_t a, a_end, b, b_end;
  uint32_t matched, alike;
} align_passage;

/* A run has at least so many words; between two of a passage stand at most so many on either side. */
enum { ALIGN_SEED = 3, ALIGN_GAP = 20 };

/* The words of a text, folded for matching, and as they are spelled (hashes). */
typedef struct align_words {
  const uint32_t *folded, *spelled;
  uint32_t count;
} align_words;

/* All passages of at least `least` matched words, ordered by place in a; passages do not overlap in either text.
 * Seeds are shared 3-grams, runs grow from seeds, runs chain over gaps of at most 20 words on either side (after Li, "Minimap2", 2018, which chains
 * seeds of DNA), and words inside a gap are matched by longest common subsequence, bit-parallel (Hyyro 2004). About linear: a 3-gram that comes more
 * than 8 times in b seeds nothing beyond the 8th. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status align_texts(align_passage **out, size_t *count, isnad_arena *arena, const align_words *a, const align_words *b, uint32_t least,
                         isnad_err *err);

#endif
