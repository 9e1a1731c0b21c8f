#include "story/threads.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/room.h"
#include "store/segments.h"
#include "store/sql.h"

#include <stdlib.h>
#include <string.h>

/* An association of two actors, n*n / (stories of the one * stories of the other), below which they meet as everybody meets. SAME_SHARE: a pair most
 * of whose stories are in a thread that stands already adds its actors to that one. */
static const double least_association = 0.02, same_share = 0.6;

/* Two whom more stories name together act in many things at once. */
enum { MOST_OF_ONE_THING = 32 };

typedef struct finding {
  threads *out;
  isnad_arena *arena;
  actor_index index;
  map actor_places; /* hash of entity -> place + 1 */
  size_t actor_room, story_room, thread_room;
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

static bool actor_of(uint32_t *place, finding *f, isnad_slice entity) {
  uint64_t *at = map_put(&f->actor_places, hash64(entity));
  if (at == NULL) return false;
  if (*at == 0) {
    if (!more(f->arena, (void **)&f->out->actors, f->out->actor_count, &f->actor_room, sizeof *f->out->actors)) return false;
    isnad_slice kept = isnad_arena_copy(f->arena, entity);
    f->out->actors[f->out->actor_count++] = (thread_actor){kept, actors_name(&f->index, kept), 0};
    *at = f->out->actor_count;
  }
  *place = (uint32_t)(*at - 1);
  return true;
}

static bool has_actor(const thread_story *s, uint32_t actor) {
  for (uint32_t i = 0; i < s->actor_count; i++)
    if (s->actors[i] == actor) return true;
  return false;
}

/* Ids between bars. */
static bool take_actors(finding *f, thread_story *s, isnad_slice ids) {
  for (size_t at = 0, end = 0; at < ids.length && s->actor_count < STORY_ACTORS; at = end + 1) {
    for (end = at; end < ids.length && ids.bytes[end] != '|';) end++;
    uint32_t actor = 0;
    if (!actor_of(&actor, f, (isnad_slice){ids.bytes + at, end - at})) return false;
    if (has_actor(s, actor)) continue;
    s->actors[s->actor_count++] = actor;
    f->out->actors[actor].stories++;
  }
  return true;
}

/* Columns: id, title, from, to, reports, actors, key. */
static bool take_row(finding *f, sqlite3_stmt *row) {
  threads *t = f->out;
  if (!more(f->arena, (void **)&t->stories, t->story_count, &f->story_room, sizeof *t->stories)) return false;
  thread_story *s = &t->stories[t->story_count++];
  *s = (thread_story){.id = store_column_copy(f->arena, row, 0), .title = store_column_copy(f->arena, row, 1)};
  s->when = (isnad_interval){sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3)};
  s->reports = (uint32_t)sqlite3_column_int64(row, 4);
  s->key = store_column_copy(f->arena, row, 6);
  return take_actors(f, s, store_column(row, 5));
}

static isnad_status load(finding *f, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT id, title, published_from, published_to, reports, actors, key FROM story ORDER BY key", err);
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
} meeting;

/* A place and what lies in it, by their ids, meet always and say nothing. */
static bool is_within(isnad_slice outer, isnad_slice inner) {
  return inner.length > outer.length && memcmp(inner.bytes, outer.bytes, outer.length) == 0 && inner.bytes[outer.length] == '.';
}

static bool is_person(isnad_slice id) { return id.length > 4 && memcmp(id.bytes, "per.", 4) == 0; }

static bool is_body(isnad_slice id) { return id.length > 4 && memcmp(id.bytes, "org.", 4) == 0; }

/* The two letters of the country of a body or a place; empty: a person, a thing, a body of many countries. */
static isnad_slice country_of(isnad_slice id) {
  size_t from = is_body(id) ? 4 : 0;
  bool two = id.length >= from + 2 && (id.length == from + 2 || id.bytes[from + 2] == '.' || id.bytes[from + 2] == '-');
  return two ? (isnad_slice){id.bytes + from, 2} : (isnad_slice){NULL, 0};
}

static bool is_place(isnad_slice id) { return !is_body(id) && country_of(id).length > 0; }

/* Two that meet in whatever happens there: a town and anybody, a body and its country or another body of it, a person and a country. */
static bool meets_always(isnad_slice x, isnad_slice y) {
  bool town = (is_place(x) && x.length > 2) || (is_place(y) && y.length > 2);
  bool person_there = (is_person(x) && is_place(y)) || (is_person(y) && is_place(x));
  return town || person_there || (country_of(x).length > 0 && isnad_slice_equal(country_of(x), country_of(y)));
}

