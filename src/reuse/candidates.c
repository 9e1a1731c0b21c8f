#include "reuse/weaving.h"

#include <stdlib.h>

static reuse_class *own_class(const reuse_weaving *w, uint64_t key) { return reuse_class_of(w->classes, w->class_count, key); }

/* --- what the store holds of the new articles' keys --- */

static int by_value(const void *x, const void *y) {
  uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
  return a < b ? -1 : a > b;
}

static size_t distinct(uint64_t *keys, size_t count) {
  if (count > 1) qsort(keys, count, sizeof *keys, by_value);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || keys[i] != keys[kept - 1]) keys[kept++] = keys[i];
  return kept;
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

/* --- classes --- */

static isnad_status list_classes(reuse_weaving *w, isnad_err *err) {
  uint64_t *keys = isnad_arena_array(w->arena, 2 * w->count, sizeof *keys);
  if (keys == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  size_t count = 0;
  for (size_t i = 0; i < w->count; i++) {
    if (w->articles[i].prints.body != 0) keys[count++] = w->articles[i].prints.body;
    if (w->articles[i].prints.title != 0) keys[count++] = w->articles[i].prints.title;
  }
  w->class_count = distinct(keys, count);
  w->classes = isnad_arena_array(w->arena, w->class_count, sizeof *w->classes);
  if (w->classes == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < w->class_count; i++) w->classes[i] = (reuse_class){.key = keys[i], .fresh = true, .representative = w->count};
  return ISNAD_OK;
}

static void choose_representatives(reuse_weaving *w) {
  for (size_t i = 0; i < w->count; i++) {
    const uint64_t keys[] = {w->articles[i].prints.body, w->articles[i].prints.title};
    for (size_t k = 0; k < 2; k++) {
      reuse_class *c = own_class(w, keys[k]);
      if (c != NULL && c->representative == w->count) c->representative = i;
    }
  }
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

static isnad_status settle_classes(reuse_weaving *w, const findings *f, isnad_err *err) {
  size_t count = 0, n = 0, h = f->text_hits;
  segment_entry *fresh = list_new_members(w, &count);
  uint64_t *names = isnad_arena_array(w->arena, count + f->hits.count - f->text_hits + 1, sizeof *names);
  if (fresh == NULL || names == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < w->class_count; i++) {
    reuse_class *c = &w->classes[i];
    members m = {names, 0, 0};
    for (; h < f->hits.count && f->hits.items[h].key == c->key; h++) names[m.count++] = f->hits.items[h].value;
    m.old = m.count;
    for (; n < count && fresh[n].key == c->key; n++) names[m.count++] = fresh[n].value;
    status = settle_class(w, c, &m, err);
  }
  for (size_t i = 0; i < w->class_count; i++) {
    while (h < f->hits.count && f->hits.items[h].key < print_stand_key(w->classes[i].key)) h++;
    if (h < f->hits.count && f->hits.items[h].key == print_stand_key(w->classes[i].key)) w->classes[i].stand_in = f->hits.items[h].value;
  }
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
  u->old_count = distinct(u->old, f->text_hits);
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
  u->class_count = distinct(keys, count);
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

/* --- what is posted, and what is left to compare --- */

/* The text keys of classes that no old article represents, under the row id of their representative, and every member's class keys. */
static isnad_status list_posted(reuse_weaving *w, const findings *f, isnad_err *err) {
  w->posted = isnad_arena_array(w->arena, f->entry_count + 2 * w->count + w->class_count, sizeof *w->posted);
  uint8_t *fresh = isnad_arena_array(w->arena, 2 * w->count, 1); /* by unit; looking the class up for each entry would cost more than all else here */
  if (w->posted == NULL || fresh == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; i < w->class_count; i++)
    fresh[2 * w->classes[i].representative + (print_space_of(w->classes[i].key) == PRINT_TITLE)] = w->classes[i].fresh;
  for (size_t i = 0; i < f->entry_count; i++) {
    uint64_t unit = f->entries[i].value;
    if (fresh[unit]) w->posted[w->posted_count++] = (segment_entry){f->entries[i].key, (uint64_t)w->articles[unit / 2].id * 2 + unit % 2};
  }
  for (size_t i = 0; i < w->count; i++) {
    const held_article *a = &w->articles[i];
    if (a->prints.body != 0) w->posted[w->posted_count++] = (segment_entry){a->prints.body, a->name};
    if (a->prints.title != 0) w->posted[w->posted_count++] = (segment_entry){a->prints.title, a->name};
  }
  for (size_t i = 0; i < w->class_count; i++) {
    const reuse_class *c = &w->classes[i];
    uint64_t unit = (uint64_t)w->articles[c->representative].id * 2 + (print_space_of(c->key) == PRINT_TITLE);
    if (c->fresh) w->posted[w->posted_count++] = (segment_entry){print_stand_key(c->key), unit};
  }
  segments_sort(w->posted, w->posted_count);
  return ISNAD_OK;
}

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
  isnad_status status = list_classes(w, err);
  if (status == ISNAD_OK) choose_representatives(w);
  if (status == ISNAD_OK && !gather_entries(&f, w)) status = isnad_arena_fail(err, w->arena, "reuse");
  if (status == ISNAD_OK) status = look_up(&f, w, err);
  if (status == ISNAD_OK) status = settle_classes(w, &f, err);
  if (status == ISNAD_OK) status = number_old_units(&u, &f, w, err);
  if (status == ISNAD_OK) status = join_units(&joined, &u, &f, w, err);
  if (status == ISNAD_OK) status = find_old_classes(&u, &joined, w, err);
  if (status == ISNAD_OK) status = pair_units(w, &u, &joined, err);
  if (status == ISNAD_OK) status = list_posted(w, &f, err);
  if (status == ISNAD_OK) keep_new_pairs(w);
  return status;
}
