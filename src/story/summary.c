#include "arabic/frequency.h"
#include "base/clock.h"
#include "story/events.h"
#include "story/summary_front.h"
#include "story/summary_support.h"

#include <math.h>
#include <stdlib.h>

enum { SHORTEST_WORD = 4, MOST_WORDS = 96 };

/* --- words --- */

static int by_hash(const void *a, const void *b) {
  const summary_word *x = a, *y = b;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* The stem of a word, or the kind of event that it tells: another desk says it in other words. */
static uint64_t hash_of(uint32_t *frequency, const isnad_tokens *t, size_t at) {
  char room[ISNAD_STEM_ROOM];
  uint64_t whole = t->items[at].hash;
  *frequency = isnad_arabic_frequency(whole);
  if ((t->items[at].flags & ISNAD_TOKEN_ARABIC) == 0) return whole;
  uint64_t hash = isnad_token_hash(isnad_arabic_stem(room, isnad_token_form(t, at)));
  uint32_t stem = isnad_arabic_frequency(hash);
  if (stem > *frequency) *frequency = stem;
  const event_kind *kind = event_kind_of(hash);
  if (kind == NULL || *frequency > WORD_COMMON) return hash;
  *frequency = kind->count < WORD_COMMON ? kind->count : WORD_COMMON;
  return kind->hash;
}

static isnad_status words_between(summary_sentence *s, isnad_arena *arena, const isnad_tokens *t, size_t first, size_t last, isnad_err *err) {
  summary_word words[MOST_WORDS];
  size_t count = 0, kept = 0;
  for (size_t at = first; at < last && count < MOST_WORDS; at++) {
    bool number = t->items[at].kind == ISNAD_TOKEN_NUMBER;
    if (!number && (t->items[at].kind != ISNAD_TOKEN_WORD || t->items[at].length < SHORTEST_WORD)) continue;
    uint32_t frequency = 0;
    uint64_t hash = hash_of(&frequency, t, at);
    if (frequency > WORD_COMMON) continue;
    words[count++] = (summary_word){hash, (float)(word_bits(frequency) * (number ? 0.6 : 1))};
  }
  if (count > 1) qsort(words, count, sizeof *words, by_hash);
  summary_word *items = isnad_arena_array(arena, count + 1, sizeof *items);
  if (items == NULL) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || items[kept - 1].hash != words[i].hash) items[kept++] = words[i];
  s->words = items;
  s->count = kept;
  s->weight = 0;
  for (size_t i = 0; i < kept; i++) s->weight += (double)items[i].weight;
  return ISNAD_OK;
}

isnad_status summary_words(summary_sentence *out, isnad_arena *arena, isnad_slice text, isnad_err *err) {
  isnad_tokens tokens;
  *out = (summary_sentence){.count = 0};
  isnad_status status = isnad_arabic_tokens(&tokens, arena, text, err);
  return status == ISNAD_OK ? words_between(out, arena, &tokens, 0, tokens.count, err) : status;
}

double summary_cover(const summary_sentence *a, const summary_sentence *b) {
  double shared = 0;
  for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
    if (a->words[i].hash == b->words[j].hash) {
      shared += (double)a->words[i].weight;
      i++;
      j++;
    } else if (a->words[i].hash < b->words[j].hash) {
      i++;
    } else {
      j++;
    }
  }
  return a->weight > 0 ? shared / a->weight : 0;
}

/* --- sentences --- */

static bool any_within(const isnad_span *spans, size_t count, isnad_span sentence) {
  for (size_t i = 0; i < count; i++)
    if (sentence.begin <= spans[i].begin && spans[i].end <= sentence.end) return true;
  return false;
}

/* A time before the news of the day stands in it, and none of the day. */
static bool recalls(const summary_report *r, isnad_span span) {
  return any_within(r->past, r->past_count, span) && !any_within(r->news, r->news_count, span);
}

static isnad_status read_report(summary_set *set, isnad_arena *arena, uint32_t at, isnad_err *err) {
  const summary_report *r = &set->reports[at];
  const isnad_span *spans = NULL;
  isnad_tokens tokens;
  size_t count = 0;
  isnad_status status = ISNAD_OK;
  if (r->tokens != NULL)
    tokens = *r->tokens;
  else
    status = isnad_arabic_tokens_in(&tokens, arena, r->text, r->body, r->body_count, err);
  if (status == ISNAD_OK) status = isnad_arabic_sentences(&spans, &count, arena, &tokens, 0, tokens.count, err);
  for (size_t i = 0; status == ISNAD_OK && i < count && i < SUMMARY_OF_ONE; i++) {
    summary_sentence *s = &set->items[set->count++];
    *s = (summary_sentence){.report = at, .place = (uint32_t)i, .span = spans[i], .origins = 1, .reports = 1};
    summary_front front = summary_front_of(&tokens, r, spans[i]);
    s->alone = summary_stands_alone(&tokens, r, spans[i]);
    s->stop = summary_has_stop(&tokens, spans[i]);
    s->goes_on = front.goes_on;
    s->linked = front.linked;
    s->tells_past = recalls(r, spans[i]);
    s->recalls = front.recalls || (i > 0 && s->tells_past);
    s->span.begin = front.begin;
    status = words_between(s, arena, &tokens, isnad_tokens_seek(&tokens, s->span.begin), isnad_tokens_seek(&tokens, s->span.end), err);
  }
  return status;
}

