/* The stage: links, then groups around what changed, then the stories of those groups. */
#include "isnad/story.h"

#include "story/threads.h"
#include "story/weaving.h"

#include <stdlib.h>

/* The reports whose story the region decides, with the ids of their roots. */
static isnad_status decide(id_set *touched, isnad_arena *arena, isnad_store *store, const region *r, isnad_err *err) {
  uint32_t *root = isnad_arena_array(arena, r->all.count + 1, sizeof *root);
  int64_t *decided = isnad_arena_array(arena, r->all.count + 1, sizeof *decided), *roots = isnad_arena_array(arena, r->all.count + 1, sizeof *roots);
  size_t count = 0;
  if (root == NULL || decided == NULL || roots == NULL) return isnad_arena_fail(err, arena, "story");
  isnad_status status = groups_find(root, arena, &r->all, &r->found, err);
  for (size_t i = 0; status == ISNAD_OK && i < r->all.count; i++) {
    if (r->steps[i] > DECIDED_STEPS) continue;
    decided[count] = r->all.items[i].id;
    roots[count++] = r->all.items[root[i]].id;
  }
  return status == ISNAD_OK ? stories_write(touched, store, r, decided, roots, count, err) : status;
}

static int by_id(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

static isnad_status hand_out(isnad_ids *out, isnad_arena *arena, id_set *touched, const isnad_ids *fresh, isnad_err *err) {
  bool good = true;
  for (size_t i = 0; good && i < fresh->count; i++) good = id_set_add(touched, fresh->items[i]);
  out->items = isnad_arena_array(arena, touched->count + 1, sizeof *out->items);
  if (!good || out->items == NULL) return isnad_arena_fail(err, arena, "story");
  out->count = touched->count;
  for (size_t i = 0; i < touched->count; i++) out->items[i] = touched->items[i];
  if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, by_id);
  return ISNAD_OK;
}

static isnad_status weave(isnad_ids *out, isnad_arena *keep, isnad_arena *scratch, isnad_store *store, const isnad_ids *fresh, isnad_err *err) {
  id_set changed, touched;
  region around;
  actor_terms actors;
  if (!id_set_new(&changed, scratch, fresh->count * 2) || !id_set_new(&touched, scratch, fresh->count * 2) ||
      !actor_terms_new(&actors, scratch, fresh->count * 2))
    return isnad_arena_fail(err, scratch, "story");
  isnad_status status = links_update(&changed, &actors, store, fresh, err);
  if (status == ISNAD_OK) status = region_load(&around, scratch, store, &changed, err);
  around.actors = &actors;
  if (status == ISNAD_OK) status = decide(&touched, scratch, store, &around, err);
  return status == ISNAD_OK ? hand_out(out, keep, &touched, fresh, err) : status;
}

isnad_status isnad_story_weave(isnad_ids *touched, isnad_arena *arena, isnad_store *store, const isnad_ids *fresh, unsigned workers, isnad_err *err) {
  isnad_arena *scratch = NULL;
  (void)workers; /* the store has one writer, and looking up is most of the work */
  *touched = (isnad_ids){0};
  if (isnad_arena_new(&scratch, 0) != ISNAD_OK) return isnad_err_set(err, ISNAD_NO_MEMORY, "story", (isnad_span){0, 0}, "out of memory");
  isnad_status status = weave(touched, arena, scratch, store, fresh, err);
  isnad_arena_free(scratch);
  return status;
}

isnad_status isnad_story_threads(isnad_store *store, isnad_err *err) { return threads_write(store, err); }
