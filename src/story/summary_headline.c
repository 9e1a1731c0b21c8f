/* Headlines: which tells the story best, and how much of what they tell a sentence has. */
#include "story/summary_support.h"

#include <math.h>

/* In how many origins a word occurs, as a share. */
double summary_centrality(const summary_sentence *s, const map *spread, double reports) {
  double sum = 0;
  for (size_t i = 0; i < s->count; i++) {
    const uint64_t *n = map_get(spread, s->words[i].hash);
    if (n != NULL) sum += (double)s->words[i].weight * (double)*n / reports;
  }
  return s->weight > 0 ? sum / s->weight : 0;
}

static isnad_status count_words(map *out, isnad_arena *arena, isnad_slice headline, double *weight, isnad_err *err) {
  summary_sentence words;
  isnad_status status = summary_words(&words, arena, headline, err);
  if (status != ISNAD_OK) return status;
  for (size_t i = 0; i < words.count; i++) {
    uint64_t *times = map_put(out, words.words[i].hash);
    if (times == NULL) return isnad_arena_fail(err, arena, "story");
    ++*times;
  }
  *weight += words.weight;
  return ISNAD_OK;
}

isnad_status summary_titles_read(summary_titles *out, isnad_arena *arena, const summary_set *set, isnad_err *err) {
  *out = (summary_titles){.weight = 0};
  if (!map_new(&out->times, arena, 64)) return isnad_arena_fail(err, arena, "story");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < set->report_count; i++)
    if (set->reports[i].same == i) status = count_words(&out->times, arena, set->reports[i].headline, &out->weight, err);
  return status;
}

double summary_titles_cover(const summary_titles *titles, const summary_sentence *s) {
  double sum = 0;
  for (size_t i = 0; i < s->count; i++) {
    const uint64_t *times = map_get(&titles->times, s->words[i].hash);
    if (times != NULL) sum += (double)s->words[i].weight * (double)*times;
  }
  return titles->weight > 0 ? sum / titles->weight : 0;
}

/* The headline with most of the words that the reports share, for its length; not one that asks. */
isnad_status summary_headline(int *out, isnad_arena *arena, const summary_set *set, const map *spread, isnad_err *err) {
  double most = -1e9;
  *out = -1;
  for (size_t i = 0; i < set->report_count; i++) {
    summary_sentence words;
    isnad_tokens tokens;
    if (set->reports[i].headline.length == 0) continue;
    isnad_status status = summary_words(&words, arena, set->reports[i].headline, err);
    if (status == ISNAD_OK) status = isnad_arabic_tokens(&tokens, arena, set->reports[i].headline, err);
    if (status != ISNAD_OK) return status;
    double length = (double)words.count;
    double score = summary_centrality(&words, spread, (double)set->report_count) + 0.25 * log2(1 + length) - summary_bait(&tokens);
    if (words.count < 3) score -= 1;
    if (score <= most) continue;
    most = score;
    *out = (int)i;
  }
  return ISNAD_OK;
}
