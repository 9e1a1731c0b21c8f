#include "reuse/join.h"

#include <stdlib.h>

/* --- groups: the live keys that at least two texts hold, one of them new --- */

typedef struct group {
  uint32_t first, count; /* in `holders` */
  uint32_t points;
} group;

typedef struct joiner {
  const join_entry *entries;
  size_t count, fresh, texts;
  const join_rule *rule;
  isnad_arena *arena;
  group *groups;
  size_t group_count;
  uint32_t *holders;
  size_t holder_count;
  uint32_t *starts; /* of each new text in `member_of`; one more at the end */
  uint32_t *member_of;
} joiner;

static size_t group_end(const joiner *j, size_t first) {
  size_t last = first + 1;
  while (last < j->count && j->entries[last].key == j->entries[first].key) last++;
  return last;
}

static bool was_held(const joiner *j, uint64_t text) { return text >= j->fresh || (j->rule->known != NULL && j->rule->known[text]); }

static void shake(join_result *out, const joiner *j, size_t first, size_t last) {
  for (size_t i = first; i < last; i++)
    if (was_held(j, j->entries[i].value)) out->shaken[out->shaken_count++] = (uint32_t)j->entries[i].value;
}

static void keep_group(joiner *j, size_t first, size_t last) {
  unsigned points = j->rule->points_of(j->entries[first].key) * (last - first <= j->rule->rare ? 2 : 1);
  j->groups[j->group_count++] = (group){(uint32_t)j->holder_count, (uint32_t)(last - first), points};
  for (size_t i = first; i < last; i++) j->holders[j->holder_count++] = (uint32_t)j->entries[i].value;
}

/* Entries are sorted by text within a key, so the new holders come first. */
static void visit_keys(joiner *j, join_result *out) {
  for (size_t first = 0, last; first < j->count; first = last) {
    last = group_end(j, first);
    if (last - first < 2 || j->entries[first].value >= j->fresh) continue;
    size_t held = 0;
    for (size_t i = first; i < last; i++) held += was_held(j, j->entries[i].value);
    if (last - first <= j->rule->cap) keep_group(j, first, last);
    bool died = last - first > j->rule->cap && held <= j->rule->cap, common = last - first > j->rule->rare && held <= j->rule->rare;
    if (held >= 2 && (died || common)) shake(out, j, first, last);
  }
}

static size_t shared_entries(const joiner *j) {
  size_t shared = 0;
  for (size_t first = 0, last; first < j->count; first = last) {
    last = group_end(j, first);
    if (last - first >= 2) shared += last - first;
  }
  return shared;
}

static bool find_groups(joiner *j, join_result *out) {
  size_t shared = shared_entries(j);
  j->groups = isnad_arena_array(j->arena, shared / 2 + 1, sizeof *j->groups);
  j->holders = isnad_arena_array(j->arena, shared + 1, sizeof *j->holders);
  out->shaken = isnad_arena_array(j->arena, shared + 1, sizeof *out->shaken);
  if (j->groups == NULL || j->holders == NULL || out->shaken == NULL) return false;
  visit_keys(j, out);
  return true;
}

/* The groups of each new text, by counting sort. */
static bool list_members(joiner *j) {
  j->starts = isnad_arena_array(j->arena, j->fresh + 2, sizeof *j->starts);
  j->member_of = isnad_arena_array(j->arena, j->holder_count + 1, sizeof *j->member_of);
  if (j->starts == NULL || j->member_of == NULL) return false;
  for (size_t i = 0; i < j->holder_count; i++)
    if (j->holders[i] < j->fresh) j->starts[j->holders[i] + 2]++;
  for (size_t t = 2; t < j->fresh + 2; t++) j->starts[t] += j->starts[t - 1];
  for (size_t g = 0; g < j->group_count; g++)
    for (uint32_t i = 0; i < j->groups[g].count; i++) {
      uint32_t text = j->holders[j->groups[g].first + i];
      if (text < j->fresh) j->member_of[j->starts[text + 1]++] = (uint32_t)g;
    }
  return true;
}

/* --- pairs --- */

typedef struct tally {
  uint32_t *points;  /* by text */
  uint32_t *touched; /* texts with points */
  size_t count;
} tally;

static void count_points(const joiner *j, tally *t, uint32_t text) {
  for (uint32_t m = j->starts[text]; m < j->starts[text + 1]; m++) {
    const group *g = &j->groups[j->member_of[m]];
    const uint32_t *holders = j->holders + g->first;
    for (uint32_t i = g->count; i-- > 0 && holders[i] > text;) {
      if (t->points[holders[i]] == 0) t->touched[t->count++] = holders[i];
      t->points[holders[i]] += g->points;
    }
  }
}

static int by_number(const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return a < b ? -1 : a > b;
}

static bool add_pairs(const joiner *j, join_result *out, size_t *room, tally *t, uint32_t text) {
  size_t kept = 0;
  for (size_t i = 0; i < t->count; i++) {
    uint32_t other = t->touched[i];
    if (t->points[other] >= j->rule->points_needed) t->touched[kept++] = other;
    t->points[other] = 0;
  }
  t->count = 0;
  if (kept > 1) qsort(t->touched, kept, sizeof *t->touched, by_number);
  if (out->count + kept > *room) {
    size_t wanted = (out->count + kept) * 2;
    join_pair *grown = isnad_arena_grow(j->arena, out->pairs, *room, wanted, sizeof *out->pairs);
    if (grown == NULL) return false;
    out->pairs = grown;
    *room = wanted;
  }
  for (size_t i = 0; i < kept; i++) out->pairs[out->count++] = (join_pair){text, t->touched[i]};
  return true;
}

static bool find_pairs(joiner *j, join_result *out) {
  tally t = {isnad_arena_array(j->arena, j->texts + 1, sizeof *t.points), isnad_arena_array(j->arena, j->texts + 1, sizeof *t.touched), 0};
  if (t.points == NULL || t.touched == NULL) return false;
  size_t room = 0;
  for (uint32_t text = 0; text < j->fresh; text++) {
    count_points(j, &t, text);
    if (t.count > 0 && !add_pairs(j, out, &room, &t, text)) return false;
  }
  return true;
}

static void sort_shaken(join_result *out) {
  if (out->shaken_count < 2) return;
  qsort(out->shaken, out->shaken_count, sizeof *out->shaken, by_number);
  size_t kept = 1;
  for (size_t i = 1; i < out->shaken_count; i++)
    if (out->shaken[i] != out->shaken[kept - 1]) out->shaken[kept++] = out->shaken[i];
  out->shaken_count = kept;
}

isnad_status join_find(join_result *out, isnad_arena *arena, const join_entry *entries, size_t count, size_t fresh, size_t texts,
                       const join_rule *rule, isnad_err *err) {
  *out = (join_result){0};
  joiner j = {.entries = entries, .count = count, .fresh = fresh, .texts = texts, .rule = rule, .arena = arena};
  if (!find_groups(&j, out) || !list_members(&j) || !find_pairs(&j, out)) return isnad_arena_fail(err, arena, "join");
  sort_shaken(out);
  return ISNAD_OK;
}
