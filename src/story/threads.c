#include "story/thread_find.h"

#include "base/hash.h"

#include <stdlib.h>

/* A pair most of whose stories are in a thread that stands already adds its actors to that one. */
static const double same_share = 0.6;

/* How far from the front the two actors of a thread stand among those of a story. */
static uint32_t distance(const thread_story *s, const uint32_t *pair) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < s->actor_count; i++) sum += s->actors[i] == pair[0] || s->actors[i] == pair[1] ? i : 0;
  return sum;
}

/* The title is that of a large story in which the two act before others. */
static bool is_better_title(const thread *t, const thread_story *now, const thread_story *next) {
  return (uint64_t)next->reports * (3 + distance(now, t->actors)) > (uint64_t)now->reports * (3 + distance(next, t->actors));
}

static bool fill(thread *t, const finding *f, const run *r) {
  uint32_t *stories = isnad_arena_array(f->arena, r->count, sizeof *stories);
  uint8_t bytes[8];
  if (stories == NULL) return false;
  *t = (thread){.stories = stories, .story_count = r->count, .actors = {r->first->a, r->first->b}, .actor_count = 2};
  t->id[0] = 't';
  for (unsigned i = 0; i < 8; i++) bytes[i] = (uint8_t)(r->key >> (56 - 8 * i));
  hash_hex(t->id + 1, bytes, sizeof bytes);
  t->title = r->first->story;
  for (uint32_t i = 0; i < r->count; i++) {
    const thread_story *s = &f->out->stories[r->first[i].story];
    stories[i] = r->first[i].story;
    if (is_better_title(t, &f->out->stories[t->title], s)) t->title = stories[i];
    if (s->when.from >= s->when.to) continue;
    if (t->span.from == t->span.to) t->span = s->when;
    if (s->when.to > t->span.to) t->span.to = s->when.to;
  }
  return true;
}

/* The threads of each story, as far as they were kept. */
typedef struct membership {
  uint32_t thread, next; /* place + 1 of the next; 0: none */
} membership;

typedef struct keeping {
  finding *f;
  uint32_t *first; /* per story: place + 1 in `all` */
  membership *all;
  size_t count, room;
  uint32_t *shared; /* per kept thread */
} keeping;

/* A kept thread that holds most of a run's stories; SIZE_MAX: none. */
static size_t holder_of(keeping *k, const run *r) {
  size_t best = SIZE_MAX;
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t i = 0; i < r->count; i++)
      for (uint32_t m = k->first[r->first[i].story]; m != 0; m = k->all[m - 1].next) {
        uint32_t *shared = &k->shared[k->all[m - 1].thread];
        if (pass == 0 && ++*shared >= same_share * r->count && (best == SIZE_MAX || k->all[m - 1].thread < best)) best = k->all[m - 1].thread;
        if (pass == 1) *shared = 0;
      }
  return best;
}

static void add_actor(thread *t, uint32_t actor) {
  for (uint32_t i = 0; i < t->actor_count; i++)
    if (t->actors[i] == actor) return;
  if (t->actor_count < THREAD_ACTORS) t->actors[t->actor_count++] = actor;
}

static bool keep(keeping *k, const run *r) {
  threads *t = k->f->out;
  size_t holder = holder_of(k, r);
  if (holder != SIZE_MAX) {
    add_actor(&t->items[holder], r->first->a);
    add_actor(&t->items[holder], r->first->b);
    return true;
  }
  if (!fill(&t->items[t->count], k->f, r)) return false;
  for (uint32_t i = 0; i < r->count; i++) {
    if (!thread_more(k->f->arena, (void **)&k->all, k->count, &k->room, sizeof *k->all)) return false;
    uint32_t *first = &k->first[r->first[i].story];
    k->all[k->count++] = (membership){(uint32_t)t->count, *first};
    *first = (uint32_t)k->count;
  }
  t->count++;
  return true;
}

isnad_status threads_find(threads *out, isnad_arena *arena, isnad_store *store, isnad_err *err) {
  finding f = {.out = out, .arena = arena};
  *out = (threads){0};
  if (!map_new(&f.actor_places, arena, 4096) || !actors_index_new(&f.index, arena)) return isnad_arena_fail(err, arena, "story");
  isnad_status status = thread_load(&f, store, err);
  if (status != ISNAD_OK) return status;
  size_t run_count = 0;
  run *runs = thread_runs(&run_count, &f);
  keeping k = {.f = &f};
  k.first = isnad_arena_array(arena, out->story_count + 1, sizeof *k.first);
  k.shared = isnad_arena_array(arena, run_count + 1, sizeof *k.shared);
  out->items = isnad_arena_array(arena, run_count + 1, sizeof *out->items);
  bool good = runs != NULL && k.first != NULL && k.shared != NULL && out->items != NULL;
  for (size_t i = 0; good && i < run_count; i++) good = keep(&k, &runs[i]);
  return good ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
}
