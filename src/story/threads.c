#include "story/threads.h"

#include "base/hash.h"
#include "base/map.h"
#include "store/sql.h"
#include "tables.h"

#include <stdlib.h>
#include <string.h>

/* An association of two actors, n*n / (stories of the one * stories of the other), below which they meet as everybody meets. SAME_SHARE: a pair most
 * of whose stories are in a thread that stands already adds its actors to that one. */
static const double least_association = 0.02, same_share = 0.6;

typedef struct finding {
  threads *out;
  isnad_arena *arena;
  map actor_places; /* hash of entity -> place + 1 */
  size_t actor_room, story_room;
} finding;

static bool more(isnad_arena *arena, void **items, size_t count, size_t *room, size_t size) {
  if (count < *room) return true;
  size_t grown = *room * 2 + 256;
  void *fresh = isnad_arena_grow(arena, *items, *room, grown, size);
  if (fresh == NULL) return false;
  *items = fresh;
  *room = grown;
  return true;
}

static const isnad_places_row *place_row(isnad_slice id) {
  for (size_t i = 0; i < isnad_places_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_places_rows[i].id), id)) return &isnad_places_rows[i];
  return NULL;
}

/* A capital stands for its country: who tells what Moscow decided tells what Russia did. Asked once for each entity. */
static void acting(isnad_slice *entity, isnad_slice *name) {
  enum { COUNTRY_CODE = 2 };
  const isnad_places_row *row = entity->length > COUNTRY_CODE && entity->bytes[COUNTRY_CODE] == '.' ? place_row(*entity) : NULL;
  const isnad_places_row *country = row != NULL && row->kind == ISNAD_PLACES_KIND_CAPITAL ? place_row((isnad_slice){row->id, COUNTRY_CODE}) : NULL;
  if (country == NULL) return;
  *entity = isnad_slice_of(country->id);
  *name = isnad_slice_of(country->name);
}

static bool add_actor_row(uint64_t *at, finding *f, isnad_slice entity, isnad_slice name) {
  if (!more(f->arena, (void **)&f->out->actors, f->out->actor_count, &f->actor_room, sizeof *f->out->actors)) return false;
  f->out->actors[f->out->actor_count++] = (thread_actor){isnad_arena_copy(f->arena, entity), isnad_arena_copy(f->arena, name), 0};
  *at = f->out->actor_count;
  return true;
}

static bool actor_of(uint32_t *place, finding *f, isnad_slice entity, isnad_slice name) {
  uint64_t asked = hash64(entity), *at = map_put(&f->actor_places, asked);
  if (at == NULL) return false;
  if (*at == 0) {
    acting(&entity, &name);
    uint64_t acts = hash64(entity), *actor = map_put(&f->actor_places, acts);
    if (actor == NULL || (*actor == 0 && !add_actor_row(actor, f, entity, name))) return false;
    uint64_t found = *actor;
    at = map_get(&f->actor_places, asked); /* the map may have moved */
    *at = found;
  }
  *place = (uint32_t)(*at - 1);
  return true;
}

static bool has_actor(const thread_story *s, uint32_t actor) {
  for (uint32_t i = 0; i < s->actor_count; i++)
    if (s->actors[i] == actor) return true;
  return false;
}

/* Rows come by story, the most named of each first. */
static bool take_row(finding *f, sqlite3_stmt *row) {
  isnad_slice id = store_column(row, 0);
  threads *t = f->out;
  if (t->story_count == 0 || !isnad_slice_equal(t->stories[t->story_count - 1].id, id)) {
    if (!more(f->arena, (void **)&t->stories, t->story_count, &f->story_room, sizeof *t->stories)) return false;
    thread_story *s = &t->stories[t->story_count++];
    *s = (thread_story){.id = isnad_arena_copy(f->arena, id), .title = isnad_arena_copy(f->arena, store_column(row, 1))};
    s->when = (isnad_interval){sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3)};
    s->reports = (uint32_t)sqlite3_column_int64(row, 4);
  }
  thread_story *s = &t->stories[t->story_count - 1];
  if (s->actor_count == STORY_ACTORS) return true;
  uint32_t actor = 0;
  if (!actor_of(&actor, f, store_column(row, 5), store_column(row, 6))) return false;
  if (has_actor(s, actor)) return true;
  s->actors[s->actor_count++] = actor;
  t->actors[actor].stories++;
  return true;
}

static isnad_status load(finding *f, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT m.story, s.title, s.published_from, s.published_to, s.reports, n.entity, min(n.canonical)"
                            " FROM story s JOIN story_member m ON m.story = s.id JOIN name n ON n.article = m.article"
                            " WHERE n.entity <> '' AND n.entity NOT LIKE '@%' AND n.type IN ('person', 'place', 'organization')"
                            " GROUP BY m.story, n.entity ORDER BY m.story, count(DISTINCT m.article) DESC, count(*) DESC, n.entity";
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!take_row(f, row)) break;
  sqlite3_reset(row);
  return status == ISNAD_OK ? isnad_arena_fail(err, f->arena, "story") : status == ISNAD_END ? ISNAD_OK : status;
}

