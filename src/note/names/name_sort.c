/* The names found, in the order of the text. */
#include "note/names/names.h"

#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b) {
  const found_name *x = a, *y = b;
  isnad_span one = name_phrase_of(x), other = name_phrase_of(y);
  if (one.begin != other.begin) return one.begin < other.begin ? -1 : 1;
  if (one.end != other.end) return one.end > other.end ? -1 : 1;
  return (x->type > y->type) - (x->type < y->type);
}

/* The end of the run from `at` on that is in order. */
static size_t run_end(const found_name *found, size_t at, size_t count) {
  do at++;
  while (at < count && by_place(&found[at - 1], &found[at]) <= 0);
  return at;
}

/* Names are found in the order of the text, pass after pass: few runs, which are merged into one. */
static void merge_runs(found_name *found, found_name *spare, size_t count) {
  for (size_t done = run_end(found, 0, count); done < count;) {
    size_t end = run_end(found, done, count), i = 0, j = done, k = 0;
    while (i < done || j < end) spare[k++] = j == end || (i < done && by_place(&found[i], &found[j]) <= 0) ? found[i++] : found[j++];
    memcpy(found, spare, end * sizeof *found);
    done = end;
  }
}

static size_t count_runs(const found_name *found, size_t count) {
  size_t runs = 0;
  for (size_t at = 0; at < count; at = run_end(found, at, count)) runs++;
  return runs;
}

/* By place; the bearers' fullest mentions are found again. */
void name_sort(name_finder *f) {
  enum { FEW_RUNS = 8 };
  if (f->count < 2 || f->s->failed) return;
  for (uint32_t i = 0; i < f->count; i++) f->found[i].order = i;
  size_t runs = count_runs(f->found, f->count);
  found_name *spare = runs > 1 && runs <= FEW_RUNS ? isnad_arena_array(f->s->arena, f->count, sizeof *spare) : NULL;
  if (spare != NULL)
    merge_runs(f->found, spare, f->count);
  else if (runs > 1)
    qsort(f->found, f->count, sizeof *f->found, by_place);
  uint32_t *now = f->entity_count == 0 ? NULL : isnad_arena_array(f->s->arena, f->count, sizeof *now);
  if (now == NULL) {
    f->s->failed = f->s->failed || f->entity_count > 0;
    return;
  }
  for (uint32_t i = 0; i < f->count; i++) now[f->found[i].order] = i;
  for (size_t e = 0; e < f->entity_count; e++) f->entities[e].longest = now[f->entities[e].longest];
}
