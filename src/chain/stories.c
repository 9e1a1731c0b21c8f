/* Which articles belong to one story, as the chain stage walks them. */
#include "chain/chain.h"

#include <stdlib.h>

/* Sorting by story needs the input at hand: the keys are put beside the indexes. */
typedef struct story_key {
  isnad_slice story;
  uint32_t article;
} story_key;

static int by_story(const void *a, const void *b) {
  const story_key *x = a, *y = b;
  int order = isnad_slice_compare(x->story, y->story);
  return order != 0 ? order : (x->article > y->article) - (x->article < y->article);
}

isnad_status chain_index_stories(chain_input *in, isnad_arena *arena, isnad_err *err) {
  chain_stories *out = &in->stories;
  story_key *keys = isnad_arena_array(arena, in->count + 1, sizeof *keys);
  out->order = isnad_arena_array(arena, in->count + 1, sizeof *out->order);
  out->begin = isnad_arena_array(arena, 2 * (in->count + 1), sizeof *out->begin);
  if (keys == NULL || out->order == NULL || out->begin == NULL) return isnad_arena_fail(err, arena, "chain");
  out->end = out->begin + in->count + 1;
  for (uint32_t i = 0; i < in->count; i++) keys[i] = (story_key){in->articles[i].story, i};
  if (in->count > 1) qsort(keys, in->count, sizeof *keys, by_story);
  for (size_t i = 0, last = 0; i < in->count; i = last) {
    for (last = i; last < in->count && isnad_slice_equal(keys[last].story, keys[i].story); last++) out->order[last] = keys[last].article;
    bool in_none = keys[i].story.length == 0;
    for (size_t k = i; k < last; k++) {
      out->begin[keys[k].article] = i;
      out->end[keys[k].article] = in_none ? i : last;
    }
  }
  return ISNAD_OK;
}
