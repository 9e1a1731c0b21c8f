/* The terms of an article while they are counted, and those of them that are kept. */
#ifndef ISNAD_STORY_TERMS_BEST_H
#define ISNAD_STORY_TERMS_BEST_H

#include "story/terms.h"

typedef struct counted_term {
  uint64_t hash;
  uint32_t count;
  uint32_t frequency;
  bool headline, lead;
  bool number; /* says less than its rarity */
  bool event;  /* a kind of event */
  term_kind kind;
} counted_term;

/* Weighs them and packs the heaviest, at most MOST_TERMS. What it needs lies in the arena, whose status tells whether it had room. */
isnad_slice terms_best(isnad_arena *arena, const counted_term *items, size_t count);

#endif