static uint64_t pair_key(isnad_slice x, isnad_slice y) {
  bool first = isnad_slice_compare(x, y) < 0;
  uint64_t hashes[2] = {hash64(first ? x : y), hash64(first ? y : x)};
  return hash64((isnad_slice){(const char *)hashes, sizeof hashes});
}

/* The places of the stories in the order of time, those without a day last; at one time in the order of keys, in which they lie. */
static segment_entry *in_time(const finding *f) {
  const threads *t = f->out;
  segment_entry *order = arena_room(f->arena, t->story_count, sizeof *order);
  for (uint32_t s = 0; order != NULL && s < t->story_count; s++) {
    int64_t time = thread_is_dated(&t->stories[s]) ? t->stories[s].when.from : INT64_MAX;
    order[s] = (segment_entry){(uint64_t)time ^ UINT64_C(1) << 63, s}; /* so that what lies before 1970 comes first */
  }
  if (order != NULL) segments_sort(order, t->story_count);
  return order;
}

static size_t meet(meeting *out, const threads *t, uint32_t s) {
  const thread_story *story = &t->stories[s];
  size_t count = 0;
  for (uint32_t i = 0; i < story->actor_count; i++)
    for (uint32_t k = i + 1; k < story->actor_count; k++) {
      isnad_slice x = t->actors[story->actors[i]].entity, y = t->actors[story->actors[k]].entity;
      if (!is_within(x, y) && !is_within(y, x)) out[count++] = (meeting){pair_key(x, y), s, story->actors[i], story->actors[k]};
    }
  return count;
}

/* By pair, and of each in the order of time. */
static meeting *list_meetings(size_t *count, const finding *f) {
  const threads *t = f->out;
  size_t room = t->story_count * (STORY_ACTORS * (STORY_ACTORS - 1) / 2);
  const segment_entry *order = in_time(f);
  meeting *met = arena_room(f->arena, room, sizeof *met), *all = arena_room(f->arena, room + 1, sizeof *all);
  segment_entry *keys = arena_room(f->arena, room, sizeof *keys);
  *count = 0;
  if (order == NULL || met == NULL || all == NULL || keys == NULL) return NULL;
  for (size_t s = 0; s < t->story_count; s++) *count += meet(met + *count, t, (uint32_t)order[s].value);
  for (size_t i = 0; i < *count; i++) keys[i] = (segment_entry){met[i].key, i};
  segments_sort(keys, *count);
  for (size_t i = 0; i < *count; i++) all[i] = met[keys[i].value];
  return all;
}

/* Stories of a pair in the order of time, all of them or a chain; `key` tells it from all others. */
typedef struct run {
  const meeting *first;
  uint32_t count;
  uint64_t key;
} run;

static int by_size(const void *a, const void *b) {
  const run *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return (x->key > y->key) - (x->key < y->key);
}

/* The key of a chain is that of its pair and its first story: later stories do not change it. The chain of the pair's own first story has the pair's.
 */
static uint64_t chain_key(const finding *f, const meeting *all, const meeting *first) {
  if (first->story == all->story) return all->key;
  uint64_t hashes[2] = {first->key, hash64(f->out->stories[first->story].key)};
  return hash64((isnad_slice){(const char *)hashes, sizeof hashes});
}

/* Writes the chains of two stories and more behind `runs`. */
static bool cut_into_chains(run *runs, size_t *count, const finding *f, const meeting *all, uint32_t n, thread_bond bond) {
  uint32_t pair[2] = {all->a, all->b}, *stories = isnad_arena_array(f->arena, n, sizeof *stories), placed = 0;
  meeting *kept = isnad_arena_array(f->arena, n, sizeof *kept);
  if (stories == NULL || kept == NULL) return false;
  for (uint32_t i = 0; i < n; i++) stories[i] = all[i].story;
  const uint32_t *chain = thread_chains(f->arena, f->out, pair, stories, n, bond);
  if (chain == NULL) return false;
  for (uint32_t head = 0; head < n; head++) {
    uint32_t first = placed;
    for (uint32_t i = head; chain[head] == head && i < n; i++)
      if (chain[i] == head) kept[placed++] = all[i];
    if (placed - first >= 2) runs[(*count)++] = (run){&kept[first], placed - first, chain_key(f, all, &kept[first])};
  }
  return true;
}

/* How much more two stories of a pair must share to be of one thread. */
static thread_bond bond_of(const finding *f, const meeting *pair, size_t stories) {
  enum { FEW = 8 };
  if (stories > MOST_OF_ONE_THING) return THREAD_BOND_TWO;
  if (!meets_always(f->out->actors[pair->a].entity, f->out->actors[pair->b].entity)) return THREAD_BOND_NEAR;
  return stories > FEW ? THREAD_BOND_TWO : THREAD_BOND_ONE;
}

