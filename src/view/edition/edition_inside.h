/* What the two halves of a comparison of editions share: edition_words.c pairs the words, edition_runs.c tells what is not paired. */
#ifndef ISNAD_VIEW_EDITION_INSIDE_H
#define ISNAD_VIEW_EDITION_INSIDE_H

#include "reuse/align.h"
#include "reuse/diff.h"
#include "view/edition/edition_words.h"

typedef struct edition_half {
  const reuse_text *text;
  isnad_slice page;
  uint32_t *moved; /* by word: the number of the passage that went elsewhere, from 1; 0: none */
} edition_half;

typedef struct edition_comparing {
  edition_words *out;
  isnad_arena *arena;
  edition_half a, b;
  align_passage *passages;
  size_t count;
  uint8_t *kept; /* by passage */
  isnad_err *err;
} edition_comparing;

/* Whether words [first, last) are whole sentences. */
bool edition_is_whole(const edition_half *s, uint32_t first, uint32_t last);

bool edition_any_moved(const edition_half *s, uint32_t first, uint32_t last);

void edition_pair(edition_comparing *c, uint32_t a, uint32_t b);

/* Lists all that differs, once the words are paired. */
isnad_status edition_list_runs(edition_comparing *c);

#endif
