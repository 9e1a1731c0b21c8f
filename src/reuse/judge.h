/* What counts as a shared passage between two articles. */
#ifndef ISNAD_REUSE_JUDGE_H
#define ISNAD_REUSE_JUDGE_H

#include "reuse/align.h"
#include "reuse/text.h"

typedef struct reuse_verdict {
  align_passage *passages; /* by place in a */
  size_t count;            /* 0: they share nothing that counts */
  uint32_t matched, alike;
  double identity, a_in_b, b_in_a;
} reuse_verdict;

/* Compares two articles; `same_outlet` when both are known to be of one. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status reuse_judge(reuse_verdict *out, isnad_arena *arena, const reuse_text *a, const reuse_text *b, bool same_outlet, isnad_err *err);

#endif
