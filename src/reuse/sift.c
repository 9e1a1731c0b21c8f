/* Of the pairs that are to be compared, those whose sketches show that they share nothing worth keeping are dropped, before any text is read. */
#include "reuse/sketch.h"
#include "reuse/weaving.h"

#include "base/map.h"
#include "base/room.h"

typedef struct sifting {
  reuse_weaving *w;
  map places; /* name -> place in `sketches` + 1 */
  reuse_sketch *sketches;
  size_t count;
  sketch_index *index; /* of the pair's first */
  uint64_t indexed;    /* its name */
  bool any;            /* `index` holds one */
} sifting;

static isnad_status no_memory(const sifting *s, isnad_err *err) { return isnad_arena_fail(err, s->w->arena, "reuse"); }

/* Texts that are stored already are fetched once each. */
static isnad_status sketch_of(reuse_sketch *out, sifting *s, uint64_t name, isnad_err *err) {
  uint64_t *place = map_put(&s->places, name);
  if (place == NULL) return no_memory(s, err);
  if (*place == 0) {
    const held_article *own = reuse_new_article(s->w, name);
    held_article old = {0};
    isnad_status status = own == NULL ? held_by_name(&old, s->w->arena, s->w->store, name, err) : ISNAD_OK;
    if (status != ISNAD_OK) return status;
    s->sketches[s->count++] = own != NULL ? own->prints.sketch : old.prints.sketch;
    *place = s->count;
  }
  *out = s->sketches[*place - 1];
  return ISNAD_OK;
}

static isnad_status may_share(bool *out, sifting *s, reuse_pair pair, isnad_err *err) {
  reuse_sketch a, b;
  isnad_status status = sketch_of(&a, s, pair.a, err);
  if (status == ISNAD_OK) status = sketch_of(&b, s, pair.b, err);
  if (status != ISNAD_OK) return status;
  if (!s->any || s->indexed != pair.a) sketch_index_fill(s->index, a);
  s->any = true;
  s->indexed = pair.a;
  *out = sketch_may_share(s->index, b);
  return ISNAD_OK;
}

isnad_status reuse_sift(reuse_weaving *w, isnad_err *err) {
  sifting s = {.w = w};
  reuse_pairs *pairs = &w->wanted;
  size_t kept = 0;
  s.index = arena_room(w->arena, 1, sizeof *s.index);
  s.sketches = arena_room(w->arena, 2 * pairs->count + 1, sizeof *s.sketches);
  if (s.index == NULL || s.sketches == NULL || !map_new(&s.places, w->arena, pairs->count)) return no_memory(&s, err);
  for (size_t i = 0; i < pairs->count; i++) {
    bool wanted = false;
    isnad_status status = may_share(&wanted, &s, pairs->items[i], err);
    if (status != ISNAD_OK) return status;
    if (wanted) pairs->items[kept++] = pairs->items[i];
  }
  pairs->count = kept;
  return ISNAD_OK;
}
