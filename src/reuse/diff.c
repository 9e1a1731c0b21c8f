#include "reuse/diff.h"

enum { AHEAD = 24 };

typedef struct differ {
  const uint32_t *a, *b;
  uint32_t a_end, b_end;
} differ;

static bool same(const differ *d, uint32_t i, uint32_t j) { return i < d->a_end && j < d->b_end && d->a[i] == d->b[j]; }

/* Both go on alike: two words are the same, or one and then both passages end. */
static bool meets(const differ *d, uint32_t i, uint32_t j) {
  return same(d, i, j) && (same(d, i + 1, j + 1) || (i + 1 == d->a_end && j + 1 == d->b_end));
}

/* Moves both places to where they meet again, the fewest words skipped in all; to the ends when they do not. */
static void skip(const differ *d, uint32_t *i, uint32_t *j) {
  for (uint32_t skipped = 1; skipped <= 2 * AHEAD; skipped++) {
    for (uint32_t left = skipped > AHEAD ? skipped - AHEAD : 0; left <= skipped && left <= AHEAD; left++) {
      if (!meets(d, *i + left, *j + skipped - left)) continue;
      *i += left;
      *j += skipped - left;
      return;
    }
  }
  *i = d->a_end;
  *j = d->b_end;
}

isnad_status diff_passage(diff_run **out, size_t *count, isnad_arena *arena, const uint32_t *a, const uint32_t *b, const align_passage *passage,
                          isnad_err *err) {
  differ d = {a, b, passage->a_end, passage->b_end};
  uint32_t i = passage->a, j = passage->b;
  size_t most = (size_t)(passage->a_end - passage->a) + (passage->b_end - passage->b) + 1;
  *count = 0;
  *out = isnad_arena_array(arena, most, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(err, arena, "reuse");
  while (i < d.a_end || j < d.b_end) {
    diff_run *run = &(*out)[(*count)++];
    *run = (diff_run){.a = i, .b = j, .same = same(&d, i, j)};
    if (run->same)
      for (; same(&d, i, j); j++) i++;
    else
      skip(&d, &i, &j);
    run->a_end = i;
    run->b_end = j;
  }
  return ISNAD_OK;
}
