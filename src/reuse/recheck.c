#include "reuse/weaving.h"

#include "store/sql.h"

/* What the index says now about the keys of the doubtful pairs, looked up in one go. */
typedef struct knowledge {
  held_article *articles; /* two for each pair */
  uint64_t *classes;      /* keys, ascending */
  reuse_class *hubs;
  size_t class_count;
  segment_entry *shared; /* key, pair: of the keys both hold; value doubled, + 1 for the headline */
  size_t shared_count, shared_room;
  segment_hits hits;
} knowledge;

static bool add_shared(knowledge *k, isnad_arena *arena, size_t pair) {
  const reuse_prints *a = &k->articles[2 * pair].prints, *b = &k->articles[2 * pair + 1].prints;
  size_t needed = k->shared_count + (a->count < b->count ? a->count : b->count);
  if (needed > k->shared_room) {
    segment_entry *grown = isnad_arena_grow(arena, k->shared, k->shared_room, needed * 2, sizeof *grown);
    if (grown == NULL) return false;
    k->shared = grown;
    k->shared_room = needed * 2;
  }
  for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
    if (a->keys[i] == b->keys[j]) {
      k->shared[k->shared_count++] = (segment_entry){a->keys[i], 2 * pair + (i >= a->head_from)};
      i++;
      j++;
    } else if (a->keys[i] < b->keys[j])
      i++;
    else
      j++;
  }
  return true;
}

static isnad_status load_pairs(knowledge *k, reuse_weaving *w, isnad_err *err) {
  isnad_status status = ISNAD_OK;
  k->articles = isnad_arena_array(w->arena, 2 * w->doubtful.count, sizeof *k->articles);
  k->classes = isnad_arena_array(w->arena, 4 * w->doubtful.count, sizeof *k->classes);
  if (k->articles == NULL || k->classes == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; status == ISNAD_OK && i < w->doubtful.count; i++) {
    status = held_by_name(&k->articles[2 * i], w->arena, w->store, w->doubtful.items[i].a, err);
    if (status == ISNAD_OK) status = held_by_name(&k->articles[2 * i + 1], w->arena, w->store, w->doubtful.items[i].b, err);
    for (size_t side = 0; side < 2; side++) {
      k->classes[k->class_count++] = k->articles[2 * i + side].prints.body;
      k->classes[k->class_count++] = k->articles[2 * i + side].prints.title;
    }
  }
  for (size_t i = 0; status == ISNAD_OK && i < w->doubtful.count; i++)
    if (!add_shared(k, w->arena, i)) status = isnad_arena_fail(err, w->arena, "reuse");
  return status;
}

static isnad_status ask_index(knowledge *k, reuse_weaving *w, isnad_err *err) {
  k->class_count = reuse_distinct(k->classes, k->class_count);
  isnad_status status = reuse_find_hubs(&k->hubs, w->arena, w->store, k->classes, k->class_count, err);
  segment_range *ranges = isnad_arena_array(w->arena, k->shared_count, sizeof *ranges);
  if (status != ISNAD_OK) return status;
  if (ranges == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  segments_sort(k->shared, k->shared_count);
  size_t count = 0;
  for (size_t i = 0; i < k->shared_count; i++)
    if (i == 0 || k->shared[i].key != k->shared[i - 1].key) ranges[count++] = (segment_range){k->shared[i].key, k->shared[i].key};
  k->hits = (segment_hits){.arena = w->arena};
  status = segments_find(&k->hits, w->store, reuse_index, ranges, count, REUSE_CAP + 1, err);
  segments_sort(k->hits.items, k->hits.count);
  return status;
}

/* points[2 * pair + (1: headline)] from the keys that are still alive. */
static uint32_t *count_points(const knowledge *k, const reuse_weaving *w) {
  uint32_t *points = isnad_arena_array(w->arena, 2 * w->doubtful.count, sizeof *points);
  for (size_t i = 0, h = 0; points != NULL && i < k->shared_count; i++) {
    uint64_t key = k->shared[i].key;
    while (h < k->hits.count && k->hits.items[h].key < key) h++;
    size_t holders = 0;
    while (h + holders < k->hits.count && k->hits.items[h + holders].key == key) holders++;
    if (holders <= REUSE_CAP) points[k->shared[i].value] += reuse_points_of(key) * (holders <= REUSE_RARE ? 2 : 1);
  }
  return points;
}

static bool is_hub(const knowledge *k, uint64_t key, uint64_t name) {
  const reuse_class *c = key == 0 ? NULL : reuse_class_of(k->hubs, k->class_count, key);
  for (size_t i = 0; c != NULL && i < c->hub_count; i++)
    if (c->hubs[i] == name) return true;
  return false;
}

static bool brought_together(const knowledge *k, const held_article *a, const held_article *b, uint64_t a_key, uint64_t b_key, uint32_t points) {
  bool a_hub = is_hub(k, a_key, a->name), b_hub = is_hub(k, b_key, b->name);
  if (a_key != 0 && a_key == b_key) return a_hub || b_hub;
  return a_hub && b_hub && points >= REUSE_POINTS_NEEDED;
}

static const char delete_passage[] = "DELETE FROM passage WHERE a = ?1 AND b = ?2";

static isnad_status drop(reuse_weaving *w, const held_article *a, const held_article *b, reuse_ids *touched, isnad_err *err) {
  sqlite3_stmt *s = store_statement(w->store, delete_passage, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, a->id);
  sqlite3_bind_int64(s, 2, b->id);
  isnad_status status = store_run(w->store, s, err);
  return status == ISNAD_OK ? reuse_add_ids(touched, a->id, b->id, err) : status;
}

isnad_status reuse_recheck(reuse_weaving *w, reuse_ids *touched, isnad_err *err) {
  knowledge k = {0};
  if (w->doubtful.count == 0) return ISNAD_OK;
  isnad_status status = load_pairs(&k, w, err);
  if (status == ISNAD_OK) status = ask_index(&k, w, err);
  uint32_t *points = status == ISNAD_OK ? count_points(&k, w) : NULL;
  if (status == ISNAD_OK && points == NULL) status = isnad_arena_fail(err, w->arena, "reuse");
  for (size_t i = 0; status == ISNAD_OK && i < w->doubtful.count; i++) {
    const held_article *a = &k.articles[2 * i], *b = &k.articles[2 * i + 1];
    bool stays = brought_together(&k, a, b, a->prints.body, b->prints.body, points[2 * i]) ||
                 brought_together(&k, a, b, a->prints.title, b->prints.title, points[2 * i + 1]);
    if (!stays) status = drop(w, a, b, touched, err);
  }
  return status;
}
