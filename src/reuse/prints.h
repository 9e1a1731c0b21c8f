/* The fingerprints of an article: what finds texts that share a passage without comparing all with all. */
#ifndef ISNAD_REUSE_PRINTS_H
#define ISNAD_REUSE_PRINTS_H

#include "reuse/sketch.h"

/* The spaces of keys, in the top byte; a key of one space never equals a key of another. */
typedef enum print_space {
  PRINT_PASSAGE = 1, /* 5-grams of headline and body, winnowed */
  PRINT_QUOTE,       /* 6-grams inside quotation marks, winnowed so that every shared run of 8 words shares one */
  PRINT_HEADLINE,    /* every 5-gram of the headline */
  PRINT_TITLE,       /* the whole headline */
  PRINT_BODY,        /* the whole body with its quotation marks: articles that share it are copies, one of them stands for all */
  PRINT_TITLE_STAND, /* a TITLE or BODY key again, in the index: the text whose keys stand for all that share it */
  PRINT_BODY_STAND
} print_space;

enum { PRINT_SPACE_SHIFT = 56, PRINT_BITS = 40 };

static inline uint64_t print_stand_key(uint64_t key) { return key + ((uint64_t)(PRINT_TITLE_STAND - PRINT_TITLE) << PRINT_SPACE_SHIFT); }

static inline print_space print_space_of(uint64_t key) { return (print_space)(key >> PRINT_SPACE_SHIFT); }

typedef struct reuse_prints {
  uint64_t title; /* PRINT_TITLE key; 0: no headline of at least 4 words */
  uint64_t body;  /* PRINT_BODY key; 0: a bare headline */
  uint64_t *keys; /* of the three other spaces, ascending, distinct */
  size_t count;
  size_t head_from; /* [head_from, count) are of the headline alone (PRINT_HEADLINE), the rest of the body */
  reuse_sketch sketch;
} reuse_prints;

isnad_status reuse_prints_make(reuse_prints *out, isnad_arena *arena, const reuse_text *text, isnad_err *err);

/* To the blob kept in packed.prints and back. A blob that cannot be read gives ISNAD_STORE. */
isnad_status reuse_prints_pack(isnad_slice *out, isnad_arena *arena, const reuse_prints *prints, isnad_err *err);
isnad_status reuse_prints_unpack(reuse_prints *out, isnad_arena *arena, isnad_slice packed, isnad_err *err);

#endif
