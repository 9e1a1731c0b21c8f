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

static isnad_status list_touched(isnad_ids *out, isnad_arena *arena, const reuse_ids *ends, const int64_t *ids, size_t count, isnad_err *err) {
  out->items = isnad_arena_array(arena, count + ends->count, sizeof *out->items);
  if (out->items == NULL) return isnad_arena_fail(err, arena, "reuse");
  for (size_t i = 0; i < count; i++) out->items[i] = ids[i];
  for (size_t i = 0; i < ends->count; i++) out->items[count + i] = ends->items[i];
  size_t kept = 0, all = count + ends->count;
  if (all > 1) qsort(out->items, all, sizeof *out->items, by_id);
  for (size_t i = 0; i < all; i++)
    if (kept == 0 || out->items[i] != out->items[kept - 1]) out->items[kept++] = out->items[i];
  out->count = kept;
  return ISNAD_OK;
}

/* So many articles are in hand at once: what a weave needs of memory goes into their fingerprints and texts. */
enum { AT_ONCE = 8192 };

static isnad_status weave_some(reuse_weaving *w, reuse_ids *ends, const int64_t *ids, size_t count, isnad_err *err) {
  isnad_status status = load_articles(w, ids, count, err);
  if (status == ISNAD_OK) status = reuse_find_candidates(w, err);
  if (status == ISNAD_OK) status = reuse_sift(w, err);
  if (status == ISNAD_OK) status = reuse_compare(w, ends, err);
  if (status == ISNAD_OK) status = segments_add(w->store, reuse_index, w->posted, w->posted_count, err);
  return status == ISNAD_OK ? reuse_recheck(w, ends, err) : status;
}

isnad_status isnad_reuse_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const int64_t *articles, size_t count, unsigned threads,
                               isnad_err *err) {
  *touched = (isnad_ids){0};
  reuse_ids ends = {.arena = arena};
  isnad_status status = ISNAD_OK;
  for (size_t at = 0; status == ISNAD_OK && at < count; at += AT_ONCE) {
    reuse_weaving w = {.store = store, .threads = threads};
    status = isnad_arena_new(&w.arena, 0);
    if (status != ISNAD_OK) return isnad_err_set(err, status, "reuse", (isnad_span){0, 0}, "out of memory");
    status = weave_some(&w, &ends, articles + at, count - at < AT_ONCE ? count - at : AT_ONCE, err);
    isnad_arena_free(w.arena);
  }
  return status == ISNAD_OK ? list_touched(touched, arena, &ends, articles, count, err) : status;
}
