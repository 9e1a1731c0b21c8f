#include "reuse/weaving.h"

#include "store/sql.h"

#include <stdlib.h>

const char reuse_index[] = "print";

unsigned reuse_points_of(uint64_t key) {
  static const uint8_t points[] = {[PRINT_PASSAGE] = 2, [PRINT_QUOTE] = 4, [PRINT_HEADLINE] = 1};
  size_t space = (size_t)print_space_of(key);
  return space < sizeof points ? points[space] : 0;
}

reuse_class *reuse_class_of(reuse_class *classes, size_t count, uint64_t key) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (classes[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && classes[low].key == key ? &classes[low] : NULL;
}

static int by_value(const void *x, const void *y) {
  uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
  return a < b ? -1 : a > b;
}

size_t reuse_distinct(uint64_t *keys, size_t count) {
  if (count > 1) qsort(keys, count, sizeof *keys, by_value);
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || keys[i] != keys[kept - 1]) keys[kept++] = keys[i];
  return kept;
}

static size_t key_end(const segment_hits *hits, size_t first) {
  size_t last = first + 1;
  while (last < hits->count && hits->items[last].key == hits->items[first].key) last++;
  return last;
}

static void fill_classes(reuse_class *classes, size_t count, const segment_hits *hits) {
  for (size_t first = 0, last, c = 0; first < hits->count; first = last) {
    last = key_end(hits, first);
    while (c < count && classes[c].key < hits->items[first].key) c++;
    if (c == count) return;
    for (size_t i = first; i < last && classes[c].hub_count < REUSE_HUBS; i++) classes[c].hubs[classes[c].hub_count++] = hits->items[i].value;
  }
}

isnad_status reuse_find_hubs(reuse_class **out, isnad_arena *arena, isnad_store *store, const uint64_t *keys, size_t count, isnad_err *err) {
  reuse_class *classes = isnad_arena_array(arena, count, sizeof *classes);
  segment_range *ranges = isnad_arena_array(arena, count, sizeof *ranges);
  if (classes == NULL || ranges == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (size_t i = 0; i < count; i++) {
    classes[i].key = keys[i];
    ranges[i] = (segment_range){keys[i], keys[i]};
  }
  segment_hits hits = {.arena = arena};
  isnad_status status = segments_find(&hits, store, reuse_index, ranges, count, REUSE_HUBS, err);
  if (status != ISNAD_OK) return status;
  segments_sort(hits.items, hits.count);
  fill_classes(classes, count, &hits);
  *out = classes;
  return ISNAD_OK;
}

static const char pairs_of[] = "SELECT a.name, b.name FROM passage p JOIN article a ON a.id = p.a JOIN article b ON b.id = p.b"
                               " WHERE p.a = ?1 UNION ALL SELECT a.name, b.name FROM passage p JOIN article a ON a.id = p.a"
                               " JOIN article b ON b.id = p.b WHERE p.b = ?1";

static isnad_status doubt_row(reuse_weaving *w, int64_t id, isnad_err *err) {
  sqlite3_stmt *s = store_statement(w->store, pairs_of, err);
  if (s == NULL) return ISNAD_STORE;
  sqlite3_bind_int64(s, 1, id);
  isnad_status status;
  while ((status = store_step(w->store, s, err)) == ISNAD_OK) {
    status = reuse_add_pair(&w->doubtful, held_name_number(store_column(s, 0)), held_name_number(store_column(s, 1)), err);
    if (status != ISNAD_OK) {
      sqlite3_reset(s);
      return status;
    }
  }
  return status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status reuse_doubt(reuse_weaving *w, uint64_t name, isnad_err *err) {
  held_article article;
  isnad_status status = held_by_name(&article, w->arena, w->store, name, err);
  return status == ISNAD_OK ? doubt_row(w, article.id, err) : status;
}