/* --- pairs of actors --- */

typedef struct meeting {
  uint64_t key;
  uint32_t story, a, b;
  int64_t time;
} meeting;

static int by_key_and_time(const void *a, const void *b) {
  const meeting *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  if (x->time != y->time) return x->time < y->time ? -1 : 1;
  return (x->story > y->story) - (x->story < y->story); /* stories lie in the order of ids */
}

/* A place and what lies in it, by their ids, meet always and say nothing. */
static bool is_within(isnad_slice outer, isnad_slice inner) {
  return inner.length > outer.length && memcmp(inner.bytes, outer.bytes, outer.length) == 0 && inner.bytes[outer.length] == '.';
}

static uint64_t pair_key(isnad_slice x, isnad_slice y) {
  bool first = isnad_slice_compare(x, y) < 0;
  uint64_t hashes[2] = {hash64(first ? x : y), hash64(first ? y : x)};
  return hash64((isnad_slice){(const char *)hashes, sizeof hashes});
}

static meeting *list_meetings(size_t *count, const finding *f) {
  const threads *t = f->out;
  meeting *all = isnad_arena_array(f->arena, t->story_count * (STORY_ACTORS * (STORY_ACTORS - 1) / 2) + 1, sizeof *all);
  *count = 0;
  for (uint32_t s = 0; all != NULL && s < t->story_count; s++) {
    const thread_story *story = &t->stories[s];
    for (uint32_t i = 0; i < story->actor_count; i++)
      for (uint32_t k = i + 1; k < story->actor_count; k++) {
        isnad_slice x = t->actors[story->actors[i]].entity, y = t->actors[story->actors[k]].entity;
        if (is_within(x, y) || is_within(y, x)) continue;
        int64_t time = story->when.from < story->when.to ? story->when.from : INT64_MAX;
        all[(*count)++] = (meeting){pair_key(x, y), s, story->actors[i], story->actors[k], time};
      }
  }
  if (all != NULL && *count > 1) qsort(all, *count, sizeof *all, by_key_and_time);
  return all;
}

typedef struct run {
  const meeting *first;
  uint32_t count;
} run;

static int by_size(const void *a, const void *b) {
  const run *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return (x->first->key > y->first->key) - (x->first->key < y->first->key);
}

static run *list_runs(size_t *count, const finding *f, const meeting *all, size_t all_count) {
  run *runs = isnad_arena_array(f->arena, all_count + 1, sizeof *runs);
  *count = 0;
  for (size_t i = 0, last = 0; runs != NULL && i < all_count; i = last) {
    for (last = i; last < all_count && all[last].key == all[i].key; last++) continue;
    double n = (double)(last - i), of = (double)f->out->actors[all[i].a].stories * (double)f->out->actors[all[i].b].stories;
    if (last - i >= 2 && n * n >= least_association * of) runs[(*count)++] = (run){&all[i], (uint32_t)(last - i)};
  }
  if (runs != NULL && *count > 1) qsort(runs, *count, sizeof *runs, by_size);
  return runs;
}

/* --- threads --- */

static bool fill(thread *t, const finding *f, const run *r) {
  uint32_t *stories = isnad_arena_array(f->arena, r->count, sizeof *stories);
  uint8_t bytes[8];
  if (stories == NULL) return false;
  *t = (thread){.stories = stories, .story_count = r->count, .actors = {r->first->a, r->first->b}, .actor_count = 2};
  t->id[0] = 't';
  for (unsigned i = 0; i < 8; i++) bytes[i] = (uint8_t)(r->first->key >> (56 - 8 * i));
  hash_hex(t->id + 1, bytes, sizeof bytes);
  t->title = r->first->story;
  for (uint32_t i = 0; i < r->count; i++) {
    const thread_story *s = &f->out->stories[r->first[i].story];
    stories[i] = r->first[i].story;
    if (s->reports > f->out->stories[t->title].reports) t->title = stories[i];
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
    if (!more(k->f->arena, (void **)&k->all, k->count, &k->room, sizeof *k->all)) return false;
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
  if (!map_new(&f.actor_places, arena, 4096)) return isnad_arena_fail(err, arena, "story");
  isnad_status status = load(&f, store, err);
  if (status != ISNAD_OK) return status;
  size_t meeting_count = 0, run_count = 0;
  meeting *meetings = list_meetings(&meeting_count, &f);
  run *runs = meetings != NULL ? list_runs(&run_count, &f, meetings, meeting_count) : NULL;
  keeping k = {.f = &f};
  k.first = isnad_arena_array(arena, out->story_count + 1, sizeof *k.first);
  k.shared = isnad_arena_array(arena, run_count + 1, sizeof *k.shared);
  out->items = isnad_arena_array(arena, run_count + 1, sizeof *out->items);
  bool good = runs != NULL && k.first != NULL && k.shared != NULL && out->items != NULL;
  for (size_t i = 0; good && i < run_count; i++) good = keep(&k, &runs[i]);
  return good ? ISNAD_OK : isnad_arena_fail(err, arena, "story");
}
