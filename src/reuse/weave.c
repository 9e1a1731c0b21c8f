#include "reuse/weaving.h"

#include "isnad/reuse.h"

#include <stdlib.h>

static int by_name(const void *x, const void *y) {
  const held_article *a = x, *b = y;
  return a->name < b->name ? -1 : a->name > b->name;
}

static int by_id(const void *x, const void *y) {
  int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;
  return a < b ? -1 : a > b;
}

static isnad_status load_articles(reuse_weaving *w, const int64_t *ids, size_t count, isnad_err *err) {
  w->articles = isnad_arena_array(w->arena, count, sizeof *w->articles);
  if (w->articles == NULL) return isnad_arena_fail(err, w->arena, "reuse");
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) status = held_by_id(&w->articles[w->count++], w->arena, w->store, ids[i], err);
  if (status == ISNAD_OK && count > 1) qsort(w->articles, count, sizeof *w->articles, by_name);
  return status;
}

static isnad_status list_touched(isnad_ids *out, isnad_arena *arena, reuse_weaving *w, const reuse_pairs *pairs, const int64_t *ids, size_t count,
                                 isnad_err *err) {
  out->items = isnad_arena_array(arena, count + 2 * pairs->count, sizeof *out->items);
  if (out->items == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (size_t i = 0; i < count; i++) out->items[i] = ids[i];
  out->count = count;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < 2 * pairs->count; i++) {
    held_article article;
    status = held_by_name(&article, w->arena, w->store, i % 2 == 0 ? pairs->items[i / 2].a : pairs->items[i / 2].b, err);
    out->items[out->count++] = article.id;
  }
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_id);
  size_t kept = 0;
  for (size_t i = 0; i < out->count; i++)
    if (kept == 0 || out->items[i] != out->items[kept - 1]) out->items[kept++] = out->items[i];
  out->count = kept;
  return status;
}

isnad_status isnad_reuse_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t count, unsigned threads,
                               isnad_err *err) {
  *touched = (isnad_ids){0};
  reuse_weaving w = {.store = store, .threads = threads};
  isnad_status status = isnad_arena_new(&w.arena, 0);
  if (status != ISNAD_OK) return isnad_err_set(err, status, "reuse", (isnad_span){0, 0}, "out of memory");
  reuse_pairs ends = {.arena = w.arena};
  status = load_articles(&w, articles, count, err);
  if (status == ISNAD_OK) status = reuse_find_candidates(&w, err);
  if (status == ISNAD_OK) status = reuse_compare(&w, &ends, err);
  if (status == ISNAD_OK) status = segments_add(store, reuse_index, w.posted, w.posted_count, err);
  if (status == ISNAD_OK) status = reuse_recheck(&w, &ends, err);
  if (status == ISNAD_OK) status = list_touched(touched, arena, &w, &ends, articles, count, err);
  isnad_arena_free(w.arena);
  return status;
}
