#include "story/timeline.h"

#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

enum { LOOK_BACK = 64 };

/* Two mentions of one time are of one event when the words of the shorter are this much in the other; two that recall one day, this much; of a day
 * and its month, this much. */
static const double alike = 0.34, alike_on_a_day = 0.2, alike_within = 0.5;

static int by_time(const void *a, const void *b) {
  const timeline_mention *x = a, *y = b;
  if (x->when.from != y->when.from) return x->when.from < y->when.from ? -1 : 1;
  if (x->when.to != y->when.to) return x->when.to < y->when.to ? -1 : 1;
  if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
  isnad_slice s = isnad_slice_at(x->text, x->sentence->span), t = isnad_slice_at(y->text, y->sentence->span);
  int order = isnad_slice_compare(s, t);
  if (order != 0) return order;
  if (x->report != y->report) return x->report < y->report ? -1 : 1;
  return x->time.begin < y->time.begin ? -1 : x->time.begin > y->time.begin;
}

static bool equal(isnad_interval a, isnad_interval b) { return a.from == b.from && a.to == b.to; }

static bool nested(isnad_interval a, isnad_interval b) { return (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to); }

static bool same_event(const timeline_mention *a, const timeline_mention *b) {
  if (a->kind == TIMELINE_REPORTED && b->kind == TIMELINE_REPORTED) return false;
  double one = summary_cover(a->sentence, b->sentence), other = summary_cover(b->sentence, a->sentence);
  double most = one > other ? one : other;
  bool recalled = a->kind == TIMELINE_RECALLED && b->kind == TIMELINE_RECALLED;
  if (equal(a->when, b->when)) return most >= (recalled && a->when.to - a->when.from <= DAY_SECONDS ? alike_on_a_day : alike);
  if (a->kind == b->kind) return nested(a->when, b->when) && most >= alike_within;
  return a->when.from < b->when.to && b->when.from < a->when.to && most >= alike;
}

/* Mentions on their way into entries. `entry`: by mention, the number of the first of its entry; `narrowest`: by that number, the closest time told.
 */
typedef struct gathering {
  const timeline_mention *mentions;
  uint32_t *entry;
  isnad_interval *narrowest;
} gathering;

/* A day of a month may join what tells the month; another day of that month may not join them. */
static void place(gathering *g, size_t at) {
  const timeline_mention *m = &g->mentions[at];
  g->entry[at] = (uint32_t)at;
  g->narrowest[at] = m->when;
  for (size_t back = 1; back <= at && back <= LOOK_BACK; back++) {
    uint32_t entry = g->entry[at - back];
    isnad_interval *narrowest = &g->narrowest[entry];
    if (!same_event(&m[-(ptrdiff_t)back], m)) continue;
    bool both_recalled = m->kind == TIMELINE_RECALLED && m[-(ptrdiff_t)back].kind == TIMELINE_RECALLED;
    if (both_recalled && !nested(*narrowest, m->when)) continue;
    g->entry[at] = entry;
    if (m->when.to - m->when.from < narrowest->to - narrowest->from) *narrowest = m->when;
    return;
  }
}

/* How far into its sentence what happened then is told. */
static uint32_t depth(const timeline_mention *m) {
  isnad_span s = m->sentence->span;
  return m->time.begin >= s.begin && m->time.end <= s.end ? m->time.end - s.begin : s.end - s.begin;
}

/* News before what recalls it, the closer time before the wider, a sentence that stands alone before one that does not, then that which comes to it
 * soonest. */
static bool is_better(const timeline_mention *a, const timeline_mention *b) {
  int64_t wide = a->when.to - a->when.from, other = b->when.to - b->when.from;
  if ((a->kind == TIMELINE_REPORTED) != (b->kind == TIMELINE_REPORTED)) return a->kind == TIMELINE_REPORTED;
  if (wide != other) return wide < other;
  if (a->sentence->alone != b->sentence->alone) return a->sentence->alone;
  return depth(a) < depth(b);
}

static bool seen_before(const timeline *t, const timeline_entry *e, uint32_t at, bool origins) {
  for (uint32_t i = 0; i < at; i++) {
    const timeline_mention *x = t->order[e->first + i], *y = t->order[e->first + at];
    if (origins ? x->origin == y->origin : x->report == y->report) return true;
  }
  return false;
}

static void sum_up(timeline *t, timeline_entry *e) {
  e->best = t->order[e->first];
  for (uint32_t i = 0; i < e->count; i++) {
    const timeline_mention *m = t->order[e->first + i];
    if (is_better(m, e->best)) e->best = m;
    bool again = seen_before(t, e, i, false);
    e->reports += !again;
    e->origins += !seen_before(t, e, i, true);
    e->recalled += !again && m->kind == TIMELINE_RECALLED;
  }
}

static int by_shown_time(const void *a, const void *b) { return by_time(((const timeline_entry *)a)->best, ((const timeline_entry *)b)->best); }

/* The mentions by the first of their entry, in the order they have. */
static void put_in_entries(timeline *out, const gathering *g, size_t count, uint32_t *first) {
  for (size_t at = 0; at < count; at++) first[g->entry[at] + 1]++;
  for (size_t at = 0; at < count; at++) first[at + 1] += first[at];
  for (size_t at = 0; at < count; at++)
    if (g->entry[at] == at) out->items[out->count++] = (timeline_entry){.first = first[at], .count = first[at + 1] - first[at]};
  for (size_t at = 0; at < count; at++) out->order[first[g->entry[at]]++] = &g->mentions[at];
}

isnad_status timeline_gather(timeline *out, isnad_arena *arena, timeline_mention *mentions, size_t count, isnad_err *err) {
  gathering g = {mentions, isnad_arena_array(arena, count + 1, sizeof *g.entry), isnad_arena_array(arena, count + 1, sizeof *g.narrowest)};
  uint32_t *first = isnad_arena_array(arena, count + 1, sizeof *first);
  *out = (timeline){.items = isnad_arena_array(arena, count + 1, sizeof *out->items)};
  out->order = isnad_arena_array(arena, count + 1, sizeof *out->order);
  if (out->items == NULL || out->order == NULL || g.entry == NULL || g.narrowest == NULL || first == NULL)
    return isnad_arena_fail(err, arena, "story");
  if (count > 1) qsort(mentions, count, sizeof *mentions, by_time);
  for (size_t at = 0; at < count; at++) place(&g, at);
  for (size_t at = 0; at <= count; at++) first[at] = 0;
  put_in_entries(out, &g, count, first);
  for (size_t i = 0; i < out->count; i++) sum_up(out, &out->items[i]);
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_shown_time);
  return ISNAD_OK;
}
