#include "story/timeline.h"

#include <stdlib.h>
#include <string.h>

enum { LOOK_BACK = 64 };

/* Two mentions of one time are of one event when the words of the shorter are this much in the other. */
static const double alike = 0.34;

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

static bool same_event(const timeline_mention *a, const timeline_mention *b) {
  double one = summary_cover(a->sentence, b->sentence), other = summary_cover(b->sentence, a->sentence);
  bool within = a->when.from < b->when.to && b->when.from < a->when.to;
  bool equal = a->when.from == b->when.from && a->when.to == b->when.to;
  if (a->kind == TIMELINE_REPORTED && b->kind == TIMELINE_REPORTED) return false;
  return (equal || (within && a->kind != b->kind)) && (one > other ? one : other) >= alike;
}

/* The entry to which a mention belongs: its own number when none is. */
static uint32_t entry_for(const timeline_mention *m, const uint32_t *entry, size_t at) {
  for (size_t back = 1; back <= at && back <= LOOK_BACK; back++)
    if (same_event(&m[at - back], &m[at])) return entry[at - back];
  return (uint32_t)at;
}

/* A sentence that stands alone before one that does not, then the one more reports have, then the shorter. */
static bool is_better(const timeline_mention *a, const timeline_mention *b) {
  if ((a->kind == TIMELINE_REPORTED) != (b->kind == TIMELINE_REPORTED)) return a->kind == TIMELINE_REPORTED;
  if (a->sentence->alone != b->sentence->alone) return a->sentence->alone;
  return a->sentence->span.end - a->sentence->span.begin < b->sentence->span.end - b->sentence->span.begin;
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

isnad_status timeline_gather(timeline *out, isnad_arena *arena, timeline_mention *mentions, size_t count, isnad_err *err) {
  *out = (timeline){.items = isnad_arena_array(arena, count + 1, sizeof *out->items)};
  out->order = isnad_arena_array(arena, count + 1, sizeof *out->order);
  uint32_t *entry = isnad_arena_array(arena, count + 1, sizeof *entry);
  if (out->items == NULL || out->order == NULL || entry == NULL) return isnad_arena_fail(err, arena, "story");
  if (count > 1) qsort(mentions, count, sizeof *mentions, by_time);
  for (size_t at = 0; at < count; at++) entry[at] = entry_for(mentions, entry, at);
  uint32_t placed = 0;
  for (size_t at = 0; at < count; at++) {
    if (entry[at] != at) continue;
    timeline_entry *e = &out->items[out->count++];
    *e = (timeline_entry){.first = placed};
    for (size_t i = at; i < count; i++)
      if (entry[i] == at) out->order[placed++] = &mentions[i];
    e->count = placed - e->first;
    sum_up(out, e);
  }
  return ISNAD_OK;
}