isnad_status summary_read(summary_set *out, isnad_arena *arena, const summary_report *reports, size_t count, isnad_err *err) {
  size_t taken = count < SUMMARY_REPORTS ? count : SUMMARY_REPORTS;
  *out = (summary_set){.reports = reports, .report_count = taken};
  out->items = isnad_arena_array(arena, taken * SUMMARY_OF_ONE + 1, sizeof *out->items);
  isnad_status status = out->items != NULL ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
  for (uint32_t i = 0; status == ISNAD_OK && i < taken; i++) status = read_report(out, arena, i, err);
  return status;
}

/* --- how much speaks for a sentence --- */

static isnad_status spread_of(map *out, isnad_arena *arena, const summary_set *set, isnad_err *err) {
  map last; /* word: the report that was counted last, + 1 */
  if (!map_new(out, arena, 512) || !map_new(&last, arena, 512)) return isnad_arena_fail(err, arena, "story");
  for (size_t i = 0; i < set->count; i++)
    for (size_t k = 0; k < set->items[i].count; k++) {
      uint64_t *seen = map_put(&last, set->items[i].words[k].hash), *times = map_put(out, set->items[i].words[k].hash);
      if (seen == NULL || times == NULL) return isnad_arena_fail(err, arena, "story");
      if (*seen == (uint64_t)set->items[i].report + 1) continue;
      *seen = (uint64_t)set->items[i].report + 1;
      ++*times;
    }
  return ISNAD_OK;
}

static void weigh(summary_set *set, const map *spread, const summary_titles *titles, support *shared) {
  const double backed = 0.6, carried = 0.3, early = 0.5, no_stop = 0.6, lead = 0.4, goes_on = 0.4, linked = 0.3, recalls = 0.4, title = 1.2;
  for (size_t i = 0; i < set->count; i++) {
    summary_sentence *s = &set->items[i];
    if (!s->alone) continue;
    support_count(shared, set, s);
    s->score = summary_centrality(s, spread, (double)set->report_count) + backed * log2((double)s->origins) + carried * log2((double)s->reports);
    s->score += early / (1 + s->place) - (s->stop ? 0 : no_stop);
    s->score += title * summary_titles_cover(titles, s);
    if (s->place == 0) s->score += lead;
    if (s->goes_on) s->score -= goes_on;
    if (s->linked) s->score -= linked;
    if (s->recalls) s->score -= recalls;
  }
}

/* --- the choice --- */

static bool has_word(const summary_sentence *s, uint64_t hash) {
  size_t low = 0, high = s->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (s->words[middle].hash == hash) return true;
    if (s->words[middle].hash < hash)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

/* The share of a sentence's words, by weight, that the chosen ones have said together. */
static double said(const summary *chosen, const summary_sentence *s) {
  double sum = 0;
  for (size_t i = 0; i < s->count; i++)
    for (size_t k = 0; k < chosen->count; k++) {
      if (!has_word(chosen->items[k], s->words[i].hash)) continue;
      sum += (double)s->words[i].weight;
      break;
    }
  return s->weight > 0 ? sum / s->weight : 0;
}

/* First sentences of two reports of one event mostly tell the same, in whatever words: of these little need be shared. */
static bool repeats(const summary *chosen, const summary_sentence *s) {
  const double alike = 0.38, leads_alike = 0.2, said_together = 0.5;
  for (size_t i = 0; i < chosen->count; i++) {
    double least = s->place == 0 && chosen->items[i]->place == 0 ? leads_alike : alike;
    if (summary_cover(s, chosen->items[i]) >= least || summary_cover(chosen->items[i], s) >= least) return true;
  }
  return said(chosen, s) >= said_together;
}

/* `joined`: a sentence that waw joins to another may be taken, too. */
static const summary_sentence *best_of(const summary *chosen, const summary_set *set, bool joined) {
  const summary_sentence *best = NULL;
  for (size_t i = 0; i < set->count; i++) {
    const summary_sentence *s = &set->items[i];
    if (!s->alone || (s->goes_on && !joined) || s->count < 4 || (best != NULL && s->score <= best->score) || repeats(chosen, s)) continue;
    best = s;
  }
  return best;
}

/* The first sentence leads; the others by day, then as they stand in their reports. */
static void put_in_order(summary *out, const summary_set *set) {
  for (size_t i = 2; i < out->count; i++)
    for (size_t k = i; k > 1; k--) {
      const summary_sentence *a = out->items[k - 1], *b = out->items[k];
      int64_t x = set->reports[a->report].from / DAY_SECONDS, y = set->reports[b->report].from / DAY_SECONDS;
      bool in_order = x != y ? x < y : a->place != b->place ? a->place < b->place : a->report <= b->report;
      if (in_order) break;
      out->items[k - 1] = b;
      out->items[k] = a;
    }
}

isnad_status summary_choose(summary *out, isnad_arena *arena, summary_set *set, isnad_err *err) {
  map spread;
  summary_titles titles;
  support shared;
  *out = (summary){.headline = -1};
  isnad_status status = spread_of(&spread, arena, set, err);
  if (status == ISNAD_OK) status = summary_titles_read(&titles, arena, set, err);
  if (status == ISNAD_OK) status = support_new(&shared, arena, set, err);
  if (status != ISNAD_OK) return status;
  weigh(set, &spread, &titles, &shared);
  enum { ENOUGH = 3 };
  while (out->count < SUMMARY_SENTENCES) {
    const summary_sentence *s = best_of(out, set, false);
    if (s == NULL && out->count < ENOUGH) s = best_of(out, set, true);
    if (s == NULL || (out->count >= ENOUGH && s->score < out->items[0]->score / 2)) break;
    out->items[out->count++] = s;
  }
  put_in_order(out, set);
  return summary_headline(&out->headline, arena, set, &spread, err);
}
