#include "story/summary_support.h"

#include <stdlib.h>

/* Two sentences say the same when the words of one, by weight, are this much in the other. */
static const double same = 0.5;

static const uint32_t last_of_word = UINT32_C(1) << 31;

typedef struct holding {
  uint64_t hash;
  uint32_t sentence;
} holding;

static int by_word(const void *a, const void *b) {
  const holding *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static holding *all_words(size_t *count, isnad_arena *arena, const summary_set *set) {
  size_t at = 0;
  *count = 0;
  for (size_t i = 0; i < set->count; i++) *count += set->items[i].count;
  holding *all = isnad_arena_array(arena, *count + 1, sizeof *all);
  for (uint32_t i = 0; all != NULL && i < set->count; i++)
    for (size_t k = 0; k < set->items[i].count; k++) all[at++] = (holding){set->items[i].words[k].hash, i};
  if (all != NULL && *count > 1) qsort(all, *count, sizeof *all, by_word);
  return all;
}

isnad_status support_new(support *out, isnad_arena *arena, const summary_set *set, isnad_err *err) {
  size_t count = 0;
  const holding *all = all_words(&count, arena, set);
  *out = (support){.sentences = isnad_arena_array(arena, count + 1, sizeof *out->sentences)};
  out->shared = isnad_arena_array(arena, set->count + 1, sizeof *out->shared);
  out->origin_seen = isnad_arena_array(arena, 2 * set->report_count + 1, sizeof *out->origin_seen);
  if (all == NULL || out->sentences == NULL || out->shared == NULL || out->origin_seen == NULL || !map_new(&out->first, arena, count / 2 + 1))
    return isnad_arena_fail(err, arena, "story");
  out->report_seen = out->origin_seen + set->report_count;
  for (size_t i = 0; i < count; i++) {
    bool last = i + 1 == count || all[i + 1].hash != all[i].hash;
    out->sentences[i] = all[i].sentence | (last ? last_of_word : 0);
    if (i > 0 && all[i].hash == all[i - 1].hash) continue;
    uint64_t *first = map_put(&out->first, all[i].hash);
    if (first == NULL) return isnad_arena_fail(err, arena, "story");
    *first = i + 1;
  }
  return ISNAD_OK;
}

/* What summary_cover says of a sentence and every other one, before it is divided; added in the same order, so that the sums are the same. */
static void share_words(support *x, const summary_set *set, const summary_sentence *s) {
  for (size_t i = 0; i < set->count; i++) x->shared[i] = 0;
  for (size_t k = 0; k < s->count; k++) {
    const uint64_t *first = map_get(&x->first, s->words[k].hash);
    if (first == NULL) continue;
    for (size_t at = (size_t)*first - 1, more = 1; more; at++) {
      more = (x->sentences[at] & last_of_word) == 0;
      x->shared[x->sentences[at] & ~last_of_word] += (double)s->words[k].weight;
    }
  }
}

void support_count(support *x, const summary_set *set, summary_sentence *s) {
  uint8_t *origin_seen = x->origin_seen, *report_seen = x->report_seen;
  share_words(x, set, s);
  for (size_t i = 0; i < set->report_count; i++) report_seen[i] = origin_seen[i] = 0;
  s->origins = s->reports = 0;
  for (size_t i = 0; i < set->count; i++) {
    const summary_sentence *other = &set->items[i];
    uint32_t origin = set->reports[other->report].origin, report = set->reports[other->report].same;
    double cover = s->weight > 0 ? x->shared[i] / s->weight : 0;
    if (report_seen[report] || (report != set->reports[s->report].same && cover < same)) continue;
    report_seen[report] = 1;
    s->reports++;
    if (origin < set->report_count && origin_seen[origin]) continue;
    if (origin < set->report_count) origin_seen[origin] = 1;
    s->origins++;
  }
}
