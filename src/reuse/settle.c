/* The classes of the new articles: their members, old and new, their hubs, and the pairs inside each. */
#include "reuse/weaving.h"

#include <stdlib.h>

static int by_value(const void *x, const void *y) {
  uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
  return a < b ? -1 : a > b;
}

static void choose_representatives(reuse_weaving *w) {
  for (size_t i = 0; i < w->count; i++) {
    const uint64_t keys[] = {w->articles[i].prints.body, w->articles[i].prints.title};
    for (size_t k = 0; k < 2; k++) {
      reuse_class *c = reuse_class_of(w->classes, w->class_count, keys[k]);
      if (c != NULL && c->representative == w->count) c->representative = i;
    }
  }
}

isnad_status reuse_list_classes(reuse_weaving *w, isnad_err *err) {
  uint64_t *keys = isnad_arena_array(w->arena, 2 * w->count, sizeof *keys);
  if (keys == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  size_t count = 0;
  for (size_t i = 0; i < w->count; i++) {
    if (w->articles[i].prints.body != 0) keys[count++] = w->articles[i].prints.body;
    if (w->articles[i].prints.title != 0) keys[count++] = w->articles[i].prints.title;
  }
  w->class_count = reuse_distinct(keys, count);
  w->classes = isnad_arena_array(w->arena, w->class_count, sizeof *w->classes);
  if (w->classes == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < w->class_count; i++) w->classes[i] = (reuse_class){.key = keys[i], .fresh = true, .representative = w->count};
  choose_representatives(w);
  return ISNAD_OK;
}

/* Members of a class: old ones from the index, then the new ones. */
typedef struct members {
  uint64_t *names;
  size_t count, old;
} members;

static isnad_status all_old_members(members *m, reuse_weaving *w, uint64_t key, isnad_err *err) {
  segment_hits hits = {.arena = w->arena};
  segment_range range = {key, key};
  isnad_status status = segments_find(&hits, w->store, reuse_index, &range, 1, 0, err);
  m->names = isnad_arena_array(w->arena, hits.count, sizeof *m->names);
  if (status != ISNAD_OK) return status;
  if (m->names == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < hits.count; i++) m->names[i] = hits.items[i].value;
  m->count = hits.count;
  return ISNAD_OK;
}

static bool is_hub(const reuse_class *c, uint64_t name) {
  for (size_t i = 0; i < c->hub_count; i++)
    if (c->hubs[i] == name) return true;
  return false;
}

/* Pairs of a class with at least one new member: each new member with every hub, and a new hub with everybody. */
static isnad_status pair_members(reuse_weaving *w, const reuse_class *c, const members *m, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t n = m->old; n < m->count; n++) {
    size_t others = is_hub(c, m->names[n]) ? m->count : 0;
    for (size_t i = 0; status == ISNAD_OK && i < others; i++) status = reuse_add_pair(&w->wanted, m->names[n], m->names[i], err);
    for (size_t i = 0; status == ISNAD_OK && i < c->hub_count; i++) status = reuse_add_pair(&w->wanted, m->names[n], c->hubs[i], err);
  }
  return status;
}

static isnad_status doubt_displaced(reuse_weaving *w, const reuse_class *c, const uint64_t *old, size_t count, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++)
    if (!is_hub(c, old[i])) status = reuse_doubt(w, old[i], err);
  return status;
}

/* old: the least names of old members, as many as the look-up gave. */
static isnad_status settle_class(reuse_weaving *w, reuse_class *c, const members *m, isnad_err *err) {
  members all = *m;
  size_t old_hubs = m->old < REUSE_HUBS ? m->old : REUSE_HUBS;
  uint64_t *sorted = isnad_arena_array(w->arena, m->count, sizeof *sorted);
  if (sorted == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < m->count; i++) sorted[i] = m->names[i];
  qsort(sorted, m->count, sizeof *sorted, by_value);
  c->hub_count = (uint8_t)(m->count < REUSE_HUBS ? m->count : REUSE_HUBS);
  for (size_t i = 0; i < c->hub_count; i++) c->hubs[i] = sorted[i];
  c->fresh = m->old == 0;
  bool new_hub = false;
  for (size_t i = m->old; i < m->count; i++) new_hub = new_hub || is_hub(c, m->names[i]);
  if (new_hub && m->old > REUSE_CAP) { /* the look-up was cut short, and a new hub is paired with everybody */
    members old = {NULL, 0, 0};
    isnad_status status = all_old_members(&old, w, c->key, err);
    if (status != ISNAD_OK) return status;
    all.old = old.count;
    all.count = old.count + m->count - m->old;
    all.names = isnad_arena_grow(w->arena, old.names, old.count, all.count, sizeof *all.names);
    if (all.names == NULL) return isnad_arena_fail(err, w->arena, "reuse");
    for (size_t i = m->old; i < m->count; i++) all.names[all.old + i - m->old] = m->names[i];
  }
  isnad_status status = pair_members(w, c, &all, err);
  return status == ISNAD_OK && new_hub ? doubt_displaced(w, c, m->names, old_hubs, err) : status;
}

/* New members by class: (class key, name), sorted. */
static segment_entry *list_new_members(const reuse_weaving *w, size_t *count) {
  segment_entry *list = isnad_arena_array(w->arena, 2 * w->count, sizeof *list);
  for (size_t i = 0; list != NULL && i < w->count; i++) {
    if (w->articles[i].prints.body != 0) list[(*count)++] = (segment_entry){w->articles[i].prints.body, w->articles[i].name};
    if (w->articles[i].prints.title != 0) list[(*count)++] = (segment_entry){w->articles[i].prints.title, w->articles[i].name};
  }
  if (list != NULL) segments_sort(list, *count);
  return list;
}

isnad_status reuse_settle_classes(reuse_weaving *w, const segment_hits *hits, size_t from, isnad_err *err) {
  size_t count = 0, n = 0, h = from;
  segment_entry *fresh = list_new_members(w, &count);
  uint64_t *names = isnad_arena_array(w->arena, count + hits->count - from + 1, sizeof *names);
  if (fresh == NULL || names == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < w->class_count; i++) {
    reuse_class *c = &w->classes[i];
    members m = {names, 0, 0};
    for (; h < hits->count && hits->items[h].key == c->key; h++) names[m.count++] = hits->items[h].value;
    m.old = m.count;
    for (; n < count && fresh[n].key == c->key; n++) names[m.count++] = fresh[n].value;
    status = settle_class(w, c, &m, err);
  }
  for (size_t i = 0; i < w->class_count; i++) {
    while (h < hits->count && hits->items[h].key < print_stand_key(w->classes[i].key)) h++;
    if (h < hits->count && hits->items[h].key == print_stand_key(w->classes[i].key)) w->classes[i].stand_in = hits->items[h].value;
  }
  return status;
}
