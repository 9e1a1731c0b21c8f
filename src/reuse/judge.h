/* What counts as a shared passage between two articles. */
#ifndef ISNAD_REUSE_JUDGE_H
#define ISNAD_REUSE_JUDGE_H

#include "reuse/align.h"
#include "reuse/text.h"

/* A copy has so many matched words; a short one stands between quotation marks, or holds a headline, and hardly differs. */
enum { REUSE_COPY = 15, REUSE_SHORT_COPY = 8 };

typedef struct reuse_verdict {
  align_passage *passages; /* by place in a */
  size_t count;            /* 0: they share nothing that counts */
  size_t furniture;        /* passages that were left out as an outlet's own, while nobody had marked the rare words */
  uint32_t matched, alike;
  double identity, a_in_b, b_in_a;
} reuse_verdict;

/* Compares two articles; `same_outlet` when both are known to be of one. Then what ends both alike is the outlet's furniture, but for a paragraph
 * that speaks of what both speak of: that is told by rare words, so that texts without them (reuse_text_rare) are to be judged again with them when
 * out->furniture says that it matters. Returns ISNAD_OK, ISNAD_NO_MEMORY, ISNAD_LIMIT. */
isnad_status reuse_judge(reuse_verdict *out, isnad_arena *arena, const reuse_text *a, const reuse_text *b, bool same_outlet, isnad_err *err);

#endif
