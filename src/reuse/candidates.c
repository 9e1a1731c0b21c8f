#include "reuse/weaving.h"

#include <stdlib.h>

static reuse_class *own_class(const reuse_weaving *w, uint64_t key) { return reuse_class_of(w->classes, w->class_count, key); }

/* --- what the store holds of the new articles' keys --- */

static int by_value(const void *x, const void *y) {
  uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
  return a < b ? -1 : a > b;
}

typedef struct findings {
  segment_hits hits;      /* sorted */
  size_t text_hits;       /* how many are of PASSAGE, QUOTE and HEADLINE; those of TITLE and BODY follow, then those of who stands for them */
  segment_entry *entries; /* of the new articles: key, and the unit (2 * place, + 1 for the headline) */
  size_t entry_count;
} findings;

static bool gather_entries(findings *f, const reuse_weaving *w) {
  size_t room = 0;
  for (size_t i = 0; i < w->count; i++) room += w->articles[i].prints.count;
  f->entries = isnad_arena_array(w->arena, room, sizeof *f->entries);
  segment_entry *all = f->entries;
  if (all == NULL) return false;
  for (size_t i = 0; i < w->count; i++) {
    const reuse_prints *p = &w->articles[i].prints;
    const reuse_class *body = own_class(w, p->body), *title = own_class(w, p->title);
    if (body != NULL && body->representative == i)
      for (size_t k = 0; k < p->head_from; k++) all[f->entry_count++] = (segment_entry){p->keys[k], 2 * i};
    if (title != NULL && title->representative == i)
      for (size_t k = p->head_from; k < p->count; k++) all[f->entry_count++] = (segment_entry){p->keys[k], 2 * i + 1};
  }
  segments_sort(f->entries, f->entry_count);
  return true;
}

static isnad_status look_up(findings *f, reuse_weaving *w, isnad_err *err) {
  size_t count = 0;
  segment_range *ranges = isnad_arena_array(w->arena, f->entry_count + 2 * w->class_count, sizeof *ranges);
  if (ranges == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < f->entry_count; i++)
    if (i == 0 || f->entries[i].key != f->entries[i - 1].key) ranges[count++] = (segment_range){f->entries[i].key, f->entries[i].key};
  for (size_t i = 0; i < w->class_count; i++) ranges[count++] = (segment_range){w->classes[i].key, w->classes[i].key};
  for (size_t i = 0; i < w->class_count; i++)
    ranges[count++] = (segment_range){print_stand_key(w->classes[i].key), print_stand_key(w->classes[i].key)};
  f->hits = (segment_hits){.arena = w->arena};
  isnad_status status = segments_find(&f->hits, w->store, reuse_index, ranges, count, REUSE_CAP + 1, err);
  segments_sort(f->hits.items, f->hits.count);
  while (f->text_hits < f->hits.count && print_space_of(f->hits.items[f->text_hits].key) < PRINT_TITLE) f->text_hits++;
  return status;
}

/* --- akin classes --- */

typedef struct units {
  uint64_t *old; /* values of the index: 2 * row id + (1: headline), ascending; unit number = 2 * w->count + place here */
  size_t old_count;
  uint64_t *old_class;  /* their class keys */
  reuse_class *classes; /* of the old units, by key, new members counted in */
  size_t class_count;
} units;

static isnad_status number_old_units(units *u, const findings *f, const reuse_weaving *w, isnad_err *err) {
  u->old = isnad_arena_array(w->arena, f->text_hits, sizeof *u->old);
  u->old_class = isnad_arena_array(w->arena, f->text_hits, sizeof *u->old_class);
  if (u->old == NULL || u->old_class == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < f->text_hits; i++) u->old[i] = f->hits.items[i].value;
  u->old_count = reuse_distinct(u->old, f->text_hits);
  return ISNAD_OK;
}

static uint64_t unit_number(const units *u, const reuse_weaving *w, uint64_t value) {
  const uint64_t *at = bsearch(&value, u->old, u->old_count, sizeof value, by_value);
  return 2 * w->count + (uint64_t)(at - u->old);
}

/* The new units, except that a class which an old article stands for is known, and the old unit is left out: it is the same text. */
static uint8_t *known_units(const reuse_weaving *w, segment_entry **left_out, size_t *count) {
  uint8_t *known = isnad_arena_array(w->arena, 2 * w->count, 1);
  *left_out = isnad_arena_array(w->arena, w->class_count, sizeof **left_out);
  if (known == NULL || *left_out == NULL) return NULL;
  for (size_t i = 0; i < w->class_count; i++) {
    const reuse_class *c = &w->classes[i];
    if (c->fresh) continue;
    known[2 * c->representative + (print_space_of(c->key) == PRINT_TITLE)] = 1;
    (*left_out)[(*count)++] = (segment_entry){c->stand_in, 0};
  }
  segments_sort(*left_out, *count);
  return known;
}

static bool is_left_out(const segment_entry *left_out, size_t count, uint64_t value) {
  return count > 0 && bsearch(&value, left_out, count, sizeof *left_out, by_value) != NULL;
}

