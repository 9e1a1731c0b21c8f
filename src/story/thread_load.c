#include "story/thread_find.h"

#include "base/hash.h"
#include "store/sql.h"

bool thread_more(isnad_arena *arena, void **items, size_t count, size_t *room, size_t size) {
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
    if (!thread_more(f->arena, (void **)&f->out->actors, f->out->actor_count, &f->actor_room, sizeof *f->out->actors)) return false;
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

bool thread_take_actors(finding *f, thread_story *s, isnad_slice ids) {
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

bool thread_take_story(finding *f, sqlite3_stmt *row) {
  threads *t = f->out;
  if (!thread_more(f->arena, (void **)&t->stories, t->story_count, &f->story_room, sizeof *t->stories)) return false;
  thread_story *s = &t->stories[t->story_count++];
  *s = (thread_story){.id = store_column_copy(f->arena, row, 0), .title = store_column_copy(f->arena, row, 1)};
  s->when = (isnad_interval){sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3)};
  s->reports = (uint32_t)sqlite3_column_int64(row, 4);
  s->key = store_column_copy(f->arena, row, 6);
  return thread_take_actors(f, s, store_column(row, 5));
}

isnad_status thread_load(finding *f, isnad_store *store, isnad_err *err) {
  sqlite3_stmt *row = store_statement(store, "SELECT id, title, published_from, published_to, reports, actors, key FROM story ORDER BY key", err);
  if (row == NULL) return ISNAD_STORE;
  isnad_status status;
  while ((status = store_step(store, row, err)) == ISNAD_OK)
    if (!thread_take_story(f, row)) break;
  sqlite3_reset(row);
  return status == ISNAD_OK ? isnad_arena_fail(err, f->arena, "story") : status == ISNAD_END ? ISNAD_OK : status;
}
