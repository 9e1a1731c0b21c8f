/* Two aligned passages word by word: runs that are the same, and what stands in their place on either side. */
#ifndef ISNAD_REUSE_DIFF_H
#define ISNAD_REUSE_DIFF_H

#include "reuse/align.h"

/* Words [a, a_end) of one text against [b, b_end) of the other. Of a run that differs one side may be empty. */
typedef struct diff_run {
  uint32_t a, a_end, b, b_end;
  bool same;
} diff_run;

/* The runs of a passage in order; they cover both sides. At a difference the nearest place at which both go on alike is sought, at most 24 words
 * ahead on either side, so that the time is linear. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status diff_passage(diff_run **out, size_t *count, isnad_arena *arena, const uint32_t *a, const uint32_t *b, const align_passage *passage,
                          isnad_err *err);

#endif