static run *list_runs(size_t *count, const finding *f, const meeting *all, size_t all_count) {
  run *runs = isnad_arena_array(f->arena, all_count + 1, sizeof *runs);
  *count = 0;
  for (size_t i = 0, last = 0; runs != NULL && i < all_count; i = last) {
    for (last = i; last < all_count && all[last].key == all[i].key; last++) continue;
    double n = (double)(last - i), of = (double)f->out->actors[all[i].a].stories * (double)f->out->actors[all[i].b].stories;
    if (last - i < 2 || n * n < least_association * of) continue;
    if (!cut_into_chains(runs, count, f, &all[i], (uint32_t)(last - i), bond_of(f, &all[i], last - i))) return NULL;
  }
  if (runs != NULL && *count > 1) qsort(runs, *count, sizeof *runs, by_size);
  return runs;
}

/* --- threads --- */

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
  if (!map_new(&f.actor_places, arena, 4096) || !actors_index_new(&f.index, arena)) return isnad_arena_fail(err, arena, "story");
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

/* --- reading them again --- */

/* Columns: id, actors, title, from, to, stories. */
static bool take_thread(finding *f, sqlite3_stmt *row) {
  thread_story head = {.actor_count = 0}; /* a thread has no more actors than a story may have */
  threads *t = f->out;
  if (!more(f->arena, (void **)&t->items, t->count, &f->thread_room, sizeof *t->items)) return false;
  if (!take_actors(f, &head, store_column(row, 1))) return false;
  thread *one = &t->items[t->count++];
  isnad_slice id = store_column(row, 0);
  *one = (thread){.actor_count = head.actor_count < THREAD_ACTORS ? head.actor_count : THREAD_ACTORS};
  memcpy(one->id, id.bytes, id.length < THREAD_ID ? id.length : THREAD_ID);
  memcpy(one->actors, head.actors, one->actor_count * sizeof *one->actors);
  one->span = (isnad_interval){sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4)};
  one->title_id = store_column_copy(f->arena, row, 2);
  one->story_count = (uint32_t)sqlite3_column_int64(row, 5);
  return one->title_id.bytes != NULL;
}

static isnad_status take_stories(finding *f, thread *one, isnad_store *store, isnad_err *err) {
  static const char sql[] = "SELECT s.id, s.title, s.published_from, s.published_to, s.reports, s.actors, s.key FROM thread_story t"
                            " JOIN story s ON s.id = t.story WHERE t.thread = ?1 ORDER BY t.place";
  sqlite3_stmt *row = store_statement(store, sql, err);
  uint32_t *stories = isnad_arena_array(f->arena, (size_t)one->story_count + 1, sizeof *stories), count = 0;
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, isnad_slice_of(one->id));
  isnad_status status = stories != NULL ? ISNAD_OK : ISNAD_NO_MEMORY;
  while (status == ISNAD_OK && (status = store_step(store, row, err)) == ISNAD_OK && count < one->story_count) {
    stories[count++] = (uint32_t)f->out->story_count;
    if (!take_row(f, row) || !thread_words(&f->out->stories[stories[count - 1]], f->arena)) status = ISNAD_NO_MEMORY;
    if (status == ISNAD_OK && isnad_slice_equal(f->out->stories[stories[count - 1]].id, one->title_id)) one->title = stories[count - 1];
  }
  sqlite3_reset(row);
  one->stories = stories;
  one->story_count = count;
  return status == ISNAD_NO_MEMORY ? isnad_arena_fail(err, f->arena, "story") : status == ISNAD_END ? ISNAD_OK : status;
}

isnad_status threads_read(threads *out, isnad_arena *arena, isnad_store *store, isnad_slice id, size_t skip, size_t limit, isnad_err *err) {
  static const char sql[] = "SELECT id, actors, title, published_from, published_to, stories FROM thread"
                            " WHERE ?1 = '' OR (id >= ?1 AND id < ?1 || char(1114111)) ORDER BY place LIMIT ?2 OFFSET ?3";
  finding f = {.out = out, .arena = arena};
  *out = (threads){0};
  if (!map_new(&f.actor_places, arena, 64) || !actors_index_new(&f.index, arena)) return isnad_arena_fail(err, arena, "story");
  sqlite3_stmt *row = store_statement(store, sql, err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, id);
  sqlite3_bind_int64(row, 2, limit > 0 ? (sqlite3_int64)limit : -1);
  sqlite3_bind_int64(row, 3, (sqlite3_int64)skip);
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!take_thread(&f, row)) break;
  sqlite3_reset(row);
  if (status == ISNAD_OK) return isnad_arena_fail(err, arena, "story");
  status = status == ISNAD_END ? ISNAD_OK : status;
  for (size_t i = 0; status == ISNAD_OK && i < out->count; i++) status = take_stories(&f, &out->items[i], store, err);
  return status;
}