static isnad_status join_units(join_result *out, const units *u, const findings *f, const reuse_weaving *w, isnad_err *err) {
  size_t left_count = 0;
  segment_entry *left_out = NULL;
  uint8_t *known = known_units(w, &left_out, &left_count);
  segment_entry *all = isnad_arena_array(w->arena, f->entry_count + f->text_hits, sizeof *all);
  if (all == NULL || known == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  size_t count = 0, n = 0; /* both lists are sorted, and old units are numbered after the new ones */
  for (size_t i = 0; i < f->text_hits; i++) {
    const segment_entry *hit = &f->hits.items[i];
    if (is_left_out(left_out, left_count, hit->value)) continue;
    while (n < f->entry_count && f->entries[n].key <= hit->key) all[count++] = f->entries[n++];
    all[count++] = (segment_entry){hit->key, unit_number(u, w, hit->value)};
  }
  while (n < f->entry_count) all[count++] = f->entries[n++];
  join_rule rule = {REUSE_CAP, REUSE_RARE, REUSE_POINTS_NEEDED, reuse_points_of, known};
  return join_find(out, w->arena, all, count, 2 * w->count, 2 * w->count + u->old_count, &rule, err);
}

static isnad_status class_of_old(uint64_t *key, const reuse_weaving *w, uint64_t value, isnad_err *err) {
  held_article article;
  isnad_status status = held_by_id(&article, w->arena, w->store, (int64_t)(value / 2), err);
  if (status == ISNAD_OK) *key = value % 2 == 0 ? article.prints.body : article.prints.title;
  return status;
}

/* Only units that pair with somebody, or were shaken, need their class. */
static isnad_status find_old_classes(units *u, const join_result *joined, const reuse_weaving *w, isnad_err *err) {
  uint64_t *keys = isnad_arena_array(w->arena, joined->count + joined->shaken_count, sizeof *keys);
  if (keys == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  isnad_status status = ISNAD_OK;
  size_t count = 0, first = 2 * w->count;
  for (size_t i = 0; status == ISNAD_OK && i < joined->count + joined->shaken_count; i++) {
    uint32_t unit = i < joined->count ? joined->pairs[i].b : joined->shaken[i - joined->count];
    if (unit < first) continue;
    uint64_t *key = &u->old_class[unit - first];
    if (*key == 0) status = class_of_old(key, w, u->old[unit - first], err);
    keys[count++] = *key;
  }
  if (status != ISNAD_OK) return status;
  u->class_count = reuse_distinct(keys, count);
  return reuse_find_hubs(&u->classes, w->arena, w->store, keys, u->class_count, err);
}

/* A class with new members is known with them; else as the store has it. */
static const reuse_class *class_of_unit(const reuse_weaving *w, const units *u, uint32_t unit) {
  size_t first = 2 * w->count;
  uint64_t key;
  if (unit < first)
    key = unit % 2 == 0 ? w->articles[unit / 2].prints.body : w->articles[unit / 2].prints.title;
  else
    key = u->old_class[unit - first];
  const reuse_class *own = own_class(w, key);
  return own != NULL ? own : reuse_class_of(u->classes, u->class_count, key);
}

static isnad_status pair_hubs(reuse_weaving *w, const reuse_class *x, const reuse_class *y, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  if (x == NULL || y == NULL || x == y) return ISNAD_OK;
  for (size_t i = 0; i < x->hub_count; i++)
    for (size_t j = 0; status == ISNAD_OK && j < y->hub_count; j++) status = reuse_add_pair(&w->wanted, x->hubs[i], y->hubs[j], err);
  return status;
}

static isnad_status pair_units(reuse_weaving *w, const units *u, const join_result *joined, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < joined->count; i++)
    status = pair_hubs(w, class_of_unit(w, u, joined->pairs[i].a), class_of_unit(w, u, joined->pairs[i].b), err);
  for (size_t i = 0; status == ISNAD_OK && i < joined->shaken_count; i++) {
    const reuse_class *c = class_of_unit(w, u, joined->shaken[i]);
    for (size_t h = 0; c != NULL && !c->fresh && status == ISNAD_OK && h < c->hub_count; h++) status = reuse_doubt(w, c->hubs[h], err);
  }
  return status;
}

/* --- what is left to compare --- */

const held_article *reuse_new_article(const reuse_weaving *w, uint64_t name) {
  size_t low = 0, high = w->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (w->articles[middle].name < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low < w->count && w->articles[low].name == name ? &w->articles[low] : NULL;
}

/* Pairs of two old articles were judged when the younger of them came. */
static void keep_new_pairs(reuse_weaving *w) {
  size_t kept = 0;
  reuse_sort_pairs(&w->wanted);
  for (size_t i = 0; i < w->wanted.count; i++)
    if (reuse_new_article(w, w->wanted.items[i].a) != NULL || reuse_new_article(w, w->wanted.items[i].b) != NULL)
      w->wanted.items[kept++] = w->wanted.items[i];
  w->wanted.count = kept;
  reuse_sort_pairs(&w->doubtful);
}

isnad_status reuse_find_candidates(reuse_weaving *w, isnad_err *err) {
  findings f = {0};
  units u = {0};
  join_result joined = {0};
  w->wanted.arena = w->doubtful.arena = w->arena;
  isnad_status status = reuse_list_classes(w, err);
  if (status == ISNAD_OK && !gather_entries(&f, w)) status = isnad_arena_fail(err, w->arena, "reuse");
  if (status == ISNAD_OK) status = look_up(&f, w, err);
  if (status == ISNAD_OK) status = reuse_settle_classes(w, &f.hits, f.text_hits, err);
  if (status == ISNAD_OK) status = number_old_units(&u, &f, w, err);
  if (status == ISNAD_OK) status = join_units(&joined, &u, &f, w, err);
  if (status == ISNAD_OK) status = find_old_classes(&u, &joined, w, err);
  if (status == ISNAD_OK) status = pair_units(w, &u, &joined, err);
  if (status == ISNAD_OK) status = reuse_list_posted(w, f.entries, f.entry_count, err);
  if (status == ISNAD_OK) keep_new_pairs(w);
  return status;
}
