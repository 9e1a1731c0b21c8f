/* Where the numbers of an article's figures stand: asked of every word around every figure, so that no question may walk over all of them. */
#include "claim/scan.h"

#include <stdlib.h>

static int by_begin(const void *left, const void *right) {
  const claim_number *a = left, *b = right;
  return (a->begin > b->begin) - (a->begin < b->begin);
}

bool claim_numbers(claim_scan *s) {
  size_t count = s->article->figure_count;
  s->numbers = isnad_arena_array(s->arena, count + 1, sizeof *s->numbers);
  if (s->numbers == NULL) return false;
  s->number_count = count;
  for (size_t i = 0; i < count; i++)
    s->numbers[i] = (claim_number){.begin = s->article->figures[i].number.begin, .end = s->article->figures[i].number.end};
  if (count > 1) qsort(s->numbers, count, sizeof *s->numbers, by_begin);
  for (size_t i = 0; i < count; i++) {
    claim_number *n = &s->numbers[i], *last = &s->numbers[count - 1 - i];
    n->most = i > 0 && n[-1].most > n->end ? n[-1].most : n->end;
    last->least = i > 0 && last[1].least < last->end ? last[1].least : last->end;
  }
  return true;
}

/* How many begin before the offset. */
static size_t begun(const claim_scan *s, uint32_t offset) {
  size_t low = 0, high = s->number_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->numbers[middle].begin < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bool claim_number_touches(const claim_scan *s, isnad_span span) {
  size_t count = begun(s, span.end);
  return count > 0 && s->numbers[count - 1].most > span.begin;
}

bool claim_number_inside(const claim_scan *s, isnad_span span) {
  size_t first = begun(s, span.begin);
  return first < s->number_count && s->numbers[first].least <= span.end;
}
